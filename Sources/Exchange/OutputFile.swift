import FoundationEssentials
import Glibc
import Plumbing

/// A file that is whole or absent (``PendingFile``), written a block at a time, so that writing a million cells makes no million calls.
public final class OutputFile {
    private let file: PendingFile
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
        do {
            file = try PendingFile(for: path, beginning: Self.unfinishedBeginning)
        } catch {
            throw .cannotWrite(path: path, errorNumber: error.number)
        }
        buffer.reserveCapacity(Self.blockSize + 4096)
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
            try file.commit()
        } catch {
            throw .cannotWrite(path: file.destination, errorNumber: error.number)
        }
    }

    private func flush() throws(OutputError) {
        var number: Int32 = 0
        let descriptor = file.descriptor
        buffer.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    number = errno
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
        guard number == 0 else { throw .cannotWrite(path: file.destination, errorNumber: number) }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What keeps an output from being written.
public enum OutputError: Error, Hashable, Sendable {
    /// The file or folder cannot be written; `errorNumber` is the system's `errno`.
    case cannotWrite(path: String, errorNumber: Int32)
}
