/// Whether a cell in a column for an age class holds a date or year of birth instead.
public enum BirthDateCheck {
    /// The years in which participants can be born.
    public static let years: ClosedRange<Int> = 1930...2012

    /// Whether `cell` holds a year from 1930 to 2012 (alone, in a date or in words), a date with two digits for the year, or
    /// is the serial number that a spreadsheet gives a day of those years. Age classes (`27-49`, `56+`) are none of these.
    public static func holdsBirthDate(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var scan = DigitRuns(cell)
        var previous: DigitRuns.Run?
        var beforePrevious: DigitRuns.Run?
        while let run = scan.next() {
            switch run.length {
            case 4 where years.contains(run.value): return true
            case 8 where CalendarForm.dayInEightDigits(run.value).map { years.contains($0) } == true: return true
            // 01-01-1930 to 31-12-2012, when the cell holds nothing else.
            case 5 where (10_959...41_274).contains(run.value) && isAlone(run, in: cell): return true
            case 2:
                if let day = beforePrevious, let month = previous, day.isJoined(to: month, in: cell),
                    month.isJoined(to: run, in: cell), CalendarForm.isDay(day.value, month.value),
                    day.length <= 2, month.length <= 2, years.contains(CalendarForm.fullYear(run.value))
                {
                    return true
                }
            default: break
            }
            (beforePrevious, previous) = (previous, run)
        }
        return false
    }

    private static func isAlone(_ run: DigitRuns.Run, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let rest = [0x20, 0x2C, 0x2E, 0x30] as [UInt8]
        return cell[..<run.start].allSatisfy { $0 == 0x20 } && cell[run.end...].allSatisfy(rest.contains)
    }
}
