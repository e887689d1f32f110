import ArgumentParser
import Exchange
import Maatwerk
import Plumbing

/// `maatwerk convert`: workbooks, findings and open data, a folder a submission.
struct Convert: Subcommand {
    static let position = 20
    static let dividesItsWork = true

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "convert",
            abstract: Say.text(
                nl:
                    "Maakt per inzending het rapport, de terugkoppeling met een brief, de bevindingen en de "
                    + "open gegevens.",
                en: "Makes the report, the feedback with a letter, the findings and the open data of each submission."),
            discussion: Say.text(
                nl: "Voorbeeld: maatwerk convert inbox/* --register register --output uit --jobs 2",
                en: "Example: maatwerk convert inbox/* --register register --output out --jobs 2"))
    }

    @Argument(
        help: help(
            "Mappen, zips, werkmappen (xlsx, ods) of CSV-bestanden.",
            "Folders, zips, workbooks (xlsx, ods) or CSV files."))
    var submissions: [String] = []

    @Option(
        name: .customLong("files-from"),
        help: help(
            "Bestand met een inzending per regel (of met een NUL na elke naam), of '-' voor standaardinvoer.",
            "File with a submission a line (or with a NUL behind each name), or '-' for standard input."))
    var list: String?

    @Option(help: help("Map voor de resultaten.", "Folder for the results."))
    var output: String

    @Option(
        help: help(
            "Maak alleen dit: rapport, terugkoppeling, retourbericht, gegevens of bevindingen.",
            "Make only this: rapport, terugkoppeling, retourbericht, gegevens or bevindingen."))
    var only: ConversionOutput?

    @Option(help: help("Aantal inzendingen tegelijk, 1 of meer.", "Number of submissions at a time, 1 or more."))
    var jobs: Int = 1

    @Option(
        help: help(
            "Alleen deel I van N, om het werk te verdelen.", "Only part I of N, to share the work.", valueName: "i/n"))
    var shard: Shard?

    @Flag(help: help("Maak ook opnieuw wat niet is veranderd.", "Make again what has not changed too."))
    var rebuild = false

    @Option(help: help("Vorm van de uitvoer: text of json.", "Form of the output: text or json."))
    var format: Format = .text

    @Flag(help: help("Eindig met 1 als er een fout is gevonden.", "End with 1 when an error was found."))
    var strict = false

    @Option(
        help: help(
            "Maak ook een mail van elke brief, met de terugkoppeling erbij, van dit adres: retourbericht.eml.",
            "Also make a mail of each letter, with the feedback attached, from this address: retourbericht.eml.",
            valueName: "from"))
    var mail: String?

    @OptionGroup var elsewhere: ElsewhereOption
    @OptionGroup var register: RegisterOption
    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError(Say.text(nl: "--jobs is ten minste 1.", en: "--jobs is at least 1."))
        }
        try MailOption.require(mail)
        guard mail == nil || only == nil else {
            throw ValidationError(
                Say.text(
                    nl: "--mail gaat niet samen met --only: een mail heeft de brief en de terugkoppeling nodig.",
                    en: "--mail does not go with --only: a mail needs the letter and the feedback."))
        }
        guard !submissions.isEmpty || list != nil else {
            throw ValidationError(
                Say.text(
                    nl: "Geef ten minste één inzending, of --files-from met een lijst.",
                    en: "Give at least one submission, or --files-from with a list."))
        }
    }

    func run() throws {
        guard !Worker.isWorker else { return Worker.run(try work()) }
        try input.requireSound(register)
        let list = try SubmissionList(submissions, listed: SubmissionList.listed(in: self.list))
        try list.refuseDoubleNames()
        try OutputFolder.require(output, inputs: list.entries)
        let entries = shard?.part(of: list.entries) ?? list.entries
        if !common.quiet { list.mentionStrays() }
        if self.list != nil, !common.quiet { mentionOtherResults(than: list.entries) }
        if list.entries.isEmpty {
            // A batch on an inbox that is empty is no mistake; that nothing was made is told all the same.
            Console.message(
                Say.text(
                    nl: "De lijst van --files-from noemt geen inzending. Er is niets gemaakt.",
                    en: "The list of --files-from names no submission. Nothing was made."))
        }
        do {
            try Batch.prepare(output)
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        let made = try convert(entries)
        var outcome = report(made)
        do {
            try Batch.prepare(output)
            try BatchSummary.update(output, known: made.map(\.record))
        } catch {
            Console.message(Failure.text(error))
            outcome = .unreadableOrUnwritable
        }
        guard outcome == .done else { throw outcome }
    }

    /// Names the results that stand in the output and are of none of `entries`: whoever took a submission out of an inbox would find its figures
    /// in the ministry's workbook all the same.
    private func mentionOtherResults(than entries: [SubmissionList.Entry]) {
        let known = Set(entries.map { ResultName.folder($0.name) })
        let names = Verification.results(in: output).map { PathName($0).last }
        let others = names.filter { !known.contains($0) && $0 != output }
        guard !others.isEmpty else { return }
        let shown = Text(listing: others.map(Failure.safe), most: 3)
        Console.message(
            others.count == 1
                ? Say.text(
                    nl:
                        "In \(Failure.safe(output)) staat ook een resultaat van een inzending buiten deze lijst: \(shown.nl). Het blijft staan.",
                    en:
                        "\(Failure.safe(output)) also holds a result of a submission outside this list: \(shown.en). It stays."
                )
                : Say.text(
                    nl:
                        "In \(Failure.safe(output)) staan ook \(others.count) resultaten van inzendingen buiten deze lijst: "
                        + "\(shown.nl). Zij blijven staan.",
                    en:
                        "\(Failure.safe(output)) also holds \(others.count) results of submissions outside this list: "
                        + "\(shown.en). They stay."))
    }

    /// What became of a submission.
    private struct Made {
        let outcome: ConversionReply.Outcome
        let record: SubmissionRecord
    }

    /// Converts all submissions in children of this process, so that one that ends early takes one submission with it.
    private func convert(_ entries: [SubmissionList.Entry]) throws -> [Made] {
        let progress = ProgressBar(total: entries.count, isQuiet: common.quiet)
        var made = [Made?](repeating: nil, count: entries.count)
        func fail(_ index: Int, _ message: String) {
            let record = SubmissionRecord(failed: entries[index].name, message: message)
            Batch.keepFailure(record, in: output)
            made[index] = Made(outcome: .failed, record: record)
            progress.advance()
        }
        var events = WorkerPool.Events(
            done: { index, bytes in
                guard let reply = ConversionReply(bytes) else {
                    return fail(index, Failure.unexpected(entries[index].path))
                }
                made[index] = Made(outcome: reply.outcome, record: reply.record)
                progress.advance()
            },
            lost: { index, ending in fail(index, Failure.lost(entries[index].path, ending)) })
        events.remark = { bytes in
            progress.finish()
            Console.message(String(decoding: bytes, as: UTF8.self))
        }
        let pieces = entries.map { WorkItem(path: $0.path, name: $0.name).bytes }
        try WorkerPool.run(pieces, events, children: jobs) { try work() }
        progress.finish()
        return made.enumerated().map { index, made in
            made
                ?? Made(
                    outcome: .failed,
                    record: SubmissionRecord(
                        failed: entries[index].name, message: Failure.unexpected(entries[index].path)))
        }
    }

    /// The child's part: converts one submission after the other.
    private func work() throws -> ([UInt8]) -> [UInt8] {
        Toolkit.layOutAhead(comparesTables: register.register != nil && (only ?? .report) == .report)
        var toolkit = try input.toolkit(register, common.chosenLanguage)
        toolkit.showsSecondHandTables = elsewhere.secondHand
        toolkit.sender = mail.flatMap(MailAddress.init)
        let batch = Batch(
            toolkit, to: output, only.map { Set([$0]) } ?? Set(ConversionOutput.allCases), makesAll: rebuild)
        return { bytes in
            let item = WorkItem(bytes)
            TestCrash.strike(at: item.name)
            let outcome = batch.convert(
                item.path, as: item.name, explain: Failure.text,
                waiting: { holder in
                    Console.message(
                        Say.text(
                            nl:
                                "\(Failure.safe(item.name)) wordt al gemaakt (\(Failure.safe(holder))); ik "
                                + "wacht daarop.",
                            en:
                                "\(Failure.safe(item.name)) is being made already (\(Failure.safe(holder))); "
                                + "I wait for that."
                        ))
                },
                withoutAddress: {
                    Console.message(
                        Say.text(
                            nl:
                                "\(Failure.safe(item.name)): geen mailadres op het voorblad (contact) of in "
                                + "leveranciers.csv; vul de "
                                + "ontvanger van retourbericht.eml zelf in.",
                            en:
                                "\(Failure.safe(item.name)): no address on the cover (contact) or in "
                                + "leveranciers.csv; fill in the "
                                + "recipient of retourbericht.eml yourself."))
                },
                notice: { notice in for line in notice.lines { Console.message(line) } })
            return ConversionReply(outcome).bytes
        }
    }

    /// Says what became of each submission, and of all together.
    private func report(_ made: [Made]) -> Outcome {
        var outcome = Outcome.done
        var (unchanged, failed) = (0, 0)
        for result in made {
            let record = result.record
            if strict, record.counts.fout > 0, outcome == .done { outcome = .errorsFound }
            if format == .json { Console.output(Array((record.line + "\n").utf8)) }
            switch result.outcome {
            case .converted: if format == .text, !common.quiet { Console.output(line(of: record)) }
            case .unchanged: unchanged += 1
            case .failed:
                Console.message(record.message ?? "")
                outcome = .unreadableOrUnwritable
                failed += 1
            }
        }
        if !common.quiet, made.count > 1 || unchanged > 0 {
            let (converted, isOne) = (made.count - unchanged - failed, made.count == 1)
            Console.message(
                Say.text(
                    nl:
                        "\(made.count) \(isOne ? "inzending" : "inzendingen"): \(converted) gemaakt, \(unchanged) ongewijzigd, \(failed) mislukt.",
                    en:
                        "\(made.count) \(isOne ? "submission" : "submissions"): \(converted) made, \(unchanged) unchanged, \(failed) failed."
                ))
        }
        return outcome
    }

    private func line(of record: SubmissionRecord) -> String {
        let (rows, counts) = (record.rows, record.counts)
        let folder = Failure.safe(output + "/" + record.submission)
        return Say.text(
            nl: """
                \(folder): \(record.status); \(rows.accepted) van \(rows.read) \(rows.read == 1 ? "rij" : "rijen") meegeteld; \
                fout \(counts.fout), \
                waarschuwing \(counts.waarschuwing), signaal \(counts.signaal)
                """,
            en: """
                \(folder): \(SubmissionStatus.named(record.status)?.name.en ?? record.status); \
                \(rows.accepted) of \(rows.read) \(rows.read == 1 ? "row" : "rows") counted; error \(counts.fout), \
                warning \(counts.waarschuwing), signal \(counts.signaal)
                """)
    }
}

/// What a child says of a submission that it converted.
private struct ConversionReply {
    /// What became of it.
    enum Outcome: UInt8 { case converted, unchanged, failed }

    let outcome: Outcome
    let record: SubmissionRecord

    init(_ outcome: Batch.Outcome) {
        record = outcome.record
        self.outcome =
            switch outcome {
            case .converted: .converted
            case .unchanged: .unchanged
            case .failed: .failed
            }
    }

    init?(_ bytes: [UInt8]) {
        guard let outcome = bytes.first.flatMap(Outcome.init),
            let record = SubmissionRecord(line: Array(bytes.dropFirst()))
        else { return nil }
        (self.outcome, self.record) = (outcome, record)
    }

    var bytes: [UInt8] { [outcome.rawValue] + Array(record.line.utf8) }
}

extension ConversionOutput: ExpressibleByArgument {}
