import SocialReturnModel
import Testing

/// No number ends the process, and none wraps.
@Suite struct SafeArithmeticTests {
    private static let edges: [Int64] = [.min, .min + 1, -1, 0, 1, 100, .max - 1, .max]

    @Test func sumsStopAtTheEnd() {
        for left in Self.edges {
            for right in Self.edges {
                let (sum, difference, product) = (
                    SafeInteger.sum(left, right), SafeInteger.difference(left, right), SafeInteger.product(left, right)
                )
                #expect(Self.isNearest(sum, Double(left) + Double(right), left.addingReportingOverflow(right)))
                #expect(
                    Self.isNearest(difference, Double(left) - Double(right), left.subtractingReportingOverflow(right)))
                #expect(
                    Self.isNearest(product, Double(left) * Double(right), left.multipliedReportingOverflow(by: right)))
                #expect(
                    (Cents(left) + Cents(right)).rawValue == sum && (Cents(left) - Cents(right)).rawValue == difference)
                let (one, other) = (Quantity(tenThousandths: left), Quantity(tenThousandths: right))
                #expect((one + other).tenThousandths == sum && (one - other).tenThousandths == difference)
            }
            #expect(Cents(left).magnitude >= .zero && SafeInteger.magnitude(left) >= 0)
            #expect(left == .min || SafeInteger.magnitude(left) == abs(left))
            #expect(!Cents(left).formatted(.dutch).isEmpty && !Cents(left).description.isEmpty)
        }
        #expect(Quantity(.max).tenThousandths == .max && Quantity(.min).tenThousandths == -.max)
    }

    /// The exact result where it fits, else the end of the range on its side.
    private static func isNearest(
        _ result: Int64, _ about: Double, _ exact: (partialValue: Int64, overflow: Bool)
    ) -> Bool {
        exact.overflow ? result == (about > 0 ? .max : -.max) : result == exact.partialValue
    }

    @Test(
        arguments: [
            (0.0, 0), (0.5, 1), (-0.5, -1), (1.49, 1), (9e15, 9_000_000_000_000_000), (.nan, nil), (.infinity, nil),
            (-.infinity, nil), (9.3e18, nil), (-9.3e18, nil), (1e300, nil), (.greatestFiniteMagnitude, nil), (-0.0, 0),
        ] as [(Double, Int?)])
    func theNearestNumberIsKnownOrNot(_ number: Double, _ nearest: Int?) {
        #expect(SafeInteger.nearest(number) == nearest)
        #expect((SafeInteger.whole(number) == nil) == (nearest == nil))
    }

    @Test(arguments: [Int32.min, -719_468, -25_567, 0, 20_000, 83_000, .max])
    func daysStayDays(_ number: Int32) {
        let day = Day(daysSince1970: number)
        for step in [Int.min, -1_000_000_000, -1, 0, 1, 1_000_000_000, .max] {
            let (days, months) = (day.adding(days: step), day.adding(months: step))
            #expect(step >= 0 ? days >= day : days <= day)
            #expect((1...9999).contains(months.components.year))
            #expect(months.description.count == 10 && !days.formatted(.english).isEmpty)
        }
        #expect(Day.first.days(since: day) == -day.days(since: .first))
    }

    @Test func theCalendarHasItsOwnEnds() {
        #expect(Day.first == Day(year: 1900, month: 1, day: 1) && Day.last == Day(year: 2199, month: 12, day: 31))
        #expect(Day.exists(year: 1, month: 1, day: 1) && Day.exists(year: 9999, month: 12, day: 31))
        #expect(!Day.exists(year: 0, month: 1, day: 1) && !Day.exists(year: 10_000, month: 1, day: 1))
        #expect(!Day.exists(year: 1900, month: 2, day: 29) && !Day.exists(year: 2026, month: .max, day: .min))
    }
}

/// Spans of days never share a day, few or many, in whatever order they come.
@Suite struct DaySpansTests {
    @Test(arguments: [3, 40, 400])
    func sameAsLookingThroughAll(_ count: Int) throws {
        var random = SystemRandomNumberGenerator()
        var spans = DaySpans()
        var known: [(start: Int32, end: Int32, owner: Int)] = []
        for owner in 0..<count {
            let start = Int32.random(in: -3_000...3_000, using: &random)
            let end = start + Int32.random(in: 0...Int32(20_000 / count), using: &random)
            let overlapping = known.filter { $0.start <= end && start <= $0.end }.map(\.owner)
            let found = spans.insert(Day(daysSince1970: start), Day(daysSince1970: end), owner: owner)
            #expect(found.map(overlapping.contains) ?? overlapping.isEmpty)
            if overlapping.isEmpty { known.append((start, end, owner)) }
        }
        spans.removeAll()
        #expect(spans.insert(.first, .last, owner: 7) == nil)
        #expect(spans.insert(.last, .last, owner: 8) == 7)
        #expect(spans.insert(.last, .first, owner: 9) == nil)
    }
}
