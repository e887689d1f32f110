import SocialReturnModel

/// A building block: what one kind of placement, activity or purchase is worth.
public struct Block: Sendable, Hashable {
    /// The short code, such as `PW`. Blocks that differ only in choice share it.
    public let code: String
    /// The words of the source.
    public let description: String
    /// The table of a submission whose rows it values.
    public let valuedTable: ValuedTable
    /// The target groups it serves; empty for activities and purchases.
    public let targetGroups: CodeSet<TargetGroup>
    /// The duration of the benefit it is for; nil where that does not matter.
    public let durationClass: DurationClass?
    /// The levels of education it is for; empty where they do not matter.
    public let levels: CodeSet<BlockLevel>
    /// The kinds of placement it is for; empty where they do not matter.
    public let kinds: CodeSet<PlacementKind>
    /// What else must hold, all of it.
    public let conditions: [Condition]
    /// The value in euros per ``unit``, never negative; nil where the invoice counts.
    public let value: Cents?
    /// What the value is for.
    public let unit: ValueUnit
    /// For how many months a placement counts; nil for always.
    public let countingMonths: Int?
    /// The hours a week from which a placement counts; nil where the source names none.
    public let minimumHours: Quantity?
    /// The highest amount in a span of time; nil for none.
    public let maximum: BlockMaximum?
    /// The highest amount of one activity (`1000 per keer`); nil for none, and for placements and purchases.
    public let maximumEach: Cents?
    /// What a reader must know.
    public let remark: String

    /// The thing that the file keeps out on purpose and a person must check, such as a disability; nil for none.
    public var declaration: String? { conditions.declaration }

    /// Whether only what the client accepted counts: a condition is `verklaring=in_overleg`.
    public var isInConsultation: Bool { conditions.contains(where: \.isInConsultation) }

    /// Whether something is kept out of the file that a person must check, besides what the client has to accept.
    public var needsCheck: Bool { conditions.needsCheck }

    /// Whether only the labour in an invoice counts.
    public var countsLabourOnly: Bool { conditions.contains(.labourOnly) }

    /// Whether the block is for this placement: its group, duration, level, kind and every condition fit.
    ///
    /// A shorter benefit fits a longer limit: who has a benefit for less than one year has it for less than two.
    public func fits(_ placement: borrowing Placement) -> Bool {
        guard valuedTable == .placements, let group = placement.targetGroup, targetGroups.contains(group) else {
            return false
        }
        if let durationClass {
            guard let given = placement.durationClass, given.implies(durationClass) else { return false }
        }
        if !levels.isEmpty {
            guard let given = placement.level, levels.contains(BlockLevel(given)) else { return false }
        }
        if !kinds.isEmpty {
            guard let given = placement.kind, kinds.contains(given) else { return false }
        }
        for condition in conditions where !condition.holds(for: placement) { return false }
        return true
    }

    /// Whether the block is for this purchase. `recognition` is what shows that the partner is a social enterprise.
    public func fits(_ purchase: borrowing SocialPurchase, recognition: CodeSet<Recognition>) -> Bool {
        guard valuedTable == .purchases else { return false }
        for condition in conditions where !condition.holds(for: purchase, recognition: recognition) { return false }
        return true
    }

    /// Whether the block is for this activity.
    public func fits(_ activity: borrowing Activity) -> Bool {
        guard valuedTable == .activities else { return false }
        for condition in conditions where !condition.holds(for: activity) { return false }
        return true
    }
}

/// The highest amount that a block may add in a span of time.
public struct BlockMaximum: BitwiseCopyable, Sendable, Hashable {
    /// The amount in euros.
    public let amount: Cents
    /// The span: day, week, month or year.
    public let span: Span

    /// A span of time in which a maximum applies.
    public enum Span: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable {
        case day, week, month, year

        /// The word in a table and in an explanation.
        public var name: Text {
            switch self {
            case .day: Text(nl: "dag", en: "day")
            case .week: Text(nl: "week", en: "week")
            case .month: Text(nl: "maand", en: "month")
            case .year: Text(nl: "jaar", en: "year")
            }
        }
    }

    /// A maximum of `amount` in each `span`.
    public init(_ amount: Cents, per span: Span) {
        self.amount = amount
        self.span = span
    }

    /// The maximum that `text` spells, such as `1000 per dag`; nil when it spells none.
    init?(_ text: String) {
        guard let (amount, word) = Self.parts(of: text),
            let span = Span.allCases.first(where: { $0.name.nl == word })
        else { return nil }
        self.init(amount, per: span)
    }

    /// The maximum of one row that `text` spells, such as `1000 per keer`; nil when it spells none.
    static func each(_ text: String) -> Cents? {
        guard let (amount, word) = parts(of: text), word == "keer" else { return nil }
        return amount
    }

    private static func parts(of text: String) -> (amount: Cents, word: String)? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, words[1] == "per", let euros = Int64(words[0]), (0...1_000_000_000).contains(euros)
        else { return nil }
        return (Cents(euros * 100), words[2])
    }
}

extension DurationClass {
    /// Whether every duration of this class is also one of `other`.
    func implies(_ other: DurationClass) -> Bool {
        switch (self, other) {
        case (.underOneYear, .underTwoYears), (.overTwoYears, .overOneYear): true
        default: self == other
        }
    }
}
