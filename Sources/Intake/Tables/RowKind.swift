import DelimitedText
import SocialReturnModel

/// A row that is no data by its look: a total, a ruler line, a note below the table.
enum RowKind {
    /// Sums of the rows above.
    case totals
    /// A line of signs, or words for the reader.
    case note
    /// A row that shows how the table is filled in.
    case example
    /// A single value that says nothing of what the row is.
    case fragment

    var observation: Observation.Kind {
        switch self {
        case .totals: .totalsRow
        case .note: .noteRow
        case .example: .exampleRow
        case .fragment: .notDataRow
        }
    }

    /// What the fields of a table hold: apart from the table, so that nothing of that is copied for each row.
    struct Fields {
        /// Those with numbers and amounts, which a row of totals has and nothing else.
        let ofSums: Set<Int>
        /// Those of the required columns.
        let required: [Int]
        /// Those of numbers, days and codes: nothing is called `Totaal` or `Voorbeeld` there.
        let ofCodes: Set<Int>
        /// The codes of the fields that have a list of them: `samen` is whose turn it is, and no total.
        let codes: [Int: CodeListDescription]

        /// The fields of `source`.
        init(_ source: SourceTable) {
            let columns = zip(source.facts.columns, source.fieldOfColumn).filter { $1 >= 0 }
            ofSums = Set(columns.filter { [.number, .money].contains($0.0.kind) }.map(\.1))
            required = columns.filter(\.0.isRequired).map(\.1)
            ofCodes = Set(columns.filter { $0.0.kind != .text }.map(\.1))
            codes = Dictionary(columns.compactMap { column, field in column.codes.map { (field, $0) } }) { one, _ in one
            }
        }
    }

    /// What `record` is; nil for a row of data. Nearly every row ends at its first value.
    ///
    /// A function and no initializer: that would get a copy of the table for each row.
    static func of(_ record: Int, in cells: DelimitedTable, _ fields: Fields) -> RowKind? {
        var first: (field: Int, look: Look)?
        /// The value that is no sum, when there is one of them.
        var word: (field: Int, look: Look)?
        var (sums, others) = (0, 0)
        values: for field in 0..<cells.fieldCount(of: record) {
            let look = cells.withTrimmedCell(record, field) { $0.isEmpty ? nil : Look($0) }
            guard let look else { continue }
            if look.isSum, fields.ofSums.contains(field) {
                sums += 1
            } else {
                others += 1
                word = word ?? (field, look)
            }
            first = first ?? (field, look)
            // A row of data has two values that are no sums: there is no more to see.
            if others > 1 { break values }
        }
        guard let first else { return nil }
        let (isSums, second) = (others == 0, sums + others > 1)
        if isSums, !fields.ofSums.isEmpty, !fields.required.allSatisfy(fields.ofSums.contains) { return .totals }
        if first.look.isTotalsWord, isTotal(cells, record, first, fields) { return .totals }
        if let word, others == 1, sums > 0, word.look.isTotalsWordAlone || word.look.isStars,
            fields.required.count >= 2, isTotal(cells, record, word, fields)
        {
            // The word for it stands behind the sums, or below a column of words.
            return .totals
        }
        if first.look.isExampleWord, fields.ofCodes.contains(first.field) { return .example }
        if first.look.isRuler, isRuler(cells, record) { return .note }
        if second { return isNumbering(cells, record) || isPageHeader(cells, record, fields.required) ? .note : nil }
        guard fields.required.count >= 2 else { return nil }
        return first.look.isNote ? .note : .fragment
    }

    /// A row that begins with a word for a total is one, unless what it needs is there: then a company is called so. In a column of codes
    /// and numbers of its own nothing is called `Totaal`.
    private static func isTotal(
        _ cells: DelimitedTable, _ record: Int, _ first: (field: Int, look: Look), _ fields: Fields
    ) -> Bool {
        if first.look.isTotalsWordAlone, fields.ofCodes.contains(first.field) {
            return fields.codes[first.field]?.rawValue(for: cells.text(record, first.field).trimmingBlanks) == nil
        }
        let others = fields.required.filter { $0 != first.field }
        let filled = others.count { !cells.isBlank(record, $0) }
        return filled * 2 <= others.count
    }

    private static func isRuler(_ cells: DelimitedTable, _ record: Int) -> Bool {
        (0..<cells.fieldCount(of: record)).allSatisfy { field in
            cells.withTrimmedCell(record, field) { $0.isEmpty || Look($0).isRuler }
        }
    }

    /// Whether the last value counts the pages (`Blad 2`, `Pagina 2 van 3`) and little else stands in the record: what programs print on top of
    /// each page.
    private static func isPageHeader(_ cells: DelimitedTable, _ record: Int, _ requiredFields: [Int]) -> Bool {
        var (filled, last) = (0, 0)
        for field in 0..<cells.fieldCount(of: record) where !cells.isBlank(record, field) {
            filled += 1
            last = field
            // Most rows are told from a page's header here, after four cells.
            guard filled <= 3 else { return false }
        }
        guard filled > 1, (filled - 1) * 2 <= max(requiredFields.count, 2) else { return false }
        return cells.withTrimmedCell(record, last, isPageNumber)
    }

    private static let pageWords: Set<String> = ["blad", "bladzijde", "pagina", "pag", "blz", "page", "p"]

