import SocialReturnModel

/// A place that is offered or looked for says where, from when and what kind, so that another can see whether it fits. The row counts
/// without, so this goes before the rule about required values.
enum LearningPlaceComplete: ReadingRule {
    static let facts = RuleMetadata(
        "MVM-13", since: .v2026_2, .warning, level: .row, basis: .own,
        name: Text(nl: "Aanbod of vraag onvolledig", en: "Offer or demand incomplete"),
        message: Text(
            nl: "Bij deze plek is '{column}' leeg. Zo kunnen wij de plek nog niet met andere vergelijken.",
            en: "For this place '{column}' is empty. That way we cannot compare it with other places yet."),
        remedy: Text(
            nl: "Vul regio, periode en soort plek in.", en: "Fill in region, period and kind of place."),
        why: Text(
            nl: "Met regio, periode en soort plek kan het adviesteam vraag en aanbod bij elkaar brengen.",
            en: "With region, period and kind of place the advisory team can bring demand and offer together."),
        examples: [
            .triggers("leerplekken: regio="),
            .triggers("leerplekken: van="),
            .triggers("leerplekken: soort_plek="),
            .passes(),
            .passes("leerplekken: tot="),
            .passes("leerplekken: vak="),
            .passes("leerplekken"),
            // A date that cannot be read is a matter for the rule about dates.
            .passes("leerplekken: van=na de zomer"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.valueMissing, in: .of(\LearningPlace.region)),
        ObservationTrigger(.valueMissing, in: .of(\LearningPlace.from)),
        ObservationTrigger(.valueMissing, in: .of(\LearningPlace.kind)),
    ]
}
