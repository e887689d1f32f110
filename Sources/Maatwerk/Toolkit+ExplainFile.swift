import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanation of the file or table called so: `inzet.csv` or `inzet`.
    func explanationsOfFiles(_ folded: String) -> [Explanation] {
        AllTables.facts
            .filter { FoldedName.fold($0.fileName) == folded || FoldedName.fold($0.stem) == folded }
            .map { explanation(of: $0) }
    }

    private func explanation(of table: TableFacts) -> Explanation {
        let required = table.columns.filter(\.isRequired)
        let optional = table.columns.filter { !$0.isRequired }
        var lines: [(label: String, text: String)] = [
            (words("Betekenis", "Meaning"), table.meaning[language]),
            (words("Hoort bij", "Belongs to"), place(of: table)),
        ]
        if !required.isEmpty {
            lines.append(
                (words("Verplichte kolommen", "Required columns"), required.map(\.name).joined(separator: ", ")))
        }
        if !optional.isEmpty {
            lines.append((words("Andere kolommen", "Other columns"), optional.map(\.name).joined(separator: ", ")))
        }
        lines += [
            (words("Voorbeeld, kopregel", "Example, headings"), required.map(\.name).joined(separator: ";")),
            (words("Voorbeeld, rij", "Example, row"), required.map(\.example).joined(separator: ";")),
            (
                words("Wat te doen", "What to do"),
                words(
                    "Bewaar het blad als CSV (UTF-8). Een kolom uitgelegd: maatwerk explain \(table.columns[0].name)",
                    "Save the sheet as CSV (UTF-8). A column explained: maatwerk explain \(table.columns[0].name)")
            ),
        ]
        let rules = currentRules.filter { $0.needs.contains(.table(table.id)) }
        if !rules.isEmpty {
            lines.append(
                (words("Regels die het nodig hebben", "Rules that need it"), rules.map(\.id).joined(separator: ", ")))
        }
        return Explanation(title: "\(table.fileName)  (\(table.title[language]))", lines: lines)
    }

    private func place(of table: TableFacts) -> String {
        if table.id.isSubmission {
            return words("de inzending van de leverancier", "the submission of the supplier")
        }
        if TableID.register.contains(table.id) {
            return words("het contractregister (--register)", "the contract register (--register)")
        }
        return words(
            "het contractregister, één bestand per tabel in de map waarderingstabellen",
            "the contract register, a file a table in the folder waarderingstabellen")
    }
}
