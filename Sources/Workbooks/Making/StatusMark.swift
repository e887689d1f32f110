import Rules
import SocialReturnModel

/// A status as word, symbol and colour; the word and the symbol carry it, the colour repeats it.
package struct StatusMark: Sendable {
    /// The symbol and the word.
    package let text: Text
    /// The colour.
    package let look: CellStyle

    /// The mark of a severity.
    package init(_ severity: Severity) {
        let symbol = Self.symbol(of: severity)
        text = Text(nl: "\(symbol) \(severity.name.nl)", en: "\(symbol) \(severity.name.en)")
        switch severity {
        case .error: look = .error
        case .warning: look = .warning
        case .signal: look = .signal
        }
    }

    private init(_ symbol: String, nl: String, en: String, _ look: CellStyle) {
        text = Text(nl: "\(symbol) \(nl)", en: "\(symbol) \(en)")
        self.look = look
    }

    /// Nothing to do.
    package static let inOrder = StatusMark("✓", nl: "Op orde", en: "In order", .good)
    /// A rule that was not tested.
    package static let notTested = StatusMark("○", nl: "Niet getoetst", en: "Not tested", .notTested)
    /// A rule that was tested where that was possible.
    package static let partlyNotTested = StatusMark("○", nl: "Deels niet getoetst", en: "Partly not tested", .notTested)
    /// A reason to talk.
    package static let toDiscuss = StatusMark("▲", nl: "Te bespreken", en: "To discuss", .warning)

    private static func symbol(of severity: Severity) -> String {
        switch severity {
        case .error: "●"
        case .warning: "▲"
        case .signal: "◆"
        }
    }

    /// The mark as a cell.
    package func cell(_ language: Language) -> Cell { .text(text[language], look) }
}
