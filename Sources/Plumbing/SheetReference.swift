/// How formulas write names of sheets and columns.
public enum SheetReference {
    /// `name` between apostrophes, those inside doubled. Every program accepts that, also of a name that does not need it.
    public static func quoted(_ name: String) -> String {
        var quoted = "'"
        // By scalar: an apostrophe with a combining accent is still an apostrophe to Excel.
        for character in name.unicodeScalars {
            if character == "'" { quoted.unicodeScalars.append("'") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "'"
    }

    /// The letters above `column`, from 0: `A`, `Z`, `AA`; none for a number below that.
    public static func letters(of column: Int) -> String {
        guard column >= 0 else { return "" }
        var (length, left) = (1, column / 26 - 1)
        while left >= 0 { (length, left) = (length + 1, left / 26 - 1) }
        // Up to fifteen letters are stored in place and cost no allocation.
        return String(unsafeUninitializedCapacity: length) { buffer in
            var rest = column
            for position in stride(from: length - 1, through: 0, by: -1) {
                buffer[position] = UInt8(ascii: "A") + UInt8(rest % 26)
                rest = rest / 26 - 1
            }
            return length
        }
    }
}
