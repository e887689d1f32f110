/// How many bytes of a text are no ordinary characters.
struct ByteCensus {
    /// NUL bytes.
    private(set) var nul = 0
    /// Control bytes other than NUL and those that move down or to the right: 0x09 to 0x0D.
    private(set) var control = 0
    /// Bytes above 0x7F.
    private(set) var high = 0
    private let bytes: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes.count
        var position = 0
        while position < bytes.count {
            let plain = bytes.skippingPrintableASCII(from: position)
            // What stopped the skipping lies in these eight bytes; the last few of the text are counted here too.
            position = min(plain + 8, bytes.count)
            for byte in bytes[plain..<position] { count(byte) }
        }
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case 0: nul += 1
        case 0x09...0x0D: break
        case ..<0x20, 0x7F: control += 1
        case 0x80...: high += 1
        default: break
        }
    }

    /// The reason to call this binary data, or nil.
    ///
    /// A few control bytes happen in exported text and NUL bytes come in runs. Binary data has one control byte in
    /// ten and far more NULs.
    var reasonUnreadable: UnreadableReason? {
        let tooManyControls = control >= 8 && control > bytes / 50
        let tooManyNULs = nul >= 8 && nul > bytes / 3
        return tooManyControls || tooManyNULs ? .controlBytes(count: control + nul, bytes: bytes) : nil
    }
}
