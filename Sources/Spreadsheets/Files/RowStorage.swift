import Glibc

/// Where the rows of a workbook wait until the file is put together: in memory while they are few, else on the disk.
///
/// libxlsxwriter makes a temporary file a sheet and one a part, and takes each away again. On a disk that was more work than
/// writing the cells of a small report, and it put personal data there. The files have no name while they are used and are for
/// the user alone (0600), so that nothing stays behind when the process is killed.
struct RowStorage {
    /// How many bytes a cell needs in a temporary file, by measurement on reports, with its formula.
    static let bytesPerCell = 70
    /// How many bytes of rows a workbook keeps in memory at most, and then once more while a sheet is compressed.
    static let mostInMemory = 32 << 20

    /// A folder that somebody named, which is then the only one.
    private let named: String?
    /// How many bytes the rows of the sheets so far are expected to need.
    private var expected = 0

    init(named: String?) { self.named = named }

    /// Counts a sheet of about `cells` cells and tells the folder for its rows. `nil` is `TMPDIR`, or else `/tmp`.
    mutating func folder(forSheetOf cells: Int) -> String? {
        let (bytes, isMore) = max(cells, 1_000).multipliedReportingOverflow(by: Self.bytesPerCell)
        let (sum, overflows) = expected.addingReportingOverflow(isMore ? .max : bytes)
        expected = overflows ? .max : sum
        return folder(holding: expected)
    }

    /// The folder for what needs about `bytes` bytes; `nil` is `TMPDIR`, or else `/tmp`.
    func folder(holding bytes: Int) -> String? {
        if let named { return named }
        // Others, and the parts of this workbook, are written at the same time.
        guard bytes <= Self.mostInMemory, let room = Self.roomInMemory(), room / 8 >= bytes else { return nil }
        return Self.memory
    }

    /// Where Linux has files in memory for everybody: shm_open(3).
    private static let memory = "/dev/shm"

    /// How many bytes can still be written there; `nil` where there is no such place, or not for us.
    private static func roomInMemory() -> Int? { access(memory, W_OK | X_OK) == 0 ? room(in: memory) : nil }

    /// How many bytes can still be written to a folder; `nil` when that cannot be told.
    static func room(in folder: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        let bytes = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        return bytes.overflow ? .max : Int(clamping: bytes.partialValue)
    }
}
