/// CSV that people open by a double click: no field of it becomes a formula, and none steers a terminal.
///
/// The open data in `gegevens/` are the exact twin for machines: there a field is what was delivered, byte for byte. Here a field that
/// a spreadsheet program would calculate gets an apostrophe before it; a plain number such as `-47,50` stays a number.
package enum PeopleCSV {
    /// `field` in quotes where it needs them, guarded, for fields that are separated by `separator`.
    package static func field(_ field: String, separator: UInt8) -> String {
        var bytes: [UInt8] = []
        var field = field
        field.withUTF8 { append($0, separator: separator, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `field`, in quotes where it needs them, guarded.
    static func append(_ field: UnsafeBufferPointer<UInt8>, separator: UInt8, to output: inout [UInt8]) {
        guard needsCare(field) else { return output.append(contentsOf: field) }
        var guarded: [UInt8] = []
        guarded.reserveCapacity(field.count + 8)
        var needsQuotes = false
        var isStart = true
        for index in field.indices {
            let byte = field[index]
            if isStart, beginsFormula(field, index) { guarded.append(UInt8(ascii: "'")) }
            // Programs differ in what separates fields, so a formula may not begin behind any of them.
            isStart = isSeparator(byte)
            let breaks = byte == separator || byte == 0x09 || byte == 0x0A || byte == 0x0D
            needsQuotes = needsQuotes || breaks || byte == UInt8(ascii: "\"")
            guarded.append(byte)
        }
        var text = VisibleText.escaped(String(decoding: guarded, as: UTF8.self), keepsLineBreaks: true)
        guard needsQuotes else { return output.append(text) }
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { output.append(byte) }
                output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    /// Whether anything in the field asks for more than copying it.
    private static func needsCare(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        if beginsFormula(field, 0) { return true }
        return field.indices.contains {
            isSeparator(field[$0]) || field[$0] == UInt8(ascii: "\"") || VisibleText.steers(field, $0)
        }
    }

    /// Whether a spreadsheet program takes what stands from `index` on for a formula.
    private static func beginsFormula(_ field: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch field[index] {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(field[(index + 1)...])
        // The same signs at full width.
        case 0xEF where index + 2 < field.count:
            switch (field[index + 1], field[index + 2]) {
            case (0xBC, 0x9D), (0xBC, 0x8B), (0xBC, 0x8D), (0xBC, 0xA0): return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether nothing but the digits and marks of a number stands there, up to the end or the next separator.
    private static func isNumber(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = rest.first, (0x30...0x39).contains(first) else { return false }
        for byte in rest {
            switch byte {
            case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","): continue
            case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09, 0x0A, 0x0D: return true
            default: return false
            }
        }
        return true
    }
}
