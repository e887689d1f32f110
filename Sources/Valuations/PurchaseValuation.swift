import Intake
import Parameters
import SocialReturnModel

/// What one social purchase counts for, and why not for more.
public struct PurchaseValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public let blockIndex: Int?
    /// The value in euros, after the maximum, negative for a credit; nil for no value. Zero for a purchase that waits.
    public let value: Cents?
    /// The amount that counts as soon as the client accepts it, negative for a credit; nil where nothing waits. ``value`` is zero then.
    public let inConsultation: Cents?
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
        var parts = ["\(counts[language]) = \((inConsultation ?? value).short(language))"]
        for reason in reasons.kinds {
            var text = reason.text[language]
            if reason == .declarationNeeded, let declaration = block.declaration { text += ": " + declaration }
            if reason == .maximumReached, let maximum = block.maximum {
                text += " (\(maximum.amount.short(language)) per \(maximum.span.name[language]))"
            }
            parts.append(text)
        }
        return parts.joined(separator: "; ")
    }
}

extension Valuer {
    /// The valuations of the purchases, in their order; nil for a row that was set aside. Where a row names no
    /// recognition, that of the partner in the register counts.
    ///
    /// The order of the steps is: the amount of the invoice, or the labour in it; its rounding, where the contract rounds per row; the
    /// maximum of the block for all rows of the contract in a day, week, month or year, the first rows of the file first; the sum. A
    /// discount of the obligation (`pso_korting`) lowers what has to be reached, never what an invoice is worth.
    ///
    /// Where the block counts what the client accepted only, `isAccepted` says whether it did: ``AcceptedByClient`` by evidence, or a
    /// decision. Until then the amount waits in ``PurchaseValuation/inConsultation``.
    public mutating func values(
        of purchases: TableData<SocialPurchase>, isAccepted: (SocialPurchase) -> Bool
    ) -> [PurchaseValuation?] {
        let known = knownRecognitions
        var used = MaximumUse()
        return purchases.rows.indices.map { index in
            guard !purchases.isSetAside[index] else { return nil }
            let purchase = purchases.rows[index]
            return value(purchase, known, isAccepted: isAccepted, &used)
        }
    }

    private mutating func value(
        _ purchase: SocialPurchase, _ known: [KvKNumber: CodeSet<Recognition>], isAccepted: (SocialPurchase) -> Bool,
        _ used: inout MaximumUse
    ) -> PurchaseValuation {
        let terms = purchase.contract.flatMap { self.terms(of: $0) }
        var reasons = missingTerms(terms)
        func result(_ index: Int? = nil, value: Cents? = nil, waiting: Cents? = nil) -> PurchaseValuation {
            PurchaseValuation(
                terms: terms, blockIndex: index, value: value, inConsultation: waiting, reasons: reasons)
        }
        guard let terms, let table = terms.usableTable(on: purchase.invoiceDate, &reasons) else { return result() }
        let choice = table.block(for: purchase, recognition: recognition(of: purchase, known))
        guard let index = terms.index(of: choice, &reasons) else { return result() }
        let block = table.blocks[index]
        guard block.unit == .invoice else {
            reasons.insert(.unitNotCounted)
            return result(index)
        }
        guard let date = purchase.invoiceDate else {
            reasons.insert(.rowIncomplete)
            return result(index)
        }
        // Outside the period or the term it is worth nothing, whatever else is missing.
        guard terms.covers(date, period, &reasons) else { return result(index, value: .zero) }
        guard let amount = block.countsLabourOnly ? purchase.labourAmount : purchase.amount else {
            reasons.insert(block.countsLabourOnly ? .labourMissing : .rowIncomplete)
            return result(index)
        }
        if block.needsCheck { reasons.insert(.declarationNeeded) }
        let waits = block.isInConsultation && !isAccepted(purchase)
        let rounded = ExactAmount(amount).rounded(terms.rounding.value)
        let value = used.limited(
            rounded, block.maximum, MaximumUse.Key(purchase.contract, index, date), isCounted: !waits)
        if value < rounded { reasons.insert(.maximumReached) }
        guard let counted = take(value) else {
            reasons.insert(.tooLarge)
            return result(index)
        }
        guard waits else { return result(index, value: counted) }
        reasons.insert(.inConsultation)
        return result(index, value: .zero, waiting: counted)
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
