import SocialReturnModel

extension CellReader {
    /// A date with its day first, its year first, with the name of its month, or as a spreadsheet's day number. A time of
    /// day behind it is left out.
    public static func day(_ trimmed: UnsafeBufferPointer<UInt8>) -> Reading<Day> {
        if let day = templateDay(trimmed) { return Reading(value: day) }
        return PlainBytes.read(trimmed, else: .invalidDate) { bytes in
            if bytes.isEmpty || isLoneDash(bytes) { return .empty }
            let date = withoutWeekday(bytes)
            var reading = dayAndTime(date)
            if date.count < bytes.count, let day = reading.value {
                reading.repairs.insert(.weekday)
                if reading.problem == nil, weekday(in: bytes) != weekday(of: day) { reading.problem = .weekdayDiffers }
            }
            return reading.problem == .invalidDate ? failure(bytes, .invalidDate) : reading
        }
    }

    /// The sign between the first two parts of a date in digits: `-`, `/`, a point or a blank; nil when there is none.
    static func dateMark(_ cell: UnsafeBufferPointer<UInt8>) -> UInt8? {
        let inner = trim(cell).range
        guard let mark = cell[inner].first(where: { $0 &- 0x30 > 9 }), "-/. ".utf8.contains(mark) else { return nil }
        return mark
    }

    /// Whether a time with `AM` or `PM` stands at the end of a cell.
    static func hasTwelveHours(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let inner = cell[trim(cell).range]
        guard inner.contains(UInt8(ascii: ":")), inner.count > 2 else { return false }
        let end = inner.suffix(2).map(ByteCursor.folded)
        return end[1] == UInt8(ascii: "m") && (end[0] == UInt8(ascii: "a") || end[0] == UInt8(ascii: "p"))
    }

