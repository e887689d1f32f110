import Archives
import Plumbing
import SocialReturnModel

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

/// A file of a delivery that was not opened.
public struct StrayFile: Sendable, Hashable {
    /// Why a file was not opened.
    public enum Reason: Sendable, Hashable {
        /// By its name it is a document, picture or other file that holds no tables.
        case cannotHoldTables
        /// It is a link to another place.
        case link
        /// It is no file: a pipe, a device, a socket.
        case notAFile
        /// It has more bytes than the limit.
        case tooLarge(limit: Int)
        /// It is a zip within a zip within a zip.
        case nestedTooDeep
        /// It is a zip that cannot be read, or an entry of one.
        case badArchive(ContainerProblem)
    }

    /// The name without folders.
    public let name: String
    /// The folders of the delivery in which it lies.
    public let folder: String
    /// Size in bytes, as far as known.
    public let byteCount: Int
    /// Why it was not opened.
    public let reason: Reason

    /// The name with its folders, as it may be shown.
    public var shownName: String { SourceFile.shownName(name, in: folder) }

    /// Why it was not opened, as a sentence that begins after its name; nil when its name says it.
    var text: Text? {
        switch reason {
        case .cannotHoldTables: nil
        case .link:
            Text(
                nl: "is een verwijzing naar een andere plek. Zet er een kopie van het bestand zelf neer.",
                en: "is a link to another place. Put a copy of the file itself there.")
        case .notAFile: ContainerProblem(.notAFile).text
        case .tooLarge(let limit): DeliveryLimit.bytes(limit).text
        case .nestedTooDeep: ContainerProblem(.nestedTooDeep).text
        case .badArchive(let problem): problem.text
        }
    }
}

/// Files that a computer or an open program leaves behind: nobody handed them in.
package enum SystemFile {
    /// Whether a file or folder called `name` is one.
    package static func isOne(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$")
            || ["thumbs.db", "desktop.ini", "__macosx", "icon\r"].contains(name)
            || name.hasSuffix(".tmp") && name.hasPrefix("~")
    }
}

/// Collects the files of a delivery from folders and zips.
private struct DeliveryFinder {
    private let path: String
    private let limits: DeliveryLimits
    private var count = 0
    private var bytes = 0
    private(set) var delivered = 0
    private(set) var files: [SourceFile] = []
    private(set) var strays: [StrayFile] = []
    private(set) var archives: [SourceFile] = []

    init(_ path: String, _ limits: DeliveryLimits) {
        self.path = path
        self.limits = limits
    }

    /// A zip may lie in a folder or another zip; what lies still deeper is named.
    private static let mostZips = 2

    mutating func add(folder: String, as name: String, depth: Int) throws(IntakeError) {
        guard depth <= limits.folderDepth else {
            throw .badContainer(path: shown(path), problem: ContainerProblem(.limit(.folderDepth(limits.folderDepth))))
        }
        for entry in try FileSystem.names(in: folder).sorted() where !SystemFile.isOne(entry) {
            let place = folder + "/" + entry
            guard let found = FileSystem.entry(at: place) else { continue }
            if found.kind == .folder {
                try add(folder: place, as: name.isEmpty ? entry : name + "/" + entry, depth: depth + 1)
                continue
            }
            try count(one: place)
            func stray(_ reason: StrayFile.Reason) {
                strays.append(StrayFile(name: entry, folder: name, byteCount: found.bytes, reason: reason))
            }
            switch found.kind {
            case .link: stray(.link)
            case .special, .nothing: stray(.notAFile)
            case .folder: break
            case .file:
                guard FileEnding.canHoldTables(entry) else {
                    stray(.cannotHoldTables)
                    continue
                }
                let room = min(limits.fileBytes, limits.bytes - bytes)
                guard found.bytes <= room else {
                    stray(.tooLarge(limit: room))
                    continue
                }
                do throws(IntakeError) {
                    let contents = try FileSystem.bytes(of: place, limit: room, followsLinks: false)
                    bytes += contents.count
                    delivered += contents.count
                    try add(SourceFile(name: entry, in: name, bytes: contents), zips: 0)
                } catch {
                    // What the system does not let us read is no fault of who delivered it: a report made without it would be an untruth
                    // about the supplier.
                    guard case .tooLarge = error else { throw error }
                    stray(.tooLarge(limit: room))
                }
            }
        }
    }

    /// The one file that the delivery is.
    mutating func add(onlyFile file: SourceFile) throws(IntakeError) {
        bytes = file.bytes.count
        delivered = file.bytes.count
        if case .archive = FileForm(file.bytes) {
            do throws(ArchiveError) {
                try unpack(Archive(file.bytes), of: file, zips: 1)
            } catch {
                throw .badContainer(path: file.shownName, problem: ContainerProblem(archive: error))
            }
            archives.append(file)
        } else {
            files = [file]
        }
    }

