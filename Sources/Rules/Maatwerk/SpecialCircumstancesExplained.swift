import SocialReturnModel

/// Who reports special circumstances says what is going on and whether help is needed. An empty description is a matter for the rule
/// about required values.
enum SpecialCircumstancesExplained: RowRule {
    static let facts = RuleMetadata(
        "MVM-15", since: .v2026_2, .warning, level: .row, basis: .policy, sources: ["INTERVIEW", "HAR-NIET"],
        column: .of(\Obstacle.helpRequested), needs: [.table(.obstacles)],
        name: Text(nl: "Bijzondere omstandigheid zonder toelichting", en: "Special circumstances without explanation"),
        message: Text(
            nl: "U meldt een bijzondere omstandigheid. Er staat niet of u hulp nodig heeft.",
            en: "You report special circumstances. It does not say whether you need help."),
        remedy: Text(
            nl: "Beschrijf wat er speelt en wat u nodig heeft. Vul bij hulpvraag 'ja' of 'nee' in.",
            en: "Describe what is going on and what you need. Fill in 'ja' or 'nee' for hulpvraag."),
        why: Text(
            nl: "Als iets buiten uw macht ligt, zoekt de opdrachtgever met u naar wat wel kan.",
            en: "When something is beyond your control, the client looks with you for what is possible."),
        examples: [
            .triggers("knelpunten: soort=bijzondere omstandigheid; hulpvraag="),
            .triggers("knelpunten: soort=overmacht; omschrijving=geen actie"),
            .triggers("knelpunten -hulpvraag: soort=bijzondere_omstandigheid"),
            .passes("knelpunten: soort=bijzondere_omstandigheid"),
            .passes("knelpunten: soort=bijzondere_omstandigheid; hulpvraag=nee"),
            .passes("knelpunten: soort=bijzondere_omstandigheid; hulpvraag=misschien"),
            .passes("knelpunten: hulpvraag="),
            .passes("knelpunten: soort=bijzondere_omstandigheid; omschrijving="),
        ])

    static let variants = [
        Text(
            nl: "U meldt een bijzondere omstandigheid. Bij de omschrijving staat '{value}'.",
            en: "You report special circumstances. The description says '{value}'.")
    ]

    static func check(_ row: Obstacle, _ context: borrowing RowContext<Obstacle>) -> Verdict {
        guard row.kind == .specialCircumstances else { return .pass }
        if !row.description.isEmpty, context.isNullMarker(row.description) {
            return .fail(variant: 1, column: .of(\Obstacle.description))
        }
        return row.helpRequested == nil && context.isBlank(\.helpRequested) ? .fail : .pass
    }
}
