import Foundation
import Plumbing
import SocialReturnModel
import Testing

@testable import Consolidations

/// Parts merge in any order and grouping.
@Suite struct MergingTests {
    private let header = SummaryFile.Header(register: "abc", tool: "0.1.0")

    private func text(_ consolidation: Consolidation) -> [UInt8] {
        var bytes: [UInt8] = []
        SummaryFile.write(consolidation, header) { bytes += $0 }
        return bytes
    }

    private func reread(_ consolidation: Consolidation) throws -> Consolidation {
        try SummaryFile.read(Data(text(consolidation)), register: "abc")
    }

    @Test(arguments: 0..<12)
    func anyTreeOfPartsGivesTheSameBytes(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let digests = (0..<24).map { number in
            Small.digest(
                "r\(number)", supplier: "\(12_345_670 + number % 7)", period: ["2026-Q1", "2026-Q2"][number % 2],
                prepared: Int32(20_000 + number % 3),
                contracts: [Small.contract("C-\(number % 5)", groups: [("PW", 1...(3 + number)), ("WW", 30...34)])])
        }
        var whole = Consolidation()
        for digest in digests { whole.add(digest) }
        whole.leaveOut(SkippedResult(name: "kapot", reason: .findingsDamaged))

        var parts = digests.shuffled(using: &random).map { digest -> Consolidation in
            var part = Consolidation()
            part.add(digest)
            return part
        }
        parts[0].leaveOut(SkippedResult(name: "kapot", reason: .findingsDamaged))
        while parts.count > 1 {
            let first = parts.remove(at: Int.random(in: parts.indices, using: &random))
            let index = Int.random(in: parts.indices, using: &random)
            // Now and then a part is written and read in between, or merged twice.
            parts[index].merge(Bool.random(using: &random) ? try reread(first) : first)
            if Bool.random(using: &random) { parts[index].merge(first) }
        }
        #expect(text(parts[0]) == text(whole))
    }

    @Test func sameKeyWithOtherContentsIsSortedByContents() {
        var one = Consolidation()
        var other = Consolidation()
        let digests = [Small.digest("a"), Small.digest("a", contracts: [Small.contract("C-9")])]
        for digest in digests { one.add(digest) }
        for digest in digests.reversed() { other.add(digest) }
        #expect(text(one) == text(other))
    }

    @Test func refusesWhatWasCutOff() throws {
        var whole = Consolidation()
        for name in ["a", "b", "c"] { whole.add(Small.digest(name)) }
        whole.leaveOut(SkippedResult(name: "kapot", reason: .findingsDamaged))
        let bytes = text(whole)
        // Without the last line break nothing is lost.
        for length in bytes.indices.dropLast() {
            #expect(throws: ResultDamage.self, "\(length)") {
                try SummaryFile.read(Data(bytes[..<length]), register: "abc")
            }
        }
        // Nor is anything taken twice.
        let end = try #require(bytes.dropLast().lastIndex(of: 0x0A))
        #expect(throws: ResultDamage(.summaryDamaged, line: 6)) {
            try SummaryFile.read(Data(bytes + bytes[(end + 1)...]), register: "abc")
        }
    }

    @Test func refusesWhatWasMadeOtherwise() {
        let bytes = Data(text(Consolidation()))
        #expect(throws: ResultDamage(.otherRegister)) { try SummaryFile.read(bytes, register: "xyz") }
        #expect(throws: ResultDamage(.otherRegister)) { try SummaryFile.read(bytes, register: nil) }
        #expect(throws: ResultDamage(.summaryDamaged, line: 1)) {
            try SummaryFile.read(Data("nonsense\n".utf8), register: nil)
        }
        #expect(throws: ResultDamage(.summaryDamaged, line: 3)) {
            try SummaryFile.read(bytes + Data("\n{\"name\":3}\n".utf8), register: "abc")
        }
        let other = Data(#"{"format":"maatwerk-deeloverzicht/1","tool":"9"}"#.utf8)
        #expect(throws: ResultDamage(.otherFormat)) { try SummaryFile.read(other, register: nil) }
    }
}
