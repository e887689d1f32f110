/// Finds where a JSON text stops being one. The decoder only says that it is damaged; who must mend or make it again wants the place.
struct JSONDamage {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Objects and lists in one another, as deep as the decoder reads them.
    private static let deepest = 512

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The index of the first byte that cannot stand where it stands, the end when the text breaks off; nil for a JSON text.
    static func firstIndex(in bytes: ArraySlice<UInt8>) -> Int? {
        var search = JSONDamage(bytes)
        guard search.passValue(depth: 0) else { return search.position }
        search.passBlanks()
        return search.position == bytes.endIndex ? nil : search.position
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func pass(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func passBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func passValue(depth: Int) -> Bool {
        passBlanks()
        guard depth < Self.deepest, let byte = next else { return false }
        switch byte {
        case UInt8(ascii: "{"): return passObject(depth: depth)
        case UInt8(ascii: "["): return passList(depth: depth)
        case UInt8(ascii: "\""): return passString()
        case UInt8(ascii: "t"): return passWord("true")
        case UInt8(ascii: "f"): return passWord("false")
        case UInt8(ascii: "n"): return passWord("null")
        default: return passNumber()
        }
    }

    private mutating func passObject(depth: Int) -> Bool {
        position += 1
        passBlanks()
        if pass(UInt8(ascii: "}")) { return true }
        while true {
            passBlanks()
            guard next == UInt8(ascii: "\""), passString() else { return false }
            passBlanks()
            guard pass(UInt8(ascii: ":")), passValue(depth: depth + 1) else { return false }
            passBlanks()
            if pass(UInt8(ascii: "}")) { return true }
            guard pass(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func passList(depth: Int) -> Bool {
        position += 1
        passBlanks()
        if pass(UInt8(ascii: "]")) { return true }
        while true {
            guard passValue(depth: depth + 1) else { return false }
            passBlanks()
            if pass(UInt8(ascii: "]")) { return true }
            guard pass(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func passString() -> Bool {
        position += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return true
            case UInt8(ascii: "\\"):
                position += 1
                guard passEscape() else { return false }
            case 0..<0x20: return false
            default: position += 1
            }
        }
        return false
    }

    private mutating func passEscape() -> Bool {
        guard let byte = next else { return false }
        guard byte == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(byte) else { return false }
            position += 1
            return true
        }
        position += 1
        for _ in 0..<4 {
            guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else { return false }
            position += 1
        }
        return true
    }

    private mutating func passWord(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard pass(word.utf8Start[index]) else { return false }
        }
        return true
    }

    private mutating func passNumber() -> Bool {
        _ = pass(UInt8(ascii: "-"))
        // A number that begins with a zero has no other digit before the point.
        guard pass(UInt8(ascii: "0")) || passDigits() else { return false }
        if pass(UInt8(ascii: ".")), !passDigits() { return false }
        guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return true }
        position += 1
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
        return passDigits()
    }

    /// At least one digit.
    private mutating func passDigits() -> Bool {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position > start
    }
}
