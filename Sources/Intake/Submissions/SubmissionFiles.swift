import Foundation
import SocialReturnModel

/// The files of one submission, found but not yet read as tables.
public struct SubmissionFiles: Sendable {
    /// The submission's name as it may be shown: the folder's or the file's name.
    public let name: String
    /// The path as given, for messages.
    public let path: String
    /// The files, in the order of their names.
    public let files: [SourceFile]
    /// Whether it came as one file instead of a folder.
    public let isSingleFile: Bool

    /// A submission that is already in memory.
    public init(name: String, files: [SourceFile], isSingleFile: Bool = false) {
        self.name = Masking.safeName(name)
        path = name
        self.files = files
        self.isSingleFile = isSingleFile
    }

    /// Finds the files of the submission at `path`: a folder with CSV files, or one CSV file.
    ///
    /// Subfolders and hidden files are not looked into.
    ///
    /// - Throws: ``IntakeError`` when the path does not exist or cannot be opened.
    public init(at path: String) throws(IntakeError) {
        let kind = Disk.kind(of: path)
        guard kind != .nothing else { throw .notFound(path: path) }
        self.path = path
        isSingleFile = kind == .file
        name = Self.name(at: path, kind)
        files = kind == .folder ? try Self.files(in: path) : [try SourceFile.read(path)]
    }

    /// The files in the folder at `path` that have a name a submission can have, in the order of their names.
    static func files(in path: String) throws(IntakeError) -> [SourceFile] {
        var files: [SourceFile] = []
        for name in try Disk.fileNames(in: path).sorted() { files.append(try SourceFile.read(path + "/" + name)) }
        return files
    }
}

extension SubmissionFiles {
    /// The name that the submission at `path` gets, without opening it.
    public static func name(at path: String) -> String {
        name(at: path, Disk.kind(of: path))
    }

    private static func name(at path: String, _ kind: Disk.Kind) -> String {
        var last = path[...]
        while last.count > 1, last.last == "/" { last.removeLast() }
        last = last[(last.lastIndex(of: "/").map(last.index(after:)) ?? last.startIndex)...]
        // Where the path does not end in a name, the place that it leads to has one.
        if ["", ".", ".."].contains(last) {
            last = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent[...]
        }
        if kind != .folder, let point = last.lastIndex(of: "."), point > last.startIndex { last = last[..<point] }
        return Masking.safeName(String(last))
    }
}
