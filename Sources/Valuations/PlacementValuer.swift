import Parameters
import SocialReturnModel

/// Values one placement under the terms of its contract.
struct PlacementValuer {
    let terms: ContractTerms?
    let period: ReportingPeriod
    let placement: Placement
    private(set) var workedHours: Quantity?
    /// The rows of `uren.csv` about the placement, where its own row has no hours.
    private let hoursByPeriod: [HoursOfPeriod]
    private var reasons: ValuationReasons
    private var blockIndex: Int?
    private var week: Share.Week?

    init(
        _ placement: Placement, _ terms: ContractTerms?, _ period: ReportingPeriod, _ hoursByPeriod: [HoursOfPeriod],
        reasons: ValuationReasons
    ) {
        self.placement = placement
        self.terms = terms
        self.period = period
        workedHours = placement.workedHours
        self.hoursByPeriod = hoursByPeriod
        self.reasons = reasons
    }

    /// The valuation. `codes` are the bonuses that the supplier claims, `choose` finds the block in the table. A value above `most` cents
    /// is none.
    mutating func value(
        _ codes: [String], most: Int64, isAccepted: Bool = false, choose: (ValuationTable) -> BlockChoice
    ) -> PlacementValuation {
        if let hours = placement.hoursPerWeek, hours >= .zero, let fullTime = terms?.fullTimeHours?.value {
            week = Share.Week(hours: hours, fullTime: fullTime)
        }
        let table = terms?.usableTable(on: placement.start, &reasons)
        if let table { blockIndex = terms?.index(of: choose(table), &reasons) }
        let block = blockIndex.flatMap { table?.blocks[$0] }
        let counted = countedDays(block)
        if counted?.count == 0 { reasons.insert(counted?.isTooEarly == true ? .beganTooEarly : .noCountedDay) }
        if workedHours == nil { workedHours = sumOfHours(counted) }
        if counted?.count == 0, workedHours != nil { workedHours = .zero }
        let hours = placement.hoursPerWeek.flatMap { $0 >= .zero ? $0 : nil }
        if counted == nil || hours == nil || placement.targetGroup == nil { reasons.insert(.rowIncomplete) }
        guard let table, let counted, let hours, placement.targetGroup != nil else {
            // Where nothing counts the value is nothing, also under a table that does not hold on the day that chooses it.
            let isNothing = counted?.count == 0 && reasons.contains(.tableNotValid)
            return result(counted, exact: isNothing ? ExactAmount(.zero) : nil)
        }
        let isZero = counted.count == 0 || isBelowMinimum(hours, block)
        var yearReasons: ValuationReasons = []
        let yearShare = yearShare(counted, &yearReasons)
        let bonuses =
            codes.isEmpty
            ? []
            : BonusOutcome.outcomes(
                codes, placement, in: table, hasBlock: block != nil, isFirstPeriod: counted.isFirstPeriod,
                share: isZero ? .nothing : yearShare, isAccepted: isAccepted)
        // Where nothing counts the value is nothing, whatever else is missing.
        let share = isZero ? nil : block.flatMap { blockShare($0, counted, yearShare, yearReasons) }
        if share != nil || !bonuses.isEmpty { noteLimits(share, bonuses, table, counted) }
        var exact = exactValue(block, share, bonuses, table, counted, yearShare, isZero: isZero)
        if let value = exact?.rounded(terms?.rounding.value ?? .perRow), value.magnitude.rawValue > most {
            reasons.insert(.tooLarge)
            exact = nil
        }
        guard block?.isInConsultation == true, !isAccepted, let waiting = exact, !isZero else {
            return result(counted, share: share, bonusShare: yearShare, bonuses: bonuses, exact: exact)
        }
        reasons.insert(.inConsultation)
        return result(
            counted, share: share, bonusShare: yearShare, bonuses: bonuses, exact: ExactAmount(.zero),
            inConsultation: waiting.rounded(terms?.rounding.value ?? .perRow))
    }

    private mutating func result(
        _ counted: CountedDays?, share: Share? = nil, bonusShare: Share? = nil, bonuses: [BonusOutcome] = [],
        exact: ExactAmount? = nil, inConsultation: Cents? = nil
    ) -> PlacementValuation {
        let hours = hoursWithinMaximum(counted)
        if hours != workedHours { reasons.insert(.aboveMaximumFTE) }
        return PlacementValuation(
            terms: terms, blockIndex: blockIndex, counted: counted, weekHours: week?.hours, workedHours: hours,
            share: share, reportedHours: reportedHours, bonusShare: bonusShare, bonuses: bonuses, exactValue: exact,
            inConsultation: inConsultation, reasons: reasons)
    }

    private func countedDays(_ block: Block?) -> CountedDays? {
        guard let start = placement.start else { return nil }
        return CountedDays(
            start: start, end: placement.end, period: period, terms: terms,
            countingMonths: terms?.countingMonths?.value ?? block?.countingMonths)
    }

