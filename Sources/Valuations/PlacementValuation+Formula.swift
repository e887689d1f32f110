import Parameters
import SocialReturnModel

/// The cells of a sheet that a live formula refers to, such as `H12`.
public struct FormulaCells: Sendable, Hashable {
    /// The value of the building block per unit.
    public let blockValue: String
    /// What pro-rata bonuses add for a whole full-time year; nil where the sheet has no such cell.
    public let yearlyBonus: String?
    /// The hours a week.
    public let hoursPerWeek: String
    /// The hours of a full-time week.
    public let fullTimeHours: String
    /// The number of days that count.
    public let days: String
    /// The hours worked; nil where the sheet has no such cell.
    public let workedHours: String?

    /// The cells of one row.
    public init(
        blockValue: String, yearlyBonus: String? = nil, hoursPerWeek: String, fullTimeHours: String, days: String,
        workedHours: String? = nil
    ) {
        self.blockValue = blockValue
        self.yearlyBonus = yearlyBonus
        self.hoursPerWeek = hoursPerWeek
        self.fullTimeHours = fullTimeHours
        self.days = days
        self.workedHours = workedHours
    }
}

extension PlacementValuation {
    /// The calculation as a spreadsheet formula without the equals sign; nil where the value is missing or a plain
    /// zero.
    ///
    /// It multiplies first and divides once at the end, `ROUND(H2*MIN(D2,I2)*K2/(I2*365),2)`: all factors before the
    /// division are exact in binary, so that half a cent stays half a cent.
    public func formula(_ cells: FormulaCells) -> String? {
        guard value != nil,
            reasons.isDisjoint(with: [.noCountedDay, .beganTooEarly, .belowMinimumHours, .inConsultation])
        else {
            return nil
        }
        let yearly = yearlyBonus == .zero ? nil : cells.yearlyBonus ?? yearlyBonus.description
        var addends: [String] = []
        if let share, blockValue != nil, !reasons.contains(.countedOnceBefore) {
            if share == bonusShare, let yearly, !reasons.contains(.maximumReached) {
                addends.append(share.formula("(\(cells.blockValue)+\(yearly))", cells))
            } else {
                addends.append(limited(share.formula(cells.blockValue, cells), cells))
                if let yearly, let bonusShare { addends.append(bonusShare.formula(yearly, cells)) }
            }
        } else if let yearly, let bonusShare {
            addends.append(bonusShare.formula(yearly, cells))
        }
        if onceBonus != .zero { addends.append(onceBonus.description) }
        guard !addends.isEmpty else { return nil }
        let sum = addends.joined(separator: "+")
        switch terms?.rounding.value ?? .perRow {
        case .perRow: return "ROUND(\(sum),2)"
        case .wholeEuros: return "ROUND(\(sum),0)"
        case .perTotal: return sum
        }
    }

    private func limited(_ formula: String, _ cells: FormulaCells) -> String {
        guard reasons.contains(.maximumReached), let maximum = block?.maximum, let counted else { return formula }
        return "MIN(\(formula),\(maximum.share(of: counted).formula(maximum.amount.description, cells)))"
    }
}

extension Share {
    /// `amount` times the share, with one division at the end.
    func formula(_ amount: String, _ cells: FormulaCells) -> String {
        let numerator = week == nil ? amount : "\(amount)*MIN(\(cells.hoursPerWeek),\(cells.fullTimeHours))"
        switch length {
        case .days(let days) where days.leap == 0: return divided("\(numerator)*\(cells.days)", by: "365", cells)
        case .days(let days) where days.common == 0: return divided("\(numerator)*\(cells.days)", by: "366", cells)
        case .days(let days):
            return divided("\(numerator)*(\(days.common)*366+\(days.leap)*365)", by: "\(365 * 366)", cells)
        case .weeks(let days): return divided("\(numerator)*\(days)", by: "7", cells)
        case .weekDays(let days, let isCapped):
            return divided("\(numerator)*\(isCapped ? "\(days)" : cells.days)", by: "364", cells)
        case .monthsOfYear(let months):
            return divided("\(numerator)*\(months.parts)", by: "\(Months.partsOfMonth * 12)", cells)
        case .workedHours(let hours, let year):
            return divided("\(numerator)*\(cells.workedHours ?? hours.description)", by: year.description, cells)
        case .cappedYear(let number, let part), .cappedHours(let number, let part):
            return Share(week: nil, length: part.length).formula("\(amount)*\(number.description)", cells)
        case .months(let months): return divided("\(numerator)*\(months.parts)", by: "\(Months.partsOfMonth)", cells)
        case .hours(let hours): return "\(numerator)*\(cells.workedHours ?? hours.description)"
        case .countedDays: return "\(numerator)*\(cells.days)"
        case .once: return numerator
        }
    }

    private func divided(_ numerator: String, by denominator: String, _ cells: FormulaCells) -> String {
        week == nil ? "\(numerator)/\(denominator)" : "\(numerator)/(\(cells.fullTimeHours)*\(denominator))"
    }
}
