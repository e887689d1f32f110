import ArgumentParser
import FoundationEssentials
import SocialReturnModel

/// What is wrong with how the command was called, in the language of the reader: the library that reads arguments speaks English.
enum UsageMessage {
    /// The sentences for `error`, which `arguments` gave, with how the command is used.
    static func words(for error: any Error, _ arguments: [String]) -> String {
        // The library tells of a choice of two with "and", and asks what was meant as we do not.
        var message = MaatwerkCommand.fullMessage(for: error).replacing("' and '", with: "' or '")
            .replacing(". Did you mean '", with: ". Do you mean '")
        message = masked(message, arguments)
        // What is mistyped is what matters, and not what is missing because of it.
        guard let slip = slip(in: arguments) else { return Say.text(nl: dutch(message), en: message) }
        let usage = message.split(separator: "\n").drop { !$0.hasPrefix("Usage: ") }
        message = usage.joined(separator: "\n")
        return slip + (usage.isEmpty ? "" : "\n" + Say.text(nl: dutch(message), en: message))
    }

    /// `message` with each of `arguments` that it quotes as it may be shown: the library quotes what was typed, whatever it is.
    private static func masked(_ message: String, _ arguments: [String]) -> String {
        // Of `--option=value` it quotes one of the two.
        let quoted = Set(arguments + arguments.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) })
        return quoted.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }.reduce(message) { text, argument in
            let shown = Failure.safe(argument)
            return shown == argument ? text : text.replacing(argument, with: shown)
        }
    }

    /// What the library puts around the texts of its help, which are in the language of the reader.
    private static let helpPhrases = [
        ("OVERVIEW: ", ""), ("USAGE: ", "GEBRUIK: "), ("ARGUMENTS:", "ARGUMENTEN:"), ("OPTIONS:", "OPTIES:"),
        ("SUBCOMMANDS:", "OPDRACHTEN:"), ("<subcommand>", "<opdracht>"), ("Show the version.", "Toon de versie."),
        ("Show help information.", "Toon deze uitleg."), ("(default:", "(standaard:"), ("; default:", "; standaard:"),
        ("(values:", "(keuze:"), ("  See '", "  Zie '"), ("' for detailed help.", "' voor de uitleg van een opdracht."),
    ]

    /// The help in `message`, in the language of the reader.
    static func help(_ message: String) -> String {
        // A version is one line, and the same in each language.
        guard message.utf8.contains(UInt8(ascii: "\n")) else { return message }
        let dutch = helpPhrases.reduce(message) { text, phrase in text.replacing(phrase.0, with: phrase.1) }
        return Say.text(nl: dutch, en: message)
    }

    /// The sentence for a command or an option in `arguments` that there is not; nil where all of them are known.
    private static func slip(in arguments: [String]) -> String? {
        let commands = MaatwerkCommand.listed
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
        guard let command = commands.first(where: { $0.configuration.commandName == word }) else {
            let names = commands.sorted { $0.position < $1.position }.compactMap { $0.configuration.commandName }
            let meant = meant(word, names)
            let (name, all) = (Failure.safe(word), names.joined(separator: ", "))
            return Say.text(
                nl: "Fout: '\(name)' is geen opdracht. \(meant.map { "Bedoelt u '\($0)'?" } ?? "Kies uit: \(all).")",
                en:
                    "Error: '\(name)' is no command. \(meant.map { "Do you mean '\($0)'?" } ?? "Choose one of: \(all).")"
            )
        }
        let options = optionNames(in: command.helpMessage(columns: 500))
        let given = arguments.dropFirst().prefix { $0 != "--" }.filter {
            $0.hasPrefix("-") && $0 != "-" && Double($0) == nil
        }
        let names = given.map { String($0.prefix { $0 != "=" }) }
        guard let unknown = names.first(where: { !options.contains($0) }) else { return nil }
        let close = meant(unknown, options)
        return Say.text(
            nl: "Fout: onbekende optie '\(Failure.safe(unknown))'.\(close.map { " Bedoelt u '\($0)'?" } ?? "")",
            en: "Error: Unknown option '\(Failure.safe(unknown))'.\(close.map { " Do you mean '\($0)'?" } ?? "")")
    }

    /// The names of options in `help`.
    private static func optionNames(in help: String) -> [String] {
        var names: [String] = []
        for word in help.split(whereSeparator: { " \n,[]()|'\"".contains($0) }) {
            let name = word.prefix { $0.isLetter || $0 == "-" }
            if name.hasPrefix("-"), name.contains(where: \.isLetter), !names.contains(String(name)) {
                names.append(String(name))
            }
        }
        return names
    }

    /// The one of `names` that `word` was meant to be: one that begins with it or that differs in few letters.
    private static func meant(_ word: String, _ names: [String]) -> String? {
        let letters = String(word.drop { $0 == "-" }.prefix(40)).lowercased()
        guard !letters.isEmpty else { return nil }
        func rank(_ name: String) -> Int {
            let other = String(name.drop { $0 == "-" })
            return other.hasPrefix(letters) || letters.hasPrefix(other) && other.count > 3
                ? 0 : EditDistance.between(letters, other)
        }
        guard let best = names.map({ (rank($0), $0) }).min(by: { $0.0 < $1.0 }) else { return nil }
        return best.0 <= max(1, letters.count / 3) ? best.1 : nil
    }

    /// What the library says, phrase by phrase; what it may say besides stays as it is.
    private static let phrases = [
        ("Error: ", "Fout: "), ("Usage: ", "Gebruik: "), ("Unknown option ", "onbekende optie "),
        ("Missing expected argument ", "hier ontbreekt "), ("Missing value for ", "hier ontbreekt een waarde: "),
        ("Unexpected argument ", "dit hoort er niet bij: "), ("The option ", "de optie "),
        (" does not take any value, but ", " krijgt geen waarde, maar hier staat "), (" was specified.", "."),
        (" unexpected arguments: ", " woorden te veel: "),
        (". Do you mean ", ". Bedoelt u "), (" is invalid for ", " past niet bij "), ("The value ", "de waarde "),
        (". Please provide one of the following:", ". Kies een van deze:"), (". Please provide one of ", ". Kies uit "),
        (" and ", " of "), (" for more information.", " voor meer uitleg."),
        ("  See ", "  Zie "),
        ("<subcommand>", "<opdracht>"), ("Please specify ", "Kies uit "), (" or ", " of "), (" and ", " en "),
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
        var pieces = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        for index in pieces.indices where index.isMultiple(of: 2) {
            guard let range = pieces[index].firstRange(of: part) else { continue }
            pieces[index].replaceSubrange(range, with: other)
            break
        }
        return pieces.joined(separator: "'")
    }
}
