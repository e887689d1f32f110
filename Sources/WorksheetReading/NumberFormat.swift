/// What a number format makes of a number, as far as it changes what the number means.
enum NumberFormat: Hashable, Sendable {
    /// A number as it is. So are times of day alone.
    case number
    /// A percentage.
    case percentage
    /// A date.
    case date
    /// A month of a year, without a day.
    case month

    /// The format that every program has built in under `id`; nil for one that a workbook describes itself.
    init?(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percentage
        case 14...16, 22, 27...31, 36, 50...58: self = .date
        case 17: self = .month
        case 0..<164: self = .number
        default: return nil
        }
    }

    /// The format that `code` describes: `dd\-mm\-yyyy`, `[$-413]d mmmm yyyy;@`, `0.0%`.
    init(code: String) {
        var (hasYear, hasMonth, hasDay, hasTime, hasDigit) = (false, false, false, false, false)
        self = .number
        guard !code.lowercased().hasPrefix("general"), !code.lowercased().hasPrefix("standaard") else { return }
        var scalars = code.unicodeScalars.makeIterator()
        scan: while let scalar = scalars.next() {
            switch scalar {
            case ";": break scan  // what follows is for negative numbers
            case "\"": while let inner = scalars.next(), inner != "\"" {}
            case "[": while let inner = scalars.next(), inner != "]" {}
            case "\\", "_", "*": _ = scalars.next()
            case "%": self = .percentage
            case "y", "Y", "j", "J": hasYear = true
            case "m", "M": hasMonth = true
            case "d", "D": hasDay = true
            case "h", "H", "s", "S": hasTime = true
            case "0", "#", "?": hasDigit = true
            default: break
            }
        }
        if self == .percentage || hasDigit && !hasTime { return }
        if hasDay || hasYear && !hasMonth {
            self = .date
        } else if hasYear || hasMonth && !hasTime {
            // Next to hours or seconds an `m` stands for minutes.
            self = .month
        }
    }
}
