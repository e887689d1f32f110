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
        var escaped = ""
        var previous: Character = " "
        for character in text.onOneLine {
            let isMarkup =
                switch character {
                case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$": true
                // Addresses that programs make a link of.
                case ":", "@": true
                case ".": previous == "w" || previous == "W"
                // Only at the beginning of a line.
                case "#", "+", "-", "=": escaped.isEmpty
                default: false
                }
            if isMarkup { escaped.append("\\") }
            escaped.append(character)
            previous = character
        }
        // A colon before a blank begins no address.
        return escaped.replacing("\\: ", with: ": ")
    }
}
