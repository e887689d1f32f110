import Intake
import Rules
import SocialReturnModel

extension ContractSummary {
    /// The contracts in view, each with how far it is and what to talk about.
    static func all(
        _ realisation: Realisation, _ groups: [FindingGroup], _ submission: Submission
    ) -> [ContractSummary] {
        let slots = realisation.slots
        var helpRequests = Array(repeating: 0, count: slots.contracts.count)
        submission.obstacles?.forEachAccepted { row in
            if row.helpRequested == .yes, let slot = slots.slot(of: row.contract) { helpRequests[slot] += 1 }
        }
        var findings = Array(repeating: [Severity: Int](), count: slots.contracts.count)
        for group in groups {
            if let slot = slots.slot(of: group.contract) { findings[slot][group.severity, default: 0] += group.count }
        }
        return realisation.contracts.enumerated().map { slot, progress in
            ContractSummary(
                id: progress.id, terms: progress.terms, goals: progress.goals, totals: progress.totals,
                commitments: progress.commitments, helpRequests: helpRequests[slot], elapsed: progress.elapsed,
                tolerance: progress.tolerance, historyIsKnown: progress.historyIsKnown, findings: findings[slot])
        }
    }
}
