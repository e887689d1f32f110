import SocialReturnModel

extension CellReader {
    /// A reporting period: a year, half-year, quarter or month, or two dates with `/`, `t/m`, `tot en met` or a hyphen
    /// between them; also in words (`PeriodWords`). Without regard to case.
    ///
    /// `2026-2` is a quarter to one and a month to another: it gives the problem ``CellProblem/monthOrQuarter``.
    public static func period(_ trimmed: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod> {
        PlainBytes.read(trimmed, else: .invalidPeriod) { bytes in
            if bytes.isEmpty || isLoneDash(bytes) { return .empty }
            if let reading = yearFirst(bytes) ?? partFirst(bytes) ?? monthFirst(bytes) ?? twoDays(bytes)
                ?? PeriodWords.read(bytes)
            {
                guard let period = reading.value, period.days > ReportingPeriod.longest else { return reading }
                return .failure(.outOfBounds)
            }
            return failure(bytes, .invalidPeriod)
        }
    }

    /// `2026`, `2026-H1`, `2026Q2`, `2026-06`, `202606`.
    private static func yearFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod>? {
        var cursor = ByteCursor(bytes)
        guard let year = cursor.number() else { return nil }
        if year.width == 6, cursor.isAtEnd {
            return period(year.value / 100, month: year.value % 100, .dateNotation)
        }
        guard year.width == 4 else { return nil }
        if cursor.isAtEnd { return period(year.value, 1...12, []) }
        let separator = cursor.separator()
        if let part = YearPart.read(&cursor) {
            guard cursor.isAtEnd else { return nil }
            return period(year.value, part, separator == UInt8(ascii: "-") ? [] : .dateNotation)
        }
        guard separator != nil, let month = cursor.number(), month.width <= 2, cursor.isAtEnd else { return nil }
        if isMonthOrQuarter(month) { return monthOrQuarter(year.value, month.value) }
        let isUsual = separator == UInt8(ascii: "-") && month.width == 2 && bytes.count == 7
        return period(year.value, month: month.value, isUsual ? [] : .dateNotation)
    }

    /// `H1 2026`, `Q2-2026`, `2e kwartaal 2026`, `eerste halfjaar 2026`, `kwartaal 2 2026`.
    private static func partFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod>? {
        var cursor = ByteCursor(bytes)
        guard let part = YearPart.read(&cursor) ?? YearPart.readOrdinal(&cursor), cursor.separator() != nil,
            let year = cursor.number(), year.width == 4, cursor.isAtEnd
        else { return nil }
        return period(year.value, part, .dateNotation)
    }

    /// `juni 2026`, `jun-26` (what spreadsheet programs make of `2026-06`), `06-2026`.
    private static func monthFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod>? {
        var cursor = ByteCursor(bytes)
        var month: Int
        var repairs: Repairs = .dateNotation
        if let name = MonthName.read(&cursor) {
            (month, repairs) = (name, .monthName)
            let hasStop = cursor.skip(UInt8(ascii: "."))
            guard cursor.separator() != nil || hasStop else { return nil }
        } else {
            guard let number = cursor.number(), number.width <= 2, cursor.separator() != nil else { return nil }
            month = number.value
            if isMonthOrQuarter(number), let year = cursor.number(), year.width == 4, cursor.isAtEnd {
                return monthOrQuarter(year.value, month)
            }
        }
        guard let year = cursor.number(), cursor.isAtEnd else { return nil }
        switch year.width {
        case 4: return period(year.value, month: month, repairs)
        case 2 where repairs == .monthName:
            return period(completed(year.value), month: month, [.monthName, .twoDigitYear])
        default: return nil
        }
    }

    private static func isMonthOrQuarter(_ number: (value: Int, width: Int)) -> Bool {
        number.width == 1 && (1...4).contains(number.value)
    }

    /// The problem of a year with one digit that counts quarters or months; nil in a year that does not exist.
    private static func monthOrQuarter(_ year: Int, _ number: Int) -> Reading<ReportingPeriod>? {
        guard let reading = period(year, month: number, .dateNotation) else { return nil }
        return reading.value == nil ? reading : .failure(.monthOrQuarter)
    }

    /// The month of a cell that is a year and a number without a zero in front: `2026-2`, `2026-11`, `9-2026`; nil for any other notation.
    static func numberedMonth(_ cell: UnsafeBufferPointer<UInt8>) -> ReportingPeriod? {
        var cursor = ByteCursor(trimmed(cell))
        guard let first = cursor.number(), cursor.separator() != nil, let second = cursor.number(), cursor.isAtEnd,
            first.width == 4 || second.width == 4
        else { return nil }
        let (year, month) = first.width == 4 ? (first, second) : (second, first)
        guard month.width == (month.value < 10 ? 1 : 2), (1...12).contains(month.value) else { return nil }
        return ReportingPeriod(year: year.value, months: month.value...month.value)
    }

    private static func period(_ year: Int, month: Int, _ repairs: Repairs) -> Reading<ReportingPeriod>? {
        (1...12).contains(month) ? period(year, month...month, repairs) : nil
    }

    /// The months of a year of one to four digits; without a value in a year that cannot be read.
    private static func period(_ year: Int, _ months: ClosedRange<Int>, _ repairs: Repairs) -> Reading<ReportingPeriod>?
    {
        if let period = ReportingPeriod(year: year, months: months) { return Reading(value: period, repairs: repairs) }
        return Day.exists(year: year, month: months.lowerBound, day: 1) ? .failure(.outOfBounds) : nil
    }

    /// A first and a last day. Dates have three parts, so at most one of the marks parts the cell in two dates.
    private static func twoDays(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod>? {
        guard bytes.count >= 13 else { return nil }
        var isOutOfBounds = false
        for index in 6..<bytes.count - 6 {
            var cursor = ByteCursor(bytes)
            cursor.index = index
            let isUsual: Bool
            switch ByteCursor.folded(bytes[index]) {
            case UInt8(ascii: "/"), UInt8(ascii: "-"):
                isUsual = bytes[index] == UInt8(ascii: "/")
                cursor.index += 1
            case UInt8(ascii: "t"):
                guard cursor.skip("t/m") || cursor.skip("tot en met") else { continue }
                isUsual = true
            default:
                continue
            }
            let start = day(trimmed(UnsafeBufferPointer(rebasing: bytes[..<index])))
            let end = day(trimmed(cursor.rest))
            guard let first = start.value, let last = end.value, isCertain(start), isCertain(end) else {
                if isDay(start), isDay(end) { isOutOfBounds = true }
                continue
            }
            guard let period = ReportingPeriod(from: first, through: last) else { return nil }
            let repairs = start.repairs.union(end.repairs).union(isUsual ? [] : .dateNotation)
            return Reading(value: period, problem: start.problem ?? end.problem, repairs: repairs)
        }
        return isOutOfBounds ? .failure(.outOfBounds) : nil
    }

    /// Whether a day was read, or one that lies outside the years that can be read.
    private static func isDay(_ reading: Reading<Day>) -> Bool {
        reading.value != nil && isCertain(reading) || reading.problem == .outOfBounds
    }

    private static func isCertain(_ reading: Reading<Day>) -> Bool {
        reading.problem == nil || reading.problem == .twoDigitYear
    }
}
