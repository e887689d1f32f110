import Intake
import SocialReturnModel

/// Which rows of a report realise something in its period: the one place that says so.
public enum CountedScope {
    /// Whether each placement has a day that counts, in the order of the table; one that was set aside has none. Without valuations, as no
    /// period is known, all count.
    public static func marks(of table: TableData<Placement>, _ values: PlacementValuations) -> [Bool] {
        table.rows.indices.map { index in
            let value = index < values.count ? values[index] : nil
            return !table.isSetAside[index] && value.map { $0.days > 0 } ?? true
        }
    }

    /// Whether each purchase is dated in the period and the term of its contract, in the order of the table.
    public static func marks(
        of table: TableData<SocialPurchase>, _ values: [PurchaseValuation?], _ period: ReportingPeriod?
    ) -> [Bool] {
        marks(of: table, \.invoiceDate, period) { $0 < values.count ? values[$0]?.terms?.contract : nil }
    }

    /// Whether each activity is dated in the period and the term of its contract, in the order of the table.
    public static func marks(
        of table: TableData<Activity>, _ values: [ActivityValuation?], _ period: ReportingPeriod?
    ) -> [Bool] {
        marks(of: table, \.date, period) { $0 < values.count ? values[$0]?.terms?.contract : nil }
    }

    private static func marks<Row: TableRow>(
        of table: TableData<Row>, _ date: KeyPath<Row, Day?>, _ period: ReportingPeriod?,
        _ contract: (Int) -> Contract?
    ) -> [Bool] {
        let date = Field(date)
        return table.rows.indices.map { index in
            !table.isSetAside[index] && holds(date.value(in: table.rows[index]), period, contract(index))
        }
    }

    /// Whether `date` lies in `period` and in the term of `contract`; a side that is not known is open, and so is a date.
    private static func holds(_ date: Day?, _ period: ReportingPeriod?, _ contract: Contract?) -> Bool {
        guard let date else { return true }
        if let period, !period.contains(date) { return false }
        if let start = contract?.start, date < start { return false }
        if let end = contract?.end, date > end { return false }
        return true
    }
}
