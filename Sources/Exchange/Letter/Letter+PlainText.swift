extension Letter {
    /// The columns of a line of plain text, so that a mail shows it as it was made.
    static let lineWidth = 74

    /// The letter as plain text without markup, wrapped at ``lineWidth`` columns.
    public var plainText: String {
        var lines: [String] = []
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            switch block {
            case .title(let words), .paragraph(let words): lines += Self.wrapped(words)
            case .heading(let words): lines += Self.wrapped(words.uppercased())
            case .points(let points):
                for point in points {
                    lines += Self.wrapped(
                        point.lead.isEmpty ? point.text : "\(point.lead): \(point.text)", first: "- ")
                }
            case .steps(let steps):
                for (index, step) in steps.enumerated() { lines += Self.wrapped(step, first: "\(index + 1). ") }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `text` in lines of at most ``lineWidth`` columns, the first after `first` and the others as far in. A longer word has a line of its
    /// own.
    static func wrapped(_ text: String, first: String = "") -> [String] {
        Wrapping.lines(text.onOneLine, first: first, width: lineWidth)
    }
}
