import Assessments
import Exchange
import FoundationEssentials
import Glibc
import Intake
import Plumbing
import Spreadsheets
import SocialReturnModel
import Workbooks

/// The outputs that converting a submission makes.
public enum ConversionOutput: String, CaseIterable, Sendable {
    /// `rapport.xlsx`, for the contract manager.
    case report = "rapport"
    /// `terugkoppeling.xlsx`, for the supplier.
    case feedback = "terugkoppeling"
    /// `retourbericht.md` and `retourbericht.txt`, for the supplier: ready to paste into a mail.
    case letter = "retourbericht"
    /// `gegevens/`, for any tool.
    case data = "gegevens"
    /// `bevindingen.json`, for programs.
    case findings = "bevindingen"
}

/// What keeps a submission from being converted.
public enum ConversionError: Error, Sendable, Hashable {
    /// There is nothing to read.
    case intake(IntakeError)
    /// An output cannot be written.
    case output(OutputError)
    /// A workbook cannot be written; the problem says why.
    case workbook(path: String, WorkbookProblem)
    /// Another process makes the same submission, and takes very long; the words say which and since when.
    case held(path: String, by: String)
    /// This program made a mistake with the file at the path.
    case fault(path: String)

    /// What keeps a workbook from being written.
    public enum WorkbookProblem: Sendable, Hashable {
        /// The system refuses the file; `errno`.
        case system(Int32)
        /// The folder for temporary files fails; `errno`, or 0.
        case temporaryFolder(Int32)
        /// The folder for temporary files has too little room: bytes needed, and bytes there are.
        case noRoom(needed: Int, available: Int)
    }

    /// The error for what writing the workbook at `path` threw.
    init(workbook path: String, _ error: any Error) {
        switch error {
        case SpreadsheetError.cannotWrite(_, let number): self = .workbook(path: path, .system(number))
        case SpreadsheetError.temporaryFile(let number): self = .workbook(path: path, .temporaryFolder(number))
        case SpreadsheetError.notEnoughSpace(let needed, let available):
            self = .workbook(path: path, .noRoom(needed: needed, available: available))
        // A part that is shorter than what went into it: the disk was full.
        case SpreadsheetError.incomplete: self = .workbook(path: path, .system(ENOSPC))
        default: self = .fault(path: path)
        }
    }

    /// The same error, told of the place of a result instead of the folder in which it grew.
    func inPlace(of staging: String, _ target: String) -> ConversionError {
        func moved(_ path: String) -> String { path.replacingText(staging, with: target) }
        switch self {
        case .output(.cannotWrite(let path, let number)):
            return .output(.cannotWrite(path: moved(path), errorNumber: number))
        case .workbook(let path, let problem): return .workbook(path: moved(path), problem)
        case .fault(let path): return .fault(path: moved(path))
        case .intake, .held: return self
        }
    }
}

extension Toolkit {
    /// Writes the `outputs` of `assessment` into the folder `name of the submission` in `folder`, which is made when it is missing.
    ///
    /// The outputs take their place together, in the stead of those that stood there.
    ///
    /// - Parameters:
    ///   - assessment: what was read and judged.
    ///   - folder: the folder in which that of the submission stands.
    ///   - outputs: what to write.
    ///   - summary: the summary of `assessment`, when it is at hand already.
    /// - Returns: the folder that was written.
    public func write(
        _ assessment: Assessment, to folder: String, _ outputs: Set<ConversionOutput> = Set(ConversionOutput.allCases),
        summary: SubmissionSummary? = nil
    ) throws(ConversionError) -> String {
        let name = ResultName.folder(assessment.submission.name)
        let target = folder + "/" + name
        let staging: Staging
        do { staging = try Staging(name, in: folder) } catch { throw .output(error) }
        do throws(ConversionError) {
            try write(assessment, summary ?? SubmissionSummary(assessment), outputs, into: staging.folder)
            // Here nobody is told of decisions, so none are taken over: the filled-in report stays.
            var toolkit = self
            toolkit.forgetRegisterFolder()
            var reportGuard = ReportGuard(name, in: target)
            reportGuard.collect(madeAs: nil, &toolkit) { _ in }
            do {
                try reportGuard.keepIfNeeded(in: staging.folder) { _ in }
                try ResultManifest(assessment, self, outputs: ResultManifest.allOutputs(in: staging.folder))
                    .write(to: staging.folder)
            } catch { throw .output(error) }
        } catch {
            staging.discard()
            throw error.inPlace(of: staging.folder, target)
        }
        do { try staging.commit() } catch { throw .output(error) }
        return target
    }

