/// The runs of ASCII digits in a cell, from the left.
struct DigitRuns {
    /// Digits at a stretch; the value is that of the first nine.
    struct Run {
        let start: Int
        let end: Int
        let value: Int

        var length: Int { end - start }

        /// Whether one of the signs of a date stands between this run and `next`.
        func isJoined(to next: Run, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
            next.start == end + 1 && "-./_ ".utf8.contains(cell[end])
        }
    }

    private let cell: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ cell: UnsafeBufferPointer<UInt8>) { self.cell = cell }

    mutating func next() -> Run? {
        while position < cell.count, cell[position] &- 0x30 >= 10 { position += 1 }
        guard position < cell.count else { return nil }
        let start = position
        var value = 0
        while position < cell.count, cell[position] &- 0x30 < 10 {
            if position - start < 9 { value = value * 10 + Int(cell[position] - 0x30) }
            position += 1
        }
        return Run(start: start, end: position, value: value)
    }
}

/// How dates look in digits.
enum CalendarForm {
    /// Whether the numbers can be a day and a month.
    static func isDay(_ day: Int, _ month: Int) -> Bool { (1...31).contains(day) && (1...12).contains(month) }

    /// The year that two digits stand for: 00 to 29 in this century, 30 to 99 in the last.
    static func fullYear(_ year: Int) -> Int { year < 30 ? 2000 + year : 1900 + year }

    /// The year of the day that eight digits spell as `jjjjmmdd` or `ddmmjjjj`, from 1900 to 2100, or nil.
    static func dayInEightDigits(_ value: Int) -> Int? {
        let years = 1900...2100
        if years.contains(value / 10_000), isDay(value % 100, value / 100 % 100) { return value / 10_000 }
        if years.contains(value % 10_000), isDay(value / 1_000_000, value / 10_000 % 100) { return value % 10_000 }
        return nil
    }
}
