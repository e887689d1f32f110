import Assessments
@testable import Rules
import SocialReturnModel
import Testing

/// Which wording the rules about contracts and valuation choose, where they point, and how heavy that is. That they speak at all is
/// what their own examples test.
@Suite struct ContractAndValuationTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        let rule: String
        let place: String
        var severity = Severity.warning
        let words: String
        let lines: [String]

        var testDescription: String { "\(rule): \(lines)" }
    }

    static let expected = [
        Expected(
            rule: "CTR-03", place: "contracten.csv, rij 2, kolom soort_opdracht", severity: .signal,
            words: "is een levering", lines: ["contracten: regime=klassiek; soort_opdracht=levering"]),
        Expected(
            rule: "CTR-03", place: "contracten.csv, rij 2, kolom einddatum", severity: .signal,
            words: "korter dan 6 maanden", lines: ["contracten: regime=klassiek; einddatum=30-08-2026"]),
        Expected(
            rule: "CTR-04", place: "verplichtingen.csv, rij 2, kolom verplichting_bedrag",
            words: "geeft € 92.500,00", lines: ["verplichtingen: grondslag_bedrag=1850000,00"]),
        Expected(
            rule: "CTR-04", place: "verplichtingen.csv, rij 2, kolom verplichting_bedrag",
            words: "Bedoelt u een bedrag van € 32.000,00",
            lines: ["verplichtingen: pso_korting=10; verplichting_bedrag=28800,00"]),
        Expected(
            rule: "CTR-05", place: "verplichtingen.csv, rij 2, kolom percentage", words: "Bedoelt u 5 procent?",
            lines: ["verplichtingen: percentage=0,05"]),
        Expected(
            rule: "CTR-07", place: "contracten.csv, kolom contractwaarde_incl_btw", words: "bedragen met btw",
            lines: ["contracten -contractwaarde +contractwaarde_incl_btw: contractwaarde_incl_btw=2000000,00"]),
        Expected(
            rule: "CTR-08", place: "contracten.csv, rij 2, kolom einddatum", severity: .error,
            words: "eindigt op 28-02-2026, voordat het begint op 01-03-2026",
            lines: ["contracten: einddatum=28-02-2026"]),
        Expected(
            rule: "CTR-08", place: "contracten.csv, rij 2, kolom einddatum", words: "(aantal: 1)",
            lines: ["contracten: ingangsdatum=01-03-2024; einddatum=31-03-2026"]),
        Expected(
            rule: "CTR-11", place: "inzet.csv, rij 2, kolom perceel", words: "Het contract heeft: 1, 2.",
            lines: ["contracten: percelen=Perceel 01 / 2", "inzet +perceel: perceel=3"]),
        Expected(
            rule: "CTR-14", place: "verplichtingen.csv, rij 2, kolom pso_korting", words: "geeft 10 procent korting",
            lines: [
                "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso_trede; erkenning_geldig_tot=30-06-2026",
            ]),
        Expected(
            rule: "WRD-05", place: "inzet.csv, rij 2, kolom bonussen", words: "staat niet in de waarderingstabel",
            lines: ["inzet: leeftijdsklasse=56+; bonussen=LEEFTIJD, VAST"]),
        Expected(
            rule: "WRD-05", place: "inzet.csv, rij 2, kolom bonussen", words: "past nog niet bij de voorwaarde",
            lines: ["inzet: bonussen=VSOBAAN"]),
        Expected(
            rule: "WRD-07", place: "activiteiten.csv, rij 3, kolom datum", severity: .signal,
            words: "ten hoogste € 1.000,00 per dag",
            lines: ["verplichtingen: tabel_id=LEIDEN-2023-09", "activiteiten:", "activiteiten: soort=coaching"]),
        // With the second activity the sum passes 1 per cent of 32,000; the third is not told again.
        Expected(
            rule: "WRD-08", place: "activiteiten.csv, rij 3, kolom contractnummer", words: "boven € 320,00",
            lines: [
                "verplichtingen: tabel_id=UTRECHT", "activiteiten: uren=3,0", "activiteiten: uren=1,0",
                "activiteiten: uren=1,0", "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1",
            ]),
        Expected(
            rule: "WRD-09", place: "sociale_inkoop.csv, kolom bedrag_excl_btw", words: "heet hier 'factuurbedrag'",
            lines: ["sociale_inkoop -bedrag_excl_btw +factuurbedrag: factuurbedrag=4250,00"]),
        Expected(
            rule: "WRD-10", place: "voorblad.csv, rij 2, kolom totaal_uren", words: "300. De rijen zijn samen 312.",
            lines: ["voorblad +totaal_uren: totaal_uren=300"]),
        Expected(
            rule: "WRD-11", place: "inzet.csv, rij 2, kolom contractnummer", severity: .signal,
            words: "scheelt dat € 1,21",
            lines: [
                "verplichtingen: afronding=hele_euro", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002",
                "inzet: inzet_id=P-003; deelnemercode=D-0003",
            ]),
        Expected(
            rule: "WRD-12", place: "verplichtingen.csv, rij 2, kolom pso_korting", severity: .error,
            words: "gold tot en met 28-06-2026",
            lines: [
                "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso_trede; erkenning_geldig_tot=27-06-2026",
                "bewijs: hoort_bij=12345678; soort=pso_certificaat; datum_document=28-06-2024",
            ]),
    ]

    @Test(arguments: expected)
    func saysWhatWhereAndHowHeavy(_ expected: Expected) throws {
        let assessment = try Example(
            triggers: true, lines: expected.lines, withRegister: true, previous: [], file: #filePath, line: #line
        ).assess()
        let findings = assessment.findings.all.filter { Catalogue.all[Int($0.rule)].facts.id == expected.rule }
        let finding = try #require(findings.first)
        let text = FindingText(finding, assessment.context, assessment.findings)
        #expect(findings.count == 1)
        #expect(finding.severity == expected.severity)
        #expect(text.place(.dutch) == expected.place)
        #expect(text.message(.dutch).contains(expected.words), "\(text.message(.dutch))")
    }
}
