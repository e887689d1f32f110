import Exchange
import FoundationEssentials
import Glibc
import Intake
import Plumbing
import Rules
import SocialReturnModel

/// The results in a folder that need not be kept any longer, and those that must.
///
/// A result goes when the last day on which every contract in it may be kept (`bewaren_tot` of the register) lies before a day; without a
/// register when its reporting period ended before that day. What nobody can tell is kept, and said. Nothing is removed but what `convert`
/// makes: a file of anybody else stays, and is named.
public struct Purge: Sendable {
    /// A result, and what becomes of it.
    public struct Entry: Sendable, Hashable {
        /// The result's folder.
        public let path: String
        /// Why it goes or stays.
        public let reason: Reason
        /// Files that are no output of `convert`, which stay in any case.
        public internal(set) var strays: [String] = []

        /// Whether it goes.
        public var goes: Bool {
            switch reason {
            case .retentionOver, .periodOver: true
            case .retentionRuns, .periodRuns, .noRetention, .noPeriod, .unreadable: false
            }
        }
    }

    /// Why a result goes or stays.
    public enum Reason: Sendable, Hashable {
        /// It might be kept through this day.
        case retentionOver(Day)
        /// Its period ended on this day, and no register was given.
        case periodOver(Day)
        /// The contract of this number may be kept through this day.
        case retentionRuns(contract: String, Day)
        /// Its period ends on this day, and no register was given.
        case periodRuns(Day)
        /// The register has no last day for the contract of this number.
        case noRetention(contract: String)
        /// No contract and no period is known of it.
        case noPeriod
        /// It cannot be read.
        case unreadable
    }

    /// The results, in the order of their names.
    public private(set) var entries: [Entry]
    private let folder: String

    /// Looks at the results in `folder`, itself one or not.
    ///
    /// - Parameters:
    ///   - folder: a result, or a folder of them.
    ///   - day: what might be kept through an earlier day goes.
    ///   - register: the contract register, which names the last days; nil for none.
    public init(_ folder: String, before day: Day, register: ContractRegister?) {
        self.folder = folder
        entries = Verification.results(in: folder).map { path in
            Entry(path: path, reason: Self.reason(path, before: day, register), strays: Self.strays(in: path))
        }
    }

    private static func reason(_ path: String, before day: Day, _ register: ContractRegister?) -> Reason {
        guard let report = try? EarlierReport.read(at: path).first else { return .unreadable }
        var contracts = ContractNames()
        report.submission.forEachTable(&contracts)
        let numbers = Set(contracts.symbols).map { report.submission.symbols[$0] }.sorted()
        if let register, !numbers.isEmpty {
            var last = Day(daysSince1970: .min)
            for number in numbers {
                guard let until = register.contract(number)?.keepUntil else { return .noRetention(contract: number) }
                guard until < day else { return .retentionRuns(contract: number, until) }
                last = max(last, until)
            }
            return .retentionOver(last)
        }
        guard register == nil, let end = report.submission.coverRow.period?.end else { return .noPeriod }
        return end < day ? .periodOver(end) : .periodRuns(end)
    }

    /// The files in a result that `convert` did not make.
    private static func strays(in path: String) -> [String] {
        let own = Set(ResultManifest.outputs(in: path).map(\.name) + [ResultManifest.fileName])
        let names = (try? FileSystem.names(in: path)) ?? []
        return names.sorted().flatMap { name -> [String] in
            guard name == ResultLayout.data, FileSystem.entry(at: path + "/" + name)?.kind == .folder else {
                return own.contains(name) ? [] : [name]
            }
            return ((try? FileSystem.names(in: path + "/" + name)) ?? []).sorted().map { name + "/" + $0 }
                .filter { !own.contains($0) }
        }
    }

    /// Removes what goes, and takes it out of the lists in the folders above. A run that is ended halfway removes the rest when it runs again.
    ///
    /// - Returns: the paths that could not be removed.
    public func remove() -> [String] {
        var failed: [String] = []
        // The lists are made anew also when nothing goes: a run that was ended halfway may have left them as they were.
        let hasLists = FileSystem.kind(of: folder + "/" + SubmissionRecord.folderName) == .folder
        var above: Set<String> = hasLists ? [folder] : []
        for entry in entries where entry.goes {
            // The record goes first: without it the result still is one, and the next run goes on with it.
            let path = PathName(entry.path)
            let (folder, name) = (path.folder.isEmpty ? "." : path.folder, path.last)
            if FileSystem.kind(of: folder + "/" + SubmissionRecord.folderName) == .folder {
                SubmissionRecord.remove(name, in: folder)
                above.insert(folder)
            }
            let files = ResultManifest.outputs(in: entry.path).map(\.name)
            // The manifest goes last: by it a result that is half removed is still known as one.
            for name in files + [ResultManifest.fileName] {
                let path = entry.path + "/" + name
                guard FileSystem.entry(at: path) != nil else { continue }
                if PathText.withBytes(of: path, unlink) != 0 { failed.append(path) }
            }
            // Folders with a stray in them stay.
            for folder in [entry.path + "/" + ResultLayout.data, entry.path] {
                _ = PathText.withBytes(of: folder, rmdir)
            }
        }
        for folder in above.sorted() {
            do { try BatchSummary.update(folder, known: []) } catch {
                failed.append(folder + "/" + BatchSummary.csvName)
            }
        }
        return failed
    }
}

/// The contracts that rows name.
private struct ContractNames: TableVisitor {
    var symbols: [Symbol] = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let field = Row.table.contractField else { return }
        for row in table.rows {
            if let contract = field.value(in: row), contract != symbols.last { symbols.append(contract) }
        }
    }
}
