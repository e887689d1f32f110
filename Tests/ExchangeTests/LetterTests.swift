import Assessments
import Foundation
import Intake
import Parameters
import Rules
import SocialReturnModel
import TestSubmissions
import TestSupport
import Testing

@testable import Exchange

/// The letter to the supplier: its words beside those that a person read and found good, and what it does with odd text.
@Suite struct LetterTests {
    private static func letter(_ assessment: Assessment, _ language: Language) -> Letter {
        Letter(assessment, SubmissionSummary(assessment), language)
    }

    private static func assess(_ tables: [String: String]) throws -> Assessment {
        try TestSubmission(tables).assess()
    }

    private static let cover = """
        leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd;contact
        12345678;NAAM;2026-Q2;1;06-07-2026;ja;jan.voorbeeld@schoon.example
        """

    /// `UPDATE_GOLDEN=1 swift test` writes the letters anew.
    @Test(
        arguments: ["schoonmaak-sanitair-2026-q2", "haastig-excel-2026-q2", "catering-maatwerk-2026-q2"],
        Language.allCases)
    func lettersAreTheGoldenOnes(_ example: String, _ language: Language) throws {
        let assessment = try TestSubmission.assess(example: example)
        let letter = Self.letter(assessment, language)
        for (ending, text) in [("md", letter.markdown), ("txt", letter.plainText)] {
            let golden = "Tests/ExchangeTests/Golden/\(example).\(language.rawValue).\(ending)"
            #expect(try Golden.difference(text, golden) == nil)
        }
    }

    @Test(arguments: [
        ("gewoon", "gewoon"),
        ("kolom uren_per_week", "kolom uren\\_per\\_week"),
        (
            "*vet* [klik](http://x.example) <b> & `code` ~weg~ a|b",
            "\\*vet\\* \\[klik\\](http\\://x.example) \\<b\\> \\& \\`code\\` \\~weg\\~ a\\|b"
        ),
        ("www.voorbeeld.example en a@b.example", "www\\.voorbeeld.example en a\\@b.example"),
        ("# geen kop", "\\# geen kop"),
        ("- geen punt", "\\- geen punt"),
        ("een\r\n\ntwee\u{2028}drie\u{202E}\u{7}\u{AD}", "een twee drie\\<U+202E\\>␇"),
        ("Let op: dit blijft", "Let op: dit blijft"),
        ("c:\\pad", "c\\:\\\\pad"),
        ("", ""),
    ])
    func markdownIsEscaped(_ text: String, _ expected: String) {
        #expect(Letter.escaped(text) == expected)
    }

    /// Without a period the name ends the sentence; and what is needed for the whole report is not one row that counts again.
    @Test(arguments: [("Voorbeeld Schoon B.V.", "Schoon B.V. Wij"), ("Voorbeeld Schoon", "Schoon. Wij")])
    func aReportWithoutAPeriodIsThankedFor(_ name: String, _ expected: String) throws {
        let cover = Self.cover.replacing("NAAM", with: name).replacing("2026-Q2", with: "geen periode")
        let text = Self.letter(try Self.assess(["voorblad.csv": cover]), .dutch).markdown
        #expect(text.replacing("\\", with: "").replacing("\n", with: " ").contains(expected))
        #expect(text.contains("Dit hebben wij nodig voor uw hele rapportage."))
        #expect(!text.contains("Dan telt 1 rij weer mee."))
    }

    @Test func aNameCannotBecomeMarkup() throws {
        let assessment = try Self.assess([
            "voorblad.csv": Self.cover.replacing("NAAM", with: "<script>x</script> ![a](https://b.example)")
        ])
        let markdown = Self.letter(assessment, .dutch).markdown
        #expect(markdown.contains("de rapportage van \\<script\\>x\\</script\\> !\\[a\\](https\\://b.example) over"))
    }

    @Test(arguments: Language.allCases)
    func noPersonIsNamedAndNobodyIsFined(_ language: Language) throws {
        let letter = Self.letter(try Self.assess(["voorblad.csv": Self.cover]), language)
        for text in [letter.markdown, letter.plainText] {
            #expect(!text.contains("jan.voorbeeld") && !text.lowercased().contains("boete"))
        }
    }

    @Test(arguments: Language.allCases)
    func plainTextFitsAMail(_ language: Language) throws {
        var tables = ["voorblad.csv": Self.cover]
        tables["inzet.csv"] = "inzet_id;contractnummer\nP-1;\(String(repeating: "lang", count: 40))\n;"
        let text = Self.letter(try Self.assess(tables), language).plainText
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.count <= Letter.lineWidth || !line.dropFirst(3).contains(" "), "\(line)")
            #expect(line.last != " ")
        }
        #expect(!text.contains("**") && !text.contains("\\"))
    }

    @Test func moreCausesThanFitAreCounted() throws {
        let columns = (1...12).map { "vreemd\($0)" }.joined(separator: ";")
        let bad = "P-1;;;onzin;123;onzin;onzin;99-99-2026;99-99-2026;veel;;\(String(repeating: ";", count: 11))"
        let heading =
            "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
            + "uren_per_week;verband_opdracht;" + columns
        let assessment = try Self.assess(["voorblad.csv": Self.cover, "inzet.csv": heading + "\n" + bad])
        let causes = SupplierView(assessment).causes.count
        try #require(causes > Letter.shownCauses)
        let text = Self.letter(assessment, .dutch).plainText
        #expect(text.contains("Nog \(causes - Letter.shownCauses) punten staan op het blad"))
        #expect(text.contains(". Te herstellen (blad Inzet, cel "))
        let numbers = text.split(separator: "\n").compactMap { line in
            line.dropFirst().hasPrefix(". Te ") ? line.first : nil
        }
        #expect(numbers == ["1", "2", "3", "4"])
    }

    /// The last day comes from the register, and only while it has not passed.
    @Test(arguments: [("30", "30-07-2026"), ("3", nil), ("", nil)] as [(String, String?)])
    func theLastDayIsTheRegisters(_ days: String, _ expected: String?) throws {
        let register = try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: """
                    contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime;rapportage_binnen_dagen
                    C-1;Schoonmaak;X;12345678;dienst;01-04-2026;31-03-2028;klassiek;\(days)

                    """)
        ])
        let files = [SourceFile(name: "voorblad.csv", text: Self.cover + "\n")]
        let assessment = Assessment(
            of: try SubmissionReader.read(SubmissionFiles(name: "voorbeeld", files: files), register: register),
            register: register, tables: ValuationTables(register: register))
        #expect(SupplierView.lastDay(assessment)?.formatted(.dutch) == expected)
    }
}
