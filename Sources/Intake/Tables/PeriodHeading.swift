/// A heading that names a period: `april`, `apr-26`, `uren mei`, `Q2`, `week 14`. People put months beside each other, of which a table has a row each.
enum PeriodHeading {
    /// Words that stand beside a period without changing that it is one.
    private static let fillers: Set<String> = [
        "uren", "uur", "gewerkte", "gewerkt", "aantal", "bedrag", "omzet", "factuur", "hours", "worked", "amount", "in",
        "over", "van",
    ]
    private static let weeks: Set<String> = ["week", "wk", "w", "weeknr", "weeknummer"]
    /// Longer headings say more than a period.
    private static let longest = 40

    /// Whether `heading` names a period and nothing else.
    static func isOne(_ heading: String) -> Bool {
        guard heading.utf8.count <= longest else { return false }
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber && !"-/.'".contains($0) }
            .filter { !fillers.contains(String($0)) }
        guard !words.isEmpty else { return false }
        let text = words.joined(separator: " ")
        if isWeek(text) { return true }
        // Of a month without a year it does not matter which.
        return isPeriod(text) || isPeriod(text + " 2000")
    }

    private static func isWeek(_ text: String) -> Bool {
        let word = text.prefix { $0.isLetter }
        let number = text.dropFirst(word.count).drop { " -.".contains($0) }
        return weeks.contains(String(word)) && (1...2).contains(number.count) && number.allSatisfy(\.isNumber)
    }

    private static func isPeriod(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 {
            CellReader.period($0).value != nil || CellReader.day($0).problem == nil && CellReader.day($0).value != nil
        }
    }
}
