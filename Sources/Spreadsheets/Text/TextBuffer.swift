import Plumbing

/// The guard before every text: turns any bytes into text that is valid in a worksheet, ready for C.
///
/// libxlsxwriter takes bytes as they come: one stray byte of another encoding, a U+FFFE or a cut-off character makes a
/// file that no parser opens. What cannot stand is replaced by U+FFFD, what is too long is cut, and the caller hears
/// of it. Line ends become line feeds, which is what a cell has. One buffer serves a whole sheet without allocating.
final class TextBuffer {
    /// The cleaned text, closed with a zero, until the next ``fill(_:limit:)``.
    private(set) var cString: UnsafeMutablePointer<CChar>
    private var capacity = 256

    init() {
        cString = .allocate(capacity: capacity)
        cString[0] = 0
    }

    deinit { cString.deallocate() }

    /// What a program reads of it.
    var text: String {
        String(cString: cString).replacingText("_x005F_", with: "_")
    }

    /// What a program reads of `written`, which was filled in with these `replaced`: without any it need not be made anew.
    func text(of written: String, _ replaced: ReplacementKinds) -> String { replaced.isEmpty ? written : text }

    /// Fills the buffer with `bytes`, at most `limit` UTF-16 units long, and says what was replaced.
    ///
    /// - Parameter escapesHex: whether the reader decodes `_x0041_`, as Excel does in every text of a worksheet but not in
    ///   charts and document properties. The underscore is then written as `_x005F_`, so the text shows as written.
    @discardableResult
    func fill(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, escapesHex: Bool = true) -> ReplacementKinds {
        let count = bytes.count
        guard count > 0, let source = bytes.baseAddress else {
            cString[0] = 0
            return []
        }
        if count <= limit, Self.isPlain(source, count) {
            reserve(count + 1)
            UnsafeMutableRawPointer(cString).copyMemory(from: source, byteCount: count)
            cString[count] = 0
            return []
        }
        return clean(source, count, limit, escapesHex)
    }

    /// Fills the buffer with `text`; see ``fill(_:limit:escapesHex:)``.
    @discardableResult
    func fill(_ text: String, limit: Int, escapesHex: Bool = true) -> ReplacementKinds {
        var text = text
        return text.withUTF8 { fill($0, limit: limit, escapesHex: escapesHex) }
    }

    /// The text cleaned, for what is written once.
    static func cleaned(
        _ text: String, limit: Int, escapesHex: Bool = true, _ kinds: inout ReplacementKinds
    ) -> String {
        let buffer = TextBuffer()
        kinds.formUnion(buffer.fill(text, limit: limit, escapesHex: escapesHex))
        return String(cString: buffer.cString)
    }

    /// Whether the text holds something like `_x0041_`.
    static func containsHexEscape(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return false }
            return bytes.indices.contains { isHexEscape(start + $0, bytes.count - $0) }
        }
    }

    private func reserve(_ needed: Int) {
        guard needed > capacity else { return }
        cString.deallocate()
        capacity = max(needed, 2 * capacity)
        cString = .allocate(capacity: capacity)
    }

    /// Whether all bytes are ASCII that needs no second look: no control characters and no underscore. Eight at a time,
    /// as nearly every cell passes here.
    private static func isPlain(_ source: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = UnsafeRawPointer(source)
        var offset = 0
        while offset + 8 <= count {
            if !isPlain(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) { return false }
            offset += 8
        }
        while offset < count {
            let byte = source[offset]
            if byte < 0x20 || byte >= 0x80 || byte == 0x5F { return false }
            offset += 1
        }
        return true
    }

    private static func isPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let underscores = word ^ (ones &* 0x5F)
        let suspect = word | (word &- ones &* 0x20) & ~word | (underscores &- ones) & ~underscores
        return suspect & (ones &* 0x80) == 0
    }

    /// The careful way, byte by byte, in output never more than three times as long as the input.
    private func clean(
        _ source: UnsafePointer<UInt8>, _ count: Int, _ limit: Int, _ escapesHex: Bool
    ) -> ReplacementKinds {
        reserve(3 * min(count, limit) + 16)
        var output = TextOutput(start: cString, limit: limit)
        var kinds: ReplacementKinds = []
        var position = 0
        while position < count, !output.isFull {
            let here = source + position
            let left = count - position
            let byte = here.pointee
            if byte < 0x80 {
                position += 1
                switch byte {
                case 0x5F where escapesHex && Self.isHexEscape(here, left):
                    output.appendEscapedUnderscore()
                case 0x20..., 0x09, 0x0A:
                    output.append(here, length: 1)
                case 0x0D:
                    // CR LF is one line end; the LF follows.
                    if left == 1 || here[1] != 0x0A { output.appendLineFeed() }
                default:
                    kinds.insert(.illegalCharacter)
                    output.appendReplacement()
                }
                continue
            }
            let sequence = UTF8Sequence(here, left)
            position += sequence.length
            if !sequence.isValid {
                kinds.insert(.invalidUTF8)
                output.appendReplacement()
            } else if sequence.isNoncharacter {
                kinds.insert(.illegalCharacter)
                output.appendReplacement()
            } else {
                output.append(here, length: sequence.length)
            }
        }
        if output.finish() { kinds.insert(.cut) }
        return kinds
    }

    /// Whether here stands an underscore, an x, four hexadecimal digits and an underscore.
    private static func isHexEscape(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 7, start[0] == 0x5F, start[1] == 0x78, start[6] == 0x5F else { return false }
        for index in 2..<6 {
            switch start[index] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
            default: return false
            }
        }
        return true
    }
}
