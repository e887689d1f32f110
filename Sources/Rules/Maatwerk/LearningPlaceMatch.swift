import Intake
import Parameters
import SocialReturnModel

/// A learning place that one supplier offers or looks for, with who that is. Texts are spelled out, because notices of several
/// submissions are laid side by side.
public struct LearningPlaceNotice: Sendable, Hashable {
    /// The supplier's KvK number, when its cover gives one.
    public var supplier: KvKNumber?
    /// The supplier's name, as it may be shown.
    public var supplierName: String
    /// Whether the place is offered or looked for.
    public var direction: PlaceDirection
    /// The kind of place.
    public var kind: PlaceKind
    /// The labour market region as written.
    public var region: String
    /// The trade or occupation as written, or empty.
    public var occupation: String
    /// The first day.
    public var from: Day
    /// The last day, or nil when it is not known.
    public var until: Day?
    /// How many places, more than none.
    public var count: Int
    /// Where the notice stands in its submission.
    public var place: Place

    /// A notice of a learning place.
    public init(
        supplier: KvKNumber?, supplierName: String, direction: PlaceDirection, kind: PlaceKind, region: String,
        occupation: String = "", from: Day, until: Day? = nil, count: Int, place: Place
    ) {
        self.supplier = supplier
        self.supplierName = supplierName
        self.direction = direction
        self.kind = kind
        self.region = region
        self.occupation = occupation
        self.from = from
        self.until = until
        self.count = count
        self.place = place
    }

    /// The notices of `submission` that name direction, kind, region, first day and number; rows set aside are left out.
    public static func all(in submission: Submission) -> [LearningPlaceNotice] {
        guard let table = submission.learningPlaces else { return [] }
        let name = submission.cover?.source.text(submission.coverRow.supplierName) ?? ""
        return table.acceptedIndices.compactMap { index in
            let row = table.rows[index]
            guard let direction = row.direction, let kind = row.kind, let region = row.region, let from = row.from,
                let count = row.count, count >= Quantity(1)
            else { return nil }
            return LearningPlaceNotice(
                supplier: submission.coverRow.supplierKvK, supplierName: name, direction: direction, kind: kind,
                region: submission.symbols[region], occupation: table.source.text(row.occupation), from: from,
                until: row.until, count: count.wholePart, place: table.place(index))
        }
    }
}

/// An offer of one supplier that fits a demand of another: the same kind of place, in the same region, on some days together.
public struct LearningPlaceMatch: Sendable, Hashable {
    /// Who offers.
    public let offer: LearningPlaceNotice
    /// Who looks.
    public let demand: LearningPlaceNotice
    /// The number of places that both have: the smaller of the two numbers.
    public let count: Int
    /// The first day on which both hold.
    public let from: Day
    /// The last day on which both hold; nil when neither names one.
    public let until: Day?
    /// Whether both name the same occupation.
    public let hasSameOccupation: Bool

    /// The pairs that fit, best first: same occupation, then more places, then the earliest day, then the order of the notices.
    ///
    /// A notice may stand in several pairs; a person chooses. Notices of one supplier are not paired with each other.
    public static func matches(among notices: [LearningPlaceNotice]) -> [LearningPlaceMatch] {
        var demands: [LearningPlaceNotice.Meeting: [LearningPlaceNotice]] = [:]
        for notice in notices where notice.direction == .demand { demands[notice.meeting, default: []].append(notice) }
        var found: [LearningPlaceMatch] = []
        for offer in notices where offer.direction == .offer {
            found += demands[offer.meeting, default: []].compactMap { LearningPlaceMatch(offer, $0) }
        }
        return bestFirst(found)
    }

    /// The pairs of `notice` with those among `others` that still hold on `day`, best first; at most the first `most` that fit.
    static func matches(
        of notice: LearningPlaceNotice, with others: some Sequence<LearningPlaceNotice>, on day: Day, most: Int
    ) -> [LearningPlaceMatch] {
        var found: [LearningPlaceMatch] = []
        for other in others where other.direction != notice.direction {
            let (offer, demand) = notice.direction == .offer ? (notice, other) : (other, notice)
            guard let match = LearningPlaceMatch(offer, demand), match.until.map({ $0 >= day }) ?? true else {
                continue
            }
            found.append(match)
            if found.count == most { break }
        }
        return bestFirst(found)
    }

    private static func bestFirst(_ matches: [LearningPlaceMatch]) -> [LearningPlaceMatch] {
        matches.enumerated().sorted { left, right in
            left.element.rank == right.element.rank
                ? left.offset < right.offset : left.element.rank < right.element.rank
        }.map(\.element)
    }

    /// Why the two fit, one reason a text.
    public var reasons: [Text] {
        let dutchEnd = until.map { " tot en met \($0.formatted(.dutch))" } ?? ""
        let englishEnd = until.map { " until \($0.formatted(.english))" } ?? ""
        var reasons = [
            Text(
                nl: "Zelfde soort plek: \(offer.kind.name.nl.lowercased()).",
                en: "Same kind of place: \(offer.kind.name.en.lowercased())."),
            Text(nl: "Zelfde regio: \(offer.region).", en: "Same region: \(offer.region)."),
            Text(
                nl: "Samen beschikbaar vanaf \(from.formatted(.dutch))\(dutchEnd).",
                en: "Available together from \(from.formatted(.english))\(englishEnd)."),
            Text(
                nl: "\(offer.count) aangeboden, \(demand.count) gevraagd: \(count) \(count == 1 ? "past" : "passen").",
                en: "\(offer.count) offered, \(demand.count) looked for: \(count) \(count == 1 ? "fits" : "fit")."),
        ]
        if hasSameOccupation {
            reasons.insert(
                Text(nl: "Zelfde vak: \(offer.occupation).", en: "Same occupation: \(offer.occupation)."), at: 1)
        }
        return reasons
    }

    private init?(_ offer: LearningPlaceNotice, _ demand: LearningPlaceNotice) {
        guard Self.areDifferent(offer, demand) else { return nil }
        from = max(offer.from, demand.from)
        until = [offer.until, demand.until].compactMap { $0 }.min()
        if let until, until < from { return nil }
        self.offer = offer
        self.demand = demand
        count = min(offer.count, demand.count)
        let occupation = FoldedName.fold(offer.occupation)
        hasSameOccupation = !occupation.isEmpty && occupation == FoldedName.fold(demand.occupation)
    }

    /// By number where both have one, else by name.
    private static func areDifferent(_ left: LearningPlaceNotice, _ right: LearningPlaceNotice) -> Bool {
        if let left = left.supplier, let right = right.supplier { return left != right }
        return FoldedName.fold(left.supplierName) != FoldedName.fold(right.supplierName)
    }

    private var rank: Rank { Rank(occupation: hasSameOccupation ? 0 : 1, count: -count, from: from) }

    private struct Rank: Comparable {
        let occupation: Int
        let count: Int
        let from: Day

        static func < (left: Rank, right: Rank) -> Bool {
            (left.occupation, left.count, left.from) < (right.occupation, right.count, right.from)
        }
    }
}

extension LearningPlaceNotice {
    /// What must be the same for two notices to meet.
    struct Meeting: Hashable {
        let kind: PlaceKind
        let region: String
    }

    /// What another notice must have to meet this one.
    var meeting: Meeting { Meeting(kind: kind, region: RegionList.builtIn.key(region)) }
}
