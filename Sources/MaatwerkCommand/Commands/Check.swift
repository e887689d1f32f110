import ArgumentParser
import Exchange
import Foundation
import Maatwerk

/// `maatwerk check`: what is wrong with submissions, without writing anything.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Say.text(
                nl: "Controleert inzendingen en zegt wat er te herstellen of te bespreken is.",
                en: "Checks submissions and says what to mend or to discuss."),
            discussion: Say.text(
                nl:
                    "Voorbeeld: maatwerk check examples/inzendingen/schoonmaak-sanitair-2026-q2 --register examples/register\nEen '-' leest één CSV van standaardinvoer.",
                en:
                    "Example: maatwerk check examples/inzendingen/schoonmaak-sanitair-2026-q2 --register examples/register\nA '-' reads one CSV from standard input."
            ))
    }

    @Argument(
        help: help(
            "Mappen, zips, werkmappen (xlsx, ods) of CSV-bestanden; '-' voor één CSV van standaardinvoer.",
            "Folders, zips, workbooks (xlsx, ods) or CSV files; '-' for one CSV from standard input."))
    var submissions: [String]

    @Option(help: help("Vorm van de uitvoer: text, json of csv.", "Form of the output: text, json or csv."))
    var format: Format = .text

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    func run() throws {
        let toolkit = try input.toolkit(common.chosenLanguage)
        let paths = try Submissions.existing(submissions, allowsStandardInput: true)
        let palette = Palette(isSwitchedOff: common.noColor)
        let progress = ProgressBar(total: paths.count, isQuiet: common.quiet)
        var outcome = Outcome.done
        if format == .csv { Console.output(FindingsCSV.heading, terminator: "") }
        for (index, path) in paths.enumerated() {
            do {
                let assessment = try toolkit.check(Submissions.files(at: path))
                progress.finish()
                if assessment.findings.counts[.error, default: 0] > 0, outcome == .done { outcome = .errorsFound }
                switch format {
                case .json:
                    FindingsJSON(assessment, toolkit.language, breaksLines: false).forEachBlock(Console.output)
                case .csv: FindingsCSV(assessment, toolkit.language).forEachBlock(Console.output)
                case .text:
                    if index > 0 { Console.output("") }
                    let report = TextReport(assessment, toolkit.language, palette, width: Console.width)
                    Console.output(report.lines().joined(separator: "\n"))
                }
            } catch {
                Console.message(Failure.text(error))
                outcome = .unreadableOrUnwritable
            }
            progress.advance()
        }
        progress.finish()
        guard outcome == .done else { throw outcome }
    }
}

/// Where submissions come from on the command line.
enum Submissions {
    /// The sign for standard input.
    static let standardInput = "-"

    /// `paths`, when each of them exists.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after naming what is missing.
    static func existing(_ paths: [String], allowsStandardInput: Bool) throws -> [String] {
        let missing = paths.filter { path in
            !(allowsStandardInput && path == standardInput) && !FileManager.default.fileExists(atPath: path)
        }
        for path in missing { Console.message(Failure.notFound(path)) }
        guard missing.isEmpty else { throw Outcome.wrongUsage }
        return paths
    }

    /// The paths in the file at `list`, one a line, or on standard input for `-`; none without a list.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after saying that the file cannot be read.
    static func listed(in list: String?) throws -> [String] {
        guard let list else { return [] }
        let handle = list == standardInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: list)
        guard let handle, let data = try? handle.readToEnd() ?? Data() else {
            Console.message(Failure.notFound(list))
            throw Outcome.wrongUsage
        }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The files of the submission at `path`, or one CSV from standard input.
    static func files(at path: String) throws(IntakeError) -> SubmissionFiles {
        guard path == standardInput else { return try SubmissionFiles(at: path) }
        let data = FileHandle.standardInput.readDataToEndOfFile()
        let file = SourceFile(name: "standaardinvoer.csv", bytes: Array(data))
        return SubmissionFiles(name: "standaardinvoer", files: [file], isSingleFile: true)
    }
}
