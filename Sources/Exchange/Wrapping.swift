/// Fits text into lines, of a terminal or a mail.
package enum Wrapping {
    /// `text` in lines of at most `width` columns; the first begins with `first`, the others with as many blanks. Words are never
    /// cut, so that paths and codes stay whole.
    package static func lines(_ text: String, first: String = "", width: Int) -> [String] {
        let indent = String(repeating: " ", count: first.count)
        var lines: [String] = []
        var line = first
        var isFresh = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isFresh, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isFresh = true
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        return lines + [line]
    }
}
