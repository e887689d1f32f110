import SocialReturnModel

/// A commitment says who sees to it. The row counts without, so this goes before the rule about required values.
enum CommitmentHasOwner: ReadingRule {
    static let facts = RuleMetadata(
        "MVM-05", since: .v2026_2, .warning, level: .row, basis: .policy, sources: ["MVM-OVER"],
        column: .of(\Commitment.owner),
        name: Text(nl: "Afspraak zonder eigenaar", en: "Commitment without owner"),
        message: Text(
            nl: "Bij deze afspraak staat niet wie ervoor zorgt.",
            en: "For this commitment it does not say who sees to it."),
        remedy: Text(
            nl: "Noem wie dit doet: leverancier, Rijk of samen.",
            en: "Name who does this: supplier (leverancier), State (rijk) or together (samen)."),
        why: Text(
            nl: "Social return is een gezamenlijke opgave. Met een eigenaar weet iedereen wie aan zet is.",
            en: "Social return is a joint task. With an owner everyone knows whose turn it is."),
        examples: [
            .triggers("afspraken: eigenaar="),
            .triggers("afspraken: eigenaar=  "),
            .passes(),
            .passes("afspraken: eigenaar=rijk"),
            .passes("afspraken: eigenaar=werkgeversservicepunt"),
            // An obstacle need not have an owner.
            .passes("knelpunten: eigenaar="),
        ])

    static let observationTriggers = [ObservationTrigger(.valueMissing, in: .of(\Commitment.owner))]
}
