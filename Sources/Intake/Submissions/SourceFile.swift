import FoundationEssentials
import Plumbing

/// A file as it came in: its name and its bytes, read once.
public struct SourceFile: Sendable {
    /// The file's own name, without folders. Show ``shownName`` instead.
    public let name: String
    /// The folders of the delivery in which it lies, with `/` between them; empty at the top.
    public let folder: String
    /// The whole file; empty once a submission was read from it.
    public private(set) var bytes: [UInt8]
    /// How many bytes the file has.
    public let byteCount: Int
    /// SHA-256 of the bytes in hexadecimal; empty for a file that the toolkit brings along.
    public let sha256: String

    /// The files whose rows were added behind those of this one, by the first record of each.
    private(set) var furtherParts: [(record: Int, name: String)] = []

    /// Adds a file of which the rows stand in the same table from `record` on.
    mutating func add(_ file: SourceFile, from record: Int) { furtherParts.append((record, file.shownName)) }

    /// A file with these bytes.
    public init(name: String, in folder: String = "", bytes: [UInt8]) {
        self.name = name
        self.folder = folder
        self.bytes = bytes
        byteCount = bytes.count
        sha256 = SHA256Digest.hexadecimal(of: bytes)
    }

    /// A file that the toolkit brings along: it is the same for everybody, and nobody asks for its digest.
    init(builtIn name: String, bytes: [UInt8]) {
        (self.name, folder, self.bytes, byteCount, sha256) = (name, "", bytes, bytes.count, "")
    }

    /// `file` as one that lies in `folder`.
    init(moving file: SourceFile, to folder: String) {
        (name, self.folder, bytes, sha256) = (file.name, folder, file.bytes, file.sha256)
        byteCount = file.byteCount
    }

    /// Leaves what is known of the file without the file.
    mutating func giveUpBytes() { bytes = [] }

    /// A file with this text, for examples and tests.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The name with its folders, in which what may not be shown is masked.
    public var shownName: String { Self.shownName(name, in: folder) }

    static func shownName(_ name: String, in folder: String) -> String {
        Masking.safeName(PathText.shown(folder.isEmpty ? name : folder + "/" + name))
    }

    /// Reads the file at `path`.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)``.
    public static func read(_ path: String) throws(IntakeError) -> SourceFile {
        SourceFile(name: PathName(path).last, bytes: try FileSystem.bytes(of: path))
    }

    /// Reads the file at `path` if it has no more than `limit` bytes.
    ///
    /// - Throws: ``IntakeError/unreadableFile(path:reason:)`` or ``IntakeError/tooLarge(path:bytes:)``.
    package static func read(_ path: String, limit: Int) throws(IntakeError) -> SourceFile {
        SourceFile(name: PathName(path).last, bytes: try FileSystem.bytes(of: path, limit: limit))
    }
}

/// What keeps an input from being read at all. Bad data is not an error but a finding.
public enum IntakeError: Error, Hashable, Sendable {
    /// Nothing stands at the path.
    case notFound(path: String)
    /// The file or folder cannot be opened.
    case unreadableFile(path: String, reason: String)
    /// The folder holds none of the tables.
    case noTables(path: String)
    /// The file is larger than can be read in one piece.
    case tooLarge(path: String, bytes: Int)
    /// The parser ran out of memory or failed in a way of its own.
    case parserFailed(path: String)
    /// The file at the path is a zip or a workbook that cannot be read.
    case badContainer(path: String, problem: ContainerProblem)
    /// A valuation table of the register cannot be used; the reason says what is wrong.
    case badValuationTable(path: String, reason: String)
    /// A table in the result of an earlier `convert` is not as that wrote it, from `line` on where a line is known.
    case damagedResult(path: String, line: Int?)
}
