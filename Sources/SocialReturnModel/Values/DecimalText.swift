/// Writes scaled integers as decimal numbers, without a trip through floating point.
///
/// Digits are put into place from the last to the first, straight into the text: workbooks and data files hold several million of
/// these.
enum DecimalText {
    /// `1333333` with two decimals as `13333.33`.
    static func digits(_ value: Int64, decimals: Int, keepZeros: Bool) -> String {
        text(value, decimals, keepZeros, point: UInt8(ascii: "."), group: nil, prefix: "", signFirst: true)
    }

    /// `1333333` with two decimals as `13.333,33` in Dutch and `13,333.33` in English.
    static func grouped(_ value: Int64, decimals: Int, keepZeros: Bool, _ language: Language, currency: Bool) -> String
    {
        switch language {
        case .dutch:
            text(
                value, decimals, keepZeros, point: UInt8(ascii: ","), group: UInt8(ascii: "."),
                prefix: currency ? "€ " : "", signFirst: false)
        case .english:
            text(
                value, decimals, keepZeros, point: UInt8(ascii: "."), group: UInt8(ascii: ","),
                prefix: currency ? "€" : "", signFirst: true)
        }
    }

    private static func text(
        _ value: Int64, _ decimals: Int, _ keepZeros: Bool, point: UInt8, group: UInt8?, prefix: StaticString,
        signFirst: Bool
    ) -> String {
        var rest = value.magnitude
        var width = decimals
        if !keepZeros { while width > 0, rest % 10 == 0 { (rest, width) = (rest / 10, width - 1) } }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
            var start = buffer.count
            func put(_ byte: UInt8) {
                start -= 1
                buffer[start] = byte
            }
            for _ in 0..<width {
                put(UInt8(0x30 + rest % 10))
                rest /= 10
            }
            if width > 0 { put(point) }
            var count = 0
            repeat {
                if let group, count > 0, count % 3 == 0 { put(group) }
                put(UInt8(0x30 + rest % 10))
                rest /= 10
                count += 1
            } while rest > 0
            if value < 0, !signFirst { put(UInt8(ascii: "-")) }
            prefix.withUTF8Buffer { for byte in $0.reversed() { put(byte) } }
            if value < 0, signFirst { put(UInt8(ascii: "-")) }
            return String(decoding: buffer[start...], as: UTF8.self)
        }
    }
}
