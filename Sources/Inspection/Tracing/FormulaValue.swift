import WorksheetReading

/// The value of a part of a formula.
enum FormulaValue {
    case number(Double)
    case text(String)
    case truth(Bool)

    /// The value of a cell; an empty text for none.
    init(_ cell: StoredCell?) {
        if let number = cell?.number { self = .number(number) } else { self = .text(cell?.text ?? "") }
    }

    /// As a factor: texts and false count for nothing.
    var factor: Double {
        switch self {
        case .number(let number): number
        case .truth(let isTrue): isTrue ? 1 : 0
        case .text: 0
        }
    }

    /// As text.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number):
            number == number.rounded() && number.magnitude < 1e15 ? "\(Int64(number))" : "\(number)"
        case .truth(let isTrue): isTrue ? "WAAR" : "ONWAAR"
        }
    }

    /// Whether it stands to `other` as `sign` says, as spreadsheet programs compare; nil for a sign that compares nothing.
    func compares(_ sign: String, _ other: FormulaValue) -> Bool? {
        let order: Int
        switch (self, other) {
        case (.number(let one), .number(let two)): order = one < two ? -1 : one > two ? 1 : 0
        case (.number, .text(let text)) where text.isEmpty: order = factor == 0 ? 0 : 1
        case (.text(let text), .number) where text.isEmpty: order = other.factor == 0 ? 0 : -1
        case (.number, _): order = -1
        case (_, .number): order = 1
        default:
            let (one, two) = (text.lowercased(), other.text.lowercased())
            order = one < two ? -1 : one > two ? 1 : 0
        }
        switch sign {
        case "=": return order == 0
        case "<>": return order != 0
        case "<": return order < 0
        case "<=": return order <= 0
        case ">": return order > 0
        case ">=": return order >= 0
        default: return nil
        }
    }

    /// Whether it meets a condition of COUNTIFS or SUMIFS: `Rijk`, `<46216`, `<>`.
    func meets(_ condition: FormulaValue) -> Bool {
        let text = condition.text
        let sign = ["<>", "<=", ">=", "=", "<", ">"].first { text.hasPrefix($0) } ?? ""
        let wanted = String(text.dropFirst(sign.utf8.count))
        let value = Double(wanted).map { FormulaValue.number($0) } ?? .text(wanted)
        if case .number = value, case .text = self, sign != "<>" {
            // An empty cell is below nothing.
            return false
        }
        return compares(sign.isEmpty ? "=" : sign, value) ?? false
    }
}
