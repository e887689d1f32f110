import Assessments
import Plumbing
import FoundationEssentials
import Glibc
import Intake

/// The findings that a path leads to: of one submission, or of several.
public struct FindingsResults: Sendable {
    /// The documents, in the order of the folder or the file.
    public let documents: [FindingsDocument]
    /// Whether the path is itself one result: a result folder, or a file with one object. Two of those are compared whatever
    /// their submissions are called.
    public let isSingleResult: Bool

    /// The name of the file of findings in a result folder.
    public static let fileName = ResultLayout.findings

    /// Results that were read already.
    public init(_ documents: [FindingsDocument], isSingleResult: Bool) {
        self.documents = documents
        self.isSingleResult = isSingleResult
    }

    /// Reads the results at `path`: a result folder of `convert`, a folder of those, or a file with one object, or with one a
    /// line.
    ///
    /// - Throws: ``FindingsReadingError``.
    public init(at path: String) throws(FindingsReadingError) {
        let kind = FileSystem.kind(of: path)
        guard kind != .nothing else { throw .notFound(path: path) }
        guard kind == .folder else {
            let documents = try Self.documents(inFile: path)
            self.init(documents, isSingleResult: documents.count == 1)
            return
        }
        let own = PathName(path).appending(Self.fileName)
        if FileManager.default.fileExists(atPath: own) {
            let documents = try Self.documents(inFile: own)
            self.init(documents, isSingleResult: documents.count == 1)
            return
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .unreadableFile(path: path, reason: String(cString: strerror(EACCES)))
        }
        var documents: [FindingsDocument] = []
        for name in names.sorted() {
            let file = PathName(PathName(path).appending(name)).appending(Self.fileName)
            if FileManager.default.fileExists(atPath: file) { documents += try Self.documents(inFile: file) }
        }
        guard !documents.isEmpty else { throw .noResults(path: path) }
        self.init(documents, isSingleResult: false)
    }

    private static func documents(inFile path: String) throws(FindingsReadingError) -> [FindingsDocument] {
        let bytes: [UInt8]
        do throws(IntakeError) {
            bytes = try FileSystem.bytes(of: path)
        } catch {
            guard case .unreadableFile(_, let reason) = error else { throw .notFound(path: path) }
            throw .unreadableFile(path: path, reason: reason)
        }
        return try documents(in: bytes, path: path)
    }

    /// The documents in `bytes`: one object, over as many lines as it likes, or one object a line.
    ///
    /// - Throws: ``FindingsReadingError``, which names `path`.
    static func documents(in bytes: [UInt8], path: String) throws(FindingsReadingError) -> [FindingsDocument] {
        let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = bytes[(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)...]
        let lines = text.split(separator: 0x0a).filter { !$0.allSatisfy(isBlank) }
        let isObjectALine = lines.count > 1 && lines[0].last(where: { !isBlank($0) }) == UInt8(ascii: "}")
        let reader = DocumentReader(path: path, file: text)
        var documents: [FindingsDocument] = []
        for part in isObjectALine ? lines : [text] { documents.append(try reader.document(in: part)) }
        return documents
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0d || byte == 0x09 }
}

/// Reads the objects of one file, and tells where they are damaged.
private struct DocumentReader {
    let path: String
    /// All of the file, so that places are counted from its beginning.
    let file: ArraySlice<UInt8>

    private struct Head: Decodable {
        let format: String?
    }

    func document(in part: ArraySlice<UInt8>) throws(FindingsReadingError) -> FindingsDocument {
        // The decoder passes over damage in what it is not asked for, and does not tell the place of other damage.
        if let index = JSONDamage.firstIndex(in: part) {
            let place = place(of: index)
            throw .damaged(path: path, line: place.line, character: place.character)
        }
        let line = place(of: part.firstIndex { $0 > 0x20 } ?? part.startIndex).line
        let data = Data(part)
        let decoder = JSONDecoder()
        guard (try? decoder.decode(Head.self, from: data))?.format == FindingsDocument.format else {
            throw .otherFormat(path: path, line: line)
        }
        do {
            return try decoder.decode(FindingsDocument.self, from: data)
        } catch let error as DecodingError {
            throw .unexpectedField(path: path, field: Self.field(error) ?? "findings", line: line)
        } catch {
            throw .unexpectedField(path: path, field: "findings", line: line)
        }
    }

    /// The line and the character in it, both from 1.
    private func place(of index: Int) -> (line: Int, character: Int) {
        let before = file[file.startIndex..<index]
        let line = before.count { $0 == 0x0a } + 1
        let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? file.startIndex
        // A character begins with any byte but a continuation byte of UTF-8.
        return (line, file[start..<index].count { $0 & 0xc0 != 0x80 } + 1)
    }

    /// The field that an error is about: `findings[3].row`; nil where the decoder does not tell, as for a number that is too large.
    private static func field(_ error: DecodingError) -> String? {
        let keys: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        guard !keys.isEmpty else { return nil }
        return keys.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
