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
            .passes("voorblad: periode=2026"),
            .passes("voorblad: periode=2026-H1"),
            .passes("voorblad: periode=2026-06"),
            .passes("voorblad: periode=01-04-2026/30-06-2026"),
        ])

    static let observationTriggers = [ObservationTrigger(.invalidPeriod)]
}
