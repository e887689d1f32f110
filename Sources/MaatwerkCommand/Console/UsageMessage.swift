import ArgumentParser
import Foundation

/// What is wrong with how the command was called, in the language of the reader: the library that reads arguments speaks English.
enum UsageMessage {
    /// The sentences for `error`, with how the command is used.
    static func words(for error: any Error) -> String {
        let message = MaatwerkCommand.fullMessage(for: error)
        return Say.text(nl: dutch(message), en: message)
    }

    /// What the library says, phrase by phrase; what it may say besides stays as it is.
    private static let phrases = [
        ("Error: ", "Fout: "), ("Usage: ", "Gebruik: "), ("Unknown option ", "onbekende optie "),
        ("Missing expected argument ", "hier ontbreekt "), ("Missing value for ", "hier ontbreekt een waarde: "),
        ("Unexpected argument ", "dit hoort er niet bij: "), (" unexpected arguments: ", " woorden te veel: "),
        (". Did you mean ", ". Bedoelt u "), (" is invalid for ", " past niet bij "), ("The value ", "de waarde "),
        (". Please provide one of the following:", ". Kies een van deze:"), (". Please provide one of ", ". Kies uit "),
        (" and ", " of "), (" for more information.", " voor meer uitleg."),
        ("  See ", "  Zie "),
        ("Please specify ", "Kies uit "), (" or ", " of "),
    ]

    static func dutch(_ message: String) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Help that follows is in Dutch already.
        for index in lines.indices where !lines[index].hasPrefix("   ") {
            for (english, dutch) in phrases { lines[index] = replacing(english, dutch, in: lines[index]) }
        }
        return lines.joined(separator: "\n")
    }

    /// `text` with the first `part` replaced that stands outside of quotes, in which the reader's own words are.
    private static func replacing(_ part: String, _ other: String, in text: String) -> String {
        var pieces = text.components(separatedBy: "'")
        for index in pieces.indices where index.isMultiple(of: 2) {
            guard let range = pieces[index].range(of: part) else { continue }
            pieces[index].replaceSubrange(range, with: other)
            break
        }
        return pieces.joined(separator: "'")
    }
}
