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
            (say("Zo schrijft u het", "How to write it"), form(of: column)),
            (say("Voorbeeld", "Example"), column.example.isEmpty ? "-" : column.example),
        ]
        if !column.aliases.isEmpty {
            lines.append((say("Wij lezen ook", "Also read as"), column.aliases.joined(separator: ", ")))
        }
        if let list = column.codes {
            let codes = list.entries.map { "\($0.code) (\($0.name[language]))" }.joined(separator: ", ")
            lines.append((say("Codes", "Codes"), codes + (list.isOpen ? ". " + wordsForOpenList : "")))
        }
        lines.append((say("Privacy", "Privacy"), words(for: column.privacy)))
        let rules = rulesAbout(column, in: table).map { "\($0.id) (\($0.name[language]))" }
        lines.append((say("Regels", "Rules"), rules.joined(separator: ", ")))
        return Explanation(title: "\(column.name)  (\(table.fileName))", lines: lines)
    }

    /// What a word outside an open list does.
    var wordsForOpenList: String {
        say("Een ander woord mag; u krijgt dan een waarschuwing.", "Another word may stand; it gives a warning.")
    }

    private func form(of column: ColumnFacts) -> String {
        switch column.kind {
        case .text: say("in uw eigen woorden", "in your own words")
        case .identifier:
            say(
                "een kenmerk van letters, cijfers en tekens, overal op dezelfde manier geschreven",
                "a reference of letters, digits and signs, written the same way everywhere")
        case .kvk: say("acht cijfers, ook de nullen vooraan", "eight digits, leading zeros included")
        case .day: say("een datum als 30-06-2026 of 2026-06-30", "a date as 30-06-2026 or 2026-06-30")
        case .money:
            say("een bedrag in euro's zonder btw, als 1234,50", "an amount in euros without VAT, as 1234,50")
        case .number:
            say(
                "een getal met een komma en ten hoogste vier decimalen, als 24,5",
                "a number with a comma and at most four decimals, as 24,5")
        case .period:
            say(
                "een jaar (2026), halfjaar (2026-H1), kwartaal (2026-Q2) of maand (2026-06)",
                "a year (2026), half-year (2026-H1), quarter (2026-Q2) or month (2026-06)")
        case .code:
            say(
                "één code uit de lijst, of de naam ervan; hoofdletters maken niet uit",
                "one code of the list, or its name; capitals do not matter")
        case .codes:
            say(
                "een of meer codes uit de lijst, met een komma, plusteken of schuine streep ertussen",
                "one or more codes of the list, with a comma, plus sign or slash between them")
        }
    }

    private func words(for privacy: PrivacyClass) -> String {
        switch privacy {
        case .freeText:
            say(
                "noem geen naam, BSN, adres of gezondheid; een nummer dat een BSN kan zijn, wordt onleesbaar gemaakt",
                "name no person, citizen service number, address or health; a number that can be one is made unreadable"
            )
        case .reference:
            say(
                "een kenmerk van een stuk of contract, nooit van een persoon",
                "a reference of a document or contract, never of a person")
        case .pseudonym:
            say(
                "een code zonder betekenis; alleen u weet wie erbij hoort",
                "a code without meaning; only you know who it stands for")
        case .organisation: say("een nummer van een organisatie", "a number of an organisation")
        case .plain: say("geen gegevens waaraan een persoon te herkennen is", "nothing by which a person can be known")
        }
    }

    /// The rules about this column: those of its kind of value, those that point at it, and those whose examples are about it.
    func rulesAbout(_ column: ColumnFacts, in table: TableFacts) -> [RuleFacts] {
        let general = Self.generalRules(for: column)
        return Catalogue.all.map(\.facts).filter { facts in
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
