/// A file within an archive.
public struct ArchiveEntry: Sendable, Hashable {
    /// Its path in the archive, with `/` between the folders.
    public let name: String
    /// Its position among all entries.
    let index: UInt64
    /// Whether it asks for a password.
    public let isEncrypted: Bool

    /// The name without its folders.
    public var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }
}
