/// A part of a text that is raised or lowered, as the mark of a note is: `24` with a raised `1` is no 241.
///
/// Its digits become the raised or lowered digits of Unicode, so that whoever reads the text sees what the sheet shows.
enum RaisedText: Sendable {
    case raised, lowered

    /// What `value` of the attribute of an Office workbook says; nil for text on the line.
    init?(_ value: UnsafeBufferPointer<UInt8>?) {
        guard let value else { return nil }
        if value.equals("superscript") {
            self = .raised
        } else if value.equals("subscript") {
            self = .lowered
        } else {
            return nil
        }
    }

    /// What `position` of a style of OpenDocument says: `super 58%`, `sub 58%`, or how far above or below the line; nil for text on the line.
    init?(position: UnsafeBufferPointer<UInt8>) {
        let first = String(decoding: position, as: UTF8.self).split(separator: " ").first ?? ""
        if first == "super" || first.first?.isNumber == true && first != "0%" {
            self = .raised
        } else if first == "sub" || first.first == "-" {
            self = .lowered
        } else {
            return nil
        }
    }

    /// Adds `text` to `bytes` in that form.
    func append<Bytes: Sequence>(_ text: Bytes, to bytes: inout [UInt8]) where Bytes.Element == UInt8 {
        for byte in text {
            guard byte &- 0x30 <= 9 else {
                bytes.append(byte)
                continue
            }
            switch (self, byte) {
            case (.raised, 0x31): bytes += [0xC2, 0xB9]
            case (.raised, 0x32), (.raised, 0x33): bytes += [0xC2, byte + 0x80]
            case (.raised, _): bytes += [0xE2, 0x81, byte &- 0x30 + 0xB0]
            case (.lowered, _): bytes += [0xE2, 0x82, byte &- 0x30 + 0x80]
            }
        }
    }
}
