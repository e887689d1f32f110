import Plumbing
import Intake
import Rules
import SocialReturnModel

/// A tested example of a rule as people read it: `inzet.csv: begindatum 01-06-2026, einddatum 31-05-2026`.
///
/// The short notation of ``Example`` is meant for whoever writes a rule. What cannot be said in a line, such as a file with lines of
/// its own, is left out, and so is what a privacy rule would mask.
struct ExampleText {
    /// The example in words.
    let text: String

    /// The words for `example`; nil where they cannot be read as one line. `hidesNewColumns` leaves out the values of columns that
    /// do not belong to the table.
    init?(_ example: Example, _ language: Language, hidesNewColumns: Bool) {
        guard !example.lines.isEmpty || !example.previous.isEmpty else { return nil }
        var parts: [String] = []
        for line in example.lines {
            guard let part = Self.part(line, language, hidesNewColumns: hidesNewColumns) else { return nil }
            parts.append(part)
        }
        if parts.isEmpty { parts.append(Text(nl: "een inzending", en: "a submission")[language]) }
        for lines in example.previous {
            var earlier: [String] = []
            for line in lines {
                guard let part = Self.part(line, language, hidesNewColumns: hidesNewColumns) else { return nil }
                earlier.append(part)
            }
            let same = Text(nl: "dezelfde gegevens", en: "the same data")[language]
            parts.append(
                Text(nl: "eerder ontvangen: ", en: "received before: ")[language]
                    + (earlier.isEmpty ? same : earlier.joined(separator: "; ")))
        }
        if !example.withRegister { parts.append(Text(nl: "zonder register", en: "without a register")[language]) }
        text = parts.joined(separator: "; ")
    }

    private static func part(_ line: String, _ language: Language, hidesNewColumns: Bool) -> String? {
        let say = language.words
        guard !line.hasPrefix("bestand "), line.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else { return nil }
        let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let words = sides[0].split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        if first.hasPrefix("-") { return say("geen ", "no ") + first.dropFirst() + ".csv" }
        guard let table = AllTables.facts.first(where: { $0.fileName == first + ".csv" }) else { return nil }
        var details: [String] = []
        for word in words.dropFirst() {
            let name = word.dropFirst()
            details.append(
                word.hasPrefix("-")
                    ? say("zonder kolom ", "without column ") + name : say("met kolom ", "with column ") + name)
        }
        let cells = sides.count > 1 ? sides[1].split(separator: ";") : []
        for cell in cells {
            let pair = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let column = String(pair[0].trimming { $0 == " " })
            let facts = table.index(of: column).map { table.columns[$0] }
            if facts == nil, hidesNewColumns { continue }
            let value = shown(
                String(pair[1].trimming { $0 == " " }), in: facts?.privacy ?? .freeText, masksDigits: hidesNewColumns)
            details.append(column + " " + (value.isEmpty ? say("(leeg)", "(empty)") : value))
        }
        if details.isEmpty, sides.count == 1 { details.append(say("zonder rijen", "without rows")) }
        return "\(table.fileName): " + details.joined(separator: ", ")
    }

    /// A value without what may not be shown. `masksDigits` is for the example of a privacy rule, where any long number or date stands
    /// for one of a person.
    private static func shown(_ value: String, in column: PrivacyClass, masksDigits: Bool) -> String {
        let hits = PrivacyScanner(searchesContacts: true).hits(in: value, column: column)
        let masked = Masking.masked(value, hits, in: column)
        let fewestDigits = 4
        guard masksDigits, masked.count(where: \.isNumber) >= fewestDigits else { return masked }
        return String(masked.map { $0.isNumber ? "*" : $0 })
    }
}
