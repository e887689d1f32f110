import Assessments
import Exchange
import Foundation
import Intake
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
public enum ConversionError: Error, Sendable {
    /// There is nothing to read.
    case intake(IntakeError)
    /// An output cannot be written.
    case output(OutputError)
    /// A workbook cannot be written; the text says why.
    case workbook(path: String, reason: String)
}

extension Toolkit {
    /// Writes the `outputs` of `assessment` into the folder `name of the submission` in `folder`, which is made when it is missing.
    ///
    /// Every file is whole or absent. The workbooks are written at the same time as the rest, since writing them is most of the
    /// work.
    ///
    /// - Parameter summary: the summary of `assessment`, when it is at hand already.
    /// - Returns: the folder that was written.
    public func write(
        _ assessment: Assessment, to folder: String, _ outputs: Set<ConversionOutput> = Set(ConversionOutput.allCases),
        summary: SubmissionSummary? = nil
    ) throws(ConversionError) -> String {
        let target = (folder as NSString).appendingPathComponent(assessment.submission.name)
        try makeFolder(target)
        let wanted = ConversionOutput.allCases.filter(outputs.contains)
        let summary = summary ?? SubmissionSummary(assessment)
        let failure = Parallel.firstFailure(of: wanted.count) { index -> ConversionError? in
            do throws(ConversionError) {
                try write(assessment, summary, wanted[index], to: target)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        return target
    }

    private func write(
        _ assessment: Assessment, _ summary: SubmissionSummary, _ output: ConversionOutput, to target: String
    ) throws(ConversionError) {
        func path(_ name: String) -> String { (target as NSString).appendingPathComponent(name) }
        switch output {
        case .report:
            try workbook(path(output.mainFile)) {
                try ReportWorkbook.write(assessment, language, to: $0, toolVersion: Version.tool, summary: summary)
            }
        case .feedback:
            try workbook(path(output.mainFile)) {
                try FeedbackWorkbook.write(assessment, language, to: $0, summary: summary)
            }
        case .letter:
            let letter = Letter(assessment, summary, language)
            do {
                try OutputFile.write(letter.plainText, to: path("retourbericht.txt"))
                try OutputFile.write(letter.markdown, to: path(output.mainFile))
            } catch { throw .output(error) }
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
        do { try write(path) } catch { throw .workbook(path: path, reason: "\(error)") }
    }

    func makeFolder(_ path: String) throws(ConversionError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .output(.cannotWrite(path: path, reason: (error as NSError).localizedDescription))
        }
    }
}
