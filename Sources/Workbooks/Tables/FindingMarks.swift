import Plumbing
import Rules
import SocialReturnModel
import Spreadsheets

/// The findings of each row of one table, found by going along with the rows: both stand in the order of the file.
struct FindingMarks {
    private let findings: [Finding]
    private let index: SheetIndex
    private static let ids = PerRule { $0.facts.id }
    /// The findings of the table, by their position in the assessment.
    private let ofTable: Range<Int>
    private var next: Int

    /// The findings of `table` among `findings`, which stand in file, row and rule order.
    init(_ findings: Findings, of table: TableID, _ index: SheetIndex) {
        self.findings = findings.all
        self.index = index
        let start = findings.all.partitioningIndex { $0.place.table >= table }
        let end = findings.all.partitioningIndex { $0.place.table > table }
        ofTable = start..<end
        next = start
    }

    /// The findings in `record`; ask for records in the order of the file.
    mutating func advance(to record: Int32) -> Range<Int> {
        while next < ofTable.upperBound, findings[next].place.record < record { next += 1 }
        let start = next
        while next < ofTable.upperBound, findings[next].place.record == record { next += 1 }
        return start..<next
    }

    /// Where the first of them stands on *Bevindingen*; nil when none of them does.
    func target(of range: Range<Int>) -> LinkTarget? {
        for finding in range {
            if let target = index.target(ofFinding: finding) { return target }
        }
        return nil
    }

    /// Where the finding that sets the whole table aside stands on *Bevindingen*; nil when there is none.
    var targetOfTable: LinkTarget? {
        ofTable.lazy.prefix { !findings[$0].place.isInRow }.first { findings[$0].rejectsTable }
            .flatMap { index.target(ofFinding: $0) }
    }

    /// The ids of their rules, each once.
    func rules(_ range: Range<Int>) -> String {
        var text = ""
        var last: Int16 = -1
        for finding in range where findings[finding].rule != last {
            last = findings[finding].rule
            if !text.isEmpty { text += ", " }
            text += Self.ids[last]
        }
        return text
    }
}
