import SocialReturnModel

/// A number that names something has all its digits.
enum NumbersUndamaged: ReadingRule {
    static let facts = RuleMetadata(
        "BST-09", since: .v2026_1, .error, level: .cell, basis: .technical, sources: ["SUPPLY"],
        traits: [.ofEveryColumn(.identifier), .ofEveryColumn(.kvk)],
        name: Text(nl: "Nummer beschadigd door Excel", en: "Number damaged by Excel"),
        message: Text(
            nl: "In '{value}' ontbreken cijfers, bijvoorbeeld een nul vooraan. Dat gebeurt vaak in Excel.",
            en: "Digits are missing in '{value}', such as a zero in front. Excel often does that."),
        remedy: Text(
            nl: "Typ het hele nummer in, met alle cijfers.", en: "Type the whole number, with all its digits."),
        why: Text(
            nl: "Alleen u weet welke cijfers ontbreken. Wij vullen ze niet zelf aan.",
            en: "Only you know which digits are missing. We do not fill them in ourselves."),
        examples: [
            .triggers("inzet: werkgever_kvk=1234567"),
            .triggers("inzet: werkgever_kvk=1,23E+07"),
            .triggers("inzet: contractnummer=2,026E+11"),
            .triggers("inzet: uren_per_week=2,4E+01"),
            .passes("inzet: werkgever_kvk=01234567"),
            .passes("inzet: inzet_id=1E-P"),
            .passes("inzet: inzet_id=1001.0", "uren: inzet_id=1001"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.damagedByExcel),
        ObservationTrigger(
            .shortenedNumber,
            message: Text(
                nl: "'{value}' is een getal in verkorte vorm. Wij weten niet of het is afgerond.",
                en: "'{value}' is a number in a short form. We do not know whether it was rounded."),
            remedy: Text(
                nl: "Typ het getal voluit, zoals 24 of 1234,50.", en: "Type the number in full, such as 24 or 1234,50.")
        ),
    ]
}
