import Exchange
import FoundationEssentials
import Glibc
import Intake
import Spreadsheets
import Synchronization

/// A folder in which a result grows, out of sight beside the results, until it takes its place as a whole.
///
/// What stood there before goes in the same step, so that old and new outputs never stand side by side, and one who looks at any moment
/// finds a whole result. What somebody else put into the folder of a result stays.
struct Staging {
    /// The folder in which the outputs are written.
    let folder: String
    private let target: String
    private let workplace: Workplace
    private let workplaces: Workplaces?

    /// Begins a result that will stand in the folder `name` of `output`, at one of `workplaces`, or at a place of its own.
    init(_ name: String, in output: String, at workplaces: Workplaces? = nil) throws(OutputError) {
        self.workplaces = workplaces
        target = output + "/" + name
        if let workplaces {
            workplace = try workplaces.take(in: output)
        } else {
            workplace = try Workplace(in: output)
        }
        folder = workplace.folder + "/" + name
        do throws(OutputError) {
            try Self.makeFolder(folder)
        } catch {
            discard()
            throw error
        }
    }

    /// Whether a lock failed for a reason that keeps everything else from being written too, and not because there are no locks.
    static func isFinal(_ number: Int32) -> Bool {
        [ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, EMFILE, ENFILE, EIO, ENOENT, ENOTDIR, ENAMETOOLONG].contains(
            number)
    }

    /// Puts the result in its place. Of what stood there, the files and folders that `keeps` names come along, and so does whatever is no
    /// output of ours.
    func commit(keeping keeps: (String) -> Bool = { _ in false }) throws(OutputError) {
        var status = stat()
        if lstat(target, &status) != 0 {
            guard errno == ENOENT else { throw fail(errno) }
            // An empty folder that appears meanwhile is replaced too.
            guard rename(folder, target) == 0 else { throw fail(errno) }
        } else {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw fail(ENOTDIR) }
            // Afterwards the old result stands where the new one grew.
            if !Swap.folders(folder, target) {
                let old = workplace.folder + "/oud"
                guard rename(target, old) == 0 else { throw fail(errno) }
                guard rename(folder, target) == 0 else {
                    let number = errno
                    rename(old, target)
                    throw fail(number)
                }
                rename(old, folder)
            }
            Self.rescue(from: folder, to: target) { !Self.isOurs($0) || keeps($0) }
        }
        discard()
    }

    /// Takes everything away that was written.
    func discard() {
        guard let workplaces else { return workplace.close() }
        workplace.clear()
        workplaces.giveBack(workplace)
    }

    private func fail(_ number: Int32) -> OutputError {
        discard()
        return .cannotWrite(path: target, errorNumber: number)
    }

    // MARK: - What killed runs leave

    /// Clears away what runs left behind that were killed; nothing of one that still runs.
    static func removeLeftovers(in output: String) {
        let keeping = output + "/" + SubmissionRecord.folderName
        for name in names(in: keeping) {
            let path = keeping + "/" + name
            if name.hasPrefix(Workplace.beginning), !name.hasSuffix(Slot.ending) {
                guard Slot.removeFree(path + Slot.ending) else { continue }
                for result in names(in: path) {
                    rescue(from: path + "/" + result, to: output + "/" + result) { !isOurs($0) }
                }
                remove(path)
            } else if name.hasSuffix(Slot.ending) {
                _ = Slot.removeFree(path)
            }
            removeIfUnfinished(name, in: keeping)
        }
        for name in names(in: output) { removeIfUnfinished(name, in: output) }
    }

    /// Removes what killed runs began in `folder`, and in folders down to `depth` below it; nothing that is being written.
    static func removeUnfinished(in folder: String, depth: Int) {
        for name in names(in: folder) {
            removeIfUnfinished(name, in: folder)
            guard depth > 0 else { continue }
            let path = folder + "/" + name
            var status = stat()
            if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                removeUnfinished(in: path, depth: depth - 1)
            }
        }
    }

    /// Removes a file that somebody began to write, unless its writer still holds it.
    static func removeIfUnfinished(_ name: String, in folder: String) {
        guard OutputFile.isUnfinished(name) || SpreadsheetFile.isUnfinished(name) else { return }
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        _ = Slot.removeFree(path)
    }

    /// Moves what is wanted from one folder to another, where nothing of that name stands.
    private static func rescue(from old: String, to new: String, _ isWanted: (String) -> Bool) {
        guard let source = opendir(old) else { return }
        defer { closedir(source) }
        let wanted = namesAsStored(in: source).filter { isWanted($0.withUnsafeBufferPointer(PathText.text)) }
        guard !wanted.isEmpty else { return }
        mkdir(new, 0o777)
        guard let target = opendir(new) else { return }
        defer { closedir(target) }
        for name in wanted {
            (name + [0]).withUnsafeBytes { bytes in
                guard let name = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
                var status = stat()
                if fstatat(dirfd(target), name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
                    renameat(dirfd(source), name, dirfd(target), name)
                }
            }
        }
    }

    /// The names in an open folder, byte by byte: what somebody brought from an old disk can be called something that is no UTF-8, and no text
    /// finds it back.
    private static func namesAsStored(in folder: OpaquePointer) -> [[UInt8]] {
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names
    }

    /// Whether `name`, in the folder of a result, is an output, or the beginning of one.
    static func isOurs(_ name: String) -> Bool {
        OutputFile.isUnfinished(name) || SpreadsheetFile.isUnfinished(name)
            || name.contains(".deel-")  // of the first version of this program
            || name == ResultManifest.fileName || ConversionOutput.allCases.contains { $0.names.contains(name) }
    }

    fileprivate static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    fileprivate static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(OutputError) {
        if mkdir(path, 0o777) == 0 { return }
        let number = errno
        var status = stat()
        if number == EEXIST {
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw .cannotWrite(path: path, errorNumber: ENOTDIR)
            }
            return
        }
        guard number == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
            throw .cannotWrite(path: path, errorNumber: number)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .cannotWrite(path: path, errorNumber: errno) }
    }
}

