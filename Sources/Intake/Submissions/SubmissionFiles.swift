import Archives
import Foundation
import SocialReturnModel

/// The files of one submission, found but not yet read as tables.
public struct SubmissionFiles: Sendable {
    /// The submission's name as it may be shown: the folder's or the file's name.
    public package(set) var name: String
    /// The path as given, for messages.
    public let path: String
    /// The files, in the order of their names.
    public let files: [SourceFile]
    /// Whether it came as one file instead of a folder.
    public let isSingleFile: Bool
    /// The zip that the files were in; nil when there was none.
    public let archive: SourceFile?

    /// A submission that is already in memory.
    public init(name: String, files: [SourceFile], isSingleFile: Bool = false) {
        self.name = Masking.safeName(name)
        path = name
        self.files = files
        self.isSingleFile = isSingleFile
        archive = nil
    }

    /// Finds the files of the submission at `path`: a folder with CSV files or a workbook, a zip of such a folder, one workbook, or one
    /// CSV file.
    ///
    /// A zip is unpacked in memory. Subfolders and hidden files are not looked into.
    ///
    /// - Throws: ``IntakeError`` when the path does not exist or cannot be opened.
    public init(at path: String) throws(IntakeError) {
        let kind = Disk.kind(of: path)
        guard kind != .nothing else { throw .notFound(path: path) }
        self.path = path
        name = Self.name(at: path, kind)
        guard kind == .file else {
            files = try Self.files(in: path)
            isSingleFile = false
            archive = nil
            return
        }
        let file = try SourceFile.read(path)
        if case .archive = FileForm(file.bytes) {
            archive = file
            files = try Self.files(in: file)
        } else {
            archive = nil
            files = [file]
        }
        isSingleFile = files.count == 1
    }

    /// The files in the zip that `file` is, unpacked in memory, in the order of their names. One folder around all of them is stepped
    /// into; others are not looked into.
    private static func files(in file: SourceFile) throws(IntakeError) -> [SourceFile] {
        var files: [SourceFile] = []
        do throws(ArchiveError) {
            let archive = try Archive(file.bytes)
            let paths = archive.entries.map { $0.name.split(separator: "/") }
            let top = paths.first.flatMap { $0.count > 1 ? $0.first : nil }
            let depth = top != nil && paths.allSatisfy { $0.count > 1 && $0.first == top } ? 2 : 1
            for (entry, path) in zip(archive.entries, paths) where path.count == depth {
                guard !entry.lastName.hasPrefix(".") else { continue }
                files.append(SourceFile(name: entry.lastName, bytes: try archive.contents(of: entry)))
            }
        } catch {
            throw .badContainer(path: file.shownName, problem: ContainerProblem(archive: error))
        }
        return files.sorted { $0.name < $1.name }
    }

    /// `name` without what stands behind its last point.
    static func stem(of name: String) -> String { (name as NSString).deletingPathExtension }

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
        // By bytes: before a combining mark a slash is no character of its own.
        let slash = UInt8(ascii: "/")
        var bytes = path.utf8[...]
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        bytes = bytes[(bytes.lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex)...]
        var last = Substring(bytes)
        // Where the path does not end in a name, the place that it leads to has one.
        if ["", ".", ".."].contains(last) {
            last = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent[...]
        }
        if kind != .folder, let point = last.lastIndex(of: "."), point > last.startIndex { last = last[..<point] }
        return Masking.safeName(String(last))
    }
}
