extension Letter {
    /// The letter as Markdown, a paragraph a line. What stands in a file of the supplier is text, whatever it looks like: no link, no
    /// markup, no HTML.
    public var markdown: String {
        var text = ""
        for block in blocks {
            if !text.isEmpty { text += "\n" }
            switch block {
            case .title(let words): text += "# \(Self.escaped(words))\n"
            case .heading(let words): text += "## \(Self.escaped(words))\n"
            case .paragraph(let words): text += "\(Self.escaped(words))\n"
            case .points(let points):
                for point in points {
                    let lead = point.lead.isEmpty ? "" : "**\(Self.escaped(point.lead)):** "
                    text += "- \(lead)\(Self.escaped(point.text))\n"
                }
            case .steps(let steps):
                for (index, step) in steps.enumerated() { text += "\(index + 1). \(Self.escaped(step))\n" }
            }
        }
        return text
    }

    /// `text` on one line, with everything escaped that Markdown would take for markup, a link or HTML.
    static func escaped(_ text: String) -> String {
        let plain = text.onOneLine.unicodeScalars
        var escaped = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for index in plain.indices {
            let scalar = plain[index]
            let isMarkup =
                switch scalar {
                case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$": true
                // Addresses that programs make a link of; a colon before a blank begins none.
                case "@": true
                case ":": plain.index(after: index) == plain.endIndex || plain[plain.index(after: index)] != " "
                case ".": previous == "w" || previous == "W"
                // Only at the beginning of a line.
                case "#", "+", "-", "=": escaped.isEmpty
                default: false
                }
            if isMarkup { escaped.append("\\") }
            escaped.append(scalar)
            previous = scalar
        }
        return String(escaped)
    }
}
