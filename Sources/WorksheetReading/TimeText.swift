/// Times as a sheet shows them: `8:15`, `36:30`, `0:00:20`.
enum TimeText {
    /// Beyond this many days a number with a time of day as its format is a moment: the program shows its time, and it has a date too. A
    /// number of hours that is as large would be 27 years.
    private static let firstMoment = 10_000.0
    /// The last day that spreadsheet programs know.
    private static let lastDay = 2_958_466.0

    /// Writes `days` behind `bytes`; false for a number of days that no program shows as a time.
    ///
    /// Hours count on beyond a day, whatever the format makes of them: of a day and a half, `12:00` would be lost hours. Seconds are left out
    /// where they are not shown, and where they are zero.
    static func write(_ days: Double, _ format: TimeFormat, _ calendar: SerialDay, to bytes: inout [UInt8]) -> Bool {
        guard days.isFinite, days.magnitude < lastDay else { return false }
        var days = days
        if !format.isElapsed, days >= firstMoment {
            guard let day = calendar.text(days) else { return false }
            bytes += day
            bytes.append(UInt8(ascii: " "))
            days -= days.rounded(.down)
        }
        // At most 2.6e11.
        var seconds = Int((days.magnitude * 86_400).rounded())
        if days < 0, seconds > 0 { bytes.append(UInt8(ascii: "-")) }
        let showsSeconds = format.showsSeconds && seconds % 60 != 0
        bytes += String(seconds / 3_600).utf8
        seconds %= 3_600
        append(seconds / 60, to: &bytes)
        if showsSeconds { append(seconds % 60, to: &bytes) }
        return true
    }

    /// How many days a length of time is, as ISO 8601 has it (`PT24H00M00S`); nil for other text.
    static func days(iso text: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { index += 1 }
        guard index + 1 < text.count, text[index] == UInt8(ascii: "P") else { return nil }
        index += 1
        var (days, number, digits, fraction, isInDay) = (0.0, 0.0, 0, 0.0, false)
        while index < text.count {
            let byte = text[index]
            index += 1
            switch byte {
            case 0x30...0x39:
                digits += 1
                number = fraction > 0 ? number + Double(byte - 0x30) * fraction : number * 10 + Double(byte - 0x30)
                fraction /= 10
                continue
            case UInt8(ascii: "."), UInt8(ascii: ","):
                fraction = 0.1
                continue
            case UInt8(ascii: "T") where digits == 0: isInDay = true
            case UInt8(ascii: "D") where digits > 0 && !isInDay: days += number
            case UInt8(ascii: "H") where digits > 0 && isInDay: days += number / 24
            case UInt8(ascii: "M") where digits > 0 && isInDay: days += number / 1_440
            case UInt8(ascii: "S") where digits > 0 && isInDay: days += number / 86_400
            default: return nil
            }
            (number, digits, fraction) = (0, 0, 0)
        }
        guard digits == 0, isInDay || days > 0 else { return nil }
        return isNegative ? -days : days
    }

    private static func append(_ part: Int, to bytes: inout [UInt8]) {
        bytes += [UInt8(ascii: ":"), UInt8(0x30 + part / 10), UInt8(0x30 + part % 10)]
    }
}
