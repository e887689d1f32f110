import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanations of the columns called so, whatever the table, by their own name or another heading that is read as theirs.
    func explanationsOfColumns(_ folded: String) -> [Explanation] {
        func columns(_ isWanted: (ColumnFacts) -> Bool) -> [(ColumnFacts, TableFacts)] {
            AllTables.facts.flatMap { table in table.columns.filter(isWanted).map { ($0, table) } }
        }
        let named = columns { FoldedName.fold($0.name) == folded }
        let found =
            named.isEmpty ? columns { $0.aliases.contains { FoldedName.fold($0) == folded } } : named
        return found.map { explanation(of: $0.0, in: $0.1) }
    }

    private func explanation(of column: ColumnFacts, in table: TableFacts) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (say("Betekenis", "Meaning"), column.meaning[language]),
            (
                say("Verplicht", "Required"),
                column.isRequired
                    ? say("ja, in elke rij", "yes, in every row") : say("nee, leeg mag", "no, may be empty")
            ),
            (say("Zo schrijft u het", "How to write it"), column.form[language]),
            (say("Voorbeeld", "Example"), column.example.isEmpty ? "-" : column.example),
        ]
        if !column.aliases.isEmpty {
            lines.append((say("Wij lezen ook", "Also read as"), column.aliases.joined(separator: ", ")))
        }
        if let list = column.codes {
            let codes = list.entries.map { "\($0.code) (\($0.name[language]))" }.joined(separator: ", ")
            lines.append((say("Codes", "Codes"), codes + (list.isOpen ? ". " + wordsForOpenList : "")))
        }
        lines.append((say("Privacy", "Privacy"), column.privacy.words[language]))
        let rules = rulesAbout(column, in: table).map { "\($0.id) (\($0.name[language]))" }
        lines.append((say("Regels", "Rules"), rules.joined(separator: ", ")))
        return Explanation(title: "\(column.name)  (\(table.fileName))", lines: lines)
    }

    /// What a word outside an open list does.
    var wordsForOpenList: String { CodeListDescription.openListWords[language] }

    /// The rules about this column: those of its kind of value, those that point at it, and those whose examples are about it.
    func rulesAbout(_ column: ColumnFacts, in table: TableFacts) -> [RuleFacts] {
        let general = Self.generalRules(for: column)
        return Catalogue.current.map(\.facts).filter { facts in
            if general.contains(facts.id) { return true }
            let tables = facts.needs.compactMap { need in if case .table(let id) = need { id } else { nil } }
            if facts.column == column.name, tables.isEmpty || tables.contains(table.id) { return true }
            return column.kind != .identifier && Self.isVaried(column, of: table, in: facts)
        }
    }

    /// Whether the first example that breaks the rule is about this column.
    private static func isVaried(_ column: ColumnFacts, of table: TableFacts, in facts: RuleFacts) -> Bool {
        guard let example = facts.examples.first(where: { $0.triggers && !$0.lines.isEmpty }),
            let line = example.lines.first(where: { $0.hasPrefix(table.stem + ":") })
        else { return false }
        return line.dropFirst(table.stem.count + 1).split(separator: ";").contains { cell in
            cell.split(separator: "=").first?.split(separator: " ").joined() == column.name
        }
    }

    /// The rules about reading that concern every column of a kind.
    static func generalRules(for column: ColumnFacts) -> Set<String> {
        var rules: Set<String> = column.isRequired ? ["BST-03", "BST-15"] : []
        switch column.kind {
        case .text: rules.formUnion(["BST-07", "AVG-01"])
        case .identifier: rules.insert("BST-09")
        case .kvk: rules.formUnion(["IDN-01", "BST-09"])
        case .day: rules.insert("BST-11")
        case .money, .number: rules.formUnion(["BST-10", "BST-16"])
        case .period: rules.insert("RAP-01")
        case .code, .codes: rules.insert(column.name == "doelgroep" ? "INZ-01" : "BST-17")
        }
        if column.privacy == .freeText { rules.formUnion(["AVG-06", "AVG-07"]) }
        return rules
    }
}

extension TableFacts {
    /// The file's name without its ending: `inzet`.
    var stem: String { fileName.hasSuffix(".csv") ? String(fileName.dropLast(4)) : fileName }
}
