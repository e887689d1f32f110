/// A set of hashes in eight bytes each: participants, invoices, placements. It says who is the same, and not who it is.
///
/// In JSON it is one text of sixteen hexadecimal digits a key, in order.
public struct KeySet: Hashable, Sendable {
    /// The keys, in order and each once.
    public private(set) var keys: [UInt64]

    /// The set of `keys`, in any order.
    public init(_ keys: [UInt64] = []) {
        var sorted = keys.sorted()
        if zip(sorted, sorted.dropFirst()).contains(where: ==) {
            sorted = sorted.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        self.keys = sorted
    }

    /// How many there are.
    public var count: Int { keys.count }

    /// The keys of both.
    public func union(_ other: KeySet) -> KeySet {
        if other.keys.isEmpty { return self }
        if keys.isEmpty { return other }
        return KeySet(keys + other.keys)
    }
}

extension KeySet: Codable {
    /// Reads the text of a set.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        var keys: [UInt64] = []
        keys.reserveCapacity(text.utf8.count / 16)
        var (key, digits) = (UInt64(0), 0)
        for byte in text.utf8 {
            guard let digit = Self.value(ofDigit: byte) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
            }
            key = key << 4 | digit
            digits += 1
            if digits == 16 {
                keys.append(key)
                (key, digits) = (0, 0)
            }
        }
        guard digits == 0 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a key is cut off")
        }
        self.init(keys)
    }

    /// Writes the text of the set.
    public func encode(to encoder: any Encoder) throws {
        var text: [UInt8] = []
        text.reserveCapacity(keys.count * 16)
        for key in keys {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                let digit = UInt8(key >> shift & 15)
                text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: text, as: UTF8.self))
    }

    private static func value(ofDigit byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x61...0x66: UInt64(byte - 0x57)
        default: nil
        }
    }
}
