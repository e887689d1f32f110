import SocialReturnModel
import Valuations

/// What one submission contributes to one contract.
public struct ContractDigest: Codable, Hashable, Sendable {
    /// The contract's number as the submission writes it.
    public var id: String
    /// What placements are worth by the valuation table, rounded as the obligation says.
    public var placementValue: Cents
    /// What purchases are worth by the valuation table.
    public var purchaseValue: Cents
    /// What activities are worth by the valuation table.
    public var activityValue: Cents
    /// What counts as soon as the client accepts it, by the valuation table; nil for nothing, and in summaries of before that was kept.
    public var inConsultation: Cents?
    /// Whether a certificate is known on which a PSO discount rests; nil where the contract has none, and in summaries of before that was
    /// kept.
    public var discountHolds: Bool?
    /// How many activities there are.
    public var activities: Int
    /// The placements by target group, in the order of the code list.
    public var groups: [PlacementSlice]
    /// The placements by kind, in the order of the code list.
    public var kinds: [PlacementSlice]
    /// The purchases by partner, in the order of their numbers and names.
    public var partners: [PartnerDigest]
    /// The invoices, to find those that were reported twice.
    public var invoices: [InvoiceDigest]
    /// Hashes of the placements, to find those that two suppliers claim.
    public var claims: KeySet
    /// The commitments, in the order of the file.
    public var commitments: [CommitmentDigest]
    /// The obstacles by kind.
    public var obstacles: [ObstacleDigest]
    /// The good examples that may be shared.
    public var examples: [ExampleDigest]
    /// How many conversations there were.
    public var conversations: Int
    /// The day of the last conversation.
    public var lastConversation: Day?
    /// How far the participants have come; nil for nobody, and in summaries of before that was kept.
    public var careers: CareerDigest?
    /// The lessons; nil for none, and in summaries of before that was kept.
    public var lessons: [LessonDigest]?
    /// What the rows would count for under other tables, by table and part; nil where nothing can be valued, and in summaries of before
    /// that was kept.
    public var elsewhere: [ElsewhereDigest]?
    /// The participants by the region of their work; nil for nobody, and in summaries of before that was kept.
    public var regions: [RegionDigest]?
}

/// Who works or learns in one region.
public struct RegionDigest: Codable, Hashable, Sendable {
    /// The region's name; empty where no postcode was given, `?` where the list does not have it.
    public var name: String
    /// The participants.
    public var persons: KeySet
}

/// What the rows of one part would count for under one table.
public struct ElsewhereDigest: Codable, Hashable, Sendable {
    /// The table's id.
    public var table: String
    /// The part: `ElsewherePart.code`.
    public var part: String
    /// What they count for.
    public var value: Cents
    /// What would count as soon as a client accepts it.
    public var waiting: Cents
    /// How many rows have an amount.
    public var valued: Int
    /// For how many rows the table has no block.
    public var withoutBlock: Int
    /// How many rows have no amount for another reason.
    public var unknown: Int

    init(_ table: String, _ part: ElsewherePart, _ sum: ElsewhereSum) {
        (self.table, self.part) = (table, part.code)
        (value, waiting) = (sum.value, sum.waiting)
        (valued, withoutBlock, unknown) = (sum.valued, sum.withoutBlock, sum.unknown)
    }

    /// What the rows add up to.
    var sum: ElsewhereSum {
        var sum = ElsewhereSum()
        (sum.value, sum.waiting) = (value, waiting)
        (sum.valued, sum.withoutBlock, sum.unknown) = (valued, withoutBlock, unknown)
        return sum
    }
}

/// Placements that have a code in common.
public struct PlacementSlice: Codable, Hashable, Sendable {
    /// The code they share; empty where rows have none.
    public var code: String
    /// The participants.
    public var persons: KeySet
    /// The placements, as hashes of their references.
    public var placements: KeySet
    /// Their full-time equivalents, of those for which they are known.
    public var fte: FTETotal
    /// How many of them have hours worked.
    public var withHours: Int
    /// How many of them have a value, nothing included.
    public var valued: Int
    /// The hours worked, of those for which they are known.
    public var hours: Quantity
    /// What they are worth, each row rounded.
    public var value: Cents
    /// The participants whose placement ended in a permanent job.
    public var permanentJobs: KeySet
    /// The participants with an employment contract without an end.
    public var permanentContracts: KeySet
}

/// Purchases from one partner.
public struct PartnerDigest: Codable, Hashable, Sendable {
    /// The partner's KvK number.
    public var kvk: KvKNumber?
    /// The partner's name as first written.
    public var name: String
    /// How many invoices.
    public var invoices: Int
    /// What they come to, without VAT.
    public var amount: Cents
    /// What they are worth by the valuation table.
    public var value: Cents
    /// The codes of the partner's roles in the chain; nil for none, and in summaries of before that was kept.
    public var chains: [String]? = nil
    /// How many of the invoices the table gives no value, which is not a value of 0; nil for none, without a table, and in summaries of before that was
    /// kept.
    public var unvalued: Int? = nil

    /// Whether any of the invoices has a value. A partner that is planned only has none to give one to.
    public var isValued: Bool { (unvalued ?? 0) < max(1, invoices) }
}

/// An invoice, as far as finding it twice needs it.
public struct InvoiceDigest: Codable, Hashable, Sendable {
    /// The hash of the partner's number and the invoice number.
    public var key: UInt64
    /// The partner.
    public var partner: KvKNumber
    /// The day of the invoice.
    public var date: Day?
    /// What it comes to, without VAT.
    public var amount: Cents?
}

/// A goal that supplier and client agreed on.
public struct CommitmentDigest: Codable, Hashable, Sendable {
    /// The supplier's reference.
    public var id: String
    /// The goal in words; empty where a privacy rule had something to say of the file.
    public var goal: String
    /// The code of the owner, or what was written.
    public var owner: String
    /// The agreed number.
    public var count: Quantity?
    /// The code of the unit, or what was written.
    public var unit: String
    /// The target date.
    public var due: Day?
    /// The code of the status, or what was written.
    public var status: String
    /// The progress in per cent.
    public var progress: Quantity?
}

/// Obstacles of one kind.
public struct ObstacleDigest: Codable, Hashable, Sendable {
    /// The code of the kind, or what was written.
    public var kind: String
    /// How many.
    public var count: Int
    /// How many ask for help.
    public var helpRequests: Int
    /// The obstacles in the supplier's words, those that ask for help first; nil where they may not be shown.
    public var words: [String]?
}

/// A good example that may be shared.
public struct ExampleDigest: Codable, Hashable, Sendable {
    /// The title.
    public var title: String
    /// The story.
    public var story: String
    /// The code of how far it may be spread.
    public var shareable: String
    /// The day on which those concerned agreed.
    public var consentDate: Day
    /// Whether it waits for somebody who reads it before it is shared in public; nil in summaries of before that was asked.
    public var waitsForReader: Bool?
}
