extension Contract {
    /// The last day on which a report on `period` is in time: `rapportage_binnen_dagen` after its last day.
    ///
    /// Nil where the column is empty, or holds no whole number of days from 0 to 366.
    public func reportDue(on period: ReportingPeriod) -> Day? {
        reportWithinDays?.whole.flatMap { (0...366).contains($0) ? period.end.adding(days: $0) : nil }
    }
}
