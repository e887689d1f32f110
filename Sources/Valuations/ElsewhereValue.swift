import Intake
import Parameters
import SocialReturnModel

/// What a row would count for under a valuation table that its contract need not name.
///
/// Municipalities beside each other, to learn from: it is part of no score and no total of what was realised.
public enum ElsewhereValue: Sendable, Hashable {
    /// An amount in euros.
    case value(Cents)
    /// An amount in euros that the client of that table would have to accept first; it counts nothing until then.
    case inConsultation(Cents)
    /// No amount, and why: no block fits, or something is not known. Never an amount of nothing.
    case none(ValuationReasons)

    private init(_ value: Cents?, waiting: Cents?, _ reasons: ValuationReasons) {
        if reasons.contains(.noBlock) {
            self = .none(.noBlock)
        } else if let waiting {
            self = .inConsultation(waiting)
        } else if let value {
            self = .value(value)
        } else {
            self = .none(reasons)
        }
    }

    /// Of a placement.
    public init(_ valuation: PlacementValuation) {
        self.init(valuation.value, waiting: valuation.inConsultation, valuation.reasons)
    }

    /// Of a purchase.
    public init(_ valuation: PurchaseValuation) {
        self.init(valuation.value, waiting: valuation.inConsultation, valuation.reasons)
    }

    /// Of an activity.
    public init(_ valuation: ActivityValuation) {
        self.init(valuation.value, waiting: valuation.inConsultation, valuation.reasons)
    }

    /// Why there is no amount; nil where there is one.
    public func reason(_ language: Language) -> String? {
        guard case .none(let reasons) = self else { return nil }
        if reasons.contains(.noBlock) { return Text(nl: "geen bouwblok", en: "no building block")[language] }
        return reasons.withoutValue(language)
    }
}

/// What rows that have something in common add up to under one table.
public struct ElsewhereSum: Sendable, Hashable {
    /// What they count for.
    public var value = Cents.zero
    /// What would count as soon as a client accepts it; no part of ``value``.
    public var waiting = Cents.zero
    /// How many rows have an amount, one that waits included.
    public var valued = 0
    /// For how many rows the table has no block.
    public var withoutBlock = 0
    /// How many rows have no amount for another reason.
    public var unknown = 0

    /// Nothing yet.
    public init() {}

    /// Whether ``value`` says something: some row has an amount, and not all of them wait.
    public var hasAmount: Bool { valued > 0 && (value != .zero || waiting == .zero) }

    /// Adds a row.
    public mutating func add(_ value: ElsewhereValue) {
        switch value {
        case .value(let amount):
            self.value += amount
            valued += 1
        case .inConsultation(let amount):
            waiting += amount
            valued += 1
        case .none(let reasons):
            if reasons.contains(.noBlock) { withoutBlock += 1 } else { unknown += 1 }
        }
    }

    /// Adds what other rows add up to.
    public mutating func add(_ other: ElsewhereSum) {
        value += other.value
        waiting += other.waiting
        valued += other.valued
        withoutBlock += other.withoutBlock
        unknown += other.unknown
    }
}

/// What rows have in common when tables are laid beside each other: the target group of placements, or that they are purchases or activities.
public enum ElsewherePart: Sendable, Hashable, Comparable {
    /// Placements of a target group; nil for those without one.
    case placements(TargetGroup?)
    /// Social purchases.
    case purchases
    /// Activities.
    case activities

    /// The parts in the order in which they are shown.
    public static let all: [ElsewherePart] =
        TargetGroup.allCases.map { .placements($0) } + [.placements(nil), .purchases, .activities]

    /// What it is called.
    public var name: Text {
        switch self {
        case .placements(let group): group?.name ?? Text(nl: "doelgroep onbekend", en: "target group unknown")
        case .purchases: Text(nl: "sociale inkoop", en: "social purchases")
        case .activities: Text(nl: "activiteiten", en: "activities")
        }
    }

    /// How files write it.
    public var code: String {
        switch self {
        case .placements(let group): "inzet " + (group?.code ?? "-")
        case .purchases: "inkoop"
        case .activities: "activiteiten"
        }
    }

    /// The part that files write so; nil for none.
    public init?(code: String) {
        guard let part = Self.all.first(where: { $0.code == code }) else { return nil }
        self = part
    }

    private var order: Int {
        switch self {
        case .placements(let group): group.map { Int($0.rawValue) } ?? 900
        case .purchases: 901
        case .activities: 902
        }
    }

    /// By the order in which they are shown.
    public static func < (left: ElsewherePart, right: ElsewherePart) -> Bool { left.order < right.order }
}

/// What a table rewards differently from the others: in words, so that it tells of no row.
public struct ElsewhereDifference: Sendable, Hashable {
    /// The parts that count for more than they do under the tables in the middle.
    public private(set) var more: [ElsewherePart] = []
    /// The parts that count for less.
    public private(set) var less: [ElsewherePart] = []
    /// The parts for which the table has no block.
    public private(set) var without: [ElsewherePart] = []
    /// The parts that have some rows for which the table has no block.
    public private(set) var partly: [ElsewherePart] = []

    /// What tells table `index` from the others, where `sums` has what each part adds up to under each table.
    ///
    /// A part is compared with the median of the tables that value it; a tenth more or less is no difference.
    public init(of index: Int, _ sums: [ElsewherePart: [ElsewhereSum]]) {
        var (more, less) = ([(ElsewherePart, Int64)](), [(ElsewherePart, Int64)]())
        for (part, values) in sums {
            let own = values[index]
            if own.withoutBlock > 0 {
                if own.valued > 0 { partly.append(part) } else { without.append(part) }
            }
            let known = values.filter(\.hasAmount).map(\.value.rawValue).sorted()
            guard known.count > 1, own.hasAmount else { continue }
            let middle = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
            let difference = own.value.rawValue - middle
            if 10 * difference > middle.magnitude.signed { more.append((part, difference)) }
            if -10 * difference > middle.magnitude.signed { less.append((part, -difference)) }
        }
        func names(_ parts: [(ElsewherePart, Int64)]) -> [ElsewherePart] {
            parts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
        }
        (self.more, self.less) = (names(more), names(less))
        without.sort()
        partly.sort()
    }

    /// The difference in a few words; the largest come first.
    public func text(_ language: Language) -> String {
        func list(_ lead: Text, _ parts: [ElsewherePart]) -> String? {
            guard !parts.isEmpty else { return nil }
            let names = parts.prefix(2).map { $0.name[language] }.joined(separator: ", ")
            let rest = Text(nl: " en nog \(parts.count - 2)", en: " and \(parts.count - 2) more")[language]
            return lead[language] + ": " + names + (parts.count > 2 ? rest : "")
        }
        let parts = [
            list(Text(nl: "meer voor", en: "more for"), more), list(Text(nl: "minder voor", en: "less for"), less),
            list(Text(nl: "geen bouwblok voor", en: "no building block for"), without),
            list(Text(nl: "niet altijd een bouwblok voor", en: "not always a building block for"), partly),
        ].compactMap { $0 }
        return parts.isEmpty
            ? Text(nl: "ongeveer als de meeste", en: "about as most")[language] : parts.joined(separator: "; ")
    }
}

extension UInt64 {
    fileprivate var signed: Int64 { Int64(clamping: self) }
}

extension ValuationTables {
    /// The tables that are laid beside each other, in the order of their names: those that were read at the source, and the department's
    /// own. Tables from second hand only when somebody asks for them (``showsSecondHand``), as nobody knows whether they are right.
    public var besideEachOther: [ValuationTable] { all.filter { showsSecondHand || !$0.isSecondHand } }
}
