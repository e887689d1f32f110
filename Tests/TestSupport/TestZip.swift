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

        package init(_ name: String, _ content: String = "") { self.init(name, bytes: Array(content.utf8)) }

        package init(_ name: String, bytes: [UInt8]) {
            self.name = Array(name.utf8)
            content = bytes
        }

        /// Zeros, packed a thousand times: `blocks` times 258 and one.
        package static func zeros(_ name: String, blocks: Int) -> Entry {
            var bits: [Bool] = [true, true, false]  // the last block, fixed code
            func code(_ value: Int, _ width: Int) {
                for bit in (0..<width).reversed() { bits.append(value >> bit & 1 == 1) }
            }
            code(0x30, 8)  // literal 0
            for _ in 0..<blocks {
                code(0xC5, 8)  // length 258
                code(0, 5)  // distance 1
            }
            code(0, 7)  // the end
            var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
            for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 1 << (index % 8) }
            let zeros = [UInt8](repeating: 0, count: 258 * blocks + 1)
            var entry = Entry(name, bytes: bytes)
            (entry.method, entry.size, entry.checksum) = (8, zeros.count, TestZip.checksum(zeros))
            return entry
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
        ~bytes.reduce(UInt32.max) { $0 >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }

    private static let remainders: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { remainder, _ in remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}
