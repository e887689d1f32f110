import TestSupport
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
        #expect(archive.entries[1].folders == ["map"])
        #expect(archive.entries[0].packedBytes == 3)
        #expect(archive.entry(named: "uren.csv") == nil)
    }

    @Test func anArchiveWithoutFilesIsNoError() throws { #expect(try Archive(TestZip([]).bytes).entries.isEmpty) }

    @Test(arguments: [
        "__MACOSX/._inzet.csv", "map/.DS_Store", "Thumbs.db", "desktop.ini", "._voorblad.csv", "~$sjabloon.xlsx",
        ".~lock.sjabloon.ods#", "/", "./", "map/", "./map/", "map\\",
    ])
    func passesOverWhatComputersLeaveBehind(_ name: String) throws {
        #expect(try Archive(TestZip(names: [name, "inzet.csv"]).bytes).entries.map(\.name) == ["inzet.csv"])
    }

    @Test(arguments: [
        "../inzet.csv", "map/../../inzet.csv", "map/../inzet.csv", "C:\\inzet.csv", "c:inzet.csv", "./C:/inzet.csv",
        "..\\inzet.csv", "map\\..\\inzet.csv", "\\\\server\\inzet.csv", "//server/inzet.csv", "/../inzet.csv",
        "./../inzet.csv",
        "map/..", "..", ". ./inzet.csv", ".. /inzet.csv", "map/.../inzet.csv", " ./inzet.csv",
        "\u{301}/../inzet.csv", "/\u{301}/../inzet.csv",
    ])
    func refusesNamesThatLeadOut(_ name: String) {
        guard case .unsafeName(let shown) = failure([TestZip.Entry(name, "x")]) else {
            Issue.record("\(name.debugDescription) was accepted")
            return
        }
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 })
    }

    /// Such a name leads nowhere; it was said to.
    @Test(arguments: ["in\u{202E}zet.csv", "in\nzet.csv", "b\u{82}rief/inzet.csv", "..\n/inzet.csv"])
    func refusesNamesThatCannotBeSeen(_ name: String) {
        guard case .unprintableName(let shown) = failure([TestZip.Entry(name, "x")]) else {
            Issue.record("\(name.debugDescription) was accepted")
            return
        }
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value })
    }

    @Test(arguments: [
        ("map\\inzet.csv", "map/inzet.csv"), ("a..b/inzet.csv", "a..b/inzet.csv"), ("è.csv", "è.csv"),
        ("./inzet.csv", "inzet.csv"), ("/inzet.csv", "inzet.csv"), (".\\inzet.csv", "inzet.csv"),
        ("/./map/./inzet.csv", "map/inzet.csv"), ("map//inzet.csv", "map/inzet.csv"), (".inzet..csv", ".inzet..csv"),
        ("%2e%2e/inzet.csv", "%2e%2e/inzet.csv"), ("/\u{301}inzet.csv", "\u{301}inzet.csv"),
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
        #expect(failure([TestZip.Entry("a.csv"), TestZip.Entry("./a.csv")]) == .duplicateName("a.csv"))
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
        var entry = TestZip.Entry.zeros("a.csv", blocks: 16)
        let size = 16 * 258 + 1
        entry.size = 1
        var limits = ArchiveLimits.files
        limits.entryBytes = size - 1
        switch failure([entry], limits) {
        case .tooLarge(entry: "a.csv", limit: size - 1), .damaged(entry: "a.csv", _): break
        case let other: Issue.record("\(String(describing: other))")
        }
        entry.size = size
        #expect(failure([entry], limits) == .tooLarge(entry: "a.csv", limit: size - 1))
        limits.entryBytes = size
        #expect(failure([entry], limits) == nil)
        limits.bytes.most = size - 1
        #expect(failure([entry], limits) == .tooLarge(entry: "a.csv", limit: size - 1))
    }

    @Test func letsTheContentsGrowWithWhatWasDelivered() {
        let entry = TestZip.Entry.zeros("a.csv", blocks: 16)
        let (size, packed) = (16 * 258 + 1, TestZip([entry]).bytes.count)
        var limits = ArchiveLimits.files
        limits.bytes = GrowingLimit(base: 1_000, factor: 2, most: 1 << 30)
        #expect(failure([entry], limits) == .tooDense(entry: "a.csv", limit: 1_000 + 2 * packed))
        limits.bytes.base = size - 2 * packed
        #expect(failure([entry], limits) == nil)
        limits.bytes = GrowingLimit(base: 0, factor: size / packed + 1, most: 1 << 30)
        #expect(failure([entry], limits) == nil)
    }

    @Test(arguments: [
        (GrowingLimit(base: 10, factor: 3, most: 100), 5, 25), (GrowingLimit(base: 10, factor: 3, most: 100), 31, 100),
        (GrowingLimit(base: 10, factor: 3, most: 100), Int.max, 100),
        (GrowingLimit(base: 10, factor: 3, most: 100), -1, 10),
        (GrowingLimit(base: Int.max, factor: 1, most: 100), 1, 100),
    ])
    func growsUpToAMost(_ limit: GrowingLimit, _ delivered: Int, _ value: Int) {
        #expect(limit.value(forDelivered: delivered) == value)
    }

    /// A kilobyte that is packed twice is still a kilobyte that was delivered.
    @Test func countsArchivesWithinAnArchiveTogether() throws {
        let inner = TestZip([TestZip.Entry.zeros("a.csv", blocks: 1_000)]).bytes
        let entries = (1...3).map { TestZip.Entry("\($0).zip", bytes: inner) }
        var limits = ArchiveLimits.files
        limits.bytes = GrowingLimit(base: 3 * inner.count + 2 * 258_001, factor: 0, most: 1 << 30)
        let outer = try Archive(TestZip(entries).bytes, limits: limits)
        var refused: [ArchiveError] = []
        for entry in outer.entries {
            do throws(ArchiveError) {
                let archive = try Archive(try outer.contents(of: entry), limits: limits, budget: outer.budget)
                _ = try archive.contents(of: archive.entries[0])
            } catch {
                refused.append(error)
            }
        }
        #expect(refused == [.tooDense(entry: "a.csv", limit: limits.bytes.base)])
        #expect(outer.budget.delivered == outer.byteCount)
    }

    @Test func countsAnEntryOnceHoweverOftenItIsRead() throws {
        let archive = try Archive(TestZip([TestZip.Entry.zeros("a.csv", blocks: 10)]).bytes)
        for _ in 0..<3 { _ = try archive.contents(of: archive.entries[0]) }
        #expect(archive.budget.unpackedBytes == 2_581)
        #expect(try archive.prefix(5, of: archive.entries[0]) == [0, 0, 0, 0, 0])
        #expect(try archive.prefix(9_999, of: archive.entries[0]).count == 2_581)
        #expect(archive.budget.unpackedBytes == 2_581)
    }

    @Test func refusesWhatSaysItselfThatItIsTooLarge() throws {
        var limits = ArchiveLimits.files
        limits.bytes = GrowingLimit(base: 5_000, factor: 0, most: 1 << 30)
        let entries = (1...2).map { TestZip.Entry.zeros("\($0).xml", blocks: 10) }
        let archive = try Archive(TestZip(entries).bytes, limits: limits)
        try archive.expect([archive.entries[0]])
        #expect(throws: ArchiveError.tooDense(entry: "2.xml", limit: 5_000)) { try archive.expect(archive.entries) }
        #expect(archive.budget.unpackedBytes == 0)
    }

    @Test(arguments: [1, 6, 14, 95, 97, 98]) func refusesOtherWaysOfPacking(_ method: Int) {
        var entry = TestZip.Entry("a.csv", "0123456789")
        entry.method = method
        #expect(failure([entry]) == .unsupportedCompression(entry: "a.csv"))
    }

    @Test func readsWhatIsWholeBesideWhatIsDamaged() throws {
        var (damaged, locked, other) = (TestZip.Entry("a.csv", "abc"), TestZip.Entry("b.csv"), TestZip.Entry("c.csv"))
        damaged.checksum = 1
        locked.flags = 1
        other.method = 14
        let archive = try Archive(TestZip([damaged, locked, other, TestZip.Entry("d.csv", "x")]).bytes)
        #expect(archive.entries.map(\.name) == ["a.csv", "b.csv", "c.csv", "d.csv"])
        for entry in archive.entries.dropLast() {
            #expect(throws: ArchiveError.self) { try archive.contents(of: entry) }
        }
        #expect(try archive.contents(of: archive.entries[3]) == Array("x".utf8))
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
}
