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

/// By what notices of learning places are compared: the regions, the trades, and how long two must overlap.
public struct PlaceComparison: Sendable {
    /// The regions, with those of the register.
    public let regions: RegionList
    /// The trades, with those of the register.
    public let trades: TradeList
    /// For how many days two notices must hold together; a notice that is shorter itself must hold all along.
    public let leastDays: Int

    /// Compares by the lists of the toolkit and of `register`.
    public init(register: ContractRegister?, leastDays: Int) {
        regions = RegionList.builtIn.adding(register?.regions)
        trades = TradeList.builtIn.adding(register?.trades)
        self.leastDays = leastDays
    }

    private init(_ regions: RegionList, _ trades: TradeList, _ leastDays: Int) {
        (self.regions, self.trades, self.leastDays) = (regions, trades, leastDays)
    }

    /// The same with another number of days.
    func with(leastDays: Int) -> PlaceComparison { PlaceComparison(regions, trades, leastDays) }
}

/// A notice with its region and trade looked up.
struct PlacedNotice: Sendable {
    let notice: LearningPlaceNotice
    let region: RegionList.Named
    let trade: TradeList.Named
    let foldedRegion: String

    init(_ notice: LearningPlaceNotice, _ comparison: PlaceComparison) {
        self.notice = notice
        region = comparison.regions.regions(named: notice.region)
        trade = comparison.trades.named(notice.occupation)
        foldedRegion = FoldedName.fold(notice.region)
    }
}

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

extension LearningPlaceNotice {
    /// For how many days it holds; nil for one without an end.
    var days: Int? { until.map { $0.days(since: from) + 1 } }

    /// What may be told of it to a supplier that it fits, before both have agreed to meet: what kind of place, in which trade and region of
    /// our lists, when and how many. Never who, by what contract, or in whose words: whoever brings people together tells that.
    public func introduction(_ comparison: PlaceComparison) -> Text {
        let trade = comparison.trades.trade(occupation)
        let regions = comparison.regions.regions(named: region).names.joined(separator: ", ")
        func words(_ language: Language) -> String {
            func text(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
            let kind = kind.name[language].lowercased()
            var parts = [
                direction == .offer
                    ? text("Een andere leverancier biedt: \(kind)", "Another supplier offers: \(kind)")
                    : text("Een andere leverancier zoekt: \(kind)", "Another supplier looks for: \(kind)")
            ]
            if let trade { parts.append(text("vak \(trade)", "trade \(trade)")) }
            if !regions.isEmpty { parts.append(text("regio \(regions)", "region \(regions)")) }
            parts.append(
                text("vanaf ", "from ") + from.formatted(language)
                    + (until.map { text(" tot en met ", " until ") + $0.formatted(language) } ?? ""))
            parts.append(count == 1 ? text("1 plek", "1 place") : text("\(count) plekken", "\(count) places"))
            return parts.joined(separator: ", ") + "."
        }
        return Text(nl: words(.dutch), en: words(.english))
    }
}

/// Notices by the regions in which others may look for them, so that not every pair is compared.
struct PlaceIndex: Sendable {
    private let comparison: PlaceComparison
    private var byRegion: [String: [Int]] = [:]
    private(set) var notices: [PlacedNotice] = []

    init(_ comparison: PlaceComparison) { self.comparison = comparison }

    mutating func add(_ notice: LearningPlaceNotice) {
        let placed = PlacedNotice(notice, comparison)
        for key in Self.keys(placed) { byRegion[key, default: []].append(notices.count) }
        notices.append(placed)
    }

    /// The positions of notices that may lie near `notice`, in the order in which they were added. The same text lies near itself.
    func candidates(near notice: PlacedNotice) -> [Int] {
        var keys = Self.keys(notice)
        for region in comparison.regions.each where comparison.regions.nearness(notice.region, region) != nil {
            keys.formUnion(region.names)
        }
        return Set(keys.flatMap { byRegion[$0] ?? [] }).sorted()
    }

    private static func keys(_ notice: PlacedNotice) -> Set<String> {
        Set(notice.region.names + ["= " + notice.foldedRegion])
    }
}

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