    /// Writes the `outputs` of `assessment` into `folder`, at the same time, since writing the workbooks is most of the work. What the sheets of the
    /// report come to is put in `contents`.
    func write(
        _ assessment: Assessment, _ summary: SubmissionSummary, _ outputs: Set<ConversionOutput>, into folder: String,
        contents: ReportContentSums? = nil
    ) throws(ConversionError) {
        let wanted = ConversionOutput.allCases.filter(outputs.contains)
        let failure = Parallel.firstFailure(of: wanted.count) { index -> ConversionError? in
            do throws(ConversionError) {
                try write(assessment, summary, wanted[index], to: folder, contents)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        if let sender, outputs.contains(.letter), outputs.contains(.feedback) {
            try writeMail(from: sender, assessment, summary, into: folder)
        }
    }

    /// Writes `letter` as text and as Markdown into `folder`.
    func write(_ letter: Letter, into folder: String) throws(OutputError) {
        let names = ConversionOutput.letter.names
        try OutputFile.write(letter.plainText, to: folder + "/" + names[1])
        try OutputFile.write(letter.markdown, to: folder + "/" + names[2])
    }

    /// Writes the report for the contract manager on `assessment` to the file at `path`, where it is whole or absent.
    public func writeReport(_ assessment: Assessment, to path: String) throws(ConversionError) {
        try writeReport(assessment, SubmissionSummary(assessment), to: path)
    }

    /// Writes the feedback for the supplier on `assessment` to the file at `path`, where it is whole or absent.
    public func writeFeedback(_ assessment: Assessment, to path: String) throws(ConversionError) {
        try writeFeedback(assessment, SubmissionSummary(assessment), to: path)
    }

    private func writeReport(
        _ assessment: Assessment, _ summary: SubmissionSummary, to path: String, _ contents: ReportContentSums? = nil
    ) throws(ConversionError) {
        try workbook(path) {
            try ReportWorkbook.write(
                assessment, language, to: $0, toolVersion: Version.tool, summary: summary,
                contents: contents.map { contents in { contents.sums = $0 } })
        }
    }

    private func writeFeedback(
        _ assessment: Assessment, _ summary: SubmissionSummary, to path: String
    ) throws(ConversionError) {
        try workbook(path) { try FeedbackWorkbook.write(assessment, language, to: $0, summary: summary) }
    }

    private func write(
        _ assessment: Assessment, _ summary: SubmissionSummary, _ output: ConversionOutput, to target: String,
        _ contents: ReportContentSums?
    ) throws(ConversionError) {
        func path(_ name: String) -> String { target + "/" + name }
        switch output {
        case .report: try writeReport(assessment, summary, to: path(output.mainFile), contents)
        case .feedback: try writeFeedback(assessment, summary, to: path(output.mainFile))
        case .letter:
            do { try write(Letter(assessment, summary, language), into: target) } catch { throw .output(error) }
        case .data:
            let folder = path(output.names[0])
            try makeFolder(folder)
            do { try DataPackage(assessment, language).write(to: folder) } catch { throw .output(error) }
        case .findings:
            do {
                let file = try OutputFile(at: path(output.mainFile))
                try FindingsJSON(assessment, language, breaksLines: true).write(to: file)
                try file.finish()
            } catch { throw .output(error) }
        }
    }

    private func workbook(_ path: String, _ write: (String) throws -> Void) throws(ConversionError) {
        do { try write(path) } catch { throw ConversionError(workbook: path, error) }
    }

    func makeFolder(_ path: String) throws(ConversionError) {
        do { try Staging.makeFolder(path) } catch { throw .output(error) }
    }
}

/// What the cells of the sheets of a report come to. One thread writes it, and it is read when the report is there.
final class ReportContentSums: @unchecked Sendable {
    /// The sums by the names of the sheets.
    var sums: [String: ContentSum] = [:]
}
