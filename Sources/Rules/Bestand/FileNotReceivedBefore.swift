import Intake
import SocialReturnModel

/// No file is the same, byte for byte, as one that came in before.
enum FileNotReceivedBefore: SubmissionRule {
    static let facts = RuleFacts(
        "BST-13", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .technical, needs: [.previous],
        name: Text(nl: "Bestand al ontvangen", en: "File received before"),
        message: Text(
            nl: "Het bestand {file} is precies hetzelfde als in de eerdere inzending '{detail}'.",
            en: "The file {file} is exactly the same as in the earlier submission '{detail}'."),
        remedy: Text(
            nl: "Dit bestand hebben wij al. Is dit een correctie?",
            en: "We have this file already. Is this a correction?"),
        why: Text(
            nl: "Hetzelfde bestand in twee perioden kan een vergissing zijn; dan telt inzet dubbel.",
            en: "The same file in two periods can be a mistake; placements then count double."),
        examples: [
            .triggers(previous: [[]]),
            .triggers("voorblad: periode=2026-Q2", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "-inzet", "-uren", "-sociale_inkoop", "-activiteiten", "-bewijs", "-gesprekken", "-afspraken",
                "-knelpunten",
                "-voorbeelden", "-leerplekken", "leerpunten: wat_geleerd=eerder bellen",
                "voorblad: toelichting=tweede kwartaal",
                previous: [[]]),
            // Files without a row say nothing.
            .passes(
                "-inzet", "-uren", "-sociale_inkoop", "-activiteiten", "-bewijs", "-gesprekken", "-afspraken",
                "-knelpunten",
                "-voorbeelden", "-leerplekken", "leerpunten", "voorblad: toelichting=tweede kwartaal",
                previous: [["leerpunten"]]),
        ])

    static func check(_ context: RuleContext, _ report: inout Report) {
        var filled = FilledTables()
        context.submission.forEachTable(&filled)
        for file in context.submission.files {
            guard let table = file.table, filled.tables.contains(table), !file.sha256.isEmpty,
                let earlier = context.previous.first(where: { $0.digests.contains(file.sha256) })
            else { continue }
            report.found(at: Place(table), report.text(earlier.submission.name))
        }
    }
}

/// Collects the tables that have a row.
private struct FilledTables: TableVisitor {
    private(set) var tables: Set<TableID> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if !table.rows.isEmpty { tables.insert(table.source.id) }
    }
}
