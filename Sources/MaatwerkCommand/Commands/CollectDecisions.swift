import ArgumentParser
import Plumbing
import Exchange
import FoundationEssentials
import Maatwerk

/// `maatwerk decisions`: takes over what a contract manager wrote in the blue cells of reports.
struct CollectDecisions: Subcommand {
    static let position = 50

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "decisions",
            abstract: Say.text(
                nl: "Neemt de afspraken uit de blauwe cellen van rapporten over in het register (besluiten.csv).",
                en: "Takes what was agreed, in the blue cells of reports, into the register (besluiten.csv)."),
            discussion: Say.text(
                nl: """
                    Voorbeeld: maatwerk decisions uit/*/rapport.xlsx --register register

                    Het werkboek mag opnieuw zijn bewaard door Excel of LibreOffice, en gesorteerd zijn: elke rij heeft een verborgen \
                    onderwerp-id. Dezelfde cellen nog eens voegen niets toe. Staat over hetzelfde contract, onderwerp en dezelfde periode \
                    al iets anders in het register, dan worden beide bewaard en genoemd. Persoonsgegevens worden gemaskeerd en genoemd.

                    Uitkomst (exit status): 0 klaar; 2 verkeerd gebruik of een bestand dat er niet is; 3 een werkboek is niet te lezen, \
                    of het register niet te schrijven.
                    """,
                en: """
                    Example: maatwerk decisions out/*/rapport.xlsx --register register

                    The workbook may have been saved again by Excel or LibreOffice, and sorted: each row has a hidden topic id. The same \
                    cells once more add nothing. Where the register says something else about the same contract, topic and period, both \
                    are kept and named. Personal data are masked and named.

                    Exit status: 0 done; 2 wrong usage or a missing file; 3 a workbook cannot be read, or the register not written.
                    """))
    }

    @Argument(
        help: help(
            "Rapporten (rapport.xlsx, ook als .ods), of resultaatmappen van convert.",
            "Reports (rapport.xlsx, also as .ods), or result folders of convert."))
    var reports: [String]

    @OptionGroup var register: RegisterOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard register.register != nil else {
            throw ValidationError(
                Say.text(
                    nl: "--register ontbreekt: daarin komen de afspraken (besluiten.csv).",
                    en: "--register is missing: that is where what was agreed goes (besluiten.csv)."))
        }
    }

    func run() throws {
        let paths = try SubmissionList.existing(reports, allowsStandardInput: false).flatMap(Self.reports)
        try register.requireExisting()
        if let folder = register.register { Batch.clearUnfinished(in: folder) }
        var toolkit = try register.toolkit(common.chosenLanguage)
        var outcome = Outcome.done
        for (path, isNamed) in paths {
            do {
                let collection = try toolkit.collectDecisions(path, isFound: !isNamed)
                guard collection.filled.asks else {
                    // What somebody put beside a report may be something else.
                    guard isNamed else { continue }
                    Console.message(
                        Say.text(
                            nl:
                                "\(Failure.safe(path)) is geen rapport met onderwerpen en blauwe cellen. Geef rapport.xlsx van convert.",
                            en:
                                "\(Failure.safe(path)) is no report with topics and blue cells. Give rapport.xlsx of convert."
                        ))
                    outcome = .unreadableOrUnwritable
                    continue
                }
                for line in collection.remarks + collection.filled.refusals + collection.filled.elsewhere {
                    Console.message("\(Failure.safe(path)): \(line[Say.language])")
                }
                // A row that is not taken over is no success. Words elsewhere are told, and the blue cells are none the worse for them.
                if !collection.filled.problems.isEmpty { outcome = .unreadableOrUnwritable }
                if !common.quiet { Console.output("\(Failure.safe(path)): \(collection.count)") }
            } catch {
                Console.message(Failure.text(error))
                outcome = .unreadableOrUnwritable
            }
        }
        guard outcome == .done else { throw outcome }
    }

    /// The report in a result folder and copies of it beside it; another path as it is. Of each, whether it is what was asked for.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after naming a folder without a report.
    private static func reports(_ path: String) throws -> [(path: String, isNamed: Bool)] {
        guard FileSystem.kind(of: path) == .folder else { return [(path, true)] }
        let found = Toolkit.reports(inResult: path)
        guard !found.isEmpty else {
            Console.message(Failure.noReport(path))
            throw Outcome.wrongUsage
        }
        return found.map { ($0, PathName($0).last == ResultLayout.report) }
    }
}

extension DecisionCollection {
    /// How many decisions were new, known, and beside others.
    fileprivate var count: String {
        func counted(_ language: Language) -> String {
            var parts = [
                language.words(
                    "\(added.count) \(added.count == 1 ? "afspraak" : "afspraken") nieuw in het register",
                    "\(added.count) new in the register")
            ]
            if knownCount > 0 {
                let stood = knownCount == 1 ? "stond" : "stonden"
                parts.append(language.words("\(knownCount) \(stood) er al", "\(knownCount) known"))
            }
            if !conflicts.isEmpty {
                parts.append(
                    language.words(
                        "\(conflicts.count) \(conflicts.count == 1 ? "verschil" : "verschillen")",
                        "\(conflicts.count) \(conflicts.count == 1 ? "difference" : "differences")"))
            }
            return parts.joined(separator: ", ")
        }
        return Say.text(nl: counted(.dutch), en: counted(.english))
    }
}

