/// The few forms in which values are written to CSV and JSON files, straight into a byte buffer.
extension [UInt8] {
    /// Appends the UTF-8 of `text`.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a JSON string.
    mutating func appendJSON(_ text: String) {
        append(0x22)
        var text = text
        text.withUTF8 { appendEscaped($0) }
        append(0x22)
    }

    /// Appends what stands between the quotation marks of a JSON string. What steers a terminal or a reader is written by its number, which
    /// a program reads as the same character.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.indices.contains(where: { text[$0] == 0x22 || text[$0] == 0x5c || VisibleText.steers(text, $0) })
        else {
            append(contentsOf: text)
            return
        }
        var index = 0
        while index < text.count {
            switch text[index] {
            case 0x22: append("\\\"")
            case 0x5c: append("\\\\")
            case 0x0a: append("\\n")
            case 0x0d: append("\\r")
            case 0x09: append("\\t")
            case _ where VisibleText.steers(text, index): index += appendNumber(of: text, index) - 1
            case let byte: append(byte)
            }
            index += 1
        }
    }

    /// Appends the number of the character that steers and begins at `index`, as JSON has it; gives how many bytes the character has.
    mutating func appendNumber(of text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let first = UInt32(text[index])
        // A character that steers has one, two or three bytes, all of which are there.
        let (number, length): (UInt32, Int) =
            switch first {
            case ..<0x80: (first, 1)
            case ..<0xe0: ((first & 0x1f) << 6 | UInt32(text[index + 1] & 0x3f), 2)
            default:
                ((first & 0x0f) << 12 | UInt32(text[index + 1] & 0x3f) << 6 | UInt32(text[index + 2] & 0x3f), 3)
            }
        let digits = Array("0123456789abcdef".utf8)
        append("\\u")
        for shift in [12, 8, 4, 0] as [UInt32] { append(digits[Int(number >> shift & 15)]) }
        return length
    }

    /// Appends a whole number in decimal digits, without making a text of it.
    mutating func appendDigits(_ number: Int) {
        if number < 0 { append(0x2d) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, start) = (number.magnitude, digits.count)
            repeat {
                start -= 1
                digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
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
