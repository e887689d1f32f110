/// How a file was read, with the evidence for each choice.
public struct Detection: Sendable, Hashable {
    /// The encoding, and why.
    public let encoding: TextEncoding
    /// The separator between fields, and why.
    public let separator: SeparatorChoice
    /// What ends the records. Line breaks inside quoted fields do not count.
    public let lineEnding: LineEnding
}

/// How the bytes of a file stand for characters.
public enum TextEncoding: Sendable, Hashable {
    /// UTF-8; also plain ASCII and the empty file.
    case utf8
    /// UTF-8 that says so with a byte-order mark.
    case utf8WithByteOrderMark
    /// UTF-16. Without byte-order mark it was recognised by the NUL in every other byte.
    case utf16(ByteOrder, byteOrderMark: Bool)
    /// A code page with one byte a character, because of bytes that cannot be UTF-8.
    case codePage(CodePage, because: ForeignByte)
    /// The cells of a worksheet, which are Unicode by their own rules.
    case worksheet
    /// No text that can be read: the table has no records.
    case unreadable(UnreadableReason)
}

/// Which byte of a UTF-16 unit comes first.
public enum ByteOrder: Sendable, Hashable {
    /// The low byte first, as Windows writes.
    case littleEndian
    /// The high byte first.
    case bigEndian
}

/// The first byte that cannot be UTF-8, and where it stands.
public struct ForeignByte: Sendable, Hashable {
    /// The byte, such as 0x92.
    public let value: UInt8
    /// The first physical lines, from 1, on which this byte cannot be UTF-8: at least one, at most three.
    public let lines: [Int]
    /// How often this byte cannot be UTF-8.
    public let count: Int
    /// How many bytes of any value cannot be UTF-8.
    public let countOfAll: Int
}

/// Why a file is no readable text.
public enum UnreadableReason: Sendable, Hashable {
    /// A ZIP archive by its first bytes: an XLSX or ODS workbook, most likely.
    case zipArchive
    /// A workbook of Excel 97-2003 by its first bytes.
    case oldExcelWorkbook
    /// A PDF document by its first bytes.
    case pdf
    /// UTF-32 by its byte-order mark.
    case utf32
    /// Neither UTF-8 nor Windows-1252: byte `value` stands for no character, first on `line` (from 1); `count` bytes
    /// in all stand for none.
    case undefinedByte(value: UInt8, line: Int, count: Int)
    /// `count` control bytes (NUL among them) in a file of `bytes` bytes: binary data.
    case controlBytes(count: Int, bytes: Int)
}

/// What ends the records of a file.
public enum LineEnding: Sendable, Hashable {
    /// No line is ended: an empty file, or one line.
    case none
    /// LF, as on Unix.
    case lineFeed
    /// CR LF, as on Windows.
    case carriageReturnLineFeed
    /// CR, as on old Macs.
    case carriageReturn
    /// More than one of these.
    case mixed
}
