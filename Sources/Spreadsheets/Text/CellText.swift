/// Texts that are longer than a cell: where they can be divided, so that they go on in another cell and nothing of them is lost.
public enum CellText {
    /// Whether `text` surely fits in a cell of `limit` UTF-16 units, told from its length in bytes alone.
    ///
    /// There are never more units than bytes, and an underscore can take seven; see ``parts(of:limit:)``.
    public static func surelyFits(bytes: Int, limit: Int) -> Bool { bytes <= limit / 7 }

    /// `text` in parts that fit in cells of `limit` UTF-16 units, at least 16; no character is divided. One part, perhaps empty, at
    /// least.
    ///
    /// An underscore before an `x` counts for seven, as it is written as `_x005F_` where a program would read the text as a code.
    public static func parts(of text: String, limit: Int = SheetLimits.excel.textLength) -> [String] {
        if surelyFits(bytes: text.utf8.count, limit: limit) { return [text] }
        let limit = max(16, limit)
        let scalars = text.unicodeScalars
        var parts: [String] = []
        var start = scalars.startIndex
        var index = start
        var units = 0
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let scalar = scalars[index]
            let isEscaped = scalar == "_" && next < scalars.endIndex && scalars[next] == "x"
            let length = isEscaped ? 7 : scalar.value > 0xFFFF ? 2 : 1
            if units + length > limit {
                parts.append(String(scalars[start..<index]))
                start = index
                units = 0
            }
            units += length
            index = next
        }
        parts.append(String(scalars[start...]))
        return parts
    }
}
