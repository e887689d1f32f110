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
