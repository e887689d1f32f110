/// One character that shows nothing: a blank, a typographic space, or one without width.
struct Spacing {
    /// Number of bytes.
    let width: Int
    /// The repair that leaving it out is.
    let repair: Repairs

    private init(_ width: Int, _ repair: Repairs) {
        self.width = width
        self.repair = repair
    }

    /// The space that begins at `index`, or nil.
    init?(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let left = bytes.count - index
        switch bytes[index] {
        case 0x20, 0x09...0x0d:
            self.init(1, .trimmed)
        case 0xc2 where left >= 2 && bytes[index + 1] == 0xa0:
            self.init(2, .noBreakSpace)
        case 0xe2 where left >= 3:
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0x80, 0x80...0x8a), (0x80, 0xaf): self.init(3, .noBreakSpace)
            case (0x80, 0x8b...0x8f), (0x81, 0xa0): self.init(3, .zeroWidth)
            default: return nil
            }
        case 0xef where left >= 3 && bytes[index + 1] == 0xbb && bytes[index + 2] == 0xbf:
            self.init(3, .zeroWidth)
        default:
            return nil
        }
    }

    /// The space that ends before `end`, or nil.
    init?(endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        for width in 1...3 where end >= width {
            if let space = Spacing(at: end - width, in: bytes), space.width == width {
                self = space
                return
            }
        }
        return nil
    }

    @inline(__always)
    static func isVisibleASCII(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }
}
