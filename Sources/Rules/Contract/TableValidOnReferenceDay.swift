import Intake
import Parameters
import SocialReturnModel
import Valuations

/// The valuation table that an obligation names is there, and valid on the day that the obligation refers to.
///
/// Where that day is the first of each placement, one placement outside the table's validity breaks the rule.
enum TableValidOnReferenceDay: SubmissionRule {
    static let facts = RuleFacts(
        "CTR-09", since: .v2026_1, .warning, level: .acrossTables, basis: .contract, sources: ["LEI", "DH"],
        column: "tabel_id",
        needs: [.register], audience: .contractManager,
        name: Text(nl: "Past deze waarderingstabel?", en: "Does this valuation table fit?"),
        message: Text(
            nl: "De waarderingstabel {value} geldt niet op de peildatum {detail}.",
            en: "The valuation table {value} is not valid on the reference date {detail}."),
        remedy: Text(
            nl: "Gebruik de tabel die bij publicatie van de aanbesteding gold.",
            en: "Use the table that applied when the tender was published."),
        why: Text(
            nl: "Bedragen in een tabel veranderen. Een lopend contract houdt de tabel van zijn eigen aanbesteding.",
            en: "Amounts in a table change. A running contract keeps the table of its own tender."),
        examples: [
            .triggers("verplichtingen: peildatum_soort=publicatie", "contracten: publicatiedatum=30-06-2023"),
            .triggers("verplichtingen: peildatum_soort=gunning", "contracten: gunningsdatum=01-01-2023"),
            .triggers("verplichtingen: peildatum_soort=start_inzet", "inzet: begindatum=30-06-2023"),
            .triggers("verplichtingen: tabel_id=HAAGLANDEN-1999"),
            .triggers("verplichtingen:", "verplichtingen: tabel_id=LEIDEN-2023-09"),
            // The department's own table has an error: the message names the file, the row and the cause.
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(brokenTable)",
                "verplichtingen: tabel_id=EIGEN-2026"),
            .passes("verplichtingen: peildatum_soort=publicatie", "contracten: publicatiedatum=01-07-2023"),
            .passes("verplichtingen: peildatum_soort=start_inzet", "inzet: begindatum=01-07-2023"),
            .passes("verplichtingen: tabel_id=; rekenmethode="),
            // A table without a first day, and an obligation without a reference date, cannot be tested.
            .passes("verplichtingen: tabel_id=UTRECHT"),
            .passes("verplichtingen: peildatum_soort="),
        ])

    /// A table of which a block has no value that can be read.
    private static let brokenTable = """
        soort_regel;tabel_id;geldig_vanaf;volledigheid;voltijd_uren;blok_code;invoertabel;doelgroep;waarde;eenheid
        tabel;EIGEN-2026;01-01-2020;volledig;36;;;;;
        blok;EIGEN-2026;;;;PW;inzet;PW;veel;jaar
        """

    static let variants = [
        Text(
            nl: "De waarderingstabel {value} is niet bekend: zij is niet ingebouwd en staat niet in het register.",
            en: "The valuation table {value} is not known: it is neither built in nor in the register."),
        Text(
            nl: "De waarderingstabel {value} in het register heeft fouten en is niet gebruikt.",
            en: "The valuation table {value} in the register has errors and was not used."),
        Text(
            nl: "De verplichtingen van dit contract noemen meer dan één tabel: {detail}.",
            en: "The obligations of this contract name more than one table: {detail}."),
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "{detail} Daarom is de waarderingstabel {value} uit het register niet gebruikt.",
                en: "{detail} So the valuation table {value} of the register was not used."),
            remedy: Text(
                nl:
                    "Verbeter die cel in het bestand van de tabel (map waarderingstabellen van het register). Zolang de "
                    + "tabel een fout heeft, rekenen wij er niet mee.",
                en:
                    "Correct that cell in the file of the table (folder waarderingstabellen of the register). As long as "
                    + "the table has an error we do not calculate with it."))
    ]

    static func check(_ context: RuleContext, _ report: inout Report) {
        let column = ColumnReference(named: "tabel_id", in: Obligation.self)
        for terms in context.terms.values.sorted(by: { $0.place.record < $1.place.record }) {
            guard var place = terms.settling?.place else { continue }
            place.column = column
            switch terms.table {
            case .notNamed, .exempt: continue
            case .unknown: report.found(at: place, variant: 1)
            case .refused(let name):
                if let cause = cause(of: name, context) {
                    report.found(at: place, report.text(cause), variant: 4)
                } else {
                    report.found(at: place, variant: 2)
                }
            case .several(let names):
                report.found(at: place, report.text(Set(names).sorted().joined(separator: ", ")), variant: 3)
            case .notValid(_, let day): report.found(at: place, .day(day))
            case .inUse(let table): checkPlacements(of: terms, table, place, context, &report)
            }
        }
    }

    /// The first thing that is wrong with the table called `name`: file, row, column and error.
    private static func cause(of name: String, _ context: RuleContext) -> Text? {
        let key = FoldedName.fold(name)
        let files = (context.register?.valuationTables ?? []).filter { table in
            table.rows.contains { FoldedName.fold(table.source.text($0.tableID)) == key }
        }
        .map(\.source.fileName)
        let problems = context.tables?.problems ?? []
        guard let problem = problems.first(where: { !$0.isUsable && files.contains($0.file) }) else { return nil }
        let column = problem.column.map { Text(nl: ", kolom \($0)", en: ", column \($0)") } ?? Text(verbatim: "")
        let row = problem.row.map { Text(nl: ", rij \($0)", en: ", row \($0)") } ?? Text(verbatim: "")
        return Text(
            nl: "\(problem.file)\(row.nl)\(column.nl): \(problem.reason.nl)",
            en: "\(problem.file)\(row.en)\(column.en): \(problem.reason.en)")
    }

    /// Looks at the placements where the first day of each is the reference date, and says what cannot be tested.
    private static func checkPlacements(
        of terms: ContractTerms, _ table: ValuationTable, _ place: Place, _ context: RuleContext, _ report: inout Report
    ) {
        if table.validFrom == nil {
            report.notEvaluated(
                Text(
                    nl: "De bron van tabel \(table.id) noemt geen eerste dag.",
                    en: "The source of table \(table.id) gives no first day."),
                supply: Text(
                    nl: "Zet de tabel met haar eerste dag in waarderingstabellen/ van het register.",
                    en: "Put the table with its first day into waarderingstabellen/ of the register."),
                by: .contractManager)
        }
        switch terms.referenceDay {
        case .known: break
        case .unknown:
            report.notEvaluated(
                Text(
                    nl: "De peildatum van een contract met tabel \(table.id) ontbreekt in het register.",
                    en: "The reference date of a contract with table \(table.id) is missing from the register."),
                supply: Text(
                    nl: "Vul peildatum_soort en de bijbehorende datum in het register in.",
                    en: "Fill in peildatum_soort and the date that goes with it in the register."),
                by: .contractManager)
        case .ofEachRow:
            guard let placements = context.submission.placements else { return }
            let starts = placements.acceptedIndices.lazy
                .filter { placements.rows[$0].contract == terms.contract.id }
                .compactMap { placements.rows[$0].start }
            if let day = starts.filter({ !table.isValid(on: $0) }).min() { report.found(at: place, .day(day)) }
        }
    }
}
