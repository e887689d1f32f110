import Foundation

/// A file that is whole or absent: it is written beside its place and renamed when it is finished.
///
/// Bytes are gathered in one buffer and go to the disk in blocks, so that writing a million cells makes no million calls. The file
/// beside the place has a name of its own, which nobody else uses, and is locked for as long as it grows: that is how the next run
/// tells one that grows from one that a killed run left.
public final class OutputFile {
    private let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// With what the name of a file begins that is not finished.
    private static let unfinishedBeginning = ".deel-"

    /// Whether a file called `name` is one that somebody began to write and did not finish.
    public static func isUnfinished(_ name: String) -> Bool { name.hasPrefix(unfinishedBeginning) }

    private static let blockSize = 1 << 18

    /// Starts the file at `path`.
    ///
    /// - Throws: ``OutputError/cannotWrite(path:errorNumber:)``.
    public init(at path: String) throws(OutputError) {
        self.path = path
        buffer.reserveCapacity(Self.blockSize + 4096)
        // The name of the file itself is no part of it: together they could be longer than a name may be.
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
        var number: Int32 = EEXIST
        for _ in 0..<100 {
            let name = "\(Self.unfinishedBeginning)\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
            let descriptor = open(folder + name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                // Who clears away may have been first, between these two calls; then the file is gone, and another is made.
                flock(descriptor, LOCK_EX)
                guard access(folder + name, F_OK) == 0 else {
                    close(descriptor)
                    continue
                }
                self.descriptor = descriptor
                temporaryPath = folder + name
                return
            }
            number = errno
            guard number == EEXIST else { break }
        }
        throw .cannotWrite(path: path, errorNumber: number)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporaryPath)
    }

    /// Lends the buffer to `body` and writes it out when a block is full.
    public func write(_ body: (inout [UInt8]) -> Void) throws(OutputError) {
        body(&buffer)
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Writes what is left and puts the file in its place.
    public func finish() throws(OutputError) {
        try flush()
        guard rename(temporaryPath, path) == 0 else { throw .cannotWrite(path: path, errorNumber: errno) }
        // A full disk of another machine can be told of as late as this.
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isClosed else {
            let number = errno
            unlink(path)
            throw .cannotWrite(path: path, errorNumber: number)
        }
    }

    private func flush() throws(OutputError) {
        var number: Int32 = 0
        buffer.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    number = errno
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
        guard number == 0 else { throw .cannotWrite(path: path, errorNumber: number) }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What keeps an output from being written.
public enum OutputError: Error, Hashable, Sendable {
    /// The file or folder cannot be written; `errorNumber` is the system's `errno`.
    case cannotWrite(path: String, errorNumber: Int32)
}
