import SocialReturnModel

/// No column asks for the citizen service number, whatever it holds.
enum NoCitizenNumberColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-02", since: .v2026_1, .error, level: .table, basis: .law, sources: ["UAVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Kolom voor BSN", en: "Column for the BSN"),
        message: Text(
            nl: "De kolom '{column}' is voor een BSN. Dat mogen wij niet bewaren; wij hebben de kolom bedekt.",
            en:
                "The column '{column}' is for a citizen service number. We may not keep those, so we covered "
                + "the column."
        ),
        remedy: Text(nl: "Haal deze kolom weg, ook als zij leeg is.", en: "Remove this column, also when it is empty."),
        why: Text(
            nl: "Een BSN mag alleen worden gebruikt als de wet dat zegt. Voor social return is dat niet zo.",
            en: "A BSN may be used only where the law says so. For social return it does not."),
        examples: [
            .triggers("inzet +bsn: bsn=onbekend"),
            .triggers("inzet +Burgerservicenummer: Burgerservicenummer="),
            .triggers("inzet +sofinummer: sofinummer=1"),
            .triggers("inzet +Paspoortnummer: Paspoortnummer="),
            .passes(),
            .passes("inzet +personeelsnummer: personeelsnummer=17"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.citizenNumberColumn),
        ObservationTrigger(
            .identityColumn,
            message: Text(
                nl:
                    "De kolom '{column}' is voor het nummer van een identiteitsbewijs. Dat mogen wij niet "
                    + "bewaren; wij hebben de "
                    + "kolom bedekt.",
                en:
                    "The column '{column}' is for the number of an identity document. We may not keep those, "
                    + "so we covered the column."
            )),
    ]
}
