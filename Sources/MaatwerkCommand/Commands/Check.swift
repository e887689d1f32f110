import ArgumentParser
import Exchange
import FoundationEssentials
import Intake
import Maatwerk
import Plumbing

/// `maatwerk check`: what is wrong with submissions, without writing anything.
struct Check: Subcommand {
    static let position = 10
    static let dividesItsWork = true

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Say.text(
                nl: "Controleert inzendingen en zegt wat er te herstellen of te bespreken is.",
                en: "Checks submissions and says what to correct or to discuss."),
            discussion: Say.text(
                nl:
                    "Voorbeeld: maatwerk check examples/inzendingen/schoonmaak-sanitair-2026-q2 --register examples/register\nEen '-' leest één CSV van standaardinvoer. Met --quiet staan er alleen fouten.",
                en:
                    "Example: maatwerk check examples/inzendingen/schoonmaak-sanitair-2026-q2 --register examples/register\nA '-' reads one CSV from standard input. With --quiet there are errors only."
            ))
    }

    @Argument(
        help: help(
            "Mappen, zips, werkmappen (xlsx, ods) of CSV-bestanden; '-' voor één CSV van standaardinvoer.",
            "Folders, zips, workbooks (xlsx, ods) or CSV files; '-' for one CSV from standard input."))
    var submissions: [String]

    @Option(
        help: help(
            "Vorm van de uitvoer: \(Format.allValueStrings.inSentence(with: "of")).",
            "Form of the output: \(Format.allValueStrings.inSentence(with: "or"))."))
    var format: Format = .text

    @OptionGroup var register: RegisterOption
    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    /// A form of the output.
    enum Format: ExpressibleByArgument {
        case text, json, csv
        /// One that another program lays down.
        case machine(any MachineReport.Type)

        private static let all: [(name: String, format: Format)] =
            [("text", .text), ("json", .json), ("csv", .csv)]
            + MachineReports.all.map { ($0.name, .machine($0)) }

        static var allValueStrings: [String] { all.map(\.name) }
        var defaultValueDescription: String { "text" }

        init?(argument: String) {
            guard let found = Self.all.first(where: { $0.name == argument }) else { return nil }
            self = found.format
        }

        /// The form that another program lays down; nil for one of ours.
        var machine: (any MachineReport.Type)? {
            if case .machine(let machine) = self { machine } else { nil }
        }

        var isText: Bool { if case .text = self { true } else { false } }
        var isCSV: Bool { if case .csv = self { true } else { false } }
    }

    func run() throws {
        guard !Worker.isWorker else { return Worker.run(try work(.ofChild)) }
        try input.requireSound(register)
        let list = try SubmissionList(submissions, allowsStandardInput: true)
        let palette = TerminalPalette(isSwitchedOff: common.noColor)
        if !common.quiet { list.mentionStrays() }
        if format.isCSV { Console.output(FindingsCSV.heading, terminator: "") }
        if let machine = format.machine { Console.output(machine.opening, terminator: "") }
        let outcome = try check(list.entries, palette)
        if let machine = format.machine { Console.output(machine.closing, terminator: "") }
        guard outcome == .done else { throw outcome }
    }

    /// Checks all submissions in a child of this process, so that one that ends early takes one submission with it.
    private func check(_ entries: [SubmissionList.Entry], _ palette: TerminalPalette) throws -> Outcome {
        let progress = ProgressBar(total: entries.count, isQuiet: common.quiet)
        var overview = CheckOverview(common.chosenLanguage)
        var outcome = Outcome.done
        var pending = PendingOutput(isText: format.isText, separator: format.machine?.separator ?? "")
        func fail(_ index: Int, _ message: String) {
            progress.finish()
            pending.discard()
            Console.message(message)
            if let machine = format.machine {
                pending.add(Array(machine.piece(unreadable: message, origin(of: entries[index].path)).utf8))
                pending.write()
            }
            overview.addUnreadable()
            outcome = .unreadableOrUnwritable
            progress.advance()
        }
        var events = WorkerPool.Events(
            done: { index, bytes in
                guard let reply = CheckReply(bytes) else { return fail(index, Failure.unexpected(entries[index].path)) }
                if let message = reply.message { return fail(index, message) }
                progress.finish()
                pending.write()
                if reply.errors > 0, outcome == .done { outcome = .errorsFound }
                overview.add(reply)
                progress.advance()
            },
            lost: { index, ending in fail(index, Failure.lost(entries[index].path, ending)) })
        events.output = { _, bytes in pending.add(bytes) }
        events.remark = { Console.message(String(decoding: $0, as: UTF8.self)) }
        let look = CheckLook(
            width: Console.width, hasColors: palette.isOn, isOneOfMany: entries.count > 1, isQuiet: common.quiet)
        let pieces = entries.map { WorkItem(path: $0.path, name: look.encoded + $0.name).bytes }
        try WorkerPool.run(pieces, events, children: 1) { try work(.ofThisProcess { pending.add($0) }) }
        progress.finish()
        if format.isText, entries.count > 1, !common.quiet {
            Console.output("\n" + overview.lines(palette, width: Console.width).joined(separator: "\n"))
        }
        return outcome
    }

    private func origin(of path: String) -> MachineOrigin {
        MachineOrigin(
            path: path, isFolder: FileSystem.kind(of: path) == .folder, language: common.chosenLanguage,
            toolVersion: Version.tool)
    }

    /// Where a check's output goes.
    private struct Sink {
        let write: ([UInt8]) -> Void
        static var ofChild: Sink { Sink { Worker.answer(.output, $0) } }
        static func ofThisProcess(_ write: @escaping ([UInt8]) -> Void) -> Sink { Sink(write: write) }
    }

    /// The child's part: checks one submission after the other.
    private func work(_ sink: Sink) throws -> ([UInt8]) -> [UInt8] {
        Toolkit.layOutAhead(comparesTables: false)
        let toolkit = try input.toolkit(register, common.chosenLanguage)
        return { bytes in
            let item = WorkItem(bytes)
            let (look, name) = CheckLook.decoded(item.name)
            TestCrash.strike(at: name)
            do throws(IntakeError) {
                let assessment = try toolkit.check(SubmissionList.files(at: item.path))
                switch format {
                case .json: FindingsJSON(assessment, toolkit.language, breaksLines: false).forEachBlock(sink.write)
                case .csv: FindingsCSV(assessment, toolkit.language).forEachBlock(sink.write)
                case .machine(let machine):
                    sink.write(Array(machine.piece(of: assessment, origin(of: item.path)).utf8))
                // Where nobody asks for more than errors, and there are none, nothing is worked out.
                case .text where look.isQuiet && assessment.findings.counts[.error, default: 0] == 0: break
                case .text:
                    let report = TextReport(
                        assessment,
                        Terminal(
                            language: toolkit.language, palette: TerminalPalette(isOn: look.hasColors),
                            width: look.width))
                    let lines =
                        look.isQuiet ? report.errorLines() : report.lines(namesNotTested: !look.isOneOfMany)
                    sink.write(Array(lines.joined(separator: "\n").utf8))
                }
                return CheckReply(assessment).bytes
            } catch {
                return CheckReply(message: Failure.text(error)).bytes
            }
        }
    }
}

