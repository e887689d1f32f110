import SocialReturnModel
import Spreadsheets
import Valuations

/// The columns that *Waardering* can have, in their order.
enum ValuationColumn: Int, CaseIterable, Sendable {
    // For paper: what it is, what counts, and what comes out.
    case row, id, contract, block, blockValue, hoursPerWeek, fte, first, last, days, value, reported, difference,
        explanation
    // Beyond it: what the calculation takes from elsewhere, and its other results.
    case table, fullTimeHours, averageFTE, lastDayFTE, workedHours, yearlyBonus, inConsultation, settings

    /// Whether the column is meant for paper.
    var isPrinted: Bool { rawValue <= ValuationColumn.explanation.rawValue }

    /// What formulas and links know the column by: the name in `waardering.csv`, where that has it.
    var key: String {
        switch self {
        case .row: "rij"
        case .id: "inzet_id"
        case .contract: "contractnummer"
        case .table: "tabel_id"
        case .block: "blok_code"
        case .blockValue: "blok_waarde"
        case .hoursPerWeek: "uren_per_week"
        case .fullTimeHours: "voltijd_uren"
        case .fte: "fte"
        case .first: "van"
        case .last: "tot_en_met"
        case .days: "dagen"
        case .averageFTE: "fte_gemiddeld"
        case .lastDayFTE: "fte_laatste_dag"
        case .workedHours: "gewerkte_uren"
        case .yearlyBonus: "bonus_per_jaar"
        case .value: "waarde_berekend"
        case .inConsultation: "in_overleg"
        case .reported: "opgegeven_waarde"
        case .difference: "verschil"
        case .explanation: "uitleg"
        case .settings: "instellingen"
        }
    }

    /// The column that full-time equivalents by `measure` are the sum of.
    static func fte(_ measure: FTEMeasure) -> ValuationColumn { measure == .average ? .averageFTE : .lastDayFTE }

    /// What stands above the column, the same in both languages.
    var heading: Text { Text(verbatim: key.asHeading) }

    /// The least and greatest width.
    var width: ClosedRange<Double> {
        switch self {
        case .row: 7...12
        case .id, .contract: 10...24
        case .table: 12...24
        case .block: 8...14
        case .blockValue, .yearlyBonus: 12...16
        case .value, .inConsultation, .reported, .difference: 14...18
        case .hoursPerWeek, .fullTimeHours, .workedHours: 9...13
        case .fte, .days: 8...9
        case .averageFTE, .lastDayFTE: 9...13
        case .first, .last: 12...12
        case .explanation: 40...40
        case .settings: 30...30
        }
    }

    /// How its cells look.
    var look: CellStyle {
        switch self {
        case .row: .rowNumber
        case .days: .integer
        case .blockValue, .yearlyBonus, .value, .inConsultation, .reported, .difference: .euros
        case .hoursPerWeek, .fullTimeHours, .workedHours: .quantity
        case .fte, .averageFTE, .lastDayFTE: .fte
        case .first, .last: .day
        case .explanation, .settings: .wrapped
        default: .text
        }
    }

    /// The cell of a placement.
    func cell(_ line: ValuedPlacementLine, _ language: Language) -> Cell {
        let valuation = line.valuation
        switch self {
        case .row: return .integer(line.row)
        case .id: return .text(line.id)
        case .contract: return .text(line.contract)
        case .table: return .text(valuation?.terms?.tableInUse?.shownID[language])
        case .block: return .text(valuation?.block?.code)
        case .blockValue: return .euros(valuation?.blockValue)
        case .hoursPerWeek: return .quantity(line.placement.hoursPerWeek)
        case .fullTimeHours: return .quantity(valuation?.fullTimeHours)
        case .fte: return line.fteCell
        case .first: return .day(line.counts ? valuation?.counted?.first : nil)
        case .last: return .day(line.counts ? valuation?.counted?.last : nil)
        case .days: return line.daysCell
        case .averageFTE: return line.averageFTECell
        case .lastDayFTE: return line.lastDayFTECell
        case .workedHours: return .quantity(valuation?.workedHours)
        case .yearlyBonus: return .euros(valuation.flatMap { $0.value == nil ? nil : $0.yearlyBonus })
        case .value: return line.valueCell
        case .inConsultation: return .euros(valuation?.inConsultation)
        case .reported: return .euros(line.placement.reportedValue)
        case .difference: return line.differenceCell
        case .explanation: return .text(valuation?.explanation(language))
        case .settings: return .text(line.settings)
        }
    }
}

