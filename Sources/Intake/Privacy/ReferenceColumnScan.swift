/// The nine-digit numbers of one column of references, where one in eleven passes the elfproef by chance and only their
/// share tells whether they are citizen service numbers.
///
/// Numbers count once however often they stand in the column: one invoice over many rows proves nothing.
public struct ReferenceColumnScan: Sendable {
    private var passing: Set<UInt32> = []
    private var failing: Set<UInt32> = []
    /// The same of nine digits with a zero before them.
    private var filledUpPassing: Set<UInt32> = []
    private var filledUpFailing: Set<UInt32> = []

    /// A column in which nothing was seen.
    public init() {}

    /// The number of different nine-digit numbers.
    public var nineDigitNumbers: Int { passing.count + failing.count }

    /// How many of them can be a BSN.
    public var passingNumbers: Int { passing.count }

    /// All numbers that can be a BSN, those with a zero before them too.
    var allPassing: Set<UInt32> { passing.union(filledUpPassing) }

    /// Whether the column is refused: at least three nine-digit numbers, of which more than half pass.
    public var isRefused: Bool {
        Self.isPattern(passing.count, of: nineDigitNumbers)
            || Self.isPattern(filledUpPassing.count, of: filledUpPassing.count + filledUpFailing.count)
    }

    /// Whether ten digits with a zero in front are a series of the supplier's own, in which one in eleven passes by chance.
    public var isSeriesFilledUp: Bool {
        filledUpFailing.count >= 2 && filledUpFailing.count >= filledUpPassing.count
    }

    private static func isPattern(_ passing: Int, of all: Int) -> Bool { all >= 3 && passing * 2 > all }

    /// Adds the numbers of another part of the column; the order of parts does not matter.
    public mutating func merge(_ other: ReferenceColumnScan) {
        passing.formUnion(other.passing)
        failing.formUnion(other.failing)
        filledUpPassing.formUnion(other.filledUpPassing)
        filledUpFailing.formUnion(other.filledUpFailing)
    }

    mutating func add(_ number: UInt32, passes: Bool, isFilledUp: Bool = false) {
        switch (passes, isFilledUp) {
        case (true, false): passing.insert(number)
        case (false, false): failing.insert(number)
        case (true, true): filledUpPassing.insert(number)
        case (false, true): filledUpFailing.insert(number)
        }
    }
}
