import SocialReturnModel

/// No cell holds the error value of a spreadsheet program.
enum NoExcelErrorValue: ReadingRule {
    static let facts = RuleMetadata(
        "BST-08", since: .v2026_1, .error, level: .cell, basis: .technical,
        name: Text(nl: "Excel-foutwaarde", en: "Excel error value"),
        message: Text(
            nl: "Hier staat de foutmelding {value} van Excel in plaats van een waarde.",
            en: "Excel's error {value} stands here instead of a value."),
        remedy: Text(
            nl: "Herstel de formule in uw bestand en lever opnieuw aan.",
            en: "Correct the formula in your file and deliver it again."),
        why: Text(
            nl: "Wij weten niet welke waarde hier had moeten staan.",
            en: "We do not know which value should have been here."),
        examples: [
            .triggers("inzet: uren_per_week=#N/B"),
            .triggers("inzet: begindatum=########"),
            .triggers("inzet: toelichting=#VERW!"),
            .passes("inzet: toelichting=#1 in de regio"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.excelError),
        ObservationTrigger(
            .formulaNotComputed,
            message: Text(
                nl: "Hier staat een formule zonder uitkomst. Wij rekenen formules niet zelf uit.",
                en: "A formula without a result stands here. We do not calculate formulas ourselves."),
            remedy: Text(
                nl: "Open het bestand in uw rekenprogramma, sla het op en lever het opnieuw aan.",
                en: "Open the file in your spreadsheet program, save it and deliver it again.")),
    ]
}
