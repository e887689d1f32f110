import Plumbing

/// The files of one submission, found but not yet read as tables.
///
/// A delivery is a tree: folders and zips hold files, workbooks hold sheets. Here the tree is laid out as files, wherever they lie; what
/// cannot be a table is not opened, but named.
public struct SubmissionFiles: Sendable {
    /// The submission's name as it may be shown: the folder's or the file's name.
    public package(set) var name: String
    /// The path as given, for messages.
    public let path: String
    /// The files that were opened, in the order of their folders and names.
    public private(set) var files: [SourceFile]
    /// The files that were not, in the same order.
    public let strays: [StrayFile]
    /// Whether it came as one file instead of a folder.
    public let isSingleFile: Bool
    /// The zips that files were in.
    public private(set) var archives: [SourceFile]
    /// How many bytes were handed in, as they are packed.
    let deliveredBytes: Int

    /// A submission that is already in memory.
    public init(name: String, files: [SourceFile], isSingleFile: Bool = false) {
        self.name = Masking.safeName(name)
        path = name
        self.files = files
        strays = []
        self.isSingleFile = isSingleFile
        archives = []
        deliveredBytes = files.reduce(0) { $0 + $1.bytes.count }
    }

    /// Finds the files of the submission at `path`: a folder with CSV files or a workbook, a zip of such a folder, one workbook, or one
    /// CSV file.
    ///
    /// A zip is unpacked in memory, also one that lies in the folder. Links are not followed within a folder.
    ///
    /// - Throws: ``IntakeError`` when the path does not exist or cannot be opened, or when there is more than ``DeliveryLimits`` allow.
    public init(at path: String, limits: DeliveryLimits = .standard) throws(IntakeError) {
        let kind = FileSystem.kind(of: path)
        guard kind != .nothing else { throw .notFound(path: path) }
        self.path = path
        name = Self.name(at: path, kind)
        var finder = DeliveryFinder(path, limits)
        if kind == .folder {
            try finder.add(folder: path, as: "", depth: 0)
        } else {
            try finder.add(onlyFile: try SourceFile.read(path))
        }
        finder.stepIn()
        files = finder.files.sorted { ($0.folder, $0.name) < ($1.folder, $1.name) }
        strays = finder.strays.sorted { ($0.folder, $0.name) < ($1.folder, $1.name) }
        archives = finder.archives
        deliveredBytes = finder.delivered
        isSingleFile = kind != .folder && files.count == 1
    }

    /// Leaves what is known of the files without the files: what they hold was split into cells, and a large delivery is not kept twice.
    mutating func giveUpBytes() {
        for index in files.indices { files[index].giveUpBytes() }
        for index in archives.indices { archives[index].giveUpBytes() }
    }

    /// `name` without what stands behind its last point.
    static func stem(of name: String) -> String {
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else { return name }
        return String(name[..<point])
    }

    /// What stands behind the last point of `name`, in small letters; empty when there is none.
    static func ending(of name: String) -> String {
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else { return "" }
        return name[name.utf8.index(after: point)...].lowercased()
    }

    /// The files in the folder at `path` that have a name a submission can have, in the order of their names.
    static func files(in path: String) throws(IntakeError) -> [SourceFile] {
        var files: [SourceFile] = []
        for name in try FileSystem.fileNames(in: path).sorted() where !SystemFile.isOne(name) {
            files.append(try SourceFile.read(path + "/" + name))
        }
        return files
    }
}

extension SubmissionFiles {
    /// The name that the submission at `path` gets, without opening it.
    public static func name(at path: String) -> String {
        name(at: path, FileSystem.kind(of: path))
    }

    private static func name(at path: String, _ kind: FileSystem.Kind) -> String {
        var last = PathName(path).last
        // Where the path does not end in a name, the place that it leads to has one.
        if ["", ".", ".."].contains(last) { last = PathName(path).lastOfPlace }
        if kind != .folder { last = stem(of: last) }
        return Masking.safeName(PathText.shown(last))
    }
}
