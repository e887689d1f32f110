import CLibZip

/// Makes a ZIP archive in memory: the same parts give the same bytes.
public enum PackedArchive {
    /// A file of the archive.
    public struct Part: Sendable {
        /// The name, with `/` between folders.
        public let name: String
        /// What is in it.
        public let bytes: [UInt8]
        /// Whether it is packed. What programs look at before they unpack anything is not.
        public let isPacked: Bool

        /// A part called `name`.
        public init(_ name: String, _ bytes: [UInt8], isPacked: Bool = true) {
            (self.name, self.bytes, self.isPacked) = (name, bytes, isPacked)
        }
    }

    /// The archive of `parts`, in their order.
    ///
    /// - Throws: ``ArchiveError/damaged(entry:code:)`` with libzip's code when it cannot be made, ``ArchiveError/outOfMemory``.
    public static func bytes(_ parts: [Part]) throws(ArchiveError) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw .outOfMemory }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw .outOfMemory
        }
        // libzip reads the parts when the archive is closed.
        var contents: [UnsafeMutableRawBufferPointer] = []
        defer { for content in contents { content.deallocate() } }
        for part in parts {
            let content = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
            content.copyBytes(from: part.bytes)
            contents.append(content)
            do {
                try add(part, content, to: archive)
            } catch {
                zip_discard(archive)
                throw error
            }
        }
        guard zip_close(archive) == 0 else {
            let code = zip_error_code_zip(zip_get_error(archive))
            zip_discard(archive)
            throw .damaged(entry: nil, code: code)
        }
        return try read(from: target)
    }

    private static func add(
        _ part: Part, _ content: UnsafeMutableRawBufferPointer, to archive: OpaquePointer
    ) throws(ArchiveError) {
        guard let source = zip_source_buffer(archive, content.baseAddress, UInt64(part.bytes.count), 0) else {
            throw .outOfMemory
        }
        let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .damaged(entry: part.name, code: zip_error_code_zip(zip_get_error(archive)))
        }
        let method = part.isPacked ? ZIP_CM_DEFLATE : ZIP_CM_STORE
        // The first moment that a ZIP file knows, so that the clock is not in the bytes.
        guard zip_set_file_compression(archive, UInt64(index), Int32(method), 0) == 0,
            zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
        else { throw .damaged(entry: part.name, code: zip_error_code_zip(zip_get_error(archive))) }
    }

    private static func read(from source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
        var facts = zip_stat_t()
        guard zip_source_stat(source, &facts) == 0, let size = Int(exactly: facts.size), zip_source_open(source) == 0
        else { throw .outOfMemory }
        defer { zip_source_close(source) }
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let read = zip_source_read(source, buffer.baseAddress, UInt64(size))
            isWhole = read == Int64(size)
            count = max(0, Int(read))
        }
        guard isWhole else { throw .damaged(entry: nil, code: ZIP_ER_READ) }
        return bytes
    }
}
