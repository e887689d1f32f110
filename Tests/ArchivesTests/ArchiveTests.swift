import TestArchives
import Testing

@testable import Archives

@Suite struct ArchiveTests {
    private func failure(_ entries: [TestZip.Entry], _ limits: ArchiveLimits = .files) -> ArchiveError? {
        do throws(ArchiveError) {
            let archive = try Archive(TestZip(entries).bytes, limits: limits)
            for entry in archive.entries { _ = try archive.contents(of: entry) }
            return nil
        } catch {
            return error
        }
    }

    @Test func readsWhatIsThere() throws {
        let archive = try Archive(
            TestZip([
                TestZip.Entry("voorblad.csv", "a;b"), TestZip.Entry("map/", ""), TestZip.Entry("map/inzet.csv", "c"),
            ])
            .bytes)
        #expect(archive.entries.map(\.name) == ["voorblad.csv", "map/inzet.csv"])
        #expect(try archive.contents(of: archive.entries[0]) == Array("a;b".utf8))
        #expect(archive.entry(named: "MAP/Inzet.CSV")?.lastName == "inzet.csv")
        #expect(archive.entry(named: "uren.csv") == nil)
    }

    @Test func anArchiveWithoutFilesIsNoError() throws { #expect(try Archive(TestZip([]).bytes).entries.isEmpty) }

    @Test(arguments: [
        "__MACOSX/._inzet.csv", "map/.DS_Store", "Thumbs.db", "desktop.ini", "._voorblad.csv", "~$sjabloon.xlsx",
    ])
    func passesOverWhatComputersLeaveBehind(_ name: String) throws {
        #expect(try Archive(TestZip(names: [name, "inzet.csv"]).bytes).entries.map(\.name) == ["inzet.csv"])
    }

    @Test(arguments: [
        "../inzet.csv", "map/../../inzet.csv", "/inzet.csv", "C:\\inzet.csv", "c:inzet.csv", "..\\inzet.csv",
        "\\\\server\\inzet.csv", "./inzet.csv", "in\u{202E}zet.csv", "in\nzet.csv",
    ])
    func refusesNamesThatLeadOut(_ name: String) {
        guard case .unsafeName(let shown) = failure([TestZip.Entry(name, "x")]) else {
            Issue.record("\(name.debugDescription) was accepted")
            return
        }
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test(arguments: [
        ("map\\inzet.csv", "map/inzet.csv"), ("a..b/inzet.csv", "a..b/inzet.csv"), ("è.csv", "è.csv"),
        // A control character makes it a name in the code page of DOS, in which it is an arrow.
        ("in\u{1B}zet.csv", "in←zet.csv"),
    ])
    func acceptsOtherNames(_ name: String, _ read: String) throws {
        #expect(try Archive(TestZip(names: [name]).bytes).entries.map(\.name) == [read])
    }

    @Test func readsNamesInTheCodePageOfDOS() throws {
        var entry = TestZip.Entry("")
        entry.name = Array("caf".utf8) + [0x82] + Array(".csv".utf8)  // é in CP437
        #expect(try Archive(TestZip([entry]).bytes).entries.map(\.name) == ["café.csv"])
    }

    @Test func refusesLinks() {
        var link = TestZip.Entry("inzet.csv", "/etc/hostname")
        link.attributes = 0o120777 << 16
        #expect(failure([link]) == .link(entry: "inzet.csv"))
        link.attributes = 0o100644 << 16
        #expect(failure([link]) == nil)
    }

    @Test func refusesDoubleNames() {
        #expect(failure([TestZip.Entry("a.csv"), TestZip.Entry("a.csv")]) == .duplicateName("a.csv"))
        #expect(failure([TestZip.Entry("m/a.csv"), TestZip.Entry("m\\a.csv")]) == .duplicateName("m/a.csv"))
    }

    @Test func refusesPasswords() {
        var entry = TestZip.Entry("inzet.csv", "0123456789ab")
        entry.flags = 1
        #expect(failure([entry]) == .encrypted(entry: "inzet.csv"))
    }

    @Test func refusesTooManyEntries() {
        var limits = ArchiveLimits.files
        limits.entries = 2
        #expect(failure([TestZip.Entry("a"), TestZip.Entry("b")], limits) == nil)
        #expect(
            failure([TestZip.Entry("a"), TestZip.Entry("b"), TestZip.Entry("c")], limits) == .tooManyEntries(limit: 2))
    }

    @Test func countsWhatComesOutAndNotWhatTheArchiveSays() {
        // 4 KiB of zeros, of which the archive says that they are one byte.
        let zeros = [UInt8](repeating: 0, count: 4096)
        var entry = TestZip.Entry("a.csv")
        entry.method = 8
        entry.content = Self.deflatedZeros
        entry.size = 1
        entry.checksum = TestZip.checksum(zeros)
        var limits = ArchiveLimits.files
        limits.entryBytes = 4095
        switch failure([entry], limits) {
        case .tooLarge(entry: "a.csv", limit: 4095), .damaged(entry: "a.csv", _): break
        case let other: Issue.record("\(String(describing: other))")
        }
        entry.size = 4096
        #expect(failure([entry], limits) == .tooLarge(entry: "a.csv", limit: 4095))
        limits.entryBytes = 4096
        #expect(failure([entry], limits) == nil)
        limits.bytes = 4095
        #expect(failure([entry], limits) == .tooLarge(entry: "a.csv", limit: 4095))
    }

    @Test func refusesWhatIsDenserThanDataIs() {
        var entry = TestZip.Entry("a.csv")
        entry.method = 8
        entry.content = Self.deflatedZeros
        entry.size = 4096
        entry.checksum = TestZip.checksum([UInt8](repeating: 0, count: 4096))
        var limits = ArchiveLimits.files
        (limits.ratio, limits.ratioBytes) = (10, 1024)
        #expect(failure([entry], limits) == .tooDense(entry: "a.csv", limit: 10))
        limits.ratioBytes = 4096
        #expect(failure([entry], limits) == nil)
    }

    @Test func noticesDamage() {
        var entry = TestZip.Entry("a.csv", "abc")
        entry.checksum = 1
        guard case .damaged(entry: "a.csv", _) = failure([entry]) else {
            Issue.record("a wrong checksum was accepted")
            return
        }
        let bytes = TestZip(names: ["a.csv"]).bytes
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: ArchiveError.self) { try Archive(Array(bytes[..<length])) }
        }
    }

    /// 4,096 zeros, packed: one literal, fifteen runs of 258 and one of 225, in the fixed code of deflate.
    private static let deflatedZeros: [UInt8] = {
        var bits: [Bool] = [true, true, false]  // the last block, fixed code
        func code(_ value: Int, _ width: Int) {
            for bit in (0..<width).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        code(0x30, 8)  // literal 0
        for _ in 0..<15 {
            code(0xC5, 8)  // length 258
            code(0, 5)  // distance 1
        }
        code(0xC3, 8)  // length 195 to 226, with five more bits, lowest first
        for bit in 0..<5 { bits.append((225 - 195) >> bit & 1 == 1) }
        code(0, 5)
        code(0, 7)  // the end
        var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
        for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 1 << (index % 8) }
        return bytes
    }()
}
