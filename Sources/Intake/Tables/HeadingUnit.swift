import SocialReturnModel

/// The unit or notation that people write between brackets behind the name of a column: `Uren per week (uur)`, `Aandeel (%)`. One that is not the
/// column's own makes another column of it: read in euros, `Bedrag (in duizenden)` would be a thousand times too small.
enum HeadingUnit {
    /// Which units of columns go with a word; none where numbers are never counted so.
    private static let words: [String: Set<NumberUnit>] = {
        let euros: Set<NumberUnit> = [.euros, .any]
        let hours: Set<NumberUnit> = [.hours, .hoursOfWeek, .hoursOfYear, .counted, .any]
        let percent: Set<NumberUnit> = [.percent, .share, .any]
        let days: Set<NumberUnit> = [.days, .any]
        let groups: [([String], Set<NumberUnit>)] = [
            (["€", "eur", "euro", "euros", "euro's"], euros),
            (["uur", "uren", "u", "h", "hr", "hrs", "hour", "hours"], hours),
            (["%", "procent", "percent", "pct", "percentage"], percent),
            (["dag", "dagen", "day", "days"], days),
            (["fte", "ftes", "fte's"], [.fullTimeEquivalents, .counted, .any]),
            (
                [
                    "minuten", "minutes", "dagdelen", "diensten", "duizend", "duizenden", "duizendtallen", "thousand",
                    "thousands", "k", "k€", "keuro", "keur", "x1000", "miljoen", "miljoenen", "mln", "mio", "million",
                    "millions", "m€", "meuro", "usd", "us$", "$", "dollar", "dollars", "gbp", "£", "pond", "chf",
                    "cent",
                    "centen", "cents", "eurocent", "eurocenten", "fractie", "fraction", "decimaal", "promille", "‰",
                ], []
            ),
        ]
        return Dictionary(uniqueKeysWithValues: groups.flatMap { names, units in names.map { ($0, units) } })
    }()

    /// Words between which a unit may stand.
    private static let connectors: Set<String> = [
        "in", "x", "per", "aantal", "als", "op", "hele", "bedragen", "bedrag", "waarden", "afgerond", "amounts",
        "number", "of",
        "as",
    ]

    /// Whether `remark`, the text between brackets of a heading, can stand behind the name of `column`.
    static func fits(_ remark: String, _ column: ColumnDescriptor) -> Bool {
        switch column.kind {
        case .day: return !isMonthFirst(remark)
        case .number, .money: break
        case .text, .identifier, .kvk, .period, .code, .codes: return true
        }
        let words = remark.lowercased().split { $0.isWhitespace || ",;:/()[]".contains($0) }
        let unit = column.bounds?.kind ?? .any
        var fits = true
        for word in words {
            let name = word.last == "." ? String(word.dropLast()) : String(word)
            guard !Self.connectors.contains(name) else { continue }
            // What has other words in it explains: `(wat u betaalde)`, `(binnen 30 dagen)`.
            guard let units = Self.words[name] else { return true }
            fits = fits && units.contains(unit)
        }
        return fits
    }

    /// `heading` with a unit or notation that stands beside the name in brackets: `Bedrag excl. btw in €`, `% aandeel`, `Begindatum in dd-mm-jjjj`.
    static func bracketed(_ heading: String) -> String {
        let words = heading.words
        guard words.count > 1, let first = words.first, let last = words.last else { return heading }
        if first == "%" { return words.dropFirst().joined(separator: " ") + " (%)" }
        guard words.count > 2, words[words.count - 2].lowercased() == "in" else {
            return last == "%" ? words.dropLast().joined(separator: " ") + " (%)" : heading
        }
        let unit = last.lowercased().map { "’‘´`".contains($0) ? "'" : $0 }
        guard Self.words[String(unit)] != nil || isNotationOfDays(String(unit)) else { return heading }
        return words.dropLast(2).joined(separator: " ") + " (\(String(unit)))"
    }

    /// `dd-mm-jjjj`, `mm/dd/yyyy`.
    private static func isNotationOfDays(_ word: String) -> Bool {
        let parts = word.split { "-/.".contains($0) }
        return parts.count == 3 && parts.allSatisfy { Set($0).count == 1 && "dmjy".contains($0.first ?? " ") }
    }

    /// Whether `title`, a text above the headings, says that amounts are counted in thousands or millions: `bedragen x € 1.000`, `in duizenden
    /// euro's`. One that only holds such a word, `contract van 2 miljoen`, does not.
    static func scalesAmounts(_ title: String) -> Bool {
        let bare = title.lowercased().filter { !$0.isWhitespace && !"€.,()*".contains($0) }
        if ["x1000", "×1000", "x1mln", "x1miljoen"].contains(where: bare.contains) { return true }
        let words = title.lowercased().split { !$0.isLetter && !"€$".contains($0) }.map(String.init)
        guard words.contains(where: ["in", "bedrag", "bedragen", "amount", "amounts"].contains) else { return false }
        return words.contains(where: scales.contains)
    }

    private static let scales: Set<String> = [
        "duizend", "duizenden", "duizendtallen", "thousand", "thousands", "k€", "keuro", "keur", "miljoen", "miljoenen",
        "mln", "mio", "million", "millions", "m€", "meuro",
    ]

    /// `mm/dd/yyyy`: whoever writes that has the month first.
    private static func isMonthFirst(_ remark: String) -> Bool {
        let letters = remark.lowercased().filter(\.isLetter)
        return letters.hasPrefix("mmdd") || ["mdy", "mdyy", "mdyyyy", "mdj", "mdjj", "mdjjjj"].contains(letters)
    }
}