extension DecisionNotice {
    /// What to say of it, a line each.
    var lines: [String] {
        switch self {
        case .collected(let submission, let collection):
            let name = Failure.safe(submission)
            let count = collection.added.count
            return [
                Say.text(
                    nl:
                        "\(name): \(count == 1 ? "een afspraak" : "\(count) afspraken") in de blauwe cellen van rapport.xlsx "
                        + "\(count == 1 ? "stond" : "stonden") nog niet in het register. Dat is eerst overgenomen in besluiten.csv.",
                    en:
                        "\(name): the blue cells of rapport.xlsx held \(count == 1 ? "something" : "\(count) things") that the register did "
                        + "not have. That was taken into besluiten.csv first.")
            ] + collection.remarks.map { "\(name): \($0[Say.language])" }
        case .beside(let submission, let file, let count):
            return [
                Say.text(
                    nl:
                        "\(Failure.safe(submission)): naast rapport.xlsx staat \(file), ook met ingevulde blauwe cellen. "
                        + "\(count == 1 ? "Een daarvan staat" : "\(count) daarvan staan") niet in het register. Neem dat over met maatwerk decisions.",
                    en:
                        "\(Failure.safe(submission)): beside rapport.xlsx stands \(file). Its blue cells hold \(count == 1 ? "something" : "\(count) things") "
                        + "that the register does not have. Take it over with maatwerk decisions.")
            ]
        case .unread(let submission, let file, let error):
            let why: String
            if case .tooLarge(_, let bytes) = error {
                why = Say.text(
                    nl: "met \(bytes >> 20) MB te groot om een kopie van het rapport te zijn",
                    en: "too large with \(bytes >> 20) MB to be a copy of the report")
            } else {
                why = Say.text(nl: "niet te lezen, misschien beschadigd", en: "not to be read, and may be damaged")
            }
            return [
                Say.text(
                    nl:
                        "\(Failure.safe(submission)): naast rapport.xlsx staat \(file). Dat bestand is \(why). Wij weten dus niet of er iets is ingevuld. "
                        + "Open het, en bewaar het opnieuw of haal het weg.",
                    en:
                        "\(Failure.safe(submission)): beside rapport.xlsx stands \(file), which is \(why). So we do not know whether anything was filled "
                        + "in. Open it, and save it again or take it away.")
            ]
        case .ofOthers(let submission, let file):
            return [
                Say.text(
                    nl:
                        "\(Failure.safe(submission)): naast rapport.xlsx staat \(file). Dat rapport gaat alleen over contracten van een andere leverancier. "
                        + "Zet het bij het resultaat van die leverancier.",
                    en:
                        "\(Failure.safe(submission)): beside rapport.xlsx stands \(file), a report that is about contracts of another supplier only. Put it "
                        + "with the result of that supplier.")
            ]
        case .emptied(let submission, let remarks):
            return remarks.map { "\(Failure.safe(submission)): \($0[Say.language])" }
        case .kept(let submission, let file, let reason, let remarks):
            let name = Failure.safe(submission)
            let why: String
            switch reason {
            case .noRegister:
                why = Say.text(
                    nl: "er is geen register meegegeven (--register)", en: "no register was given (--register)")
            case .notCollectable:
                why = Say.text(nl: "niet alles is over te nemen", en: "not all of it can be taken over")
            case .typedElsewhere:
                let line = Say.text(
                    nl: "\(name): het rapport van daarvoor staat nu als \(file) naast het nieuwe.",
                    en: "\(name): the report of before now stands as \(file) beside the new one.")
                return remarks.map { "\(name): \($0[Say.language])" } + [line]
            case .changedMeanwhile:
                why = Say.text(
                    nl: "het is veranderd terwijl het nieuwe rapport werd gemaakt",
                    en: "it was changed while the new report was made")
            case .failed(let error):
                let line = Say.text(
                    nl:
                        "\(name): wat er in rapport.xlsx stond is niet overgenomen. Het staat nu als \(file) naast het nieuwe rapport.",
                    en:
                        "\(name): what stood in rapport.xlsx was not taken over. It now stands as \(file) beside the new report."
                )
                return ["\(line) \(Failure.text(error))"] + remarks.map { "\(name): \($0[Say.language])" }
            }
            return [
                Say.text(
                    nl:
                        "\(name): rapport.xlsx was ingevuld en staat nu als \(file) naast het nieuwe rapport: \(why). Neem het over met "
                        + "maatwerk decisions.",
                    en:
                        "\(name): rapport.xlsx was filled in and now stands as \(file) beside the new report: \(why). Take it over with "
                        + "maatwerk decisions.")
            ] + remarks.map { "\(name): \($0[Say.language])" }
        }
    }
}

extension Failure {
    /// The sentence for what keeps decisions from being kept.
    static func text(_ error: DecisionError) -> String {
        switch error {
        case .intake(let error): text(error)
        case .output(let error): text(error)
        case .held(let path, let holder): text(ConversionError.held(path: path, by: holder))
        case .ofOthers(let path):
            Say.text(
                nl:
                    "\(safe(path)) staat bij het resultaat van een leverancier, en gaat alleen over contracten van een andere. Het is niet overgenomen. Zet "
                    + "het bij het resultaat van die leverancier, of noem dit bestand zelf: maatwerk decisions BESTAND --register MAP.",
                en:
                    "\(safe(path)) stands with the result of one supplier, and is about contracts of another only. It was not taken over. Put it with the "
                    + "result of that supplier, or name this file itself: maatwerk decisions FILE --register FOLDER.")
        }
    }
}
