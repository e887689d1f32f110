import SocialReturnModel

/// Finds what an identifier refers to when it is written otherwise than where it was given out: `0000190007` for `190007`, `bzk 2026 0147`
/// for `BZK-2026-0147`.
///
/// Programs fill numbers up with zeros, and people leave out hyphens and capitals. An identifier that is known as it stands is never
/// touched, and neither is one that could be two others.
struct ReferenceReading {
    /// The identifiers that were given out.
    private let known: SymbolSet
    /// Those by what they are compared by; nil for two that are the same but for their writing.
    /// Made when a reference is met that is not known as it stands, which most submissions do not have.
    private var byFolded: [String: Symbol?]?
    private var memo: [Symbol: (symbol: Symbol, repair: Repairs)?] = [:]

    /// - Parameter known: The identifiers that were given out.
    init(_ known: some Sequence<Symbol>) { self.known = SymbolSet(known) }

    private func folded(_ symbols: SymbolTable) -> [String: Symbol?] {
        var byFolded: [String: Symbol?] = .init(minimumCapacity: known.count)
        for symbol in known {
            let key = ReferenceWriting.key(symbols[symbol])
            byFolded[key] = byFolded[key] == nil ? .some(symbol) : .some(nil)
        }
        return byFolded
    }

    /// Reads the identifiers in the column of `reference` in `table` as those that they are written after, and counts what was changed.
    mutating func read<Row: TableRow>(
        _ reference: KeyPath<Row, Symbol?>, of table: inout TableData<Row>?, _ symbols: SymbolTable
    ) {
        guard !known.isEmpty, var rows = table?.rows else { return }
        let (index, field) = (Row.table.index(of: reference), Field(reference))
        var repairs = table?.source.repairs
        var isChanged = false
        for position in rows.indices {
            guard let symbol = field.value(in: rows[position]), !known.contains(symbol),
                let other = other(for: symbol, symbols)
            else { continue }
            field.set(other.symbol, in: &rows[position])
            repairs?.count(other.repair, column: index)
            isChanged = true
        }
        guard isChanged, let repairs else { return }
        table?.rows = rows
        table?.source.repairs = repairs
    }

    private mutating func other(for symbol: Symbol, _ symbols: SymbolTable) -> (symbol: Symbol, repair: Repairs)? {
        if let found = memo[symbol] { return found }
        let text = symbols[symbol]
        let byFolded = self.byFolded ?? folded(symbols)
        self.byFolded = byFolded
        let found = byFolded[ReferenceWriting.key(text)].flatMap { $0 }.map { other in
            (symbol: other, repair: text.utf8.allSatisfy { $0 &- 0x30 <= 9 } ? Repairs.leadingZeros : .identifierFolded)
        }
        memo[symbol] = .some(found)
        return found
    }
}

/// How identifiers are compared that people write in their own way.
public enum ReferenceWriting {
    /// What identifiers are compared by: without case, blanks, hyphens, points and strokes, and a number without zeros in front.
    public static func key(_ text: String) -> String {
        let folded = FoldedName.fold(text).filter { $0 != "/" && $0 != "\\" }
        guard folded.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) else { return folded }
        let digits = folded.drop { $0 == "0" }
        return digits.isEmpty ? folded : String(digits)
    }

    /// How an identifier is put together. Two of one form that have the same ``key(_:)`` are the same text, capitals aside, so whoever looks
    /// for two writings of one thing need not make the keys of the form that nearly all have. Nil where only the key tells, as with accents.
    public static func form(_ text: String) -> UInt64? {
        var form: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ position: Int, _ byte: UInt8) {
            form = (form ^ (UInt64(truncatingIfNeeded: position) << 8 | UInt64(byte))) &* 0x100_0000_01b3
        }
        var hasLetters = false
        var firstDigit: UInt8?
        for (position, byte) in text.utf8.enumerated() {
            guard byte < 0x80 else { return nil }
            if byte &- 0x30 <= 9 {
                firstDigit = firstDigit ?? byte
            } else if (byte | 0x20) &- 0x61 < 26 {
                hasLetters = true
            } else {
                add(position, byte)
            }
        }
        // Zeros in front of a number are no part of it.
        if !hasLetters, firstDigit == 0x30 { add(text.utf8.count, 0x30) }
        return form
    }
}
