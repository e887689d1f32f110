/// The halves and quarters of a year, as their months.
enum YearPart {
    /// The part written with a letter and a number, `H1`, `Q2`, `K2`, or with a word: `kwartaal 2`, `kw. 2`, `kwartaal II`; the cursor stays where
    /// it was when there is none.
    static func read(_ cursor: inout ByteCursor) -> ClosedRange<Int>? {
        var ahead = cursor
        let months: Int
        if let word = unit(&ahead) {
            months = word
        } else if ahead.skip("h") {
            months = 6
        } else if ahead.skip("q") || ahead.skip("k") {
            months = 3
        } else {
            return nil
        }
        ahead.skipBlanks()
        guard let number = number(&ahead), let part = part(number, of: months) else { return nil }
        cursor = ahead
        return part
    }

    /// The part written with its rank in front: `2e kwartaal`, `eerste halfjaar`, `2nd quarter`.
    static func readOrdinal(_ cursor: inout ByteCursor) -> ClosedRange<Int>? {
        var ahead = cursor
        guard let rank = rank(&ahead) else { return nil }
        ahead.skipBlanks()
        guard let months = unit(&ahead), let part = part(rank, of: months) else { return nil }
        cursor = ahead
        return part
    }

    /// How many months a part has by the word for it, over which the cursor moves, with the point of an abbreviation; nil without one.
    private static func unit(_ cursor: inout ByteCursor) -> Int? {
        for word in [("halfjaar", 6), ("half jaar", 6), ("half-year", 6), ("helft", 6), ("half", 6)] as [Unit]
            + quarters
        where cursor.skip(word.name) {
            _ = cursor.skip(UInt8(ascii: "."))
            return word.months
        }
        return nil
    }

    private typealias Unit = (name: StaticString, months: Int)

    /// Longer words stand before those with which they begin.
    private static let quarters: [Unit] = [
        ("kwartaal", 3), ("quarter", 3), ("kwrt", 3), ("kwart", 3), ("qtr", 3), ("kw", 3),
    ]

    /// The number of a part, in digits or as `II`.
    private static func number(_ cursor: inout ByteCursor) -> Int? {
        if let number = cursor.number() {
            // `Q02` is written so by programs that fill numbers up; there is no second digit otherwise.
            return number.width == 1 || number.width == 2 && number.value < 10 ? number.value : nil
        }
        for (roman, number) in [("iii", 3), ("ii", 2), ("iv", 4), ("i", 1)] as [(StaticString, Int)]
        where cursor.skip(roman) {
            return number
        }
        return nil
    }

    private static func rank(_ cursor: inout ByteCursor) -> Int? {
        for (word, number) in ranks where cursor.skip(word) { return number }
        guard let number = cursor.number(), number.width == 1 else { return nil }
        return cursor.skipOrdinalEnding() ? number.value : nil
    }

    private static let ranks: [(StaticString, Int)] = [
        ("eerste", 1), ("tweede", 2), ("derde", 3), ("vierde", 4), ("first", 1), ("second", 2), ("third", 3),
        ("fourth", 4),
    ]

    private static func part(_ number: Int, of months: Int) -> ClosedRange<Int>? {
        guard number >= 1, number * months <= 12 else { return nil }
        return (number - 1) * months + 1...number * months
    }
}
