import Foundation
import Plumbing
import Testing

@Suite struct CalendarTests {
    /// Every day of four centuries around the leap days that are none, against a count day by day.
    @Test func everyDayFollowsTheOneBefore() {
        func length(_ month: Int, _ year: Int) -> Int {
            let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        }
        var (year, month, day) = (1800, 1, 1)
        for days in -62_091...84_005 {
            #expect(GregorianCalendar.date(daysSince1970: days) == (year, month, day))
            day += 1
            if day > length(month, year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 2200)
    }

    @Test(arguments: [
        ("Inzet", "'Inzet'"), ("Goede voorbeelden", "'Goede voorbeelden'"), ("foto's", "'foto''s'"), ("", "''"),
        ("'\u{301}", "'''\u{301}'"),
    ])
    func namesOfSheetsAreQuoted(_ name: String, _ expected: String) {
        #expect(Array(SheetReference.quoted(name).unicodeScalars) == Array(expected.unicodeScalars))
    }
}
