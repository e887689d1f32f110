import SocialReturnModel

/// What people and programs write in a cell to say that nothing stands there: `n.v.t.`, `NULL`, `-`; in a column of days also that there
/// is no end yet: `heden`, `onbepaald`, 31-12-9999.
enum NullMarker {
    private static let words: Set<String> = [
        "nvt", "na", "n/a", "nietvantoepassing", "null", "(null)", "nan", "#nb", "none", "nil", "leeg", "geen",
        "onbekend", "nietbekend",
        "nogonbekend", "tba", "tbd", "ntb", "notapplicable", "unknown", "blank", "(leeg)", "(blank)",
        "nihil",
        "nat", "<na>", "#n/a", "#nvt", "nb", "n.b.", "n.n.b.", "nnb", "t.n.o.", "tno", "\"\"", "''",
    ]

    /// Words that together say that a day or a number is not known or not there: `nog niet bekend`, `geen einddatum`, `tot nader order`.
    private static let vocabulary: Set<String> = [
        "nog", "niet", "geen", "bekend", "onbekend", "nader", "nadere", "te", "bepalen", "tot", "order", "ingevuld",
        "in", "vullen",
        "einddatum", "datum", "einde", "eind", "vooralsnog", "onbepaald", "onbepaalde", "tijd", "voor", "leeg",
        "gelaten", "nvt", "van",
        "toepassing", "opgave", "opgegeven", "volgt", "beschikbaar", "aanwezig", "not", "yet", "known", "no", "end",
        "date", "until",
        "further", "notice", "none", "available", "to", "be", "determined", "filled",
    ]
    /// One of these is needed: the others are words of any text.
    private static let denials: Set<String> = [
        "niet", "geen", "onbekend", "order", "onbepaald", "onbepaalde", "bepalen", "volgt", "leeg", "not", "no", "none",
        "notice", "determined",
    ]

    private static let openEnds: Set<String> = [
        "heden", "nu", "totheden", "totopheden", "onbepaald", "onbepaaldetijd", "vooronbepaaldetijd", "lopend", "loopt",
        "looptnog",
        "looptdoor", "doorlopend", "open", "vast", "indienst", "noglopend", "noggaande", "present", "ongoing",
        "current", "today",
        "31129999", "99991231", "9999", "31129998", "0", "00000000", "011900", "00011900",
        "19000100", "2958465", "31/12/9999", "9999/12/31",
        "continu", "zolangnodig", "permanent",
    ]

