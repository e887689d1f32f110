import ArgumentParser
import Exchange
import FoundationEssentials
import Maatwerk

/// `maatwerk purge`: removes results that need not be kept any longer.
struct PurgeResults: Subcommand {
    static let position = 100

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "purge",
            abstract: Say.text(
                nl: "Verwijdert resultaten die niet langer bewaard hoeven te worden.",
                en: "Removes results that need not be kept any longer."),
            discussion: Say.text(
                nl: """
                    MAP is een map met resultaten van convert, of één resultaat. Een resultaat gaat weg als van elk contract erin \
                    bewaren_tot (in contracten.csv van het register) vóór de dag ligt. Zonder --register telt het einde van de \
                    periode. Is het niet te zeggen, dan blijft het resultaat en staat dat erbij. Alleen wat convert heeft gemaakt \
                    gaat weg; een bestand van iemand anders blijft en wordt genoemd. De inzendingen zelf blijven staan.
                    Voorbeeld: maatwerk purge uit --before 01-01-2027 --register register --dry-run

                    Uitkomst (exit status): 0 klaar; 2 verkeerd gebruik; 3 iets was niet te verwijderen.
                    """,
                en: """
                    DIR is a folder of results of convert, or one result. A result goes when of each contract in it bewaren_tot (in \
                    contracten.csv of the register) lies before the day. Without --register the end of the period counts. Where it \
                    cannot be told the result stays, and that is said. Only what convert made goes; a file of anybody else stays, \
                    and is named. The submissions themselves stay.
                    Example: maatwerk purge out --before 2027-01-01 --register register --dry-run

                    Exit status: 0 done; 2 wrong usage; 3 something could not be removed.
                    """))
    }

    @Argument(help: help("Map met resultaten.", "Folder of results."))
    var folder: String

    @Option(
        help: help(
            "Verwijder wat tot een eerdere dag bewaard mocht worden (dd-mm-jjjj).",
            "Remove what might be kept until an earlier day (yyyy-mm-dd)."))
    var before: String

    @Flag(
        name: .customLong("dry-run"),
        help: help("Zeg alleen wat er zou gebeuren.", "Only say what would be done."))
    var dryRun = false

    @Option(help: help("Vorm van de uitvoer: text of json.", "Form of the output: text or json."))
    var format: Format = .text

    @OptionGroup var register: RegisterOption
    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        guard let day = Day(written: before) else {
            Console.message(
                Say.text(
                    nl: "'\(Failure.safe(before))' is geen dag. Schrijf bijvoorbeeld --before 01-01-2027.",
                    en: "'\(Failure.safe(before))' is not a day. Write for example --before 2027-01-01."))
            throw Outcome.wrongUsage
        }
        let path = try SubmissionList.existing([folder], allowsStandardInput: false)[0]
        try register.requireExisting()
        let purge = Purge(path, before: day, register: try register.toolkit(common.chosenLanguage).register)
        guard !purge.entries.isEmpty else {
            Console.message(
                Say.text(
                    nl: "\(Failure.safe(path)) bevat geen resultaat. Geef een map die maatwerk convert heeft gemaakt.",
                    en: "\(Failure.safe(path)) holds no result. Give a folder that maatwerk convert made."))
            throw Outcome.wrongUsage
        }
        let failed = dryRun ? [] : purge.remove()
        switch format {
        case .json:
            let document = PurgeDocument(
                purge, before: day, isDryRun: dryRun, failed: failed, common.chosenLanguage)
            Console.output(try Console.json(document))
        case .text:
            for entry in purge.entries where entry.goes || !common.quiet { Console.output(line(entry)) }
            if !common.quiet { Console.output(total(purge)) }
        }
        for path in failed {
            Console.message(
                Say.text(
                    nl: "\(Failure.safe(path)) is niet te verwijderen of bij te werken. Kijk of u er mag schrijven.",
                    en: "\(Failure.safe(path)) cannot be removed or updated. See whether you may write there."))
        }
        if !failed.isEmpty { throw Outcome.unreadableOrUnwritable }
    }

    private func line(_ entry: Purge.Entry) -> String {
        let language = common.chosenLanguage
        let verb =
            entry.goes
            ? dryRun ? Text(nl: "Zou weggaan", en: "Would go") : Text(nl: "Verwijderd", en: "Removed")
            : Text(nl: "Blijft", en: "Stays")
        var line = "\(verb[language]): \(Failure.safe(entry.path)): \(entry.reason.words[language])"
        if !entry.strays.isEmpty {
            let names = Failure.safe(entry.strays.joined(separator: ", "))
            line +=
                Text(nl: "; niet van convert en dus gebleven: \(names)", en: "; not of convert, and left: \(names)")[
                    language]
        }
        return line
    }

    private func total(_ purge: Purge) -> String {
        let gone = purge.entries.count(where: \.goes)
        let left = purge.entries.count - gone
        return Text(
            nl: "\(gone) \(dryRun ? "zou weggaan" : "verwijderd"), \(left) \(left == 1 ? "blijft" : "blijven").",
            en: "\(gone) \(dryRun ? "would go" : "removed"), \(left) \(left == 1 ? "stays" : "stay").")[
                common.chosenLanguage]
    }
}