    /// Adds a file, or what is in it. `budget` is that of the zip it came out of; a file that was not packed has one of its own.
    private mutating func add(_ file: SourceFile, zips: Int, budget: DeliveryBudget? = nil) throws(IntakeError) {
        guard case .archive = FileForm(file.bytes) else {
            files.append(file)
            return
        }
        func stray(_ reason: StrayFile.Reason) {
            strays.append(StrayFile(name: file.name, folder: file.folder, byteCount: file.bytes.count, reason: reason))
        }
        guard zips < Self.mostZips else { return stray(.nestedTooDeep) }
        let before = (files.count, strays.count, archives.count)
        do throws(ArchiveError) {
            try unpack(Archive(file.bytes, budget: budget), of: file, zips: zips + 1)
            archives.append(file)
        } catch {
            files.removeSubrange(before.0...)
            strays.removeSubrange(before.1...)
            archives.removeSubrange(before.2...)
            stray(.badArchive(ContainerProblem(archive: error)))
        }
    }

    private mutating func unpack(_ archive: Archive, of file: SourceFile, zips: Int) throws(ArchiveError) {
        // Closed as a whole is one thing to say, and not one for every entry.
        if let closed = archive.closed { throw .encrypted(entry: closed) }
        let outer = zips == 1 && archives.isEmpty && files.isEmpty && file.folder.isEmpty ? "" : file.inside
        for entry in archive.entries {
            let parts = entry.name.split(separator: "/").map(String.init)
            guard !parts.contains(where: SystemFile.isOne), let name = parts.last else { continue }
            let folder = ([outer].filter { !$0.isEmpty } + parts.dropLast()).joined(separator: "/")
            count += 1
            guard count <= limits.files else { throw .tooManyEntries(limit: limits.files) }
            guard FileEnding.canHoldTables(name) else {
                strays.append(StrayFile(name: name, folder: folder, byteCount: 0, reason: .cannotHoldTables))
                continue
            }
            let contents: [UInt8]
            do throws(ArchiveError) {
                contents = try archive.contents(of: entry)
            } catch {
                // One entry that is damaged or closed leaves the others as they are; one that is too large does not.
                switch error {
                case .damaged, .encrypted, .unsupportedCompression:
                    strays.append(
                        StrayFile(
                            name: name, folder: folder, byteCount: 0,
                            reason: .badArchive(ContainerProblem(archive: error))))
                    continue
                default: throw error
                }
            }
            bytes += contents.count
            guard bytes <= limits.bytes else { throw .tooLarge(entry: entry.name, limit: limits.bytes) }
            do throws(IntakeError) {
                try add(SourceFile(name: name, in: folder, bytes: contents), zips: zips, budget: archive.budget)
            } catch {
                throw .tooManyEntries(limit: limits.files)
            }
        }
    }

    /// Leaves out the folder that everything in a zip lies in: it says nothing.
    mutating func stepIn() {
        while let top = (files.map(\.folder) + strays.map(\.folder)).first?.split(separator: "/").first.map(
            String.init),
            archives.count == 1,
            (files.map(\.folder) + strays.map(\.folder)).allSatisfy({ $0 == top || $0.hasPrefix(top + "/") })
        {
            func inner(_ folder: String) -> String { String(folder.dropFirst(top.count + 1)) }
            files = files.map { SourceFile(moving: $0, to: inner($0.folder)) }
            strays = strays.map {
                StrayFile(name: $0.name, folder: inner($0.folder), byteCount: $0.byteCount, reason: $0.reason)
            }
        }
    }

    private mutating func count(one place: String) throws(IntakeError) {
        count += 1
        guard count <= limits.files else {
            throw .badContainer(path: shown(path), problem: ContainerProblem(.limit(.files(limits.files))))
        }
    }

    private func shown(_ path: String) -> String { Masking.safeName(PathText.shown(path)) }
}

extension SourceFile {
    /// What the folder is called that stands for the inside of a zip.
    fileprivate var inside: String { folder.isEmpty ? name : folder + "/" + name }
}

/// What the ending of a name tells of a file.
enum FileEnding {
    /// Whether a file called `name` can hold tables. What has an ending that we do not know is looked into.
    static func canHoldTables(_ name: String) -> Bool { !others.contains(SubmissionFiles.ending(of: name)) }

    /// Endings of files that hold no tables we read: documents, mail, pictures, sound, film, programs, other archives.
    private static let others: Set<String> = [
        "pdf", "doc", "docx", "docm", "dot", "dotx", "odt", "rtf", "pages", "ppt", "pptx", "pptm", "odp", "key", "odg",
        "msg",
        "eml", "pst", "ics", "vcf", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "webp", "svg", "ico",
        "psd",
        "mp3", "wav", "m4a", "ogg", "flac", "mp4", "mov", "avi", "mkv", "wmv", "webm", "exe", "dll", "msi", "bat",
        "cmd", "ps1",
        "js", "jar", "iso", "dmg", "db", "mdb", "accdb", "sqlite", "url", "webloc", "lnk", "md", "bak", "lock",
    ]
}
