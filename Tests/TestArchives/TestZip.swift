/// A ZIP archive for tests, made byte by byte so that it can lie. Its entries are stored as they are, or packed already.
package struct TestZip {
    package private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// What an entry says of itself.
    package struct Entry {
        package var name: [UInt8]
        package var content: [UInt8]
        /// The method, 8 for deflate; the content is packed already then.
        package var method = 0
        /// The size when unpacked, as stated.
        package var size: Int?
        package var checksum: UInt32?
        package var flags = 0
        /// Unix mode in the high half.
        package var attributes = 0

        package init(_ name: String, _ content: String = "") {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
        }
    }

    package init(_ entries: [Entry] = []) {
        for entry in entries { add(entry) }
        finish()
    }

    package init(names: [String]) { self.init(names.map { Entry($0, "x") }) }

    private mutating func add(_ entry: Entry) {
        let offset = bytes.count
        let checksum = entry.checksum ?? Self.checksum(entry.content)
        var facts = Self.number(entry.flags, 2) + Self.number(entry.method, 2) + Self.number(0, 4)
        facts += Self.number(Int(checksum), 4) + Self.number(entry.content.count, 4)
        facts += Self.number(entry.size ?? entry.content.count, 4) + Self.number(entry.name.count, 2)
        bytes += [0x50, 0x4B, 3, 4] + Self.number(20, 2) + facts + Self.number(0, 2) + entry.name + entry.content
        // Made by Unix, so that the attributes hold a mode.
        directory += [0x50, 0x4B, 1, 2] + [20, 3] + Self.number(20, 2) + facts + Self.number(0, 8)
        directory += Self.number(entry.attributes, 4) + Self.number(offset, 4) + entry.name
        count += 1
    }

    private mutating func finish() {
        let start = bytes.count
        bytes += directory
        bytes += [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
        bytes += Self.number(directory.count, 4) + Self.number(start, 4) + Self.number(0, 2)
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var remainder = UInt32.max
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~remainder
    }
}
