/// The days that spreadsheet programs count, as text.
struct SerialDay {
    /// Whether day 0 is 1 January 1904, as on old Macs.
    let startsIn1904: Bool

    /// The last day that spreadsheet programs know, 31 December 9999.
    private static let last = 2_958_465

    /// `dd-mm-jjjj` for the day with number `serial`; nil outside of the calendar of spreadsheet programs. A time of day is left out.
    func text(_ serial: Double) -> [UInt8]? {
        guard serial >= (startsIn1904 ? 0 : 1), serial < Double(Self.last + 1) else { return nil }
        let number = Int(serial)
        if !startsIn1904, number == 60 {
            // Excel counts a 29 February in 1900, which never was. The reader will say that there is no such day.
            return Array("29-02-1900".utf8)
        }
        // Days since 1 January 1970.
        let days = startsIn1904 ? number - 24_107 : number - (number > 60 ? 25_569 : 25_568)
        let (year, month, day) = Self.date(days)
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

    /// The Gregorian date `days` after 1 January 1970, by the method of eras of 400 years that begin on 1 March.
    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
