import SocialReturnModel

/// A number can be read in one way only, and a column has one decimal sign.
enum NumbersUnambiguous: ReadingRule {
    static let facts = RuleMetadata(
        "BST-10", since: .v2026_1, .warning, level: .cell, basis: .technical,
        traits: [.ofEveryColumn(.figure)],
        name: Text(nl: "Getal dubbelzinnig", en: "Number ambiguous"),
        message: Text(
            nl: "'{value}' kan op twee manieren worden gelezen. Wij lezen {read}.",
            en: "'{value}' can be read in two ways. We read {read}."),
        remedy: Text(
            nl:
                "Klopt dat? Dan hoeft u niets te doen. Zo niet, schrijf het getal dan zonder punt, met een "
                + "komma voor de decimalen.",
            en:
                "Is that right? Then no action is needed. If not, write the number without a point, with a "
                + "comma for the decimals."
        ),
        why: Text(
            nl: "'1.234' kan ruim twaalfhonderd zijn, maar ook ruim één.",
            en: "'1.234' can be more than twelve hundred, but also just over one."),
        examples: [
            .triggers("inzet: opgegeven_waarde=1.234"),
            .triggers("inzet: gewerkte_uren=1,152"),
            .triggers("sociale_inkoop: aandeel_doelgroep=0,3"),
            .triggers("sociale_inkoop: aandeel_doelgroep=1"),
            .triggers("activiteiten: bereikte_deelnemers=12,5"),
            .triggers("afspraken: aantal=0,5; eenheid=plekken"),
            .triggers("verplichtingen: doel_aantal=2,5; doel_eenheid=personen"),
            .passes("afspraken: aantal=0,5; eenheid=fte"),
            .passes("activiteiten: bereikte_deelnemers=12,0"),
            .passes("sociale_inkoop: aandeel_doelgroep=1%"),
            .passes("sociale_inkoop: aandeel_doelgroep=0,3%"),
            .passes("inzet: uren_per_week=24,500"),
            .passes(
                "inzet: gewerkte_uren=1,152", "inzet: inzet_id=P-002; deelnemercode=D-0002; gewerkte_uren=96,5"),
            .triggers("inzet: uren_per_week=24,5", "inzet: inzet_id=P-002; deelnemercode=D-0002; uren_per_week=24.5"),
            .triggers("inzet: opgegeven_waarde=1.234,567"),
            .triggers("inzet: opgegeven_waarde=0,001"),
            .triggers("inzet: opgegeven_waarde=333,3333333333333"),
            .triggers("inzet: uren_per_week=24,00001"),
            .passes("inzet: opgegeven_waarde=1234,5600"),
            .passes("inzet: opgegeven_waarde=1234,5600000000001"),
            .passes("inzet: opgegeven_waarde=1234,5599999999999"),
            .passes("inzet: opgegeven_waarde=1234,56"),
            .passes("inzet: opgegeven_waarde=1.234,56"),
            .passes("inzet: uren_per_week=24,5", "inzet: inzet_id=P-002; deelnemercode=D-0002; uren_per_week=24"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.ambiguousNumber),
        ObservationTrigger(
            .partOrPercent,
            message: Text(
                nl: "Is '{value}' een percentage, of een deel van 1? Wij lezen {read} procent.",
                en: "Is '{value}' a percentage, or a part of 1? We read {read} per cent."),
            remedy: Text(
                nl:
                    "Klopt dat? Dan hoeft u niets te doen. Zo niet, vul dan het percentage in, zoals 30 voor 30 procent.",
                en:
                    "Is that right? Then no action is needed. If not, fill in the percentage, such as 30 for 30 per cent."
            )),
        ObservationTrigger(
            .notWhole,
            message: Text(
                nl: "Er staat '{value}', en hier hoort een heel getal. Wij lezen het zoals het er staat.",
                en: "It says '{value}', and a whole number belongs here. We read it as it stands."),
            remedy: Text(
                nl:
                    "Vul een heel getal in, zoals {example}. Gaat het om een deel van de tijd? Zet dat in de toelichting.",
                en: "Fill in a whole number, such as {example}. Is it about part of the time? Put that in the remarks.")
        ),
        ObservationTrigger(
            .decimalsRounded,
            message: Text(
                nl: "'{value}' heeft meer decimalen dan in deze kolom horen. Wij lezen {read}.",
                en: "'{value}' has more decimals than belong in this column. We read {read}."),
            remedy: Text(
                nl: "Klopt dat? Dan hoeft u niets te doen. Zo niet, kijk of de komma en de punt goed staan.",
                en:
                    "Is that right? Then no action is needed. If not, see whether comma and point are in the right place."
            )
        ),
        ObservationTrigger(
            .columnRounded, .signal,
            message: Text(
                nl: "In de kolom '{column}' staan getallen met meer decimalen dan erin horen. Wij ronden ze af.",
                en: "Column '{column}' has numbers with more decimals than belong in it. We round them."),
            remedy: Text(
                nl: "Is dat goed? Dan hoeft u niets te doen. Zo niet, rond de getallen zelf af.",
                en: "Is that right? Then no action is needed. If not, round the numbers yourself.")),
        ObservationTrigger(
            .mixedDecimalSigns,
            message: Text(
                nl: "In de kolom '{column}' staan getallen met een komma en getallen met een punt als decimaalteken.",
                en: "The column '{column}' has numbers with a comma and numbers with a point as decimal sign."),
            remedy: Text(
                nl: "Gebruik in de hele kolom een komma, zoals 24,5.",
                en: "Use a comma in the whole column, such as 24,5.")),
    ]
}
