import SocialReturnModel

/// A reporting period in words, as people say it: `april t/m juni 2026`, `1 april - 30 juni 2026`, `Q2 2026 (april-juni)`, `Q1 en Q2 2026`.
///
/// What is said twice must agree, and what can mean two things is no period: of `tot 1 juli` nobody knows whether that day belongs to it.
struct PeriodWords {
    /// The first day or month that is named, and the last.
    private struct Span {
        var start: Bound
        var end: Bound
    }

    /// A day or some months, of a year that may stand elsewhere.
    private struct Bound {
        var months: ClosedRange<Int>
        var day: Int?
        var year: Int?
    }

    private var cursor: ByteCursor
    private var repairs: Repairs = .dateNotation

    /// What plain `bytes` say; nil when that is no period, or more than one.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<ReportingPeriod>? {
        var words = PeriodWords(cursor: ByteCursor(bytes))
        words.skipLeadingWords()
        if words.cursor.index > 0 {
            // `heel 2026`, `jaar 2026`.
            let start = words.cursor
            if let year = words.fourDigits(), words.cursor.isAtEnd {
                return Reading(value: ReportingPeriod(year: year, months: 1...12), repairs: words.repairs)
            }
            words.cursor = start
        }
        guard let span = words.span(), let period = words.period(span, nil) else { return nil }
        words.cursor.skipBlanks()
        if words.cursor.skip(UInt8(ascii: "(")) {
            guard let again = words.span(), words.cursor.skip(UInt8(ascii: ")")),
                words.period(again, period.start.components.year) == period
            else { return nil }
            words.cursor.skipBlanks()
        }
        _ = words.cursor.skip(UInt8(ascii: "."))
        return words.cursor.isAtEnd ? Reading(value: period, repairs: words.repairs) : nil
    }

    private init(cursor: ByteCursor) { self.cursor = cursor }

    /// The period of `span`; of a year that is named nowhere it is `year`.
    private func period(_ span: Span, _ year: Int?) -> ReportingPeriod? {
        guard let first = span.start.year ?? span.end.year ?? year, let last = span.end.year ?? span.start.year ?? year,
            let start = Day(year: first, month: span.start.months.lowerBound, day: span.start.day ?? 1)
        else { return nil }
        let month = span.end.months.upperBound
        guard let end = Day(year: last, month: month, day: span.end.day ?? Day.length(ofMonth: month, in: last)) else {
            return nil
        }
        return ReportingPeriod(from: start, through: end)
    }

    // MARK: What is said

    /// One bound, a first and a last one, or a list of them without a gap.
    private mutating func span() -> Span? {
        skipLeadingWords()
        guard let first = bound() else { return nil }
        var span = Span(start: first, end: first)
        if skipThrough() {
            guard let last = bound(), isWhole(first) == isWhole(last) else { return nil }
            span.end = last
            return span
        }
        // One day is no period: whoever writes it means what began or ended then.
        guard isWhole(first) else { return nil }
        while skipAnd() {
            guard let next = bound(), isWhole(next), follows(next, span.end) else { return nil }
            // The year stands once, before or behind the list, or with each of them.
            if span.start.year == nil { span.start.year = next.year }
            span.end = Bound(months: next.months, day: nil, year: next.year ?? span.end.year)
        }
        return span
    }

    /// Whether a bound is no day.
    private func isWhole(_ bound: Bound) -> Bool { bound.day == nil }

    private func follows(_ next: Bound, _ last: Bound) -> Bool {
        if let year = next.year, let lastYear = last.year, year != lastYear {
            return year == lastYear + 1 && next.months.lowerBound == 1 && last.months.upperBound == 12
        }
        return next.months.lowerBound == last.months.upperBound + 1
    }

    private mutating func bound() -> Bound? {
        cursor.skipBlanks()
        let start = cursor
        if let year = fourDigits() {
            // `2026 april`, `2026, 2e kwartaal`, `2026_Q2`, `2026-04`; a year by itself is read elsewhere.
            let mark = cursor.next
            _ =
                cursor.skip(UInt8(ascii: ",")) || cursor.skip(UInt8(ascii: "_")) || cursor.skip(UInt8(ascii: ":"))
                || cursor.skip(UInt8(ascii: "-"))
            cursor.skipBlanks()
            if let months = part() ?? month() { return Bound(months: months, day: nil, year: year) }
            if mark == UInt8(ascii: "-"), let number = cursor.number(), number.width == 2,
                (1...12).contains(number.value)
            {
                return Bound(months: number.value...number.value, day: nil, year: year)
            }
            return nil
        }
        cursor = start
        if var bound = dayOfMonth() {
            bound.year = bound.year ?? yearBehind(isShort: false)
            return bound
        }
        cursor = start
        if let months = part() { return Bound(months: months, day: nil, year: yearBehind(isShort: true)) }
        if let months = month() { return Bound(months: months, day: nil, year: yearBehind(isShort: false)) }
        // `04-2026`, as one of two.
        if let number = cursor.number(), number.width == 2, (1...12).contains(number.value),
            cursor.skip(UInt8(ascii: "-")), let year = fourDigits()
        {
            return Bound(months: number.value...number.value, day: nil, year: year)
        }
        cursor = start
        return nil
    }

    private mutating func part() -> ClosedRange<Int>? { YearPart.read(&cursor) ?? YearPart.readOrdinal(&cursor) }

    private mutating func month() -> ClosedRange<Int>? {
        guard let month = MonthName.read(&cursor) else { return nil }
        _ = cursor.skip(UInt8(ascii: "."))
        repairs.insert(.monthName)
        return month...month
    }

    /// `1 april`, `1e april`, `01-04`, `1/4`.
    private mutating func dayOfMonth() -> Bound? {
        guard let day = cursor.number(), day.width <= 2 else { return nil }
        _ = cursor.skipOrdinalEnding()
        let mark = cursor.next
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") else { return nil }
        cursor.index += 1
        if let months = month() { return Bound(months: months, day: day.value, year: nil) }
        guard mark != UInt8(ascii: " "), let number = cursor.number(), number.width <= 2,
            (1...12).contains(number.value)
        else { return nil }
        if cursor.next == mark {
            let before = cursor
            cursor.index += 1
            guard let year = fourDigits() else {
                cursor = before
                return Bound(months: number.value...number.value, day: day.value, year: nil)
            }
            return Bound(months: number.value...number.value, day: day.value, year: year)
        }
        return Bound(months: number.value...number.value, day: day.value, year: nil)
    }

    private mutating func fourDigits() -> Int? {
        let start = cursor
        if let number = cursor.number(), number.width == 4, Day.years.contains(number.value) { return number.value }
        cursor = start
        return nil
    }

    /// The year behind a bound: `2026`, `'26`, `van 2026`; where `isShort`, also `26`. The cursor stays where it was without one.
    private mutating func yearBehind(isShort: Bool) -> Int? {
        let start = cursor
        cursor.skipBlanks()
        if cursor.skip("van ") || cursor.skip("of ") { cursor.skipBlanks() }
        if !cursor.skip(UInt8(ascii: ",")), isShort {
            _ = cursor.skip(UInt8(ascii: "-")) || cursor.skip(UInt8(ascii: "/"))
        }
        cursor.skipBlanks()
        if let year = fourDigits() { return year }
        let hasMark = cursor.skip(UInt8(ascii: "'"))
        if hasMark || isShort && cursor.index > start.index, let number = cursor.number(), number.width == 2 {
            repairs.insert(.twoDigitYear)
            return CellReader.completed(number.value)
        }
        cursor = start
        return nil
    }

    // MARK: Words around it

    private mutating func skipLeadingWords() {
        cursor.skipBlanks()
        for word in [
            "rapportageperiode", "verslagperiode", "periode", "period", "kalenderjaar", "het hele jaar", "heel", "jaar",
            "year", "van", "from", "het", "the", "maand",
        ] as [StaticString] {
            let start = cursor
            guard cursor.skip(word) else { continue }
            let isWord = cursor.next == UInt8(ascii: " ") || cursor.next == UInt8(ascii: ":")
            guard isWord else {
                cursor = start
                continue
            }
            _ = cursor.skip(UInt8(ascii: ":"))
            return skipLeadingWords()
        }
    }

    /// Steps over what means that the last one belongs to it.
    private mutating func skipThrough() -> Bool {
        let start = cursor
        cursor.skipBlanks()
        for word in ["t/m", "t.m.", "tm ", "t.e.m.", "tot en met", "tot & met", "through", "-"] as [StaticString]
        where cursor.skip(word) {
            return true
        }
        // Between a month and a year a slash is that of the template: `2026-04/2026-06`.
        if cursor.skip(UInt8(ascii: "/")) {
            let next = cursor
            if fourDigits() != nil {
                cursor = next
                return true
            }
        }
        cursor = start
        return false
    }

    private mutating func skipAnd() -> Bool {
        let start = cursor
        cursor.skipBlanks()
        for word in ["en ", "and ", ", en ", ",", "+", "&", "/"] as [StaticString] where cursor.skip(word) {
            return true
        }
        cursor = start
        return false
    }
}
