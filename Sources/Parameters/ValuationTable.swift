import SocialReturnModel

/// A valuation table: what placements, activities and purchases count for in euros, when a contract names the table.
///
/// One reference, since each row that is valued asks for it.
public final class ValuationTable: Sendable {
    /// The name that contracts use, such as `HAAGLANDEN-2023-07`.
    public let id: String
    /// What the table is called.
    public let name: String
    /// The file it was read from.
    public let file: String
    /// Whether the toolkit brings it along; else it is the department's own.
    public let isBuiltIn: Bool
    /// The key of its source in ``SourceRegister``; nil for none.
    public let sourceKey: String?
    /// The address of the source; nil for none.
    public let url: String?
    /// How it was read; nil where its file does not say.
    public let certainty: TableCertainty?
    /// A name that contracts may still use for it; nil for none.
    public let formerID: String?
    /// The day on which someone read the source.
    public let readOn: Day?
    /// The first day; nil where the source names none.
    public let validFrom: Day?
    /// The last day; nil while it is open.
    public let validThrough: Day?
    /// What is missing from the table; nil for a complete one.
    public let incompleteness: String?
    /// The hours of a full-time week; nil where the source names none.
    public let fullTimeHours: Quantity?
    /// The hours of a full-time year; nil where the source names none.
    public let yearHours: Quantity?
    /// How many months before the contract a placement may have begun; nil where the source does not say.
    public let lookBackMonths: Int?
    /// The hours a week from which a placement counts; nil where the source names none.
    public let minimumHours: Quantity?
    /// What a reader must know.
    public let remark: String
    /// The building blocks, in the order of the file.
    public let blocks: [Block]
    /// The bonuses, in the order of the file.
    public let bonuses: [Bonus]

    init(
        id: String, name: String, file: String, isBuiltIn: Bool, sourceKey: String?, url: String?,
        certainty: TableCertainty?, formerID: String?, readOn: Day?, validFrom: Day?, validThrough: Day?,
        incompleteness: String?, fullTimeHours: Quantity?, yearHours: Quantity?, lookBackMonths: Int?,
        minimumHours: Quantity?, remark: String, blocks: [Block], bonuses: [Bonus]
    ) {
        self.id = id
        self.name = name
        self.file = file
        self.isBuiltIn = isBuiltIn
        self.sourceKey = sourceKey
        self.url = url
        self.certainty = certainty
        self.formerID = formerID
        self.readOn = readOn
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.incompleteness = incompleteness
        self.fullTimeHours = fullTimeHours
        self.yearHours = yearHours
        self.lookBackMonths = lookBackMonths
        self.minimumHours = minimumHours
        self.remark = remark
        self.blocks = blocks
        self.bonuses = bonuses
    }

    /// Whether the amounts were not read at the source itself: wherever the table is named, this is said.
    public var isSecondHand: Bool { certainty == .secondHand }

    /// The name as a reader sees it: with `uit tweede hand` behind it where that is so. Data keep the bare ``id``.
    public var shownID: Text {
        isSecondHand ? Text(nl: "\(id) (uit tweede hand)", en: "\(id) (second hand)") : Text(nl: id, en: id)
    }

    /// Whether the table is valid on `day`. A side without a day is open.
    public func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validThrough, day > validThrough { return false }
        return true
    }

    /// The codes a supplier may write in the column `bonussen`, in the order of the file.
    public var bonusCodes: [String] {
        bonuses.reduce(into: []) { codes, bonus in if !codes.contains(bonus.code) { codes.append(bonus.code) } }
    }

    /// The block for a placement, or why there is none. Nothing is guessed: no block is no value.
    ///
    /// Where more blocks fit, one that asks for no check goes before one that does, then one that names the kind of
    /// placement, the level, the duration.
    public func block(for placement: borrowing Placement) -> BlockChoice {
        var best: (index: Int, rank: Int)?
        var isTied = false
        for (index, block) in blocks.enumerated() where block.fits(placement) {
            let rank =
                (block.needsCheck ? 0 : 16) + (block.kinds.isEmpty ? 0 : 8) + (block.levels.isEmpty ? 0 : 4)
                + (block.durationClass == nil ? 0 : 2) + (block.isInConsultation ? 0 : 1)
            isTied = rank == best?.rank || (isTied && rank < best?.rank ?? 0)
            if rank > best?.rank ?? -1 { best = (index, rank) }
        }
        guard let best else { return .none }
        return isTied ? .several : .block(best.index)
    }

    /// The block for a purchase, or why there is none: one that asks for no check first, then the one with most
    /// conditions.
    public func block(for purchase: borrowing SocialPurchase, recognition: CodeSet<Recognition>) -> BlockChoice {
        var best: (index: Int, rank: Int)?
        var isTied = false
        for (index, block) in blocks.enumerated() where block.fits(purchase, recognition: recognition) {
            let rank = rank(block)
            isTied = rank == best?.rank || (isTied && rank < best?.rank ?? 0)
            if rank > best?.rank ?? -1 { best = (index, rank) }
        }
        guard let best else { return .none }
        return isTied ? .several : .block(best.index)
    }

    /// The block for an activity, or why there is none: one that asks for no check first, then the one with most conditions, so that a block
    /// for `soort=gastles` goes before one for every activity.
    public func block(for activity: borrowing Activity) -> BlockChoice {
        var best: (index: Int, rank: Int)?
        var isTied = false
        for (index, block) in blocks.enumerated() where block.fits(activity) {
            let rank = rank(block)
            isTied = rank == best?.rank || (isTied && rank < best?.rank ?? 0)
            if rank > best?.rank ?? -1 { best = (index, rank) }
        }
        guard let best else { return .none }
        return isTied ? .several : .block(best.index)
    }

    /// A check is about which block is meant; that the client has to accept says nothing of that, and only decides between equals.
    private func rank(_ block: borrowing Block) -> Int {
        let count = block.conditions.count - (block.isInConsultation ? 1 : 0)
        return (block.needsCheck ? 0 : 1000) + 2 * count + (block.isInConsultation ? 0 : 1)
    }
}

/// The block that fits, by its position in ``ValuationTable/blocks``, or why there is none.
public enum BlockChoice: BitwiseCopyable, Sendable, Hashable {
    case block(Int)
    case none
    /// More blocks fit, and the table does not say which goes first.
    case several
}
