import Archives

/// The bytes of a part as they are unpacked, as text in which ASCII can be looked for.
///
/// Office and OpenDocument write UTF-8. UTF-16, which both allow, is written anew as UTF-8. A page of one byte a character that the part names
/// is left to libxml2; others, in which ASCII could mean something else, are refused.
final class PartSource {
    /// The page of one byte a character that the part names; nil for Unicode. Known once the first piece was read.
    private(set) var page: String?

    private let stream: ArchiveStream
    private let part: String
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block, alignment: 16)
    private var isFirst = true
    /// Whether UTF-16 has the high byte of each unit first; nil for other text.
    private var highFirst: Bool?
    /// How many bytes at the start of the buffer wait for the rest of their character.
    private var waiting = 0
    /// The text made of UTF-16.
    private var written: UnsafeMutableBufferPointer<UInt8>?

    /// The most bytes that are read at once.
    private static let block = 1 << 16
    /// How much is read before the first bytes are looked at: what a declaration fits in.
    private static let head = 256

    init(_ entry: ArchiveEntry, of archive: Archive) throws(WorkbookError) {
        part = entry.name
        do { stream = try archive.open(entry) } catch { throw WorkbookError(error) }
    }

    deinit {
        buffer.deallocate()
        written?.deallocate()
    }

    /// The next piece, until the next call; nil at the end.
    func next() throws(WorkbookError) -> UnsafeBufferPointer<UInt8>? {
        var count = try read(from: waiting)
        var start = 0
        if isFirst {
            isFirst = false
            while count > 0, count < Self.head {
                let more = try read(from: count)
                guard more > 0 else { break }
                count += more
            }
            start = try findForm(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        if highFirst != nil { return try transcoded(start..<waiting + count, isLast: count == 0) }
        guard count > 0 else { return nil }
        return UnsafeRawBufferPointer(rebasing: buffer[start..<count]).assumingMemoryBound(to: UInt8.self)
    }

    private func read(from start: Int) throws(WorkbookError) -> Int {
        do {
            return try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
        } catch {
            throw WorkbookError(error)
        }
    }

    /// Finds out how the text is written; returns how many bytes of a mark stand before it.
    private func findForm(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) -> Int {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            highFirst = bytes[0] == 0xFE
            return 2
        }
        if bytes.starts(with: [0, UInt8(ascii: "<")]) || bytes.starts(with: [UInt8(ascii: "<"), 0]) {
            highFirst = bytes[0] == 0
            return 0
        }
        guard let first = bytes.first else { return 0 }
        guard first == UInt8(ascii: "<") || first == 0x20 || 0x09...0x0D ~= first else { throw .damaged(part: part) }
        try findPage(bytes)
        return 0
    }

    /// Takes the page that the declaration names.
    private func findPage(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
        guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return }
        let declaration = String(decoding: bytes[..<end], as: UTF8.self)
        guard let word = declaration.firstRange(of: "encoding") else { return }
        let name = declaration[word.upperBound...].drop { $0 == " " || $0 == "=" }.dropFirst()
            .prefix { $0 != "\"" && $0 != "'" }.lowercased()
        if ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) { return }
        guard name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125") else { throw .damaged(part: part) }
        page = name
    }

    /// The UTF-16 in `range` of the buffer as UTF-8. What is left of a character waits at the start of the buffer.
    private func transcoded(
        _ range: Range<Int>, isLast: Bool
    ) throws(WorkbookError) -> UnsafeBufferPointer<UInt8>? {
        let (high, low) = highFirst == true ? (0, 1) : (1, 0)
        func unit(_ index: Int) -> UInt16 {
            let position = range.lowerBound + 2 * index
            return UInt16(buffer[position + high]) << 8 | UInt16(buffer[position + low])
        }
        var count = range.count / 2
        // The first half of a pair waits for the second one.
        if count > 0, !isLast, unit(count - 1) & 0xFC00 == 0xD800 { count -= 1 }
        let left = range.lowerBound + 2 * count..<range.upperBound
        guard !isLast || left.isEmpty else { throw .damaged(part: part) }
        // A unit becomes three bytes at most.
        let written = self.written ?? .allocate(capacity: Self.block / 2 * 3)
        self.written = written
        var length = 0
        let units = (0..<count).lazy.map(unit)
        let isBroken = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
            written[length] = $0
            length += 1
        }
        guard !isBroken else { throw .damaged(part: part) }
        waiting = left.count
        for (index, position) in left.enumerated() { buffer[index] = buffer[position] }
        return isLast ? nil : UnsafeBufferPointer(rebasing: written[..<length])
    }
}
