import SocialReturnModel

extension FieldGuide {
    /// The guide as Markdown.
    var markdown: String {
        var lines = ["# \(title)", ""]
        lines += introduction.flatMap { [$0, ""] }
        lines += tables.map { "- [\($0.title[language])](#\(anchor(of: $0)))" }
        lines += ["- [\(listsTitle)](#lijsten)"]
        for table in tables {
            lines += [
                "", "<a id=\"\(anchor(of: table))\"></a>", "", "## \(table.title[language])", "",
                "\(table.meaning[language]) \(place(of: table))", "",
            ]
            lines += Self.head(columnHeadings)
            lines += table.columns.map { row(of: $0) }
        }
        lines += ["", "<a id=\"lijsten\"></a>", "", "## \(listsTitle)", "", listsIntroduction]
        for list in lists {
            let name = list.name[language]
            lines += [
                "", "<a id=\"\(anchor(of: list))\"></a>", "", "### \(name.prefix(1).uppercased() + name.dropFirst())",
                "",
            ]
            if list.isOpen { lines += [CodeListDescription.openListWords[language], ""] }
            lines += Self.head(listHeadings)
            lines += list.entries.map { entry in
                Self.row([
                    Self.code(entry.code), Self.escaped(entry.name.nl), Self.escaped(entry.name.en),
                    Self.escaped(entry.aliases.joined(separator: ", ")),
                ])
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(of column: ColumnDescriptor) -> String {
        var form = Self.escaped(column.form[language])
        if let list = column.codes { form += ": [\(Self.escaped(list.name[language]))](#\(anchor(of: list)))" }
        return Self.row([
            column.isRequired ? "**\(Self.code(column.name))**" : Self.code(column.name), need(of: column),
            Self.escaped(column.meaning[language]), form, column.example.isEmpty ? "" : Self.code(column.example),
            Self.escaped(column.aliases.joined(separator: ", ")), Self.escaped(column.privacy.words[language]),
        ])
    }

    private static func head(_ cells: [String]) -> [String] {
        [row(cells), "|" + cells.map { _ in "---|" }.joined()]
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func code(_ text: String) -> String { "`" + text.replacing("|", with: "\\|") + "`" }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "|", "*", "_", "`", "[", "]", "\\": result += "\\\(character)"
            default: result.append(character)
            }
        }
    }
}
