/// How much of an archive is read. Whoever hands in a file may be anybody, so nothing in it decides how much memory or time it costs.
public struct ArchiveLimits: Sendable, Hashable {
    /// The most entries that an archive may have.
    public var entries: Int
    /// The most bytes that all entries together may have when unpacked, counted while they are unpacked.
    public var bytes: Int
    /// The most bytes that one entry may have when unpacked.
    public var entryBytes: Int
    /// How many times as large as the archive its contents may be, once they are more than ``ratioBytes``.
    public var ratio: Int
    /// Up to this many unpacked bytes no ratio is asked for: a small file may be as repetitive as it likes.
    public var ratioBytes: Int

    /// Limits as given.
    public init(entries: Int, bytes: Int, entryBytes: Int, ratio: Int, ratioBytes: Int) {
        self.entries = entries
        self.bytes = bytes
        self.entryBytes = entryBytes
        self.ratio = ratio
        self.ratioBytes = ratioBytes
    }

    /// For an archive of files, which are held in memory.
    ///
    /// A submission has at most a dozen files; a thousand leaves room for what a computer puts beside them. A table of 100,000 rows is some
    /// 15 MiB, so 512 MiB in all is thirty of those, and with the tables made of it still fits in the memory of a small machine. Text of
    /// tables shrinks ten to thirty times; deflate reaches a thousand times with nothing but equal bytes, which no table is.
    public static let files = ArchiveLimits(
        entries: 1_000, bytes: 512 << 20, entryBytes: 256 << 20, ratio: 200, ratioBytes: 32 << 20)

    /// For a workbook, whose parts flow by and are never held.
    ///
    /// A full sheet of a million rows and twenty columns is about 1 GiB of XML. Workbooks have some dozens of parts; those with many pictures
    /// or charts have thousands. XML of sheets repeats itself more than text does: twenty to sixty times.
    public static let workbook = ArchiveLimits(
        entries: 20_000, bytes: 2 << 30, entryBytes: 1_280 << 20, ratio: 300, ratioBytes: 64 << 20)
}