/// How a check looks on the terminal of the process that asked for it.
private struct CheckLook {
    let width: Int
    let hasColors: Bool
    let isOneOfMany: Bool
    let isQuiet: Bool

    /// The look as a word before a name.
    var encoded: String { "\(width),\(hasColors),\(isOneOfMany),\(isQuiet):" }

    /// The look and the name that ``encoded`` and a name became.
    static func decoded(_ text: String) -> (look: CheckLook, name: String) {
        let end = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        let parts = text[..<end].split(separator: ",").map(String.init)
        let flag = { (index: Int) in parts.count > index && parts[index] == "true" }
        let look = CheckLook(
            width: parts.first.flatMap(Int.init) ?? 100, hasColors: flag(1), isOneOfMany: flag(2), isQuiet: flag(3))
        return (look, end < text.endIndex ? String(text.utf8[text.utf8.index(after: end)...]) ?? "" : "")
    }
}

/// The output of one submission, kept until it is whole: one that is lost halfway leaves no half object behind. What is very long is
/// written as it comes.
private struct PendingOutput {
    private let isText: Bool
    /// What stands between two submissions, in a form that has something there.
    private let separator: String
    private var bytes: [UInt8] = []
    private var isRunning = false
    private var hasWritten = false

    private static let mostBytes = 64 << 20

    init(isText: Bool, separator: String) { (self.isText, self.separator) = (isText, separator) }

    mutating func add(_ more: [UInt8]) {
        if bytes.isEmpty, !isRunning, hasWritten { bytes += Array(separator.utf8) }
        bytes += more
        guard !isText, bytes.count > Self.mostBytes else { return }
        isRunning = true
        Console.output(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// The submission is whole.
    mutating func write() {
        defer { (bytes, isRunning) = ([], false) }
        guard isText else {
            hasWritten = hasWritten || !bytes.isEmpty || isRunning
            return Console.output(bytes)
        }
        guard !bytes.isEmpty else { return }
        if hasWritten { Console.output("") }
        hasWritten = true
        Console.output(String(decoding: bytes, as: UTF8.self))
    }

    /// The submission was lost.
    mutating func discard() {
        // What was written already ends here, so that what follows begins on a line of its own.
        if isRunning { Console.output([0x0A]) }
        (bytes, isRunning) = ([], false)
    }
}
