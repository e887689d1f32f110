import Foundation

/// The few questions that are asked of the file system for every submission of a batch.
///
/// Foundation answers them as well, in several calls each and by way of the working directory: over ten thousand submissions that was
/// most of a run in which nothing had changed.
package enum Disk {
    /// What stands at a path.
    package enum Kind { case file, folder, nothing }

    /// What stands at `path`; links are followed.
    package static func kind(of path: String) -> Kind {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return .nothing }
        return facts.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// The bytes of the file at `path`.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``.
    package static func bytes(of path: String) throws(IntakeError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw failure(path) }
        guard facts.st_mode & S_IFMT != S_IFDIR else {
            errno = EISDIR
            throw failure(path)
        }
        var bytes = try chunk(of: descriptor, Int(facts.st_size) + 1, path)
        // A pipe says that it has no bytes, and a file can grow meanwhile.
        while bytes.count > facts.st_size {
            let more = try chunk(of: descriptor, 1 << 16, path)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// The next `room` bytes, or what is left.
    private static func chunk(of descriptor: Int32, _ room: Int, _ path: String) throws(IntakeError) -> [UInt8] {
        var hasFailed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            while filled < room {
                let count = read(descriptor, buffer.baseAddress! + filled, room - filled)
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

    /// The names in the folder at `path` that are not hidden, in no order, without those of folders in it.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``.
    package static func fileNames(in path: String) throws(IntakeError) -> [String] {
        guard let folder = opendir(path) else { throw failure(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            // Not every file system tells the kind of an entry, and a link may lead to either.
            let isFile = entry.pointee.d_type == UInt8(DT_REG) || kind(of: path + "/" + name) == .file
            if isFile { names.append(name) }
        }
        return names
    }

    private static func failure(_ path: String) -> IntakeError {
        .unreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
}
