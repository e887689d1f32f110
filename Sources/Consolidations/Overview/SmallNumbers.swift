/// Whether rounded numbers of people, laid together, tell how many there are.
///
/// A reader knows how figures are rounded, what is a part of what, and that people of two suppliers are two. So rounded figures are read
/// as bounds, and these are made narrower by each other. Where one number is left for fewer than ten, the figure or one that it is a part
/// of moves to its other neighbour: a multiple of five still, from its own exact value.
struct SmallNumbers {
    /// A whole with its parts.
    private struct Rule {
        let whole: Int
        let parts: [Int]
        /// Whether nobody is in two of the parts.
        let isDisjoint: Bool
    }

    private var exact: [Int] = []
    private var shown: [Int] = []
    /// Whether a number stands in the workbook.
    private var isShown: [Bool] = []
    /// Whether a number stands in another workbook already, and so is shown as it is there.
    private var isSettled: [Bool] = []
    private var rules: [Rule] = []
    private var rulesOf: [[Int]] = []

    /// Adds a number; gives its position. `settled` is how another workbook of the same results shows it: two multiples of one number would
    /// tell that it lies between them.
    mutating func add(_ number: Int, settled: Int? = nil) -> Int {
        exact.append(number)
        shown.append(settled ?? Int(Precision.nearest(Int64(number), Int64(Precision.persons))))
        isShown.append(true)
        isSettled.append(settled != nil)
        rulesOf.append([])
        return exact.count - 1
    }

    /// Adds a number that nobody is told.
    mutating func addUnknown() -> Int {
        let index = add(0)
        isShown[index] = false
        return index
    }

    /// The figures to show, in the order in which their numbers were added.
    var shownFigures: [Int] { shown.indices.filter { isShown[$0] }.map { shown[$0] } }

    /// The figure to show for the number at `position`.
    func figure(_ position: Int) -> Int { shown[position] }

    /// Says that `parts` make `whole`.
    mutating func union(_ whole: Int, of parts: [Int], isDisjoint: Bool) {
        // What stands for the same people is one number.
        guard !parts.isEmpty, parts != [whole] else { return }
        for index in [whole] + parts { rulesOf[index].append(rules.count) }
        rules.append(Rule(whole: whole, parts: parts, isDisjoint: isDisjoint))
    }

    /// Moves figures until none tells a number below ten.
    mutating func settle() {
        moveTotals()
        var told = self.told(shown)
        var rounds = 0
        while !told.isEmpty, rounds < 40 {
            rounds += 1
            var best: (figures: [Int], told: [Int])?
            for index in told.prefix(8) {
                // A total of hundreds is moved, its hundreds of parts are not: that would cost parts times parts.
                let near =
                    [index] + rulesOf[index].map { rules[$0].whole }
                    + rulesOf[index].filter { rules[$0].parts.count <= 16 }.flatMap { rules[$0].parts }
                for candidate in near.prefix(24) {
                    guard let other = otherNeighbour(candidate) else { continue }
                    var figures = shown
                    figures[candidate] = other
                    let left = self.told(figures)
                    if left.count < (best?.told.count ?? told.count) { best = (figures, left) }
                    if left.isEmpty { break }
                }
                if best?.told.isEmpty == true { break }
            }
            guard let best else { return }
            (shown, told) = (best.figures, best.told)
        }
    }

    /// Moves totals that lie at the very end of what their parts can be. It looks at a total and its own parts only, so that the same
    /// total moves in every workbook that shows it.
    private mutating func moveTotals() {
        for rule in rules where rule.parts.count > 1 && rule.parts.allSatisfy({ isShown[$0] }) {
            // Of tens nobody is told.
            guard rule.parts.contains(where: { (1...10).contains(shown[$0]) }) else { continue }
            let total = shown[rule.whole]
            guard total > Precision.persons || rule.isDisjoint, let other = otherNeighbour(rule.whole) else { continue }
            let least = rule.parts.reduce(0) {
                $0 + (shown[$1] > Precision.persons ? shown[$1] - 2 : min(1, shown[$1]))
            }
            let most = rule.parts.reduce(0) { $0 + (shown[$1] > 0 ? shown[$1] + 2 : 0) }
            let isLow = rule.isDisjoint && least + 1 >= total + 2
            let isHigh = most <= total - 1
            if isLow && other > total || isHigh && other < total { shown[rule.whole] = other }
        }
    }

    /// The multiple on the other side of the exact number; nil where there is none to move to, as nothing stands for nobody only.
    private func otherNeighbour(_ index: Int) -> Int? {
        let (number, step) = (exact[index], Precision.persons)
        guard !isSettled[index], number > step, number % step != 0 else { return nil }
        let below = number / step * step
        return shown[index] == below ? below + step : below
    }

    /// The positions of numbers below ten that `figures` tell.
    private func told(_ figures: [Int]) -> [Int] {
        var low = [Int](repeating: 0, count: figures.count)
        var high = [Int](repeating: .max / 4, count: figures.count)
        for index in figures.indices where figures[index] == 0 && isShown[index] { high[index] = 0 }
        for index in figures.indices where figures[index] > 0 {
            // One that was moved lies further from what is shown; its reader can tell as soon as the narrow bounds contradict each other.
            let slack = Precision.nearest(Int64(exact[index]), Int64(Precision.persons)) == figures[index] ? 2 : 4
            low[index] = figures[index] == Precision.persons ? 1 : figures[index] - slack
            high[index] = figures[index] + slack
        }
        var (isChanged, passes) = (true, 0)
        while isChanged, passes < 60 {
            isChanged = false
            passes += 1
            func limit(_ index: Int, _ least: Int, _ most: Int) {
                let (newLow, newHigh) = (max(low[index], least), min(high[index], most))
                guard newLow <= newHigh, newLow != low[index] || newHigh != high[index] else { return }
                (low[index], high[index], isChanged) = (newLow, newHigh, true)
            }
            for rule in rules {
                let (lows, highs) = rule.parts.reduce((0, 0)) { ($0.0 + low[$1], min(.max / 4, $0.1 + high[$1])) }
                let most = rule.parts.reduce(0) { max($0, low[$1]) }
                limit(rule.whole, rule.isDisjoint ? lows : most, highs)
                let (least, upTo) = (low[rule.whole], high[rule.whole])
                for part in rule.parts {
                    limit(part, least - (highs - high[part]), rule.isDisjoint ? upTo - (lows - low[part]) : upTo)
                }
            }
        }
        return figures.indices.filter { isShown[$0] && (1..<10).contains(low[$0]) && low[$0] == high[$0] }
    }
}
