import ArgumentParser
import Plumbing
import Exchange
import FoundationEssentials
import Glibc
import Maatwerk
import Synchronization

/// `maatwerk status`: who must report what and when, who did, and what is late.
struct Status: Subcommand {
    static let position = 40

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Say.text(
                nl: "Zegt welke rapportages het register verwacht, welke er zijn en welke nog niet.",
                en: "Says which reports the register expects, which are there and which are not."),
            discussion: Say.text(
                nl: """
                    Voorbeeld: maatwerk status inbox --register register
                               maatwerk status uit --register register --on 01-11-2026

                    Een pad is een map met inzendingen, één inzending, een resultaat van convert of een map met resultaten. Het mogen er \
                    meer zijn, ook door elkaar.

                    Verwacht wordt elke maand, elk kwartaal, halfjaar of jaar dat geheel voorbij is en waarin het contract liep \
                    (rapportagefrequentie); bij 'eenmalig' één rapportage na het einde. De uiterste dag is de laatste dag van de periode \
                    plus rapportage_binnen_dagen; is die kolom leeg, dan heet niets te laat. De dag van vandaag is SOURCE_DATE_EPOCH, \
                    anders --on, anders de klok.

                    Stand: te_laat, ontbreekt (geen uiterste dag bekend), afgekeurd, nog_niet (de uiterste dag komt nog), ontvangen, \
                    goedgekeurd, vervangen.

                    Uitkomst (exit status): 0 klaar, ook als er rapportages ontbreken; 2 verkeerd gebruik; 3 een invoer is niet te lezen.
                    """,
                en: """
                    Example: maatwerk status inbox --register register
                             maatwerk status out --register register --on 2026-11-01

                    A path is a folder of submissions, one submission, a result of convert or a folder of results. There may be more, also \
                    of both kinds.

                    Expected is each month, quarter, half year or year that is wholly over and in which the contract ran \
                    (rapportagefrequentie); with 'eenmalig' one report after the end. The last day is the period's last day plus \
                    rapportage_binnen_dagen; while that column is empty, nothing is called late. Today is SOURCE_DATE_EPOCH, else --on, \
                    else the clock.

                    State: te_laat (late), ontbreekt (missing, no last day known), afgekeurd (rejected), nog_niet (not due yet), ontvangen \
                    (received), goedgekeurd (approved), vervangen (replaced).

                    Exit status: 0 done, also when reports are missing; 2 wrong usage; 3 an input cannot be read.
                    """))
    }

    @Argument(
        help: help(
            "Mappen met inzendingen, inzendingen, of resultaten van convert.",
            "Folders of submissions, submissions, or results of convert."))
    var paths: [String]

    @OptionGroup var register: RegisterOption

    @Option(help: help("Vorm van de uitvoer: text, json of csv.", "Form of the output: text, json or csv."))
    var format: Format = .text

    @Option(
        help: help(
            "De dag waarop u het vraagt (dd-mm-jjjj); anders vandaag.",
            "The day of asking (yyyy-mm-dd); else today."))
    var on: String?

    @Option(
        help: help(
            "Maak herinneringen voor wat nog niet kwam, als mail van dit adres; nooit twee voor één contract en periode.",
            "Make reminders of what has not come, as mails from this address; never two for one contract and period.",
            valueName: "from"))
    var mail: String?

    @Option(help: help("Map voor de herinneringen.", "Folder for the reminders."))
    var output: String?

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    func validate() throws {
        try MailOption.require(mail)
        guard (mail == nil) == (output == nil) else {
            throw ValidationError(
                Say.text(
                    nl: "--mail en --output horen bij elkaar: van wie de herinneringen zijn, en waar ze komen.",
                    en: "--mail and --output go together: from whom the reminders are, and where they go."))
        }
        guard register.register != nil else {
            throw ValidationError(
                Say.text(
                    nl: "--register ontbreekt: het contractregister zegt welke rapportages worden verwacht.",
                    en: "--register is missing: the contract register says which reports are expected."))
        }
    }

    func run() throws {
        let day = try dayOfAsking()
        try register.requireExisting()
        var gathered = Gathered()
        for path in try SubmissionList.existing(paths, allowsStandardInput: false) { gathered.add(path) }
        // What an inbox names and is not there, such as a broken link, is a failure of its own.
        let submissions = try SubmissionList([], listed: gathered.submissions)
        let toolkit = try register.toolkit(common.chosenLanguage)
        guard let known = toolkit.register else { throw Outcome.wrongUsage }
        let instructions =
            Worker.role == .supervised ? ReadingInstructions(Array(Worker.pieces())) : ReadingInstructions()
        let consolidation = toolkit.consolidation(
            of: gathered.results, leavingOut: instructions.leftOut, oneByOne: instructions.oneByOne,
            progress: Self.progress(isQuiet: common.quiet))
        let (reports, failures) = toolkit.reports(
            in: submissions.entries.map { ($0.path, $0.name) }, leavingOut: instructions.leftOut,
            oneByOne: instructions.oneByOne, progress: Self.progress(isQuiet: common.quiet))
        if !common.quiet {
            submissions.mentionStrays()
            gathered.mentionOthers()
        }
        for failure in failures { gathered.unread(failure.path, Failure.text(failure.error)) }
        // Of what could not be read without an end, it was said when it happened.
        let said = Set(instructions.leftOut.map { Masking.safeName(PathName($0).last) })
        for name in said.sorted() { gathered.unread.append(.init(name: name, reason: Self.unexpected)) }
        var withoutCover: [ReportFacts] = []
        for result in consolidation.sortedLeftOut where !said.contains(result.name) {
            if result.isDamage {
                Console.message(Failure.text(result))
                gathered.unread.append(.init(name: result.name, reason: result.text[common.chosenLanguage]))
            } else {
                withoutCover.append(ReportFacts(name: result.name, supplier: nil, period: nil, status: .rejected))
            }
        }
        let response = ReportingResponse(
            register: known, reports: consolidation.digests.map(ReportFacts.init) + reports + withoutCover,
            unreadable: gathered.unreadable, on: day)
        show(response, gathered.unread)
        if let sender = mail.flatMap(MailAddress.init), let output {
            if said.isEmpty {
                Batch.clearUnfinished(in: output)
                try remind(response, Reminders(toolkit, from: sender), output)
            } else {
                // Who did deliver must not be reminded because we failed to read it.
                Console.message(
                    Say.text(
                        nl:
                            "Er zijn geen herinneringen gemaakt, want niet alles wat er is kon worden gelezen. Probeer het opnieuw.",
                        en: "No reminders were made, as not all that is there could be read. Try again."))
            }
        }
        if !gathered.unread.isEmpty { throw Outcome.unreadableOrUnwritable }
    }

    private func remind(_ response: ReportingResponse, _ reminders: Reminders, _ folder: String) throws {
        let outcomes: [Reminders.Outcome]
        do {
            outcomes = try reminders.write(response, to: folder)
        } catch {
            Console.message(Failure.text(ConversionError.output(error)))
            throw Outcome.unreadableOrUnwritable
        }
        for outcome in outcomes where outcome.isNew && !outcome.hasAddress {
            Console.message(
                Say.text(
                    nl:
                        "\(Failure.safe(outcome.file)): geen mailadres in leveranciers.csv (contact); vul de ontvanger zelf in.",
                    en:
                        "\(Failure.safe(outcome.file)): no address in leveranciers.csv (contact); fill in the recipient yourself."
                ))
        }
        guard !common.quiet else { return }
        let made = outcomes.count(where: \.isNew)
        let old = outcomes.count - made
        Console.message(
            Say.text(
                nl: "\(made) \(made == 1 ? "herinnering" : "herinneringen") gemaakt in \(Failure.safe(folder))"
                    + (old > 0 ? "; \(old) \(old == 1 ? "was" : "waren") er al." : "."),
                en: "\(made) \(made == 1 ? "reminder" : "reminders") made in \(Failure.safe(folder))"
                    + (old > 0 ? "; \(old) \(old == 1 ? "was" : "were") there already." : ".")))
    }

    private func show(_ response: ReportingResponse, _ unread: [ResponseDocument.Unread]) {
        let document = ResponseDocument(response, unread: unread, common.chosenLanguage)
        let text = StatusText(
            response,
            Terminal(
                language: common.chosenLanguage,
                palette: TerminalPalette(isSwitchedOff: common.noColor || format != .text),
                width: Console.knownWidth ?? 80, isQuiet: common.quiet))
        switch format {
        case .json: Console.output(Array((document.json + "\n").utf8))
        case .csv:
            Console.output(Array(document.csv.utf8))
            // One table is one file: what is beside it is told apart.
            if !common.quiet, !text.apart.isEmpty { Console.message(text.apart.joined(separator: "\n")) }
        case .text: Console.output(text.lines().joined(separator: "\n"))
        }
    }

    /// The day of SOURCE_DATE_EPOCH, else of `--on`, else today.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after saying that `--on` names no day.
    private func dayOfAsking() throws -> Day {
        let asked = try on.map { text in
            guard let day = Day(written: text) else {
                Console.message(
                    Say.text(
                        nl: "'\(Failure.safe(text))' is geen dag. Schrijf bijvoorbeeld --on 30-06-2026.",
                        en: "'\(Failure.safe(text))' is not a day. Write for example --on 2026-06-30."))
                throw Outcome.wrongUsage
            }
            return day
        }
        guard let fixed = SourceDate.fromEnvironment else { return asked ?? Self.today }
        if let asked, asked != fixed {
            Console.message(
                Say.text(
                    nl: "SOURCE_DATE_EPOCH is gezet: de dag is \(fixed.formatted(.dutch)), niet die van --on.",
                    en: "SOURCE_DATE_EPOCH is set: the day is \(fixed), not that of --on."))
        }
        return fixed
    }

    /// Today where the computer stands.
    private static var today: Day {
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? .last
    }

    private static var unexpected: String {
        Say.text(nl: "onverwachte fout bij het lezen.", en: "unexpected error while reading.")
    }

    private static func progress(isQuiet: Bool) -> ConsolidationProgress {
        let bar = Mutex<(bar: ProgressBar?, left: Int)>((nil, 0))
        let isSupervised = Worker.role == .supervised
        return ConsolidationProgress(
            total: { total in bar.withLock { $0 = (ProgressBar(total: total, isQuiet: isQuiet), total) } },
            begins: { path in
                if isSupervised { Worker.answer(.begins, Array(path.utf8)) }
                TestCrash.strike(at: PathName(path).last)
            },
            ends: { path in
                if isSupervised { Worker.answer(.ends, Array(path.utf8)) }
                bar.withLock { state in
                    state.bar?.advance()
                    state.left -= 1
                    if state.left == 0 { state.bar?.finish() }
                }
            })
    }
}

