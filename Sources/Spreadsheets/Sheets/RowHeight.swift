/// How high a row must be for its text.
///
/// Excel fits rows without a height when it opens the file, LibreOffice and most viewers do not: there a wrapped text shows
/// its first line only. Give rows with long texts a height with ``Sheet/rowHeight(_:row:)``.
public enum RowHeight {
    /// The height of `lines` lines of text, in points, at most 409.
    public static func points(lines: Int, fontSize: Double = Font.verdana.size) -> Double {
        min(409, (Double(max(1, lines)) * fontSize * 1.25 + 2.5).rounded(.up))
    }

    /// About how many lines `text` takes in a column `width` characters wide. Words stay whole, as they do in a cell.
    public static func lines(_ text: String, width: Double) -> Int {
        let room = max(1, Int(width))
        let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return paragraphs.reduce(0) { lines, paragraph in
            var count = 1
            var used = 0
            for word in paragraph.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " }) {
                var length = word.count
                if used > 0, used + 1 + length > room {
                    count += 1
                    used = 0
                }
                if length > room {
                    count += (length - 1) / room
                    length = (length - 1) % room + 1
                }
                used += length + (used > 0 ? 1 : 0)
            }
            return lines + count
        }
    }
}
