import Maatwerk

/// Prints the hours a week of everybody who works under a contract, and which rows cannot be used.
func printHours(_ assessment: Assessment) {
    for placement in assessment.acceptedRows(of: Placement.self) {
        guard let start = placement.start, let hours = placement.hoursPerWeek else { continue }
        print(
            placement.participant ?? "?", placement.contract ?? "?", "since \(start)",
            "\(hours.formatted(.english)) hours a week", placement.linkWithContract)
    }

    for placement in assessment.rejectedRows(of: Placement.self) {
        print("row \(placement.rowNumber) does not count; it says '\(placement.written(\.hoursPerWeek))' hours a week")
    }
}

/// Prints what the register says of the contracts that were reported on, and how far they are.
func printContracts(_ assessment: Assessment, _ toolkit: Toolkit) {
    for summary in SubmissionSummary(assessment).contracts {
        let contract = toolkit.register?.contract(summary.number)
        let end = contract?.end.map { "ends on \($0)" } ?? "has no last day in the register"
        print("contract \(summary.number) \(end): \(summary.standing.code)")
    }
}
