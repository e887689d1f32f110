import SocialReturnModel

/// Dates that can be read in two ways, in a delivery of which another column shows that the program that wrote it puts the month first: the
/// cover of an export has one row, and seldom a day that tells.
///
/// One column with a day in front, in the same notation, tells of another program or a slip, and then nothing is asked.
struct MonthFirstElsewhere {
    /// A column of days, and the sign between the parts of its dates.
    private struct Notation: Hashable {
        let table: TableID
        let column: Int
        let mark: UInt8
    }

    /// A cell whose day and month can change places.
    private struct Turnable {
        let place: Place
        let notation: Notation
    }

    /// The dates of which it is asked which part is the month.
    let found: [Observation]

    /// Looks through the tables of `submission`, of which `observations` were made. Where no date has its month first, nothing is looked at.
    init(_ submission: Submission, _ observations: [Observation]) {
        let proofs = Set(
            observations.lazy.filter {
                $0.kind == .monthBeforeDay && $0.place.isInRow && $0.place.column.knownIndex != nil
            }
            .map(\.place))
        guard !proofs.isEmpty else {
            found = []
            return
        }
        var dates = Dates(proofs: proofs)
        submission.forEachTable(&dates)
        let marks = Set(dates.monthFirst.map(\.mark)).subtracting(dates.dayFirst)
        let asked = Set(observations.lazy.filter { Self.questions.contains($0.kind) }.map(\.place))
        found = dates.turnable.filter {
            marks.contains($0.notation.mark) && !dates.monthFirst.contains($0.notation) && !asked.contains($0.place)
        }.map { Observation(.monthFirstElsewhere, $0.place) }
    }

    /// What is asked of such a date already: that is one question a cell.
    private static let questions: Set<Observation.Kind> = [.monthMayBeFirst, .americanDate, .twoDigitYear]

    /// The dates of all tables, by how they are written.
    private struct Dates: TableVisitor {
        let proofs: Set<Place>
        /// The columns with a date that has its month first.
        private(set) var monthFirst: Set<Notation> = []
        /// The signs of the dates that have their day first and no other way.
        private(set) var dayFirst: Set<UInt8> = []
        private(set) var turnable: [Turnable] = []

        init(proofs: Set<Place>) { self.proofs = proofs }

        mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
            let facts = Row.table.facts
            for column in facts.columns.indices
            where facts.columns[column].kind == .day && table.source.fieldOfColumn[column] >= 0 {
                for index in table.rows.indices { look(at: table.place(index, .known(column)), column, in: table) }
            }
        }

        private mutating func look<Row: TableRow>(at place: Place, _ column: Int, in table: TableData<Row>) {
            let field = table.source.fieldOfColumn[column]
            let date = table.source.cells.withCell(Int(place.record), field) { cell -> (UInt8, Int, Bool)? in
                guard let mark = CellReader.dateMark(cell), let first = CellReader.leadingNumber(cell) else {
                    return nil
                }
                return (mark, first, CellReader.isTurnable(cell))
            }
            // A real date of a sheet is shown with hyphens, whoever typed it: that is no text of a program.
            guard let (mark, first, isTurnable) = date, table.source.sheet == nil || mark != UInt8(ascii: "-") else {
                return
            }
            let notation = Notation(table: table.source.id, column: column, mark: mark)
            if proofs.contains(place) {
                monthFirst.insert(notation)
            } else if first > 12 {
                dayFirst.insert(mark)
            } else if isTurnable {
                turnable.append(Turnable(place: place, notation: notation))
            }
        }
    }
}