    /// `Blad 2`, `Pagina 2 van 3`, `blz. 2/3`.
    private static func isPageNumber(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count <= 24, value.contains(where: { $0 &- 0x30 <= 9 }) else { return false }
        let words = String(decoding: value, as: UTF8.self).lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first, pageWords.contains(String(first)), (2...4).contains(words.count) else {
            return false
        }
        return words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || ["van", "of", "nr"].contains($0) }
    }

    /// Whether the values are 1, 2, 3 and so on, as somebody numbers the columns.
    private static func isNumbering(_ cells: DelimitedTable, _ record: Int) -> Bool {
        var count = 0
        for field in 0..<cells.fieldCount(of: record) {
            let number = cells.withTrimmedCell(record, field) { cell -> Int? in
                guard cell.count <= 4 else { return nil }
                return cell.isEmpty ? 0 : Int(String(decoding: cell.filter { $0 &- 0x30 <= 9 }, as: UTF8.self))
            }
            guard let number, number == 0 && count > 0 || number == count + 1 else { return false }
            if number > 0 { count = number }
        }
        return count >= 4
    }

    /// What a value looks like.
    struct Look {
        /// Digits, and what stands between and before them in an amount.
        let isSum: Bool
        /// Signs only, without a letter or digit: a line between the rows.
        let isRuler: Bool
        /// Asterisks only, with which a program of administrations marks its totals.
        let isStars: Bool
        /// A word for a total, alone or in front.
        let isTotalsWord: Bool
        /// A word for a total and nothing else.
        let isTotalsWordAlone: Bool
        /// A word for an example and nothing else.
        let isExampleWord: Bool
        /// Words for the reader: several of them, or a mark of a note in front.
        let isNote: Bool

        init(_ value: UnsafeBufferPointer<UInt8>) {
            var (sum, letter, high, blank, digit) = (true, false, false, false, false)
            for byte in value {
                switch byte {
                case 0x30...0x39: digit = true
                case 0x20, 0x25, 0x27, 0x2c, 0x2d, 0x2e: blank = blank || byte == 0x20
                case 0xe2, 0x82, 0xac, 0xc2, 0xa0: high = true
                default:
                    sum = false
                    letter = letter || (byte | 0x20) &- 0x61 < 26
                    high = high || byte >= 0x80
                }
            }
            isSum = sum && digit
            isRuler = !letter && !digit && (!high || Self.isDashes(value))
            isStars = value.first == 0x2a && value.allSatisfy { $0 == 0x2a }
            let totals = TotalsWord(value)
            isTotalsWord = totals != nil
            isTotalsWordAlone = totals == .alone
            isExampleWord = ExampleWord.fills(value)
            isNote = letter && !digit || letter && blank || value.first.map { [0x2a, 0x29, 0x28].contains($0) } == true
        }

        /// Dashes and lines of every width, in UTF-8.
        private static func isDashes(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
            String(decoding: value, as: UTF8.self).unicodeScalars.allSatisfy {
                switch $0.value {
                case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x2015, 0x2212, 0x2500...0x257F,
                    0x2022, 0xB7, 0x2026:
                    true
                default: false
                }
            }
        }
    }
}

/// Words by which people call a row that shows how a table is filled in.
enum ExampleWord {
    private static let words = ["voorbeeld", "voorbeeldrij", "voorbeeldregel", "vb", "example", "bijvoorbeeld", "bijv"]
        .map {
            Array($0.utf8)
        }

    /// Whether `value` (UTF-8) is one of the words, perhaps in brackets, with a number or a point behind it.
    static func fills(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        // A row of data begins with a number of its own: nearly every value ends here.
        guard let first = value.first(where: { $0 != 0x28 && $0 != 0x5b }), [0x76, 0x65, 0x62].contains(first | 0x20)
        else {
            return false
        }
        let letters = value.lazy.map { $0 | 0x20 }.filter { $0 &- 0x61 < 26 }
        return letters.count + 4 >= value.count && words.contains { letters.elementsEqual($0) }
    }
}

/// How people write a row of totals.
enum TotalsWord {
    /// The whole value is such a word.
    case alone
    /// It begins with one.
    case leading

    /// The words, in small letters.
    private static let words = [
        "totaal", "totalen", "subtotaal", "subtotalen", "sub-totaal", "eindtotaal", "eindtotalen", "totaalbedrag",
        "totaaltelling", "totaaluren", "totaalgeneraal", "generaal totaal", "algemeen totaal", "som", "optelling",
        "gemiddelde",
        "gemiddeld", "saldo", "aantal", "total", "totals", "subtotal", "subtotals", "grand total", "sum", "average",
        "Σ", "∑", "tot", "tot.", "gem", "gem.", "sub totaal", "eind totaal", "somtotaal", "samen", "tezamen",
        "bij elkaar",
        "opgeteld", "cumulatief", "transport", "transporteren", "resultaat", "eindresultaat", "count", "max", "min",
        "maximum", "minimum",
    ].map { Array($0.utf8) }

    /// By byte: whether a word begins with it.
    private static let isFirst: [Bool] = words.reduce(into: Array(repeating: false, count: 256)) {
        $0[Int($1[0] | 0x20)] = true
    }

    /// The word in `value`, without blanks at its ends; nil when it is another one.
    init?(_ value: UnsafeBufferPointer<UInt8>) {
        // `* Totaal`, `>> Totaal`.
        let value = UnsafeBufferPointer(rebasing: value.drop { [0x2a, 0x3e, 0x2d, 0x3d, 0x20].contains($0) })
        guard let first = value.first, Self.isFirst[Int(first | 0x20)] else { return nil }
        var found: TotalsWord?
        for word in Self.words where value.count >= word.count {
            guard zip(value, word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
            let rest = value.dropFirst(word.count)
            if rest.allSatisfy({ $0 == 0x20 || $0 == 0x3a || $0 == 0x2e || $0 == 0x3d }) {
                self = .alone
                return
            }
            if let next = rest.first, next == 0x20 || next == 0x3a || next == 0xc2 { found = .leading }
        }
        guard let found else { return nil }
        self = found
    }
}
