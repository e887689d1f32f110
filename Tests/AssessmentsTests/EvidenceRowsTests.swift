import Assessments
import SocialReturnModel
import TestSubmissions
import Testing

/// The rows that are made ready for evidence which a report lacks.
@Suite struct EvidenceRowsTests {
    private static let headings = "bewijs_id;hoort_bij;soort;bewaard_bij\n"

    private static func rows(
        _ evidence: String = "", invoices: [String] = [], earlier: [String] = []
    ) throws -> [[String]] {
        var submission = TestSubmission()
        let placements = TestSubmission.placements(
            TestSubmission.placement("P-1", "C-1", person: "D-1"),
            TestSubmission.placement("P-2", "C-1", person: "D-2"),
            TestSubmission.placement("P-3", "C-1", person: "D-3").replacing(";PW;", with: ";BAN;"))
        submission.tables.append(placements)
        if !evidence.isEmpty { submission.tables.append(("bewijs.csv", headings + evidence)) }
        if !invoices.isEmpty {
            submission.tables.append(
                (
                    "sociale_inkoop.csv",
                    "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\n"
                        + invoices.map { "C-1;90000001;Voorbeeld Sociaal Werk B.V.;\($0);01-05-2026;100,00" }
                        .joined(separator: "\n")
                ))
        }
        submission.previous = earlier.map { text in
            [
                ("voorblad.csv", TestSubmission.cover.replacing("2026-Q2", with: "2026-Q1")), placements,
                ("bewijs.csv", headings + text),
            ]
        }
        let facts = AllTables.facts(.evidence)
        let columns = ["bewijs_id", "hoort_bij", "soort", "bewaard_bij"].compactMap(facts.index)
        return (SupplierView(try submission.assess()).places.rows[.evidence] ?? []).map { row in
            columns.map { row.cells[$0] ?? "" }
        }
    }

    /// One for each placement and invoice without any, in the order of the report, with the kind where there is but one.
    @Test func whatLacksEvidence() throws {
        #expect(
            try Self.rows(invoices: ["F-1"]) == [
                ["B-1", "P-1", "", ""], ["B-2", "P-2", "", ""], ["B-3", "P-3", "registercontrole", ""],
                ["B-4", "F-1", "factuur", ""],
            ])
        #expect(try Self.rows("B-9;P-1;overig;\nB-8;P-2;overig;", invoices: ["F-1"]).map { $0[1] } == ["P-3", "F-1"])
    }

    /// Who is in the register needs a look in it, whatever else was named; one look will do.
    @Test func aLookInTheRegister() throws {
        #expect(try Self.rows("B-9;P-1;overig;\nB-8;P-2;overig;\nB-7;P-3;overig;").map { $0[1] } == ["P-3"])
        #expect(try Self.rows("B-9;P-1;overig;\nB-8;P-2;overig;\nB-7;P-3;registercontrole;").isEmpty)
    }

    /// What the report itself calls its evidence is given to no other row.
    @Test func numbersOfTheirOwn() throws {
        #expect(try Self.rows("B-1;P-1;overig;\nB-3;P-9;overig;").map { $0[0] } == ["B-2", "B-4"])
    }

    /// What was named the last time comes back, with its own number where that is still free.
    @Test func whatWasNamedBefore() throws {
        #expect(
            try Self.rows(earlier: ["B-7;P-1;overig;leverancier"])[0] == ["B-7", "P-1", "overig", "leverancier"])
        #expect(
            try Self.rows("B-7;P-2;overig;", earlier: ["B-7;P-1;overig;leverancier"])[0]
                == ["B-1", "P-1", "overig", "leverancier"])
        // Of several earlier reports the last one counts.
        #expect(
            try Self.rows(earlier: ["B-7;P-1;overig;leverancier", "B-6;P-1;overig;opdrachtgever"])[0]
                == ["B-6", "P-1", "overig", "opdrachtgever"])
        // Another kind of evidence is no look in the register.
        #expect(
            try Self.rows(earlier: ["B-7;P-3;overig;leverancier"]).last == ["B-3", "P-3", "registercontrole", ""])
    }
}
