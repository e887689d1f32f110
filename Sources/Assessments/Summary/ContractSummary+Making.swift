import Intake
import Rules
import SocialReturnModel

extension ContractSummary {
    /// The contracts in view, each with how far it is and what to talk about.
    static func all(
        _ realisation: Realisation, _ grouping: FindingGrouping, _ submission: Submission
    ) -> [ContractSummary] {
        let slots = realisation.slots
        var helpRequests = Array(repeating: 0, count: slots.contracts.count)
        submission.obstacles?.forEachAccepted { row in
            if row.helpRequested == .yes, let slot = slots.slot(of: row.contract) { helpRequests[slot] += 1 }
        }
        return realisation.contracts.enumerated().map { slot, progress in
            ContractSummary(
                id: progress.id, number: submission.symbols[progress.id], terms: progress.terms, goals: progress.goals,
                totals: progress.totals, commitments: progress.commitments, obstacles: progress.obstacles,
                helpRequests: helpRequests[slot],
                elapsed: progress.elapsed,
                tolerance: progress.tolerance, historyIsKnown: progress.historyIsKnown,
                findings: grouping.counts(ofContract: slot), standing: progress.standing)
        }
    }
}
