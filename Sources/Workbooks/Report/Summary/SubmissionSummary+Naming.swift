import Assessments

extension SubmissionSummary {
    /// The number of a contract beside what is about it, set apart by `before` or `behind`; empty where it is about none, and with one contract, as the title
    /// names that.
    func named(_ contract: String, behind: String = "", before: String = "") -> String {
        contracts.count == 1 || contract.isEmpty ? "" : behind + contract + before
    }
}
