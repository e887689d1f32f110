import SocialReturnModel

/// No row of totals stands between the data. Such a row is kept apart and counts in no figure.
enum NoTotalsRow: ReadingRule {
    static let facts = RuleMetadata(
        "BST-06", since: .v2026_1, .warning, level: .row, basis: .technical,
        name: Text(nl: "Totaalregel tussen gegevens", en: "Row of totals between the data"),
        message: Text(
            nl: "Deze rij lijkt een totaal. Wij tellen deze rij niet mee.",
            en: "This row looks like a total. We do not count it."),
        remedy: Text(
            nl: "Is dit een totaal? Dan hoeft u niets te doen. Zo niet, vul de rij dan verder in.",
            en: "Is this a total? Then no action is needed. If not, complete the row."),
        why: Text(
            nl: "Een totaal tussen de gegevens zou dubbel meetellen.",
            en: "A total between the data would count double."),
        examples: [
            .triggers("inzet: inzet_id=P-001", "inzet: inzet_id=Totaal"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nSubtotaal:;;288"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n;;288,0"),
            .passes("inzet: inzet_id=P-001", "inzet: inzet_id=TOT-2; deelnemercode=D-0002"),
            .passes(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n;;288 uur volgens de planning"),
        ])

    static let observationTriggers = [ObservationTrigger(.totalsRow, rejectsRow: true)]
}
