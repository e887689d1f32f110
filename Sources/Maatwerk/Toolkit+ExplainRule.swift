import Rules
import SocialReturnModel

extension Toolkit {
    /// What a rule looks at, what it needs, who can do something about it, and examples: the practical part of its explanation.
    func practice(of facts: RuleMetadata) -> [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = [(words("Kijkt naar", "Looks at"), words(for: facts.level))]
        if let column = facts.column {
            let needed = facts.needs.compactMap { need in if case .table(let id) = need { id } else { nil } }
            let files = AllTables.facts.filter { table in
                table.index(of: column) != nil && (needed.isEmpty || needed.contains(table.id))
            }
            let place = files.isEmpty ? "" : words(" in ", " in ") + files.map(\.fileName).joined(separator: ", ")
            lines.append((words("Kolom", "Column"), column + place))
        }
        lines.append((words("Wie herstelt", "Who corrects it"), words(for: facts.audience)))
        for need in facts.needs {
            lines.append((words("Nodig", "Needs"), need.supply[language]))
            lines.append((words("Niet getoetst als", "Not tested when"), need.reason[language]))
        }
        lines += examples(of: facts)
        for limit in facts.limits {
            lines.append((words("Instelling", "Setting"), "\(limit.key): \(limit.name[language])"))
        }
        for law in facts.lawDays {
            lines.append((words("Wet vanaf", "Law from"), "\(law.day.formatted(language)): \(law.name[language])"))
        }
        for list in facts.words { lines.append((words("Woordenlijst", "Word list"), list.key)) }
        lines.append(
            (
                words("Geldt", "Holds"),
                words(
                    "versie \(facts.version), sinds regelset \(facts.since.version) (\(facts.since.validFrom.formatted(.dutch)))",
                    "version \(facts.version), since rule set \(facts.since.version) (\(facts.since.validFrom.formatted(.english)))"
                )
                    + (facts.until.map { words(", tot regelset \($0.version)", ", until rule set \($0.version)") } ?? "")
            ))
        return lines
    }

    private func words(for level: Level) -> String {
        switch level {
        case .cell: words("één cel", "one cell")
        case .row: words("één rij", "one row")
        case .table: words("een heel bestand", "a whole file")
        case .acrossTables: words("meer bestanden naast elkaar", "several files side by side")
        case .acrossSubmissions: words("meer inzendingen naast elkaar", "several submissions side by side")
        }
    }

    private func words(for audience: Audience) -> String {
        switch audience {
        case .supplier: words("de leverancier, in de inzending", "the supplier, in the submission")
        case .contractManager:
            words(
                "de contractmanager, in het register of in overleg",
                "the contract manager, in the register or by agreement")
        }
    }

    /// The first example on each side that can be read as text. They run as tests, so they cannot be wrong.
    private func examples(of facts: RuleMetadata) -> [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = []
        for isWrong in [true, false] {
            let label =
                isWrong
                ? words("Voorbeeld dat de regel raakt", "Example that breaks the rule")
                : words("Voorbeeld dat goed is", "Example that is fine")
            let texts = facts.examples.filter { $0.triggers == isWrong }.compactMap { example in
                ExampleText(example, language, hidesNewColumns: isWrong && facts.has(.aboutPrivacy))?.text
            }
            guard let text = texts.first(where: { Self.isPlain($0, isWrong) }) ?? texts.first else { continue }
            lines.append((label, text))
        }
        return lines
    }

    /// Whether an example says enough at a glance. What is masked shows what a privacy rule does, not what is fine.
    private static func isPlain(_ text: String, _ isWrong: Bool) -> Bool {
        let longest = 160
        return text.count <= longest && (isWrong || !text.contains("**"))
    }
}
