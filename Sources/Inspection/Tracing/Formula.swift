import WorksheetReading

/// A formula of a spreadsheet, taken apart as far as it has to be to know which cells its value comes from.
indirect enum Formula {
    case number(Double)
    case text(String)
    /// Cells, on a sheet of that name; nil for the sheet of the formula itself.
    case cells(sheet: String?, StoredRange)
    /// A name for cells, or what stands between square brackets behind one.
    case name(String)
    case call(String, [Formula])
    /// A sign between two parts, or before one: `=`, `<>`, `&`, `+`, `-`.
    case operation(String, [Formula])

    /// The formula in `text`, without its `=`; nil for what is none, or lies deeper than people write.
    init?(_ text: String) {
        var parser = FormulaParser(text)
        guard let formula = parser.whole() else { return nil }
        self = formula
    }
}

/// Reads a formula from left to right.
private struct FormulaParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Formulas that people and programs write have a tenth of this.
    private static let deepest = 96

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func whole() -> Formula? {
        guard let formula = comparison() else { return nil }
        skipBlanks()
        return position == bytes.count ? formula : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte <= 0x20 { position += 1 }
    }

    private mutating func take(_ sign: String) -> Bool {
        skipBlanks()
        guard bytes[position...].starts(with: sign.utf8) else { return false }
        position += sign.utf8.count
        return true
    }

    /// Parts with one of `signs` between them.
    private mutating func chain(
        _ signs: [String], _ part: (inout FormulaParser) -> Formula?
    ) -> Formula? {
        guard var left = part(&self) else { return nil }
        while let sign = signs.first(where: { take($0) }) {
            guard let right = part(&self) else { return nil }
            left = .operation(sign, [left, right])
        }
        return left
    }

    private mutating func comparison() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { return nil }
        return chain(["<>", "<=", ">=", "=", "<", ">"]) { parser in
            parser.chain(["&"]) { parser in
                parser.chain(["+", "-"]) { parser in
                    parser.chain(["*", "/"]) { parser in parser.chain(["^"]) { $0.signed() } }
                }
            }
        }
    }

    private mutating func signed() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { return nil }
        if take("-") { return signed().map { .operation("-", [$0]) } }
        if take("+") { return signed() }
        guard var part = primary() else { return nil }
        while take("%") { part = .operation("%", [part]) }
        return part
    }

    private mutating func primary() -> Formula? {
        skipBlanks()
        guard let byte = next else { return nil }
        switch byte {
        case UInt8(ascii: "("):
            position += 1
            guard let inner = comparison(), take(")") else { return nil }
            return inner
        case UInt8(ascii: "\""): return quoted(byte).map { .text($0) }
        case UInt8(ascii: "'"):
            guard let sheet = quoted(byte), next == UInt8(ascii: "!") else { return nil }
            position += 1
            return reference(on: sheet)
        case 0x30...0x39, UInt8(ascii: "."): return number()
        default: return word()
        }
    }

    /// What stands between two `mark`s; a doubled one is one.
    private mutating func quoted(_ mark: UInt8) -> String? {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            guard byte == mark else {
                text.append(byte)
                continue
            }
            guard next == mark else { return String(decoding: text, as: UTF8.self) }
            text.append(mark)
            position += 1
        }
        return nil
    }

    private mutating func number() -> Formula? {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") { position += 1 }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self)).map { .number($0) }
    }

    /// A word: a function with its parts, a sheet, a cell or a name.
    private mutating func word() -> Formula? {
        let start = position
        while let byte = next, Self.isPartOfWord(byte) { position += 1 }
        guard position > start else { return nil }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if next == UInt8(ascii: "!") {
            position += 1
            return reference(on: text)
        }
        if next == UInt8(ascii: "(") {
            position += 1
            return call(text.uppercased())
        }
        if next == UInt8(ascii: "[") {
            guard let column = bracketed() else { return nil }
            return .name("\(text)[\(column)]")
        }
        return cells(text, on: nil) ?? .name(text)
    }

    private mutating func call(_ name: String) -> Formula? {
        var parts: [Formula] = []
        if take(")") { return .call(name, []) }
        repeat {
            skipBlanks()
            if next == UInt8(ascii: ",") || next == UInt8(ascii: ")") {
                parts.append(.text(""))
            } else {
                guard let part = comparison() else { return nil }
                parts.append(part)
            }
        } while take(",")
        return take(")") ? .call(name, parts) : nil
    }

    private mutating func bracketed() -> String? {
        var (text, open): ([UInt8], Int) = ([], 0)
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "[") { open += 1 }
            if byte == UInt8(ascii: "]") { open -= 1 }
            if open == 0 { return String(decoding: text.dropFirst(), as: UTF8.self) }
            text.append(byte)
        }
        return nil
    }

    private mutating func reference(on sheet: String) -> Formula? {
        let start = position
        while let byte = next, Self.isPartOfWord(byte) { position += 1 }
        return cells(String(decoding: bytes[start..<position], as: UTF8.self), on: sheet)
    }

    private mutating func cells(_ text: String, on sheet: String?) -> Formula? {
        guard let first = CellAddress(text) else { return nil }
        let start = position
        guard next == UInt8(ascii: ":") else { return .cells(sheet: sheet, StoredRange(first, first)) }
        position += 1
        let begin = position
        while let byte = next, Self.isPartOfWord(byte) { position += 1 }
        guard let last = CellAddress(String(decoding: bytes[begin..<position], as: UTF8.self)) else {
            position = start
            return nil
        }
        return .cells(sheet: sheet, StoredRange(first, last))
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
