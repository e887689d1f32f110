import Parameters
import SocialReturnModel

extension Toolkit {
    /// What a valuation table holds, where it comes from and how certain that is.
    func explanation(of table: ValuationTable) -> Explanation {
        let unknown = say("niet bekend", "not known")
        var lines: [(label: String, text: String)] = [
            (say("Betekenis", "Meaning"), table.name),
            (
                say("Waarom", "Why"),
                say(
                    "Zonder tabel heeft inzet geen waarde in euro's. De tabel telt alleen als de verplichting van een contract haar noemt.",
                    "Without a table a placement has no value in euros. The table counts only when the obligation of a contract names it."
                )
            ),
            (
                say("Wat te doen", "What to do"),
                say(
                    "Zet \(table.id) in kolom tabel_id van verplichtingen.csv, als het contract deze tabel noemt.",
                    "Put \(table.id) in column tabel_id of verplichtingen.csv, if the contract names this table.")
            ),
        ]
        if let key = table.sourceKey, let source = SourceRegister.builtIn[key] {
            lines.append((say("Bron", "Source"), [source.title, source.url].compactMap { $0 }.joined(separator: ", ")))
        } else if let url = table.url ?? table.sourceKey {
            lines.append((say("Bron", "Source"), url))
        }
        lines.append((say("Hoe zeker", "How certain"), certainty(of: table)))
        if let former = table.formerID { lines.append((say("Heette eerder", "Was called"), former)) }
        if !table.isBuiltIn {
            lines.append(
                (
                    say("Staat in", "Is in"),
                    say(
                        "\(table.file), een eigen tabel in het register",
                        "\(table.file), a table of the department's own in the register")
                ))
        }
        lines.append((say("Geldig vanaf", "Valid from"), table.validFrom?.formatted(language) ?? unknown))
        if let end = table.validThrough {
            lines.append((say("Geldig tot en met", "Valid until"), end.formatted(language)))
        }
        if let reason = table.incompleteness { lines.append((say("Onvolledig", "Incomplete"), reason)) }
        lines.append(
            (
                say("Voltijd", "Full time"),
                table.fullTimeHours.map { $0.formatted(language) + say(" uur per week", " hours a week") } ?? unknown
            ))
        if !table.remark.isEmpty { lines.append((say("Let op", "Note"), table.remark)) }
        if let hours = table.minimumHours {
            lines.append(
                (
                    say("Telt mee vanaf", "Counts from"),
                    hours.formatted(language) + say(" uur per week", " hours a week")
                ))
        }
        if let months = table.lookBackMonths {
            lines.append((say("Terugkijken", "Look-back"), say("\(months) maanden", "\(months) months")))
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
                    say("Betekenis", "Meaning"),
                    say(
                        "een eigen waarderingstabel in het register, met fouten: zij wordt niet gebruikt",
                        "a valuation table of the department's own in the register, with errors: it is not used")
                )
            ] + tables.refusals(of: id).map { (say("Fout", "Error"), $0.text[language]) })
    }

    private func certainty(of table: ValuationTable) -> String {
        switch table.certainty {
        case .atTheSource: say("gelezen bij de bron zelf (A)", "read at the source itself (A)")
        case .secondHand:
            say(
                "uit tweede hand (B): de bron zelf is niet gelezen. De tabel telt alleen als een contract haar bij naam noemt; vraag de regio of zij klopt.",
                "second hand (B): the source itself was not read. The table counts only when a contract names it; ask the region whether it is right."
            )
        case nil: say("niet vermeld", "not stated")
        }
    }
}