/// What the paths of the command line stand for.
private struct Gathered {
    /// Paths of results, folders of them and summaries.
    var results: [String] = []
    /// Paths of submissions.
    var submissions: [String] = []
    /// Deliveries of which a folder of results has a letter only.
    var unreadable: [String] = []
    /// Inputs that could not be read.
    var unread: [ResponseDocument.Unread] = []
    /// What stands between results and is none.
    private var others: [String] = []
    private var empty: [String] = []

    mutating func add(_ path: String) {
        do throws(IntakeError) {
            switch try ReportPlace(at: path) {
            case .submission(let path): submissions.append(path)
            case .inbox(let paths):
                submissions += paths
                if paths.isEmpty { empty.append(path) }
            case .results(let path, let holdsResult, let unreadable, let others):
                if holdsResult { results.append(path) }
                self.unreadable += unreadable.map(Failure.safe)
                self.others += others.map(Failure.safe)
            }
        } catch {
            unread(path, Failure.text(error))
        }
    }

    /// Notes that the input at `path` could not be read, and says why.
    mutating func unread(_ path: String, _ reason: String) {
        Console.message(reason)
        unread.append(.init(name: Self.name(path), reason: reason))
    }

    /// The last part of a path, as it may be shown.
    static func name(_ path: String) -> String { Failure.safe(PathName(path).last) }

    /// Names what was passed over, and folders in which nothing is.
    func mentionOthers() {
        for path in empty {
            Console.message(
                Say.text(
                    nl: "In \(Failure.safe(path)) staan nog geen inzendingen.",
                    en: "There are no submissions in \(Failure.safe(path)) yet."))
        }
        guard !others.isEmpty else { return }
        let list = Text(listing: others, most: 10)
        Console.message(
            Say.text(
                nl: "Overgeslagen, dit zijn geen resultaten: \(list.nl).",
                en: "Passed over, as these are no results: \(list.en)."))
    }
}
