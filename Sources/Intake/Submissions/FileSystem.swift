import FoundationEssentials
import Glibc

/// The few questions that are asked of the file system for every submission of a batch.
///
/// Foundation answers them as well, in several calls each and by way of the working directory: over ten thousand submissions that was
/// most of a run in which nothing had changed.
///
/// Paths are bytes to the system, and not always UTF-8: see ``PathText``.
package enum FileSystem {
    /// What stands at a path.
    package enum Kind: Sendable { case file, folder, link, special, nothing }

    /// What stands at `path`; a link counts as what it leads to.
    package static func kind(of path: String) -> Kind { kind(path, followingLinks: true)?.kind ?? .nothing }

    /// What stands at `path` and how many bytes it has; nil for nothing. A link is a link.
    package static func entry(at path: String) -> (kind: Kind, bytes: Int)? { kind(path, followingLinks: false) }

    private static func kind(_ path: String, followingLinks: Bool) -> (kind: Kind, bytes: Int)? {
        var facts = stat()
        let found = PathText.withBytes(of: path) { followingLinks ? stat($0, &facts) : lstat($0, &facts) }
        guard found == 0 else { return nil }
        let kind: Kind =
            switch facts.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .special
            }
        return (kind, Int(clamping: facts.st_size))
    }

    /// The bytes of the regular file at `path`.
    ///
    /// A pipe, a device or a socket is not waited for, and a file over `limit` bytes is not begun with.
    /// - Parameters:
    ///   - limit: The most bytes that are read.
    ///   - followsLinks: Whether a link at the end of the path counts as what it leads to.
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``, ``IntakeError/badContainer(path:problem:)`` for what is no file, and
    ///   ``IntakeError/tooLarge(path:bytes:)``.
    package static func bytes(
        of path: String, limit: Int = DeliveryLimits.standard.fileBytes, followsLinks: Bool = true
    ) throws(IntakeError) -> [UInt8] {
        let (descriptor, size) = try openFile(path, followsLinks: followsLinks)
        defer { close(descriptor) }
        guard size <= limit else { throw .tooLarge(path: path, bytes: size) }
        var bytes = try chunk(of: descriptor, size + 1, path)
        // A file can grow meanwhile.
        while bytes.count > size {
            guard bytes.count <= limit else { throw .tooLarge(path: path, bytes: bytes.count) }
            let more = try chunk(of: descriptor, 1 << 16, path)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Opens the regular file at `path` and tells how many bytes it has. A pipe, a device or a socket is not waited for.
    private static func openFile(
        _ path: String, followsLinks: Bool
    ) throws(IntakeError) -> (descriptor: Int32, bytes: Int) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = PathText.withBytes(of: path) { open($0, flags) }
        guard descriptor >= 0 else { throw failure(path) }
        do throws(IntakeError) {
            return (descriptor, try size(ofFile: descriptor, path))
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func size(ofFile descriptor: Int32, _ path: String) throws(IntakeError) -> Int {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw failure(path) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: return Int(clamping: facts.st_size)
        case S_IFDIR:
            errno = EISDIR
            throw failure(path)
        default: throw .badContainer(path: path, problem: ContainerProblem(.notAFile))
        }
    }

    /// The next `room` bytes, or what is left.
    private static func chunk(of descriptor: Int32, _ room: Int, _ path: String) throws(IntakeError) -> [UInt8] {
        var hasFailed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            while filled < room {
                let count = read(descriptor, start + filled, room - filled)
                if count > 0 { filled += count }
                if count == 0 { break }
                if count < 0, errno != EINTR {
                    hasFailed = true
                    break
                }
            }
        }
        guard !hasFailed else { throw failure(path) }
        return bytes
    }

    /// What can be read at `path`, a pipe included, from its beginning up to `most` bytes; nil when it cannot be.
    package static func beginning(of path: String, most: Int = .max) -> [UInt8]? {
        let descriptor = PathText.withBytes(of: path) { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return contents(of: descriptor, most: most)
    }

    /// What can still be read from `descriptor`, up to `most` bytes; nil when it cannot be, with the reason in `errno`.
    package static func contents(of descriptor: Int32, most: Int = .max) -> [UInt8]? {
        var bytes: [UInt8] = []
        return forEachPiece(of: descriptor, most: most) { bytes += $0 } == nil ? nil : bytes
    }

    /// Gives what the regular file at `path` holds to `body`, a piece at a time. A pipe, a device or a socket is not waited for.
    ///
    /// - Returns: How many bytes it holds; nil when it cannot be read.
    package static func forEachPiece(of path: String, _ body: (UnsafeRawBufferPointer) -> Void) -> Int? {
        guard let descriptor = try? openFile(path, followsLinks: true).descriptor else { return nil }
        defer { close(descriptor) }
        return forEachPiece(of: descriptor, most: .max, body)
    }

    private static func forEachPiece(
        of descriptor: Int32, most: Int, _ body: (UnsafeRawBufferPointer) -> Void
    ) -> Int? {
        var total = 0
        var piece = [UInt8](repeating: 0, count: min(most, 1 << 16))
        while total < most {
            let count = read(descriptor, &piece, min(piece.count, most - total))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            piece.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            total += count
        }
        return total
    }

    /// The names in the folder at `path` that are not hidden, in no order, without those of folders in it.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``.
    package static func fileNames(in path: String) throws(IntakeError) -> [String] {
        try names(in: path).filter { !$0.hasPrefix(".") && kind(of: path + "/" + $0) == .file }
    }

    /// All names in the folder at `path`, in no order.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``.
    package static func names(in path: String) throws(IntakeError) -> [String] {
        guard let folder = PathText.withBytes(of: path, { opendir($0) }) else { throw failure(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { bytes in
                    PathText.text(
                        of: UnsafeBufferPointer(
                            start: bytes, count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))))
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func failure(_ path: String) -> IntakeError {
        .unreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
}

/// Paths of the system as text and back, without loss.
///
/// A name that an old program wrote in Latin-1 is no UTF-8, and a string cannot hold it. Each such byte becomes a character of its own
/// in Unicode's private range while the name is carried about, and the byte again when the system is asked.
package enum PathText {
    /// The first of the 128 characters that stand for the bytes from 0x80.
    private static let firstStandIn: UInt32 = 0x10_FF00

    /// The text of a name.
    package static func text(of name: UnsafeBufferPointer<UInt8>) -> String {
        if let text = String(validating: name, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        var decoder = UTF8()
        var rest = name[...]
        while !rest.isEmpty {
            var bytes = rest.makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&bytes) {
                scalars.append(scalar)
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                scalars.append(Unicode.Scalar(firstStandIn + UInt32(rest[rest.startIndex] & 0x7F)) ?? "\u{FFFD}")
                rest = rest.dropFirst()
            }
            decoder = UTF8()
        }
        return String(scalars)
    }

    /// The arguments that this process was given, without its name.
    package static var arguments: [String] {
        argumentBytes.dropFirst().map { $0.withUnsafeBufferPointer(text) }
    }

    /// The arguments that this process was given as the system gave them, its name first.
    ///
    /// The runtime looks for them beside the environment. A library that was loaded before it and added a variable has moved that, and then
    /// it finds none; the system itself still knows them.
    package static var argumentBytes: [[UInt8]] {
        let given = (0..<max(0, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { argument in
                Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
            }
        }
        guard given.isEmpty else { return given }
        guard let bytes = FileSystem.beginning(of: "/proc/self/cmdline") else { return given }
        // Each ends with a zero, the last too.
        return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(Array.init)
    }

    /// Lends the bytes of `path`, ended by a zero.
    package static func withBytes<R>(of path: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
        guard hasStandIns(path) else { return path.withCString(body) }
        var bytes: [CChar] = []
        for scalar in path.unicodeScalars {
            if isStandIn(scalar) {
                bytes.append(CChar(bitPattern: UInt8(scalar.value & 0x7F) | 0x80))
            } else {
                bytes += UTF8.encode(scalar).map { $0.map { CChar(bitPattern: $0) } } ?? []
            }
        }
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { $0.baseAddress.map(body) ?? "".withCString(body) }
    }

    /// Whether `text` holds bytes that are no UTF-8.
    package static func hasStandIns(_ text: String) -> Bool { text.unicodeScalars.contains(where: isStandIn) }

    /// `text` with `�` where a byte was no character, for people.
    package static func shown(_ text: String) -> String {
        guard hasStandIns(text) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isStandIn($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
        (firstStandIn..<firstStandIn + 0x80).contains(scalar.value)
    }
}