/// What `purge` writes for programs, and for whoever must prove later what was removed.
private struct PurgeDocument: Encodable {
    struct Result: Encodable {
        let result, action, code, reason: String
        let strays: [String]
    }

    let format = "maatwerk-opschoning/1"
    let before: String
    let dryRun: Bool
    let removed, kept: Int
    let results: [Result]
    let failed: [String]

    init(_ purge: Purge, before day: Day, isDryRun: Bool, failed: [String], _ language: Language) {
        (before, dryRun) = (day.description, isDryRun)
        self.failed = failed.map(Failure.safe)
        removed = purge.entries.count(where: \.goes)
        kept = purge.entries.count - removed
        results = purge.entries.map { entry in
            Result(
                result: Failure.safe(entry.path), action: entry.goes ? isDryRun ? "would_remove" : "removed" : "kept",
                code: entry.reason.code, reason: entry.reason.words[language], strays: entry.strays.map(Failure.safe))
        }
    }
}

extension Purge.Reason {
    /// The reason as programs know it.
    fileprivate var code: String {
        switch self {
        case .retentionOver: "retention_over"
        case .periodOver: "period_over"
        case .retentionRuns: "retention_runs"
        case .periodRuns: "period_runs"
        case .noRetention: "no_retention"
        case .noPeriod: "no_period"
        case .unreadable: "unreadable"
        }
    }

    /// The reason in words.
    fileprivate var words: Text {
        func text(_ nl: String, _ en: String, _ day: Day) -> Text {
            Text(nl: "\(nl) \(day.formatted(.dutch))", en: "\(en) \(day.formatted(.english))")
        }
        return switch self {
        case .retentionOver(let day): text("bewaren mocht tot en met", "might be kept through", day)
        case .periodOver(let day): text("de periode eindigde op", "its period ended on", day)
        case .retentionRuns(let contract, let day):
            text(
                "contract \(Failure.safe(contract)) mag bewaard worden tot en met",
                "contract \(Failure.safe(contract)) may be kept through", day)
        case .periodRuns(let day): text("de periode eindigt op", "its period ends on", day)
        case .noRetention(let contract):
            Text(
                nl: "het register noemt geen bewaren_tot voor contract \(Failure.safe(contract))",
                en: "the register has no bewaren_tot for contract \(Failure.safe(contract))")
        case .noPeriod: Text(nl: "geen contract of periode bekend", en: "no contract or period is known")
        case .unreadable: Text(nl: "het resultaat is niet te lezen", en: "the result cannot be read")
        }
    }
}
