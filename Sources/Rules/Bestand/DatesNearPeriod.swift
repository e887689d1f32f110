import Intake
import SocialReturnModel

/// A date does not lie so far from the reporting period that its year looks like a slip. It is read as it stands.
///
/// How far that is differs by column: ``ColumnDescriptor/reach``. Of the register only rows are looked at that concern the submission.
enum DatesNearPeriod: SubmissionRule {
    static let facts = RuleMetadata(
        "BST-24", since: .v2026_3, .warning, level: .cell, basis: .own,
        yields: ["RAP-14", "BST-11", "INZ-04", "INK-03", "WRD-13", "BEW-03", "MVM-18", "AVG-13"].map { .to($0, .cell) },
        traits: [.ofEveryColumn(.day)],
        name: Text(nl: "Klopt het jaar van deze datum?", en: "Is the year of this date right?"),
        message: Text(
            nl: "De datum {read} ligt ver voor de periode, die begint op {detail}.",
            en: "The date {read} lies long before the period, which begins on {detail}."),
        remedy: Text(
            nl: "Kijk naar het jaar. Klopt de datum? Dan hoeft u niets te doen. Zo niet, vul de juiste datum in.",
            en: "Look at the year. Is the date right? Then no action is needed. If not, fill in the right date."),
        why: Text(
            nl: "Een tikfout in het jaar, zoals 2062 in plaats van 2026, maakt iets jaren te lang of te laat.",
            en: "A slip in the year, such as 2062 instead of 2026, makes something years too long or too late."),
        examples: [
            .triggers("inzet: einddatum=30-09-2062"),
            .triggers("inzet: einddatum=30-09-2036"),
            .triggers("voorblad: ontvangen_op=12-07-2062"),
            .triggers("sociale_inkoop: aandeel_peildatum=01-01-2062"),
            .triggers("sociale_inkoop: erkenning_geldig_tot=31-12-2072"),
            .triggers("bewijs: gezien_op=01-03-1987; hoort_bij="),
            .triggers("gesprekken: datum=12-06-2005"),
            .triggers("afspraken: streefdatum=31-12-2062"),
            .triggers("voorbeelden: toestemming_datum=01-06-2062"),
            .triggers("leerplekken: van=01-09-2062; tot="),
            .triggers("leerplekken: tot=28-02-2072"),
            .triggers("contracten: einddatum=31-03-2062"),
            .triggers("contracten: publicatiedatum=01-09-1925"),
            .triggers("contracten: bewaren_tot=31-12-2137"),
            .triggers("verplichtingen: vastgesteld_op=15-01-2062"),
            .triggers("instellingen: sleutel=ongebruikelijke_weekuren; waarde=48; geldig_vanaf=01-01-2062"),
            .passes(),
            .passes("inzet: einddatum=30-06-2032"),
            .passes("bewijs: datum_document=20-02-1987"),
            .passes("contracten: einddatum=31-12-2055"),
            .passes("voorblad: periode=; ontvangen_op=12-07-2062"),
            // A contract of another supplier is for other reports.
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2020-0001; leverancier_kvk=90000003; einddatum=28-02-2062"),
        ])

    static let variants = [
        Text(
            nl: "De datum {read} ligt ver na de periode, die eindigt op {detail}.",
            en: "The date {read} lies long after the period, which ends on {detail}.")
    ]

    static let wordings = [
        Wording(facts.message, remedy: remedyInRegister, audience: .contractManager),
        Wording(variants[0], remedy: remedyInRegister, audience: .contractManager),
    ]

    private static let remedyInRegister = Text(
        nl:
            "Kijk naar het jaar. Klopt de datum? Dan hoeft u niets te doen. Zo niet, verbeter de datum in het register.",
        en: "Look at the year. Is the date right? Then no action is needed. If not, correct the date in the register.")

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period else { return }
        var search = FarDays(period: period, concerned: nil)
        context.submission.forEachTable(&search)
        search.concerned = context.concernedRegisterRows
        context.register?.forEachTable(&search)
        search.concerned = context.concernedDecisions
        context.register?.recordedDecisions.map { search.visit($0) }
        for day in search.found {
            let edge = day.isBefore ? period.start : period.end
            let variant: UInt8 = (day.isBefore ? 0 : 1) + (day.place.table.isSubmission ? 0 : 2)
            report.found(at: day.place, .day(edge), variant: variant)
        }
    }
}

extension RuleContext {
    /// The lines of `besluiten.csv` about contracts of the submission.
    fileprivate var concernedDecisions: Set<RegisterRow> {
        guard let decisions = register?.recordedDecisions else { return [] }
        return Set(
            decisions.rows.indices.lazy.filter { concerns(decisions.rows[$0].contract) }
                .map { RegisterRow(table: .recordedDecisions, record: decisions.records[$0]) })
    }
}

/// Collects the days that lie beyond the reach of their column.
private struct FarDays: TableVisitor {
    let period: ReportingPeriod
    /// The rows of the register that are looked at; nil for the accepted rows of a table, whichever they are.
    var concerned: Set<RegisterRow>?
    private(set) var found: [(place: Place, isBefore: Bool)] = []

    init(period: ReportingPeriod, concerned: Set<RegisterRow>?) {
        (self.period, self.concerned) = (period, concerned)
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if let concerned, !concerned.contains(where: { $0.table == table.source.id }) { return }
        for (position, column) in Row.table.columns.enumerated() {
            guard case .day(let field) = column.binding, let reach = column.facts.reach else { continue }
            let (first, last) = (reach.first(of: period), reach.last(of: period))
            for index in table.acceptedIndices {
                guard let day = field.value(in: table.rows[index]), day < first || day > last else { continue }
                let place = table.place(index, .known(position))
                if let concerned, !concerned.contains(RegisterRow(table: place.table, record: place.record)) {
                    continue
                }
                found.append((place, day < first))
            }
        }
    }
}
