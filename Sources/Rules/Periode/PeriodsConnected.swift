import Intake
import SocialReturnModel

/// Between the first earlier report and this one no day is left out.
enum PeriodsConnected: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-03", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .contract, column: .of(\Cover.period),
        needs: [.previous],
        name: Text(nl: "Periode ontbreekt", en: "Period missing"),
        message: Text(
            nl: "Over {detail} hebben wij geen rapportage.", en: "We have no report on {detail}."),
        remedy: Text(
            nl: "Wilt u die rapportage nog sturen? Was er niets te melden? Laat dat dan weten.",
            en: "Would you still send that report? Was there nothing to report? Then let us know."),
        why: Text(
            nl: "Wat in een ontbrekende periode is gedaan, telt nu niet mee.",
            en: "What was done in a missing period does not count now."),
        examples: [
            .triggers(previous: [["voorblad: periode=2025-Q4"]]),
            .triggers(previous: [["voorblad: periode=2025-Q3"], ["voorblad: periode=2026-Q1"]]),
            .triggers(previous: [["voorblad: periode=01-01-2026/30-03-2026"]]),
            .passes(previous: [["voorblad: periode=2026-Q1"]]),
            .passes(previous: [["voorblad: periode=2026-Q1"], ["voorblad: periode=2025"]]),
            // A report on a later period does not matter to this one.
            .passes(previous: [["voorblad: periode=2026-Q4"]]),
            .passes("voorblad: periode=ooit", previous: [["voorblad: periode=2025-Q4"]]),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period else { return }
        let earlier = context.previous.compactMap(\.period).filter { $0.start < period.start }.sorted {
            $0.start < $1.start
        }
        guard var covered = earlier.first?.end else { return }
        for next in earlier.dropFirst() + [period] {
            let first = covered.adding(days: 1)
            if let gap = ReportingPeriod(from: first, through: next.start.adding(days: -1)) {
                report.found(at: context.coverPlace(\.period), report.text(gap.description, from: .supplier))
            }
            covered = max(covered, next.end)
        }
    }
}

extension RuleContext {
    /// The cell of the cover in the column called `name`, or the cover as a whole when it was not submitted.
    func coverPlace(_ keyPath: PartialKeyPath<Cover>) -> Place {
        let column = ColumnReference(keyPath)
        guard let cover = submission.cover, let index = submission.coverIndex else {
            return Place(.cover, column: column)
        }
        return cover.place(index, column)
    }
}
