import SocialReturnModel

/// What people put around a new value, or between two of them, when they write a correction.
///
/// Nothing here makes a value of what is none: a form without its words counts only where the column can hold it, and what was written cannot be
/// read as it stands.
enum CorrectionWords {
    private static let arrows = ["->", "=>", "→", "⇒"]
    private static let quotes: Set<Character> = ["\"", "'", "“", "”", "„", "‘", "’", "`"]

    /// The value that `text`, which `column` cannot hold, stands for without what was put around it; nil when there is none.
    ///
    /// - Parameters:
    ///   - old: what stood there, which may be repeated before an arrow.
    ///   - isColumn: whether a text names this column.
    static func value(
        in text: String, of column: ColumnDescriptor, replacing old: String, isColumn: (String) -> Bool
    ) -> String? {
        guard column.kind != .text, column.kind != .identifier, column.codes?.isOpen != true else { return nil }
        let plain = bare(text)
        var forms = [plain, behindArrow(plain, old), behindName(plain, isColumn), behindAnswer(plain)].compactMap(
            \.self)
        if column.kind == .code, let list = column.codes { forms += forms.compactMap { named($0, in: list) } }
        return forms.first {
            !$0.isEmpty && $0 != text && CorrectionReading($0, in: column, replacing: old) == .value
        }
    }

    /// The parts of a list of bare values, without the marks of a list before them: `dienstverband en 30-04-2026`, `1) 24 2) 12345678`, one a line.
    static func parts(of text: String) -> [String] {
        var parts = text.split { $0.isNewline || $0 == ";" || $0 == "|" }.map(String.init)
        for separator in [", ", " / ", " + ", " & ", " en ", " and "] {
            parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
        }
        return parts.map { withoutListMark($0.trimmingBlanks).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// Where the first arrow in `text` begins and ends.
    private static func arrow(in text: String) -> Range<String.Index>? {
        text.indices.lazy.compactMap { arrow(beginning: text[$0...]) }.first
    }

    /// Where the arrow with which `text` begins stands; nil for any other text.
    static func arrow(beginning text: Substring) -> Range<String.Index>? {
        arrows.first { text.hasPrefix($0) }.map { text.startIndex..<text.index(text.startIndex, offsetBy: $0.count) }
    }

    private static func bare(_ text: String) -> String {
        var text = text.trimmingBlanks
        if let range = arrow(beginning: text[...]) {
            text = String(text[range.upperBound...]).trimmingBlanks
        } else if text.first == "=" {
            text = String(text.dropFirst()).trimmingBlanks
        }
        return String(text.trimming { quotes.contains($0) || $0 == "!" || $0.isWhitespace })
    }

    private static func behindArrow(_ text: String, _ old: String) -> String? {
        guard let range = arrow(in: text),
            FoldedName.fold(bare(String(text[..<range.lowerBound]))) == FoldedName.fold(old)
        else { return nil }
        return bare(String(text[range.upperBound...]))
    }

    private static func behindName(_ text: String, _ isColumn: (String) -> Bool) -> String? {
        namesAndValues(in: text).first { isColumn($0.name) }?.value
    }

    /// The first words of `text` as a name with the rest as a value, the longest name first.
    static func namesAndValues(in text: String) -> [(name: String, value: String)] {
        let words = text.words
        guard words.count > 1 else { return [] }
        return (1..<min(words.count, 6)).reversed().compactMap { count in
            let name = String(words[..<count].joined(separator: " ").trimming { ":;,-–=".contains($0) })
            var rest = words[count...]
            if let sign = rest.first, sign.count == 1, "-–:=".contains(sign) { rest.removeFirst() }
            let value = bare(rest.joined(separator: " "))
            return name.isEmpty || value.isEmpty ? nil : (name, value)
        }
    }

    /// `ja, WAJ`: the answer says that something is to be changed, and the rest what.
    private static func behindAnswer(_ text: String) -> String? {
        guard let comma = text.firstIndex(of: ","), AnswerWords.contain(String(text[..<comma])) else { return nil }
        return bare(String(text[text.index(after: comma)...]))
    }

    /// The code of `list` that all parts of `text` stand for, as a message names it: `WAJ (Wajong)`.
    private static func named(_ text: String, in list: CodeListDescription) -> String? {
        let parts = text.split { "()/[]".contains($0) }.map { bare(String($0)) }.filter { !$0.isEmpty }
        let codes = Set(parts.map { list.rawValue(for: $0) })
        guard parts.count > 1, codes.count == 1, codes.first != .some(nil) else { return nil }
        return parts[0]
    }

    private static func withoutListMark(_ text: String) -> String {
        let words = text.words
        guard words.count > 1, let first = words.first else { return text }
        let isMark =
            ["-", "*", "•", "–"].contains(first)
            || first.last == ")" && first.count <= 3 && first.dropLast().allSatisfy(\.isNumber)
        return isMark ? words.dropFirst().joined(separator: " ") : text
    }
}
