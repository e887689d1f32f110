import SocialReturnModel

/// No cell holds the error value of a spreadsheet program.
enum NoExcelErrorValue: ReadingRule {
    static let facts = RuleFacts(
        "BST-08", since: .v2026_1, .error, level: .cell, basis: .technical,
        name: Text(nl: "Excel-foutwaarde", en: "Excel error value"),
        message: Text(
            nl: "Hier staat de foutmelding {value} van Excel in plaats van een waarde.",
            en: "Excel's error {value} stands here instead of a value."),
        remedy: Text(
            nl: "Herstel de formule in uw bestand en lever opnieuw aan.",
            en: "Mend the formula in your file and deliver it again."),
        why: Text(
            nl: "Wij weten niet welke waarde hier had moeten staan.",
            en: "We do not know which value should have been here."),
        examples: [
            .triggers("inzet: uren_per_week=#N/B"),
            .triggers("inzet: begindatum=########"),
            .triggers("inzet: toelichting=#VERW!"),
            .passes("inzet: toelichting=#1 in de regio"),
        ])

    static let sightings = [Sighting(.excelError)]
}
