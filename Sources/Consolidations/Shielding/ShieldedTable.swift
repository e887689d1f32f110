/// Numbers of persons that are shown together, with every sum that a reader can make of them.
public struct ShieldedTable: Sendable {
    /// A number that is shown, and what it is the sum of, by position. Numbers that only nearly add up (a person in two groups)
    /// belong here too: a reader would try.
    public struct Sum: Sendable {
        /// The position of the sum.
        public var total: Int
        /// The positions of its parts.
        public var parts: [Int]
        /// Which figures it holds for.
        public var figures: SummedFigures
    }

    /// Figures that add up in their own way. A reader can solve the sums of one way together, and not those of both.
    public struct SummedFigures: OptionSet, Sendable {
        /// One bit a way.
        public let rawValue: UInt8
        /// The ways whose bits are set.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Persons, hours and euros, which add up over periods.
        public static let flows = SummedFigures(rawValue: 1)
        /// Full-time equivalents, of which the last period counts.
        public static let levels = SummedFigures(rawValue: 2)
        /// Both.
        public static let all: SummedFigures = [.flows, .levels]
    }

    /// Whether a number is shown.
    public enum Visibility: UInt8, Sendable {
        /// It is shown.
        case shown
        /// It stands for a small group itself: `<k`.
        case small
        /// It would give a small group away: `afgeschermd`.
        case shielded
    }

    /// The numbers of persons.
    public private(set) var values: [Int] = []
    /// The sums.
    public private(set) var sums: [Sum] = []
    /// The positions that are not shown whatever their number.
    public var hidden: Set<Int> = []

    /// A table without numbers.
    public init() {}

    /// Adds a number and gives its position.
    public mutating func add(_ value: Int) -> Int {
        values.append(value)
        return values.count - 1
    }

    /// Says that `total` is what `parts` add up to.
    public mutating func add(sum total: Int, of parts: [Int], _ figures: SummedFigures = .all) {
        guard !parts.isEmpty else { return }
        sums.append(Sum(total: total, parts: parts, figures: figures))
    }

    /// The same sums over other numbers about the same rows; what `hidden` holds is not shown.
    public func with(_ values: [Int], hidden: Set<Int>) -> ShieldedTable {
        precondition(values.count == self.values.count, "Every number of a table has a place.")
        var table = self
        table.values = values
        table.hidden = hidden
        return table
    }
}

extension ShieldedTable {
    /// What may be shown when no group under `smallest` persons may be recognised.
    ///
    /// First the small groups themselves. Then, as long as it changes anything: in each sum of which exactly one number is hidden, or
    /// of which the hidden parts come to fewer than `smallest`, the smallest other number that is not zero. At last ``Detection``
    /// solves all sums together, as a patient reader could, and what it finds is covered in the same way.
    public func visibilities(smallest: Int) -> [Visibility] {
        var shielding = Shielding(self, smallest: smallest)
        shielding.settle()
        for figures in [SummedFigures.flows, .levels, .flows, .levels] {
            while let found = Detection.recomputable(self, figures, isHidden: shielding.isHidden),
                shielding.cover(found)
            { shielding.settle() }
        }
        return values.indices.map { index in
            guard shielding.isHidden[index] else { return .shown }
            return (1..<smallest).contains(values[index]) ? .small : .shielded
        }
    }
}
