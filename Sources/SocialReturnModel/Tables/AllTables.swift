/// Every table of the toolkit, without its row type: for readers, the field guide and `maatwerk explain`.
public enum AllTables {
    /// The tables in the order of ``TableID``.
    public static let facts: [TableFacts] = [
        Cover.table.facts, Placement.table.facts, WorkedHours.table.facts, SocialPurchase.table.facts,
        Activity.table.facts, Evidence.table.facts, Conversation.table.facts, Commitment.table.facts,
        Obstacle.table.facts, Lesson.table.facts, GoodExample.table.facts, LearningPlace.table.facts,
        Contract.table.facts, Obligation.table.facts, Supplier.table.facts, Partner.table.facts,
        Subcontractor.table.facts, RegisterSetting.table.facts, RegisterWord.table.facts, RegisterHeading.table.facts,
        RegisterStory.table.facts, RegisterRegion.table.facts, RegisterTrade.table.facts,
        RegisterHelpAnswer.table.facts, RegisterDecision.table.facts,
        ValuationLine.table.facts,
    ]

    /// The facts of one table.
    public static func facts(_ id: TableID) -> TableFacts { facts[Int(id.rawValue)] }
}
