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

    /// Reads `text`, in which columns for which `isColumn` holds can be named: `kolom: waarde`, one a line or with semicolons between.
    init(_ text: String, isColumn: (String) -> Bool) {
        let text = text.trimmingBlanks
        if Self.removing.contains(FoldedName.fold(text)) {
            self = .remove
            return
        }
        var found: [Assignment] = []
        var before: [String] = []
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0.isNewline }) {
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

    private static func assignment(_ part: String, _ isColumn: (String) -> Bool) -> Assignment? {
        guard let sign = part.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
        let name = String(part[..<sign]).trimmingBlanks
        guard !name.isEmpty, isColumn(name) else { return nil }
        return Assignment(column: name, value: value(String(part[part.index(after: sign)...]).trimmingBlanks))
    }

    /// The word `leeg` stands for nothing.
    private static func value(_ text: String) -> String { emptying.contains(FoldedName.fold(text)) ? "" : text }
}
