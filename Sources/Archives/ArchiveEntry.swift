/// A file within an archive.
public struct ArchiveEntry: Sendable, Hashable {
    /// Its path in the archive, with `/` between the folders.
    public let name: String
    /// Its position among all entries.
    let index: UInt64
    /// Whether it asks for a password.
    public let isEncrypted: Bool
    /// How many bytes it has within the archive, by the archive's own word.
    public let packedBytes: Int
    /// How many bytes it has when unpacked, by the archive's own word. Only a hint: bytes are counted as they come.
    public let statedBytes: Int
    /// The method of packing, libzip's `ZIP_CM_...`.
    let method: Int

    /// The name without its folders.
    public var lastName: String { EntryName.parts(of: name).last ?? name }

    /// The folders around it, from the outermost one.
    public var folders: [String] { EntryName.parts(of: name).dropLast() }
}
