import Parameters
import SocialReturnModel

/// One bonus that a supplier claims for a placement, and what became of it.
public struct BonusOutcome: Sendable, Hashable {
    /// The code as claimed, in capitals.
    public let code: String
    /// The position in ``ValuationTable/bonuses``; nil for a code that the table does not have.
    public let index: Int?
    /// Whether it counts, or why not.
    public let standing: Standing
    /// What it adds, rounded by itself; nil where it does not count. The row's value is rounded once, so parts may
    /// differ from it by a cent.
    public let amount: Cents?

    /// Whether a claimed bonus counts, or why not.
    public enum Standing: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable {
        case counted
        /// It counts once, and did so in an earlier period.
        case countedBefore
        /// The table has no bonus with this code.
        case unknownCode
        /// A condition of the bonus does not hold.
        case conditionNotMet
        /// It may not go with another bonus that counts for more.
        case notStackable
        /// It counts by its invoice.
        case byInvoice
        /// It counts once the client accepts it.
        case inConsultation
        /// There is no building block that it could add to.
        case noBlock
        /// Hours or settings are missing to count it pro rata.
        case notCalculable

        /// The standing in words.
        public var text: Text {
            switch self {
            case .counted: Text(nl: "telt", en: "counts")
            case .countedBefore:
                Text(
                    nl: "telt eenmalig, en telde al in een eerdere periode",
                    en: "counts once, and did in an earlier period")
            case .unknownCode: Text(nl: "staat niet in de tabel", en: "is not in the table")
            case .conditionNotMet: Text(nl: "voldoet niet aan de voorwaarde", en: "does not meet its condition")
            case .notStackable: Text(nl: "mag niet samen met een andere bonus", en: "may not go with another bonus")
            case .inConsultation:
                Text(
                    nl: "is in overleg: telt zodra de opdrachtgever haar accepteert",
                    en: "is in consultation: counts once the client accepts it")
            case .byInvoice: Text(nl: "telt via de gemaakte kosten", en: "counts by the costs made")
            case .noBlock: Text(nl: "heeft geen bouwblok om bij te tellen", en: "has no building block to add to")
            case .notCalculable:
                Text(
                    nl: "is niet te berekenen: uren of voltijd_uren ontbreken",
                    en: "cannot be calculated: hours are missing")
            }
        }
    }

    /// The bonuses of `table` that `codes` claim for `placement`. `isFirstPeriod` tells whether what counts once counts
    /// now, `hasBlock` whether the placement has a building block.
    static func outcomes(
        _ codes: [String], _ placement: borrowing Placement, in table: ValuationTable, hasBlock: Bool,
        isFirstPeriod: Bool, share: Share?, isAccepted: Bool
    ) -> [BonusOutcome] {
        var outcomes: [BonusOutcome] = []
        for code in codes {
            let rows = table.bonuses.indices.filter { table.bonuses[$0].code.uppercased() == code }
            var fitting: Int?
            for index in rows where table.bonuses[index].fits(placement) {
                let best = fitting.map { table.bonuses[$0].value ?? .zero }
                if best.map({ $0 < table.bonuses[index].value ?? .zero }) ?? true { fitting = index }
            }
            guard let index = fitting else {
                let standing = rows.isEmpty ? Standing.unknownCode : .conditionNotMet
                outcomes.append(BonusOutcome(code: code, index: rows.first, standing: standing, amount: nil))
                continue
            }
            let (standing, amount) = outcome(
                of: table.bonuses[index], hasBlock: hasBlock, isFirstPeriod: isFirstPeriod, share: share,
                isAccepted: isAccepted)
            outcomes.append(BonusOutcome(code: code, index: index, standing: standing, amount: amount))
        }
        return stacked(outcomes, table)
    }

    private static func outcome(
        of bonus: Bonus, hasBlock: Bool, isFirstPeriod: Bool, share: Share?, isAccepted: Bool
    ) -> (Standing, Cents?) {
        guard hasBlock || bonus.namesItsGroup else { return (.noBlock, nil) }
        guard let value = bonus.value else { return (.byInvoice, nil) }
        guard isAccepted || !bonus.isInConsultation else { return (.inConsultation, nil) }
        if bonus.spread == .once {
            return isFirstPeriod ? (.counted, share == .nothing ? .zero : value) : (.countedBefore, nil)
        }
        guard let amount = share?.of(value)?.rounded else { return (.notCalculable, nil) }
        return (.counted, amount)
    }

    /// Leaves only what may go together: of the bonuses that stand alone, or of the others together, what counts for
    /// most.
    private static func stacked(_ outcomes: [BonusOutcome], _ table: ValuationTable) -> [BonusOutcome] {
        let counted = outcomes.indices.filter { outcomes[$0].standing == .counted }
        let alone = counted.filter { outcomes[$0].index.map { table.bonuses[$0].stacks == false } ?? false }
        guard !alone.isEmpty, counted.count > 1 else { return outcomes }
        func worth(_ indices: [Int]) -> Cents { indices.reduce(Cents.zero) { $0 + (outcomes[$1].amount ?? .zero) } }
        var kept = counted.filter { !alone.contains($0) }
        for index in alone where kept.isEmpty || worth([index]) > worth(kept) { kept = [index] }
        return outcomes.indices.map { index in
            let outcome = outcomes[index]
            guard counted.contains(index), !kept.contains(index) else { return outcome }
            return BonusOutcome(code: outcome.code, index: outcome.index, standing: .notStackable, amount: nil)
        }
    }

    /// The codes in a cell, in capitals and each once: separated by blanks, commas, plus signs, semicolons, slashes or
    /// bars.
    static func codes(in cell: String) -> [String] {
        cell.uppercased().split { ",+;/|&".contains($0) || $0.isWhitespace }.reduce(into: []) { codes, part in
            if !codes.contains(String(part)) { codes.append(String(part)) }
        }
    }
}