extension ValuedPlacementLine {
    /// Whether any day counts.
    var counts: Bool { (valuation?.days ?? 0) > 0 }

    var fteCell: Cell {
        guard let fte = valuation?.fte, let hours = a1(.hoursPerWeek), let fullTime = a1(.fullTimeHours) else {
            return .empty
        }
        return .formula(
            "ROUND(MIN(\(hours),\(fullTime))/\(fullTime),4)", .scaled(fte.tenThousandths, decimals: 4))
    }

    /// What the placement brings to the average of its contract.
    ///
    /// A placement that is held down, or counts on days before the contract, has the number itself: the cells of the row do not tell it.
    var averageFTECell: Cell {
        guard let presence, let window, let week = valuation?.week else { return .empty }
        let value = Double(presence.hourDays) / (Double(week.fullTime.tenThousandths) * Double(window.count))
        guard presence.hourDays > 0, !presence.isCapped, presence.hourDays == wholeHourDays,
            let hours = a1(.hoursPerWeek), let fullTime = a1(.fullTimeHours), let days = a1(.days)
        else { return .number(value) }
        return .formula("MIN(\(hours),\(fullTime))*\(days)/(\(fullTime)*\(window.count))", .number(value))
    }

    /// What the placement brings to the full-time equivalents on the last day of the period.
    var lastDayFTECell: Cell {
        guard let presence, let window, let week = valuation?.week else { return .empty }
        let value = Double(presence.lastDayHours) / Double(week.fullTime.tenThousandths)
        guard !presence.isCapped, counts, let hours = a1(.hoursPerWeek), let fullTime = a1(.fullTimeHours),
            let last = a1(.last)
        else { return .number(value) }
        return .formula(
            "IF(\(last)>=\(window.days.end.spreadsheetSerial),MIN(\(hours),\(fullTime))/\(fullTime),0)",
            .number(value))
    }

    private var wholeHourDays: Int64? {
        valuation?.week.map { $0.counted.tenThousandths * Int64(valuation?.days ?? 0) }
    }

    var daysCell: Cell {
        guard let counted = valuation?.counted, let first = a1(.first), let last = a1(.last) else { return .empty }
        guard counted.count > 0 else { return .integer(0) }
        return .formula("\(last)-\(first)+1", .number(Double(counted.count)))
    }

    /// The value in cents is exact; a value that is rounded in the total only is shown with all its decimals.
    var valueCell: Cell {
        guard let valuation, let value = valuation.value else { return .empty }
        guard let blockValue = a1(.blockValue), let hoursPerWeek = a1(.hoursPerWeek),
            let fullTimeHours = a1(.fullTimeHours), let days = a1(.days)
        else { return .euros(value) }
        let cells = FormulaCells(
            blockValue: blockValue, yearlyBonus: a1(.yearlyBonus), hoursPerWeek: hoursPerWeek,
            fullTimeHours: fullTimeHours, days: days, workedHours: a1(.workedHours))
        guard let formula = valuation.formula(cells) else { return .euros(value) }
        return .formula(formula, cachedValue(valuation, value))
    }

    private func cachedValue(_ valuation: PlacementValuation, _ value: Cents) -> CachedValue {
        guard valuation.terms?.rounding.value == .perTotal, let exact = valuation.exactValue else {
            return .scaled(value.rawValue, decimals: 2)
        }
        return .number((Double(exact.cents) + Double(exact.remainder) / Double(exact.denominator)) / 100)
    }

    var differenceCell: Cell {
        guard let difference = valuation?.difference(from: placement.reportedValue), let reported = a1(.reported),
            let value = a1(.value)
        else { return .empty }
        let isExact = valuation?.terms?.rounding.value == .perTotal
        return .formula(
            "ROUND(\(reported)-\(isExact ? "ROUND(\(value),2)" : value),2)", .scaled(difference.rawValue, decimals: 2))
    }
}
