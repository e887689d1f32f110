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
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notFound(path: path) }
        self.path = path
        isSingleFile = !isFolder.boolValue
        name = Self.name(at: path)
        files = isFolder.boolValue ? try Self.files(in: path) : [try SourceFile.read(path)]
    }

    /// The files in the folder at `path` that have a name a submission can have, in the order of their names.
    static func files(in path: String) throws(IntakeError) -> [SourceFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .unreadableFile(path: path, reason: (error as NSError).localizedDescription)
        }
        var files: [SourceFile] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let file = (path as NSString).appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files.append(try SourceFile.read(file))
        }
        return files
    }
}

extension SubmissionFiles {
    /// The name that the submission at `path` gets, without opening it.
    public static func name(at path: String) -> String {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let base = URL(fileURLWithPath: path).standardizedFileURL
        return Masking.safeName((isFolder.boolValue ? base : base.deletingPathExtension()).lastPathComponent)
    }
}
