import Rules
import SocialReturnModel

/// What a supplier is asked to do about a finding, in a word with a symbol.
extension Severity {
    /// The word for the supplier: mend, check, or for information.
    var task: Text {
        switch self {
        case .error: Text(nl: "● Herstellen", en: "● Mend")
        case .warning: Text(nl: "▲ Nakijken", en: "▲ Check")
        case .signal: Text(nl: "◆ Ter informatie", en: "◆ For information")
        }
    }

    /// The colour that goes with the word.
    var look: Look {
        switch self {
        case .error: .error
        case .warning: .warning
        case .signal: .signal
        }
    }
}
