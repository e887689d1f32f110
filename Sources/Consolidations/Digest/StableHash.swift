/// A hash of texts that is the same in every run and on every machine, unlike Swift's own.
///
/// FNV-1a over the bytes with ASCII letters in lower case, then mixed, so that nearby texts lie far apart. Among ten million keys two
/// that are equal by chance are less likely than one in a hundred thousand.
struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of `parts`; where one part ends and the next begins counts.
    static func of(_ parts: String...) -> UInt64 {
        var hash = StableHash()
        for part in parts { hash.add(part) }
        return hash.value
    }

    /// Takes in a text and its end.
    mutating func add(_ text: String) {
        for byte in text.utf8 { mix((0x41...0x5a).contains(byte) ? byte | 0x20 : byte) }
        mix(0xff)  // no byte of UTF-8
    }

    /// Takes in a number.
    mutating func add(_ number: Int32) {
        for shift in [0, 8, 16, 24] as [Int32] { mix(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The hash.
    var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
