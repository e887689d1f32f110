/// Text being written by ``TextBuffer``: counts UTF-16 units and remembers where it can be cut.
struct TextOutput {
    private let start: UnsafeMutablePointer<CChar>
    private let limit: Int
    private var length = 0
    private var units = 0
    /// The last place, at the edge of a character, that leaves room for an ellipsis.
    private var cutLength = 0

    init(start: UnsafeMutablePointer<CChar>, limit: Int) {
        self.start = start
        self.limit = limit
    }

    /// Whether more was appended than fits; the rest need not be read.
    var isFull: Bool { units > limit }

    /// Appends one character of `length` bytes.
    mutating func append(_ bytes: UnsafePointer<UInt8>, length count: Int) {
        for index in 0..<count { start[length + index] = CChar(bitPattern: bytes[index]) }
        advance(bytes: count, units: count == 4 ? 2 : 1)
    }

    mutating func appendLineFeed() {
        start[length] = 0x0A
        advance(bytes: 1, units: 1)
    }

    /// Appends U+FFFD.
    mutating func appendReplacement() { appendThree(0xEF, 0xBF, 0xBD, units: 1) }

    /// Appends `_x005F_`, which readers of worksheets show as one underscore. It counts for seven, as it does in the file.
    mutating func appendEscapedUnderscore() {
        for (index, byte) in "_x005F_".utf8.enumerated() { start[length + index] = CChar(bitPattern: byte) }
        advance(bytes: 7, units: 7)
    }

    /// Closes the text with a zero; cuts it with an ellipsis when it is too long, and says so.
    mutating func finish() -> Bool {
        let isCut = isFull
        if isCut {
            length = cutLength
            appendThree(0xE2, 0x80, 0xA6, units: 0)
        }
        start[length] = 0
        return isCut
    }

    private mutating func appendThree(_ first: UInt8, _ second: UInt8, _ third: UInt8, units: Int) {
        start[length] = CChar(bitPattern: first)
        start[length + 1] = CChar(bitPattern: second)
        start[length + 2] = CChar(bitPattern: third)
        advance(bytes: 3, units: units)
    }

    private mutating func advance(bytes: Int, units count: Int) {
        length += bytes
        units += count
        if units < limit { cutLength = length }
    }
}

/// One character in UTF-8, or the bytes that fail to be one, after table 3-7 of the Unicode standard.
struct UTF8Sequence {
    /// How many bytes belong together; for invalid ones the longest beginning of a valid character, at least one.
    let length: Int
    /// Whether the bytes are one character.
    let isValid: Bool
    /// Whether the character is U+FFFE or U+FFFF, which XML does not know.
    let isNoncharacter: Bool

    /// Reads the character at `start`, whose first byte is 0x80 or more, with `count` bytes left.
    init(_ start: UnsafePointer<UInt8>, _ count: Int) {
        let needed: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch start[0] {
        case 0xC2...0xDF: needed = 2
        case 0xE0: (needed, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: needed = 3
        case 0xED: (needed, second) = (3, 0x80...0x9F)
        case 0xF0: (needed, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: needed = 4
        case 0xF4: (needed, second) = (4, 0x80...0x8F)
        default: needed = 1
        }
        var length = 1
        while length < min(needed, count) {
            let allowed = length == 1 ? second : 0x80...0xBF
            guard allowed.contains(start[length]) else { break }
            length += 1
        }
        self.length = length
        isValid = needed > 1 && length == needed
        isNoncharacter = isValid && needed == 3 && start[0] == 0xEF && start[1] == 0xBF && start[2] >= 0xBE
    }
}
