import SocialReturnModel

/// What somebody did to a cell besides filling it is asked about: the value is read as it stands, and a question mark as none.
enum MarksBesideCells: ReadingRule {
    static let facts = RuleMetadata(
        "BST-25", since: .v2026_3, .warning, level: .cell, basis: .technical,
        name: Text(nl: "Anders te zien dan te lezen", en: "Seen otherwise than read"),
        message: Text(
            nl:
                "De waarde '{value}' is doorgestreept, helemaal of voor een deel. Wij lezen de waarde zoals die er staat.",
            en: "The value '{value}' is struck through, in whole or in part. We read the value as it stands."),
        remedy: Text(
            nl: "Geldt deze waarde niet meer? Vul dan de juiste waarde in. Zo wel, dan hoeft u niets te doen.",
            en: "Does this value no longer hold? Then fill in the right value. If it does, no action is needed."),
        why: Text(
            nl: "Een lezer van het blad ziet hier iets anders dan een programma.",
            en: "Here a reader of the sheet sees something else than a program does."),
        examples: [
            .triggers("bestand uren.xlsx: inzet_id;periode;gewerkte_uren\nP-001;2026-04;~98~"),
            .triggers("bestand uren.xlsx: inzet_id;periode;gewerkte_uren\n~P-001~;~2026-04~;~98~"),
            .triggers("bestand uren.xlsx: inzet_id;periode;gewerkte_uren\nP-001;2026-04;98^"),
            .triggers("bestand uren.xlsx: inzet_id;periode;gewerkte_uren;rooster\nP-001;2026-04;98;^"),
            .passes("bestand uren.xlsx: inzet_id;periode;gewerkte_uren\nP-001;2026-04;98"),
            .triggers("bestand uren.xlsx: inzet_id;periode;gewerkte_uren\nP-001;2026-04;98`"),
            .triggers("inzet: einddatum=?"),
            .triggers("inzet: uren_per_week=24,0*"),
            .triggers("inzet: begindatum=01-04-2026 1)"),
            .triggers("inzet: doelgroep=PW [2]"),
            .triggers("sociale_inkoop: bedrag_excl_btw=4.250,00¹"),
            .passes("inzet: uren_per_week=24,0.; einddatum=30-09-2026."),
            .triggers("leerpunten: afspraak_id=?"),
            .passes("inzet: einddatum=n.v.t."),
            // What stands at a heading explains the column.
            .passes("bestand uren.xlsx: inzet_id^;periode^;gewerkte_uren^\nP-001;2026-04;98"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.cellStruck),
        ObservationTrigger(
            .questionMark,
            message: Text(
                nl: "In deze cel staat een vraagteken: '{value}'. Wij lezen de cel als leeg.",
                en: "There is a question mark in this cell: '{value}'. We read the cell as empty."),
            remedy: Text(
                nl: "Weet u het inmiddels? Vul het dan in. Zo niet, dan hoeft u niets te doen.",
                en: "Do you know by now? Then fill it in. If not, no action is needed.")),
        ObservationTrigger(
            .rowStruck,
            message: Text(
                nl: "Deze rij is doorgestreept. Wij lezen de rij zoals die er staat, en tellen die mee.",
                en: "This row is struck through. We read the row as it stands, and count it."),
            remedy: Text(
                nl: "Telt de rij niet meer mee? Verwijder de rij dan. Zo wel, dan hoeft u niets te doen.",
                en: "Does the row no longer count? Then remove the row. If it does, no action is needed.")),
        ObservationTrigger(
            .cellHidden,
            message: Text(
                nl: "De waarde '{value}' is op het blad niet te zien. Wij lezen de waarde, en tellen die mee.",
                en: "The value '{value}' cannot be seen on the sheet. We read the value, and count it."),
            remedy: Text(
                nl: "Klopt de waarde? Dan hoeft u niets te doen. Zo niet, maak de cel dan leeg.",
                en: "Is the value right? Then no action is needed. If not, empty the cell.")),
        ObservationTrigger(
            .cellAcross,
            message: Text(
                nl:
                    "De cel met '{value}' is samengevoegd met cellen rechts ervan. Wij lezen de waarde alleen in de kolom '{column}'; de andere kolommen zijn voor ons leeg.",
                en:
                    "The cell with '{value}' is merged with cells to the right of it. We read the value in column '{column}' only; to us the other columns are empty."
            ),
            remedy: Text(
                nl:
                    "Geldt de waarde ook voor de andere kolommen? Splits de cel dan, en vul elke kolom in. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does the value hold for the other columns as well? Then split the cell, and fill in each column. If not, no action is needed."
            )),
        ObservationTrigger(
            .columnLinked, .signal,
            message: Text(
                nl:
                    "In de kolom '{column}' komen waarden via een formule uit een andere werkmap. Die werkmap lezen wij niet; wij lezen de waarden die uw programma het laatst bewaarde.",
                en:
                    "In column '{column}' a formula fetches values from another workbook. We do not read that workbook; we read the values that your program kept last."
            ),
            remedy: Text(
                nl:
                    "Kloppen de waarden? Dan hoeft u niets te doen. Zo niet, werk de koppelingen bij, bewaar de werkmap en lever die opnieuw aan.",
                en:
                    "Are the values right? Then no action is needed. If not, update the links, save the workbook and deliver it again."
            )),
        ObservationTrigger(
            .noteAtCell, .signal,
            message: Text(
                nl: "Bij deze cel staat een opmerking. Opmerkingen bij cellen lezen wij niet.",
                en: "There is a comment at this cell. We do not read comments at cells."),
            remedy: Text(
                nl:
                    "Staat er iets in dat wij moeten weten? Zet het dan in de rij zelf, in de toelichting of bij 'Uw antwoord'. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does it say something that we should know? Then put it in the row itself, in the remarks or in 'Uw antwoord'. If not, no action is needed."
            )),
        ObservationTrigger(
            .noteMark,
            message: Text(
                nl:
                    "Achter deze waarde staat een teken van een noot: '{value}'. Wij lezen de waarde zonder dat teken.",
                en: "There is the mark of a note behind this value: '{value}'. We read the value without that mark."),
            remedy: Text(
                nl:
                    "Zegt de noot iets dat wij moeten weten? Zet dat dan in de toelichting of bij 'Uw antwoord'. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does the note say something that we should know? Then put it in the remarks or in 'Uw antwoord'. If not, no action is needed."
            )),
        ObservationTrigger(
            .noteAtCorrection,
            message: Text(
                nl:
                    "Bij de cel '{column}' van deze rij staat een opmerking. Opmerkingen bij cellen lezen wij niet; er is niets veranderd.",
                en:
                    "There is a comment at the cell '{column}' of this row. We do not read comments at cells; nothing was changed."
            ),
            remedy: Text(
                nl: "Schrijf een nieuwe waarde in de cel 'Correctie' zelf, en uitleg in de cel 'Uw antwoord'.",
                en: "Write a new value in the cell 'Correction' itself, and an explanation in the cell 'Your answer'.")),
        ObservationTrigger(
            .struckCorrection,
            message: Text(
                nl: "Wat bij '{column}' van deze rij staat, is doorgestreept. Wij lezen het zoals het er staat.",
                en: "What stands at '{column}' of this row is struck through. We read it as it stands."),
            remedy: Text(
                nl: "Geldt het niet meer? Maak de cel dan leeg. Zo wel, dan hoeft u niets te doen.",
                en: "Does it no longer hold? Then empty the cell. If it does, no action is needed.")),
    ]
}
