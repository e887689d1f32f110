import Assessments
import Plumbing
import Exchange
import FoundationEssentials
import Glibc
import Intake

/// Converts many submissions into one folder, each only when something changed that its outputs depend on.
///
/// A batch is a value: several threads, processes or machines may convert parts of an inbox, or the same inbox, into the
/// same folder. Each submission is made by one of them at a time; who comes second waits and finds it made. A result takes its place as
/// a whole. What was interrupted is completed by running again.
public struct Batch: Sendable {
    /// The folder for the results.
    public let output: String
    private let toolkit: Toolkit
    private let outputs: Set<ConversionOutput>
    private let makesAll: Bool
    private let fingerprint: BatchFingerprint
    private let decisions: DecisionFingerprints
    private let workplaces = Workplaces()

    /// What became of a submission.
    public enum Outcome: Sendable {
        /// Its outputs were made.
        case converted(SubmissionRecord)
        /// Its outputs were there, and nothing has changed.
        case unchanged(SubmissionRecord)
        /// It could not be converted; the record's message says why.
        case failed(SubmissionRecord)

        /// What is kept of the submission.
        public var record: SubmissionRecord {
            switch self {
            case .converted(let record), .unchanged(let record), .failed(let record): record
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
        decisions = DecisionFingerprints(toolkit.register)
    }

    /// Makes `output` ready for a run: the folder is there, and what killed runs left in it is cleared away; nothing of a run that goes
    /// on.
    ///
    /// - Throws: `OutputError` when nothing can be written there.
    public static func prepare(_ output: String) throws(OutputError) {
        try Staging.makeFolder(output + "/" + SubmissionRecord.folderName)
        Staging.removeLeftovers(in: output)
    }

    /// Clears away the files that killed runs began to write in `folder` and, down to `depth`, below it. A command that writes no batch begins
    /// with this.
    public static func clearUnfinished(in folder: String, depth: Int = 0) {
        Staging.removeUnfinished(in: folder, depth: depth)
    }

    /// Converts the submission at `path`.
    ///
    /// - Parameters:
    ///   - path: the submission.
    ///   - name: what it is called; nil for its own name.
    ///   - explain: gives the sentence for what kept it from being converted.
    ///   - waiting: called once with who makes the same submission, when that has to be waited for.
    ///   - withoutAddress: called when a mail was made and nobody knows to whom it goes.
    ///   - notice: called when something was filled in, in the report that is replaced.
    public func convert(
        _ path: String, as name: String? = nil, explain: (ConversionError) -> String,
        waiting: (String) -> Void = { _ in }, withoutAddress: () -> Void = {},
        notice: (DecisionNotice) -> Void = { _ in }
    ) -> Outcome {
        let name = name ?? SubmissionFiles.name(at: path)
        let folder = ResultName.folder(name)
        do throws(ConversionError) {
            let files = try Self.files(at: path, as: name)
            let digest = fingerprint.of(files)
            if !makesAll, let record = finished(folder, digest) { return .unchanged(record) }
            let (slot, hasWaited) = try hold(folder, waiting)
            defer { slot?.leave() }
            // Whoever was first may have made it just now.
            if hasWaited, !makesAll, let record = finished(folder, digest) { return .unchanged(record) }
            return .converted(try make(consume files, folder, digest, withoutAddress, notice))
        } catch {
            let record = SubmissionRecord(failed: name, message: explain(error))
            if toolkit.sender != nil, case .intake = error { withoutAddress() }
            keep(record, error, name: Masking.safeName(PathName(path).last), notice)
            return .failed(record)
        }
    }

    private static func files(at path: String, as name: String) throws(ConversionError) -> SubmissionFiles {
        do throws(IntakeError) {
            var files = try SubmissionFiles(at: path)
            files.name = name
            return files
        } catch { throw .intake(error) }
    }

    private func make(
        _ files: consuming SubmissionFiles, _ folder: String, _ digest: String, _ withoutAddress: () -> Void,
        _ notice: (DecisionNotice) -> Void
    ) throws(ConversionError) -> SubmissionRecord {
        let old = SubmissionRecord.read(folder, in: output)
        let isSameFiles = old.map { fingerprint.with(outputs: $0.outputs).of(files) == $0.fingerprint } ?? false
        var toolkit = toolkit
        var decisions = decisions
        var reportGuard: ReportGuard?
        // Only another report that this run leaves alone stays as it is.
        if outputs.contains(.report) || !isSameFiles || old?.decisions ?? "" != decisions.of(old?.supplierKvK) {
            var found = ReportGuard(folder, in: output + "/" + folder)
            found.collect(madeAs: old?.report, contents: old?.contentSums, &toolkit, notice)
            found.tellOfCopies(toolkit, notice)
            if toolkit.register?.decisions.all.count != self.toolkit.register?.decisions.all.count {
                decisions = DecisionFingerprints(toolkit.register)
            }
            reportGuard = found
        }
        let assessment: Assessment
        do { assessment = try toolkit.check(consume files) } catch { throw .intake(error) }
        if toolkit.sender != nil, toolkit.mailbox(of: assessment) == nil { withoutAddress() }
        let summary = SubmissionSummary(assessment)
        // What was made of the same files by another `--only` may stay beside what is made now.
        let supplier = assessment.submission.coverRow.supplierKvK?.description
        let isSameBasis = isSameFiles && old?.decisions ?? "" == decisions.of(supplier)
        let made = Set(outputs.flatMap(\.names))
        let contents = ReportContentSums()
        let staging: Staging
        do { staging = try Staging(folder, in: output, at: workplaces) } catch { throw .output(error) }
        do throws(ConversionError) {
            try toolkit.write(assessment, summary, outputs, into: staging.folder, contents: contents)
            do {
                try reportGuard?.keepIfNeeded(in: staging.folder, notice)
                let kept =
                    isSameBasis ? try ResultManifest.allOutputs(in: output + "/" + folder) { !made.contains($0) } : []
                try ResultManifest(assessment, toolkit, outputs: ResultManifest.allOutputs(in: staging.folder) + kept)
                    .write(to: staging.folder)
            } catch { throw .output(error) }
        } catch {
            staging.discard()
            throw error.inPlace(of: staging.folder, output + "/" + folder)
        }
        // Without a record nobody takes for finished what is about to change.
        SubmissionRecord.remove(folder, in: output)
        var record = SubmissionRecord(assessment, summary, in: folder, outputs, fingerprint: digest)
        let decided = decisions.of(supplier)
        record.decisions = decided.isEmpty ? nil : decided
        record.report = outputs.contains(.report) ? digestOfReport(in: staging.folder) : isSameBasis ? old?.report : nil
        record.texts = outputs.contains(.report) ? contents.sums.mapValues(\.written) : isSameBasis ? old?.texts : nil
        do {
            try staging.commit { isSameBasis && !made.contains($0) }
            try record.write(in: output)
        } catch { throw .output(error) }
        return record
    }

    /// The record of the submission in `folder`, when it was made of what `digest` stands for and the outputs are still there.
    private func finished(_ folder: String, _ digest: String) -> SubmissionRecord? {
        guard let record = SubmissionRecord.read(folder, in: output), record.fingerprint == digest,
            record.decisions ?? "" == decisions.of(record.supplierKvK)
        else { return nil }
        let place = output + "/" + folder
        guard outputs.allSatisfy({ FileSystem.kind(of: "\(place)/\($0.mainFile)") == .file }),
            let listed = ResultManifest.listedOutputs(in: place)
        else { return nil }
        let names = Set(outputs.flatMap(\.names))
        let made = listed.values.filter { file in
            names.contains(file.name.split(separator: "/").first.map(String.init) ?? file.name)
        }
        return made.allSatisfy { Self.isWhole(place + "/" + $0.name, $0.bytes) } ? record : nil
    }

    /// How a disk divides files; a machine that stops leaves the beginning of a file, up to some multiple of this.
    private static let blockSize = 4_096

    /// Whether a file of `bytes` bytes is there and was not cut off, as by a loss of power. One that somebody changed on purpose stays as it is.
    private static func isWhole(_ path: String, _ bytes: Int) -> Bool {
        guard let file = FileSystem.entry(at: path) else { return false }
        return file.kind != .file || file.bytes >= bytes || file.bytes % blockSize != 0
    }

    private func digestOfReport(in folder: String) -> String? {
        SHA256Digest.ofFile(at: folder + "/" + ResultLayout.report)?.hexadecimal
    }

    // MARK: - One at a time

    /// For how long a submission is waited for that somebody else makes, and how often is asked, in seconds.
    private static let patience = 1_200.0, interval = 0.05

    /// Takes the submission for this process; no slot where the disk knows no locks, and names of one's own have to do.
    private func hold(
        _ folder: String, _ waiting: (String) -> Void
    ) throws(ConversionError) -> (slot: Slot?, hasWaited: Bool) {
        let keeping = output + "/" + SubmissionRecord.folderName
        do { try Staging.makeFolder(keeping) } catch { throw .output(error) }
        let path = "\(keeping)/\(ResultName.stem(of: folder)).slot"
        var waited = 0.0
        while true {
            switch Slot.take(path) {
            case .taken(let slot): return (slot, waited > 0)
            case .failed(let number) where Staging.isFinal(number):
                throw .output(.cannotWrite(path: output, errorNumber: number))
            case .failed: return (nil, waited > 0)
            case .held(let holder):
                guard waited < Self.patience else { throw .held(path: output + "/" + folder, by: holder.words) }
                if waited == 0 { waiting(holder.words) }
                usleep(useconds_t(Self.interval * 1_000_000))
                waited += Self.interval
            }
        }
    }

    // MARK: - What failed

    /// Keeps the record of a submission that failed. One that cannot be read gets a letter in place of the outputs of what stood there
    /// before; where making it failed, what stood there stays.
    private func keep(
        _ record: SubmissionRecord, _ error: ConversionError, name: String, _ notice: (DecisionNotice) -> Void
    ) {
        switch error {
        case .held, .intake(.notFound): return
        // What the system does not let us read is a matter of who runs this: the supplier gets no letter about it.
        case .output, .workbook, .fault, .intake(.unreadableFile): break
        case .intake(let error):
            var toolkit = toolkit
            var reportGuard = ReportGuard(record.submission, in: output + "/" + record.submission)
            let old = SubmissionRecord.read(record.submission, in: output)
            reportGuard.collect(madeAs: old?.report, contents: old?.contentSums, &toolkit, notice)
            SubmissionRecord.remove(record.submission, in: output)
            if let staging = try? Staging(record.submission, in: output, at: workplaces) {
                if outputs.contains(.letter) {
                    let letter = Letter(unreadable: name, error.text(shown: { _ in name }), toolkit.language)
                    try? toolkit.write(letter, into: staging.folder)
                    if let sender = toolkit.sender {
                        try? toolkit.writeMail(from: sender, unreadable: letter, into: staging.folder)
                    }
                }
                // What is filled in and cannot be kept is not replaced.
                guard (try? reportGuard.keepIfNeeded(in: staging.folder, notice)) != nil else {
                    staging.discard()
                    break
                }
                try? staging.commit()
                // Only an empty folder goes: what somebody else put there stays.
                _ = rmdir(output + "/" + record.submission)
            }
        }
        Self.keepFailure(record, in: output)
    }

    /// Keeps the record of a submission that could not be converted among the results in `output`, so that every later summary names it
    /// and the next run tries it again. Its outputs of an earlier run stay.
    public static func keepFailure(_ record: SubmissionRecord, in output: String) { try? record.write(in: output) }
}

extension ConversionOutput {
    /// The folder with the open data.
    static let dataFolder = ResultLayout.data

    /// The files, or the folder, that the output is.
    var names: [String] {
        switch self {
        case .report: [ResultLayout.report]
        case .feedback: [ResultLayout.feedback]
        // The mail is there for who named a sender.
        case .letter: [Toolkit.mailName, "retourbericht.txt", "retourbericht.md"]
        case .data: [Self.dataFolder]
        case .findings: [ResultLayout.findings]
        }
    }

    /// The file that is written last.
    var mainFile: String { self == .data ? Self.dataFolder + "/datapackage.json" : names[names.count - 1] }
}
