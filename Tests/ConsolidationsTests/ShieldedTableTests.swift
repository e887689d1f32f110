import Testing

@testable import Consolidations

/// Small groups stay hidden, also from a reader who calculates.
@Suite struct ShieldedTableTests {
    /// A table of rows and columns with the totals of both and of all: the positions of its numbers, row by row.
    private func table(_ rows: [[Int]]) -> (table: ShieldedTable, cells: [[Int]]) {
        var table = ShieldedTable()
        let cells = rows.map { $0.map { table.add($0) } }
        let rowTotals = rows.map { table.add($0.reduce(0, +)) }
        let columnTotals = rows[0].indices.map { column in table.add(rows.reduce(0) { $0 + $1[column] }) }
        let total = table.add(rows.joined().reduce(0, +))
        for (row, number) in rowTotals.enumerated() { table.add(sum: number, of: cells[row]) }
        for (column, number) in columnTotals.enumerated() { table.add(sum: number, of: cells.map { $0[column] }) }
        table.add(sum: total, of: rowTotals)
        table.add(sum: total, of: columnTotals)
        return (table, cells)
    }

    @Test func hidesTheSmallestNeighbourInRowAndColumn() {
        let (table, cells) = table([[3, 20, 30], [15, 12, 40], [50, 60, 11]])
        let visibilities = table.visibilities(smallest: 5)
        #expect(visibilities[cells[0][0]] == .small)
        // One more in the row, one more in the column, and the corner where they meet.
        #expect(visibilities[cells[0][1]] == .shielded)
        #expect(visibilities[cells[1][0]] == .shielded)
        #expect(visibilities[cells[1][1]] == .shielded)
        #expect(visibilities[cells[2][2]] == .shown)
    }

    @Test func showsEverythingWhereNoGroupIsSmall() {
        let (table, _) = table([[5, 0], [7, 9]])
        #expect(table.visibilities(smallest: 5).allSatisfy { $0 == .shown })
    }

    @Test func hiddenPartsTogetherAreNoSmallGroup() {
        var table = ShieldedTable()
        let parts = [1, 2, 30, 40].map { table.add($0) }
        table.add(sum: table.add(73), of: parts)
        let visibilities = table.visibilities(smallest: 5)
        #expect(parts.map { visibilities[$0] } == [.small, .small, .shielded, .shown])
    }

    @Test func hidesTheTotalOfASingleSmallGroup() {
        var table = ShieldedTable()
        let part = table.add(2)
        let total = table.add(2)
        table.add(sum: total, of: [part])
        #expect(table.visibilities(smallest: 5)[total] == .small)
    }

    /// Two squares of hidden numbers with one hidden number between them: every sum hides two or more, and yet the one between them
    /// follows.
    @Test func findsWhatOnlyAllSumsTogetherGiveAway() {
        var rows = Array(repeating: Array(repeating: 50, count: 4), count: 4)
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)] {
            rows[row][column] = 4
        }
        let (table, cells) = table(rows)
        var shielding = Shielding(table, smallest: 5)
        shielding.settle()
        #expect(Detection.recomputable(table, .flows, isHidden: shielding.isHidden) == [cells[1][2]])
        let visibilities = table.visibilities(smallest: 5)
        #expect(Attack(table, visibilities).recomputed.isEmpty)
    }

    @Test(arguments: 0..<40)
    func nothingCanBeRecomputed(_ seed: Int) {
        var random = TestGenerator(seed: UInt64(seed))
        let (width, height) = (Int.random(in: 1...6, using: &random), Int.random(in: 1...8, using: &random))
        let rows = (0..<height).map { _ in
            (0..<width).map { _ in
                let limit = Bool.random(using: &random) ? 8 : 40
                return Int.random(in: 0...limit, using: &random)
            }
        }
        let (table, _) = table(rows)
        let visibilities = table.visibilities(smallest: 5)
        for (value, visibility) in zip(table.values, visibilities) where (1..<5).contains(value) {
            #expect(visibility == .small)
        }
        #expect(Attack(table, visibilities).recomputed.isEmpty, "\(rows)")
    }
}

/// Solves all sums for the hidden numbers, with fractions and without any of the code under test.
struct Attack {
    /// The positions of hidden numbers that have one value only.
    let recomputed: [Int]

    init(_ table: ShieldedTable, _ visibilities: [ShieldedTable.Visibility]) {
        let unknowns = table.values.indices.filter { visibilities[$0] != .shown }
        let column = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
        var rows: [[Double]] = table.sums.map { sum in
            var row = [Double](repeating: 0, count: unknowns.count)
            for part in sum.parts { if let column = column[part] { row[column] += 1 } }
            if let column = column[sum.total] { row[column] -= 1 }
            return row
        }
        var pivots: [(row: Int, column: Int)] = []
        var next = 0
        for column in unknowns.indices {
            guard next < rows.count,
                let pivot = (next..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-9
            else { continue }
            rows.swapAt(next, pivot)
            let factor = rows[next][column]
            rows[next] = rows[next].map { $0 / factor }
            for other in rows.indices where other != next && abs(rows[other][column]) > 1e-12 {
                let factor = rows[other][column]
                for index in unknowns.indices { rows[other][index] -= factor * rows[next][index] }
            }
            pivots.append((next, column))
            next += 1
        }
        recomputed = pivots.filter { pivot in
            unknowns.indices.allSatisfy { $0 == pivot.column || abs(rows[pivot.row][$0]) < 1e-7 }
        }.map { unknowns[$0.column] }
    }
}

/// The same random numbers at every run.
struct TestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xd134_2543_de82_ef95 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
