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
