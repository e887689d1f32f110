import SocialReturnModel

/// What a supplier wrote in the column *Correctie* of a row.
enum CorrectionText: Equatable {
    /// The row is to be taken out.
    case remove
    /// A new value for the one cell that was marked.
    case value(String)
    /// New values by the name of their column, as written. What stands before them for no column has an empty name.
    case assignments([Assignment])

    /// A new value for a column.
    struct Assignment: Equatable {
        let column: String
        var value: String
    }

    private static let removing: Set<String> = ["verwijderen", "verwijder", "rijverwijderen", "delete", "remove"]
    private static let emptying: Set<String> = ["leeg", "leegmaken", "empty"]

    /// Reads `text`, in which columns for which `isColumn` holds can be named: `kolom: waarde`, one a line or with semicolons between. A comma and the
    /// like come before a name too, but for a column for which `isText` holds: there they are of its text.
    init(_ text: String, isColumn: (String) -> Bool, isText: (String) -> Bool = { _ in false }) {
        let text = text.trimmingBlanks
        if Self.removing.contains(FoldedName.fold(text)) {
            self = .remove
            return
        }
        var found: [Assignment] = []
        var before: [String] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0.isNewline })
        for part in lines.flatMap({ Self.pieces(of: $0, isColumn, isText) }) {
            if let assignment = Self.assignment(String(part), isColumn) {
                found.append(assignment)
            } else if found.isEmpty {
                before.append(String(part).trimmingBlanks)
            } else if !String(part).trimmingBlanks.isEmpty {
                // A semicolon can belong to the value, as between the codes of a list.
                found[found.count - 1].value += ";" + String(part).trimmingBlanks
            }
        }
        if found.isEmpty {
            self = .value(Self.value(text))
        } else {
            let remark = before.filter { !$0.isEmpty }.joined(separator: "\n")
            self = .assignments(remark.isEmpty ? found : [Assignment(column: "", value: remark)] + found)
        }
    }

    /// `line` in pieces that each name a column, as far as it is such a list: `soort_inzet: stage, begindatum: 01-04-2026`.
    ///
    /// One pass: a name stands between a separator and its sign, and of the separators before a sign only the last few are tried.
    private static func pieces(
        of line: Substring, _ isColumn: (String) -> Bool, _ isText: (String) -> Bool
    ) -> [Substring] {
        guard let first = assignment(String(line), isColumn), !isText(first.column) else { return [line] }
        var pieces: [Substring] = []
        var rest = line
        // Where a piece may end and the next name begin, since the last sign; the first name begins the line.
        var beginnings: [(end: Substring.Index, name: Substring.Index)] = []
        var isBehindName = false
        for index in line.indices {
            if sign(beginning: line[index...]) != nil {
                defer { isBehindName = true }
                guard isBehindName else {
                    beginnings.removeAll()
                    continue
                }
                let name = { String(line[$0..<index]).trimmingBlanks }
                if let cut = beginnings.first(where: { $0.name < index && isColumn(name($0.name)) }) {
                    pieces.append(rest[..<cut.end])
                    rest = line[cut.name...]
                    if isText(name(cut.name)) { break }
                }
                beginnings.removeAll(keepingCapacity: true)
            } else if let name = nameBegins(behind: index, in: line) {
                if beginnings.count == mostBeginnings { beginnings.removeFirst() }
                beginnings.append((index, name))
            }
        }
        return pieces + [rest]
    }

    /// How many separators can stand in the name of a column.
    private static let mostBeginnings = 6
    private static let separators: Set<Character> = [",", "|", "/", "&", "+", "."]

    /// Where a name would begin behind the separator at `index`; nil where none stands.
    private static func nameBegins(behind index: Substring.Index, in line: Substring) -> Substring.Index? {
        let next = line[line.index(after: index)...]
        if separators.contains(line[index]) { return next.startIndex }
        guard line[index] == " " else { return nil }
        return ["en ", "and "].first { next.hasPrefix($0) }.map { next.index(next.startIndex, offsetBy: $0.count) }
    }

    /// What stands between the name of a column and its value, where `text` begins with it; nil for any other text.
    private static func sign(beginning text: Substring) -> Range<Substring.Index>? {
        if let arrow = CorrectionWords.arrow(beginning: text) { return arrow }
        return text.first == ":" || text.first == "=" ? text.startIndex..<text.index(after: text.startIndex) : nil
    }

    private static func assignment(_ part: String, _ isColumn: (String) -> Bool) -> Assignment? {
        guard let sign = part.indices.lazy.compactMap({ sign(beginning: part[$0...]) }).first else { return nil }
        let name = String(part[..<sign.lowerBound]).trimmingBlanks
        guard !name.isEmpty, isColumn(name) else { return nil }
        return Assignment(column: name, value: value(String(part[sign.upperBound...]).trimmingBlanks))
    }

    /// The word `leeg` stands for nothing.
    private static func value(_ text: String) -> String { emptying.contains(FoldedName.fold(text)) ? "" : text }
}
