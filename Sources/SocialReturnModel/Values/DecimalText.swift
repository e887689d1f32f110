/// Writes scaled integers as decimal numbers, without a trip through floating point.
enum DecimalText {
    /// `1333333` with two decimals as `13333.33`.
    static func digits(_ value: Int64, decimals: Int, keepZeros: Bool) -> String {
        let (whole, fraction) = parts(value, decimals: decimals, keepZeros: keepZeros)
        return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// `1333333` with two decimals as `13.333,33` in Dutch and `13,333.33` in English.
    static func grouped(_ value: Int64, decimals: Int, keepZeros: Bool, _ language: Language, currency: Bool) -> String
    {
        let (whole, fraction) = parts(value, decimals: decimals, keepZeros: keepZeros)
        let (group, point) = language == .dutch ? (".", ",") : (",", ".")
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += group }
            text.append(digit)
        }
        if !fraction.isEmpty { text += point + fraction }
        let sign = value < 0 ? "-" : ""
        guard currency else { return sign + text }
        return language == .dutch ? "€ " + sign + text : sign + "€" + text
    }

    private static func parts(_ value: Int64, decimals: Int, keepZeros: Bool) -> (whole: String, fraction: String) {
        var power: UInt64 = 1
        for _ in 0..<decimals { power *= 10 }
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: power)
        var fraction = String(rest)
        fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
        if !keepZeros { while fraction.last == "0" { fraction.removeLast() } }
        return (String(whole), fraction)
    }
}
