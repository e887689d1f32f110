import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanations of the columns called so, whatever the table, by their own name or another heading that is read as theirs.
    func explanationsOfColumns(_ folded: String) -> [Explanation] {
        func columns(_ isWanted: (ColumnDescriptor) -> Bool) -> [(ColumnDescriptor, TableFacts)] {
            AllTables.facts.flatMap { table in table.columns.filter(isWanted).map { ($0, table) } }
        }
        let named = columns { FoldedName.fold($0.name) == folded }
        let found =
            named.isEmpty ? columns { $0.aliases.contains { FoldedName.fold($0) == folded } } : named
        return found.map { explanation(of: $0.0, in: $0.1) }
    }

    private func explanation(of column: ColumnDescriptor, in table: TableFacts) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (words("Betekenis", "Meaning"), column.meaning[language]),
            (
                words("Verplicht", "Required"),
                column.isRequired
                    ? words("ja, in elke rij", "yes, in every row") : words("nee, leeg mag", "no, may be empty")
            ),
            (words("Zo schrijft u het", "How to write it"), column.form[language]),
            (words("Voorbeeld", "Example"), column.example.isEmpty ? "-" : column.example),
        ]
        if !column.aliases.isEmpty {
            lines.append((words("Wij lezen ook", "Also read as"), column.aliases.joined(separator: ", ")))
        }
        if let list = column.codes {
            let codes = list.entries.map { "\($0.code) (\($0.name[language]))" }.joined(separator: ", ")
            lines.append((words("Codes", "Codes"), codes + (list.isOpen ? ". " + wordsForOpenList : "")))
        }
        lines.append((words("Privacy", "Privacy"), column.privacy.words[language]))
        let rules = rulesAbout(column, in: table).map { "\($0.id) (\($0.name[language]))" }
        lines.append((words("Regels", "Rules"), rules.joined(separator: ", ")))
        return Explanation(title: "\(column.name)  (\(table.fileName))", lines: lines)
    }

    /// What a word outside an open list does.
    var wordsForOpenList: String { CodeListDescription.openListWords[language] }

    /// The rules about this column: those of its kind of value, those that point at it, and those whose examples are about it.
    func rulesAbout(_ column: ColumnDescriptor, in table: TableFacts) -> [RuleMetadata] {
        let groups = Self.groups(of: column)
        return currentRules.filter { facts in
            if groups.contains(where: { facts.has(.ofEveryColumn($0)) }) { return true }
            let tables = facts.needs.compactMap { need in if case .table(let id) = need { id } else { nil } }
            if facts.column == column.name, tables.isEmpty || tables.contains(table.id) { return true }
            return column.kind != .identifier && Self.isVaried(column, of: table, in: facts)
        }
    }

    /// Whether the first example that breaks the rule is about this column.
    private static func isVaried(_ column: ColumnDescriptor, of table: TableFacts, in facts: RuleMetadata) -> Bool {
        guard let example = facts.examples.first(where: { $0.triggers && !$0.lines.isEmpty }),
            let line = example.lines.first(where: { $0.hasPrefix(table.stem + ":") })
        else { return false }
        return line.dropFirst(table.stem.count + 1).split(separator: ";").contains { cell in
            cell.split(separator: "=").first?.split(separator: " ").joined() == column.name
        }
    }

    /// The groups of columns that the column is one of, for rules about reading.
    static func groups(of column: ColumnDescriptor) -> [ColumnGroup] {
        var groups: [ColumnGroup] = column.isRequired ? [.required] : []
        switch column.kind {
        case .text: groups.append(.text)
        case .identifier: groups.append(.identifier)
        case .kvk: groups.append(.kvk)
        case .day: groups.append(.day)
        case .money, .number: groups.append(.figure)
        case .period: groups.append(.period)
        case .code, .codes: groups.append(column.name == Placement.table.name(of: \.targetGroup) ? .targetGroup : .code)
        }
        if column.privacy == .freeText { groups.append(.freeText) }
        return groups
    }
}

extension TableFacts {
    /// The file's name without its ending: `inzet`.
    var stem: String { fileName.hasSuffix(".csv") ? String(fileName.dropLast(4)) : fileName }
}
