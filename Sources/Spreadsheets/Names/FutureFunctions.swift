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
    static func firstWithoutPrefix(in formula: String) -> String? {
        var name = ""
        var quote: Character?
        for character in formula {
            if let open = quote {
                // A doubled quotation mark closes and opens again, which comes to the same.
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "\"", "'":
                quote = character
                name = ""
            case "(":
                if names.contains(name.uppercased()) { return name.uppercased() }
                name = ""
            case "A"..."Z", "a"..."z", "0"..."9", ".", "_":
                name.append(character)
            default:
                name = ""
            }
        }
        return nil
    }
}
