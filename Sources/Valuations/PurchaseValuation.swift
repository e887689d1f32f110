import Intake
import Parameters
import SocialReturnModel

/// What one social purchase counts for, and why not for more.
public struct PurchaseValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public let blockIndex: Int?
    /// The value in euros, negative for a credit; nil for no value.
    public let value: Cents?
    /// Why there is no value, or not more.
    public let reasons: ValuationReasons

    /// The building block; nil for none.
    public var block: Block? { blockIndex.flatMap { terms?.tableInUse?.blocks[$0] } }

    /// The calculation in words, and why the value is not higher.
    public func explanation(_ language: Language) -> String {
        guard let value, let block else { return reasons.withoutValue(language) }
        let counts =
            block.countsLabourOnly
            ? Text(nl: "het deel arbeid van de factuur", en: "the labour in the invoice")
            : Text(nl: "de factuur zonder btw", en: "the invoice without VAT")
        var parts = ["\(counts[language]) = \(value.short(language))"]
        for reason in reasons.kinds {
            let named = reason == .declarationNeeded ? block.declaration.map { ": " + $0 } ?? "" : ""
            parts.append(reason.text[language] + named)
        }
        return parts.joined(separator: "; ")
    }
}

extension Valuer {
    /// The valuations of the purchases, in their order; nil for a row that was set aside. Where a row names no
    /// recognition, that of the partner in the register counts.
    public mutating func values(of purchases: TableData<SocialPurchase>) -> [PurchaseValuation?] {
        let known = knownRecognitions
        return purchases.rows.indices.map { index in
            purchases.isSetAside[index] ? nil : value(purchases.rows[index], known)
        }
    }

    private mutating func value(
        _ purchase: SocialPurchase, _ known: [KvKNumber: CodeSet<Recognition>]
    ) -> PurchaseValuation {
        let terms = purchase.contract.flatMap { self.terms(of: $0) }
        var reasons = missingTerms(terms)
        func result(_ index: Int? = nil, value: Cents? = nil) -> PurchaseValuation {
            PurchaseValuation(terms: terms, blockIndex: index, value: value, reasons: reasons)
        }
        guard let terms, let table = terms.usableTable(on: purchase.invoiceDate, &reasons) else { return result() }
        let choice = table.block(for: purchase, recognition: recognition(of: purchase, known))
        guard let index = terms.index(of: choice, &reasons) else { return result() }
        let block = table.blocks[index]
        guard block.unit == .invoice else {
            reasons.insert(.unitNotCounted)
            return result(index)
        }
        guard let amount = block.countsLabourOnly ? purchase.labourAmount : purchase.amount,
            let date = purchase.invoiceDate
        else {
            reasons.insert(block.countsLabourOnly && purchase.labourAmount == nil ? .labourMissing : .rowIncomplete)
            return result(index)
        }
        guard terms.covers(date, period, &reasons) else { return result(index, value: .zero) }
        if block.declaration != nil { reasons.insert(.declarationNeeded) }
        let value = take(ExactAmount(amount).rounded(terms.rounding.value))
        if value == nil { reasons.insert(.tooLarge) }
        return result(index, value: value)
    }
}

extension ContractTerms {
    /// The table that counts for a row with this date; nil, with the reason, for none.
    func usableTable(on day: Day?, _ reasons: inout ValuationReasons) -> ValuationTable? {
        guard let tableInUse else {
            if let reason = table.reason { reasons.insert(reason) }
            return nil
        }
        let standing = tableInUse.validity(referenceDay, rowDay: day)
        if let standing { reasons.insert(standing) }
        return standing == .tableNotValid ? nil : tableInUse
    }

    /// The index that `choice` holds; nil, with the reason, for none.
    func index(of choice: BlockChoice, _ reasons: inout ValuationReasons) -> Int? {
        switch choice {
        case .block(let index): return index
        case .none: reasons.insert(.noBlock)
        case .several: reasons.insert(.severalBlocks)
        }
        return nil
    }

    /// Whether `day` lies in the reporting period and in the term of the contract.
    func covers(_ day: Day, _ period: ReportingPeriod, _ reasons: inout ValuationReasons) -> Bool {
        if !period.contains(day) { reasons.insert(.outsidePeriod) }
        if contract.start.map({ day < $0 }) ?? false || contract.end.map({ day > $0 }) ?? false {
            reasons.insert(.outsideContract)
        }
        return reasons.isDisjoint(with: [.outsidePeriod, .outsideContract])
    }
}

extension ValuationReasons {
    /// That there is no value, and why.
    func withoutValue(_ language: Language) -> String {
        let why = subtracting(.sideReasons).kinds.map { $0.text[language] }.joined(separator: "; ")
        return (language == .dutch ? "geen waarde" : "no value") + (why.isEmpty ? "" : ": " + why)
    }
}
