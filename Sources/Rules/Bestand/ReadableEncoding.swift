import SocialReturnModel

/// A file is text: UTF-8, UTF-16 with a byte-order mark, or Windows-1252.
enum ReadableEncoding: ReadingRule {
    static let facts = RuleMetadata(
        "BST-01", since: .v2026_1, .error, level: .table, basis: .technical,
        name: Text(nl: "Codering onleesbaar", en: "Encoding unreadable"),
        message: Text(
            nl: """
                Dit bestand is geen leesbare tekst. Misschien is het een werkmap of een ander soort bestand met de \
                naam van een CSV-bestand.
                """,
            en: """
                This file is not readable text. It may be a workbook or another kind of file that is named like a \
                CSV file.
                """),
        remedy: Text(
            nl: "Sla het bestand opnieuw op als CSV UTF-8.",
            en: "Save the file again as CSV UTF-8."),
        why: Text(
            nl: "Zonder leesbare tekst kunnen wij geen enkele rij lezen.",
            en: "Without readable text we cannot read a single row."),
        examples: [
            .triggers("bestand inzet.csv: PK\u{3}\u{4}\u{14}\u{0}"),
            .passes(),
        ])

    static let observationTriggers = [
        ObservationTrigger(.encodingUnreadable),
        ObservationTrigger(
            .workbookNamedAsText, .signal,
            message: Text(
                nl:
                    "Het bestand {file} heet als een CSV-bestand, maar is een werkmap. Wij hebben het als werkmap gelezen.",
                en: "The file {file} is named like a CSV file, but is a workbook. We have read it as a workbook."),
            remedy: Text(
                nl: "Geef een werkmap de naam die erbij past, met .xlsx of .ods erachter.",
                en: "Give a workbook the name that goes with it, with .xlsx or .ods behind it.")),
    ]
}
