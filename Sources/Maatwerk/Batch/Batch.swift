import Assessments
import Exchange
import Foundation
import Intake
import Spreadsheets

/// Converts many submissions into one folder, each only when something changed that its outputs depend on.
///
/// A batch is a value without state: several threads, processes or machines may convert parts of an inbox into the same folder. What was
/// interrupted is completed by running again.
public struct Batch: Sendable {
    /// The folder for the results.
    public let output: String
    private let toolkit: Toolkit
    private let outputs: Set<ConversionOutput>
    private let makesAll: Bool
    private let fingerprint: BatchFingerprint

    /// What became of a submission.
    public enum Outcome: Sendable {
        /// Its outputs were made.
        case converted(SubmissionRecord)
        /// Its outputs were there, and nothing has changed.
        case unchanged(SubmissionRecord)
        /// It could not be converted.
        case failed(SubmissionRecord, ConversionError)

        /// What is kept of the submission.
        public var record: SubmissionRecord {
            switch self {
            case .converted(let record), .unchanged(let record), .failed(let record, _): record
            }
        }
    }

    /// A batch that writes `outputs` into the folder `output`; `makesAll` also makes what has not changed.
    public init(
        _ toolkit: Toolkit, to output: String, _ outputs: Set<ConversionOutput> = Set(ConversionOutput.allCases),
        makesAll: Bool = false
    ) {
        self.toolkit = toolkit
        self.output = output
        self.outputs = outputs
        self.makesAll = makesAll
        fingerprint = BatchFingerprint(toolkit, outputs)
    }

    /// Converts the submission at `path`. `explain` gives the sentence for what kept it from being converted.
    public func convert(_ path: String, explain: (ConversionError) -> String) -> Outcome {
        do throws(ConversionError) {
            let files: SubmissionFiles
            do { files = try SubmissionFiles(at: path) } catch { throw .intake(error) }
            let digest = fingerprint.of(files)
            if !makesAll, let record = finished(files.name, digest) { return .unchanged(record) }
            prepare(files.name)
            let assessment: Assessment
            do { assessment = try toolkit.check(files) } catch { throw .intake(error) }
            let summary = SubmissionSummary(assessment)
            _ = try toolkit.write(assessment, to: output, outputs, summary: summary)
            let record = SubmissionRecord(assessment, summary, outputs, fingerprint: digest)
            do { try record.write(in: output) } catch { throw .output(error) }
            return .converted(record)
        } catch {
            let record = SubmissionRecord(failed: SubmissionFiles.name(at: path), message: explain(error))
            if case .intake = error { keepFailure(record) }
            return .failed(record, error)
        }
    }

    private func folder(of name: String) -> String { output + "/" + name }

    /// Takes away the record, so that whoever looks meanwhile does not take the outputs for finished, and what an interrupted run
    /// left half written.
    private func prepare(_ name: String) {
        let files = FileManager.default
        let folder = folder(of: name)
        SubmissionRecord.remove(name, in: output)
        for place in [folder, folder + "/" + ConversionOutput.dataFolder] {
            for name in (try? files.contentsOfDirectory(atPath: place)) ?? []
            where OutputFile.isUnfinished(name) || SpreadsheetFile.isUnfinished(name) {
                try? files.removeItem(atPath: place + "/" + name)
            }
        }
    }

    /// The record of `name`, when it was made of what `digest` stands for and the outputs are still there.
    private func finished(_ name: String, _ digest: String) -> SubmissionRecord? {
        guard let record = SubmissionRecord.read(name, in: output), record.fingerprint == digest else { return nil }
        let folder = folder(of: name)
        let isComplete = outputs.allSatisfy { Disk.kind(of: folder + "/" + $0.mainFile) == .file }
        return isComplete ? record : nil
    }

    /// Keeps the record of a submission that cannot be read, in place of the outputs of what stood there before.
    private func keepFailure(_ record: SubmissionRecord) {
        let folder = folder(of: record.submission)
        for name in ConversionOutput.allCases.flatMap(\.names) {
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
        // Only an empty folder goes: what somebody else put there stays.
        _ = rmdir(folder)
        try? record.write(in: output)
    }
}

extension ConversionOutput {
    /// The folder with the open data.
    static let dataFolder = "gegevens"

    /// The files, or the folder, that the output is.
    var names: [String] {
        switch self {
        case .report: ["rapport.xlsx"]
        case .feedback: ["terugkoppeling.xlsx"]
        case .letter: ["retourbericht.txt", "retourbericht.md"]
        case .data: [Self.dataFolder]
        case .findings: ["bevindingen.json"]
        }
    }

    /// The file that is written last.
    var mainFile: String { self == .data ? Self.dataFolder + "/datapackage.json" : names[names.count - 1] }
}
