import Intake
import Parameters
import SocialReturnModel

/// An offer of one supplier that fits a demand of another, and how well.
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
    /// How near the regions are.
    public let region: RegionList.Nearness
    /// Whether a region is what we think is meant, and not what was written.
    public let isRegionGuessed: Bool
    /// How near the trades are.
    public let trade: TradeList.Nearness
    /// The names of the regions, of the offer and of the demand.
    let regionNames: (offer: String, demand: String)

    /// How well they fit, in words.
    public enum Fit: Int, Sendable, CaseIterable, Comparable {
        case whole, nearly, perhaps

        /// The better one comes first.
        public static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }

        /// What it is called.
        public var name: Text {
            switch self {
            case .whole: Text(nl: "past helemaal", en: "fits")
            case .nearly: Text(nl: "past bijna", en: "nearly fits")
            case .perhaps: Text(nl: "past misschien", en: "may fit")
            }
        }
    }

    /// Whether both are of the same kind. A learning place, work experience and an internship can meet: people learn at each of them.
    public var isSameKind: Bool { offer.kind == demand.kind }

    /// How far apart they are: nothing for the same region, trade and kind.
    public var distance: Int { region.rawValue + trade.rawValue + (isSameKind ? 0 : 1) }

    /// How well they fit.
    public var fit: Fit { distance == 0 ? .whole : distance <= 2 ? .nearly : .perhaps }

    /// What lies further apart is no match: neighbours in another trade have little to offer each other.
    private static let mostDistance = 4

    /// The match of two notices; nil where they are of one supplier, or too far apart.
    init?(_ one: PlacedNotice, _ other: PlacedNotice, _ comparison: PlaceComparison) {
        let (offer, demand) = (one.notice, other.notice)
        guard Self.areDifferent(offer, demand), Self.canMeet(offer.kind, demand.kind) else { return nil }
        from = max(offer.from, demand.from)
        until = [offer.until, demand.until].compactMap { $0 }.min()
        if let until {
            let needed = [comparison.leastDays, offer.days, demand.days].compactMap { $0 }.min() ?? 1
            guard until >= from.adding(days: max(1, needed) - 1) else { return nil }
        }
        let isSameText = one.foldedRegion == other.foldedRegion
        guard let near = isSameText ? .same : comparison.regions.nearness(one.region, other.region) else { return nil }
        region = near
        isRegionGuessed = !isSameText && (one.region.isGuess || other.region.isGuess)
        regionNames = (
            one.region.names.isEmpty ? offer.region : one.region.names.joined(separator: ", "),
            other.region.names.isEmpty ? demand.region : other.region.names.joined(separator: ", ")
        )
        trade = comparison.trades.nearness(one.trade, other.trade)
        self.offer = offer
        self.demand = demand
        count = min(offer.count, demand.count)
        guard distance <= Self.mostDistance else { return nil }
    }

    private static func canMeet(_ one: PlaceKind, _ other: PlaceKind) -> Bool {
        one == other || one.isForLearning && other.isForLearning
    }

    /// Why the two fit, and where they differ, one reason a text.
    public var reasons: [Text] { [kindReason, tradeReason, regionReason, timeReason, countReason] }

    private var kindReason: Text {
        isSameKind
            ? Text(
                nl: "Zelfde soort plek: \(offer.kind.name.nl.lowercased()).",
                en: "Same kind of place: \(offer.kind.name.en.lowercased()).")
            : Text(
                nl:
                    "Aangeboden: \(offer.kind.name.nl.lowercased()); gevraagd: \(demand.kind.name.nl.lowercased()). Op allebei leert iemand het vak.",
                en:
                    "Offered: \(offer.kind.name.en.lowercased()); looked for: \(demand.kind.name.en.lowercased()). Somebody learns the trade at either."
            )
    }

    private var tradeReason: Text {
        func quoted(_ text: String) -> String { text.isEmpty ? "?" : "'\(text)'" }
        let (one, other) = (quoted(offer.occupation), quoted(demand.occupation))
        return switch trade {
        case .same: Text(nl: "Zelfde vak: \(offer.occupation).", en: "Same trade: \(offer.occupation).")
        case .related: Text(nl: "Verwant vak: \(one) en \(other).", en: "Related trade: \(one) and \(other).")
        case .unknown:
            offer.occupation.isEmpty || demand.occupation.isEmpty
                ? Text(nl: "Het vak is niet overal ingevuld.", en: "The trade is not filled in everywhere.")
                : Text(
                    nl: "Of de vakken op elkaar lijken weten wij niet: \(one) en \(other).",
                    en: "We do not know whether the trades are alike: \(one) and \(other).")
        case .other: Text(nl: "Ander vak: \(one) en \(other).", en: "Other trade: \(one) and \(other).")
        }
    }

    private var regionReason: Text {
        let guess =
            isRegionGuessed
            ? Text(
                nl: " Dat denken wij: er staat een plaats of een andere naam.",
                en: " That is what we think: a place or another name was written.")
            : Text(nl: "", en: "")
        let reason =
            switch region {
            case .same: Text(nl: "Zelfde regio: \(regionNames.demand).", en: "Same region: \(regionNames.demand).")
            case .within:
                Text(
                    nl: "Regio die erin valt: \(regionNames.offer) en \(regionNames.demand).",
                    en: "One region lies in the other: \(regionNames.offer) and \(regionNames.demand).")
            case .neighbours:
                Text(
                    nl: "Buurregio's: \(regionNames.offer) en \(regionNames.demand).",
                    en: "Regions that border on each other: \(regionNames.offer) and \(regionNames.demand).")
            }
        return Text(nl: reason.nl + guess.nl, en: reason.en + guess.en)
    }

    private var timeReason: Text {
        let dutchEnd = until.map { " tot en met \($0.formatted(.dutch))" } ?? ""
        let englishEnd = until.map { " until \($0.formatted(.english))" } ?? ""
        return Text(
            nl: "Samen beschikbaar vanaf \(from.formatted(.dutch))\(dutchEnd).",
            en: "Available together from \(from.formatted(.english))\(englishEnd).")
    }

    private var countReason: Text {
        Text(
            nl: "\(offer.count) aangeboden, \(demand.count) gevraagd: \(count) \(count == 1 ? "past" : "passen").",
            en: "\(offer.count) offered, \(demand.count) looked for: \(count) \(count == 1 ? "fits" : "fit").")
    }

    /// By number where both have one, else by name.
    private static func areDifferent(_ left: LearningPlaceNotice, _ right: LearningPlaceNotice) -> Bool {
        if let left = left.supplier, let right = right.supplier { return left != right }
        return FoldedName.fold(left.supplierName) != FoldedName.fold(right.supplierName)
    }

    /// By fit, then by date, then the one with more places.
    var rank: Rank { Rank(distance: distance, from: from, count: -count) }

    struct Rank: Comparable {
        let distance: Int
        let from: Day
        let count: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.distance, left.from, left.count) < (right.distance, right.from, right.count)
        }
    }

    /// Whether both are the same; names of regions follow from the notices.
    public static func == (left: LearningPlaceMatch, right: LearningPlaceMatch) -> Bool {
        left.offer == right.offer && left.demand == right.demand
    }

    /// Hashes the two notices.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(offer)
        hasher.combine(demand)
    }
}

extension PlaceKind {
    /// Whether people learn there: such places can meet each other.
    public var isForLearning: Bool { step != nil }

    /// How far along the road to work it is; nil for what is no step of it.
    var step: Int? {
        switch self {
        case .internship: 0
        case .workExperience: 1
        case .learningPlace: 2
        case .job, .guidance: nil
        }
    }
}