    /// All hours that were reported for the period, whether they count or not; nil where there are none.
    private var reportedHours: Quantity? {
        placement.workedHours ?? (hoursByPeriod.isEmpty ? nil : hoursByPeriod.reduce(.zero) { $0 + $1.hours })
    }

    /// The hours of the rows of `uren.csv` that count; nil where there are none at all.
    private mutating func sumOfHours(_ counted: CountedDays?) -> Quantity? {
        guard let start = placement.start, let counted, !hoursByPeriod.isEmpty else { return nil }
        var sum = Quantity.zero
        for row in hoursByPeriod {
            if counted.holds(hoursOf: row.period, from: start, to: placement.end) {
                sum += row.hours
            } else if row.hours > .zero {
                reasons.insert(.hoursLeftOut)
            }
        }
        return sum
    }

    private mutating func isBelowMinimum(_ hours: Quantity, _ block: Block?) -> Bool {
        guard let minimum = terms?.minimumHours(block), hours < minimum else { return false }
        reasons.insert(.belowMinimumHours)
        return true
    }

    // MARK: - Shares

    /// The share of a full-time year, by the method of the contract.
    private func yearShare(_ counted: CountedDays, _ missing: inout ValuationReasons) -> Share? {
        guard let terms else { return nil }
        switch terms.method.value {
        case .contract:
            guard let week else {
                missing.insert(.fullTimeHoursUnknown)
                return nil
            }
            return Share(week: week, length: PartOfYear(counted, terms.yearBasis.value).length)
        case .workedHours:
            guard let workedHours, workedHours >= .zero else {
                missing.insert(.hoursMissing)
                return nil
            }
            guard let yearHours = terms.yearHours?.value else {
                missing.insert(.yearHoursUnknown)
                return nil
            }
            let part = PartOfYear(counted, terms.yearBasis.value)
            guard counted.count > 0, exceeds(workedHours, mostHours(ofYear: yearHours, terms), part) else {
                return Share(week: nil, length: .workedHours(workedHours, ofYear: yearHours))
            }
            missing.insert(.aboveMaximumFTE)
            return Share(week: nil, length: .cappedYear(terms.maximumFTE.value, part))
        case .units:
            return Share(week: nil, length: PartOfYear(counted, terms.yearBasis.value).length)
        }
    }

    /// The hours of a year that one placement can count for: ``ContractTerms/maximumFTE`` times those of a full-time year, to the
    /// ten-thousandth.
    private func mostHours(ofYear yearHours: Quantity, _ terms: ContractTerms) -> Quantity {
        // 10 full-time equivalents of 8,784 hours in ten-thousandths of both: 8.8 x 10^12.
        Quantity(tenThousandths: terms.maximumFTE.value.tenThousandths * yearHours.tenThousandths / Quantity.scale)
    }

    /// The worked hours that count: never more than those of ``ContractTerms/maximumFTE`` on the part of the year that counts. Without the hours
    /// of a year nothing says how many that are.
    private func hoursWithinMaximum(_ counted: CountedDays?) -> Quantity? {
        guard let hours = workedHours, hours > .zero, let counted, counted.count > 0, let terms,
            let yearHours = terms.yearHours?.value
        else { return workedHours }
        let (most, part) = (mostHours(ofYear: yearHours, terms), PartOfYear(counted, terms.yearBasis.value))
        guard exceeds(hours, most, part) else { return hours }
        let (limit, whole) = Share(week: nil, length: .cappedHours(most, part)).fraction
        let unit = max(whole / UInt64(Quantity.scale), 1)
        return min(hours, Quantity(tenThousandths: Int64(clamping: (limit + unit / 2) / unit)))
    }

    /// Whether more was worked than `most` hours a year on the part of it that counts.
    private func exceeds(_ hours: Quantity, _ most: Quantity, _ part: PartOfYear) -> Bool {
        let (limit, whole) = Share(week: nil, length: .cappedHours(most, part)).fraction
        // Beyond 10^15 ten-thousandths of an hour there is no doubt.
        let (product, overflow) = UInt64(hours.tenThousandths).multipliedReportingOverflow(
            by: whole / UInt64(Quantity.scale))
        return overflow || product > limit
    }

    /// The share of the block's value, by its unit.
    private mutating func blockShare(
        _ block: Block, _ counted: CountedDays, _ yearShare: Share?, _ missing: ValuationReasons
    ) -> Share? {
        switch block.unit {
        case .year:
            if yearShare == nil || missing.contains(.aboveMaximumFTE) { reasons.formUnion(missing) }
            return yearShare
        case .month: return Share(week: nil, length: .months(Months(from: counted.first, through: counted.last)))
        case .day: return Share(week: nil, length: .countedDays(counted.count))
        case .once: return Share(week: nil, length: .once)
        case .hour:
            guard let workedHours, workedHours >= .zero else {
                reasons.insert(.hoursMissing)
                return nil
            }
            guard let terms, let yearHours = terms.yearHours?.value else {
                return Share(week: nil, length: .hours(workedHours))
            }
            let (most, part) = (mostHours(ofYear: yearHours, terms), PartOfYear(counted, terms.yearBasis.value))
            guard exceeds(workedHours, most, part) else { return Share(week: nil, length: .hours(workedHours)) }
            reasons.insert(.aboveMaximumFTE)
            return Share(week: nil, length: .cappedHours(most, part))
        case .dayPart:
            reasons.insert(.unitNotCounted)
            return nil
        case .invoice:
            reasons.insert(.countsByInvoice)
            return nil
        }
    }

