import CLibZip

/// A ZIP archive in memory. Nothing of it is ever written to disk.
///
/// All names are looked at before anything is unpacked. What is unpacked is counted as it comes, since the sizes that an archive states
/// are only what its maker says.
public final class Archive {
    /// The files in the order of the archive. Folders are left out, and so is what a computer left behind (`__MACOSX`, `.DS_Store`,
    /// `Thumbs.db`).
    public let entries: [ArchiveEntry]
    /// How many bytes the archive has.
    public let byteCount: Int

    private let handle: OpaquePointer
    private let storage: UnsafeMutableRawBufferPointer
    private let limits: ArchiveLimits
    /// How far each entry was unpacked, so that reading one twice counts once.
    private var unpacked: [UInt64: Int] = [:]
    private var unpackedInAll = 0

    /// The size of an archive without entries.
    private static let smallest = 22

    /// Whether `bytes` begin as a ZIP archive does.
    public static func isArchive(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// The archive in `bytes`.
    ///
    /// - Throws: ``ArchiveError`` when they are no archive, or one that is not to be trusted.
    public init(_ bytes: [UInt8], limits: ArchiveLimits = .files) throws(ArchiveError) {
        // libzip takes nothing at all for an archive without entries.
        guard bytes.count >= Self.smallest else { throw .damaged(entry: nil, code: ZIP_ER_NOZIP) }
        byteCount = bytes.count
        self.limits = limits
        // libzip reads from this memory as long as the archive is open.
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        storage.copyBytes(from: bytes)
        self.storage = storage
        do {
            handle = try Self.open(storage.baseAddress, bytes.count)
        } catch {
            storage.deallocate()
            throw error
        }
        do {
            entries = try Self.entries(of: handle, limits)
        } catch {
            zip_discard(handle)
            storage.deallocate()
            throw error
        }
    }

    deinit {
        zip_discard(handle)
        storage.deallocate()
    }

    /// The entry called `name`, in any case.
    public func entry(named name: String) -> ArchiveEntry? {
        let wanted = name.lowercased()
        return entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == wanted }
    }

    /// The contents of `entry`.
    ///
    /// - Throws: ``ArchiveError`` when it is damaged, asks for a password or passes a limit.
    public func contents(of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
        let stream = try open(entry)
        var contents: [UInt8] = []
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = try stream.read(into: block)
            guard count > 0 else { return contents }
            contents.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }

    /// The contents of `entry`, to be read piece by piece.
    ///
    /// - Throws: ``ArchiveError`` when it is damaged or asks for a password.
    public func open(_ entry: ArchiveEntry) throws(ArchiveError) -> ArchiveStream {
        guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
        guard let file = zip_fopen_index(handle, entry.index, 0) else {
            throw Self.error(zip_error_code_zip(zip_get_error(handle)), entry.name)
        }
        return ArchiveStream(file, entry, in: self)
    }

    /// Counts that `entry` was unpacked up to `count` bytes.
    ///
    /// - Throws: ``ArchiveError/tooLarge(entry:limit:)`` or ``ArchiveError/tooDense(entry:limit:)`` when a limit is passed.
    func count(_ entry: ArchiveEntry, upTo count: Int) throws(ArchiveError) {
        let before = unpacked[entry.index, default: 0]
        guard count > before else { return }
        unpacked[entry.index] = count
        unpackedInAll += count - before
        if count > limits.entryBytes { throw .tooLarge(entry: entry.name, limit: limits.entryBytes) }
        if unpackedInAll > limits.bytes { throw .tooLarge(entry: entry.name, limit: limits.bytes) }
        if unpackedInAll > limits.ratioBytes, unpackedInAll / limits.ratio > byteCount {
            throw .tooDense(entry: entry.name, limit: limits.ratio)
        }
    }

    /// The error for libzip's `code`.
    static func error(_ code: Int32, _ entry: String?) -> ArchiveError {
        switch code {
        case ZIP_ER_MEMORY: .outOfMemory
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted(entry: entry ?? "")
        case ZIP_ER_COMPNOTSUPP: .unsupportedCompression(entry: entry ?? "")
        default: .damaged(entry: entry, code: code)
        }
    }
}

extension Archive {
    private static func open(_ bytes: UnsafeRawPointer?, _ count: Int) throws(ArchiveError) -> OpaquePointer {
        var problem = zip_error_t()
        zip_error_init(&problem)
        defer { zip_error_fini(&problem) }
        guard let source = zip_source_buffer_create(bytes, UInt64(count), 0, &problem) else {
            throw error(zip_error_code_zip(&problem), nil)
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &problem) else {
            zip_source_free(source)
            throw error(zip_error_code_zip(&problem), nil)
        }
        return handle
    }

    private static func entries(
        of handle: OpaquePointer, _ limits: ArchiveLimits
    ) throws(ArchiveError) -> [ArchiveEntry] {
        let count = zip_get_num_entries(handle, 0)
        guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        var entries: [ArchiveEntry] = []
        var names: Set<String> = []
        for index in 0..<UInt64(max(0, count)) {
            var facts = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &facts) == 0, let raw = facts.name else {
                throw error(zip_error_code_zip(zip_get_error(handle)), nil)
            }
            // libzip gives UTF-8, also for names that were written in the code page of DOS.
            let written = String(cString: raw)
            guard let name = EntryName.normalised(written) else { throw .unsafeName(EntryName.shown(written)) }
            guard !isLink(handle, index) else { throw .link(entry: name) }
            guard !name.hasSuffix("/"), !EntryName.isLeftBehind(name) else { continue }
            guard names.insert(name).inserted else { throw .duplicateName(name) }
            entries.append(
                ArchiveEntry(name: name, index: index, isEncrypted: facts.encryption_method != ZIP_EM_NONE))
        }
        return entries
    }

    private static func isLink(_ handle: OpaquePointer, _ index: UInt64) -> Bool {
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        guard zip_file_get_external_attributes(handle, index, 0, &system, &attributes) == 0 else { return false }
        return Int(system) == ZIP_OPSYS_UNIX && attributes >> 16 & 0xF000 == 0xA000
    }
}
