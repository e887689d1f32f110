import Plumbing

/// The number by which a folded word is known.
enum WordHash {
    static var start: UInt64 { ByteHash.start }

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { ByteHash.add(byte, to: hash) }

    static func of(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(start) { add($1, to: $0) } }

    static func join(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 ^ second }
}

/// Tells quickly of most words that they are not in a set; of few that are not it says they may be.
struct HashedWords {
    private static let size = 1 << 17
    private var bits = [UInt64](repeating: 0, count: HashedWords.size / 64)

    mutating func insert(_ hash: UInt64) { bits[Self.index(hash) >> 6] |= 1 << UInt64(Self.index(hash) & 63) }

    @inline(__always)
    func withBits<Result>(_ body: (Bits) -> Result) -> Result {
        bits.withUnsafeBufferPointer { body(Bits(bits: $0)) }
    }

    @inline(__always)
    private static func index(_ hash: UInt64) -> Int { Int((hash ^ hash >> 32) & UInt64(size - 1)) }

    /// The filter while it is asked.
    struct Bits {
        fileprivate let bits: UnsafeBufferPointer<UInt64>

        @inline(__always)
        func mayHold(_ hash: UInt64) -> Bool {
            let index = HashedWords.index(hash)
            return bits[index >> 6] >> UInt64(index & 63) & 1 != 0
        }
    }
}
