import Intake
import SocialReturnModel

/// A report on days that were reported before says that it is a correction.
enum OverlapIsCorrection: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-04", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .technical, column: .of(\Cover.period),
        needs: [.previous], yields: [.to("BST-13", .cell)],
        traits: [.foundAcrossReports(.orderUnknown), .foundAcrossReports(.periodsOverlap)],
        name: Text(nl: "Periodes overlappen", en: "Periods overlap"),
        message: Text(
            nl: "De periode {read} overlapt met uw rapportage over {detail}.",
            en: "The period {read} overlaps with your report on {detail}."),
        remedy: Text(
            nl: "Is dit een correctie? Verwijs naar de eerdere inzending.",
            en: "Is this a correction? Refer to the earlier submission."),
        why: Text(
            nl: "Inzet op dezelfde dagen zou anders dubbel meetellen.",
            en: "Placements on the same days would otherwise count double."),
        examples: [
            .triggers(previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            .triggers(previous: [["voorblad: periode=2026-06"]]),
            .triggers("voorblad: periode=2026-H1", previous: [["voorblad: periode=2026-Q1"]]),
            .passes("voorblad: correctie_op=2026-Q2 van 03-07-2026", previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            .passes(previous: [["voorblad: periode=2026-Q1"]]),
        ])

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Dit is een verbeterde terugkoppeling op een levering waarvan wij er al een kregen: {detail}. Misschien is dit een oud bestand.",
                en:
                    "This is corrected feedback on a delivery of which we received one already: {detail}. Perhaps this is an old file."
            ),
            remedy: Text(
                nl:
                    "Van de twee telt er maar één. Staat hier iets dat in de andere ontbreekt? Zet het dan in de terugkoppeling die u het laatst kreeg, en stuur die.",
                en:
                    "Only one of the two counts. Is there something here that the other one lacks? Then put it in the feedback that you received last, and send that."
            ))
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        if let other = context.otherCorrection {
            report.found(
                at: context.coverPlace(\.period), report.text(other.submission.name, from: .supplier), variant: 1)
        }
        guard !context.isCorrection else { return }
        var reported: Set<ReportingPeriod> = []
        for earlier in context.previous where context.overlaps(earlier) {
            guard let period = earlier.period, reported.insert(period).inserted else { continue }
            report.found(at: context.coverPlace(\.period), report.text(period.description, from: .supplier))
        }
    }
}
