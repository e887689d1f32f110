import SocialReturnModel
import Testing

/// The day on which a report was finished, and what is done where that day is doubtful.
@Suite struct CoverTests {
    private static let second = ReportingPeriod(year: 2026, months: 4...6)

    private static func cover(_ prepared: Day?, received: Day? = nil, _ period: ReportingPeriod? = second) -> Cover {
        var cover = Cover()
        (cover.preparedOn, cover.receivedOn, cover.period) = (prepared, received, period)
        return cover
    }

    private static func day(_ day: Int, _ month: Int, _ year: Int) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    @Test func aDayThatFitsIsThatDay() throws {
        let received = try Self.day(12, 7, 2026)
        for prepared in try [Self.day(1, 4, 2026), Self.day(30, 6, 2026), received] {
            let cover = Self.cover(prepared, received: received)
            #expect(cover.preparationDoubt == nil)
            #expect(cover.finishedOn == prepared)
        }
        let last = try Self.day(30, 6, 2027)
        #expect(Self.cover(last).finishedOn == last)
        #expect(Self.cover(nil, received: received).finishedOn == nil)
    }

    @Test func inDoubtTheDayOfReceiptCountsOrTheEndOfThePeriod() throws {
        let second = try #require(Self.second)
        let (start, end) = (second.start, second.end)
        let received = try Self.day(12, 7, 2026)
        for (prepared, doubt) in try [
            (Self.day(31, 3, 2026), Cover.PreparationDoubt.beforePeriod(start)),
            (Self.day(13, 7, 2026), .afterReceipt(received)), (Self.day(10, 7, 2062), .longAfterPeriod(end)),
        ] {
            let cover = Self.cover(prepared, received: received)
            #expect(cover.preparationDoubt == doubt)
            #expect(cover.finishedOn == received)
        }
        #expect(try Self.cover(Self.day(1, 7, 2027)).finishedOn == end)
    }

    /// A day of receipt with a slip of its own tells nothing of the other.
    @Test func theDayOfReceiptCanBeDoubtfulToo() throws {
        let prepared = try Self.day(10, 7, 2026)
        #expect(try Self.cover(prepared, received: Self.day(12, 7, 2006)).finishedOn == prepared)
        let slip = try Self.cover(Self.day(10, 7, 2062), received: Self.day(12, 7, 2006))
        #expect(slip.finishedOn == Self.second?.end)
    }

    @Test func withoutAPeriodOnlyTheDayOfReceiptTells() throws {
        let (prepared, received) = try (Self.day(10, 7, 2062), Self.day(12, 7, 2026))
        #expect(Self.cover(prepared, nil).finishedOn == prepared)
        #expect(Self.cover(prepared, received: received, nil).finishedOn == received)
    }
}
