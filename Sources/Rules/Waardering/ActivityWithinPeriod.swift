import Intake
import SocialReturnModel

/// An activity is dated in the period that the report is about; else it realises nothing in it.
enum ActivityWithinPeriod: RowRule {
    static let facts = RuleMetadata(
        "WRD-13", since: .v2026_3, .warning, level: .row, basis: .technical, column: .of(\Activity.date),
        needs: [.table(.activities)],
        name: Text(nl: "Activiteit buiten de periode", en: "Activity outside the period"),
        message: Text(
            nl: "De activiteit was op {read}. De rapportageperiode begint op {detail}.",
            en: "The activity was on {read}. The reporting period begins on {detail}."),
        remedy: Text(
            nl: "Zet de activiteit in de rapportage van de goede periode, of verbeter de datum.",
            en: "Put the activity in the report on the right period, or correct the date."),
        why: Text(
            nl: "Elke activiteit telt in één periode mee. Zo blijven kwartalen met elkaar te vergelijken.",
            en: "Every activity counts in one period. So quarters can still be compared with each other."),
        examples: [
            .triggers("activiteiten: datum=31-03-2026"),
            .triggers("activiteiten: datum=01-07-2026"),
            .passes("activiteiten: datum=01-04-2026"),
            .passes("activiteiten: datum=30-06-2026"),
            .passes("voorblad: periode=ergens", "activiteiten: datum=01-01-2020"),
            .passes("activiteiten: datum=onbekend"),
        ])

    static let variants = [
        Text(
            nl: "De activiteit was op {read}. De rapportageperiode eindigt op {detail}.",
            en: "The activity was on {read}. The reporting period ends on {detail}.")
    ]

    static func check(_ row: Activity, _ context: borrowing RowContext<Activity>) -> Verdict {
        context.within(period: row.date)
    }
}
