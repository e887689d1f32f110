import Plumbing

/// The days that spreadsheet programs count, as text.
struct SerialDay {
    /// Whether day 0 is 1 January 1904, as on old Macs.
    let startsIn1904: Bool

    /// `dd-mm-jjjj` for the day with number `serial`; nil outside of the calendar of spreadsheet programs. A time of day is left out.
    func text(_ serial: Double) -> [UInt8]? {
        guard serial >= (startsIn1904 ? 0 : 1), serial < Double(SpreadsheetDays.last + 1) else { return nil }
        let number = Int(serial)
        if !startsIn1904, number == SpreadsheetDays.thatNeverWas {
            // Excel counts a 29 February in 1900, which never was. The reader will say that there is no such day.
            return Array("29-02-1900".utf8)
        }
        // Days since 1 January 1970.
        let days =
            startsIn1904
            ? number - SpreadsheetDays.of1970From1904
            : number - SpreadsheetDays.of1970 + (number > SpreadsheetDays.thatNeverWas ? 0 : 1)
        let (year, month, day) = GregorianCalendar.date(daysSince1970: days)
        guard year <= 9_999 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: 10) { text, count in
            text[0] = Self.digit(day / 10)
            text[1] = Self.digit(day)
            text[2] = UInt8(ascii: "-")
            text[3] = Self.digit(month / 10)
            text[4] = Self.digit(month)
            text[5] = UInt8(ascii: "-")
            text[6] = Self.digit(year / 1_000)
            text[7] = Self.digit(year / 100)
            text[8] = Self.digit(year / 10)
            text[9] = Self.digit(year)
            count = 10
        }
    }

    private static func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number % 10) }

    /// `dd-mm-jjjj` for a date that begins as ISO 8601 writes it; nil for other text.
    static func text(iso text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ text[$0] &- 0x30 <= 9 }),
            text.count == 10 || text[10] == UInt8(ascii: "T")
        else { return nil }
        return [8, 9, 7, 5, 6, 4, 0, 1, 2, 3].map { text[$0] }
    }
}
