import Parameters
import SocialReturnModel

extension Toolkit {
    /// What a valuation table holds, where it comes from and how certain that is.
    func explanation(of table: ValuationTable) -> Explanation {
        let unknown = words("niet bekend", "not known")
        var lines: [(label: String, text: String)] = [
            (words("Betekenis", "Meaning"), table.name),
            (
                words("Waarom", "Why"),
                words(
                    "Zonder tabel heeft inzet geen waarde in euro's. De tabel telt alleen als de verplichting van een contract haar noemt.",
                    "Without a table a placement has no value in euros. The table counts only when the obligation of a contract names it."
                )
            ),
            (
                words("Wat te doen", "What to do"),
                words(
                    "Zet \(table.id) in kolom tabel_id van verplichtingen.csv, als het contract deze tabel noemt.",
                    "Put \(table.id) in column tabel_id of verplichtingen.csv, if the contract names this table.")
            ),
        ]
        if let key = table.sourceKey, let source = SourceRegister.builtIn[key] {
            lines.append(
                (words("Bron", "Source"), [source.title, source.url].compactMap { $0 }.joined(separator: ", ")))
        } else if let url = table.url ?? table.sourceKey {
            lines.append((words("Bron", "Source"), url))
        }
        lines.append((words("Hoe zeker", "How certain"), certainty(of: table)))
        if let former = table.formerID { lines.append((words("Heette eerder", "Was called"), former)) }
        if !table.isBuiltIn {
            lines.append(
                (
                    words("Staat in", "Is in"),
                    words(
                        "\(table.file), een eigen tabel in het register",
                        "\(table.file), a table of the department's own in the register")
                ))
        }
        lines.append((words("Geldig vanaf", "Valid from"), table.validFrom?.formatted(language) ?? unknown))
        if let end = table.validThrough {
            lines.append((words("Geldig tot en met", "Valid until"), end.formatted(language)))
        }
        if let reason = table.incompleteness { lines.append((words("Onvolledig", "Incomplete"), reason)) }
        lines.append(
            (
                words("Voltijd", "Full time"),
                table.fullTimeHours.map { $0.formatted(language) + words(" uur per week", " hours a week") } ?? unknown
            ))
        if !table.remark.isEmpty { lines.append((words("Let op", "Note"), table.remark)) }
        if let hours = table.minimumHours {
            lines.append(
                (
                    words("Telt mee vanaf", "Counts from"),
                    hours.formatted(language) + words(" uur per week", " hours a week")
                ))
        }
        if let months = table.lookBackMonths {
            lines.append((words("Terugkijken", "Look-back"), words("\(months) maanden", "\(months) months")))
        }
        lines += table.blocks.map { ($0.code, words(for: $0)) }
        lines += table.bonuses.map { ("bonus " + $0.code, words(for: $0)) }
        return Explanation(title: table.shownID[language], lines: lines)
    }

    /// The explanation of a table of the department's own that cannot be used: what is wrong with it.
    func explanation(ofRefused id: String) -> Explanation {
        Explanation(
            title: id,
            lines: [
                (
                    words("Betekenis", "Meaning"),
                    words(
                        "een eigen waarderingstabel in het register, met fouten: zij wordt niet gebruikt",
                        "a valuation table of the department's own in the register, with errors: it is not used")
                )
            ] + tables.refusals(of: id).map { (words("Fout", "Error"), $0.text[language]) })
    }

    private func certainty(of table: ValuationTable) -> String {
        switch table.certainty {
        case .atTheSource: words("gelezen bij de bron zelf (A)", "read at the source itself (A)")
        case .secondHand:
            words(
                "uit tweede hand (B): de bron zelf is niet gelezen. De tabel telt alleen als een contract haar bij naam noemt; vraag de regio of zij klopt.",
                "second hand (B): the source itself was not read. The table counts only when a contract names it; ask the region whether it is right."
            )
        case nil: words("niet vermeld", "not stated")
        }
    }
}
