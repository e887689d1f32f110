import Exchange
import Foundation
import Spreadsheets

/// A folder in which a result grows, out of sight beside the results, until it takes its place as a whole.
///
/// What stood there before goes in the same step, so that old and new outputs never stand side by side, and one who looks at any moment
/// finds a whole result. What somebody else put into the folder of a result stays.
struct Staging {
    /// The folder in which the outputs are written.
    let folder: String
    private let target: String
    private let container: String
    private let slot: Slot?

    /// Hidden, as no result is.
    private static let beginning = ".werk-"
    private static let slotEnding = ".slot"

    /// Begins a result that will stand in the folder `name` of `output`.
    init(_ name: String, in output: String) throws(OutputError) {
        let keeping = output + "/" + SubmissionRecord.folderName
        try Self.makeFolder(keeping)
        target = output + "/" + name
        let own = "\(Self.beginning)\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        container = keeping + "/" + own
        // First the lock, then the folder: whoever clears away sees no folder whose owner is not known.
        switch Slot.take(container + Self.slotEnding) {
        case .taken(let slot): self.slot = slot
        case .failed(let number) where Self.isFinal(number):
            throw .cannotWrite(path: output, errorNumber: number)
        case .failed, .held: slot = nil
        }
        folder = container + "/" + name
        do throws(OutputError) {
            try Self.makeFolder(container)
            try Self.makeFolder(folder)
        } catch {
            slot?.giveBack()
            throw error
        }
    }

    /// Whether a lock failed for a reason that keeps everything else from being written too, and not because there are no locks.
    static func isFinal(_ number: Int32) -> Bool {
        [ENOSPC, EDQUOT, EACCES, EPERM, EROFS, EMFILE, ENFILE, EIO, ENOENT, ENOTDIR, ENAMETOOLONG].contains(number)
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
                let old = container + "/oud"
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
        Self.remove(container)
        slot?.giveBack()
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
            if name.hasPrefix(beginning), !name.hasSuffix(slotEnding) {
                guard Slot.removeFree(path + slotEnding) else { continue }
                for result in names(in: path) {
                    rescue(from: path + "/" + result, to: output + "/" + result) { !isOurs($0) }
                }
                remove(path)
            } else if name.hasSuffix(slotEnding) {
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
        let wanted = names(in: old).filter(isWanted)
        guard !wanted.isEmpty else { return }
        mkdir(new, 0o777)
        for name in wanted {
            var status = stat()
            if lstat(new + "/" + name, &status) != 0 { rename(old + "/" + name, new + "/" + name) }
        }
    }

    /// Whether `name`, in the folder of a result, is an output, or the beginning of one.
    static func isOurs(_ name: String) -> Bool {
        OutputFile.isUnfinished(name) || SpreadsheetFile.isUnfinished(name)
            || name.contains(".deel-")  // of the first version of this program
            || name == ResultManifest.fileName || ConversionOutput.allCases.contains { $0.names.contains(name) }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    private static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

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
