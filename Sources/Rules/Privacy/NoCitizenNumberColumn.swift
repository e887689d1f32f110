import SocialReturnModel

/// No column asks for the citizen service number, whatever it holds.
enum NoCitizenNumberColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-02", since: .v2026_1, .error, level: .table, basis: .law, sources: ["UAVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Kolom vraagt BSN", en: "Column asks for the BSN"),
        message: Text(
            nl: "De kolom '{column}' vraagt om een BSN. Wij hebben de hele kolom onleesbaar gemaakt.",
            en: "The column '{column}' asks for a citizen service number. We have made the whole column unreadable."),
        remedy: Text(nl: "Verwijder de hele kolom.", en: "Remove the whole column."),
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
                nl: "De kolom '{column}' vraagt om een nummer van een identiteitsbewijs. Wij hebben de hele kolom "
                    + "onleesbaar gemaakt.",
                en: "The column '{column}' asks for the number of an identity document. We have made the whole column "
                    + "unreadable.")),
    ]
}