    /// The number of one or two digits with which a cell begins; nil without one.
    static func leadingNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
        var cursor = ByteCursor(trimmed(cell))
        return cursor.number().flatMap { $0.width <= 2 ? $0.value : nil }
    }

    /// Whether a date would be another day with its first two parts turned: both are at most 12, and not the same.
    static func isTurnable(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = ByteCursor(trimmed(cell))
        guard let first = cursor.number(), first.width <= 2, cursor.separator() != nil, let second = cursor.number(),
            second.width <= 2, cursor.separator() != nil, let year = cursor.number(), year.width == 4 || year.width == 2
        else { return false }
        return (1...12).contains(first.value) && (1...12).contains(second.value) && first.value != second.value
    }

    /// `bytes` without the name of a day of the week in front: `woensdag 1 april 2026`, `wo. 1-4-2026`, `Wed, 1 Apr 2026`.
    private static func withoutWeekday(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard weekday(in: bytes) != nil else { return bytes }
        let rest = bytes.drop { ($0 | 0x20) &- 0x61 < 26 }.drop {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ")
        }
        return rest.isEmpty ? bytes : UnsafeBufferPointer(rebasing: rest)
    }

    /// The day of the week whose name `bytes` begin with, from 0 for Monday; nil for any other word.
    private static func weekday(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = bytes.first, (first | 0x20) &- 0x61 < 26 else { return nil }
        let word = bytes.prefix { ($0 | 0x20) &- 0x61 < 26 }
        return weekdays.firstIndex { name in
            name.utf8CodeUnitCount == word.count
                && zip(word, 0..<word.count).allSatisfy { $0 | 0x20 == name.utf8Start[$1] }
        }.map { $0 % 7 }
    }

    /// The day of the week of `day`, from 0 for Monday: the first day of 1970 was a Thursday.
    private static func weekday(of day: Day) -> Int { ((Int(day.daysSince1970) + 3) % 7 + 7) % 7 }

    /// Each from Monday to Sunday.
    private static let weekdays: [StaticString] = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "di", "wo", "do", "vr",
        "za", "zo",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
        "sat",
        "sun",
    ]

    /// The day in one of the notations of the template, `30-06-2026` and `2026-06-30`; nil where it is another one, or none.
    @inline(__always)
    private static func templateDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
        guard bytes.count == 10 else { return nil }
        let hyphen = UInt8(ascii: "-")
        let isDayFirst = bytes[2] == hyphen && bytes[5] == hyphen
        guard isDayFirst || (bytes[4] == hyphen && bytes[7] == hyphen) else { return nil }
        let (yearAt, monthAt, dayAt) = isDayFirst ? (6, 3, 0) : (0, 5, 8)
        let digits = (
            bytes[yearAt] &- 0x30, bytes[yearAt + 1] &- 0x30, bytes[yearAt + 2] &- 0x30, bytes[yearAt + 3] &- 0x30,
            bytes[monthAt] &- 0x30, bytes[monthAt + 1] &- 0x30, bytes[dayAt] &- 0x30, bytes[dayAt + 1] &- 0x30
        )
        let highest = max(
            max(max(digits.0, digits.1), max(digits.2, digits.3)), max(max(digits.4, digits.5), max(digits.6, digits.7))
        )
        guard highest <= 9 else { return nil }
        let year = Int(digits.0) * 1000 + Int(digits.1) * 100 + Int(digits.2) * 10 + Int(digits.3)
        return Day(
            year: year, month: Int(digits.4) * 10 + Int(digits.5), day: Int(digits.6) * 10 + Int(digits.7))
    }

    private static func dayAndTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<Day> {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return dayAlone(bytes) }
        guard let end = TimeOfDay.start(aroundColon: colon, in: bytes) else { return .failure(.invalidDate) }
        var reading = dayAlone(UnsafeBufferPointer(rebasing: bytes[..<end]))
        guard reading.problem != .serialDay else { return .failure(.invalidDate) }
        if reading.value != nil { reading.repairs.insert(.timeDropped) }
        return reading
    }

    private static func dayAlone(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<Day> {
        var cursor = ByteCursor(bytes)
        guard let first = cursor.number() else { return monthFirstInWords(bytes) }
        if first.width == 5 { return serialDay(first.value, cursor) }
        if cursor.isAtEnd { return first.width == 8 ? compactDay(first.value) : .failure(.invalidDate) }
        let hasEnding = cursor.skipOrdinalEnding()
        guard let separator = cursor.separator() else { return .failure(.invalidDate) }

        if let month = MonthName.read(&cursor) {
            let hasStop = cursor.skip(UInt8(ascii: "."))
            let hasMark = cursor.separator() != nil
            let hasYearMark = cursor.skip(UInt8(ascii: "'"))
            guard hasMark || hasStop, first.width <= 2, let year = cursor.number(), cursor.isAtEnd,
                !hasYearMark || year.width == 2
            else { return .failure(.invalidDate) }
            return dayFirst(first.value, month, year, .monthName)
        }

        guard !hasEnding, let second = cursor.number(), second.width <= 2, cursor.separator() == separator,
            let third = cursor.number(), cursor.isAtEnd
        else { return .failure(.invalidDate) }
        let isUsual =
            separator == UInt8(ascii: "-") && second.width == 2 && bytes.count == first.width + third.width + 4
        switch first.width {
        case 4 where third.width <= 2:
            guard let day = Day(year: first.value, month: second.value, day: third.value) else {
                return .failure(problem(first.value, second.value, third.value))
            }
            return Reading(value: day, repairs: isUsual && third.width == 2 ? [] : .dateNotation)
        case 1...2:
            return dayFirst(first.value, second.value, third, isUsual && first.width == 2 ? [] : .dateNotation)
        default:
            return .failure(.invalidDate)
        }
    }

    /// `April 1, 2026`, as English has it: with the name of the month there is no doubt which number is the day.
    private static func monthFirstInWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<Day> {
        var cursor = ByteCursor(bytes)
        guard let month = MonthName.read(&cursor) else { return .failure(.invalidDate) }
        _ = cursor.skip(UInt8(ascii: "."))
        guard cursor.separator() != nil, let day = cursor.number(), day.width <= 2 else {
            return .failure(.invalidDate)
        }
        _ = cursor.skipOrdinalEnding()
        let hasComma = cursor.skip(UInt8(ascii: ","))
        guard cursor.separator() != nil || hasComma, let year = cursor.number(), year.width == 4, cursor.isAtEnd else {
            return .failure(.invalidDate)
        }
        return dayFirst(day.value, month, year, .monthName)
    }

    /// The day `day` of `month` in a year of four digits, or two with a doubt.
    private static func dayFirst(
        _ day: Int, _ month: Int, _ year: (value: Int, width: Int), _ repairs: Repairs
    ) -> Reading<Day> {
        guard year.width == 4 || year.width == 2 else { return .failure(.invalidDate) }
        let isShort = year.width == 2
        let fullYear = isShort ? completed(year.value) : year.value
        guard let value = Day(year: fullYear, month: month, day: day) else {
            let isSwapped = Day(year: fullYear, month: day, day: month) != nil
            return .failure(isSwapped ? .monthBeforeDay : problem(fullYear, month, day))
        }
        guard isShort else { return Reading(value: value, repairs: repairs) }
        return Reading(value: value, problem: .twoDigitYear, repairs: repairs.union(.twoDigitYear))
    }

    /// Why there is no day: the calendar does not have it, or it lies outside the years that can be read.
    private static func problem(_ year: Int, _ month: Int, _ day: Int) -> CellProblem {
        Day.exists(year: year, month: month, day: day) ? .outOfBounds : .invalidDate
    }

    /// The year that two digits stand for: 00 to 69 in this century, 70 to 99 in the last.
    static func completed(_ twoDigits: Int) -> Int { twoDigits + (twoDigits < 70 ? 2000 : 1900) }

    /// The day of eight digits, with the year first, or last where that is the only way to read it: no digits can be read in both ways.
    private static func compactDay(_ digits: Int) -> Reading<Day> {
        let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
        if let day = Day(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000) {
            return Reading(value: day, repairs: .dateNotation)
        }
        guard let day = Day(year: year, month: month, day: day) else { return .failure(problem(year, month, day)) }
        return Reading(value: day, repairs: .dateNotation)
    }

    /// The day with number `serial` (1954 to 2119), behind which a fraction, the time of day, may stand.
    private static func serialDay(_ serial: Int, _ cursor: ByteCursor) -> Reading<Day> {
        guard (20_000...80_000).contains(serial), let day = Day(spreadsheetSerial: serial) else {
            return .failure(.invalidDate)
        }
        var reading = Reading(value: day, problem: .serialDay, repairs: .serialDay)
        guard !cursor.isAtEnd else { return reading }
        let fraction = UnsafeBufferPointer(rebasing: cursor.rest.dropFirst())
        guard cursor.next == UInt8(ascii: ",") || cursor.next == UInt8(ascii: "."), !fraction.isEmpty,
            fraction.allSatisfy(ByteCursor.isDigit)
        else { return .failure(.invalidDate) }
        if fraction.contains(where: { $0 != UInt8(ascii: "0") }) { reading.repairs.insert(.timeDropped) }
        return reading
    }
}
