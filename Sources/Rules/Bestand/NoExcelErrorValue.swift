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
            nl: "Typ hier de waarde zelf, zonder formule.",
            en: "Type the value itself here, without a formula."),
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
                nl:
                    "Typ hier de uitkomst zelf. Zijn het er veel? Open uw bestand dan in Excel, sla het op "
                    + "en stuur het nog een keer.",
                en:
                    "Type the result itself here. Are there many? Then open your file in Excel, save it and "
                    + "send it once more."
            )),
    ]
}
