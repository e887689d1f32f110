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
    /// The value in euros, after the maximum; nil for no value.
    public let value: Cents?
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
            parts.append(factor.isEmpty || !reasons.isEmpty ? product : "\(product) = \(value.short(language))")
        } else {
            parts.append(value.short(language))
        }
        for reason in reasons.kinds {
            var text = reason.text[language]
            if reason == .maximumReached, let maximum = block?.maximum {
                let most = "\(maximum.amount.short(language)) per \(maximum.span.name[language])"
                text += " (\(most)): \(value.short(language))"
            }
            parts.append(text)
        }
        return parts.joined(separator: "; ")
    }
}

extension Valuer {
    /// The valuations of the activities, in their order; nil for a row that was set aside. A maximum per day, week,
    /// month or year holds for all rows of a contract together, the first rows first.
    public mutating func values(of activities: TableData<Activity>) -> [ActivityValuation?] {
        var used: [SpanKey: Cents] = [:]
        return activities.rows.indices.map { index in
            activities.isSetAside[index] ? nil : value(activities.rows[index], &used)
        }
    }

    private mutating func value(_ activity: Activity, _ used: inout [SpanKey: Cents]) -> ActivityValuation {
        let terms = activity.contract.flatMap { self.terms(of: $0) }
        var reasons = missingTerms(terms)
        func result(_ index: Int? = nil, hours: Quantity? = nil, value: Cents? = nil) -> ActivityValuation {
            ActivityValuation(terms: terms, blockIndex: index, hours: hours, value: value, reasons: reasons)
        }
        guard let terms, let table = terms.usableTable(on: activity.date, &reasons) else { return result() }
        guard let index = terms.index(of: table.activityBlock, &reasons) else { return result() }
        guard let date = activity.date else {
            reasons.insert(.rowIncomplete)
            return result(index)
        }
        let block = table.blocks[index]
        let (amount, hours) = worth(activity, block, &reasons)
        guard let amount else { return result(index) }
        guard terms.covers(date, period, &reasons) else { return result(index, hours: hours, value: .zero) }
        var value = amount.rounded(terms.rounding.value)
        if let maximum = block.maximum {
            let key = SpanKey(contract: activity.contract, block: index, span: maximum.span.number(of: date))
            let left = max(.zero, maximum.amount - used[key, default: .zero])
            if value > left {
                value = left
                reasons.insert(.maximumReached)
            }
            used[key, default: .zero] += value
        }
        let counted = take(value)
        if counted == nil { reasons.insert(.tooLarge) }
        return result(index, hours: hours, value: counted)
    }

    private func worth(
        _ activity: borrowing Activity, _ block: borrowing Block, _ reasons: inout ValuationReasons
    ) -> (amount: ExactAmount?, hours: Quantity?) {
        switch block.unit {
        case .hour:
            guard let hours = activity.hours, hours >= .zero else {
                reasons.insert(.hoursMissing)
                return (nil, nil)
            }
            let amount = block.value.flatMap { Share(week: nil, length: .hours(hours)).of($0) }
            if amount == nil { reasons.insert(.tooLarge) }
            return (amount, hours)
        case .day, .once: return (block.value.map { ExactAmount($0) }, nil)
        case .invoice:
            if activity.costs == nil { reasons.insert(.rowIncomplete) }
            return (activity.costs.map { ExactAmount($0) }, nil)
        case .year, .month, .dayPart:
            reasons.insert(.unitNotCounted)
            return (nil, nil)
        }
    }
}

/// A contract, a block and the span of time in which a maximum holds.
private struct SpanKey: Hashable {
    let contract: Symbol?
    let block: Int
    let span: Int
}

extension BlockMaximum.Span {
    /// The number of the day, week (from Monday), month or year in which `day` lies.
    fileprivate func number(of day: Day) -> Int {
        let (year, month, _) = day.components
        switch self {
        case .day: return Int(day.daysSince1970)
        case .week: return (Int(day.daysSince1970) + 7 * 5000 + 3) / 7
        case .month: return year * 12 + month
        case .year: return year
        }
    }
}