    /// Whether `cell`, without blanks at its ends, says that there is nothing in a column of `kind`.
    static func isOne(_ cell: UnsafeBufferPointer<UInt8>, in kind: ColumnKind) -> Bool {
        guard cell.count <= 40, let first = cell.first else { return false }
        // Signs alone: `-`, `--`, `—`, `.`, `...`.
        if isSigns(cell) || isQuestion(cell) { return true }
        let letter = first | 0x20
        guard (0x61...0x7A).contains(letter) || [0x28, 0x3F, 0x23, 0x22, 0x27, 0x3C].contains(first) || kind == .day
        else {
            return false
        }
        let text = String(decoding: cell, as: UTF8.self)
        let folded = FoldedName.fold(text)
        if words.contains(folded) || words.contains(text.lowercased()) || kind == .day && openEnds.contains(folded) {
            return true
        }
        guard [.day, .number, .money].contains(kind) else { return false }
        let parts = text.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }
        return parts.count >= 2 && parts.allSatisfy(vocabulary.contains) && parts.contains(where: denials.contains)
    }

    /// Whether `cell`, without blanks at its ends, is nothing but question marks: whoever writes that does not know, and may still find out.
    static func isQuestion(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        (1...5).contains(cell.count) && cell.allSatisfy { $0 == UInt8(ascii: "?") }
    }

    /// Marks and words that send a reader to the row above.
    private static let dittoMarks: Set<String> = [
        "idem", "dito", "ditto", "same", "zieboven", "alsboven", "zelfde", "\"", "''", "\u{3003}", "\u{201d}",
        "\u{201e}",
    ]

    /// Words for a thing that has yet to get its number, and for several things together.
    private static let unnamed: Set<String> = [
        "volgt", "volgtnog", "nogontvangen", "nogteontvangen", "divers", "diverse", "div", "meerdere", "verschillende",
        "ziebijlage", "zielijst", "zieonder", "zietoelichting", "various", "several", "multiple", "tofollow",
    ]

    /// Whether `cell` has no digit in it, and so can be a word: what has one is a name of its own.
    @inline(__always)
    static func mayBeNoIdentifier(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in cell where byte &- 0x30 <= 9 { return false }
        return true
    }

    /// Whether `cell`, without blanks at its ends and without digits, names nothing: a word for nothing, for what stands
    /// above, or for a number that is not known yet or for several.
    static func isNoIdentifier(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        isOne(cell, in: .identifier) || isDitto(cell) || isWord(cell, of: unnamed)
    }

    /// Whether `cell`, without blanks at its ends, sends its reader to the row above: `idem`, `"`, `zie boven`.
    static func isDitto(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        isWord(cell, of: dittoMarks)
    }

    private static func isWord(_ cell: UnsafeBufferPointer<UInt8>, of words: Set<String>) -> Bool {
        cell.count <= 24 && words.contains(FoldedName.fold(String(decoding: cell, as: UTF8.self)))
    }

    /// Words for nothing in a column of text, and those that send a reader to another row, in letters only.
    private static let noTexts: [[UInt8]] = [
        "geen", "gn", "idem", "dito", "leeg", "na", "nb", "niks", "niets", "nihil", "nnb", "none", "ntb", "nvt",
        "nietvantoepassing",
        "onbekend", "tba", "tbd", "unknown", "x", "xx", "xxx", "zieboven",
    ].map { Array($0.utf8) }

    /// Whether `cell`, without blanks at its ends, is no text that tells anything: signs alone, or a word for nothing. Asked of every required text.
    static func isNoText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 24 else { return false }
        let mark = { (byte: UInt8) in (0x20...0x2F).contains(byte) || byte == 0x3A || byte == 0x3F || byte == 0x5F }
        guard let first = cell.first(where: { !mark($0) }) else { return true }
        guard "gidlnotuxz".utf8.contains(first | 0x20) else { return isSigns(cell) }
        return noTexts.contains { word in
            var position = 0
            for byte in cell where !mark(byte) {
                guard position < word.count, byte | 0x20 == word[position] else { return false }
                position += 1
            }
            return position == word.count
        }
    }

    /// Whether `cell` says that no other report is meant: a word for nothing, `nee`, or that this is the first.
    static func isNoReference(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        isNullMarker(cell)
            || wordsForNoReference.contains(FoldedName.fold(String(decoding: cell.prefix(60), as: UTF8.self)))
    }

    private static let wordsForNoReference: Set<String> = {
        let firsts = ["eerste", "1e", "1ste", "first", "originele", "original", "nieuwe", "new", "oorspronkelijke"]
        let things = ["versie", "rapportage", "inzending", "levering", "version", "report", "submission", ""]
        return Set(
            ["nee", "neen", "no", "n", "versie1", "v1", "version1", "origineel", "nieuw", "0", "false", "onwaar"]
                + firsts.flatMap { first in things.map { first + $0 } })
    }()

    /// What programs write for an empty cell when they export a table.
    private static let programWords: Set<String> = ["nan", "<na>", "null", "(null)", "none", "nat", "nil"]

    /// Whether a program wrote `cell`, without blanks at its ends, for a cell that was empty: `NaN`, `<NA>`, `NULL`. In a required column too
    /// that is nothing, and no wrong value.
    static func isOfProgram(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (3...6).contains(cell.count), [0x6E, 0x3C, 0x28].contains(cell[0] < 0x41 ? cell[0] : cell[0] | 0x20)
        else {
            return false
        }
        return programWords.contains(String(decoding: cell, as: UTF8.self).lowercased())
    }

    /// Whether `cell` says in words that there is nothing to tell: a word for nothing, or a few words that begin with `geen` or `niets`.
    static func isNullMarker(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 60, !cell.contains(where: { $0 &- 0x30 <= 9 }) else { return false }
        if isOne(cell, in: .text) { return true }
        let words = String(decoding: cell, as: UTF8.self).split { !$0.isLetter }.map { FoldedName.fold(String($0)) }
        guard let first = words.first, words.count <= 6 else { return false }
        return ["geen", "niets", "nihil", "no", "none", "nothing"].contains(first)
            || words.prefix(3) == ["niet", "van", "toepassing"]
    }

    /// Whether `cell` is a day by which a program says that there is no end: 31-12-9999, or a zero.
    static func isOpenEnd(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 19 else { return false }
        // A date of the year 9999 or 2999, a column of zeros, or Excel's number for the last day that it knows.
        var (nines, zeros, digits) = (0, 0, 0)
        for byte in cell where byte &- 0x30 <= 9 {
            digits += 1
            nines = byte == 0x39 ? nines + 1 : 0
            zeros += byte == 0x30 ? 1 : 0
            if nines == 4 || nines == 3 && isLastDayOf2999(cell) { return true }
        }
        if digits > 0, zeros == digits { return true }
        return digits == 7 && cell.elementsEqual("2958465".utf8)
    }

    private static func isLastDayOf2999(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = cell.filter { $0 &- 0x30 <= 9 }.prefix(8)
        return digits.elementsEqual("31122999".utf8) || digits.elementsEqual("29991231".utf8)
    }

    private static func isSigns(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < cell.count {
            switch cell[index] {
            case 0x2D, 0x2E, 0x5F, 0x2F, 0x2A: index += 1
            case 0xE2
            where index + 2 < cell.count && cell[index + 1] == 0x80 && (0x90...0x95).contains(cell[index + 2]):
                index += 3
            default: return false
            }
        }
        return true
    }
}
