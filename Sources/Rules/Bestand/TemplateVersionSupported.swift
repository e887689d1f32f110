import SocialReturnModel

/// The cover names a version of the template that can be read.
enum TemplateVersionSupported: ReadingRule {
    static let facts = RuleMetadata(
        "BST-12", since: .v2026_1, .warning, level: .table, basis: .technical,
        name: Text(nl: "Sjabloonversie onbekend", en: "Template version unknown"),
        message: Text(
            nl: "Sjabloonversie '{value}' kennen wij niet. Wij lezen de rapportage als versie 1.",
            en: "We do not know template version '{value}'. We read the report as version 1."),
        remedy: Text(nl: "Vul hier 1 in.", en: "Fill in 1 here."),
        why: Text(
            nl: "In een andere versie kunnen kolommen iets anders betekenen.",
            en: "In another version columns can mean something else."),
        examples: [
            .triggers("voorblad: sjabloonversie=99"),
            .triggers("voorblad: sjabloonversie="),
            .triggers("voorblad -sjabloonversie:"),
            .passes("voorblad: sjabloonversie=1"),
            .passes("voorblad: sjabloonversie=1,0"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.templateVersionUnknown),
        ObservationTrigger(
            .templateVersionMissing, .warning,
            message: Text(
                nl: "De sjabloonversie is niet ingevuld. Wij lezen de rapportage als versie 1.",
                en: "The template version was not filled in. We read the report as version 1."),
            remedy: Text(
                nl: "Zet op het voorblad in de kolom sjabloonversie een 1.",
                en: "Put a 1 in the column sjabloonversie of the cover.")),
    ]
}
