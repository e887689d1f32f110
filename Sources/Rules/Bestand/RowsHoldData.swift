import SocialReturnModel

/// What stands below the headings is data: no second heading, no explanation, no ruler line, no note below the table.
enum RowsHoldData: ReadingRule {
    static let facts = RuleMetadata(
        "BST-23", since: .v2026_1, .error, level: .row, basis: .technical,
        name: Text(nl: "Rij zonder gegevens", en: "Row without data"),
        message: Text(
            nl: "In deze rij staat te weinig dat wij als gegevens kunnen lezen. Wij tellen de rij niet mee.",
            en: "There is too little in this row that we can read as data. We do not count the row."),
        remedy: Text(
            nl:
                "Is dit een toelichting of een kop? Haal de rij weg. Zijn het gegevens? Vul dan de "
                + "verplichte kolommen.",
            en: "Is this an explanation or a heading? Remove the row. Is it data? Then fill in the required columns."),
        why: Text(
            nl: "Onder de kolomkoppen lezen wij elke rij als één persoon, factuur of afspraak.",
            en: "Below the headings we read each row as one person, invoice or commitment."),
        examples: [
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\ninzet_id;periode;gewerkte_uren"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\n-----;-----;-----\nP-001;2026-Q1;288"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n* uren zijn geschat;;"),
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nuw kenmerk;de periode;aantal uren\nP-001;2026-Q1;288"
            ),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nP-002;;"),
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nVOORBEELD;2026-Q1;160\nP-001;2026-Q1;288"),
            // What a template of one's own has in rows that nobody used.
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n;2026-Q1;\n;2026-Q1;"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\n;;[uur]\nP-001;2026-Q1;288"),
            // What a program prints on top of each page.
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren;x\nP-001;2026-Q1;288;\nVoorbeeld Schoon B.V.;;;Blad 2"
            ),
            .triggers("bestand uren.csv: P-001;2026-Q1;288\ninzet_id;periode;gewerkte_uren\nP-001;2026-04;12"),
            .passes("bestand uren.csv: Uren per kwartaal;;\ninzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288"),
            .passes("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.notDataRow),
        ObservationTrigger(
            .noteRow, .warning, rejectsRow: true,
            message: Text(
                nl: "Deze rij lijkt een toelichting, een streep of een kop. Wij tellen de rij niet mee.",
                en: "This row looks like an explanation, a line or a heading. We do not count the row."),
            remedy: Text(
                nl: "Is dat zo? Dan hoeft u niets te doen. Zo niet, vul de rij dan verder in.",
                en: "Is it? Then no action is needed. If not, complete the row.")),
        ObservationTrigger(
            .exampleRow, .warning, rejectsRow: true,
            message: Text(
                nl: "Deze rij heet 'voorbeeld'. Wij tellen de rij niet mee.",
                en: "This row is called 'example'. We do not count the row."),
            remedy: Text(
                nl: "Is het een voorbeeld? Dan hoeft u niets te doen. Zo niet, geef de rij dan een eigen kenmerk.",
                en: "Is it an example? Then no action is needed. If not, give the row an identifier of its own.")),
        ObservationTrigger(
            .preparedRow, .warning, rejectsRow: true,
            message: Text(
                nl: """
                    Deze rij lijkt van tevoren ingevuld: er staat alleen wat ook in de rij erboven of eronder staat. Wij tellen de rij \
                    niet mee.
                    """,
                en: """
                    This row looks filled in beforehand: it has only what the row above or below it has. We do not count the row.
                    """),
            remedy: Text(
                nl: "Is dat zo? Dan hoeft u niets te doen. Zo niet, vul de rij dan verder in.",
                en: "Is it? Then no action is needed. If not, complete the row.")),
        ObservationTrigger(
            .headingsRepeated, .warning, rejectsRow: true,
            message: Text(
                nl: "Dit is geen gegevensrij: hier staan de kolomkoppen nog een keer.",
                en: "This is no row of data: the headings stand here once more."),
            remedy: Text(nl: "U hoeft niets te doen.", en: "No action is needed.")),
        ObservationTrigger(
            .rowAboveHeadings,
            message: Text(
                nl: "Deze rij staat boven de kolomkoppen. Wij tellen de rij niet mee.",
                en: "This row stands above the headings. We do not count the row."),
            remedy: Text(
                nl: "Zet de kolomkoppen boven alle rijen. Is het een titel? Haal de rij dan weg.",
                en: "Put the headings above all rows. Is it a title? Then remove the row.")),
    ]
}
