import FoundationEssentials
import Glibc
import Plumbing
import Maatwerk

/// The submissions of a run: what was named, without what an inbox has besides submissions.
///
/// Files that systems and office programs leave are passed over. Other files that can be no delivery (a mail, a letter) are named once and
/// hold nothing up, as long as there is a submission beside them.
struct SubmissionList {
    /// A submission.
    struct Entry: Hashable {
        /// Where it stands; ``standardInput`` for one CSV from there.
        let path: String
        /// What it is called, also as a folder.
        let name: String
    }

    /// The submissions, in the order in which they were named.
    let entries: [Entry]
    /// What was passed over, as it was named.
    let strays: [String]

    /// The sign for standard input.
    static let standardInput = "-"

    /// The submissions at `paths`, each of which exists, and at `listed`, where one that does not is a failure of its own.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after naming what is missing.
    init(_ paths: [String], listed: [String] = [], allowsStandardInput: Bool = false) throws {
        let paths = try Self.existing(paths, allowsStandardInput: allowsStandardInput)
        // By bytes: as texts, the two ways in which a name with an accent can be stored are equal, and one of two folders would be left out.
        var seen: Set<[UInt8]> = []
        let all = (paths + listed).filter { seen.insert(Array($0.utf8)).inserted }
        let wanted = all.filter { !Self.isSystemFile(PathName($0).last) }
        let deliveries = wanted.filter { !Self.isStray($0) }
        // A stray alone is what somebody asks about.
        entries = Self.named(deliveries.isEmpty ? wanted : deliveries)
        strays = deliveries.isEmpty ? [] : wanted.filter(Self.isStray)
    }

    /// Names what was passed over, once.
    func mentionStrays() {
        guard !strays.isEmpty else { return }
        let list = Text(listing: strays.map { Failure.safe(PathName($0).last) }, most: 10)
        Console.message(
            Say.text(
                nl: "Overgeslagen, dit zijn geen inzendingen: \(list.nl).",
                en: "Passed over, as these are no submissions: \(list.en)."))
    }

    /// `paths`, when each of them exists.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after naming what is missing.
    static func existing(_ paths: [String], allowsStandardInput: Bool) throws -> [String] {
        let missing = paths.filter { path in
            !(allowsStandardInput && path == standardInput) && FileSystem.kind(of: path) == .nothing
        }
        for path in missing { Console.message(Failure.notFound(path)) }
        guard missing.isEmpty else { throw Outcome.wrongUsage }
        return paths
    }

    /// The paths in the file at `list`, or on standard input for `-`; none without a list. They stand one a line, or, where names may have line
    /// breaks in them, with a NUL behind each, as `find -print0` writes them.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after saying that the file cannot be read.
    static func listed(in list: String?) throws -> [String] {
        guard let list else { return [] }
        let bytes = list == standardInput ? FileSystem.contents(of: STDIN_FILENO) : FileSystem.beginning(of: list)
        guard let bytes else {
            Console.message(
                FileSystem.kind(of: list) == .nothing
                    ? Failure.notFound(list)
                    : Say.text(
                        nl:
                            "\(Failure.safe(list)) kan niet worden gelezen als lijst. Geef bij --files-from een bestand met een inzending per "
                            + "regel.",
                        en:
                            "\(Failure.safe(list)) cannot be read as a list. Give --files-from a file with a submission a line."
                    ))
            throw Outcome.wrongUsage
        }
        if let text = utf16(bytes) { return text.split(whereSeparator: \.isNewline).map(String.init) }
        if bytes.contains(0) {
            return bytes.split(separator: 0).map { Array($0).withUnsafeBufferPointer(PathText.text) }
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).split(separator: 0x0A).map { line in
            Array(line.last == 0x0D ? line.dropLast() : line).withUnsafeBufferPointer(PathText.text)
        }.filter { !$0.isEmpty }
    }

    /// The text of a list that PowerShell wrote, which is UTF-16 with its mark; nil for any other.
    private static func utf16(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        return String(bytes: bytes, encoding: .utf16)
    }

    /// The files of the submission at `path`, or one CSV from standard input.
    static func files(at path: String) throws(IntakeError) -> SubmissionFiles {
        guard path == standardInput else { return try SubmissionFiles(at: path) }
        guard let bytes = FileSystem.contents(of: STDIN_FILENO) else {
            throw .unreadableFile(path: "standaardinvoer", reason: String(cString: strerror(errno)))
        }
        let file = SourceFile(name: "standaardinvoer.csv", bytes: bytes)
        return SubmissionFiles(name: "standaardinvoer", files: [file], isSingleFile: true)
    }

    // MARK: - Names

    /// Every submission with its name. A folder and a zip of the same name are two: the file then has its ending too.
    private static func named(_ paths: [String]) -> [Entry] {
        let names = paths.map { $0 == standardInput ? $0 : SubmissionFiles.name(at: $0) }
        var counts: [String: Int] = [:]
        for name in names { counts[ResultName.folder(name), default: 0] += 1 }
        return zip(paths, names).map { path, name in
            guard counts[ResultName.folder(name), default: 0] > 1, path != standardInput else {
                return Entry(path: path, name: name)
            }
            let whole = Masking.safeName(PathName(path).last)
            return Entry(path: path, name: whole.isEmpty || whole == "." || whole == ".." ? name : whole)
        }
    }

    /// Two submissions of the same name would write over each other.
    ///
    /// - Throws: ``Outcome/wrongUsage`` after naming both.
    func refuseDoubleNames() throws {
        var first: [String: String] = [:]
        for entry in entries {
            let folder = ResultName.folder(entry.name)
            guard let other = first.updateValue(entry.path, forKey: folder) else { continue }
            let (one, two, name) = (Failure.safe(other), Failure.safe(entry.path), Failure.safe(folder))
            Console.message(
                Say.text(
                    nl: "\(one) en \(two) krijgen dezelfde uitvoermap '\(name)'. Geef er één een andere naam.",
                    en: "\(one) and \(two) would share the folder '\(name)'. Rename one."))
            throw Outcome.wrongUsage
        }
    }

    // MARK: - What is no submission

    /// Whether a system or an office program leaves files of this name.
    private static func isSystemFile(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["thumbs.db", "desktop.ini", ".ds_store", "__macosx"].contains(name) || name.hasPrefix("~$")
            || name.hasPrefix(".~lock") || name.hasPrefix("._")
    }

    /// Endings of files that a delivery can be, in a form that is read or in one that a letter can say something of.
    private static let deliverable: Set<String> = [
        "", "csv", "txt", "tsv", "tab", "zip", "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "ods", "ots", "fods",
        "7z", "rar", "gz",
        "tgz", "tar",
    ]

    /// Whether a text file is one that somebody left to read: its first line has no columns.
    private static func isProse(_ path: String) -> Bool {
        guard let head = FileSystem.beginning(of: path, most: 4096) else { return false }
        // UTF-16 has a NUL in every other byte.
        let line = head.filter { $0 != 0 }.drop { $0 <= 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        return !line.contains { ";\t|".utf8.contains($0) } && line.count { $0 == UInt8(ascii: ",") } < 3
    }

    /// Whether a file of an inbox can be no delivery. A folder always can.
    private static func isStray(_ path: String) -> Bool {
        guard path != standardInput else { return false }
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return false
        case S_IFREG:
            let name = PathName(path).last
            let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
            return !deliverable.contains(ending) || ending == "txt" && isProse(path)
        default: return true
        }
    }
}
