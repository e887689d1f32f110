/// A file within a ZIP file, as its directory describes it. Numbers are little-endian.
struct ZipEntry {
    static let endSignature = 0x0605_4B50
    static let endRecordLength = 22, localHeaderLength = 30
    private static let signature = 0x0201_4B50
    private static let localSignature = 0x0403_4B50

    /// The record in the directory.
    private(set) var record: [UInt8]

    /// Reads the record at `position`, or gives `nil` where there is none.
    init?(_ directory: [UInt8], at position: Int) {
        guard position + 46 <= directory.count, directory.uint32(position) == Self.signature else { return nil }
        let length = 46 + [28, 30, 32].reduce(0) { $0 + directory.uint16(position + $1) }
        guard position + length <= directory.count else { return nil }
        record = Array(directory[position..<position + length])
    }

    /// The name of the file.
    var name: String { String(decoding: nameBytes, as: UTF8.self) }
    /// How many bytes the file has when unpacked.
    var size: Int { record.uint32(24) }
    /// How many bytes it takes in the ZIP file, and whether it is packed there.
    var packedSize: Int { record.uint32(20) }
    var isPacked: Bool { record.uint16(10) != 0 }
    /// Where it begins in the ZIP file.
    var offset: Int { record.uint32(42) }

    private var nameBytes: ArraySlice<UInt8> { record[46..<46 + record.uint16(28)] }

    /// The header that stands before the file itself.
    var localHeader: [UInt8] {
        // Version, flags, method, time, date, checksum and both sizes stand in the same order in both.
        var header = [UInt8](littleEndian: Self.localSignature, 4)
        header += record[6..<28]
        header += [UInt8](littleEndian: nameBytes.count, 2)
        header += [0, 0]  // no extra field
        return header + nameBytes
    }

    /// Makes it a file that holds `content`, packed where that is shorter, and gives what stands for it in the ZIP file.
    mutating func localHeader(storing content: [UInt8]) -> [UInt8] {
        let packed = RawDeflate.packed(content).flatMap { $0.count < content.count ? $0 : nil }
        record.removeSubrange((46 + nameBytes.count)...)
        record.set(8, packed == nil ? 0 : 8 << 16, 4)  // no flags; the method
        record.set(16, Int(CRC32.checksum(content)), 4)
        record.set(20, (packed ?? content).count, 4)
        record.set(24, content.count, 4)
        record.set(30, 0, 4)  // no extra field, no comment
        return localHeader + (packed ?? content)
    }

    /// Says that it begins `shift` bytes further on.
    mutating func move(by shift: Int) { record.set(42, offset + shift, 4) }

    /// The record that closes a ZIP file of `count` files, with a directory of `size` bytes at `offset`.
    static func endRecord(count: Int, size: Int, offset: Int) -> [UInt8] {
        let fields = [(endSignature, 4), (0, 4), (count, 2), (count, 2), (size, 4), (offset, 4), (0, 2)]
        return fields.flatMap { [UInt8](littleEndian: $0.0, $0.1) }
    }
}

extension [UInt8] {
    init(littleEndian number: Int, _ count: Int) {
        self = (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    func uint16(_ position: Int) -> Int { Int(self[position]) | Int(self[position + 1]) << 8 }

    func uint32(_ position: Int) -> Int { uint16(position) | uint16(position + 2) << 16 }

    fileprivate mutating func set(_ position: Int, _ number: Int, _ count: Int) {
        replaceSubrange(position..<position + count, with: [UInt8](littleEndian: number, count))
    }
}

/// The checksum of ZIP files.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// The checksum of `bytes`.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    }
}
