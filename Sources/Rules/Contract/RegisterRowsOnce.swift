import Intake
import Parameters
import SocialReturnModel

/// A contract, organisation, obligation, setting or building block stands once in the register. Of two, the first counts.
///
/// It holds in every edition: the later row counts in none.
enum RegisterRowsOnce: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-16", since: .v2026_1, .warning, level: .table, basis: .technical, needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Dubbele rij in het register", en: "Double row in the register"),
        message: Text(
            nl: "'{value}' staat al in rij {detail}. Die rij geldt; deze telt niet mee.",
            en: "'{value}' is in row {detail} already. That row holds; this one does not count."),
        remedy: Text(
            nl: "Verwijder in het register een van de twee rijen, of verbeter het kenmerk.",
            en: "Remove one of the two rows from the register, or correct the reference."),
        why: Text(
            nl: "Staat iets twee keer in het register, dan is niet te zeggen welke rij is bedoeld.",
            en: "If something is in the register twice, nobody can tell which row is meant."),
        examples: [
            .triggers("contracten:", "contracten: titel=Iets anders"),
            .triggers("contracten:", "contracten: contractnummer=bzk-2026-0147"),
            .triggers("contracten:", "contracten: contractnummer=BZK 2026/0147"),
            // Of a contract that this report is not about.
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2020-0001", "contracten: contractnummer=BZK-2020-0001"),
            .triggers("leveranciers:", "leveranciers: rechtsvorm=nv"),
            .triggers("partners:", "partners: erkenning=pso_trede"),
            .triggers("onderaannemers:", "onderaannemers: naam=Voorbeeld Transport"),
            .triggers("verplichtingen:", "verplichtingen:"),
            .triggers(
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=48",
                "instellingen: sleutel=Ongebruikelijke weekuren; waarde=50"),
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)blok;EIGEN-2026;;;;PW;inzet;PW;9000;jaar\n"),
            .passes("contracten:", "contracten: contractnummer=BZK-2026-0200"),
            .passes("verplichtingen:", "verplichtingen: verplichting_bedrag=16000,00"),
            .passes("onderaannemers:", "onderaannemers: kvk=90000003"),
            .passes(
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=48; geldig_tot=30-06-2026",
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=50; geldig_vanaf=01-07-2026"),
            .passes(
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=48",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=ongebruikelijke_weekuren; waarde=50"),
            // Lines that differ in what they are for share a code.
            .passes(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)blok;EIGEN-2026;;;;PW;inzet;WW;9000;jaar\n"),
        ])

    /// A table with one block.
    private static let ownTable = """
        soort_regel;tabel_id;geldig_vanaf;volledigheid;voltijd_uren;blok_code;invoertabel;doelgroep;waarde;eenheid
        tabel;EIGEN-2026;01-01-2020;volledig;36;;;;;
        blok;EIGEN-2026;;;;PW;inzet;PW;12000;jaar

        """

    static let variants = [
        Text(
            nl: "Er is nog een bestand met deze tabel: {detail}. Dat hebben wij niet gelezen.",
            en: "There is another file with this table: {detail}. We have not read it."),
        Text(
            nl:
                "In een waarderingstabel staat een bouwblok of bonus twee keer voor dezelfde rijen. De eerste rij geldt. "
                + "Bestand en rij: {detail}.",
            en:
                "In a valuation table a building block or bonus is there twice for the same rows. The first line holds. "
                + "File and row: {detail}."),
        RegisterListing<RegisterDouble>.restMessage,
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "Het bestand {detail} in het register is niet gelezen.",
                en: "The file {detail} in the register was not read."),
            remedy: Text(
                nl:
                    "Hoort het bij het register? Bewaar het dan als CSV met de naam {file}. Zo niet, dan hoeft u niets te doen.",
                en: "Is it part of the register? Then save it as CSV with the name {file}. If not, no action is needed."
            )),
        Wording(
            Text(
                nl: "'{value}' lijkt op het nummer in rij {detail}. Wij lezen het als een ander contract.",
                en: "'{value}' is much like the number in row {detail}. We read it as another contract."),
            remedy: Text(
                nl:
                    "Is het hetzelfde contract? Haal dan een van de twee rijen weg. Zo niet, dan hoeft u niets te doen.",
                en: "Is it the same contract? Then remove one of the two rows. If not, no action is needed.")),
    ]

    /// Valuation tables are at hand by then.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let listing = RegisterListing(register.doubles) { $0.place.table }
        for double in listing.shown { report.found(at: double.place, .count(double.firstRow)) }
        report.addRest(of: listing, variant: 3)
        for file in register.unreadFiles {
            report.found(at: Place(file.table), report.text(file.name, from: .register), variant: 1)
        }
        for file in register.filesNamedAlike {
            report.found(at: Place(file.table), report.text(file.name, from: .register), severity: .signal, variant: 4)
        }
        let alike = RegisterListing(register.likenesses) { $0.place.table }
        for likeness in alike.shown { report.found(at: likeness.place, .count(likeness.firstRow), variant: 5) }
        report.addRest(of: alike, variant: 3)
        for line in context.tables?.doubleLines ?? [] {
            report.found(at: Place(.valuationLines), report.text(line, from: .register), variant: 2)
        }
    }
}
