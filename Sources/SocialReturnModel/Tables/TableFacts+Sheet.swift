extension TableFacts {
    /// What the table's sheet is called in workbooks, in both languages.
    public var sheetName: String { title.nl }
}

/// Recognises the sheets of a workbook by their names.
public enum SheetNames {
    /// The sheets for people that stand in the project's own workbooks, and hold no table.
    public static let forPeople = ["Lees dit eerst", "Leeswijzer", explanation, "Keuzelijsten", "Eerste levering"]
    /// The template's sheet with the explanation.
    public static let explanation = "Uitleg"

    /// The table whose sheet or file is called `name`, apart from case, accents, blanks, underscores and hyphens; ` (2)` behind it marks a
    /// further part of a long table.
    public static func table(named name: String, among tables: [TableID] = TableID.submission) -> TableID? {
        let folded = FoldedName.fold(base(name))
        return tables.first { id in
            let facts = AllTables.facts(id)
            let file = facts.fileName.hasSuffix(".csv") ? String(facts.fileName.dropLast(4)) : facts.fileName
            return FoldedName.fold(facts.sheetName) == folded || FoldedName.fold(file) == folded
        }
    }

    /// The table whose name stands in `name` as a word of its own, as in `sjabloon - Inzet` and `inzet (1)`; nil when there is none, or more
    /// than one.
    public static func table(within name: String, among tables: [TableID] = TableID.submission) -> TableID? {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }
        guard words.count <= 24 else { return nil }
        var found: Set<TableID> = []
        for start in words.indices {
            // The longest name of a table has two words.
            for end in start..<min(start + 2, words.count) {
                if let table = table(named: words[start...end].joined(), among: tables) { found.insert(table) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether a sheet called `name` is for people.
    public static func isForPeople(_ name: String) -> Bool {
        let folded = FoldedName.fold(base(name))
        return forPeople.contains { FoldedName.fold($0) == folded }
    }

    /// Whether `name` is `sheet`, or a further part of it.
    public static func isPart(_ name: String, of sheet: String) -> Bool {
        FoldedName.fold(base(name)) == FoldedName.fold(sheet)
    }

    /// `name` without ` (2)` behind it.
    private static func base(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
        let number = name[name.index(after: open)...].dropLast()
        guard let part = Int(number), part >= 2 else { return name }
        var base = name[..<open]
        while base.last == " " { base.removeLast() }
        return String(base)
    }
}
