import Rules
import SocialReturnModel

extension Toolkit {
    /// What a rule looks at, what it needs, who can do something about it, and examples: the practical part of its explanation.
    func practice(of facts: RuleFacts) -> [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = [(say("Kijkt naar", "Looks at"), words(for: facts.level))]
        if let column = facts.column {
            let needed = facts.needs.compactMap { need in if case .table(let id) = need { id } else { nil } }
            let files = AllTables.facts.filter { table in
                table.index(of: column) != nil && (needed.isEmpty || needed.contains(table.id))
            }
            let place = files.isEmpty ? "" : say(" in ", " in ") + files.map(\.fileName).joined(separator: ", ")
            lines.append((say("Kolom", "Column"), column + place))
        }
        lines.append((say("Wie herstelt", "Who mends it"), words(for: facts.audience)))
        for need in facts.needs {
            lines.append((say("Nodig", "Needs"), supply(for: need)))
            lines.append((say("Niet getoetst als", "Not tested when"), need.reason[language]))
        }
        lines += examples(of: facts)
        for limit in facts.limits {
            lines.append((say("Instelling", "Setting"), "\(limit.key): \(limit.name[language])"))
        }
        for list in facts.words { lines.append((say("Woordenlijst", "Word list"), list.key)) }
        lines.append(
            (
                say("Geldt", "Holds"),
                say(
                    "versie \(facts.version), sinds regelset \(facts.since.version) (\(facts.since.validFrom.formatted(.dutch)))",
                    "version \(facts.version), since rule set \(facts.since.version) (\(facts.since.validFrom.formatted(.english)))"
                )
                    + (facts.until.map { say(", tot regelset \($0.version)", ", until rule set \($0.version)") } ?? "")
            ))
        return lines
    }

    private func words(for level: Level) -> String {
        switch level {
        case .cell: say("één cel", "one cell")
        case .row: say("één rij", "one row")
        case .table: say("een heel bestand", "a whole file")
        case .acrossTables: say("meer bestanden naast elkaar", "several files side by side")
        case .acrossSubmissions: say("meer inzendingen naast elkaar", "several submissions side by side")
        }
    }

    private func words(for audience: Audience) -> String {
        switch audience {
        case .supplier: say("de leverancier, in de inzending", "the supplier, in the submission")
        case .contractManager:
            say(
                "de contractmanager, in het register of in overleg",
                "the contract manager, in the register or by agreement")
        }
    }

    /// What to give so that a rule with `need` can be tested.
    private func supply(for need: Need) -> String {
        switch need {
        case .register:
            say(
                "het contractregister; geef de map mee met --register",
                "the contract register; give its folder with --register")
        case .previous:
            say(
                "resultaten van eerdere perioden; geef die mappen mee met --previous",
                "results of earlier periods; give those folders with --previous")
        case .otherSuppliers:
            say(
                "resultaten van andere leveranciers; geef die mappen mee met --previous",
                "results of other suppliers; give those folders with --previous")
        case .column(let id, let name):
            say(
                "een kolom '\(name)' in \(AllTables.facts(id).fileName) van het register",
                "a column '\(name)' in \(AllTables.facts(id).fileName) of the register")
        case .cpvList:
            say(
                "de officiële CPV-lijst als cpv.csv in het register", "the official CPV list as cpv.csv in the register"
            )
        case .table(let id):
            say("\(AllTables.facts(id).fileName) in de inzending", "\(AllTables.facts(id).fileName) in the submission")
        case .identifierColumn(let name):
            say(
                "een kolom '\(name)' in de inzending of het register",
                "a column '\(name)' in the submission or the register")
        }
    }

    /// The first example on each side that can be read as text. They run as tests, so they cannot be wrong.
    private func examples(of facts: RuleFacts) -> [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = []
        for isWrong in [true, false] {
            let label =
                isWrong
                ? say("Voorbeeld dat de regel raakt", "Example that breaks the rule")
                : say("Voorbeeld dat goed is", "Example that is fine")
            let texts = facts.examples.filter { $0.triggers == isWrong }.compactMap { example in
                ExampleText(example, language, hidesNewColumns: isWrong && facts.id.hasPrefix("AVG-"))?.text
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
