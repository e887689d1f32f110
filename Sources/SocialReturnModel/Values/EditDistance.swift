/// How many letters two words differ in.
public enum EditDistance {
    /// The number of insertions, removals, replacements and swaps of neighbours that make `left` of `right`.
    ///
    /// Time grows with the product of the lengths, so whoever compares what somebody else wrote bounds it first.
    public static func between(_ left: String, _ right: String) -> Int {
        between(Array(left.unicodeScalars), Array(right.unicodeScalars), replacement: 1)
    }

    /// The number of mistakes of the fingers by which `typed` is `word`: 1 or 2; nil when it is another word, or the same.
    ///
    /// A mistake is a letter that is missing, double, swapped with its neighbour, or another one. Two of them are only made in a long word,
    /// and not by two other letters: `werknemer` is no `werkgever`. Digits are never mistaken.
    public static func mistakes(_ typed: SpelledWord, _ word: SpelledWord) -> Int? {
        // Most words differ in more letters than two mistakes explain, which needs no table to see.
        guard (typed.letters ^ word.letters).nonzeroBitCount <= 2, word.scalars.count >= shortest,
            abs(typed.scalars.count - word.scalars.count) <= 2, typed.scalars != word.scalars,
            typed.digits == word.digits
        else { return nil }
        if between(typed.scalars, word.scalars, replacement: 1) == 1 { return 1 }
        return word.scalars.count >= long && between(typed.scalars, word.scalars, replacement: 2) == 2 ? 2 : nil
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
}

/// A word taken apart, so that comparing it with many others costs little.
public struct SpelledWord: Sendable {
    fileprivate let scalars: [Unicode.Scalar]
    /// The letters that occur, a bit each.
    fileprivate let letters: UInt32
    fileprivate let digits: [Unicode.Scalar]

    /// The word `text`.
    public init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        letters = scalars.reduce(0) { $0 | 1 << ($1.value & 31) }
        digits = scalars.filter { ("0"..."9").contains($0) }
    }
}
