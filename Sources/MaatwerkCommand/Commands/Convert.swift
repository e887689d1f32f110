import ArgumentParser
import Foundation
import Maatwerk
import Synchronization

/// `maatwerk convert`: workbooks, findings and open data, a folder a submission.
struct Convert: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Say.text(
                nl: "Maakt per inzending het rapport, de terugkoppeling, de bevindingen en de open gegevens.",
                en: "Makes the report, the feedback, the findings and the open data of each submission."),
            discussion: Say.text(
                nl: "Voorbeeld: maatwerk convert inbox/* --register register --output uit --jobs 2",
                en: "Example: maatwerk convert inbox/* --register register --output out --jobs 2"))
    }

    @Argument(help: help("Mappen of CSV-bestanden.", "Folders or CSV files."))
    var submissions: [String]

    @Option(help: help("Map voor de resultaten.", "Folder for the results."))
    var output: String

    @Option(
        help: help(
            "Maak alleen dit: rapport, terugkoppeling, gegevens of bevindingen.",
            "Make only this: rapport, terugkoppeling, gegevens or bevindingen."))
    var only: ConversionOutput?

    @Option(help: help("Aantal inzendingen tegelijk.", "Number of submissions at a time."))
    var jobs: Int = 1

    @Flag(help: help("Eindig met 1 als er een fout is gevonden.", "End with 1 when an error was found."))
    var strict = false

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError(Say.text(nl: "--jobs is ten minste 1.", en: "--jobs is at least 1."))
        }
    }

    func run() throws {
        let toolkit = try input.toolkit(common.chosenLanguage)
        let paths = try Submissions.existing(submissions, allowsStandardInput: false)
        try refuseDoubleNames(paths)
        let progress = ProgressBar(total: paths.count, isQuiet: common.quiet)
        let outputs = only.map { Set([$0]) } ?? Set(ConversionOutput.allCases)
        let results = Mutex([Result<Converted, ConversionError>?](repeating: nil, count: paths.count))
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, paths.count)) { _ in
            while let index = next.withLock({ next in
                next < paths.count
                    ? {
                        next += 1; return next - 1
                    }() : nil
            }) {
                let result = Self.convert(paths[index], toolkit, output, outputs)
                results.withLock { $0[index] = result }
                progress.advance()
            }
        }
        progress.finish()
        try report(results.withLock { $0 })
    }

    /// What is said of a submission that was converted.
    private struct Converted: Sendable {
        let folder: String
        let rows: RowCounts
        let errors: Int
        let warnings: Int
        let signals: Int
    }

    private static func convert(
        _ path: String, _ toolkit: Toolkit, _ output: String, _ outputs: Set<ConversionOutput>
    ) -> Result<Converted, ConversionError> {
        do throws(ConversionError) {
            let assessment: Assessment
            do { assessment = try toolkit.check(path) } catch { throw .intake(error) }
            let folder = try toolkit.write(assessment, to: output, outputs)
            let counts = assessment.findings.counts
            return .success(
                Converted(
                    folder: folder, rows: assessment.submission.rowCounts, errors: counts[.error, default: 0],
                    warnings: counts[.warning, default: 0], signals: counts[.signal, default: 0]))
        } catch {
            return .failure(error)
        }
    }

    private func report(_ results: [Result<Converted, ConversionError>?]) throws {
        var outcome = Outcome.done
        for result in results.compactMap({ $0 }) {
            switch result {
            case .success(let converted):
                if strict, converted.errors > 0, outcome == .done { outcome = .errorsFound }
                guard !common.quiet else { continue }
                let rows = converted.rows
                Console.output(
                    Say.text(
                        nl: """
                            \(converted.folder): \(rows.accepted) van \(rows.read) rijen tellen mee; fout \(converted.errors), \
                            waarschuwing \(converted.warnings), signaal \(converted.signals)
                            """,
                        en: """
                            \(converted.folder): \(rows.accepted) of \(rows.read) rows count; error \(converted.errors), warning \
                            \(converted.warnings), signal \(converted.signals)
                            """))
            case .failure(let error):
                Console.message(Failure.text(error))
                outcome = .unreadableOrUnwritable
            }
        }
        guard outcome == .done else { throw outcome }
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
