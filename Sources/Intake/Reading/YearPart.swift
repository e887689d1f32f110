/// The halves and quarters of a year, as their months.
enum YearPart {
    /// The part written with a letter and a number, `H1`, `Q2`, `K2`, or as `kwartaal 2`; the cursor stays where it was when
    /// there is none.
    static func read(_ cursor: inout ByteCursor) -> ClosedRange<Int>? {
        var ahead = cursor
        let months: Int
        if ahead.skip("halfjaar") || ahead.skip("h") {
            months = 6
        } else if ahead.skip("kwartaal") || ahead.skip("q") || ahead.skip("k") {
            months = 3
        } else {
            return nil
        }
        ahead.skipBlanks()
        guard let number = ahead.number(), number.width == 1, let part = part(number.value, of: months) else {
            return nil
        }
        cursor = ahead
        return part
    }

    /// The part written with its rank in front: `2e kwartaal`, `eerste halfjaar`.
    static func readOrdinal(_ cursor: inout ByteCursor) -> ClosedRange<Int>? {
        var ahead = cursor
        guard let rank = rank(&ahead) else { return nil }
        ahead.skipBlanks()
        let months: Int
        if ahead.skip("kwartaal") {
            months = 3
        } else if ahead.skip("halfjaar") || ahead.skip("half jaar") {
            months = 6
        } else {
            return nil
        }
        guard let part = part(rank, of: months) else { return nil }
        cursor = ahead
        return part
    }

    private static func rank(_ cursor: inout ByteCursor) -> Int? {
        if cursor.skip("eerste") { return 1 }
        if cursor.skip("tweede") { return 2 }
        if cursor.skip("derde") { return 3 }
        if cursor.skip("vierde") { return 4 }
        guard let number = cursor.number(), number.width == 1 else { return nil }
        guard cursor.skip("ste") || cursor.skip("de") || cursor.skip("e") else { return nil }
        return number.value
    }

    private static func part(_ number: Int, of months: Int) -> ClosedRange<Int>? {
        guard number >= 1, number * months <= 12 else { return nil }
        return (number - 1) * months + 1...number * months
    }
}
