import Plumbing
import SocialReturnModel

/// What the words of a correction are to the column that they are for.
enum CorrectionReading: Equatable {
    /// A value that the column can hold.
    case value
    /// An answer to who asked: nothing is to be changed.
    case answer
    /// No value of the column.
    case refused

    /// Reads `text` as a correction in a column.
    ///
    /// What can be a value is one, so that `ja` in a column of yes and no and `1 april 2026` in a column of days are corrections. An
    /// identifier and a word outside an open list can be anything at all: there the words of answers go first.
    ///
    /// - Parameters:
    ///   - column: what the definition says of the column; nil for a column of the supplier's own, which holds text.
    ///   - old: what stood there.
    init(_ text: String, in column: ColumnDescriptor?, replacing old: String) {
        guard !text.isEmpty else {
            // A name of a column and nothing behind it, or `leeg`: what has to be filled in is not emptied by a slip of the pen.
            self = column?.isRequired == true ? .refused : .value
            return
        }
        guard let column, column.kind != .text else {
            self = AnswerWords.contain(text) ? .answer : .value
            return
        }
        let isAnswer = AnswerWords.contain(text) || AnswerWords.isSentence(text)
        if isAnswer, column.kind == .identifier || column.codes?.isOpen == true && !Self.isCode(text, in: column) {
            self = .answer
        } else if Self.fits(text, column, replacing: old) {
            self = .value
        } else {
            self = isAnswer ? .answer : .refused
        }
    }

    /// Whether a cell with `text` has a value in `column`, or is empty where it may be.
    private static func fits(_ text: String, _ column: ColumnDescriptor, replacing old: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var clean = CleanCell()
            return clean.with(CellReader.trimmed(bytes), isIdentifier: column.kind == .identifier) { cell, _ in
                guard !cell.isEmpty, !CellReader.isExcelError(cell) else { return false }
                if column.kind == .identifier, NullMarker.isOne(cell, in: .identifier) { return !column.isRequired }
                if isValue(cell, column, replacing: old) { return true }
                return !column.isRequired && NullMarker.isOne(cell, in: column.kind)
            }
        }
    }

    private static func isValue(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: ColumnDescriptor, replacing old: String
    ) -> Bool {
        let total = ColumnTotal(column)
        switch column.kind {
        case .text: return true
        case .identifier:
            guard !CellReader.isDamagedIdentifier(cell) else { return false }
            // A few words without any digit are a remark, unless the identifiers of this supplier are like that.
            let text = String(decoding: cell, as: UTF8.self)
            return !isWords(text) || isWords(old)
        case .kvk: return CellReader.kvk(cell).value != nil
        case .day: return CellReader.day(cell).value != nil
        case .period: return CellReader.period(cell).value != nil
        case .money: return CellReader.money(cell, within: total.bounds).value != nil
        case .number: return CellReader.number(cell, within: total.bounds, of: total.unit).value != nil
        case .code, .codes:
            return column.codes?.isOpen == true || isCode(String(decoding: cell, as: UTF8.self), in: column)
        }
    }

    private static func isWords(_ text: String) -> Bool {
        !text.contains(where: \.isNumber) && text.trimmingBlanks.contains(where: \.isWhitespace)
    }

    private static func isCode(_ text: String, in column: ColumnDescriptor) -> Bool {
        guard let list = column.codes else { return false }
        if column.kind == .code { return list.rawValue(for: text) != nil }
        return CodeWords.bits(of: text, in: list) != nil
    }
}

/// What people write to say that nothing needs to be changed.
enum AnswerWords {
    private static let words = Set(OwnWordLines.answers.lines.compactMap(\.first))
    /// A longer text is no word.
    private static let longest = 60

    /// Whether `text` is one of the words for that, and nothing else.
    static func contain(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        return words.contains(FoldedName.fold(text).filter { $0.isLetter || $0.isNumber })
    }

    /// Whether `text` has three words or more.
    static func isSentence(_ text: String) -> Bool {
        text.words.lazy.filter { $0.contains(where: \.isLetter) }.prefix(3).count == 3
    }
}

/// The codes that a cell of a column with several of them names.
enum CodeWords {
    /// The code that `spelling` names twice, as lists to choose from do: `PW - Participatiewet`, `Participatiewet (PW)`, `PW: Participatiewet`; nil
    /// when its parts do not mean one and the same.
    static func rawValue(ofBoth spelling: String, in list: CodeListDescription) -> UInt8? {
        guard spelling.utf8.count <= HeadingName.longest else { return nil }
        for (start, mark) in zip(spelling.indices, spelling) where ":=(-\u{2013}\u{2014}".contains(mark) {
            // A hyphen within a word is part of it.
            let isApart = start > spelling.startIndex && spelling[spelling.index(before: start)] == " "
            guard isApart || mark == ":" || mark == "(" else { continue }
            var second = spelling[spelling.index(after: start)...]
            if mark == "(" {
                guard second.last == ")" else { continue }
                second.removeLast()
            }
            guard let one = list.rawValue(for: String(spelling[..<start])), one == list.rawValue(for: String(second))
            else { continue }
            return one
        }
        return nil
    }

    /// The codes of `list` that `spelling` names, a bit each by their raw values; nil when a word of it is no code.
    static func bits(of spelling: String, in list: CodeListDescription) -> UInt32? {
        if let whole = list.rawValue(for: spelling) ?? rawValue(ofBoth: spelling, in: list) {
            return 1 << UInt32(whole)
        }
        var bits: UInt32 = 0
        for part in spelling.split(whereSeparator: { ",;+/|&".contains($0) || $0.isWhitespace }) where part != "en" {
            guard let code = list.rawValue(for: String(part)) else { return nil }
            bits |= 1 << UInt32(code)
        }
        return bits
    }
}
