import SocialReturnModel

/// A number that names something has all its digits.
enum NumbersUndamaged: ReadingRule {
    static let facts = RuleMetadata(
        "BST-09", since: .v2026_1, .error, level: .cell, basis: .technical, sources: ["SUPPLY"],
        traits: [.ofEveryColumn(.identifier), .ofEveryColumn(.kvk)],
        name: Text(nl: "Nummer beschadigd door Excel", en: "Number damaged by Excel"),
        message: Text(
            nl: "Van '{value}' zijn cijfers verloren gegaan, zoals een nul vooraan.",
            en: "Digits of '{value}' have been lost, such as a zero in front."),
        remedy: Text(
            nl: "Maak de kolom 'Tekst' en vul het hele nummer in.",
            en: "Format the column as 'Text' and fill in the whole number."),
        why: Text(
            nl: "Alleen u weet welke cijfers ontbreken. Wij vullen ze niet zelf aan.",
            en: "Only you know which digits are missing. We do not fill them in ourselves."),
        examples: [
            .triggers("inzet: werkgever_kvk=1234567"),
            .triggers("inzet: werkgever_kvk=1,23E+07"),
            .triggers("inzet: contractnummer=2,026E+11"),
            .passes("inzet: werkgever_kvk=01234567"),
            .passes("inzet: inzet_id=1E-P"),
        ])

    static let observationTriggers = [ObservationTrigger(.damagedByExcel)]
}
