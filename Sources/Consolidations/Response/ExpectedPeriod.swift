import SocialReturnModel

/// A period on which a contract is to be reported.
public struct ExpectedPeriod: Hashable, Sendable {
    /// The month, quarter, half year or year; the whole term where there is one report.
    public let period: ReportingPeriod
    /// The days of it on which the contract runs. A report on these days alone covers the period too.
    public let days: ReportingPeriod

    /// Whether a report on `reported` covers the period.
    public func isCovered(by reported: ReportingPeriod) -> Bool {
        reported.start <= days.start && days.end <= reported.end
    }
}

extension ReportingFrequency {
    /// How many months lie between two reports; nil where there is one.
    private var months: Int? {
        switch self {
        case .monthly: 1
        case .quarterly: 3
        case .halfYearly: 6
        case .yearly: 12
        case .once: nil
        }
    }

    /// The periods of a contract with this frequency that have ended before `day`, in order.
    ///
    /// They are those of the calendar, so that a contract that begins on 15 February has a first quarter. None lies wholly outside the
    /// contract. One report on the whole is expected once the contract has ended.
    public func periods(of contract: ReportingPeriod, endedBefore day: Day) -> [ExpectedPeriod] {
        guard let months else {
            return contract.end < day ? [ExpectedPeriod(period: contract, days: contract)] : []
        }
        let start = contract.start.components
        var (year, month) = (start.year, (start.month - 1) / months * months + 1)
        var periods: [ExpectedPeriod] = []
        while let period = ReportingPeriod(year: year, months: month...(month + months - 1)),
            period.start <= contract.end, period.end < day,
            let days = ReportingPeriod(
                from: max(period.start, contract.start), through: min(period.end, contract.end))
        {
            periods.append(ExpectedPeriod(period: period, days: days))
            month += months
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return periods
    }
}
