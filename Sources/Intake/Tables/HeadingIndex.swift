import DelimitedText
import SocialReturnModel

/// Every heading that is known, of all tables of a submission and of the register, made once: what a cell announces when it stands above
/// a column.
struct HeadingIndex: Sendable {
    /// A column of a table.
    struct Column: Hashable, Sendable {
        let table: TableID
        let index: Int
    }

    /// The index of all tables.
    static let shared = HeadingIndex()

    /// The columns of each table by every folded spelling of their names.
    private let positions: [[String: Int]]
    /// The columns of all tables, by the same spellings.
    private let columns: [String: [Column]]

    private init() {
        positions = AllTables.facts.map { facts in
            var positions: [String: Int] = [:]
            for (index, column) in facts.columns.enumerated() { positions[FoldedName.fold(column.name)] = index }
            for (index, column) in facts.columns.enumerated() {
                for alias in column.aliases.map(FoldedName.fold) where positions[alias] == nil { positions[alias] = index }
            }
            return positions
        }
        var columns: [String: [Column]] = [:]
        for facts in AllTables.facts {
            for (name, index) in positions[Int(facts.id.rawValue)] {
                columns[name, default: []].append(Column(table: facts.id, index: index))
            }
        }
        self.columns = columns
    }

    /// The column of `table` that a heading announces; nil when it is none. Decoration around the name does not count.
    func column(_ heading: HeadingName, of table: TableID) -> Int? {
        let positions = positions[Int(table.rawValue)]
        return positions[heading.folded] ?? heading.plain.flatMap { positions[$0] }
    }

    /// The columns of any table that a heading announces.
    func columns(_ heading: HeadingName) -> [Column] {
        columns[heading.folded] ?? heading.plain.flatMap { columns[$0] } ?? []
    }
}

/// A heading as it is compared with the names of columns.
struct HeadingName: Sendable {
    /// The folded text.
    let folded: String
    /// The folded text without what people put around a name: a number before it, `(dd-mm-jjjj)`, `*`, a colon, `verplicht`; nil when
    /// there is nothing of the kind.
    let plain: String?

    /// No name of a column is longer; a longer text is no heading that is known, and is not folded.
    static let longest = 160

    init(_ text: String) {
        guard text.utf8.count <= Self.longest else {
            (folded, plain) = ("", nil)
            return
        }
        folded = FoldedName.fold(text)
        plain = Self.undecorated(text).map(FoldedName.fold).flatMap { [folded] in $0.isEmpty || $0 == folded ? nil : $0 }
    }

    private static func undecorated(_ text: String) -> String? {
        guard text.utf8.contains(where: isDecoration) || text.utf8.first.map(\.isDigit) == true else { return nil }
        var scalars = Array(text.unicodeScalars)
        // What stands between brackets explains the name.
        var depth = 0
        scalars = scalars.filter { scalar in
            switch scalar {
            case "(", "[", "{", "<": depth += 1
            case ")", "]", "}", ">": depth -= 1
            default: return depth <= 0
            }
            return false
        }
        var words = String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace)[...]
        // `1. Begindatum`, `2) einddatum`, `a. uren`: a number or letter of a list.
        if words.count > 1, let first = words.first, isListMark(first) { words.removeFirst() }
        if let last = words.last, words.count > 1, asides.contains(FoldedName.fold(trimmingSigns(String(last)))) {
            words.removeLast()
        }
        return trimmingSigns(words.joined(separator: " "))
    }

    private static let asides: Set<String> = ["verplicht", "optioneel", "required", "optional", "invullen"]

    private static func isListMark(_ word: Substring) -> Bool {
        guard let last = word.last, last == "." || last == ")", word.count <= 4 else { return false }
        let mark = word.dropLast()
        return mark.allSatisfy(\.isNumber) || mark.count == 1 && mark.allSatisfy(\.isLetter)
    }

    private static func trimmingSigns(_ text: String) -> String {
        let isSign: (Character) -> Bool = { "*:;?!,.=#†•–—-/\\'\"".contains($0) || $0.isWhitespace }
        var text = text[...]
        while let last = text.last, isSign(last) { text.removeLast() }
        while let first = text.first, isSign(first) { text.removeFirst() }
        return String(text)
    }

    private static func isDecoration(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x2A, 0x3A, 0x3B, 0x3F, 0x21, 0x2C, 0x3D, 0x23, 0x22, 0x27, 0xE2: true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 <= 9 }
}
