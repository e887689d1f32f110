import Parameters
import SocialReturnModel

extension Toolkit {
    /// What a valuation table holds, where it comes from and how certain that is.
    func explanation(of table: ValuationTable) -> Explanation {
        func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }
        let unknown = say("niet bekend", "not known")
        var lines: [(label: String, text: String)] = [("", table.name)]
        if let key = table.sourceKey, let source = SourceRegister.builtIn[key] {
            lines.append((say("Bron", "Source"), [source.title, source.url].compactMap { $0 }.joined(separator: ", ")))
        } else if let url = table.url {
            lines.append((say("Bron", "Source"), url))
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
        for block in table.blocks {
            let value = block.value.map { $0.formatted(language) } ?? say("het factuurbedrag", "the invoice amount")
            lines.append((block.code, "\(block.description): \(value)"))
        }
        for bonus in table.bonuses {
            lines.append(
                (
                    say("bonus ", "bonus ") + bonus.code,
                    "\(bonus.description): \(bonus.value?.formatted(language) ?? unknown)"
                ))
        }
        lines.append(
            (
                "",
                say(
                    "Deze tabel telt alleen als de verplichting van een contract haar noemt.",
                    "This table counts only when the obligation of a contract names it.")
            ))
        return Explanation(title: table.id, lines: lines)
    }
}
