/// Values by symbols of one table, such as the terms of each contract.
///
/// Asked of every row: a place by the number of the symbol tells more cheaply than its hash. There are as many places as the highest of the
/// symbols has texts before it, so this is for things that a register names, whose symbols come first. Inlinable, as a generic type of
/// another module is asked through its metadata otherwise, which takes longer than the hash did.
public struct SymbolMap<Value: Sendable>: Sendable {
    /// The symbols that have a value, in the order in which they got it.
    public private(set) var keys: [Symbol] = []
    /// The values, in the order of ``keys``.
    public private(set) var values: [Value] = []
    /// The position in ``keys`` of each symbol by its own; -1 for none.
    @usableFromInline var places: [Int32] = []

    /// No values.
    public init() {}

    /// How many symbols have a value.
    public var count: Int { keys.count }

    /// Whether none has.
    public var isEmpty: Bool { keys.isEmpty }

    /// The value of `symbol`; nil where it has none.
    @inlinable
    public subscript(symbol: Symbol) -> Value? {
        let position = Int(symbol.rawValue)
        guard position < places.count, places[position] >= 0 else { return nil }
        return values[Int(places[position])]
    }

    /// Gives `symbol` this value, in place of the one that it had.
    public mutating func set(_ value: Value, for symbol: Symbol) {
        if symbol.position >= places.count {
            places += repeatElement(-1, count: symbol.position + 1 - places.count)
        }
        if places[symbol.position] >= 0 {
            values[Int(places[symbol.position])] = value
        } else {
            places[symbol.position] = Int32(truncatingIfNeeded: keys.count)
            keys.append(symbol)
            values.append(value)
        }
    }
}

extension SymbolMap: Sequence {
    /// The symbols with their values, in the order in which they got them.
    public func makeIterator() -> AnyIterator<(key: Symbol, value: Value)> {
        AnyIterator(zip(keys, values).lazy.map { (key: $0, value: $1) }.makeIterator())
    }
}
