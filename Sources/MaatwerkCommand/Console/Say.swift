import FoundationEssentials
import Maatwerk

/// Chooses between the two languages of what the command says of itself.
enum Say {
    /// Set once, before anything is said.
    nonisolated(unsafe) private(set) static var language = Language.dutch

    /// `nl` or `en`, in the language of this run.
    static func text(nl: String, en: String) -> String { language == .dutch ? nl : en }

    /// The option is looked at before the arguments are parsed, so that help and parse errors can follow it too.
    static func chooseLanguage(from arguments: [String]) {
        var choice = ProcessInfo.processInfo.environment["MAATWERK_LANGUAGE"]
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count { choice = arguments[index + 1] }
            if argument.hasPrefix("--language=") { choice = String(argument.dropFirst("--language=".count)) }
        }
        language = choice.flatMap(Language.init(rawValue:)) ?? .dutch
    }
}
