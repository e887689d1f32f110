import CLibZip

/// The contents of an entry as they are unpacked, piece by piece.
public final class ArchiveStream {
    private let file: OpaquePointer
    private let archive: Archive
    /// The entry that is read.
    public let entry: ArchiveEntry
    private var count = 0

    init(_ file: OpaquePointer, _ entry: ArchiveEntry, in archive: Archive) {
        self.file = file
        self.entry = entry
        self.archive = archive
    }

    deinit { zip_fclose(file) }

    /// Unpacks the next bytes into `buffer`.
    ///
    /// - Returns: how many there are; 0 at the end.
    /// - Throws: ``ArchiveError`` when the entry is damaged or passes a limit.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
        let read = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        guard read >= 0 else {
            throw Archive.error(zip_error_code_zip(zip_file_get_error(file)), entry.name)
        }
        count += Int(read)
        try archive.count(entry, upTo: count)
        return Int(read)
    }
}
