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
            .triggers(
                "bestand uren.csv: Stand op  Voorbeeld Schoon B.V.  06-07-2026\ninzet_id  periode   gewerkte_uren"
                    + "\n--------  --------  -------------\nP-001     2026-Q1   288\nP-001     2026-Q1   12"),
            .passes("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288,0\nP-001;2026-Q1;12,0"),
            .passes("bestand uren.csv: inzet_id,periode,gewerkte_uren\nP-001,2026-Q1,288\nP-001,2026-Q1,12"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.separatorUnclear, rejectsRow: true),
        ObservationTrigger(
            .oneColumn, rejectsRow: true,
            message: Text(
                nl:
                    "In {file} staat alles in één kolom: elke cel bevat een hele regel. Zo kunnen wij de waarden niet lezen.",
                en:
                    "In {file} all stands in one column: each cell holds a whole line. We cannot read the values like that."
            ),
            remedy: Text(
                nl:
                    "Verdeel de regels in Excel over kolommen (Gegevens, Tekst naar kolommen), of stuur het CSV-bestand zelf.",
                en: "Divide the lines into columns in Excel (Data, Text to Columns), or send the CSV file itself.")),
        ObservationTrigger(
            .fixedWidth, rejectsRow: true,
            message: Text(
                nl:
                    "{file} is een tekstlijst: de kolommen staan met spaties onder elkaar. Zo kunnen wij de "
                    + "lijst niet lezen.",
                en: "{file} is a text list: its columns are lined up with spaces. We cannot read the list like that."),
            remedy: Text(
                nl:
                    "Open de lijst in Excel (Gegevens, Tekst naar kolommen) en sla haar op als Excel-werkmap, of vul "
                    + "het sjabloon in.",
                en:
                    "Open it in Excel (Data, Text to Columns) and save it as an Excel workbook, or fill in the "
                    + "template.")),
    ]
}
