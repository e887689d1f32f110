/// The nine-digit numbers of one column of references, where one in eleven passes the elfproef by chance and only their
/// share tells whether they are citizen service numbers.
///
/// Numbers count once however often they stand in the column: one invoice over many rows proves nothing.
public struct ReferenceColumnScan: Sendable {
    private var passing: Set<UInt32> = []
    private var failing: Set<UInt32> = []

    /// A column in which nothing was seen.
    public init() {}

    /// The number of different nine-digit numbers.
    public var nineDigitNumbers: Int { passing.count + failing.count }

    /// How many of them can be a BSN.
    public var passingNumbers: Int { passing.count }

    /// Whether the column is refused: at least three nine-digit numbers, of which more than half pass.
    public var isRefused: Bool { nineDigitNumbers >= 3 && passingNumbers * 2 > nineDigitNumbers }

    /// Adds the numbers of another part of the column; the order of parts does not matter.
    public mutating func merge(_ other: ReferenceColumnScan) {
        passing.formUnion(other.passing)
        failing.formUnion(other.failing)
    }

    mutating func add(_ number: UInt32, passes: Bool) {
        if passes { passing.insert(number) } else { failing.insert(number) }
    }
}
