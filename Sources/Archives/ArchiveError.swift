/// Why an archive, or an entry of it, is not read. Names are as the archive has them, without control characters.
public enum ArchiveError: Error, Hashable, Sendable {
    /// The bytes are no ZIP archive, or a damaged one; `code` is libzip's (`ZIP_ER_NOZIP`, `ZIP_ER_CRC`, ...).
    case damaged(entry: String?, code: Int32)
    /// The entry asks for a password.
    case encrypted(entry: String)
    /// The entry was packed in a way that is not known here, or that lets a file decide how much memory it takes.
    case unsupportedCompression(entry: String)
    /// The archive has more entries than the limit.
    case tooManyEntries(limit: Int)
    /// More bytes come out of an entry, or of all together, than `limit` bytes, which no delivery may pass.
    case tooLarge(entry: String, limit: Int)
    /// More bytes come out of the archive than `limit` bytes, which is what a delivery of this size may have.
    case tooDense(entry: String, limit: Int)
    /// The name leads out of the archive's own folder.
    case unsafeName(String)
    /// The name is empty, or holds characters that cannot be seen and that no file name has.
    case unprintableName(String)
    /// The entry is a link to another file.
    case link(entry: String)
    /// Two entries have this name.
    case duplicateName(String)
    /// There is not enough memory.
    case outOfMemory
}
