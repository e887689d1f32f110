import Intake
import SocialReturnModel

/// The day on which a report was finished lies in or after its period, not long after it, and not after it came in. In doubt the report is
/// looked at as of another day (``Cover/finishedOn``).
enum PreparationDayFits: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-14", since: .v2026_3, .warning, level: .cell, basis: .own, column: .of(\Cover.preparedOn),
        name: Text(nl: "Is dit de dag waarop het rapport klaar was?", en: "Is this the day the report was finished?"),
        message: Text(
            nl: "'{value}' ligt voor het begin van de periode, {detail}.",
            en: "'{value}' lies before the beginning of the period, {detail}."),
        remedy: Text(
            nl: "Vul bij opgesteld_op de dag in waarop u klaar was. Kijk ook naar het jaar.",
            en: "Fill in for opgesteld_op the day on which you were done. Look at the year too."),
        why: Text(
            nl:
                "Aan deze dag zien wij welk van twee rapporten het nieuwste is, en hoe ver u toen was. Zolang er twijfel is, rekenen wij met de "
                + "dag van ontvangst, of met de laatste dag van de periode.",
            en:
                "By this day we see which of two reports is the latest, and how far you were then. As long as there is doubt, we go by the day "
                + "of receipt, or by the last day of the period."),
        examples: [
            // About the second quarter of 2026, received on 12 July.
            .triggers("voorblad: opgesteld_op=31-03-2026"),
            .triggers("voorblad: opgesteld_op=13-07-2026"),
            .triggers("voorblad: opgesteld_op=10-07-2062"),
            .triggers("voorblad: opgesteld_op=01-07-2027; ontvangen_op="),
            .passes(),
            .passes("voorblad: opgesteld_op=12-07-2026"),
            .passes("voorblad: opgesteld_op="),
            .passes("voorblad: opgesteld_op=01-04-2026; ontvangen_op="),
            .passes("voorblad: opgesteld_op=30-06-2027; ontvangen_op="),
            // Of the day of receipt that can hardly be one nothing follows.
            .passes("voorblad: ontvangen_op=12-07-2006"),
            .passes("voorblad: periode=; opgesteld_op=10-07-2062; ontvangen_op="),
        ])

    static let variants = [
        Text(
            nl: "'{value}' ligt na de dag waarop het rapport is ontvangen, {detail}.",
            en: "'{value}' lies after the day on which the report was received, {detail}."),
        Text(
            nl: "'{value}' ligt meer dan een jaar na het einde van de periode, {detail}.",
            en: "'{value}' lies more than a year after the end of the period, {detail}."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let place = context.coverPlace(\.preparedOn)
        switch context.submission.coverRow.preparationDoubt {
        case .beforePeriod(let start): report.found(at: place, .day(start))
        case .afterReceipt(let received): report.found(at: place, .day(received), variant: 1)
        case .longAfterPeriod(let end): report.found(at: place, .day(end), variant: 2)
        case nil: break
        }
    }
}
