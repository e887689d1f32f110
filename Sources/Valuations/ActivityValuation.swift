import Intake
import Parameters
import SocialReturnModel

/// What one activity counts for, and why not for more.
public struct ActivityValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public let blockIndex: Int?
    /// The hours that were counted; nil for a unit without hours.
    public let hours: Quantity?
    /// The value in euros, after the maximum; nil for no value. Zero for an activity that was not approved, and for one that waits.
    public let value: Cents?
    /// The amount that counts as soon as the client accepts it; nil where nothing waits. ``value`` is zero then.
    public let inConsultation: Cents?
    /// Why there is no value, or not more.
    public let reasons: ValuationReasons

    /// The building block; nil for none.
    public var block: Block? { blockIndex.flatMap { terms?.tableInUse?.blocks[$0] } }

    /// The calculation in words, and why the value is not higher.
    public func explanation(_ language: Language) -> String {
        guard let value else { return reasons.withoutValue(language) }
        var parts: [String] = []
        if let blockValue = block?.value {
            let factor = hours.map { Share(week: nil, length: .hours($0)).text(language) } ?? ""
            let product = blockValue.short(language) + factor
            let isPlain = reasons.subtracting([.inConsultation, .declarationNeeded]).isEmpty
            let shown = inConsultation ?? value
            parts.append(factor.isEmpty || !isPlain ? product : "\(product) = \(shown.short(language))")
        } else {
            parts.append((inConsultation ?? value).short(language))
        }
        for reason in reasons.kinds {
            var text = reason.text[language]
            if reason == .maximumReached, let maximum = block?.maximum {
                let most = "\(maximum.amount.short(language)) per \(maximum.span.name[language])"
                text += " (\(most)): \((inConsultation ?? value).short(language))"
            } else if reason == .maximumReached, let most = block?.maximumEach {
                let each = Text(nl: "per keer", en: "each time")[language]
                text += " (\(most.short(language)) \(each)): \((inConsultation ?? value).short(language))"
            } else if reason == .declarationNeeded, let declaration = block?.declaration {
                text += ": " + declaration
            }
            parts.append(text)
        }
        return parts.joined(separator: "; ")
    }
}

extension Valuer {
    /// The valuations of the activities, in their order; nil for a row that was set aside.
    ///
    /// The order of the steps is: the value of the row; its rounding, where the contract rounds per row; the maximum of the block, for one
    /// activity and then for all rows of the contract in a day, week, month or year, the first rows of the file first; the sum. What the
    /// client did not approve is zero and uses up no maximum. Where the block counts what the client accepted only, `isAccepted` says
    /// whether it did; until then the amount waits in ``ActivityValuation/inConsultation`` and uses up no maximum either.
    public mutating func values(
        of activities: TableData<Activity>, isAccepted: (Activity) -> Bool = { $0.approvedByClient == .yes }
    ) -> [ActivityValuation?] {
        var used = MaximumUse()
        return activities.rows.indices.map { index in
            guard !activities.isSetAside[index] else { return nil }
            let activity = activities.rows[index]
            return value(activity, isAccepted: isAccepted(activity), &used)
        }
    }

    private mutating func value(
        _ activity: Activity, isAccepted: Bool, _ used: inout MaximumUse
    ) -> ActivityValuation {
        let terms = activity.contract.flatMap { self.terms(of: $0) }
        var reasons = missingTerms(terms)
        func result(
            _ index: Int? = nil, hours: Quantity? = nil, value: Cents? = nil, waiting: Cents? = nil
        ) -> ActivityValuation {
            ActivityValuation(
                terms: terms, blockIndex: index, hours: hours, value: value, inConsultation: waiting, reasons: reasons)
        }
        guard let terms, let table = terms.usableTable(on: activity.date, &reasons) else { return result() }
        guard let index = terms.index(of: table.block(for: activity), &reasons) else { return result() }
        guard let date = activity.date else {
            reasons.insert(.rowIncomplete)
            return result(index)
        }
        let block = table.blocks[index]
        guard activity.approvedByClient != .no else {
            reasons.insert(.notApproved)
            return result(index, hours: activity.hours, value: .zero)
        }
        // Outside the period or the term it is worth nothing, whatever else is missing.
        guard terms.covers(date, period, &reasons) else {
            return result(index, hours: block.unit == .hour ? activity.hours : nil, value: .zero)
        }
        let (amount, hours) = worth(activity, block, &reasons)
        guard let amount else { return result(index) }
        if block.needsCheck { reasons.insert(.declarationNeeded) }
        let waits = block.isInConsultation && !isAccepted
        let rounded = amount.rounded(terms.rounding.value)
        var value = min(rounded, block.maximumEach ?? rounded)
        value = used.limited(value, block.maximum, MaximumUse.Key(activity.contract, index, date), isCounted: !waits)
        if value < rounded { reasons.insert(.maximumReached) }
        guard let counted = take(value) else {
            reasons.insert(.tooLarge)
            return result(index, hours: hours)
        }
        guard waits else { return result(index, hours: hours, value: counted) }
        reasons.insert(.inConsultation)
        return result(index, hours: hours, value: .zero, waiting: counted)
    }

    private func worth(
        _ activity: borrowing Activity, _ block: borrowing Block, _ reasons: inout ValuationReasons
    ) -> (amount: ExactAmount?, hours: Quantity?) {
        // Nothing was done in no hours; where nobody counted hours, the activity stands. Hours are those of the supplier's own people, so what
        // somebody else gave and sent an invoice for takes none of them.
        if activity.hours == .zero, block.unit != .invoice { return (ExactAmount(.zero), .zero) }
        switch block.unit {
        case .hour:
            guard let hours = activity.hours, hours >= .zero else {
                reasons.insert(.hoursMissing)
                return (nil, nil)
            }
            let amount = block.value.flatMap { Share(week: nil, length: .hours(hours)).of($0) }
            if amount == nil { reasons.insert(.tooLarge) }
            return (amount, hours)
        case .day, .once:
            return (block.value.map { ExactAmount($0) }, nil)
        case .invoice:
            if activity.costs == nil { reasons.insert(.rowIncomplete) }
            return (activity.costs.map { ExactAmount($0) }, nil)
        case .year, .month, .dayPart:
            reasons.insert(.unitNotCounted)
            return (nil, nil)
        }
    }
}
