import SocialReturnModel

/// Every heading is one of the template's, and stands there once.
enum HeadingsKnown: ReadingRule {
    static let facts = RuleMetadata(
        "BST-04", since: .v2026_1, .warning, level: .table, basis: .technical,
        name: Text(nl: "Kolomkop of correctie niet herkend", en: "Heading or correction not recognised"),
        message: Text(
            nl: "De kolom '{column}' kennen wij niet. Wij nemen de kolom mee zoals die is, maar rekenen er niet mee.",
            en: "We do not know the column '{column}'. We carry it along as it is, but do not calculate with it."),
        remedy: Text(
            nl:
                "Hoort '{column}' bij een kolom van het sjabloon? Gebruik dan die kop. Zo niet, dan hoeft u "
                + "niets te doen.",
            en: "Does '{column}' match a column of the template? Then use that heading. If not, no action is needed."),
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
            .triggers("inzet +Contract: Contract=tijdelijk"),
            .triggers("inzet +KvK: KvK=12345678"),
            .triggers(
                "bestand sociale_inkoop.csv: Bedragen x € 1.000\ncontractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\nBZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-1;15-01-2026;4,25"
            ),
            .passes(
                "bestand sociale_inkoop.csv: Bedragen in hele euro's\ncontractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\nBZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-1;15-01-2026;4,25"
            ),
            .triggers("inzet +april +mei: april=96; mei=90"),
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren;\nP-001;2026-Q1;288;goed gegaan"),
            // A program numbers the rows.
            .passes("bestand uren.csv: ;inzet_id;periode;gewerkte_uren\n0;P-001;2026-Q1;288\n1;P-001;2026-Q1;12"),
            .passes("bestand uren.csv: Unnamed: 0;inzet_id;periode;gewerkte_uren\n1;P-001;2026-Q1;288"),
            .passes(),
            .passes(
                "kolommen: kvk=12345678; tabel=inzet; kop=Datum uit dienst; kolom=einddatum",
                "inzet -einddatum +Datum_uit_dienst: Datum_uit_dienst=31-12-2026"),
            .passes("inzet +vestigingsnummer: vestigingsnummer=000012345678"),
        ])

    /// What to do with a heading of one's own.
    static let remedyOfOwnHeading = Text(
        nl:
            "Klopt dat? Verander de kop dan in {column}. Gebruikt u deze kop altijd? Vraag uw "
            + "contractmanager dan om hem vast te leggen.",
        en:
            "Is that right? Then change the heading into {column}. Do you always use this heading? Then ask "
            + "your contract manager to record it."
    )

    /// What to do with a column in another unit than that of the template.
    static let remedyOfUnit = Text(
        nl: "Zet de waarden om naar wat het sjabloon vraagt, zoals {example}, en noem de kolom {column}.",
        en: "Change the values to what the template asks, such as {example}, and name the column {column}.")

    /// What to do with periods that stand beside each other.
    static let remedyOfPeriods = Text(
        nl:
            "Geef elke periode een eigen rij. Uren horen in de tabel Uren: een rij per inzet en maand, met inzet_id, periode en gewerkte_uren.",
        en:
            "Give each period a row of its own. Hours belong in the table Uren: a row for each placement and month, with inzet_id, periode and gewerkte_uren."
    )

    static let observationTriggers = [
        ObservationTrigger(.headingUnknown),
        ObservationTrigger(
            .headingOfUnit,
            message: Text(
                nl:
                    "'{detail}' lijkt de kolom {column}, in een andere eenheid of notatie. Wij nemen de kolom mee "
                    + "zoals die is, maar rekenen er niet mee.",
                en:
                    "'{detail}' looks like the column {column}, in another unit or notation. We carry the column along as "
                    + "it is, but do not calculate with it."),
            remedy: remedyOfUnit),
        ObservationTrigger(
            .titleOfUnit,
            message: Text(
                nl:
                    "Hier staat dat de bedragen in duizenden of miljoenen zijn. Wij lezen elk bedrag zoals het er staat, in "
                    + "euro's.",
                en:
                    "It says here that amounts are in thousands or millions. We read each amount as it stands, in euros."
            ),
            remedy: Text(
                nl:
                    "Vul de bedragen in euro's in, zoals 1250,00, en haal deze regel weg. Staan ze er al zo? Haal dan alleen deze regel weg.",
                en:
                    "Fill in the amounts in euros, such as 1250,00, and take this line away. Are they so already? Then only take this line away."
            )),
        ObservationTrigger(
            .headingMeant,
            message: Text(
                nl:
                    "Bedoelt u met '{detail}' de kolom {column}? Wij nemen de kolom mee zoals die is, maar "
                    + "rekenen er niet mee.",
                en:
                    "Do you mean the column {column} by '{detail}'? We carry the column along as it is, but "
                    + "do not calculate with it."
            ),
            remedy: remedyOfOwnHeading),
        ObservationTrigger(
            .tableBeside, .error,
            message: Text(
                nl: "Naast deze tabel staat nog een tabel, vanaf de kolom '{column}'. Die hebben wij niet gelezen.",
                en: "Another table stands beside this one, from the column '{column}' on. We have not read that one."),
            remedy: Text(
                nl: "Zet de andere tabel op een eigen blad, of in een eigen bestand.",
                en: "Put the other table on a sheet of its own, or in a file of its own.")),
        ObservationTrigger(
            .periodsBeside,
            message: Text(
                nl:
                    "Vanaf de kolom '{column}' staan perioden naast elkaar. Die kolommen nemen wij mee, maar wij rekenen er niet mee.",
                en:
                    "From the column '{column}' on, periods stand beside each other. We take those columns along, but do not calculate with them."
            ),
            remedy: remedyOfPeriods),
        ObservationTrigger(
            .headingDouble,
            message: Text(
                nl: "De kolomkop '{column}' staat er twee keer. Wij lezen alleen de eerste kolom.",
                en: "The heading '{column}' is there twice. We read the first column only."),
            remedy: Text(
                nl: "Laat de kolom staan die u bedoelt, of geef de andere kolom een eigen kop.",
                en: "Keep the column that you mean, or give the other one a heading of its own.")),
        ObservationTrigger(
            .headingAlike,
            message: Text(
                nl: "Twee kolommen lijken hetzelfde te zijn: '{detail}' en '{column}'. Wij lezen alleen '{detail}'.",
                en: "Two columns seem to be the same: '{detail}' and '{column}'. We read '{detail}' only."),
            remedy: Text(
                nl:
                    "Staat in '{column}' iets anders? Gebruik dan de kop van het sjabloon die erbij hoort. "
                    + "Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does '{column}' hold something else? Then use the heading of the template that it "
                    + "belongs to. If not, no action is needed."
            )),
        ObservationTrigger(
            .headingMissing, .signal,
            message: Text(
                nl: "Kolom {detail} heeft geen kop. Wij nemen de kolom mee zoals die is, maar rekenen er niet mee.",
                en: "Column {detail} has no heading. We carry it along as it is, but do not calculate with it."),
            remedy: Text(
                nl: "Hoort de kolom bij het sjabloon? Zet de kop er dan boven. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does the column belong to the template? Then put its heading above it. If not, no "
                    + "action is needed."
            )),
        ObservationTrigger(
            .correctionUnclear,
            message: Text(
                nl:
                    "In de kolom 'Correctie' staat '{detail}', maar wij weten niet voor welke kolom dat is. "
                    + "De rij is niet veranderd.",
                en:
                    "Column 'Correctie' holds '{detail}', but we do not know which column it is for. The row "
                    + "was not changed."
            ),
            remedy: Text(
                nl: "Zet de naam van de kolom ervoor, bijvoorbeeld 'einddatum: 31-12-2026', of verbeter de cel zelf.",
                en: "Write the name of the column before it, as in 'einddatum: 31-12-2026', or correct the cell itself."
            )),
        ObservationTrigger(
            .textAstray,
            message: Text(
                nl: "Hier staat '{detail}', op een plek die wij niet lezen. Er is niets veranderd.",
                en: "'{detail}' stands here, in a place that we do not read. Nothing was changed."),
            remedy: Text(
                nl: "Zet een nieuwe waarde in de kolom 'Correctie' van de rij, en uitleg in 'Uw antwoord'.",
                en: "Put a new value in column 'Correction' of the row, and an explanation in 'Your answer'.")),
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
