import Archives
import Testing

/// An archive that was made here is read here, and is the same each time.
struct PackedArchiveTests {
    @Test(arguments: [
        [("mimetype", [UInt8]("application/x".utf8), false)],
        [
            ("mimetype", [UInt8]("x".utf8), false), ("META-INF/manifest.xml", [], true),
            ("content.xml", [UInt8](repeating: 0x61, count: 20_000), true), ("é.xml", [0, 255, 10], true),
        ],
    ])
    func whatIsPackedComesOutAgain(parts: [(name: String, bytes: [UInt8], isPacked: Bool)]) throws {
        let made = parts.map { PackedArchive.Part($0.name, $0.bytes, isPacked: $0.isPacked) }
        let bytes = try PackedArchive.bytes(made)
        #expect(try PackedArchive.bytes(made) == bytes, "no clock, no chance")
        let archive = try Archive(bytes)
        #expect(archive.entries.map(\.name) == parts.map(\.name))
        for (entry, part) in zip(archive.entries, parts) { #expect(try archive.contents(of: entry) == part.bytes) }
        // What is not packed stands in the file as it is: programs look there for the type.
        if let first = parts.first { #expect(Array(bytes[38..<(38 + first.bytes.count)]) == first.bytes) }
        #expect(bytes.count < 10_000)
    }

    @Test func aNameThatStandsTwiceIsRefused() {
        #expect(throws: ArchiveError.self) {
            try PackedArchive.bytes([PackedArchive.Part("a.xml", [1]), PackedArchive.Part("a.xml", [2])])
        }
    }
}
