import Intake
import SocialReturnModel

/// No file is the same, byte for byte, as one that came in before on the same period. Placements that go on look the same a quarter later.
enum FileNotReceivedBefore: SubmissionRule {
    static let facts = RuleMetadata(
        "BST-13", since: .v2026_3, .warning, level: .acrossSubmissions, basis: .technical, needs: [.previous],
        earlier: [
            .since(
                .v2026_1,
                examples: [
                    .triggers("voorblad: periode=2026-Q2", previous: [["voorblad: periode=2026-Q1"]]),
                    .passes(previous: [
                        [
                            "-inzet", "-uren", "-sociale_inkoop", "-activiteiten", "-bewijs",
                            "-gesprekken", "-afspraken", "-knelpunten", "-leerpunten", "-voorbeelden", "-leerplekken",
                            "voorblad: periode=2026-Q1",
                        ]
                    ]),
                ])
        ],
        name: Text(nl: "Bestand al ontvangen", en: "File received before"),
        message: Text(
            nl: "Het bestand {file} is precies hetzelfde als in de eerdere inzending '{detail}'.",
            en: "The file {file} is exactly the same as in the earlier submission '{detail}'."),
        remedy: Text(
            nl: "Wilde u een verbeterd bestand sturen? Stuur dan dat. Zo niet, dan hoeft u niets te doen.",
            en: "Did you want to send a corrected file? Then send that one. If not, no action is needed."),
        why: Text(
            nl: "Twee keer hetzelfde bestand over een periode kan een vergissing zijn; dan telt inzet dubbel.",
            en: "The same file twice on one period can be a mistake; placements then count double."),
        examples: [
            .triggers(previous: [[]]),
            .triggers("voorblad: periode=2026-06", previous: [[]]),
            // Nothing changed since the quarter before.
            .passes("voorblad: periode=2026-Q2", previous: [["voorblad: periode=2026-Q1"]]),
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

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Deze levering is precies dezelfde als de eerdere levering '{detail}': dezelfde periode, dezelfde rijen.",
                en:
                    "This delivery is exactly the same as the earlier delivery '{detail}': the same period, the same rows."
            ),
            remedy: Text(
                nl: "Wilde u iets verbeteren? Stuur dan het verbeterde bestand. Zo niet, dan hoeft u niets te doen.",
                en: "Did you want to correct something? Then send the corrected file. If not, no action is needed.")),
        Wording(
            Text(
                nl: "Deze bestanden zijn precies hetzelfde als in de eerdere inzending {detail}.",
                en: "These files are exactly the same as in the earlier submission {detail}."),
            remedy: Text(
                nl: "Wilde u daarvan een verbeterd bestand sturen? Stuur dan dat. Zo niet, dan hoeft u niets te doen.",
                en: "Did you want to send a corrected one of them? Then send that one. If not, no action is needed.")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        var filled = FilledTables()
        context.submission.forEachTable(&filled)
        var found: [(earlier: EarlierReport, tables: [TableID], names: [String])] = []
        for file in context.submission.files {
            guard let table = file.table, filled.tables.contains(table), !file.sha256.isEmpty,
                let earlier = context.previous.first(where: { report in
                    report.digests.contains(file.sha256) && (context.ruleSet < .v2026_3 || onSameDays(report, context))
                })
            else { continue }
            let index = found.firstIndex { $0.earlier.submission.name == earlier.submission.name } ?? found.count
            if index == found.count { found.append((earlier, [], [])) }
            found[index].tables.append(table)
            if !found[index].names.contains(file.name) { found[index].names.append(file.name) }
        }
        for (earlier, tables, names) in found {
            let name = earlier.submission.name
            // A delivery that came in once more is one thing to say, and not one for every file.
            if filled.tables.isSubset(of: tables), earlier.period == context.period {
                report.found(at: context.coverPlace(\.period), report.text(name, from: .supplier), variant: 1)
            } else if names.count == 1 {
                report.found(at: Place(tables[0]), report.text(name, from: .supplier))
            } else {
                let most = 5
                let rest = names.count - most
                let all = names.prefix(most).joined(separator: ", ") + (rest > 0 ? " (+\(rest))" : "")
                report.found(at: Place(tables[0]), report.text("'\(name)': \(all)", from: .supplier), variant: 2)
            }
        }
    }

    /// Whether `report` tells of days that this submission is about, as far as both say so.
    private static func onSameDays(_ report: EarlierReport, _ context: RuleContext) -> Bool {
        context.period == nil || report.period == nil || context.overlaps(report)
    }
}

/// Collects the tables that have a row.
private struct FilledTables: TableVisitor {
    private(set) var tables: Set<TableID> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if !table.rows.isEmpty { tables.insert(table.source.id) }
    }
}
