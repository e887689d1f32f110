/// Letters as they are compared: in lower case and without accents.
enum FoldedLetter {
    /// What the sign at `position` of `text` (UTF-8) is: a folded letter or a digit, 0 for a sign that parts words, 1 for a letter without a
    /// plain form; its length in bytes, and whether it is a capital.
    @inline(__always)
    static func at(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> (
        folded: UInt8, length: Int, isCapital: Bool
    ) {
        let byte = text[position]
        switch byte {
        case 0x61...0x7A, 0x30...0x39: return (byte, 1, false)
        case 0x41...0x5A: return (byte | 0x20, 1, true)
        case 0..<0x80: return (0, 1, false)
        case 0xC3...0xC5 where position + 1 < text.count && text[position + 1] & 0xC0 == 0x80:
            let letter = latin[Int(byte - 0xC3) << 6 | Int(text[position + 1] & 0x3F)]
            return (letter & 0x7F, 2, letter & 0x80 != 0)
        case 0xCC...0xCD where position + 1 < text.count: return (2, 2, false)
        case 0xC3...0xDF where position + 1 < text.count: return (1, 2, false)
        case 0xE1 where position + 2 < text.count: return (1, 3, false)
        case 0xC2, 0xE2, 0xEF: return rareSign(at: position, in: text)
        default: return (0, 1, false)
        }
    }

    /// A sign without width (a soft hyphen, a place where a line may break), which belongs to the word around it, or a letter of full width.
    private static func rareSign(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (
        folded: UInt8, length: Int, isCapital: Bool
    ) {
        func byte(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
        let length: Int
        switch (byte(0), byte(1), byte(2)) {
        case (0xC2, 0xAD, _): length = 2
        case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): length = 3
        case (0xEF, 0xBC, 0xA1...0xBA): return (byte(2) - 0x40, 3, true)
        case (0xEF, 0xBD, 0x81...0x9A): return (byte(2) - 0x20, 3, false)
        default: return (0, 1, false)
        }
        // Before a capital it may be all that parts two words.
        return (0x41...0x5A).contains(byte(length)) ? (0, length, false) : (accent, length, false)
    }

    /// A sign that is no letter itself but an accent on the one before it, or has no width.
    static let accent: UInt8 = 2

    /// The plain letters of U+00C0 to U+017F, with the high bit for capitals; 0 for the signs × and ÷.
    private static let latin: [UInt8] = (0xC0...0x17F as ClosedRange<UInt32>).map { scalar in
        guard scalar != 0xD7, scalar != 0xF7, let letter = Unicode.Scalar(scalar) else { return 0 }
        let capital: UInt8 = letter.properties.isUppercase ? 0x80 : 0
        let plain: UInt8
        switch letter {
        case "à"..."å", "À"..."Å", "ā"..."ą", "Ā", "Ă", "Ą", "æ", "Æ": plain = UInt8(ascii: "a")
        case "ç", "Ç", "Ć"..."č": plain = UInt8(ascii: "c")
        case "ð", "Ð", "Ď"..."đ": plain = UInt8(ascii: "d")
        case "è"..."ë", "È"..."Ë", "Ē"..."ě": plain = UInt8(ascii: "e")
        case "Ĝ"..."ģ": plain = UInt8(ascii: "g")
        case "Ĥ"..."ħ": plain = UInt8(ascii: "h")
        case "ì"..."ï", "Ì"..."Ï", "Ĩ"..."ĳ": plain = UInt8(ascii: "i")
        case "Ĵ", "ĵ": plain = UInt8(ascii: "j")
        case "Ķ"..."ĸ": plain = UInt8(ascii: "k")
        case "Ĺ"..."ł": plain = UInt8(ascii: "l")
        case "ñ", "Ñ", "Ń"..."ŋ": plain = UInt8(ascii: "n")
        case "ò"..."ö", "Ò"..."Ö", "ø", "Ø", "Ō"..."œ": plain = UInt8(ascii: "o")
        case "Ŕ"..."ř": plain = UInt8(ascii: "r")
        case "ß", "Ś"..."š", "ſ": plain = UInt8(ascii: "s")
        case "þ", "Þ", "Ţ"..."ŧ": plain = UInt8(ascii: "t")
        case "ù"..."ü", "Ù"..."Ü", "Ũ"..."ų": plain = UInt8(ascii: "u")
        case "Ŵ", "ŵ": plain = UInt8(ascii: "w")
        case "ý", "ÿ", "Ý", "Ŷ"..."Ÿ": plain = UInt8(ascii: "y")
        default: plain = UInt8(ascii: "z")
        }
        return plain | capital
    }
}

/// The words and numbers of a text, in order.
struct TextTokens {
    /// A run of letters, or one of digits.
    struct Token {
        let start: Int
        private(set) var end: Int
        private(set) var hash = WordHash.start
        private(set) var letters = 0
        private(set) var capitals = 0
        let isCapital: Bool
        let isNumber: Bool
        /// The value of the first nine digits of a number.
        private(set) var value = 0
        fileprivate(set) var kinds: WordKinds = []

        fileprivate init(start: Int, isCapital: Bool, isNumber: Bool) {
            (self.start, end, self.isCapital, self.isNumber) = (start, start, isCapital, isNumber)
        }

        fileprivate mutating func add(_ folded: UInt8, length: Int, isCapital: Bool) {
            end += length
            guard folded != FoldedLetter.accent else { return }
            hash = WordHash.add(folded, to: hash)
            letters += 1
            if isCapital { capitals += 1 }
            if isNumber, letters <= 9 { value = value * 10 + Int(folded - 0x30) }
        }

        /// The number of letters or digits.
        var count: Int { letters }

        /// Whether it has nothing but capitals.
        var isAllCapitals: Bool { capitals == letters && !isNumber }

        func isAny(of kinds: WordKinds) -> Bool { !self.kinds.isDisjoint(with: kinds) }
    }

    let text: UnsafeBufferPointer<UInt8>
    private(set) var all: [Token] = []

    /// The tokens of `text` that touch none of `masked`: what is masked is no word any more. With `splitsCapitals` a capital behind a small
    /// letter begins another word.
    init(
        _ text: UnsafeBufferPointer<UInt8>, splitsCapitals: Bool = false, without masked: [Range<Int>] = [],
        _ lexicon: Lexicon = .shared
    ) {
        self.text = text
        var position = 0
        var token: Token?
        func isSplit(_ token: Token, _ letter: (folded: UInt8, length: Int, isCapital: Bool)) -> Bool {
            let isDigit = letter.folded &- 0x30 < 10
            return isDigit != token.isNumber || splitsCapitals && letter.isCapital && token.capitals < token.letters
        }
        while position < text.count {
            let letter = FoldedLetter.at(position, in: text)
            if let open = token, letter.folded == 0 || letter.folded != FoldedLetter.accent && isSplit(open, letter) {
                all.append(open)
                token = nil
            }
            // No word begins with an accent.
            if letter.folded != 0, token != nil || letter.folded != FoldedLetter.accent {
                if token == nil {
                    token = Token(start: position, isCapital: letter.isCapital, isNumber: letter.folded &- 0x30 < 10)
                }
                token?.add(letter.folded, length: letter.length, isCapital: letter.isCapital)
            }
            position += letter.length
        }
        if let token { all.append(token) }
        if !masked.isEmpty { all.removeAll { token in masked.contains { $0.overlaps(token.start..<token.end) } } }
        for index in all.indices where !all[index].isNumber { all[index].kinds = lexicon.kinds(of: all[index].hash) }
    }

    /// The signs between the token at `index` and the next one, with any blank as a plain one.
    func gap(after index: Int) -> TokenGap {
        index + 1 < all.count ? TokenGap(text[all[index].end..<all[index + 1].start]) : TokenGap(text[text.count...])
    }

    /// Whether nothing but bytes of `signs` stand between the token at `index` and the next one, and at least one when `fewest` is 1.
    func isJoined(_ index: Int, by signs: StaticString, fewest: Int = 0) -> Bool {
        guard index >= 0, index + 1 < all.count else { return false }
        let gap = gap(after: index)
        // A sign without width may be all that parts two words.
        let (start, end) = (all[index].end, all[index + 1].start)
        if end - start == 3, gap.first == 0xE2 { return FoldedLetter.at(start, in: text).length == 3 }
        return gap.count >= fewest && gap.count <= 3
            && gap.allSatisfy { byte in
                UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(byte)
            }
    }

    /// The byte behind the token at `index`; 0 at the end of the text.
    func byte(after index: Int) -> UInt8 { all[index].end < text.count ? text[all[index].end] : 0 }

    /// The byte before the token at `index`, a plain blank for any other; 0 at the beginning of the text.
    func byte(before index: Int) -> UInt8 {
        let start = all[index].start
        guard start > 0 else { return 0 }
        let byte = text[start - 1]
        // The last byte of each wide blank is one that only follows another.
        guard byte & 0xC0 == 0x80 else { return byte }
        return (2...3).contains { $0 <= start && WideBlank.length(at: start - $0, in: text) == $0 } ? 0x20 : byte
    }
}

/// Blanks other than that of the keyboard, as word processors put them between `dhr.` and a name so that the line does not break there.
private enum WideBlank {
    /// The number of bytes of the blank at `position`; 0 for none.
    static func length(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        func byte(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
        return switch (byte(0), byte(1), byte(2)) {
        case (0x09, _, _): 1
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): 3
        default: 0
        }
    }
}

/// The signs between two words, as many as anybody asks for: the first seven, with any blank as a plain one.
struct TokenGap: RandomAccessCollection {
    private var signs: UInt64 = 0
    /// How many signs; eight for more than seven.
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: signs >> UInt64(index * 8)) }

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var position = bytes.startIndex
        while position < bytes.endIndex, count < 8 {
            let width = bytes[position] == 0x20 ? 0 : WideBlank.length(at: position, in: bytes.base)
            signs |= UInt64(width > 0 ? 0x20 : bytes[position]) << UInt64(count * 8)
            count += 1
            position += width > 0 ? width : 1
        }
    }
}
