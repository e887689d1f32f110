/// Tells quickly of a text that no word of a list stands in it, which is so of nearly every text.
///
/// A bit for each three letters with which a word of the list begins sorts out most texts without a branch on their
/// signs: some 3 ns a byte, where trying the entries at every word took 7.
struct WordFilter: Sendable {
    private struct Key {
        let letters: [UInt8]
        let isBeginning: Bool
    }

    private var bits = [UInt64](repeating: 0, count: 512)
    private var keys: [Int: [Key]] = [:]

    /// Adds a word, in lower case and without accents; with `isBeginning` every word that begins so.
    mutating func add(_ word: [UInt8], isBeginning: Bool) {
        for index in Self.indices(of: word, isBeginning: isBeginning) {
            bits[index >> 6] |= 1 << UInt64(index & 63)
            keys[index, default: []].append(Key(letters: word, isBeginning: isBeginning))
        }
    }

    /// Whether one of the words stands in `text` (UTF-8). Of a text with signs outside ASCII it says so without
    /// looking.
    func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        bits.withUnsafeBufferPointer { bits in
            Self.classes.withUnsafeBufferPointer { classes in
                // The classes of the last four signs, five bits each. A word begins where the first of them is 0.
                var last = 0
                for position in 0..<text.count + 2 {
                    let byte = position < text.count ? text[position] : 0
                    guard byte < 0x80 else { return true }
                    last = (last << 5 | Int(classes[Int(byte)])) & 0xf_ffff
                    let index = last & 0x7fff
                    let isBegun: UInt64 = last == index ? 1 : 0
                    if bits[index >> 6] >> UInt64(index & 63) & isBegun != 0, matches(index, at: position - 2, in: text)
                    {
                        return true
                    }
                }
                return false
            }
        }
    }

    @inline(never)
    private func matches(_ index: Int, at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        (keys[index] ?? []).contains { key in
            let end = start + key.letters.count
            guard end <= text.count, (start..<end).allSatisfy({ Self.folded(text[$0]) == key.letters[$0 - start] })
            else {
                return false
            }
            return key.isBeginning || end == text.count || Self.classes[Int(text[end])] == 0
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// 1 to 26 for a letter, 27 for a digit, 0 for a sign that parts words.
    private static let classes: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: byte & 0x1f
        case 0x30...0x39: 27
        case 0x80...: 31
        default: 0
        }
    }

    /// The numbers of the bits for a word: of its first three letters, or of all that can follow a shorter one.
    private static func indices(of word: [UInt8], isBeginning: Bool) -> [Int] {
        (0..<3).reduce([0]) { indices, position in
            let next: [Int] =
                if position < word.count {
                    [Int(classes[Int(word[position])])]
                } else {
                    position == word.count && !isBeginning ? [0] : Array(0..<32)
                }
            return indices.flatMap { index in next.map { index << 5 | $0 } }
        }
    }
}
