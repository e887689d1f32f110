/// The rules for the name of an entry.
///
/// Names are taken apart byte by byte: in a text of characters a slash with a combining mark behind it is no slash, and to a computer it is.
enum EntryName {
    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// The name with `/` between its parts; nil when it leads out of the archive's folder, or is none that ``isName(_:)``. For the archive's own
    /// folder it is `/`.
    ///
    /// A name always lies within the archive, so a slash or `./` in front says nothing: many programs write them. Some of Windows write
    /// backslashes between folders: they count as slashes, so that they can hide nothing.
    static func normalised(_ raw: String) -> String? {
        guard isName(raw) else { return nil }
        let name = raw.utf8.map { $0 == UInt8(ascii: "\\") ? slash : $0 }
        // Another computer: `\\server\inzet.csv`.
        guard !name.starts(with: [slash, slash]) else { return nil }
        let parts = name.split(separator: slash).filter { $0 != [dot] }
        guard !parts.contains(where: leadsUp) else { return nil }
        // A drive: `C:inzet.csv` is a file of another folder too.
        guard parts.first?.dropFirst().first != UInt8(ascii: ":") else { return nil }
        let isFolder = name.last == slash || parts.isEmpty
        return String(decoding: parts.joined(separator: [slash]) + (isFolder ? [slash] : []), as: UTF8.self)
    }

    /// Whether all of `raw` can be seen, and there is any.
    static func isName(_ raw: String) -> Bool { !raw.isEmpty && raw.unicodeScalars.allSatisfy(isPrintable) }

    /// Whether a part is `..`, or would be for a program that does not see blanks and further dots.
    private static func leadsUp(_ part: ArraySlice<UInt8>) -> Bool {
        part.allSatisfy { $0 == dot || $0 == UInt8(ascii: " ") } && part.contains(dot)
    }

    /// The folders of `name` and its last part.
    static func parts(of name: String) -> [String] {
        name.utf8.split(separator: slash).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether `name`, normalised, is that of a folder.
    static func isFolder(_ name: String) -> Bool { name.utf8.last == slash }

    /// `raw` without what could confuse the reader of a message.
    static func shown(_ raw: String) -> String {
        let scalars = raw.unicodeScalars.prefix(200).map { isPrintable($0) ? $0 : Unicode.Scalar(0xFFFD)! }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Control characters and marks that turn the direction of text have no place in a name.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    /// Whether a program left the entry behind that has nothing to do with its contents.
    static func isLeftBehind(_ name: String) -> Bool {
        let parts = parts(of: name)
        if parts.contains("__MACOSX") { return true }
        guard let last = parts.last?.lowercased() else { return true }
        return last == ".ds_store" || last == "thumbs.db" || last == "desktop.ini" || last.hasPrefix("._")
            || last.hasPrefix("~$") || last.hasPrefix(".~lock")
    }
}
