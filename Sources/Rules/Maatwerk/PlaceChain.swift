import Intake
import Parameters
import SocialReturnModel

/// A wish that is met in two steps: first at one supplier, then at another.
public struct PlaceChain: Sendable, Hashable {
    /// The first step.
    public let first: LearningPlaceMatch
    /// The second step, further along the road to work.
    public let second: LearningPlaceMatch
    /// The last day of the first step.
    public let firstUntil: Day
    /// The first day of the second step.
    public let secondFrom: Day

    /// Whose wish it is.
    public var demand: LearningPlaceNotice { first.demand }

    /// Between two steps no more than a month may pass.
    private static let longestGap = 31

    /// The chain of two matches of one wish; nil where the second is no step further at another supplier, or there is no time for both.
    init?(_ first: LearningPlaceMatch, _ second: LearningPlaceMatch, leastDays: Int) {
        guard let one = first.offer.kind.step, let two = second.offer.kind.step, one < two,
            first.trade <= .related, second.trade <= .related,
            first.offer.supplier != second.offer.supplier || first.offer.supplierName != second.offer.supplierName
        else { return nil }
        let begin = max(second.from, first.from.adding(days: leastDays))
        let end = min(first.until ?? begin.adding(days: -1), begin.adding(days: -1))
        guard end.days(since: first.from) + 1 >= leastDays, begin.days(since: end) - 1 <= Self.longestGap,
            second.until.map({ $0.days(since: begin) + 1 >= leastDays }) ?? true
        else { return nil }
        (self.first, self.second) = (first, second)
        (firstUntil, secondFrom) = (end, begin)
    }

    /// The chain in a sentence.
    public var text: Text {
        Text(
            nl:
                "Eerst \(first.offer.kind.name.nl.lowercased()) tot en met \(firstUntil.formatted(.dutch)), dan \(second.offer.kind.name.nl.lowercased()) vanaf \(secondFrom.formatted(.dutch)).",
            en:
                "First \(first.offer.kind.name.en.lowercased()) until \(firstUntil.formatted(.english)), then \(second.offer.kind.name.en.lowercased()) from \(secondFrom.formatted(.english))."
        )
    }
}
