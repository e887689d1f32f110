import Parameters
import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanations of the codes that `subject` names, in every list: first those of which it is the code itself.
    func explanationsOfCodes(_ subject: String) -> [Explanation] {
        let folded = FoldedName.fold(subject)
        var exact: [Explanation] = []
        var others: [Explanation] = []
        for list in Self.codeLists {
            guard let index = list.rawValue(for: subject) else { continue }
            let entry = list.entries[Int(index)]
            if FoldedName.fold(entry.code) == folded {
                exact.append(explanation(of: entry, in: list))
            } else {
                others.append(explanation(of: entry, in: list))
            }
        }
        return exact + others
    }

    /// Every code list that a column uses, once.
    static var codeLists: [CodeListDescription] { CodeListDescription.lists(of: AllTables.facts) }

    private func explanation(of entry: CodeEntry, in list: CodeListDescription) -> Explanation {
        let places = AllTables.facts.flatMap { table in
            table.columns.filter { $0.codes?.name == list.name }.map { (table: table, column: $0) }
        }
        var lines: [(label: String, text: String)] = [
            (words("Betekenis", "Meaning"), entry.name[language]),
            (words("In het Engels", "In Dutch"), language == .dutch ? entry.name.en : entry.name.nl),
            (words("Lijst", "List"), list.name[language]),
            (
                words("Staat in", "Used in"),
                places.map {
                    words(
                        "kolom \($0.column.name) van \($0.table.fileName)",
                        "column \($0.column.name) of \($0.table.fileName)")
                }
                .joined(separator: ", ")
            ),
            (
                words("Zo schrijft u het", "How to write it"),
                words(
                    "'\(entry.code)' of '\(entry.name.nl)'; hoofdletters, spaties en streepjes maken niet uit",
                    "'\(entry.code)' or '\(entry.name.nl)'; capitals, blanks and hyphens do not matter")
            ),
        ]
        if !entry.aliases.isEmpty {
            lines.append((words("Wij lezen ook", "Also read as"), entry.aliases.joined(separator: ", ")))
        }
        lines.append(
            (
                words("Andere codes", "Other codes"),
                list.entries.map(\.code).filter { $0 != entry.code }.joined(separator: ", ")
                    + (list.isOpen ? ". " + wordsForOpenList : "")
            ))
        let served = tablesServing(entry, list)
        if !served.isEmpty {
            lines.append(
                (
                    words("Heeft een waarde in", "Has a value in"),
                    served.joined(separator: ", ")
                        + words(
                            ". Alleen de tabel die het contract noemt, telt.",
                            ". Only the table that the contract names counts.")
                ))
        }
        var seen: Set<String> = []
        let rules = places.flatMap { rulesAbout($0.column, in: $0.table) }.filter { seen.insert($0.id).inserted }
        lines.append(
            (words("Regels", "Rules"), rules.map { "\($0.id) (\($0.name[language]))" }.joined(separator: ", ")))
        return Explanation(title: entry.code, lines: lines)
    }

    /// The valuation tables with a building block for a target group.
    private func tablesServing(_ entry: CodeEntry, _ list: CodeListDescription) -> [String] {
        guard list.name == TargetGroup.listName,
            let group = TargetGroup.allCases.first(where: { $0.code == entry.code })
        else { return [] }
        return tables.all.filter { $0.blocks.contains { $0.targetGroups.contains(group) } }.map(\.id)
    }
}
