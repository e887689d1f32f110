import Glibc

/// A file that grows under a temporary name beside its place and is renamed when it is whole, so that the place holds a whole file or none.
///
/// Its temporary name is its own, which nobody else uses, and it is locked for as long as it grows: that is how the next run tells one that
/// grows from one that a killed run left.
public final class PendingFile {
    /// Where the file will stand.
    public let destination: String
    /// Where it stands until then.
    public let path: String
    /// The open file; -1 once it was closed.
    public private(set) var descriptor: Int32
    private var isPending = true

    /// Makes an empty file beside `destination`, whose name begins with `beginning`.
    ///
    /// - Throws: ``SystemError``, also where `destination` is a folder.
    public init(for destination: String, beginning: String) throws(SystemError) {
        var status = stat()
        if stat(destination, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw SystemError(EISDIR) }
        // By bytes: before a combining mark a slash is no character of its own. The name of the file itself is no part of the temporary
        // one: together they could be longer than a name may be.
        let folder = destination.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(destination[...$0]) } ?? ""
        var number = EEXIST
        for _ in 0..<100 {
            let path = "\(folder)\(beginning)\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
            let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                // Who clears away may have been first, between these two calls; then the file is gone, and another is made.
                flock(descriptor, LOCK_EX)
                guard access(path, F_OK) == 0 else {
                    _ = Glibc.close(descriptor)
                    continue
                }
                (self.descriptor, self.destination, self.path) = (descriptor, destination, path)
                return
            }
            number = errno
            guard number == EEXIST else { break }
        }
        throw SystemError(number)
    }

    deinit { remove() }

    /// Gives the file its name.
    ///
    /// - Throws: ``SystemError``; then the place holds what it held, or nothing when the disk told as late as this that it is full.
    public func commit() throws(SystemError) {
        guard rename(path, destination) == 0 else { throw SystemError(errno) }
        isPending = false
        guard close() else {
            let number = errno
            unlink(destination)
            throw SystemError(number)
        }
    }

    /// Removes the temporary file, unless it has its name already.
    public func remove() {
        if isPending { unlink(path) }
        isPending = false
        _ = close()
    }

    private func close() -> Bool {
        defer { descriptor = -1 }
        return descriptor < 0 || Glibc.close(descriptor) == 0
    }
}

/// What the system answers to a call that fails.
public struct SystemError: Error, Hashable, Sendable {
    /// The system's `errno`.
    public let number: Int32

    /// The error with this `errno`.
    public init(_ number: Int32) {
        self.number = number
    }
}
