import SocialReturnModel

/// What a table adds to a block when the supplier claims it and the conditions hold.
public struct Bonus: Sendable, Hashable {
    /// The short code that a supplier writes in the column `bonussen`. More bonuses may share it.
    public let code: String
    /// The words of the source.
    public let description: String
    /// What must hold, all of it.
    public let conditions: [Condition]
    /// The value in euros a year or at once, by ``spread``, never negative; nil where an invoice counts.
    public let value: Cents?
    /// Whether it counts pro rata like the block, or once.
    public let spread: BonusSpread
    /// Whether it may go with another bonus; nil where the source does not say, and then it may.
    public let stacks: Bool?
    /// What a reader must know.
    public let remark: String

    /// Whether the conditions name the target group. Such a bonus also counts where the table has no block for the
    /// group.
    public var namesItsGroup: Bool {
        conditions.contains { if case .targetGroup = $0 { true } else { false } }
    }

    /// The thing that the file keeps out on purpose and a person must check; nil for none.
    public var declaration: String? { conditions.declaration }

    /// Whether only what the client accepted counts: a condition is `verklaring=in_overleg`.
    public var isInConsultation: Bool { conditions.contains(where: \.isInConsultation) }

    /// Whether every condition that a file can show holds for this placement.
    public func fits(_ placement: borrowing Placement) -> Bool {
        for condition in conditions where !condition.holds(for: placement) { return false }
        return true
    }
}
