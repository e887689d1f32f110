import Foundation

/// A file that is whole or absent: it is written beside its place and renamed when it is finished.
///
/// Bytes are gathered in one buffer and go to the disk in blocks, so that writing a million cells makes no million calls.
public final class OutputFile {
    private let path: String
    private let temporaryPath: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// Stands between the name of a file and the number of the process that is writing it.
    private static let unfinishedMark = ".deel-"

    /// Whether a file called `name` is one that somebody began to write and did not finish.
    public static func isUnfinished(_ name: String) -> Bool { name.contains(unfinishedMark) }

    private static let blockSize = 1 << 18

    /// Starts the file at `path`.
    ///
    /// - Throws: ``OutputError/cannotWrite(path:reason:)``.
    public init(at path: String) throws(OutputError) {
        self.path = path
        temporaryPath = path + Self.unfinishedMark + "\(ProcessInfo.processInfo.processIdentifier)"
        buffer.reserveCapacity(Self.blockSize + 4096)
        // Foundation makes an empty file by way of another one, which an interrupted process would leave behind.
        let descriptor = open(temporaryPath, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        guard !isFinished else { return }
        try? handle.close()
        try? FileManager.default.removeItem(atPath: temporaryPath)
    }

    /// Lends the buffer to `body` and writes it out when a block is full.
    public func write(_ body: (inout [UInt8]) -> Void) throws(OutputError) {
        body(&buffer)
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Writes what is left and puts the file in its place.
    public func finish() throws(OutputError) {
        try flush()
        do {
            try handle.close()
            guard rename(temporaryPath, path) == 0 else {
                throw OutputError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
            isFinished = true
        } catch let error as OutputError {
            throw error
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    private func flush() throws(OutputError) {
        guard !buffer.isEmpty else { return }
        do {
            try handle.write(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}

/// What keeps an output from being written.
public enum OutputError: Error, Hashable, Sendable {
    /// The file or folder cannot be written.
    case cannotWrite(path: String, reason: String)
}
