/// Between which numbers a cell's number must lie to be read as a value, in the unit of its column.
///
/// Every column of numbers names its bounds. They lie far above anything real, and keep every figure in 64 bits: a column adds up to
/// ``columnTotal`` at most, which the reader sees to as well, and 64 bits hold nine thousand times as much. Sums of several columns, of
/// several reports or of values that are calculated have that room.
public struct NumberBounds: Sendable, Hashable {
    /// The lowest number.
    public let lowest: Int64
    /// The highest number.
    public let highest: Int64
    /// What is counted.
    public let kind: NumberUnit
    /// What is counted, in the plural.
    public let unit: Text

    /// The numbers from `lowest` to `highest`, in whole `unit`s.
    private init(_ lowest: Int64, _ highest: Int64, _ kind: NumberUnit, _ unit: Text) {
        self.lowest = lowest
        self.highest = highest
        self.kind = kind
        self.unit = unit
    }

    /// The bounds in parts, of which `scale` make one of the unit.
    public func parts(of scale: Int64) -> ClosedRange<Int64> { lowest * scale...highest * scale }

    /// The highest sum of the numbers of a column without their signs, in its parts: cents, or ten-thousandths.
    ///
    /// Ten trillion euros, or a hundred billion hours: no submission, register or report comes near it.
    public static let columnTotal: Int64 = 1_000_000_000_000_000
}

extension NumberBounds {
    /// Amounts of money: no contract, and so no invoice under one, comes near ten billion. Below zero: credits.
    public static let euros = NumberBounds(-10_000_000_000, 10_000_000_000, .euros, Text(nl: "euro", en: "euros"))

    /// Amounts that were agreed, of which none is below zero.
    public static let eurosAgreed = NumberBounds(0, 10_000_000_000, .euros, Text(nl: "euro", en: "euros"))

    /// Agreed hours a week as written. A week has 168; what lies above or below zero has a rule with better words (INZ-06).
    public static let weekHours = NumberBounds(-999, 999, .hoursOfWeek, Text(nl: "uur per week", en: "hours a week"))

    /// Hours of a full-time week. Half of a working week, hours of a month (156) and a comma that went astray (3,6) are none, and would
    /// change every fte of the contract.
    public static let fullTimeWeek = NumberBounds(20, 60, .hoursOfWeek, Text(nl: "uur per week", en: "hours a week"))
    /// Hours of a full-time week, or from which a placement counts. A week has 168.
    public static let hoursOfWeek = NumberBounds(0, 168, .hoursOfWeek, Text(nl: "uur per week", en: "hours a week"))

    /// Full-time equivalents of one placement.
    public static let fullTimeEquivalents = NumberBounds(0, 10, .fullTimeEquivalents, Text(nl: "fte", en: "FTE"))

    /// Hours of a full-time year. A leap year has 8,784.
    public static let hoursOfYear = NumberBounds(0, 8_784, .hoursOfYear, Text(nl: "uur per jaar", en: "hours a year"))

    /// Hours that one person worked in one period, which is ten years at most: 87,672 hours.
    public static let hoursOfPerson = NumberBounds(0, 100_000, .hours, Text(nl: "uur", en: "hours"))

    /// Hours that several people spent together on one activity.
    public static let hoursTogether = NumberBounds(0, 1_000_000, .hours, Text(nl: "uur", en: "hours"))

    /// Persons or places in one row. The country has eighteen million people.
    public static let persons = NumberBounds(
        0, 10_000_000, .persons, Text(nl: "mensen of plekken", en: "persons or places"))

    /// A number in the unit of another column: persons, places, hours, full-time equivalents.
    public static let count = NumberBounds(
        0, 1_000_000_000, .counted, Text(nl: "in de eenheid hiernaast", en: "in the unit beside it"))

    /// A part of a whole in per cent.
    public static let share = NumberBounds(0, 100, .share, Text(nl: "procent", en: "per cent"))

    /// Progress, which may pass the goal.
    public static let progress = NumberBounds(0, 1_000, .share, Text(nl: "procent", en: "per cent"))

    /// A percentage of which a rule says with better words what cannot be (CTR-05).
    public static let percent = NumberBounds(-1_000, 1_000, .percent, Text(nl: "procent", en: "per cent"))

    /// Months of a look-back or of counting: fifty years, longer than any contract.
    public static let months = NumberBounds(0, 600, .months, Text(nl: "maanden", en: "months"))

    /// Days after a period within which something must be there.
    public static let days = NumberBounds(0, 366, .days, Text(nl: "dagen", en: "days"))

    /// A limit of the department's own, in the unit of that limit; each limit has a range of its own besides.
    public static let limit = NumberBounds(
        -10_000_000_000, 10_000_000_000, .any, Text(nl: "in de eenheid van de grens", en: "in the unit of the limit"))

    /// A number of a valuation table, which is checked line by line with better words.
    public static let tableLine = NumberBounds(
        -10_000_000, 10_000_000, .any, Text(nl: "uur of maanden", en: "hours or months"))
}

extension ColumnDescriptor {
    /// What a value of this column can be at most, as it follows on "In deze kolom hoort "; nil for a column without bounds.
    public var boundsInWords: Text? {
        switch kind {
        case .money, .number:
            // What a rule with better words says of the hours of a week is what fits.
            (bounds == .weekHours ? .hoursOfWeek : bounds).map { bounds in
                Text(
                    nl: "een getal van \(Quantity.whole(bounds.lowest, .dutch)) tot en met "
                        + "\(Quantity.whole(bounds.highest, .dutch)) (\(bounds.unit.nl))",
                    en: "a number from \(Quantity.whole(bounds.lowest, .english)) to "
                        + "\(Quantity.whole(bounds.highest, .english)) (\(bounds.unit.en))")
            }
        case .day:
            Text(
                nl: "een datum van \(Day.first.formatted(.dutch)) tot en met \(Day.last.formatted(.dutch))",
                en: "a date from \(Day.first.formatted(.english)) to \(Day.last.formatted(.english))")
        case .period:
            Text(
                nl: "een periode van ten hoogste tien jaar, van \(Day.years.lowerBound) tot en met "
                    + "\(Day.years.upperBound)",
                en: "a period of ten years at most, from \(Day.years.lowerBound) to \(Day.years.upperBound)")
        case .text, .identifier, .kvk, .code, .codes: nil
        }
    }
}

extension Quantity {
    /// A whole number with marks between the thousands.
    fileprivate static func whole(_ number: Int64, _ language: Language) -> String {
        DecimalText.grouped(number, decimals: 0, keepZeros: true, language, currency: false)
    }
}
