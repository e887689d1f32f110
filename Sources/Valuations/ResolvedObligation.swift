import Intake
import SocialReturnModel

/// One obligation of a contract, in money or in units.
///
/// An amount comes about in this order, each step rounded to cents, half up: the amount as agreed, else the percentage of the base; at most
/// the cap; less the PSO discount, when a certificate is known (``DiscountCertificate``). ``explanation(_:)`` and the formula in workbooks
/// follow the same steps.
public struct ResolvedObligation: Sendable {
    /// The row of the register.
    public let row: Obligation
    /// Where it stands in the register.
    public let place: Place
    /// The valuation table that it names; nil for none.
    public let tableID: String?
    /// The amount before the cap and the PSO discount: as agreed, else the percentage of the base amount; nil for none.
    public let gross: Cents?
    /// Whether a certificate is known on which the PSO discount rests.
    public let discountHolds: Bool
    /// The amount in euros: the gross amount, at most the cap, less the PSO discount where it holds, each rounded to cents, half up.
    public let amount: Cents?

    /// The PSO discount in per cent that the obligation names, above 0 and up to 100; nil for none.
    public var discount: Quantity? { row.psoDiscount.flatMap { $0 > .zero && $0 <= Quantity(100) ? $0 : nil } }

    /// The PSO discount in per cent that is taken off; nil for none.
    public var appliedDiscount: Quantity? { discountHolds ? discount : nil }

    /// Whether the contract is exempt from this obligation.
    public var isExempt: Bool { row.status == .exempt }

    /// The agreed number and what it counts; nil where it does not name both.
    public var target: (count: Quantity, unit: TargetUnit)? {
        guard let count = row.targetCount, let unit = row.targetUnit else { return nil }
        return (count, unit)
    }

    init(_ row: Obligation, _ place: Place, tableID: String?, discountHolds: Bool) {
        self.row = row
        self.place = place
        self.tableID = tableID
        gross = row.amount ?? Self.part(row.percentage, of: row.baseAmount)
        self.discountHolds = discountHolds
        let capped = gross.map { gross in row.cap.map { min(gross, $0) } ?? gross }
        let discount = row.psoDiscount.flatMap { $0 > .zero && $0 <= Quantity(100) ? $0 : nil }
        if discountHolds, let discount {
            amount = Self.part(Quantity(100) - discount, of: capped)
        } else {
            amount = capped
        }
    }

    /// The same obligation, with the discount taken off or not.
    public func discounted(_ holds: Bool) -> ResolvedObligation {
        holds == discountHolds ? self : ResolvedObligation(row, place, tableID: tableID, discountHolds: holds)
    }

    /// `percentage` of `amount`, rounded to cents, half up.
    private static func part(_ percentage: Quantity?, of amount: Cents?) -> Cents? {
        guard let percentage, let amount, percentage >= .zero else { return nil }
        return ExactAmount(
            amount, times: UInt64(percentage.tenThousandths), over: UInt64(100 * Quantity.scale))?.rounded
    }

    /// How the amount came about, in words; nil for an obligation without an amount.
    public func explanation(_ language: Language) -> String? {
        guard let gross, let amount else { return nil }
        let isDutch = language == .dutch
        var parts: [String] = []
        if row.amount != nil {
            parts.append((isDutch ? "afgesproken bedrag " : "agreed amount ") + gross.short(language))
        } else if let percentage = row.percentage, let base = row.baseAmount {
            let name = row.base.map { " (\($0.name[language].lowercased()))" } ?? ""
            let share = percentage.formatted(language) + (isDutch ? "% van " : "% of ")
            parts.append("\(share)\(base.short(language))\(name) = \(gross.short(language))")
        }
        if let cap = row.cap, cap < gross {
            parts.append((isDutch ? "ten hoogste " : "at most ") + cap.short(language))
        }
        if let discount {
            let name = (isDutch ? "PSO-korting " : "PSO discount ") + discount.formatted(language) + "%"
            let without =
                isDutch ? " telt niet: geen geldig certificaat bekend" : " does not count: no valid certificate known"
            parts.append(name + (discountHolds ? " = \(amount.short(language))" : without))
        }
        return parts.joined(separator: "; ")
    }
}

extension Cents {
    /// The amount as people write it, without `,00`: `€ 40.000`, `€ 13.333,33`.
    func short(_ language: Language) -> String {
        let text = formatted(language)
        return rawValue % 100 == 0 ? String(text.dropLast(3)) : text
    }
}
