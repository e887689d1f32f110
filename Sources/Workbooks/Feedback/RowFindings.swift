import Intake
import SocialReturnModel

/// The findings on the rows of a table, row after row. Findings come in the order of the file, so one pass over them does.
struct RowFindings {
    private let feedback: Feedback
    private let positions: [Int]
    private var next = 0
    private var own: [Int] = []

    init(_ feedback: Feedback, on table: TableID) {
        self.feedback = feedback
        positions = feedback.findings.filter { feedback.finding($0).place.table == table }
    }

    /// The findings on the row that was read from `record`, by their position in the assessment; each row comes after those before.
    mutating func of(_ record: Int32) -> [Int] {
        own.removeAll(keepingCapacity: true)
        while next < positions.count, feedback.finding(positions[next]).place.record <= record {
            if feedback.finding(positions[next]).place.record == record { own.append(positions[next]) }
            next += 1
        }
        return own
    }
}
