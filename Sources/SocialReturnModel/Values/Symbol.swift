/// A text that stands for a thing (a contract number, a participant code), held as a number so that rows stay small and
/// comparing is cheap. ``SymbolTable`` gives the number its text back.
public struct Symbol: BitwiseCopyable, Hashable, Sendable {
    /// Position in the table that made it.
    public let rawValue: Int32

    /// The symbol at `rawValue` of a table.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }
}

/// The texts behind symbols.
///
/// Two texts that differ only in the case of ASCII letters share a symbol: `bzk-2026-0147` is the contract
/// `BZK-2026-0147`. The text kept is the first one seen. The table hashes bytes in place, so that reading a million
/// cells allocates for the distinct ones only.
public struct SymbolTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var slots: [Int32] = Array(repeating: -1, count: 64)

    /// An empty table.
    public init() {}

    /// The number of distinct texts.
    public var count: Int { ends.count }

    /// The symbol of `text`, made when it is new.
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Symbol {
        let slot = slot(of: text)
        if slots[slot] >= 0 { return Symbol(rawValue: slots[slot]) }
        let index = Int32(ends.count)
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        slots[slot] = index
        if ends.count * 2 > slots.count { grow() }
        return Symbol(rawValue: index)
    }

    /// The symbol of `text`, made when it is new.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The symbol of `text`, or nil when nobody used that text.
    public func symbol(for text: String) -> Symbol? {
        var text = text
        let index = text.withUTF8 { slots[slot(of: $0)] }
        return index >= 0 ? Symbol(rawValue: index) : nil
    }

    /// The text of `symbol`, as first written.
    public subscript(symbol: Symbol) -> String {
        String(decoding: bytes[range(of: symbol.rawValue)], as: UTF8.self)
    }

    private func range(of index: Int32) -> Range<Int> {
        Int(index == 0 ? 0 : ends[Int(index) - 1])..<Int(ends[Int(index)])
    }

    /// The slot that holds `text`, or the free one where it belongs.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(text)) & mask
        while slots[slot] >= 0, !holds(slots[slot], text) { slot = (slot + 1) & mask }
        return slot
    }

    private func holds(_ index: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: index)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<text.count
            where Self.folded(bytes[range.lowerBound + offset]) != Self.folded(text[offset]) { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<Int32(ends.count) {
                let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(of: index)]))
                var slot = Int(truncatingIfNeeded: hash) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = index
            }
        }
    }

    /// FNV-1a over the folded bytes.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(folded(byte))) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
}
