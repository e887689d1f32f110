import DelimitedText
import Plumbing
import SocialReturnModel

/// Every heading that is known, of all tables of a submission and of the register, made once: what a cell announces when it stands above
/// a column. To what the template reads a submission adds the headings of its supplier that the register lays down.
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
    /// The letters of those spellings; see ``ReorderedHeading/letters(of:)``.
    private let letters: [Set<UInt64>]
    /// The columns of all tables, by the same spellings.
    private let columns: [String: [Column]]
    /// The headings that the register lays down, folded, for each table.
    private var own: [TableID: [String: Int]] = [:]
    /// The columns of all tables, by the same headings.
    private var ownColumns: [String: [Column]] = [:]

    private init() {
        positions = AllTables.facts.map { facts in
            var positions: [String: Int] = [:]
            for (index, column) in facts.columns.enumerated() { positions[FoldedName.fold(column.name)] = index }
            for (index, column) in facts.columns.enumerated() {
                for alias in column.aliases.map(FoldedName.fold) where positions[alias] == nil {
                    positions[alias] = index
                }
            }
            return positions
        }
        letters = positions.map { Set($0.keys.map(ReorderedHeading.letters)) }
        var columns: [String: [Column]] = [:]
        for facts in AllTables.facts {
            for (name, index) in positions[Int(facts.id.rawValue)] {
                columns[name, default: []].append(Column(table: facts.id, index: index))
            }
        }
        self.columns = columns
    }

    /// Lays down that `heading`, which is folded, stands for `column`, instead of what it was laid down as before.
    mutating func add(_ heading: String, as column: Column) {
        if let earlier = own[column.table, default: [:]].updateValue(column.index, forKey: heading) {
            ownColumns[heading]?.removeAll { $0 == Column(table: column.table, index: earlier) }
        }
        ownColumns[heading, default: []].append(column)
    }

    /// The name of a column behind that of its table, as programs write it that bring tables together: `Inzet[begindatum]`,
    /// `inzet.begindatum`. Nil for anything else.
    func nameBehindTable(_ heading: String) -> String? {
        guard let mark = heading.firstIndex(where: { $0 == "[" || $0 == "." }) else { return nil }
        var name = heading[heading.index(after: mark)...]
        if heading[mark] == "[" {
            guard name.last == "]" else { return nil }
            name.removeLast()
        }
        let folded = FoldedName.fold(String(name))
        let table = FoldedName.fold(heading[..<mark].filter { $0 != "'" })
        let isOne = AllTables.facts.contains { facts in
            (FoldedName.fold(facts.title.nl) == table || FoldedName.fold(facts.fileName) == table + "csv")
                && positions[Int(facts.id.rawValue)][folded] != nil
        }
        return isOne ? folded : nil
    }

    /// The column of `table` that a heading announces; nil when it is none. Decoration around the name does not count.
    func column(_ heading: HeadingName, of table: TableID) -> Int? {
        templateColumn(heading, of: table) ?? ownColumn(heading, of: table) ?? reorderedColumn(heading, of: table)
    }

    /// The column of `table` whose name, or another spelling that the template reads, a heading is.
    func templateColumn(_ heading: HeadingName, of table: TableID) -> Int? {
        guard let index = heading.find(in: positions[Int(table.rawValue)]) else { return nil }
        return heading.fits(AllTables.facts(table).columns[index]) ? index : nil
    }

    /// The column of `table` as which the register lays a heading down.
    func ownColumn(_ heading: HeadingName, of table: TableID) -> Int? {
        own.isEmpty ? nil : own[table].flatMap(heading.find)
    }

    /// The column of `table` whose name has the words of a heading in another order. What the register lays down goes before.
    func reorderedColumn(_ heading: HeadingName, of table: TableID) -> Int? {
        ReorderedHeading.column(
            of: heading.text, heading.words, in: table, named: positions[Int(table.rawValue)],
            letters[Int(table.rawValue)])
    }

    /// The columns of any table that a heading announces.
    func columns(_ heading: HeadingName) -> [Column] {
        var known = heading.find(in: columns) ?? []
        if heading.remark != nil { known.removeAll { !heading.fits(AllTables.facts($0.table).columns[$0.index]) } }
        guard !ownColumns.isEmpty, let laidDown = heading.find(in: ownColumns) else { return known }
        return known + laidDown.filter { !known.contains($0) }
    }
}

