/// Functions that came after the file format: in the file they have a prefix, which Excel hides.
///
/// LibreOffice reads them without, so a workbook can look right there and show `#NAME?` in Excel.
enum FutureFunctions {
    /// The ones that a report might use.
    private static let names: Set<String> = [
        "AGGREGATE", "ARRAYTOTEXT", "CEILING.MATH", "CHOOSECOLS", "CHOOSEROWS", "CONCAT", "DAYS", "DROP", "EXPAND",
        "FILTER", "FLOOR.MATH", "FORECAST.LINEAR", "FORMULATEXT", "HSTACK", "IFNA", "IFS", "ISFORMULA",
        "ISOWEEKNUM", "LAMBDA", "LET", "MAXIFS", "MINIFS", "MODE.SNGL", "NORM.DIST", "NUMBERVALUE",
        "PERCENTILE.EXC", "PERCENTILE.INC", "PERCENTRANK.INC", "QUARTILE.EXC", "QUARTILE.INC", "RANDARRAY",
        "RANK.AVG", "RANK.EQ", "SEQUENCE", "SHEET", "SHEETS", "SORT", "SORTBY", "STDEV.P", "STDEV.S", "SWITCH",
        "TAKE", "TEXTAFTER", "TEXTBEFORE", "TEXTJOIN", "TEXTSPLIT", "TOCOL", "TOROW", "UNICHAR", "UNICODE",
        "UNIQUE", "VAR.P", "VAR.S", "VSTACK", "XLOOKUP", "XMATCH", "XOR",
    ]

    /// The first such function that `formula` calls by its bare name.
    ///
    /// Goes over bytes and makes a text only where a parenthesis opens, as a sheet may have a formula in every row.
    static func firstWithoutPrefix(in formula: String) -> String? {
        var formula = formula
        return formula.withUTF8 { bytes in
            var quote: UInt8?
            var start = 0
            for position in bytes.indices {
                let byte = bytes[position]
                if let open = quote {
                    // A doubled quotation mark closes and opens again, which comes to the same.
                    if byte == open {
                        quote = nil
                        start = position + 1
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    quote = byte
                case UInt8(ascii: "("):
                    if position > start {
                        let name = String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
                        if names.contains(name) { return name }
                    }
                    start = position + 1
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    continue
                default:
                    start = position + 1
                }
            }
            return nil
        }
    }
}
