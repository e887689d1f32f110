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

    /// What the delivery to which the archive belongs has cost so far.
    public let budget: DeliveryBudget

    private let handle: OpaquePointer
    private let storage: UnsafeMutableRawBufferPointer
    private var limits: ArchiveLimits
    /// The position of each entry by its name in lower case.
    private let positions: [String: Int]
    /// How far each entry was unpacked, so that reading one twice counts once.
    private var unpacked: [UInt64: Int] = [:]

    /// The methods of packing that are unpacked: none, deflate, bzip2 and, as far as libzip knows it, zstd (93). Those of LZMA let the
    /// file decide how much memory they take.
    private static let methods: Set<Int> = [Int(ZIP_CM_STORE), Int(ZIP_CM_DEFLATE), Int(ZIP_CM_BZIP2), 93]
    /// The size of an archive without entries.
    private static let smallest = 22

    /// Whether `bytes` begin as a ZIP archive does.
    public static func isArchive(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// The archive in `bytes`.
    ///
    /// - Parameter budget: That of the delivery; by default `bytes` are all that was delivered. An archive that came out of another one gets
    ///   the budget of that one.
    /// - Throws: ``ArchiveError`` when they are no archive, or one that is not to be trusted.
    public init(
        _ bytes: [UInt8], limits: ArchiveLimits = .files, budget: DeliveryBudget? = nil
    ) throws(ArchiveError) {
        // libzip takes nothing at all for an archive without entries.
        guard bytes.count >= Self.smallest else { throw .damaged(entry: nil, code: ZIP_ER_NOZIP) }
        byteCount = bytes.count
        self.limits = limits
        self.budget = budget ?? DeliveryBudget(delivered: bytes.count)
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
            let found = try Self.entries(of: handle, limits)
            entries = found
            // Of names that differ in case only, the first one stands.
            positions = Dictionary(
                zip(found.map { $0.name.lowercased() }, found.indices), uniquingKeysWith: { first, _ in first })
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

    /// The first entry of an archive of which every entry asks for a password; nil for another archive.
    public var closed: String? {
        entries.allSatisfy(\.isEncrypted) ? entries.first?.name : nil
    }

    /// The entry called `name`, in any case.
    public func entry(named name: String) -> ArchiveEntry? {
        guard let position = positions[name.lowercased()] else { return nil }
        return entries[position]
    }

    /// Puts stricter limits in force, once it is known what the archive is.
    package func tighten(to limits: ArchiveLimits) { self.limits = limits }

    /// Refuses `entries` at once when they would pass a limit by the archive's own word, so that nothing of them is unpacked in vain.
    ///
    /// - Throws: ``ArchiveError/tooLarge(entry:limit:)`` or ``ArchiveError/tooDense(entry:limit:)``.
    package func expect(_ entries: [ArchiveEntry]) throws(ArchiveError) {
        var sum = budget.unpackedBytes
        for entry in entries {
            let rest = max(0, entry.statedBytes - unpacked[entry.index, default: 0])
            sum += min(rest, limits.bytes.most)
            try check(entry, bytes: entry.statedBytes, inAll: sum)
        }
    }

    /// The contents of `entry`.
    ///
    /// - Throws: ``ArchiveError`` when it is damaged, asks for a password or passes a limit.
    public func contents(of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
        let stream = try open(entry)
        var contents: [UInt8] = []
        contents.reserveCapacity(min(entry.statedBytes, 1 << 20))
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = try stream.read(into: block)
            guard count > 0 else { return contents }
            contents.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }

    /// The first bytes of `entry`, at most `count`.
    ///
    /// - Throws: ``ArchiveError`` when it is damaged, asks for a password or passes a limit.
    public func prefix(_ count: Int, of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
        let stream = try open(entry)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 16)
        defer { block.deallocate() }
        var filled = 0
        while filled < count {
            let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: block[filled...]))
            guard read > 0 else { break }
            filled += read
        }
        return Array(block[..<filled])
    }

    /// The contents of `entry`, to be read piece by piece.
    ///
    /// - Throws: ``ArchiveError`` when it is damaged or asks for a password.
    public func open(_ entry: ArchiveEntry) throws(ArchiveError) -> ArchiveStream {
        guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
        guard Self.methods.contains(entry.method) else { throw .unsupportedCompression(entry: entry.name) }
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
        budget.unpackedBytes += count - before
        try check(entry, bytes: count, inAll: budget.unpackedBytes)
    }

    private func check(_ entry: ArchiveEntry, bytes: Int, inAll: Int) throws(ArchiveError) {
        if bytes > limits.entryBytes { throw .tooLarge(entry: entry.name, limit: limits.entryBytes) }
        let limit = limits.bytes.value(forDelivered: budget.delivered)
        guard inAll > limit else { return }
        if limit < limits.bytes.most { throw .tooDense(entry: entry.name, limit: limit) }
        throw .tooLarge(entry: entry.name, limit: limit)
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
            guard EntryName.isName(written) else { throw .unprintableName(EntryName.shown(written)) }
            guard let name = EntryName.normalised(written) else { throw .unsafeName(EntryName.shown(written)) }
            guard !isLink(handle, index) else { throw .link(entry: name) }
            guard !EntryName.isFolder(name), !EntryName.isLeftBehind(name) else { continue }
            guard names.insert(name).inserted else { throw .duplicateName(name) }
            entries.append(
                ArchiveEntry(
                    name: name, index: index, isEncrypted: facts.encryption_method != ZIP_EM_NONE,
                    packedBytes: Int(clamping: facts.comp_size), statedBytes: Int(clamping: facts.size),
                    method: Int(facts.comp_method)))
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
