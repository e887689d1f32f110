import Exchange
import FoundationEssentials
import Glibc
import Intake
import Plumbing
import SocialReturnModel

/// Something that happened to the blue cells of a report that was to be replaced.
public enum DecisionNotice: Sendable {
    /// What was filled in, in the report of this submission, stands in the register now.
    case collected(submission: String, DecisionCollection)
    /// The filled-in report stands beside the new one under the name `file`, since `reason`; `remarks` say which cells it is about.
    case kept(submission: String, file: String, Reason, remarks: [Text])
    /// Beside the report of this submission stands a copy under the name `file`, whose blue cells hold so many things that the register does not.
    case beside(submission: String, file: String, count: Int)
    /// Beside the report of this submission stands a workbook under the name `file` that cannot be read, or is too large to be a copy of it.
    case unread(submission: String, file: String, IntakeError)
    /// Beside the report of this submission stands one under the name `file` that is about contracts of others only.
    case ofOthers(submission: String, file: String)
    /// Cells in the report of this submission were emptied, and what stood in them still holds; the words say which.
    case emptied(submission: String, [Text])

    /// Why a filled-in report was kept.
    public enum Reason: Sendable {
        /// No register was given.
        case noRegister
        /// Some of it cannot be taken over.
        case notCollectable
        /// Somebody typed outside of the blue cells, on these sheets, or they are too large to tell.
        case typedElsewhere([String])
        /// It was changed while the new one was made.
        case changedMeanwhile
        /// The report cannot be read, or the register cannot be written.
        case failed(DecisionError)
    }
}

/// Sees to it that no report is replaced whose blue cells hold something that nobody has taken over yet.
struct ReportGuard {
    private let submission: String
    private let path: String
    private var stamp: FileStamp?
    private var reason: DecisionNotice.Reason?
    private var remarks: [Text] = []

    /// What a file looked like at a moment.
    private struct FileStamp: Equatable {
        let inode: UInt64, size: Int64, seconds: Int, nanoseconds: Int

        init?(_ path: String) {
            var facts = stat()
            guard lstat(path, &facts) == 0 else { return nil }
            (inode, size) = (UInt64(facts.st_ino), Int64(facts.st_size))
            (seconds, nanoseconds) = (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec)
        }
    }

    /// The guard of the report of `submission` in the folder `result`.
    init(_ submission: String, in result: String) {
        self.submission = submission
        path = result + "/" + ResultLayout.report
        stamp = FileStamp(path)
    }

    /// Takes over what was filled in and is not in the register of `toolkit` yet, and lets it know; what cannot be taken over will be kept.
    ///
    /// - Parameters:
    ///   - digest: the SHA-256 of the report as it was made; one that is still so holds nothing new.
    ///   - contents: what its sheets came to; nil where nobody knows.
    mutating func collect(
        madeAs digest: String?, contents: Set<ContentSum>? = nil, _ toolkit: inout Toolkit,
        _ tell: (DecisionNotice) -> Void
    ) {
        guard stamp != nil else { return }
        do throws(DecisionError) {
            let file: SourceFile
            do { file = try SourceFile.read(path) } catch { throw .intake(error) }
            // A file without a byte is what a machine that stopped leaves.
            guard file.sha256 != digest, file.byteCount > 0 else { return }
            let origin = Masking.safeName(submission) + "/" + ResultLayout.report
            let filled: FilledDecisions
            do { filled = try FilledDecisions(file, origin: origin, toolkit.register, made: contents) } catch {
                throw .intake(error)
            }
            if !filled.elsewhere.isEmpty {
                reason = .typedElsewhere(filled.changedSheets + filled.unsearchedSheets)
                remarks = filled.elsewhere
            }
            let known = toolkit.register?.decisions ?? Decisions()
            let emptied = filled.emptied(known)
            // Where something new is collected, this is told with it.
            func tellOfEmptied() { if !emptied.isEmpty { tell(.emptied(submission: submission, emptied)) } }
            guard !filled.isEmpty else { return tellOfEmptied() }
            remarks = filled.refusals + filled.elsewhere
            if !filled.problems.isEmpty { reason = .notCollectable }
            guard DecisionStore.writable(filled.decisions).contains(where: { !known.holds($0) }) else {
                return tellOfEmptied()
            }
            guard let folder = toolkit.registerPath, let register = toolkit.register else {
                reason = .noRegister
                return
            }
            let collection = try DecisionStore(folder).add(filled, on: toolkit.clock ?? .today, register)
            toolkit.register?.decisions = collection.decisions
            tell(.collected(submission: submission, collection))
        } catch {
            reason = .failed(error)
        }
    }

