/// The numbers of columns that the first records of a text have with one separator.
struct ColumnSample {
    let separator: UInt8
    /// The number of columns that most records have, and how many; nil when hardly one has two columns.
    let tally: ColumnTally?
    /// Do most records have two columns or more? Title lines before the table and notes below it do not count.
    let isClear: Bool
    /// How stable the number of columns is, and somewhat how large. Comparable between separators.
    let score: Double

    /// - Parameter counts: The columns of each record that is not blank, in order.
    init(separator: UInt8, counts: [Int]) {
        self.separator = separator
        guard let columns = Self.usual(counts), let first = counts.firstIndex(of: columns) else {
            (tally, isClear, score) = (nil, false, 0)
            return
        }
        let table = counts[first...]
        let agreeing = table.count { $0 == columns }
        let divided = table.count { $0 >= 2 }
        tally = ColumnTally(separator: separator, columns: columns, agreeing: agreeing, records: table.count)
        // One line of two columns at the end of a text is no table.
        let isTable = 2 * divided > table.count && (first == 0 || columns > 2 || agreeing > 1)
        // A cover has one row; two notes below it do not take the table away.
        let withoutNotes = (table.lastIndex { $0 >= 2 } ?? first) + 1 - first
        isClear = isTable || columns > 3 && agreeing > 1 && agreeing == withoutNotes
        score = Self.weight(of: columns, in: agreeing) / Self.weight(of: 2, in: counts.count)
    }

    /// The number of columns, 2 or more, that counts most. A number that only one record has counts when all do so.
    private static func usual(_ counts: [Int]) -> Int? {
        var frequency: [Int: Int] = [:]
        for columns in counts where columns >= 2 { frequency[columns, default: 0] += 1 }
        let repeated = frequency.filter { $0.value > 1 }
        let usual = (repeated.isEmpty ? frequency : repeated).max {
            (weight(of: $0.key, in: $0.value), $0.key) < (weight(of: $1.key, in: $1.value), $1.key)
        }
        return usual?.key
    }

    /// More columns weigh more, but less than more records: a few title lines of two columns must not beat a short
    /// table of ten, and ten commas in a line of prose must not beat a long table of two.
    private static func weight(of columns: Int, in records: Int) -> Double {
        Double(records) * Double(records) * Double(columns - 1)
    }
}
