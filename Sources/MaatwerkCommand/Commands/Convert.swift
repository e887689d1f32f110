import ArgumentParser
import Foundation
import Maatwerk
import Synchronization

/// `maatwerk convert`: workbooks, findings and open data, a folder a submission.
struct Convert: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Say.text(
                nl:
                    "Maakt per inzending het rapport, de terugkoppeling met een brief, de bevindingen en de open gegevens.",
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
            "Bestand met een inzending per regel, of '-' voor standaardinvoer.",
            "File with a submission a line, or '-' for standard input."))
    var list: String?

    @Option(help: help("Map voor de resultaten.", "Folder for the results."))
    var output: String

    @Option(
        help: help(
            "Maak alleen dit: rapport, terugkoppeling, retourbericht, gegevens of bevindingen.",
            "Make only this: rapport, terugkoppeling, retourbericht, gegevens or bevindingen."))
    var only: ConversionOutput?

    @Option(help: help("Aantal inzendingen tegelijk.", "Number of submissions at a time."))
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

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError(Say.text(nl: "--jobs is ten minste 1.", en: "--jobs is at least 1."))
        }
        guard !submissions.isEmpty || list != nil else {
            throw ValidationError(
                Say.text(
                    nl: "Geef ten minste één inzending, of --files-from met een lijst.",
                    en: "Give at least one submission, or --files-from with a list."))
        }
    }

    func run() throws {
        let toolkit = try input.toolkit(common.chosenLanguage)
        let all = try Submissions.existing(submissions + Submissions.listed(in: list), allowsStandardInput: false)
        try refuseDoubleNames(all)
        let paths = shard?.part(of: all) ?? all
        let progress = ProgressBar(total: paths.count, isQuiet: common.quiet)
        let batch = Batch(
            toolkit, to: output, only.map { Set([$0]) } ?? Set(ConversionOutput.allCases), makesAll: rebuild)
        let outcomes = Mutex([Batch.Outcome?](repeating: nil, count: paths.count))
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, paths.count)) { _ in
            while let index = next.withLock({ next in
                next < paths.count
                    ? {
                        next += 1; return next - 1
                    }() : nil
            }) {
                let outcome = batch.convert(paths[index], explain: Failure.text)
                outcomes.withLock { $0[index] = outcome }
                progress.advance()
            }
        }
        progress.finish()
        let made = outcomes.withLock { $0.compactMap { $0 } }
        var outcome = report(made)
        do {
            try BatchSummary(of: output, known: made.map(\.record)).write(to: output)
        } catch {
            Console.message(Failure.text(.output(error)))
            outcome = .unreadableOrUnwritable
        }
        guard outcome == .done else { throw outcome }
    }

    /// Says what became of each submission, and of all together.
    private func report(_ made: [Batch.Outcome]) -> Outcome {
        var outcome = Outcome.done
        var (unchanged, failed) = (0, 0)
        for result in made {
            let record = result.record
            if strict, record.counts.fout > 0, outcome == .done { outcome = .errorsFound }
            if format == .json { Console.output(record.line) }
            switch result {
            case .converted: if format == .text, !common.quiet { Console.output(line(of: record)) }
            case .unchanged: unchanged += 1
            case .failed(_, let error):
                Console.message(Failure.text(error))
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
        let folder = Failure.safe((output as NSString).appendingPathComponent(record.submission))
        return Say.text(
            nl: """
                \(folder): \(record.status); \(rows.accepted) van \(rows.read) rijen tellen mee; fout \(counts.fout), \
                waarschuwing \(counts.waarschuwing), signaal \(counts.signaal)
                """,
            en: """
                \(folder): \(record.status); \(rows.accepted) of \(rows.read) rows count; error \(counts.fout), \
                warning \(counts.waarschuwing), signal \(counts.signaal)
                """)
    }

    /// Two submissions of the same name would write over each other.
    private func refuseDoubleNames(_ paths: [String]) throws {
        var first: [String: String] = [:]
        for path in paths {
            let name = SubmissionFiles.name(at: path)
            if let other = first.updateValue(path, forKey: name), other != path {
                Console.message(
                    Say.text(
                        nl:
                            "\(Failure.safe(other)) en \(Failure.safe(path)) krijgen dezelfde uitvoermap '\(name)'. Geef er één een andere naam.",
                        en:
                            "\(Failure.safe(other)) and \(Failure.safe(path)) would share the folder '\(name)'. Rename one."
                    ))
                throw Outcome.wrongUsage
            }
        }
    }
}

extension ConversionOutput: ExpressibleByArgument {}
