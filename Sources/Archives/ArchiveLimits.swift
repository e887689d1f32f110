/// How much of an archive is read. Whoever hands in a file may be anybody, so nothing in it decides how much memory or time it costs.
public struct ArchiveLimits: Sendable, Hashable {
    /// The most entries that an archive may have.
    public var entries: Int
    /// The most bytes that all entries together may have when unpacked, counted while they are unpacked.
    public var bytes: GrowingLimit
    /// The most bytes that one entry may have when unpacked.
    public var entryBytes: Int

    /// Limits as given.
    public init(entries: Int, bytes: GrowingLimit, entryBytes: Int) {
        self.entries = entries
        self.bytes = bytes
        self.entryBytes = entryBytes
    }

    /// For an archive of files, which are held in memory.
    ///
    /// A submission has at most a dozen files; a thousand leaves room for what a computer puts beside them. Made-up tables shrink seven
    /// times and the dullest ones, in which only a number differs from row to row, twenty-seven times. Deflate reaches a thousand times with
    /// nothing but equal bytes, which no table is; the first 8 MiB (50,000 rows) are free, for a form of blank lines. A table of
    /// 100,000 rows is some 15 MiB, so 512 MiB in all is thirty of those.
    public static let files = ArchiveLimits(
        entries: 1_000, bytes: GrowingLimit(base: 8 << 20, factor: 50, most: 512 << 20), entryBytes: 256 << 20)

    /// For a workbook, whose parts flow by and are never held.
    ///
    /// A full sheet of a million rows and twenty columns is about 1 GiB of XML. Workbooks have some dozens of parts; those with many pictures
    /// or charts have thousands. The XML of OpenDocument is wordy: made-up tables shrink forty times, the dullest ones 180 times.
    public static let workbook = ArchiveLimits(
        entries: 20_000, bytes: GrowingLimit(base: 32 << 20, factor: 240, most: 2 << 30), entryBytes: 1_280 << 20)

    /// For a workbook of Office: its XML shrinks ten to twenty times, and that of programs that repeat texts in each cell up to sixty.
    public static let officeWorkbook = ArchiveLimits(
        entries: 20_000, bytes: GrowingLimit(base: 32 << 20, factor: 100, most: 2 << 30), entryBytes: 1_280 << 20)
}
