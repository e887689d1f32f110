import Archives
import SocialReturnModel

/// How much of a delivery is read. Whoever hands in a file may be anybody, so nothing in it decides how much memory or time it costs.
///
/// What lies beyond a limit is refused by name; nothing is cut off.
public struct DeliveryLimits: Sendable, Hashable {
    /// The most files in a folder or zip, with those in its subfolders. A delivery has a dozen.
    public var files = 1_000
    /// How deep folders may lie in folders.
    public var folderDepth = 8
    /// The most bytes of one file. A million placements are some 200 MB as CSV.
    public var fileBytes = 1 << 30
    /// The most bytes of all files that are opened.
    public var bytes = 2 << 30
    /// The most rows of a table: as many as a sheet of a spreadsheet program has.
    public var rows = 1_048_576
    /// The most rows of all files of text. Packed, the dullest table has a row in two bytes or three; a packed file with less than a byte a
    /// row holds nothing but the same sign.
    public var rowsInAll = GrowingLimit(base: 1 << 16, factor: 1, most: 3 * 1_048_576)
    /// The most columns of a table: as many as a sheet of a spreadsheet program has.
    public var columns = 16_384
    /// The most fields of a single record. What a quote that never closes swallows is kept and shown, so that it is far more than the columns
    /// of a table.
    public var fieldsOfRecord = 1 << 20
    /// The most cells of all tables.
    public var cells = 64 << 20

    /// The limits that are in force unless a test says otherwise.
    public static let standard = DeliveryLimits()

    /// Limits to be changed by a test.
    public init() {}
}

/// A limit that a delivery passed, with its value.
public enum DeliveryLimit: Hashable, Sendable {
    case files(Int)
    case folderDepth(Int)
    case bytes(Int)
    case rows(Int)
    case rowsInAll(Int)
    case columns(Int)
    case fieldsOfRecord(Int)
    case cells(Int)

    /// What there is too much of, as a sentence that begins after the name of the file.
    public var text: Text {
        switch self {
        case .files(let limit):
            Text(
                nl: "bevat meer dan \(limit) bestanden. Lever alleen de bestanden van één inzending aan.",
                en: "holds more than \(limit) files. Deliver the files of one submission only.")
        case .folderDepth(let limit):
            Text(
                nl: "heeft meer dan \(limit) mappen in elkaar. Zet de bestanden bij elkaar in één map.",
                en: "has more than \(limit) folders inside each other. Put the files together in one folder.")
        case .bytes(let limit):
            Text(
                nl:
                    "is groter dan \(limit >> 20) MiB. Laat weg wat niet bij de inzending hoort, of verdeel het bestand.",
                en: "is larger than \(limit >> 20) MiB. Leave out what is no part of the submission, or split it.")
        case .rows(let limit):
            Text(
                nl: "heeft meer dan \(limit) rijen. Verdeel de tabel over twee inzendingen.",
                en: "has more than \(limit) rows. Split the table over two submissions.")
        case .rowsInAll(let limit):
            Text(
                nl:
                    "heeft meer dan \(limit) rijen, meer dan een levering van deze grootte kan hebben. Haal lege en dubbele rijen weg.",
                en:
                    "has more than \(limit) rows, more than a delivery of this size can have. Take out empty and double rows."
            )
        case .columns(let limit):
            Text(
                nl: "heeft meer dan \(limit) kolommen. Houd alleen de kolommen van het sjabloon over.",
                en: "has more than \(limit) columns. Keep the columns of the template only.")
        case .fieldsOfRecord(let limit):
            Text(
                nl:
                    "heeft een regel met meer dan \(limit) velden. Kijk of daar een regeleinde ontbreekt, en lever het bestand opnieuw aan.",
                en:
                    "has a line with more than \(limit) fields. See whether a line break is missing there, and deliver the file again."
            )
        case .cells(let limit):
            Text(
                nl: "heeft meer dan \(limit) cellen. Laat lege kolommen en rijen weg, of verdeel het bestand.",
                en: "has more than \(limit) cells. Leave out empty columns and rows, or split the file.")
        }
    }
}
