import SocialReturnModel

/// Every heading is one of the template's, and stands there once.
enum HeadingsKnown: ReadingRule {
    static let facts = RuleMetadata(
        "BST-04", since: .v2026_1, .warning, level: .table, basis: .technical,
        name: Text(nl: "Kolomkop of correctie niet herkend", en: "Heading or correction not recognised"),
        message: Text(
            nl: "De kolom '{column}' kennen wij niet. Wij nemen de kolom mee zoals die is, maar rekenen er niet mee.",
            en: "We do not know the column '{column}'. We carry it along as it is, but do not calculate with it."),
        remedy: Text(nl: "Controleer de kolomkop '{column}'.", en: "Check the heading '{column}'."),
        why: Text(
            nl: "Een schrijffout in een kolomkop kan betekenen dat wij gegevens missen die u wel invulde.",
            en: "A misspelt heading can mean that we miss data that you did fill in."),
        examples: [
            .triggers("inzet +afdeling: afdeling=Noord"),
            .triggers(
                "bestand uren.csv: inzet_id;periode;periode;gewerkte_uren\nP-001;2026-Q1;2026-Q1;288"
                    + "\nP-001;2026-Q1;2026-Q1;9"
            ),
            .triggers("inzet -einddatum +Datum_uit_dienst: Datum_uit_dienst=31-12-2026"),
            .triggers("inzet -einddatum +eindatum: eindatum=31-12-2026"),
            .passes(),
            .passes(
                "kolommen: kvk=12345678; tabel=inzet; kop=Datum uit dienst; kolom=einddatum",
                "inzet -einddatum +Datum_uit_dienst: Datum_uit_dienst=31-12-2026"),
            .passes("inzet +vestigingsnummer: vestigingsnummer=000012345678"),
        ])

    /// What to do with a heading of one's own.
    static let remedyOfOwnHeading = Text(
        nl: "Verander de kop in {column}. Komt deze kop vaker voor? Dan kan inkoop de kop vastleggen in kolommen.csv.",
        en: "Change the heading into {column}. Does it come back? Then procurement can lay it down in kolommen.csv.")

    static let observationTriggers = [
        ObservationTrigger(.headingUnknown),
        ObservationTrigger(
            .headingMeant,
            message: Text(
                nl:
                    "Bedoelt u met '{detail}' de kolom {column}? Wij nemen de kolom mee zoals die is, maar rekenen er niet mee.",
                en:
                    "Do you mean the column {column} by '{detail}'? We carry the column along as it is, but do not calculate with it."
            ),
            remedy: remedyOfOwnHeading),
        ObservationTrigger(
            .headingDouble,
            message: Text(
                nl: "De kolomkop '{column}' staat er twee keer. Wij lezen alleen de eerste kolom.",
                en: "The heading '{column}' stands there twice. We read the first column only.")),
        ObservationTrigger(
            .correctionUnclear,
            message: Text(
                nl:
                    "In de kolom 'Correctie' staat '{detail}', maar wij weten niet voor welke kolom dat is. De rij is niet veranderd.",
                en:
                    "Column 'Correctie' holds '{detail}', but we do not know which column it is for. The row was not changed."
            ),
            remedy: Text(
                nl: "Zet de naam van de kolom ervoor, bijvoorbeeld 'einddatum: 31-12-2026', of verbeter de cel zelf.",
                en: "Write the name of the column before it, as in 'einddatum: 31-12-2026', or correct the cell itself."
            )),
        ObservationTrigger(
            .correctionRefused,
            message: Text(
                nl: "In de kolom 'Correctie' staat '{detail}'. Dat past niet in {column}; de oude waarde blijft staan.",
                en: "Column 'Correctie' holds '{detail}'. That does not fit {column}; the old value stays."),
            remedy: Text(
                nl: "In {column} past {fitting}. Klopt de oude waarde? Schrijf dat dan in 'Uw antwoord'.",
                en: "{column} holds {fitting}. Is the old value right? Then say so in 'Your answer'.")),
    ]
}
