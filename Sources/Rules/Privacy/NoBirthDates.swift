import SocialReturnModel

/// An age is given as a class, never as a date or year of birth.
enum NoBirthDates: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-04", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Volledige geboortedatum", en: "Full date of birth"),
        message: Text(
            nl: "Hier staat een geboortedatum of geboortejaar. Wij hebben de waarde onleesbaar gemaakt.",
            en: "A date or year of birth stands here. We have made the value unreadable."),
        remedy: Text(nl: "Vul een leeftijdsklasse in.", en: "Fill in an age class."),
        why: Text(
            nl: "Voor een leeftijdsbonus is een klasse genoeg. Een geboortedatum maakt iemand herkenbaar.",
            en: "For an age bonus a class is enough. A date of birth makes a person recognisable."),
        examples: [
            .triggers("inzet: leeftijdsklasse=01-02-1990"),
            .triggers("inzet: leeftijdsklasse=1971"),
            .triggers("inzet +geboortedatum: geboortedatum=01-02-1990"),
            .triggers("inzet: toelichting=geboren op 3 juli 1979"),
            .triggers("inzet: begindatum=geboren 03-07-1979"),
            .triggers("voorblad: periode=geb. 03-07-1979"),
            .passes("inzet: toelichting=gestart op 3 juli 2026"),
            .passes("inzet: leeftijdsklasse=27-49"),
            .passes("inzet: leeftijdsklasse="),
        ])

    static let observationTriggers = [
        ObservationTrigger(.birthDate),
        ObservationTrigger(
            .birthDateInText, .warning,
            message: Text(
                nl:
                    "In deze tekst lijkt een geboortedatum of geboortejaar te staan. Wij hebben de datum "
                    + "onleesbaar gemaakt. "
                    + "De rij telt mee.",
                en: "This text seems to hold a date or year of birth. We have made the date unreadable. The row counts."
            ),
            remedy: Text(nl: "Laat de geboortedatum weg.", en: "Leave the date of birth out.")),
        ObservationTrigger(
            .birthDateAstray,
            message: Text(
                nl: "Hier lijkt een geboortedatum of geboortejaar te staan. Wij hebben deze cel onleesbaar gemaakt.",
                en: "A date or year of birth seems to stand here. We have made the cell unreadable."),
            remedy: Text(
                nl: "Vul in wat deze kolom vraagt. Een geboortedatum is niet nodig.",
                en: "Fill in what this column asks for. A date of birth is not needed.")),
        ObservationTrigger(
            .birthDateColumn,
            message: Text(
                nl:
                    "De kolom '{column}' is voor geboortedatums. Die mogen wij niet bewaren; wij hebben de "
                    + "kolom bedekt.",
                en: "The column '{column}' is for dates of birth. We may not keep those, so we covered the column."),
            remedy: Text(
                nl: "Laat deze kolom leeg of haal haar weg. Een leeftijdsklasse is genoeg.",
                en: "Leave this column empty or remove it. An age class is enough.")),
    ]
}
