/// Finds the hidden numbers that follow from all that is shown, by solving the sums as linear equations.
///
/// Calculates modulo a prime. A number follows from the equations when it is the same in every solution; a random solution of the
/// equations with nothing on their right hand shows that, as such a number is zero there.
enum Detection {
    /// The positions of hidden numbers that can be recomputed; nil for none.
    static func recomputable(
        _ table: ShieldedTable, _ figures: ShieldedTable.SummedFigures, isHidden: [Bool]
    ) -> [Int]? {
        var unknowns: [Int] = []
        var number = [Int32](repeating: -1, count: table.values.count)
        for index in table.values.indices where isHidden[index] {
            number[index] = Int32(unknowns.count)
            unknowns.append(index)
        }
        var equations: [[Term]] = table.sums.compactMap { sum in
            guard sum.figures.contains(figures) else { return nil }
            var terms = sum.parts.filter { isHidden[$0] }.map { Term(unknown: number[$0], factor: 1) }
            if isHidden[sum.total] { terms.append(Term(unknown: number[sum.total], factor: Prime.minusOne)) }
            return terms.isEmpty ? nil : terms
        }
        // Short equations first: they keep the long ones short.
        equations.sort { $0.count < $1.count }
        var elimination = Elimination(unknowns: unknowns.count)
        for equation in equations { elimination.add(equation) }
        let solution = elimination.randomSolution()
        // One whose every equation is empty is in no sum at all, and free.
        let found = unknowns.indices.filter { solution[$0] == 0 }.map { unknowns[$0] }
        return found.isEmpty ? nil : found
    }
}

/// A factor times an unknown.
struct Term {
    let unknown: Int32
    var factor: UInt64
}

/// Arithmetic modulo a prime below 2^31, so that products fit.
enum Prime {
    static let value: UInt64 = 2_147_483_647
    static let minusOne = value - 1

    static func product(_ left: UInt64, _ right: UInt64) -> UInt64 { left * right % value }

    /// The number that times `number` gives one, by Fermat.
    static func inverse(_ number: UInt64) -> UInt64 {
        var (result, power, exponent) = (UInt64(1), number, value - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = product(result, power) }
            power = product(power, power)
            exponent >>= 1
        }
        return result
    }
}

/// Gaussian elimination on equations of few terms.
private struct Elimination {
    /// The solved equations: unknown `pivot` plus `rest` is nothing.
    private var rows: [(pivot: Int32, rest: [Term])] = []
    /// The row that solves each unknown; -1 for none.
    private var rowOf: [Int32]
    /// How often an unknown was met; one that is rare makes a good pivot.
    private var uses: [Int32]
    private var scratch: [UInt64]

    init(unknowns: Int) {
        rowOf = Array(repeating: -1, count: unknowns)
        uses = Array(repeating: 0, count: unknowns)
        scratch = Array(repeating: 0, count: unknowns)
    }

    mutating func add(_ equation: [Term]) {
        var touched: [Int32] = []
        var solved = MinHeap()
        for term in equation { put(term, &touched, &solved) }
        // An earlier row may hold unknowns that later rows solve, never the other way round.
        while let row = solved.pop() {
            let (pivot, rest) = rows[Int(row)]
            let factor = scratch[Int(pivot)]
            guard factor != 0 else { continue }
            scratch[Int(pivot)] = 0
            let minus = Prime.value - factor
            for term in rest {
                put(Term(unknown: term.unknown, factor: Prime.product(minus, term.factor)), &touched, &solved)
            }
        }
        let left = touched.filter { scratch[Int($0)] != 0 }
        if let pivot = left.min(by: { (uses[Int($0)], $0) < (uses[Int($1)], $1) }) {
            let inverse = Prime.inverse(scratch[Int(pivot)])
            var rest: [Term] = []
            rest.reserveCapacity(left.count - 1)
            for unknown in left where unknown != pivot && scratch[Int(unknown)] != 0 {
                rest.append(Term(unknown: unknown, factor: Prime.product(inverse, scratch[Int(unknown)])))
                uses[Int(unknown)] += 1
                scratch[Int(unknown)] = 0
            }
            rowOf[Int(pivot)] = Int32(rows.count)
            rows.append((pivot, rest))
        }
        for unknown in touched { scratch[Int(unknown)] = 0 }
    }

    private mutating func put(_ term: Term, _ touched: inout [Int32], _ solved: inout MinHeap) {
        let index = Int(term.unknown)
        if scratch[index] == 0 {
            touched.append(term.unknown)
            if rowOf[index] >= 0 { solved.push(rowOf[index]) }
        }
        scratch[index] = (scratch[index] + term.factor) % Prime.value
    }

    /// A solution with numbers at random for the unknowns that are free; the same at every run.
    func randomSolution() -> [UInt64] {
        var seed = StableHash()
        var solution = [UInt64](repeating: 0, count: rowOf.count)
        for unknown in solution.indices where rowOf[unknown] < 0 {
            seed.add(Int32(truncatingIfNeeded: unknown))
            solution[unknown] = seed.value % (Prime.value - 1) + 1
        }
        for (pivot, rest) in rows.reversed() {
            let sum = rest.reduce(0) { ($0 + Prime.product($1.factor, solution[Int($1.unknown)])) % Prime.value }
            solution[Int(pivot)] = (Prime.value - sum) % Prime.value
        }
        return solution
    }
}

/// Numbers of rows, the smallest first.
private struct MinHeap {
    private var numbers: [Int32] = []

    mutating func push(_ number: Int32) {
        numbers.append(number)
        var child = numbers.count - 1
        while child > 0, numbers[child] < numbers[(child - 1) / 2] {
            numbers.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Int32? {
        guard let first = numbers.first, let last = numbers.popLast() else { return nil }
        guard !numbers.isEmpty else { return first }
        numbers[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < numbers.count && numbers[child] < numbers[least] { least = child }
            if least == parent { return first }
            numbers.swapAt(parent, least)
            parent = least
        }
    }
}
