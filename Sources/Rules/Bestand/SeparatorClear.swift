import SocialReturnModel

/// One separator divides the lines of a file into the same number of columns.
enum SeparatorClear: ReadingRule {
    static let facts = RuleMetadata(
        "BST-02", since: .v2026_1, .error, level: .table, basis: .technical, sources: ["AFAS"],
        name: Text(nl: "Scheidingsteken onduidelijk", en: "Separator unclear"),
        message: Text(
            nl: "Wij kunnen niet zien welk teken de kolommen van {file} scheidt.",
            en: "We cannot tell which sign separates the columns of {file}."),
        remedy: Text(nl: "Gebruik een puntkomma tussen de kolommen.", en: "Put a semicolon between the columns."),
        why: Text(
            nl: "Zonder vast scheidingsteken weten wij niet welke waarde in welke kolom hoort.",
            en: "Without one separator we do not know which value belongs in which column."),
        examples: [
            .triggers("bestand uren.csv: inzet_id periode gewerkte_uren\nP-001 2026-Q1 288\nP-001 2026-Q1 12"),
            .passes("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288,0\nP-001;2026-Q1;12,0"),
            .passes("bestand uren.csv: inzet_id,periode,gewerkte_uren\nP-001,2026-Q1,288\nP-001,2026-Q1,12"),
        ])

    static let observationTriggers = [ObservationTrigger(.separatorUnclear, rejectsRow: true)]
}
