import Intake
import SocialReturnModel

/// The hours of `uren.csv` beside their placements: a row a placement, a column a period. `uren.csv` has no sheet of its own.
struct HoursGrid: Sendable {
    /// The headings of the columns.
    let headings: [Text]
    /// The accepted rows of `uren.csv` that belong to no accepted placement, by their position in the table.
    let rowsWithoutPlace: [Int]
    private let hours: [Int64]
    private let lineOfID: [Symbol: Int]

    /// With more periods than this the hours of a placement are shown as one sum.
    private static let mostColumns = 12
    private static let none = Int64.min

    /// The grid of a submission, or nil when it has no placements or no hours. `lines` is the line of each placement on its sheet,
    /// -1 for one that was set aside.
    init?(_ submission: Submission, lines: [Int32]) {
        guard let table = submission.hours, let placements = submission.placements else { return nil }
        var lineOfID: [Symbol: Int] = [:]
        for (row, line) in zip(placements.rows, lines) where line >= 0 {
            if let id = row.id, lineOfID[id] == nil { lineOfID[id] = Int(line) }
        }
        let periods = Set(table.acceptedIndices.compactMap { table.rows[$0].period }).sorted {
            ($0.start, $0.end) < ($1.start, $1.end)
        }
        let isSummed = periods.count > Self.mostColumns
        if isSummed {
            headings = [
                Text(
                    nl: "uren.csv (\(periods.count) perioden samen)", en: "uren.csv (\(periods.count) periods together)"
                )
            ]
        } else {
            headings = periods.map { Text(verbatim: "uren \($0)") }
        }
        let columns = Dictionary(
            periods.enumerated().map { ($1, isSummed ? 0 : $0) }, uniquingKeysWith: { first, _ in first })
        var hours = [Int64](repeating: Self.none, count: headings.count * lines.count { $0 >= 0 })
        var rowsWithoutPlace: [Int] = []
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let line = row.placement.flatMap({ lineOfID[$0] }), let column = row.period.flatMap({ columns[$0] }),
                let worked = row.workedHours
            else {
                rowsWithoutPlace.append(index)
                continue
            }
            let cell = line * headings.count + column
            hours[cell] =
                hours[cell] == Self.none
                ? worked.tenThousandths : hours[cell].addingWithinRange(worked.tenThousandths)
        }
        self.hours = hours
        self.rowsWithoutPlace = rowsWithoutPlace
        self.lineOfID = lineOfID
    }

    /// The line of a placement; nil for one that is not there or was set aside.
    func line(of placement: Symbol) -> Int? { lineOfID[placement] }

    /// The hours on a line in a column; nil for none.
    func hours(line: Int, period: Int) -> Quantity? {
        let value = hours[line * headings.count + period]
        return value == Self.none ? nil : Quantity(tenThousandths: value)
    }
}
