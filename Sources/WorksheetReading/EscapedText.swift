/// The escapes that Office writes for characters which XML does not know: `_x000D_` for a carriage return.
enum EscapedText {
    /// Replaces the escapes in `bytes`, valid UTF-8. NUL is left out, as it is from text files.
    static func decode(_ bytes: inout [UInt8]) {
        guard contains(bytes) else { return }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard var unit = unit(at: index, in: bytes) else {
                decoded.append(bytes[index])
                index += 1
                continue
            }
            index += 7
            if unit & 0xFC00 == 0xD800, let low = Self.unit(at: index, in: bytes), low & 0xFC00 == 0xDC00 {
                unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
                index += 7
            }
            if unit == 0 { continue }
            decoded += String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8
        }
        bytes = decoded
    }

    private static func contains(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 7 else { return false }
        return (0...bytes.count - 7).contains { unit(at: $0, in: bytes) != nil }
    }

    /// The UTF-16 unit for which `_xHHHH_` at `index` stands; nil when something else stands there.
    @inline(__always)
    private static func unit(at index: Int, in bytes: [UInt8]) -> UInt32? {
        let underscore = UInt8(ascii: "_")
        guard index + 7 <= bytes.count, bytes[index] == underscore, bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == underscore
        else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            switch byte {
            case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return unit
    }
}
