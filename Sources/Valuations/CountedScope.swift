import SocialReturnModel

/// Whether what happened on one day, an invoice or an activity, counts in a reporting period under a contract.
public enum CountedScope {
    /// Whether `date` lies in `period` and in the term of `contract`; a side that is not known is open, and so is a date.
    public static func holds(_ date: Day?, _ period: ReportingPeriod?, _ contract: Contract?) -> Bool {
        guard let date else { return true }
        if let period, !period.contains(date) { return false }
        if let start = contract?.start, date < start { return false }
        if let end = contract?.end, date > end { return false }
        return true
    }
}
