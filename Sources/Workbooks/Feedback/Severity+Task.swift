import Assessments
import Rules
import SocialReturnModel

/// What a supplier is asked to do about a finding, in a word with a symbol.
extension Severity {
    /// The word for the supplier: to mend or to discuss.
    var task: Text {
        Text(nl: "\(symbol) \(supplierWord.nl)", en: "\(symbol) \(supplierWord.en)")
    }

    private var symbol: String {
        switch self {
        case .error: "●"
        case .warning: "▲"
        case .signal: "◆"
        }
    }

    /// The colour that goes with the word.
    var look: CellStyle {
        switch self {
        case .error: .error
        case .warning: .warning
        case .signal: .signal
        }
    }

    /// The colour for a cell in which what is typed stays as it was typed.
    var textLook: CellStyle {
        switch self {
        case .error: .errorText
        case .warning: .warningText
        case .signal: .signalText
        }
    }
}

extension ColumnKind? {
    /// Whether a spreadsheet program may read what is typed as a number or day. Elsewhere it would damage it: `01234567`, `2026-04`.
    var isCalculated: Bool {
        switch self {
        case .day, .money, .number: true
        case .text, .identifier, .kvk, .period, .code, .codes, nil: false
        }
    }
}
