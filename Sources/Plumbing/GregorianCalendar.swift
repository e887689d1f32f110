/// The Gregorian calendar, and the count of days of spreadsheet programs.
public enum GregorianCalendar {
    /// Year, month and day of the month of the day that is `days` after 1 January 1970, by the method of eras of 400 years that begin on
    /// 1 March, so that the leap day comes last.
    @inlinable
    public static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// The numbers that spreadsheet programs give to days. In theirs 1 January 1900 is day 1, and 29 February 1900 exists.
public enum SpreadsheetDays {
    /// The number of 1 January 1970. Add it to the days since then, for days after the day that never was.
    public static let of1970 = 25_569
    /// The number of 29 February 1900, which never was.
    public static let thatNeverWas = 60
    /// The number of 1 January 1970 in files that count from 1904, as old Macs did.
    public static let of1970From1904 = 24_107
    /// The number of the last day that spreadsheet programs know, 31 December 9999.
    public static let last = 2_958_465
}