    /// Tells of copies of the report that somebody keeps beside it under other names, and that hold what is not in the register of `toolkit`. They
    /// stay as they are, so nothing of them is taken over unasked: what was taken out of the register on purpose would come back each time.
    func tellOfCopies(_ toolkit: Toolkit, _ tell: (DecisionNotice) -> Void) {
        let folder = PathName(path).folder
        let known = toolkit.register?.decisions ?? Decisions()
        let supplier = Toolkit.supplier(ofResult: folder)
        let largest = max(Self.leastLargest, Int(clamping: stamp?.size ?? 0) * 16)
        for name in Self.workbooks(in: folder) where name != ResultLayout.report {
            let shown = Masking.safeName(PathText.shown(name))
            let filled: FilledDecisions
            do throws(IntakeError) {
                filled = try FilledDecisions(
                    SourceFile.read(PathName(folder).appending(name), limit: largest), origin: shown, toolkit.register)
            } catch {
                tell(.unread(submission: submission, file: shown, error))
                continue
            }
            guard !filled.isAboutOthers(than: supplier, toolkit.register) else {
                tell(.ofOthers(submission: submission, file: shown))
                continue
            }
            let count = DecisionStore.writable(filled.decisions).count { !known.holds($0) } + filled.problems.count
            if count > 0 { tell(.beside(submission: submission, file: shown, count: count)) }
        }
    }

    /// The bytes that a copy of any report may have: each is read at every `convert`, so what is far larger than the report is told and left alone.
    private static let leastLargest = 32 << 20

    /// The workbooks in the folder of a result that may be the report, or a copy of it that somebody saved there, by their names.
    static func workbooks(in folder: String) -> [String] {
        let names = (try? FileSystem.fileNames(in: folder)) ?? []
        return names.filter { name in
            let lowered = name.lowercased()
            return name != ResultLayout.feedback && !name.hasPrefix("~$")
                && [".xlsx", ".xlsm", ".ods"].contains(where: lowered.hasSuffix)
        }.sorted()
    }

    /// Puts the report that will be replaced into the folder `staging`, where the new result grows, when something in it would be lost.
    ///
    /// - Throws: ``OutputError`` when that does not work; then the report must not be replaced.
    func keepIfNeeded(in staging: String, _ tell: (DecisionNotice) -> Void) throws(OutputError) {
        let now = FileStamp(path)
        let hasChanged = now != nil && now != stamp
        guard let reason = hasChanged ? .changedMeanwhile : reason, now != nil else { return }
        let result = String(path.dropLast(ResultLayout.report.count + 1))
        var number = 1
        var name = Self.keptName(number)
        while FileSystem.entry(at: result + "/" + name) != nil {
            number += 1
            name = Self.keptName(number)
        }
        let kept = staging + "/" + name
        if link(path, kept) != 0 {
            do {
                try FileManager.default.copyItem(atPath: path, toPath: kept)
            } catch {
                throw .cannotWrite(path: result + "/" + name, errorNumber: EIO)
            }
        }
        tell(.kept(submission: submission, file: name, reason, remarks: remarks))
    }

    /// What a filled-in report is called that stands beside a new one.
    private static func keptName(_ number: Int) -> String {
        number == 1 ? "rapport-ingevuld.xlsx" : "rapport-ingevuld-\(number).xlsx"
    }
}

extension Day {
    /// The day of the system's clock, in UTC. No output that is made twice depends on it.
    static var today: Day { Day(daysSince1970: Int32(clamping: time(nil) / 86_400)) }
}