/// A heading as it is compared with the names of columns.
struct HeadingName: Sendable {
    /// The text as it was written; empty for a name that was folded already, and for what is too long to be one.
    let text: String
    /// The folded text.
    let folded: String
    /// The folded text without what people put around a name: a number before it, `(dd-mm-jjjj)`, `*`, a colon, `verplicht`; nil when
    /// there is nothing of the kind, or when what stands between brackets can change the meaning, as in `bedrag (incl. btw)`.
    let plain: String?
    /// The folded text with what stands between brackets as words of the name: `Bedrag (excl. btw)`; nil without brackets.
    let unbracketed: String?
    /// What stands between brackets, as it was written; nil without brackets.
    let remark: String?

    /// The words of the text, for a name whose words stand in another order.
    let words: ReorderedHeading.Written?

    /// No name of a column is longer; a longer text is no heading that is known, and is not folded.
    static let longest = 160

    private static let memo = HeadingMemo<String, HeadingName>()

    /// The heading `text`.
    init(_ text: String) {
        guard text.utf8.count <= Self.longest else {
            (self.text, folded, plain, unbracketed, remark, words) = ("", "", nil, nil, nil, nil)
            return
        }
        self = Self.memo.value(of: text) { HeadingName(takenApart: text) }
    }

    private init(takenApart text: String) {
        self.text = text
        words = ReorderedHeading.Written(text)
        if text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ".") }),
            let name = HeadingIndex.shared.nameBehindTable(text)
        {
            (folded, plain, unbracketed, remark) = (name, nil, nil, nil)
            return
        }
        let written = text
        let text = HeadingUnit.bracketed(text)
        let folded = FoldedName.fold(written)
        self.folded = folded
        guard text.utf8.contains(where: Self.isDecoration) || text.utf8.first.map(\.isDigit) == true else {
            (plain, unbracketed, remark) = (nil, nil, nil)
            return
        }
        func other(_ text: String?) -> String? {
            let name = text.map { FoldedName.fold(Self.trimmed($0)) } ?? ""
            return name.isEmpty || name == folded ? nil : name
        }
        plain = other(Self.withoutBrackets(text))
        remark = Self.betweenBrackets(text)
        unbracketed = other(
            String(text.map { "€,".contains($0) || Self.opening.contains($0) || Self.closing.contains($0) ? " " : $0 }))
    }

    /// The name that is `folded` already.
    init(verbatim folded: String) {
        (text, self.folded, plain, unbracketed, remark, words) = ("", folded, nil, nil, nil, nil)
    }

    /// Whether the unit between the brackets, if there is one, is that of `column`.
    func fits(_ column: ColumnDescriptor) -> Bool { remark.map { HeadingUnit.fits($0, column) } ?? true }

    /// What `entries` have for the name, to the letter or else without its decoration.
    func find<Entry>(in entries: [String: Entry]) -> Entry? {
        entries[folded] ?? unbracketed.flatMap { entries[$0] } ?? plain.flatMap { entries[$0] }
    }

    /// `text` without anything between brackets, folded; nil when there are none. Good for a question only: brackets may say which other
    /// thing the column holds.
    static func bare(_ text: String) -> String? {
        guard text.utf8.count <= longest, text.contains(where: opening.contains) else { return nil }
        guard let kept = withoutBrackets(text, where: { _ in true }) else { return nil }
        let name = FoldedName.fold(trimmed(kept))
        return name.isEmpty ? nil : name
    }

    /// What stands between the first opening bracket and the last closing one; nil without brackets.
    private static func betweenBrackets(_ text: String) -> String? {
        guard let start = text.firstIndex(where: opening.contains) else { return nil }
        let inner = text[text.index(after: start)...]
        return String(inner.lastIndex(where: closing.contains).map { inner[..<$0] } ?? inner)
    }

    /// The text without what stands between brackets; nil when something there does not hold for `isLeftOut`.
    private static func withoutBrackets(_ text: String, where isLeftOut: (String) -> Bool = explains) -> String? {
        var kept = ""
        var inside = ""
        var depth = 0
        for character in text {
            if opening.contains(character) {
                depth += 1
                inside += " "
            } else if closing.contains(character), depth > 0 {
                depth -= 1
                guard depth > 0 || isLeftOut(inside) else { return nil }
                if depth == 0 { inside = "" }
            } else if depth > 0 {
                inside.append(character)
            } else {
                kept.append(character)
            }
        }
        return depth == 0 || isLeftOut(inside) ? kept : nil
    }

    private static let opening: Set<Character> = ["(", "[", "{", "<"]
    private static let closing: Set<Character> = [")", "]", "}", ">"]

    /// Whether words between brackets say how to fill in the column, and not which other thing it holds: `(leeg = doorlopend)`, `(gem.)`,
    /// but not `(incl. btw)`, `(gepland)` or `(per maand)`.
    private static func explains(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }
        // A year, or the number of another period or person, tells one column from another.
        return !words.contains { changing.contains($0) || $0.utf8.count > 2 && $0.utf8.allSatisfy(\.isDigit) }
            || words.contains { ["tekens", "max", "maximaal", "bijvoorbeeld", "bijv", "bv", "voorbeeld"].contains($0) }
    }

    /// Words that make another quantity of a column.
    private static let changing: Set<String> = [
        "incl", "inclusief", "ex", "excl", "exclusief", "bruto", "netto", "per", "maand", "maanden", "kwartaal", "jaar",
        "jaren",
        "week", "weken", "gepland", "geplande", "planning", "verwacht", "verwachte", "verwachting", "beoogd", "beoogde",
        "geschat", "schatting", "raming", "prognose", "streef", "doel", "norm", "budget", "begroot", "oud", "oude",
        "nieuw",
        "nieuwe", "vorig", "vorige", "vroeger", "eerder", "totaal", "cumulatief", "saldo", "verschil", "rest",
        "resterend",
        "partner", "werkgever", "leverancier", "opdrachtgever", "opdrachtnemer", "onderaannemer", "hoofdaannemer",
        "inlener",
        "factuur", "contract", "inzet", "bewijs", "deelnemer", "einde", "eind", "begin", "start", "aanvang",
        "ontvangst",
        "including", "excluding", "gross", "net", "month", "year", "quarter", "planned", "expected", "estimate",
        "target", "old",
        "new", "previous", "total", "supplier", "employer", "client", "end",
    ]

    private static func trimmed(_ text: String) -> String {
        var words = text.words[...]
        // `1. Begindatum`, `2) einddatum`, `a. uren`: a number or letter of a list.
        if words.count > 1, let first = words.first, isListMark(first) { words.removeFirst() }
        // `Begindatum 1)`: the mark of a footnote.
        if let last = words.last, words.count > 1, last.last == ")", isListMark(last) { words.removeLast() }
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
        let isSign: (Character) -> Bool = { "*:;?!,.=#†‡•–—-/\\'\"€¹²³⁴⁵▼▲▾▴▽△↑↓↕⇅→←".contains($0) || $0.isWhitespace }
        var text = text[...]
        while let last = text.last, isSign(last) { text.removeLast() }
        while let first = text.first, isSign(first) { text.removeFirst() }
        return String(text)
    }

    private static func isDecoration(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x3C, 0x3E, 0xC2, 0x5B, 0x5D, 0x7B, 0x7D, 0x2A, 0x3A, 0x3B, 0x3F, 0x21, 0x2C, 0x3D, 0x23, 0x22,
            0x27, 0xE2, 0x0A,
            0x0D, 0x20:
            true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 <= 9 }
}
