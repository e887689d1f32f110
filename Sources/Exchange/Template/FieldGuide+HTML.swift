import SocialReturnModel

extension FieldGuide {
    /// The guide as one page of HTML: no scripts, nothing from elsewhere, headings and tables that a screen reader can follow.
    var html: String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(Self.escaped(title))</title>", "<style>\n\(Self.style)\n</style>", "</head>", "<body>",
            "<a class=\"skip\" href=\"#inhoud\">\(words("Naar de inhoud", "Skip to the content"))</a>",
            "<header><h1>\(Self.escaped(title))</h1>",
        ]
        lines += introduction.map { "<p>\(Self.escaped($0))</p>" }
        lines += ["</header>", "<nav aria-label=\"\(words("Tabellen", "Tables"))\"><ul>"]
        lines += tables.map { "<li><a href=\"#\(anchor(of: $0))\">\(Self.escaped($0.title[language]))</a></li>" }
        lines += [
            "<li><a href=\"#lijsten\">\(Self.escaped(listsTitle))</a></li>", "</ul></nav>", "<main id=\"inhoud\">",
        ]
        for table in tables { lines += section(of: table) }
        lines += [
            "<section id=\"lijsten\"><h2>\(Self.escaped(listsTitle))</h2>", "<p>\(Self.escaped(listsIntroduction))</p>",
        ]
        for list in lists { lines += section(of: list) }
        lines += ["</section>", "</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(of table: TableFacts) -> [String] {
        var lines = [
            "<section id=\"\(anchor(of: table))\"><h2>\(Self.escaped(table.title[language]))</h2>",
            "<p>\(Self.escaped(table.meaning[language])) \(Self.escaped(place(of: table)))</p>",
        ]
        lines += Self.head(
            columnHeadings, caption: words("Kolommen van \(table.fileName)", "Columns of \(table.fileName)"))
        lines += table.columns.map { column in
            var form = Self.escaped(column.form[language])
            if let list = column.codes {
                form += ": <a href=\"#\(anchor(of: list))\">\(Self.escaped(list.name[language]))</a>"
            }
            return Self.row(
                Self.code(column.name), isStrong: column.isRequired,
                [
                    need(of: column), Self.escaped(column.meaning[language]), form, Self.code(column.example),
                    Self.escaped(column.aliases.joined(separator: ", ")),
                    Self.escaped(column.privacy.words[language]),
                ])
        }
        return lines + ["</tbody></table></div>", "</section>"]
    }

    private func section(of list: CodeListDescription) -> [String] {
        let name = list.name[language]
        var lines = [
            "<h3 id=\"\(anchor(of: list))\">\(Self.escaped(name.prefix(1).uppercased() + name.dropFirst()))</h3>"
        ]
        if list.isOpen { lines.append("<p>\(Self.escaped(CodeListDescription.openListWords[language]))</p>") }
        lines += Self.head(listHeadings, caption: name)
        lines += list.entries.map { entry in
            Self.row(
                Self.code(entry.code), isStrong: false,
                [
                    "<span lang=\"nl\">\(Self.escaped(entry.name.nl))</span>",
                    "<span lang=\"en\">\(Self.escaped(entry.name.en))</span>",
                    Self.escaped(entry.aliases.joined(separator: ", ")),
                ])
        }
        return lines + ["</tbody></table></div>"]
    }

    private static func head(_ cells: [String], caption: String) -> [String] {
        // A wide table scrolls by itself, also with the keyboard.
        [
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(caption))\"><table>",
            "<caption>\(escaped(caption))</caption>",
            "<thead><tr>" + cells.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined() + "</tr></thead><tbody>",
        ]
    }

    private static func row(_ name: String, isStrong: Bool, _ cells: [String]) -> String {
        "<tr><th scope=\"row\"\(isStrong ? " class=\"required\"" : "")>\(name)</th>"
            + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }

    private static func code(_ text: String) -> String { text.isEmpty ? "" : "<code>\(escaped(text))</code>" }

    private static func escaped(_ text: some StringProtocol) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }

    /// Colours with a contrast of 5 or more; on paper no links, no colours behind letters, no row over two pages.
    private static let style = """
        body { font: 1rem/1.5 Verdana, Arial, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 90rem; padding: 1rem; }
        h1, h2, h3 { color: #154273; line-height: 1.2; }
        h2 { margin-top: 2.5rem; border-bottom: 2px solid #154273; padding-bottom: .25rem; }
        a { color: #01689b; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { position: static; }
        header p { max-width: 50rem; }
        nav ul { columns: 12rem; padding-left: 1.2rem; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        caption { text-align: left; font-weight: bold; padding: .5rem 0; }
        th, td { border-bottom: 1px solid #c8cfd6; padding: .4rem .5rem; text-align: left; vertical-align: top; }
        thead th { background: #154273; color: #fff; }
        tbody th { font-weight: normal; }
        tbody th.required { font-weight: bold; }
        @media print { body { max-width: none; font-size: 9pt; } nav, .skip { display: none; } tr { break-inside: avoid; } thead th { background: none; color: #000; } a { color: inherit; text-decoration: none; } }
        """
}
