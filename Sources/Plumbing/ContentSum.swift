/// What the cells of a sheet come to, in whatever order they stand, by which is seen later whether somebody typed there.
///
/// Programs that save a sheet again keep its formulas or put what they gave in their place, and write numbers and days each in their own way. So
/// texts count as a ``TextSum``, apart for those that formulas give, and of all else only how many cells there are.
public struct ContentSum: Hashable, Sendable {
    /// Of texts that stand in a cell by themselves.
    private var typed = TextSum()
    /// Of texts that formulas gave.
    private var given = TextSum()
    /// The cells with something that stands there by itself.
    private var typedCells = 0
    /// The cells with a formula.
    private var formulas = 0
    /// Those of them that show something.
    private var givenCells = 0
    /// Whether only ``typed`` is known, as of a report that an earlier version made.
    private var knowsTextsOnly = false

    /// Of no cell.
    public init() {}

    /// The sum that ``written`` became, now or in an earlier version; nil for anything else.
    public init?(written: String) {
        let parts = written.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let typed = TextSum(written: first) else { return nil }
        self.typed = typed
        guard parts.count > 1 else {
            knowsTextsOnly = true
            return
        }
        // Whoever has the workbook can write anything there: no sheet has more cells than these hold, and together they are a number too.
        guard parts.count == 5, let given = TextSum(written: parts[1]), let typedCells = UInt32(parts[2]),
            let formulas = UInt32(parts[3]), let givenCells = UInt32(parts[4])
        else { return nil }
        self.given = given
        (self.typedCells, self.formulas, self.givenCells) = (Int(typedCells), Int(formulas), Int(givenCells))
    }

    /// The sum as a word.
    public var written: String { "\(typed.written).\(given.written).\(typedCells).\(formulas).\(givenCells)" }

    /// Whether there is no cell with anything in it.
    public var isEmpty: Bool { typedCells == 0 && formulas == 0 }

    /// Adds a text that stands in a cell by itself.
    public mutating func add(text: UnsafeBufferPointer<UInt8>) {
        guard Self.showsSomething(text) else { return }
        typed.add(text)
        typedCells += 1
    }

    /// Adds a text that stands in a cell by itself.
    public mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(text: $0) }
    }

    /// Takes away a text, or what a program shows of a number or a day, that was added.
    public mutating func remove(_ text: UnsafeBufferPointer<UInt8>) {
        guard Self.showsSomething(text) else { return }
        typed.remove(text)
        typedCells -= 1
    }

    /// Adds a number, a day or a logical value that stands in a cell by itself.
    public mutating func addValue() { typedCells += 1 }

    /// Adds a formula.
    public mutating func addFormula() { formulas += 1 }

    /// Adds the text that a formula gives.
    public mutating func add(given text: UnsafeBufferPointer<UInt8>) {
        guard Self.showsSomething(text) else { return }
        given.add(text)
        givenCells += 1
    }

    /// Adds the text that a formula gives.
    public mutating func add(given text: String) {
        var text = text
        text.withUTF8 { add(given: $0) }
    }

    /// Adds the number that a formula gives.
    public mutating func addGivenValue() { givenCells += 1 }

    /// Whether a sheet that came to `made` as it was made can come to this now, and nobody typed there.
    public func isUnchanged(since made: ContentSum) -> Bool {
        if made.knowsTextsOnly { return typed == made.typed }
        if typed == made.typed, typedCells == made.typedCells, formulas == made.formulas { return true }
        // What formulas gave stands in their place.
        return formulas == 0 && typedCells == made.typedCells + made.givenCells && typed == made.typed + made.given
    }

    /// Programs write blanks each in their own way.
    private static func showsSomething(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.contains { $0 > 0x20 } }
}
