import Intake
import SocialReturnModel

/// The reference by which other rows know a placement, a document or a commitment stands in one row only. Of two rows with one
/// reference, the later is the double.
enum KeysUnique: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-12", since: .v2026_3, .error, level: .table, basis: .technical,
        traits: [.reportsDouble(mayDiffer: true)],
        name: Text(nl: "Kenmerk dubbel", en: "Reference double"),
        message: Text(
            nl: "Het kenmerk '{value}' staat er al, in uw rij {detail}.",
            en: "The reference '{value}' is there already, in your row {detail}."),
        remedy: Text(
            nl: "Geef elke rij een eigen kenmerk in de kolom '{column}', of verwijder de dubbele rij.",
            en: "Give each row a reference of its own in the column '{column}', or remove the double row."),
        why: Text(
            nl:
                "Uren, bewijs en leerpunten verwijzen naar dit kenmerk. Staat het er twee keer, dan weten "
                + "wij niet bij welke "
                + "rij zij horen.",
            en:
                "Hours, evidence and lessons refer to it. If it is there twice, we do not know which row "
                + "they belong to."
        ),
        examples: [
            .triggers("inzet:", "inzet: deelnemercode=D-0002"),
            .triggers("inzet:", "inzet: inzet_id=p-001; begindatum=01-05-2026"),
            .triggers("bewijs:", "bewijs: hoort_bij=F-2026-118"),
            .triggers("afspraken:", "afspraken: doel=twee stages"),
            .triggers("afspraken:", "afspraken:"),
            .passes("inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .passes("bewijs:", "bewijs: bewijs_id=B-003"),
            .passes("afspraken:", "afspraken: afspraak_id=A-02"),
            // A double of a row that does not count is none.
            .passes("inzet: begindatum=ooit", "inzet:"),
            // The same placement twice is a matter for the rule about placements.
            .passes("inzet:", "inzet:"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        if let table = submission.placements {
            let doubles = doubles(table, \.id)
            let samePlacement = doubles.isEmpty ? [:] : NoDoublePlacement.doubles(in: table)
            add(doubles.filter { samePlacement[$0.later] == nil }, table, \.id, &report)
        }
        if let table = submission.evidence { add(doubles(table, \.id), table, \.id, &report) }
        if let table = submission.commitments { add(doubles(table, \.id), table, \.id, &report) }
    }

    /// The accepted rows whose key stands in an earlier one, each with the first that has it.
    private static func doubles<Row: TableRow>(
        _ table: TableData<Row>, _ key: KeyPath<Row, Symbol?>
    ) -> [(later: Int, first: Int)] {
        let repeated = SymbolSet.repeated(key, in: table)
        let key = Field(key)
        var firsts: [Symbol: Int] = [:]
        var found: [(later: Int, first: Int)] = []
        for index in table.acceptedIndices {
            guard let id = key.value(in: table.rows[index]), repeated.contains(id) else { continue }
            if let first = firsts[id] { found.append((index, first)) } else { firsts[id] = index }
        }
        return found
    }

    private static func add<Row: TableRow>(
        _ doubles: [(later: Int, first: Int)], _ table: TableData<Row>, _ key: KeyPath<Row, Symbol?>,
        _ report: inout FindingCollector
    ) {
        let column = ColumnReference(key)
        for pair in doubles { report.found(at: table.place(pair.later, column), .row(table.records[pair.first])) }
    }
}
