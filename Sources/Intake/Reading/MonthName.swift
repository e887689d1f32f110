/// The names and abbreviations of months, in Dutch and English.
enum MonthName {
    /// The number of the month whose name stands at `cursor`, which moves past it; nil and no move where none stands.
    static func read(_ cursor: inout ByteCursor) -> Int? {
        var index = cursor.index
        var key: UInt64 = 0
        while index < cursor.bytes.count, index - cursor.index < 10 {
            let letter = ByteCursor.folded(cursor.bytes[index]) &- 0x60
            guard (1...26).contains(letter) else { break }
            key = key << 5 | UInt64(letter)
            index += 1
        }
        guard index - cursor.index >= 3 else { return nil }
        for spelling in spellings where spelling.key == key {
            cursor.index = index
            return spelling.month
        }
        return nil
    }

    /// Each spelling as one number, five bits a letter, so that looking one up compares numbers and no texts.
    private static let spellings: [(key: UInt64, month: Int)] = names.enumerated().flatMap { index, names in
        names.split(separator: " ").map { name in
            (name.utf8.reduce(0) { $0 << 5 | UInt64($1 - 0x60) }, index + 1)
        }
    }

    private static let names = [
        "jan januari january",
        "feb februari february",
        "mrt maart mar march",
        "apr april",
        "mei may",
        "jun juni june",
        "jul juli july",
        "aug augustus august",
        "sep sept september",
        "okt oktober oct october",
        "nov november",
        "dec december",
    ]
}
