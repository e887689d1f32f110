import SocialReturnModel

/// A reporting period is a year, half-year, quarter, month or range of days.
enum ReportingPeriodValid: ReadingRule {
    static let facts = RuleMetadata(
        "RAP-01", since: .v2026_1, .error, level: .cell, basis: .technical,
        traits: [.ofEveryColumn(.period)],
        name: Text(nl: "Periode ongeldig", en: "Period invalid"),
        message: Text(
            nl: "'{value}' kunnen wij niet als periode lezen.", en: "We cannot read '{value}' as a period."),
        remedy: Text(nl: "Schrijf bijvoorbeeld {example}.", en: "Write for example {example}."),
        why: Text(
            nl: "Aan de periode zien wij welke dagen en uren meetellen.",
            en: "The period tells us which days and hours count."),
        examples: [
            .triggers("voorblad: periode=2026-Q5"),
            .triggers("voorblad: periode=voorjaar"),
            .triggers("voorblad: periode=30-06-2026/01-04-2026"),
            .triggers("voorblad: periode=2026-2"),
            .triggers("voorblad: periode=1 april tot 1 juli 2026"),
            .passes("voorblad: periode=april t/m juni 2026"),
            .passes("voorblad: periode=2026"),
            .passes("voorblad: periode=2026-H1"),
            .passes("voorblad: periode=2026-06"),
            .passes("voorblad: periode=01-04-2026/30-06-2026"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.invalidPeriod),
        ObservationTrigger(
            .monthOrQuarter,
            message: Text(
                nl: "'{value}' kan een kwartaal zijn, maar ook een maand.",
                en: "'{value}' can be a quarter, but a month as well."),
            remedy: Text(
                nl: "Schrijf een kwartaal als 2026-Q2, en een maand als 2026-02.",
                en: "Write a quarter as 2026-Q2, and a month as 2026-02.")),
    ]
}
