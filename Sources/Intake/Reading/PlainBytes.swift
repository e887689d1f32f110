/// The bytes of a cell in plain ASCII: typographic spaces, dashes and apostrophes as the ones on a keyboard, `€` as one byte,
/// characters without width left out.
///
/// Readers meet typography here and nowhere else. Cells in ASCII, nearly all, pass as they are.
enum PlainBytes {
    /// The byte that stands for `€`.
    static let euro: UInt8 = 0x80

    /// The byte that stands for everything that no value holds.
    static let other: UInt8 = 0xff

    /// No value is written with more bytes than this.
    static let longest = 96

    /// What `read` makes of `bytes` in plain form; `problem` when there are too many.
    @inline(__always)
    static func read<Value>(
        _ bytes: UnsafeBufferPointer<UInt8>, else problem: CellProblem,
        _ read: (UnsafeBufferPointer<UInt8>) -> Reading<Value>
    ) -> Reading<Value> {
        guard bytes.count <= longest else { return CellReader.failure(bytes, problem) }
        guard !isASCII(bytes) else { return read(bytes) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { scratch in
            let (count, repairs) = fill(scratch, from: bytes)
            var reading = read(UnsafeBufferPointer(rebasing: scratch[..<count]))
            if reading.value != nil { reading.repairs.formUnion(repairs) }
            return reading
        }
    }

    @inline(__always)
    static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var union: UInt8 = 0
        for byte in bytes { union |= byte }
        return union < 0x80
    }

    /// Writes the plain form of `bytes`, never more of them, into `scratch`.
    private static func fill(
        _ scratch: UnsafeMutableBufferPointer<UInt8>, from bytes: UnsafeBufferPointer<UInt8>
    ) -> (count: Int, repairs: Repairs) {
        var (count, index) = (0, 0)
        var repairs: Repairs = []
        while index < bytes.count {
            let byte = bytes[index]
            var plain = byte
            var width = 1
            if byte >= 0x80 {
                if let space = Spacing(at: index, in: bytes) {
                    repairs.formUnion(space.repair)
                    index += space.width
                    if space.repair == .zeroWidth { continue }
                    (plain, width) = (UInt8(ascii: " "), 0)
                } else {
                    (plain, width) = sign(at: index, in: bytes)
                }
            }
            scratch[count] = plain
            count += 1
            index += width
        }
        return (count, repairs)
    }

    /// The keyboard's form of the typographic sign at `index`, and its number of bytes.
    private static func sign(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, Int) {
        if bytes[index] == 0xe2, bytes.count - index >= 3 {
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0x82, 0xac): return (euro, 3)
            case (0x80, 0x90...0x95), (0x88, 0x92): return (UInt8(ascii: "-"), 3)
            case (0x80, 0x98), (0x80, 0x99): return (UInt8(ascii: "'"), 3)
            default: break
            }
        }
        return (other, 1)
    }
}
