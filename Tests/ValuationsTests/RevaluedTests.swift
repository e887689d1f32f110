import Intake
import SocialReturnModel
import Testing
import Valuations

/// Rows that count again, or no longer, are valued apart from the others: that must give what valuing all of them gives.
@Suite struct RevaluedTests {
    private static let example = Example(["tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren"])

    private static func submission() throws -> Submission {
        let placements = (1...9).map {
            "P-\($0);\($0 == 4 ? "ANDERS" : "BZK-1");D-\($0);PW;90000001;dienstverband;onbepaald;0\($0)-01-2026;24;"
                + "\($0 == 2 ? "100" : "");direct;\($0 % 3 == 0 ? "VAST" : "")"
        }
        let hours = (1...9).map { "P-\($0);2026-02;\(10 * $0)" }
        return try SubmissionReader.read(
            SubmissionFiles(
                name: "proef",
                files: [
                    SourceFile(
                        name: "inzet.csv",
                        text: """
                            inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;\
                            uren_per_week;gewerkte_uren;verband_opdracht;bonussen

                            """ + placements.joined(separator: "\n")),
                    SourceFile(
                        name: "uren.csv",
                        text: "inzet_id;periode;gewerkte_uren\n" + hours.joined(separator: "\n")),
                ]), register: try example.register)
    }

    @Test func aValuationIsSmall() {
        // There is one for each placement, which makes this the largest part of what a delivery takes.
        #expect(MemoryLayout<PlacementValuation?>.stride <= 96)
    }

    /// What is valued before and after: which placements and rows of hours are set aside.
    @Test(
        arguments: [
            (before: [0, 3, 8], after: [3, 5], changedHours: []),
            (before: [], after: [0, 1, 2, 3, 4, 5, 6, 7, 8], changedHours: []),
            (before: [2], after: [2], changedHours: [0, 6]),
            (before: [1, 7], after: [], changedHours: [7]),
            (before: [0], after: [0], changedHours: []),
        ] as [(before: [Int], after: [Int], changedHours: [Int])])
    func changesGiveWhatValuingAllGives(before: [Int], after: [Int], changedHours: [Int]) throws {
        var (first, second) = (try Self.submission(), try Self.submission())
        let table = try #require(first.placements)
        let hours = try #require(first.hours)
        for row in before { first.setAside(table.place(row)) }
        for row in after { second.setAside(table.place(row)) }
        for row in changedHours { second.setAside(hours.place(row)) }
        var valuer = try Self.example.valuer()
        let known = valuer.values(of: try #require(first.placements), hours: first.hours)

        var again = try Self.example.valuer()
        let changed = Set(changedHours.compactMap { hours.rows[$0].placement })
        let revalued = known.revalued(
            by: &again, try #require(second.placements), hours: second.hours, isAccepted: { _ in false }
        ) { $0.id.map(changed.contains) ?? false }

        var whole = try Self.example.valuer()
        let all = whole.values(of: try #require(second.placements), hours: second.hours)
        #expect(all.contains { $0?.value != nil } || after.count == 9)
        #expect(revalued.map { String(reflecting: $0) } == all.map { String(reflecting: $0) })
        #expect(known.map { $0 == nil } == table.rows.indices.map(before.contains))
    }
}
