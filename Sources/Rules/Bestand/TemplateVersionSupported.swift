import SocialReturnModel

/// The cover names a version of the template that can be read.
enum TemplateVersionSupported: ReadingRule {
    static let facts = RuleFacts(
        "BST-12", since: .v2026_1, .error, level: .table, basis: .technical,
        name: Text(nl: "Sjabloonversie onbekend", en: "Template version unknown"),
        message: Text(
            nl: "Sjabloonversie '{value}' kennen wij niet.", en: "We do not know template version '{value}'."),
        remedy: Text(
            nl: "Gebruik de nieuwste versie van het sjabloon.", en: "Use the newest version of the template."),
        why: Text(
            nl: "In een andere versie kunnen kolommen iets anders betekenen.",
            en: "In another version columns can mean something else."),
        examples: [
            .triggers("voorblad: sjabloonversie=99"),
            .passes("voorblad: sjabloonversie=1"),
            .passes("voorblad: sjabloonversie=1,0"),
        ])

    static let sightings = [Sighting(.templateVersionUnknown)]
}
