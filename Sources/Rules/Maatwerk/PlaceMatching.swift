import Intake
import Parameters
import SocialReturnModel

/// Offers and demands laid beside each other: what fits, for how many, in two steps if need be, and what fits nothing.
public struct PlaceMatching: Sendable {
    /// A match with what is left for it.
    public struct Line: Sendable {
        /// The match.
        public let match: LearningPlaceMatch
        /// How many places go to it, when the best matches are served first; none where others took them all.
        public let places: Int
        /// How many other suppliers look for what is offered.
        public let otherDemands: Int
        /// How many other suppliers offer what is looked for.
        public let otherOffers: Int
    }

    /// The matches, by fit; of equals those that get a place first, then by date.
    public private(set) var lines: [Line] = []
    /// The best chain of each wish that has one.
    public private(set) var chains: [PlaceChain] = []
    /// The notices that fit no other, in their order.
    public private(set) var unmatched: [LearningPlaceNotice] = []

    /// Of each wish no more matches are looked at for a chain.
    private static let mostOfAWish = 40

    /// Lays `notices` beside each other.
    public init(_ notices: [LearningPlaceNotice], _ comparison: PlaceComparison) {
        var demands = PlaceIndex(comparison)
        for notice in notices where notice.direction == .demand { demands.add(notice) }
        let offers = notices.filter { $0.direction == .offer }.map { PlacedNotice($0, comparison) }
        var near: [String: [Int]] = [:]
        var found: [(match: LearningPlaceMatch, offer: Int, demand: Int)] = []
        for (position, offer) in offers.enumerated() {
            let candidates = near[offer.notice.region] ?? demands.candidates(near: offer)
            near[offer.notice.region] = candidates
            for demand in candidates {
                guard let match = LearningPlaceMatch(offer, demands.notices[demand], comparison) else { continue }
                found.append((match, position, demand))
            }
        }
        found.sort {
            $0.match.rank == $1.match.rank
                ? ($0.offer, $0.demand) < ($1.offer, $1.demand) : $0.match.rank < $1.match.rank
        }
        var offered = offers.map(\.notice.count)
        var wanted = demands.notices.map(\.notice.count)
        var demandsOf: [Int: Set<String>] = [:]
        var offersOf: [Int: Set<String>] = [:]
        var ofWish: [Int: [LearningPlaceMatch]] = [:]
        for (match, offer, demand) in found {
            demandsOf[offer, default: []].insert(match.demand.who)
            offersOf[demand, default: []].insert(match.offer.who)
            if ofWish[demand]?.count ?? 0 < Self.mostOfAWish { ofWish[demand, default: []].append(match) }
        }
        for (match, offer, demand) in found {
            let places = min(offered[offer], wanted[demand])
            offered[offer] -= places
            wanted[demand] -= places
            lines.append(
                Line(
                    match: match, places: places, otherDemands: (demandsOf[offer]?.count ?? 1) - 1,
                    otherOffers: (offersOf[demand]?.count ?? 1) - 1))
        }
        // Where many want the same, what was given away already would hide all else.
        let (given, taken) = (lines.filter { $0.places > 0 }, lines.filter { $0.places == 0 })
        lines = Self.merged(given, taken)
        for (_, matches) in ofWish.sorted(by: { $0.key < $1.key }) {
            let possible = matches.flatMap { first in
                matches.compactMap { PlaceChain(first, $0, leastDays: comparison.leastDays) }
            }
            let best = possible.enumerated().min {
                ($0.element.cost, $0.element.secondFrom, $0.offset) < (
                    $1.element.cost, $1.element.secondFrom, $1.offset
                )
            }
            if let best { chains.append(best.element) }
        }
        let matched = Set(found.flatMap { [$0.match.offer, $0.match.demand] })
        unmatched = notices.filter { !matched.contains($0) }
    }

    /// Two lists, each by fit, as one by fit; of equals those of `first` come first.
    private static func merged(_ first: [Line], _ second: [Line]) -> [Line] {
        var (merged, next) = ([Line](), second.startIndex)
        merged.reserveCapacity(first.count + second.count)
        for line in first {
            while next < second.endIndex, second[next].match.distance < line.match.distance {
                merged.append(second[next])
                next += 1
            }
            merged.append(line)
        }
        return merged + second[next...]
    }
}

extension PlaceChain {
    fileprivate var cost: Int { first.distance + second.distance }
}

extension LearningPlaceNotice {
    fileprivate var who: String { supplier?.description ?? FoldedName.fold(supplierName) }
}
