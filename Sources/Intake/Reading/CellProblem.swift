/// Why a cell could not be read, or could be read only with a doubt.
///
/// The first group leaves the cell without a value, the second comes with the likeliest one.
public enum CellProblem: UInt8, Sendable, Hashable, CaseIterable {
    /// The cell holds an error of a spreadsheet program, such as `#N/B`. Without a value.
    case excelError
    /// A spreadsheet program changed a number for good: scientific notation, or a lost leading zero. Without a value.
    case damagedByExcel
    /// A number in scientific notation (`1,2E+02`), of which nobody knows whether digits were lost. Without a value.
    case shortenedNumber
    /// Not a number in any notation. Without a value.
    case unreadableNumber
    /// A time or a number of hours and minutes (`24:00`) where a number belongs. Without a value.
    case timeNotNumber
    /// A number with the sign of another unit than that of the column: `24%` among hours.
    case otherUnit
    /// A number, day or period that can be read but lies beyond the bounds of its column or of the calendar. Without a value.
    case outOfBounds
    /// A number with which its column adds up to more than can be counted. Without a value.
    case totalOutOfBounds
    /// Not a date in any notation, or a day that does not exist. Without a value.
    case invalidDate
    /// A date that exists only when its month stands first, such as `03/25/2026`. Without a value.
    case monthBeforeDay
    /// Not eight digits. Without a value.
    case invalidKvK
    /// A country and the number of an organisation there, such as `DE HRB 12345`. Without a value.
    case foreignNumber
    /// Not a reporting period in any notation. Without a value.
    case invalidPeriod
    /// A year with one digit, `2026-2`: a quarter or a month. Without a value.
    case monthOrQuarter

    /// One point or comma before three digits: a thousands mark or a decimal sign. With a value.
    case ambiguousNumber
    /// A year of two digits: 00 to 69 were read as 20xx, 70 to 99 as 19xx. With a value.
    case twoDigitYear
    /// A spreadsheet's day number instead of a date. With a value.
    case serialDay
    /// A date beside the name of another day of the week: `donderdag 1 april 2026`. With a value.
    case weekdayDiffers
    /// A number of at most one in a column of per cents (`0,3`), which may be the part of a whole itself. With a value.
    case partOrPercent
    /// A number with decimals where whole things are counted (`0,5` persons). With a value.
    case notWhole
}
