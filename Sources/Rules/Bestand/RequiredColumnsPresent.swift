import SocialReturnModel

/// A table has all columns that every row must fill in.
enum RequiredColumnsPresent: ReadingRule {
    static let facts = RuleFacts(
        "BST-03", since: .v2026_1, .error, level: .table, basis: .technical,
        name: Text(nl: "Verplichte kolom ontbreekt", en: "Required column missing"),
        message: Text(
            nl: "In {file} staat geen kolom met de kop '{column}'.",
            en: "In {file} there is no column with the heading '{column}'."),
        remedy: Text(nl: "Voeg de kolom '{column}' toe.", en: "Add the column '{column}'."),
        why: Text(
            nl: "Zonder deze kolom kunnen wij de rijen niet gebruiken.",
            en: "Without this column we cannot use the rows."),
        examples: [
            .triggers("inzet -doelgroep:"),
            .triggers("voorblad -periode:"),
            .passes("inzet -einddatum:"),
            .passes("bestand uren.csv: INZET-ID;Periode;Gewerkte uren\nP-001;2026-Q1;288\nP-001;2026-Q1;12"),
        ])

    static let sightings = [Sighting(.requiredColumnMissing, setsAside: true)]
}
