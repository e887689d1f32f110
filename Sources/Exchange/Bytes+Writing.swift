import SocialReturnModel

/// The few forms in which values are written to CSV and JSON files, straight into a byte buffer.
extension [UInt8] {
    /// Appends the UTF-8 of `text`.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a day as ISO 8601.
    mutating func append(_ day: Day) {
        let (year, month, dayOfMonth) = day.components
        appendDigits(UInt64(year), atLeast: 4)
        append(0x2d)
        appendDigits(UInt64(month), atLeast: 2)
        append(0x2d)
        appendDigits(UInt64(dayOfMonth), atLeast: 2)
    }

    /// Appends an amount in euros with two decimals.
    mutating func append(_ amount: Cents) {
        if amount.rawValue < 0 { append(0x2d) }
        let (euros, cents) = amount.rawValue.magnitude.quotientAndRemainder(dividingBy: 100)
        appendDigits(euros, atLeast: 1)
        append(0x2e)
        appendDigits(cents, atLeast: 2)
    }

    /// Appends a number with the decimals that it has.
    mutating func append(_ number: Quantity) {
        if number.tenThousandths < 0 { append(0x2d) }
        let (whole, fraction) = number.tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        appendDigits(whole, atLeast: 1)
        var decimals = fraction
        guard decimals > 0 else { return }
        append(0x2e)
        var width = 4
        while decimals % 10 == 0 { (decimals, width) = (decimals / 10, width - 1) }
        appendDigits(decimals, atLeast: width)
    }

    /// Appends the decimal digits of `number`, with zeros before it up to `width`.
    private mutating func appendDigits(_ number: UInt64, atLeast width: Int) {
        let start = count
        var rest = number
        while rest > 0 || count - start < width {
            append(UInt8(0x30 + rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    /// Appends a JSON string.
    mutating func appendJSON(_ text: String) {
        append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: append("\\\"")
            case 0x5c: append("\\\\")
            case 0x0a: append("\\n")
            case 0x0d: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20, 0x7f:
                let digits = Array("0123456789abcdef".utf8)
                append("\\u00")
                append(digits[Int(byte >> 4)])
                append(digits[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(0x22)
    }

    /// Appends a JSON string, or `null`.
    mutating func appendJSON(_ text: String?) {
        if let text { appendJSON(text) } else { append("null") }
    }

    /// Appends a JSON number, or `null`.
    mutating func appendJSON(_ number: Int?) {
        append(number.map(String.init) ?? "null")
    }

    /// Appends a CSV field, in quotes where it needs them.
    mutating func appendCSV(_ field: UnsafeBufferPointer<UInt8>) {
        guard field.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
            append(contentsOf: field)
            return
        }
        append(0x22)
        for byte in field {
            if byte == 0x22 { append(0x22) }
            append(byte)
        }
        append(0x22)
    }

    /// Appends a CSV field, in quotes where it needs them.
    mutating func appendCSV(_ field: String) {
        var field = field
        field.withUTF8 { appendCSV($0) }
    }
}
