import Plumbing

/// Fits text into lines, of a terminal or a mail.
package enum Wrapping {
    /// `text` in lines of at most `width` columns; the first begins with `first`, the others with as many blanks. Words are never
    /// cut, so that paths and codes stay whole. What would steer a terminal is shown instead.
    package static func lines(_ text: String, first: String = "", width: Int) -> [String] {
        let indent = String(repeating: " ", count: first.count)
        var lines: [String] = []
        var line = first
        var isFresh = true
        for word in VisibleText.escaped(Self.onOneLine(text)).words {
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

    /// Line breaks become blanks: where a line ends is decided here.
    private static func onOneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { (0x09...0x0D).contains($0) }) else { return text }
        return String(decoding: text.utf8.map { (0x09...0x0D).contains($0) ? 0x20 : $0 }, as: UTF8.self)
    }
}