/// A folder of one process in which one result at a time grows. The place is gone when nobody uses it any more.
final class Workplace: Sendable {
    /// Where a result grows.
    let folder: String
    private let slot: Slot?
    private let isOpen = Mutex(true)

    /// Hidden, as no result is.
    static let beginning = ".werk-"

    /// Makes a place beside the results in `output`.
    init(in output: String) throws(OutputError) {
        let keeping = output + "/" + SubmissionRecord.folderName
        try Staging.makeFolder(keeping)
        let own = "\(Self.beginning)\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        folder = keeping + "/" + own
        // First the lock, then the folder: whoever clears away sees no folder whose owner is not known.
        switch Slot.take(folder + Slot.ending) {
        case .taken(let slot): self.slot = slot
        case .failed(let number) where Staging.isFinal(number):
            throw .cannotWrite(path: output, errorNumber: number)
        case .failed, .held: slot = nil
        }
        try Staging.makeFolder(folder)
    }

    /// Whether nobody took it away meanwhile, or its lock.
    var isThere: Bool {
        var status = stat()
        return slot?.isThere != false && stat(folder, &status) == 0
    }

    /// Takes away what was written there.
    func clear() { for name in Staging.names(in: folder) { Staging.remove(folder + "/" + name) } }

    /// Takes the place away.
    func close() {
        let isFirst = isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        guard isFirst else { return }
        Staging.remove(folder)
        slot?.giveBack()
    }

    deinit { close() }
}

/// The places of a batch: one for each result that grows at the same time, used again for the next one.
///
/// Disks give the number of a file that was deleted to no other for a while, and look at all of them for each file that is made. So a
/// large batch is slower for every file that it deletes on its way.
final class Workplaces: Sendable {
    private let free = Mutex<[Workplace]>([])

    /// A free place beside the results in `output`, which is the same folder each time, or a new one.
    func take(in output: String) throws(OutputError) -> Workplace {
        while let place = free.withLock({ $0.popLast() }) {
            if place.isThere { return place }
        }
        return try Workplace(in: output)
    }

    /// Takes a place back, for the next result.
    func giveBack(_ place: Workplace) { free.withLock { $0.append(place) } }
}

/// The system's way to let two folders change places in one step.
private enum Swap {
    private typealias Call =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32

    /// The function is younger than the headers that Swift reads.
    private static let call: Call? = dlsym(dlopen(nil, RTLD_NOW), "renameat2").map { unsafeBitCast($0, to: Call.self) }

    /// Lets two folders change places; false where the system or the disk does not know how.
    static func folders(_ one: String, _ other: String) -> Bool {
        let exchange: UInt32 = 2
        return call.map { $0(AT_FDCWD, one, AT_FDCWD, other, exchange) == 0 } ?? false
    }
}
