/// The rules for the name of an entry.
enum EntryName {
    /// The name with `/` between its parts; nil when it leads out of the archive's folder, or is no name.
    ///
    /// Some programs of Windows write backslashes between folders: they count as slashes, so that they can hide nothing.
    static func normalised(_ raw: String) -> String? {
        guard raw.unicodeScalars.allSatisfy(isPrintable) else { return nil }
        let name = String(String.UnicodeScalarView(raw.unicodeScalars.map { $0 == "\\" ? "/" : $0 }))
        guard !name.isEmpty, !name.hasPrefix("/") else { return nil }
        let parts = name.split(separator: "/", omittingEmptySubsequences: true)
        guard !parts.isEmpty, !parts.contains(".."), !parts.contains(".") else { return nil }
        // A drive: `C:inzet.csv` is a file of another folder too.
        guard parts[0].dropFirst().first != ":" else { return nil }
        return parts.joined(separator: "/") + (name.hasSuffix("/") ? "/" : "")
    }

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
        let parts = name.split(separator: "/")
        if parts.contains("__MACOSX") { return true }
        guard let last = parts.last?.lowercased() else { return true }
        return last == ".ds_store" || last == "thumbs.db" || last == "desktop.ini" || last.hasPrefix("._")
            || last.hasPrefix("~$")
    }
}
