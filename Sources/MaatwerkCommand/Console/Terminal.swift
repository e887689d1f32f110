import Exchange
import Maatwerk

/// How a command speaks on a terminal: in which language and colours, how wide, and how much.
struct Terminal: Sendable {
    /// The language of sentences.
    let language: Language
    /// Whether there are colours.
    let palette: TerminalPalette
    /// How many columns a line has at most.
    let width: Int
    /// Whether results and errors are all that is asked for.
    var isQuiet = false
}

/// A text that a command writes on a terminal.
protocol TerminalText: Bilingual {
    /// How it is written.
    var terminal: Terminal { get }
}

extension TerminalText {
    var language: Language { terminal.language }
    var palette: TerminalPalette { terminal.palette }
    var width: Int { terminal.width }
    var isQuiet: Bool { terminal.isQuiet }

    /// `text` in lines that fit, the first one behind `first` and the others below it.
    func wrapped(_ text: String, first: String = "") -> [String] { Wrapping.lines(text, first: first, width: width) }

    /// `text` in lines that fit, in bold letters.
    func heading(_ text: String) -> [String] { wrapped(text).map { palette.paint($0, .bold) } }

    /// A number as people write it.
    func number(_ number: Int) -> String { Quantity(number).formatted(language) }
}
