/// Writes characters as UTF-8 into a buffer that its maker made large enough.
struct UTF8Writer {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// Appends one byte as it is.
    mutating func append(byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    /// Appends a Unicode scalar, given by its value.
    mutating func append(scalar: UInt32) {
        switch scalar {
        case ..<0x80:
            append(byte: UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            append(byte: 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            append(continuation: scalar)
        case ..<0x10000:
            append(byte: 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            append(continuation: scalar >> 6)
            append(continuation: scalar)
        default:
            append(byte: 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            append(continuation: scalar >> 12)
            append(continuation: scalar >> 6)
            append(continuation: scalar)
        }
    }

    private mutating func append(continuation bits: UInt32) {
        append(byte: 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F))
    }
}

/// The character shown for bytes that stand for none, U+FFFD.
let replacementCharacter: UInt32 = 0xFFFD
