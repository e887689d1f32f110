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
