extension Contract {
    /// The last day on which a report on `period` is in time: `rapportage_binnen_dagen` after its last day.
    ///
    /// Nil where the column is empty, or holds no whole number of days from 0 to 366.
    public func reportDue(on period: ReportingPeriod) -> Day? {
        daysToReport.map { period.end.adding(days: $0) }
    }

    /// Within how many days after a period the report is due, from 0 to 366; nil where the column is empty or holds anything else.
    public var daysToReport: Int? { reportWithinDays?.whole.flatMap { (0...366).contains($0) ? $0 : nil } }

    /// `binnen 30 dagen na de periode`.
    public static func withinDays(_ days: Int) -> Text {
        days == 1
            ? Text(nl: "binnen 1 dag na de periode", en: "within 1 day after the period")
            : Text(nl: "binnen \(days) dagen na de periode", en: "within \(days) days after the period")
    }
}
