import Intake
import SocialReturnModel

/// A row of the register refers to a contract and a supplier that the register has.
enum RegisterReferencesFound: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-17", since: .v2026_3, .warning, level: .acrossTables, basis: .technical, needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Verwijzing naar niets in het register", en: "Reference to nothing in the register"),
        message: Text(
            nl:
                "Contract '{value}' staat niet in contracten.csv. Deze rij hoort bij geen contract en telt nergens mee.",
            en: "Contract '{value}' is not in contracten.csv. This row belongs to no contract and counts nowhere."),
        remedy: Text(
            nl: "Verbeter in het register het nummer, of voeg de ontbrekende rij toe.",
            en: "Correct the number in the register, or add the missing row."),
        why: Text(
            nl: "Een verplichting van een contract dat er niet is, wordt nergens naast gelegd.",
            en: "An obligation of a contract that is not there is compared with nothing."),
        examples: [
            .triggers("verplichtingen:", "verplichtingen: contractnummer=BZK-2026-0174"),
            .triggers("onderaannemers:", "onderaannemers: contractnummer=BZK-2026-0174"),
            .triggers("leveranciers: kvk=87654321"),
            .triggers("verplichtingen:", "verplichtingen: contractnummer=BZK 2026 0147; percentage=2,0"),
            .triggers("verplichtingen:", "verplichtingen: contractnummer=; doel_aantal=4; doel_eenheid=plekken"),
            .triggers("onderaannemers:", "onderaannemers: contractnummer="),
            .triggers("leveranciers:", "leveranciers: kvk=1234"),
            .passes(),
            .passes("verplichtingen:", "verplichtingen: contractnummer=bzk-2026-0147; percentage=2,0"),
            // A register without a list of suppliers refers to none.
            .passes("-leveranciers"),
            .passes("leveranciers"),
        ])

    static let variants = [
        Text(
            nl: "Leverancier {value} van dit contract staat niet in leveranciers.csv.",
            en: "Supplier {value} of this contract is not in leveranciers.csv."),
        RegisterListing<Place>.restMessage,
        Text(
            nl:
                "Contract '{value}' staat niet in contracten.csv. Bedoelt u {detail}? Deze rij hoort nu bij geen contract en telt nergens mee.",
            en:
                "Contract '{value}' is not in contracten.csv. Do you mean {detail}? Now this row belongs to no contract and counts nowhere."
        ),
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "Op deze rij staat geen nummer dat wij kunnen lezen. De rij hoort nergens bij en telt nergens mee.",
                en: "There is no number on this row that we can read. The row belongs to nothing and counts nowhere."),
            remedy: Text(
                nl:
                    "Vul het nummer in. Is in Excel een cel samengevoegd? Dan staat het nummer alleen in de bovenste rij; vul het in elke rij in.",
                en:
                    "Fill in the number. Was a cell merged in Excel? Then the number is only in the top row; fill it in on each row."
            ))
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let listing = RegisterListing(register.referencesToNothing) { $0.table }
        for place in listing.shown {
            let meant = register.contractMeant(at: place).map { report.text(register.symbols[$0], from: .register) }
            report.found(at: place, meant ?? .none, variant: variant(at: place, hasProposal: meant != nil))
        }
        report.addRest(of: listing, variant: 2)
        guard !register.rowsOfNothing.isEmpty else { return }
        // Of a row that may be about this report it is said cell by cell what cannot be read.
        let told = context.concernedRegisterRows
        let rows = RegisterListing(
            register.rowsOfNothing.filter { !told.contains(RegisterRow(table: $0.table, record: $0.record)) }
        ) { $0.table }
        for place in rows.shown { report.found(at: place, variant: 4) }
        report.addRest(of: rows, variant: 2)
    }

    /// Which of the messages is about a row that refers to nothing.
    static func variant(at place: Place, hasProposal: Bool) -> UInt8 {
        place.table == .contracts ? 1 : hasProposal ? 3 : 0
    }
}
