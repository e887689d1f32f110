/// How many letters two words differ in.
public enum EditDistance {
    /// The number of insertions, removals, replacements and swaps of neighbours that make `left` of `right`.
    ///
    /// Time grows with the product of the lengths, so whoever compares what somebody else wrote bounds it first.
    public static func between(_ left: String, _ right: String) -> Int {
        between(Array(left.unicodeScalars), Array(right.unicodeScalars), replacement: 1)
    }

    /// Whether `typed` is `word` with a mistake of the fingers: a letter that is missing, double, swapped with its neighbour or another one,
    /// and in a long word two letters that are missing, double or swapped. Digits are never mistaken.
    ///
    /// Two replaced letters make another word: `werknemer` is no `werkgever`.
    public static func isMisspelling(_ typed: String, of word: String) -> Bool {
        mistakes(typed, word) != nil
    }

    /// The number of mistakes by which `typed` is a misspelling of `word`: 1 or 2; nil when it is none, or the same.
    public static func mistakes(_ typed: String, _ word: String) -> Int? {
        let lengths = (typed.utf8.count, word.utf8.count)
        guard typed != word, lengths.1 >= shortest, (lengths.1 - 2...lengths.1 + 2).contains(lengths.0) else {
            return nil
        }
        // Most words differ in more letters than a mistake explains, which needs no table to see.
        guard (letters(typed) ^ letters(word)).nonzeroBitCount <= 2, digits(typed).elementsEqual(digits(word)) else {
            return nil
        }
        let (typed, word) = (Array(typed.unicodeScalars), Array(word.unicodeScalars))
        if between(typed, word, replacement: 1) == 1 { return 1 }
        return word.count >= long && between(typed, word, replacement: 2) == 2 ? 2 : nil
    }

    /// A shorter word has too many neighbours.
    private static let shortest = 5
    /// A word of so many letters bears two mistakes.
    private static let long = 12

    private static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], replacement: Int) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var least = min(
                    previous[column - 1] + (isSame ? 0 : replacement), previous[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    least = min(least, before[column - 2] + 1)
                }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }

    /// The letters of a word, a bit each.
    private static func letters(_ word: String) -> UInt32 {
        word.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    private static func digits(_ word: String) -> some Sequence<UInt8> { word.utf8.lazy.filter { $0 &- 0x30 <= 9 } }
}
