import Parameters
import Rules
import SocialReturnModel
import Valuations

/// What `maatwerk explain` says of one thing: what it is, why, where it comes from, what to do.
public struct Explanation: Sendable {
    /// What is explained.
    public let title: String
    /// The lines, each with a label; an empty label for a plain sentence.
    public let lines: [(label: String, text: String)]
}

extension Toolkit {
    /// The explanations of what is called `subject`: a rule, columns of that name, codes, or a valuation table. Empty when nothing
    /// is called so.
    public func explain(_ subject: String) -> [Explanation] {
        var found: [Explanation] = []
        if let entry = Catalogue.entry(subject) { found.append(explanation(of: entry.facts)) }
        let folded = FoldedName.fold(subject)
        for table in AllTables.facts {
            for column in table.columns where FoldedName.fold(column.name) == folded {
                found.append(explanation(of: column, in: table))
            }
        }
        var lists: Set<String> = []
        for column in AllTables.facts.flatMap(\.columns) {
            guard let list = column.codes, lists.insert(list.name.nl).inserted, let index = list.rawValue(for: subject)
            else {
                continue
            }
            found.append(explanation(of: list.entries[Int(index)], in: list, column: column.name))
        }
        if let table = tables[subject.uppercased()] ?? tables[subject] { found.append(explanation(of: table)) }
        return found
    }

    /// Names that differ little from `subject`, for 'do you mean'.
    public func namesNear(_ subject: String) -> [String] {
        let folded = FoldedName.fold(subject)
        let names =
            Catalogue.all.map(\.facts.id) + Set(AllTables.facts.flatMap(\.columns).map(\.name)).sorted()
            + tables.all.map(\.id)
        return Array(
            names.map { ($0, EditDistance.between(FoldedName.fold($0), folded)) }
                .filter { $0.1 <= max(1, folded.count / 3) }.sorted { $0.1 < $1.1 }.map(\.0).prefix(3))
    }

    private func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    /// The message of a rule in general: what differs from finding to finding is left open.
    private func withoutPlaceholders(_ message: String) -> String {
        message.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: "}") else { return String(part) }
            return "…" + part[part.index(after: end)...]
        }.joined()
    }

    private func explanation(of facts: RuleFacts) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (say("Wat wij zien", "What we see"), withoutPlaceholders(facts.message[language])),
            (say("Waarom", "Why"), facts.why[language]),
            (say("Wat te doen", "What to do"), withoutPlaceholders(facts.remedy[language])),
            (say("Ernst", "Severity"), facts.severity.name[language]),
            (say("Grond", "Ground"), facts.basis.name[language]),
        ]
        for key in facts.sources {
            guard let source = SourceRegister.builtIn[key] else { continue }
            lines.append((say("Bron", "Source"), [source.title, source.url].compactMap { $0 }.joined(separator: ", ")))
        }
        for need in facts.needs { lines.append((say("Niet getoetst als", "Not tested when"), need.reason[language])) }
        if let example = facts.examples.first(where: { $0.triggers && !$0.lines.isEmpty }) {
            lines.append(
                (
                    say("Voorbeeld dat de regel raakt", "Example that breaks the rule"),
                    example.lines.joined(separator: " / ")
                ))
        }
        if let example = facts.examples.first(where: { !$0.triggers && !$0.lines.isEmpty }) {
            lines.append((say("Voorbeeld dat goed is", "Example that is fine"), example.lines.joined(separator: " / ")))
        }
        return Explanation(title: "\(facts.id)  \(facts.name[language])", lines: lines)
    }

    private func explanation(of column: ColumnFacts, in table: TableFacts) -> Explanation {
        var lines: [(label: String, text: String)] = [
            ("", column.meaning[language]),
            (say("Verplicht", "Required"), column.isRequired ? say("ja", "yes") : say("nee", "no")),
            (say("Voorbeeld", "Example"), column.example.isEmpty ? "-" : column.example),
        ]
        if !column.aliases.isEmpty {
            lines.append((say("Wij lezen ook", "Also read as"), column.aliases.joined(separator: ", ")))
        }
        if let list = column.codes {
            let codes = list.entries.map { "\($0.code) (\($0.name[language]))" }.joined(separator: ", ")
            lines.append((say("Codes", "Codes"), codes))
        }
        let rules = Catalogue.all.map(\.facts).filter { $0.column == column.name }.map(\.id)
        if !rules.isEmpty { lines.append((say("Regels", "Rules"), rules.joined(separator: ", "))) }
        return Explanation(title: "\(column.name)  (\(table.fileName))", lines: lines)
    }

    private func explanation(of entry: CodeEntry, in list: CodeListDescription, column: String) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (
                "",
                "\(entry.name[language]). "
                    + say(
                        "Een van de \(list.name.nl), in kolom \(column).",
                        "One of the \(list.name.en), in column \(column).")
            )
        ]
        if !entry.aliases.isEmpty {
            lines.append((say("Wij lezen ook", "Also read as"), entry.aliases.joined(separator: ", ")))
        }
        return Explanation(title: entry.code, lines: lines)
    }
}
