import Glibc

/// A file that grows under a temporary name beside its place and is renamed when it is whole.
///
/// It is locked for as long as it grows, so that others can tell it from one that a killed process left.
final class PendingFile {
    /// Where the file will stand.
    let destination: String
    /// Where it stands until then.
    let path: String
    private var isPending = true
    private var descriptor: Int32

    private static let beginning = ".spreadsheet-"
    private static let ending = ".tmp"

    /// Whether a file called `name` is one that grows, or that an interrupted process left behind.
    static func isTemporary(_ name: String) -> Bool { name.hasPrefix(beginning) && name.hasSuffix(ending) }

    /// Makes an empty file beside `destination`.
    init(for destination: String) throws(SpreadsheetError) {
        var status = stat()
        if stat(destination, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw .cannotWrite(path: destination, errorNumber: EISDIR)
        }
        // By bytes: before a combining mark a slash is no character of its own.
        let folder = destination.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(destination[...$0]) } ?? ""
        for attempt in 0..<10_000 {
            let path = "\(folder)\(Self.beginning)\(getpid())-\(attempt)\(Self.ending)"
            let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                // Who clears away may have been first, between these two calls; then the file is gone, and another is made.
                flock(descriptor, LOCK_EX)
                guard access(path, F_OK) == 0 else {
                    _ = Glibc.close(descriptor)
                    continue
                }
                self.descriptor = descriptor
                self.destination = destination
                self.path = path
                return
            }
            guard errno == EEXIST else { throw .cannotWrite(path: destination, errorNumber: errno) }
        }
        throw .cannotWrite(path: destination, errorNumber: EEXIST)
    }

    deinit {
        remove()
    }

    /// Gives the file its name.
    func commit() throws(SpreadsheetError) {
        guard rename(path, destination) == 0 else {
            throw .cannotWrite(path: destination, errorNumber: errno)
        }
        isPending = false
        unlock()
    }

    /// Removes the temporary file, unless it has its name already.
    func remove() {
        if isPending { unlink(path) }
        isPending = false
        unlock()
    }

    private func unlock() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
    }
}
