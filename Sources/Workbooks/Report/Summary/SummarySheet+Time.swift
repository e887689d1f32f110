import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// How far the term of a contract is, how the contract stands, and by when something must be done.
extension SummarySheet {
    func writeTime(_ contract: ContractSummary, _ goal: Goal?, _ row: Int, figureRow: Int) throws {
        let standing = goal?.standing ?? contract.standing
        let mark = Mark(standing)
        if let elapsed = contract.elapsed {
            let (start, end) = (figureCell(.start, figureRow), figureCell(.end, figureRow))
            try page.formula(
                "MAX(0,MIN(1,(\(lastDayCell)-\(start)+1)/(\(end)-\(start)+1)))", .number(elapsed), row,
                layout.position(.elapsed), PageStyle.percent)
        } else {
            try page.text("–", row, layout.position(.elapsed), PageStyle.words)
        }
        if goal?.share != nil, contract.elapsed != nil, [.reached, .onCourse, .behind].contains(standing) {
            // What grows is laid beside the time that has passed, a state beside what was agreed.
            let grows = goal?.measure.addsUp == true || goal?.measure == .commitments
            let (share, elapsed) = (cell(.share, row), grows ? cell(.elapsed, row) : "1")
            let words = [Standing.reached, .onCourse, .behind].map { Mark($0).text[language] }
            try page.status(
                "IF(\(share)>=1,\"\(words[0])\",IF(ROUND(\(share)+\(contract.tolerance)-\(elapsed),9)>=0,"
                    + "\"\(words[1])\",\"\(words[2])\"))",
                mark.text[language],
                among: [.reached, .onCourse, .behind].map { Mark($0 as Standing) },
                row, layout.position(.standing))
        } else {
            try page.text(mark.text[language], row, layout.position(.standing), PageStyle.mark(mark.look))
        }
        try writeDue(contract, row, figureRow: figureRow)
    }

    private func writeDue(_ contract: ContractSummary, _ row: Int, figureRow: Int) throws {
        let column = layout.position(.due)
        guard let due = contract.nextDue else { return try page.text("–", row, column, PageStyle.text) }
        let cell = due.place == nil ? figureCell(.end, figureRow) : due.place.flatMap(formulas.targetDate)
        try page.due(cell, due.day, today: report.context.today, row, column)
    }
}
