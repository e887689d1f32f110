import FoundationEssentials

/// A path, and the names that it is made of.
///
/// Its parts lie between bytes `/`: to Swift, a slash with an accent behind it is another character.
public struct PathName: Sendable, Hashable {
    /// The path as it was written.
    public let text: String

    /// The path `text`, as the system takes it.
    public init(_ text: String) { self.text = text }

    private static let slash = UInt8(ascii: "/")

    private var trimmed: Substring.UTF8View {
        var bytes = text.utf8[...]
        while bytes.count > 1, bytes.last == Self.slash { bytes.removeLast() }
        return bytes
    }

    /// The path without slashes behind it, as a link is looked at and not what it leads to: `a/b` of `a/b/`, and `/` of `/`.
    public var withoutTrailingSlashes: String { String(Substring(trimmed)) }

    /// The last name: `b` of `a/b` and of `a/b/`, and `/` of `/`.
    public var last: String {
        let bytes = trimmed
        guard bytes.count > 1, let slash = bytes.lastIndex(of: Self.slash) else { return String(Substring(bytes)) }
        return String(Substring(bytes[bytes.index(after: slash)...]))
    }

    /// The last name of the place that the path leads to: `b` of `a/b/c/..`, and the folder that work is done in of `.`.
    public var lastOfPlace: String { URL(fileURLWithPath: text).standardizedFileURL.lastPathComponent }

    /// What the last name stands in: `a` of `a/b`, `/` of `/b`, and nothing of `b`.
    public var folder: String {
        let bytes = trimmed
        guard let slash = bytes.lastIndex(of: Self.slash) else { return "" }
        let above = PathName(String(Substring(bytes[..<slash]))).trimmed
        return above.isEmpty ? "/" : String(Substring(above))
    }

    /// Without the ending of its last name: `a/b` of `a/b.csv`. A name that begins with its only point has none.
    public var withoutExtension: String {
        let bytes = trimmed
        let start = bytes.lastIndex(of: Self.slash).map { bytes.index(after: $0) } ?? bytes.startIndex
        guard let point = bytes.lastIndex(of: UInt8(ascii: ".")), point > start,
            bytes.index(after: point) < bytes.endIndex
        else {
            return String(Substring(bytes))
        }
        return String(Substring(bytes[..<point]))
    }

    /// The path of `name` in this folder; `name` itself where the path is empty.
    public func appending(_ name: String) -> String {
        if text.isEmpty { return name }
        return text.utf8.last == Self.slash ? text + name : text + "/" + name
    }
}
