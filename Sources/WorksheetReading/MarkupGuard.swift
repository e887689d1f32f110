/// Looks at the bytes of a part before libxml2 does.
///
/// libxml2 compares each attribute with all before it, and looks through a tag or section that has not ended again with each piece that
/// comes: both take time by the square. So such markup is refused before. The text is UTF-8, or one byte a character with ASCII below 128.
struct MarkupGuard {
    /// What is not let through.
    enum Refusal {
        case documentType, attributes, length
    }

    private enum State {
        case text
        /// Behind `<`.
        case opened
        /// Behind `<!`.
        case declaration
        /// Behind `<!-`.
        case dash
        /// Within `<![CDATA[`.
        case sectionStart
        case comment, section, instruction
        case tag
        case quoted
    }

    private let mostAttributes: Int
    private let mostBytes: Int
    private var state = State.text
    /// How long the present markup was when the present piece began.
    private var length = 0
    private var attributes = 0
    /// How much of the end of a comment, section or instruction, or of the start of a section, has been seen.
    private var matched = 0
    private var quote: UInt8 = 0

    private static let sectionStart = Array("CDATA[".utf8)

    init(_ limits: WorkbookLimits) {
        (mostAttributes, mostBytes) = (limits.attributes, limits.markupBytes)
    }

    /// Looks at the next piece; nil when it may pass.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Refusal? {
        // Before 0, where the markup began in an earlier piece.
        var start = -length
        var index = 0
        let count = bytes.count
        while index < count {
            switch state {
            case .text:
                while index < count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                guard index < count else { continue }
                (start, state) = (index, .opened)
                index += 1
            case .tag:
                while index < count {
                    let byte = bytes[index]
                    index += 1
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                        (quote, state) = (byte, .quoted)
                        break
                    }
                    if byte == UInt8(ascii: ">") {
                        state = .text
                        break
                    }
                    if byte == UInt8(ascii: "=") {
                        attributes += 1
                        if attributes > mostAttributes { return .attributes }
                    }
                }
            case .quoted:
                while index < count, bytes[index] != quote { index += 1 }
                guard index < count else { continue }
                index += 1
                state = .tag
            case .comment: end(bytes, &index, UInt8(ascii: "-"), 2)
            case .section: end(bytes, &index, UInt8(ascii: "]"), 2)
            case .instruction: end(bytes, &index, UInt8(ascii: "?"), 1)
            case .opened, .declaration, .dash, .sectionStart:
                if open(bytes[index]) { return .documentType }
                index += 1
            }
        }
        length = state == .text ? 0 : count - start
        return length > mostBytes ? .length : nil
    }

    /// Takes the byte behind the start of some markup; true for a document type. What is no markup at all stops libxml2.
    private mutating func open(_ byte: UInt8) -> Bool {
        switch (state, byte) {
        case (.opened, UInt8(ascii: "!")): state = .declaration
        case (.opened, UInt8(ascii: "?")): (state, matched) = (.instruction, 0)
        case (.declaration, UInt8(ascii: "-")): state = .dash
        case (.declaration, UInt8(ascii: "[")): (state, matched) = (.sectionStart, 0)
        case (.declaration, UInt8(ascii: "D")): return true
        case (.dash, UInt8(ascii: "-")): (state, matched) = (.comment, 0)
        case (.sectionStart, Self.sectionStart[matched]):
            matched += 1
            if matched == Self.sectionStart.count { (state, matched) = (.section, 0) }
        case (.opened, UInt8(ascii: ">")): state = .text
        default: (state, attributes) = (.tag, 0)
        }
        return false
    }

    /// Looks for `count` times `mark` and `>`.
    private mutating func end(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ mark: UInt8, _ count: Int
    ) {
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == mark {
                matched += 1
            } else if byte == UInt8(ascii: ">"), matched >= count {
                state = .text
                return
            } else {
                matched = 0
            }
        }
    }
}
