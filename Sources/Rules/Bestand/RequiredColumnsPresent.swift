import SocialReturnModel

/// A table has all columns that every row must fill in.
enum RequiredColumnsPresent: ReadingRule {
    static let facts = RuleMetadata(
        "BST-03", since: .v2026_1, .error, level: .table, basis: .technical,
        traits: [.ofEveryColumn(.required)],
        name: Text(nl: "Verplichte kolom ontbreekt", en: "Required column missing"),
        message: Text(
            nl: "De kolom '{column}' ontbreekt ({file}). {meaning}",
            en: "The column '{column}' is missing ({file}). {meaning}"),
        remedy: Text(
            nl: "Voeg de kolom toe. In terugkoppeling.xlsx staat zij voor u klaar.",
            en: "Add the column. In terugkoppeling.xlsx it is there for you."),
        why: Text(
            nl: "Zonder deze kolom kunnen wij de rijen niet gebruiken.",
            en: "Without this column we cannot use the rows."),
        examples: [
            .triggers("inzet -doelgroep:"),
            .triggers("voorblad -periode:"),
            .triggers("inzet -uren_per_week +uren_per_week(minuten): uren_per_week(minuten)=1440"),
            .triggers("inzet -begindatum +Datum_in_dienst: Datum_in_dienst=01-03-2026"),
            .triggers(
                "bestand uren.csv: Plaatsingsnr.;Jaar/maand;Gewerkte uren Q2 2026\nP-001;2026-04;96\nP-001;2026-05;90"),
            .triggers("bestand uren.csv: Geachte mevrouw, hierbij de cijfers van het tweede kwartaal."),
            .triggers("bestand uren.csv: Naam hond;Ras;Gewicht\nWodan;teckel;9\nFreya;herder;31"),
            .triggers("bestand uren.csv: inzet_id;april;mei;juni\nP-001;90;80;70"),
            .triggers("bestand uren.csv: inzet_id;apr-26;mei-26\nP-001;90;80"),
            .triggers("contracten -einddatum:"),
            .triggers("-voorblad", "inzet \(coverWithOwnWord): \(coverCells)"),
            .passes("inzet -einddatum:"),
            .passes("bestand uren.csv: INZET-ID;Periode;Gewerkte uren\nP-001;2026-Q1;288\nP-001;2026-Q1;12"),
        ])

    /// The columns of the cover among those of another table, one of them in own words.
    private static let coverWithOwnWord = "+KvK-nummer_opdrachtnemer +leverancier_naam +periode +sjabloonversie"
    private static let coverCells =
        "KvK-nummer_opdrachtnemer=12345678; leverancier_naam=Voorbeeld Schoon B.V.; periode=2026-Q2; sjabloonversie=1"

    static let observationTriggers = [
        ObservationTrigger(.requiredColumnMissing, rejectsRow: true),
        ObservationTrigger(
            .registerColumnMissing,
            remedy: Text(
                nl: "Voeg de kolom '{column}' toe aan {file} van het register.",
                en: "Add the column '{column}' to {file} of the register.")),
        ObservationTrigger(
            .headingMeantRequired, rejectsRow: true,
            message: Text(
                nl: "Bedoelt u met '{detail}' de kolom {column}? Zonder die kolom kunnen wij de rijen niet gebruiken.",
                en: "Do you mean the column {column} by '{detail}'? Without that column we cannot use the rows."),
            remedy: HeadingsKnown.remedyOfOwnHeading),
        ObservationTrigger(
            .headingOfUnitRequired, rejectsRow: true,
            message: Text(
                nl:
                    "'{detail}' lijkt de kolom {column}, in een andere eenheid of notatie. Zonder die kolom kunnen wij "
                    + "de rijen niet gebruiken.",
                en:
                    "'{detail}' looks like the column {column}, in another unit or notation. Without that column we cannot "
                    + "use the rows."),
            remedy: HeadingsKnown.remedyOfUnit),
        ObservationTrigger(
            .periodsBesideRequired, rejectsRow: true,
            message: Text(
                nl: "Vanaf de kolom '{detail}' staan perioden naast elkaar. Zo kunnen wij de tabel niet lezen.",
                en: "From the column '{detail}' on, periods stand beside each other. We cannot read the table that way."
            ),
            remedy: HeadingsKnown.remedyOfPeriods),
        ObservationTrigger(
            .noHeadingKnown, rejectsRow: true,
            message: Text(
                nl: "In {file} staat geen enkele kolomkop die wij kennen.",
                en: "There is not one heading in {file} that we know."),
            remedy: Text(
                nl:
                    "Is dit de tabel? Gebruik dan de koppen van het sjabloon. Is het een brief of iets anders? Geef "
                    + "het bestand dan een andere naam: dan houdt het niets op.",
                en:
                    "Is this the table? Then use the headings of the template. Is it a letter or something else? "
                    + "Then give the file another name, and it holds nothing up.")),
        ObservationTrigger(
            .coverHeadingMeant,
            message: Text(
                nl: "Bedoelt u met '{column}' de kolom {detail} van het voorblad?",
                en: "Do you mean the column {detail} of the cover by '{column}'?"),
            remedy: Text(
                nl:
                    "Is dat uw eigen organisatie? Verander de kop dan in {detail}. Is het een andere? Vul "
                    + "dan het blad Voorblad in.",
                en:
                    "Is that your own organisation? Then change the heading into {detail}. Is it another "
                    + "one? Then fill in sheet Voorblad."
            )),
    ]
}
