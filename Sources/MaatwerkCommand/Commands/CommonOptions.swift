import ArgumentParser
import FoundationEssentials
import Exchange
import Maatwerk

/// Options of every command.
struct CommonOptions: ParsableArguments {
    @Option(help: help("Taal van berichten: nl of en (ook MAATWERK_LANGUAGE).", "Language of messages: nl or en."))
    var language: LanguageOption?

    @Flag(help: help("Alleen resultaten en fouten.", "Results and errors only."))
    var quiet = false

    @Flag(name: .customLong("no-color"), help: help("Geen kleuren (ook NO_COLOR).", "No colours (also NO_COLOR)."))
    var noColor = false

    /// The terminal as these options ask for it.
    var terminal: Terminal {
        Terminal(
            language: chosenLanguage, palette: TerminalPalette(isSwitchedOff: noColor), width: Console.width,
            isQuiet: quiet)
    }

    /// The language of this run.
    var chosenLanguage: Language { language?.language ?? Say.language }
}

/// A language as it is written on the command line.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
    case nl, en

    var language: Language { self == .nl ? .dutch : .english }
}

/// The contract register, for the commands that can use one.
struct RegisterOption: ParsableArguments {
    @Option(help: help("Map met het contractregister.", "Folder with the contract register."))
    var register: String?

    /// Refuses a register, or one of `others`, that does not exist.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after the path was named.
    func requireExisting(_ others: [String] = []) throws {
        for path in [register].compactMap({ $0 }) + others where !FileManager.default.fileExists(atPath: path) {
            Console.message(Failure.notFound(path))
            throw Outcome.wrongUsage
        }
    }

    /// The toolkit with the register, and with the results in `previous`.
    ///
    /// - Throws: an ``Outcome`` after the reason was said.
    func toolkit(_ language: Language, previous: [String] = []) throws -> Toolkit {
        do {
            return try Toolkit(
                registerPath: register, previousPaths: previous, language: language, clock: SourceDate.fromEnvironment)
        } catch {
            if case .noTables(let path) = error, path != register, previous.contains(path) {
                Console.message(Failure.text(FindingsReadingError.noResults(path: path)))
            } else {
                Console.message(Failure.text(error, ofRegister: register))
            }
            throw Outcome.unreadableOrUnwritable
        }
    }
}

/// What stands on the sheet *Elders*.
struct ElsewhereOption: ParsableArguments {
    @Flag(
        name: .customLong("second-hand"),
        help: help(
            "Zet op blad Elders ook tabellen uit tweede hand, waarvan niemand de bron zelf las.",
            "Show tables from second hand on sheet Elders too, whose source nobody read."))
    var secondHand = false
}

/// What reading a submission needs besides the submission and the register, whose options stand beside these: groups within groups are
/// checked many times over at each start of a debug build.
struct InputOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: help(
            "Resultaten van eerdere perioden, en van andere leveranciers om mee te vergelijken (mappen van convert).",
            "Results of earlier periods, and of other suppliers to compare with (folders of convert).")
    )
    var previous: [String] = []

    @Option(
        name: .customLong("rules-as-of"),
        help: help(
            "Oordeel met de regels en grenzen van deze dag (dd-mm-jjjj).",
            "Judge by the rules and limits of this day (yyyy-mm-dd)."))
    var rulesAsOf: String?

    /// Refuses options that cannot be meant, before anything is read.
    ///
    /// - Throws: an ``Outcome`` after the reason was said.
    func requireSound(_ register: RegisterOption) throws {
        try register.requireExisting(previous)
        _ = try rulesAsOf.map(Self.dayWithRules)
    }

    /// The toolkit for these options and `register`.
    ///
    /// - Throws: an ``Outcome`` after the reason was said.
    func toolkit(_ register: RegisterOption, _ language: Language) throws -> Toolkit {
        try requireSound(register)
        let rulesDay = try rulesAsOf.map(Self.dayWithRules)
        var toolkit = try register.toolkit(language, previous: previous)
        toolkit.rulesAsOf = rulesDay
        return toolkit
    }
}

extension InputOptions {
    /// The day that `text` names, when there was a rule set on it.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after the reason was said.
    private static func dayWithRules(_ text: String) throws -> Day {
        guard let day = Day(written: text) else {
            Console.message(
                Say.text(
                    nl: "'\(Failure.safe(text))' is geen dag. Schrijf bijvoorbeeld --rules-as-of 30-06-2026.",
                    en: "'\(Failure.safe(text))' is not a day. Write for example --rules-as-of 2026-06-30."))
            throw Outcome.wrongUsage
        }
        guard RuleSet.applied(on: day) == nil, let first = RuleSet.all.first else { return day }
        Console.message(
            Say.text(
                nl: "Op \(day.formatted(.dutch)) was er nog geen regelset. De eerste (\(first.version)) geldt vanaf "
                    + "\(first.validFrom.formatted(.dutch)).",
                en: "There was no rule set yet on \(day). The first (\(first.version)) applies from \(first.validFrom)."
            ))
        throw Outcome.wrongUsage
    }
}

/// Help in the language of the run.
func help(_ nl: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Say.text(nl: nl, en: en), valueName: valueName)
}

/// The only clock: SOURCE_DATE_EPOCH.
enum SourceDate {
    /// The day of SOURCE_DATE_EPOCH in UTC, when it is set to whole seconds since 1970.
    static var fromEnvironment: Day? {
        guard let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Int.init), seconds >= 0
        else {
            return nil
        }
        return Day(daysSince1970: Int32(clamping: seconds / 86_400))
    }
}
