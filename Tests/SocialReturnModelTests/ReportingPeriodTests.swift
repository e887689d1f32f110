import SocialReturnModel
import Testing

@Suite struct ReportingPeriodTests {
    static let months = (1...12).map { month -> (ClosedRange<Int>, String) in
        (month...month, month < 10 ? "2026-0\(month)" : "2026-\(month)")
    }
    static let notations: [(ClosedRange<Int>, String)] =
        [
            (1...12, "2026"), (1...6, "2026-H1"), (7...12, "2026-H2"), (1...3, "2026-Q1"), (4...6, "2026-Q2"),
            (7...9, "2026-Q3"), (10...12, "2026-Q4"), (2...4, "01-02-2026/30-04-2026"),
            (1...2, "01-01-2026/28-02-2026"),
            (2...12, "01-02-2026/31-12-2026"), (3...8, "01-03-2026/31-08-2026"),
        ] + months

    @Test(arguments: notations)
    func wholeMonthsHaveTheShortestNotation(months: ClosedRange<Int>, text: String) throws {
        #expect(try #require(ReportingPeriod(year: 2026, months: months)).description == text)
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-15", "01-04-2026/15-04-2026"), ("2026-04-02", "2026-04-30", "02-04-2026/30-04-2026"),
        ("2025-07-01", "2026-06-30", "01-07-2025/30-06-2026"), ("2026-01-01", "2026-01-01", "01-01-2026/01-01-2026"),
        ("2024-02-01", "2024-02-28", "01-02-2024/28-02-2024"), ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-01-01", "2026-12-31", "01-01-2025/31-12-2026"),
    ])
    func otherSpansNameBothDays(start: String, end: String, text: String) throws {
        let period = try #require(try ReportingPeriod(from: day(start), through: day(end)))
        #expect(period.description == text)
    }

    @Test func daysInsideAreCountedWithBothEnds() throws {
        let quarter = try #require(ReportingPeriod(year: 2026, months: 1...3))
        #expect(quarter.days == 90)
        #expect(try quarter.contains(day("2026-01-01")) && quarter.contains(day("2026-03-31")))
        #expect(try !quarter.contains(day("2025-12-31")) && !quarter.contains(day("2026-04-01")))
        #expect(try #require(ReportingPeriod(year: 2024, months: 1...12)).days == 366)
    }

    @Test func spansOverlapWhenTheyShareADay() throws {
        let april = try #require(ReportingPeriod(year: 2026, months: 4...4))
        let may = try #require(ReportingPeriod(year: 2026, months: 5...5))
        let border = try #require(try ReportingPeriod(from: day("2026-04-30"), through: day("2026-05-01")))
        #expect(!april.overlaps(may) && !may.overlaps(april))
        #expect(april.overlaps(border) && border.overlaps(may) && april.overlaps(april))
    }

    @Test(arguments: [
        (1...12, "2026", "2026"), (1...6, "het eerste halfjaar van 2026", "the first half of 2026"),
        (7...9, "het derde kwartaal van 2026", "the third quarter of 2026"), (6...6, "juni 2026", "June 2026"),
        (2...3, "01-02-2026 tot en met 31-03-2026", "1 Feb 2026 to 31 Mar 2026"),
    ])
    func peopleReadItInWords(_ months: ClosedRange<Int>, nl: String, en: String) throws {
        let words = try #require(ReportingPeriod(year: 2026, months: months)).words
        #expect(words.nl == nl && words.en == en)
    }

    @Test func theWrongOrderIsRefused() throws {
        #expect(try ReportingPeriod(from: day("2026-04-02"), through: day("2026-04-01")) == nil)
        #expect(ReportingPeriod(year: 1899, months: 1...12) == nil)
        #expect(ReportingPeriod(year: 2026, months: 12...13) == nil)
    }
}
