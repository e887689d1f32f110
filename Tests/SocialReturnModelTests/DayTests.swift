import SocialReturnModel
import Testing

@Suite struct DayTests {
    /// Walks the calendar with a counter of its own, so that the arithmetic has nothing to agree with but itself.
    @Test func everyDayFrom1900To2199RoundTrips() throws {
        var expected = Int32(-25_567)
        var wrong: [String] = []
        for year in 1900...2199 {
            let isLeapYear = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                #expect(Day.length(ofMonth: index + 1, in: year) == length)
                for number in 1...length {
                    let day = Day(year: year, month: index + 1, day: number)
                    if day?.daysSince1970 != expected || day.map({ $0.components == (year, index + 1, number) }) != true
                    {
                        wrong.append("\(year)-\(index + 1)-\(number)")
                    }
                    expected += 1
                }
                #expect(Day(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        (1899, 12, 31), (2200, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 2, 29), (1900, 2, 29),
        (2100, 2, 29),
        (2026, 4, 31), (2026, -1, -1),
    ])
    func datesThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [(2000, 2, 29), (2024, 2, 29), (2196, 2, 29)])
    func leapDaysExist(year: Int, month: Int, day: Int) throws {
        let leapDay = try #require(Day(year: year, month: month, day: day))
        #expect(leapDay.adding(days: 1) == Day(year: year, month: 3, day: 1))
        #expect(leapDay.adding(days: -1) == Day(year: year, month: 2, day: 28))
    }

    @Test(arguments: [
        (61, "1900-03-01"), (25_569, "1970-01-01"), (45_658, "2025-01-01"), (46_082, "2026-03-01"),
        (109_574, "2199-12-31"),
    ])
    func spreadsheetSerialsAreDays(serial: Int, text: String) throws {
        let day = try #require(Day(spreadsheetSerial: serial))
        #expect(day.description == text)
        #expect(day.spreadsheetSerial == serial)
    }

    @Test(arguments: [-1, 0, 1, 60, 109_575, Int.max, Int.min])
    func serialsOutsideTheCalendarAreRefused(serial: Int) {
        #expect(Day(spreadsheetSerial: serial) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2026-08-31", 1, "2026-09-30"), ("2026-05-31", 0, "2026-05-31"),
        ("2026-03-01", -24, "2024-03-01"), ("2026-11-30", 3, "2027-02-28"), ("2026-06-30", -6, "2025-12-30"),
    ])
    func monthsEndOnTheLastDayOfAShorterMonth(start: String, months: Int, end: String) throws {
        #expect(try day(start).adding(months: months).description == end)
    }

    @Test func daysAreCountedAndCompared() throws {
        let (first, last) = (try day("2026-01-01"), try day("2026-12-31"))
        #expect(last.days(since: first) == 364)
        #expect(first.days(since: last) == -364)
        #expect(first.days(since: first) == 0)
        #expect(first < last && !(last < first) && !(first < first))
        #expect(try day("1969-12-31") < day("1970-01-01"))
    }

    @Test func daysAreWrittenInBothLanguages() throws {
        #expect(try day("2026-06-03").formatted(.dutch) == "03-06-2026")
        #expect(try day("2026-06-03").formatted(.english) == "3 Jun 2026")
        #expect(try day("2026-12-31").formatted(.english) == "31 Dec 2026")
    }
}

/// The day that an ISO date names.
func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
}