    /// Notes what held the value down, or is for a person to check.
    private mutating func noteLimits(
        _ share: Share?, _ bonuses: [BonusOutcome], _ table: ValuationTable, _ counted: CountedDays
    ) {
        if let week = share?.week, week.hours > week.fullTime { reasons.insert(.aboveFullTime) }
        if share?.usesWorkedHours == true, placement.workedHours != nil, counted.count > 0,
            counted.isShorterThanPresence
        {
            reasons.insert(.hoursNotSplit)
        }
        if let blockIndex, table.blocks[blockIndex].declaration != nil { reasons.insert(.declarationNeeded) }
        for outcome in bonuses {
            guard outcome.standing == .counted, let index = outcome.index else {
                reasons.insert(.bonusNotCounted)
                continue
            }
            if table.bonuses[index].declaration != nil { reasons.insert(.declarationNeeded) }
        }
    }

    // MARK: - Amounts

    /// The block's part and the bonuses, exactly. Zero where nothing counts; nil where there is no value at all.
    private mutating func exactValue(
        _ block: Block?, _ share: Share?, _ bonuses: [BonusOutcome], _ table: ValuationTable,
        _ counted: CountedDays, _ yearShare: Share?, isZero: Bool
    ) -> ExactAmount? {
        let countedBonuses = bonuses.lazy.filter { $0.standing == .counted }
        let hasBonus = !countedBonuses.isEmpty
        if isZero { return ExactAmount(.zero) }
        guard blockIndex != nil || hasBonus else { return nil }
        if blockIndex != nil, share == nil { return nil }
        var sum = ExactAmount(.zero)
        if let share, let value = block?.value {
            if share.length == .once, !counted.isFirstPeriod {
                reasons.insert(.countedOnceBefore)
            } else if let part = limited(share.of(value), block?.maximum, counted) {
                sum = sum + part
            } else {
                reasons.insert(.tooLarge)
                return nil
            }
        }
        for outcome in countedBonuses {
            guard let index = outcome.index, let value = table.bonuses[index].value else { continue }
            let part = table.bonuses[index].spread == .once ? ExactAmount(value) : yearShare?.of(value)
            guard let part else {
                reasons.insert(.tooLarge)
                return nil
            }
            sum = sum + part
        }
        return sum
    }

    private mutating func limited(
        _ part: ExactAmount?, _ maximum: BlockMaximum?, _ counted: CountedDays
    ) -> ExactAmount? {
        guard let part, let maximum, let most = maximum.share(of: counted).of(maximum.amount),
            part.rounded > most.rounded
        else { return part }
        reasons.insert(.maximumReached)
        return most
    }
}

extension ContractTerms {
    /// The hours a week from which a placement with this block counts: the obligation's, else the block's, else the
    /// table's.
    public func minimumHours(_ block: Block?) -> Quantity? {
        if let minimumHours, minimumHours.origin == .obligation { return minimumHours.value }
        return block?.minimumHours ?? minimumHours?.value
    }
}

extension ValuationTable {
    /// What keeps the table from being used on `day`, or leaves it in doubt; nil for neither.
    func validity(_ day: ReferenceDay, rowDay: Day?) -> ValuationReasons? {
        switch day {
        case .known(let day): isValid(on: day) ? nil : .tableNotValid
        case .ofEachRow: rowDay.map(isValid(on:)) ?? true ? nil : .tableNotValid
        case .unknown: validFrom == nil && validThrough == nil ? nil : .tableValidityUnknown
        }
    }
}

extension BlockMaximum {
    /// How many of its spans the days that count are.
    func share(of counted: CountedDays) -> Share {
        switch span {
        case .day: Share(week: nil, length: .countedDays(counted.count))
        case .week: Share(week: nil, length: .weeks(counted.count))
        case .month: Share(week: nil, length: .months(Months(from: counted.first, through: counted.last)))
        case .year: Share(week: nil, length: .days(YearDays(from: counted.first, through: counted.last)))
        }
    }
}

extension Share {
    /// No part at all.
    static var nothing: Share { Share(week: nil, length: .countedDays(0)) }

    /// Whether the share comes from hours that were worked.
    var usesWorkedHours: Bool {
        switch length {
        case .workedHours, .hours, .cappedYear, .cappedHours: true
        default: false
        }
    }
}

extension CountedDays {
    /// Whether the placement also ran on days of the period that do not count.
    var isShorterThanPresence: Bool {
        ![.placement, .period].contains(firstLimit) || ![.placement, .period].contains(lastLimit)
    }
}
