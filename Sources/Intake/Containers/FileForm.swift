import Archives
import WorksheetReading

/// What a file is by its bytes, whatever its name says.
enum FileForm {
    /// A workbook, or another document of an office program.
    case document(Archive)
    /// A zip of files.
    case archive
    /// A workbook that stays closed: one with a password, as Excel writes it, or one of Excel 97-2003.
    case closedWorkbook(ContainerProblem)
    /// A zip that cannot be opened.
    case damaged(ContainerProblem)
    /// A file of another kind, which holds no tables that can be read.
    case foreign(ContainerProblem)
    /// Text, or something that only reading it as text can tell.
    case text

    init(_ bytes: [UInt8]) {
        if Archive.isArchive(bytes) {
            do {
                let archive = try Archive(bytes, limits: .workbook)
                self = WorkbookFile.isDocument(archive) ? .document(archive) : .archive
            } catch {
                self = .damaged(ContainerProblem(archive: error))
            }
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .closedWorkbook(ContainerProblem(Self.isEncrypted(bytes) ? .encrypted : .oldWorkbook))
        } else {
            self = .text
        }
    }

    /// Excel puts an encrypted workbook into a compound file, as a stream that is called `EncryptedPackage` in UTF-16.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
        guard bytes.count >= name.count else { return false }
        // Names of streams stand at multiples of 128 bytes.
        for start in stride(from: 0, through: bytes.count - name.count, by: 128)
        where bytes[start..<start + name.count].elementsEqual(name) {
            return true
        }
        return false
    }
}
