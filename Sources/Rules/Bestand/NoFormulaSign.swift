import SocialReturnModel

/// No text begins with a sign that makes it a formula in a spreadsheet program.
enum NoFormulaSign: ReadingRule {
    static let facts = RuleMetadata(
        "BST-07", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["CWE1236"],
        traits: [.ofEveryColumn(.text)],
        name: Text(nl: "Formule-teken vooraan", en: "Formula sign in front"),
        message: Text(
            nl: "'{value}' begint met een teken waarmee Excel een formule laat beginnen.",
            en: "'{value}' begins with a sign that begins a formula in Excel."),
        remedy: Text(nl: "Vervang de formule door de waarde.", en: "Replace the formula by its value."),
        why: Text(
            nl: "Een programma kan zo'n tekst uitvoeren als formule. Wij nemen hem altijd over als tekst.",
            en: "A program can run such a text as a formula. We always carry it over as text."),
        examples: [
            .triggers("inzet: toelichting==SOM(A1:A2)"),
            .triggers("inzet: toelichting=@afdeling"),
            .triggers("inzet: inzet_id=-P001"),
            .passes("inzet: toelichting=2 + 3 = 5"),
            .passes("inzet: toelichting=-"),
            .passes("inzet: opgegeven_waarde=-12,50"),
        ])

    static let observationTriggers = [ObservationTrigger(.formulaSign)]
}
