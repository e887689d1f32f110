/// A text that stands for a thing (a contract number, a participant code), held as a number so that rows stay small and
/// comparing is cheap. ``SymbolTable`` gives the number its text back.
public struct Symbol: BitwiseCopyable, Hashable, Sendable {
    /// Position in the table that made it.
    @usableFromInline package let rawValue: Int32

    /// Its position among the texts of the table that made it, from 0.
    package var position: Int { Int(rawValue) }

    /// The symbol at `rawValue` of a table.
    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }
}

/// The texts behind symbols.
///
/// Two texts that differ only in the case of ASCII letters share a symbol: `bzk-2026-0147` is the contract
/// `BZK-2026-0147`. The text kept is the first one seen. The table hashes bytes in place, so that reading a million
/// cells allocates for the distinct ones only.
///
/// Symbols are numbered in the order in which their texts come in, so nothing that is written depends on the hash. The hash is keyed
/// with numbers that each process draws for itself: who does not know them cannot make texts that meet in one slot.
public struct SymbolTable: Sendable {
    private var bytes: [UInt8] = []
    // A delivery has fewer bytes than 32 bits can number; see the limits of deliveries.
    private var ends: [UInt32] = []
    private var slots: [Slot] = Array(repeating: .free, count: 64)
    private let key: SymbolKey

    /// An empty table.
    public init() { self.init(key: .ofProcess) }

    /// An empty table that hashes with `key`.
    init(key: SymbolKey) { self.key = key }

    /// The number of distinct texts.
    public var count: Int { ends.count }

    /// The symbol of `text`, made when it is new.
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = key.hash(text)
        let slot = slot(of: text, hash)
        if slots[slot].index >= 0 { return Symbol(rawValue: slots[slot].index) }
        let index = Int32(ends.count)
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        slots[slot] = Slot(index: index, hash: UInt32(truncatingIfNeeded: hash))
        // Three of four: with one of two the slots of three million texts took 67 MB, a tenth of all there is.
        if ends.count * 4 > slots.count * 3 { grow() }
        return Symbol(rawValue: index)
    }

    /// The symbol of `text`, made when it is new.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// Takes in the texts of a table that began as a copy of this one, and went on by itself.
    ///
    /// Texts get the numbers that they would have had if they had come in here, one after the other.
    /// - Parameters:
    ///   - other: The table that went on.
    ///   - shared: How many texts it had when it was copied. They stand here under the same numbers.
    /// - Returns: What the further symbols of `other` are here, in their order; nil where all of them are the same.
    package mutating func take(_ other: SymbolTable, after shared: Int) -> [Symbol]? {
        guard count > shared else {
            self = other
            return nil
        }
        return (shared..<other.count).map { index in
            other.bytes.withUnsafeBufferPointer {
                intern(UnsafeBufferPointer(rebasing: $0[other.range(of: Int32(index))]))
            }
        }
    }

    /// The symbol of `text`, or nil when nobody used that text.
    public func symbol(for text: String) -> Symbol? {
        var text = text
        let index = text.withUTF8 { slots[slot(of: $0, key.hash($0))].index }
        return index >= 0 ? Symbol(rawValue: index) : nil
    }

    /// The text of `symbol`, as first written.
    public subscript(symbol: Symbol) -> String {
        String(decoding: bytes[range(of: symbol.rawValue)], as: UTF8.self)
    }

    /// The number of slots that are looked at to find `text`, or that it is not there: 1 when its own slot tells.
    func probes(for text: String) -> Int {
        var text = text
        return text.withUTF8 { text in
            let mask = slots.count - 1
            let hash = key.hash(text)
            return ((slot(of: text, hash) - Int(UInt32(truncatingIfNeeded: hash))) & mask) + 1
        }
    }

    private func range(of index: Int32) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[Int(index) - 1]))..<Int(ends[Int(index)])
    }

    /// A place for a text, with half of its hash: other texts are told apart, and all are laid out anew in a larger table, without a look at
    /// their bytes. There are fewer slots than that half has values.
    private struct Slot: BitwiseCopyable {
        static let free = Slot(index: -1, hash: 0)

        let index: Int32
        let hash: UInt32
    }

    /// The slot that holds `text` with this hash, or the free one where it belongs.
    private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let hash = UInt32(truncatingIfNeeded: hash)
        return slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(hash) & mask
            while slots[slot].index >= 0, slots[slot].hash != hash || !holds(slots[slot].index, text) {
                slot = (slot + 1) & mask
            }
            return slot
        }
    }

    private func holds(_ index: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: index)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<text.count
            where SymbolKey.folded(bytes[range.lowerBound + offset]) != SymbolKey.folded(text[offset]) { return false }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .free, count: old.count * 2)
        let mask = slots.count - 1
        for taken in old where taken.index >= 0 {
            var slot = Int(taken.hash) & mask
            while slots[slot].index >= 0 { slot = (slot + 1) & mask }
            slots[slot] = taken
        }
    }
}

/// A keyed hash of texts without regard to the case of ASCII letters: eight bytes at a time, each multiplied in full with a secret number.
struct SymbolKey: Sendable {
    private let start: UInt64
    private let step: UInt64

    /// A key of two numbers, of which the second is made odd.
    init(start: UInt64, step: UInt64) {
        self.start = start
        self.step = step | 1
    }

    /// The key of this process, drawn once.
    static let ofProcess = SymbolKey(start: .random(in: .min ... .max), step: .random(in: .min ... .max))

    /// The hash of `text`.
    func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(text)
        var state = start ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while bytes.count - offset >= 8 {
            state = mixed(state, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        // The second round spreads the last bytes over the low bits, which choose the slot.
        return mixed(mixed(state, rest), start)
    }

    /// Both halves of the product, so that each bit of the word reaches each bit of the state.
    @inline(__always)
    private func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ Self.folded(word)).multipliedFullWidth(by: step)
        return product.high ^ product.low ^ start
    }

    /// ASCII capitals among the eight bytes as small letters, all else as it is.
    @inline(__always)
    private static func folded(_ word: UInt64) -> UInt64 {
        let seven = word & 0x7f7f_7f7f_7f7f_7f7f
        // The highest bit of each byte tells whether it is beyond Z, and whether it is A or beyond.
        let beyond = seven &+ 0x2525_2525_2525_2525
        let reached = seven &+ 0x3f3f_3f3f_3f3f_3f3f
        return word | (reached & ~beyond & ~word & 0x8080_8080_8080_8080) >> 2
    }

    /// An ASCII capital as the small letter, all else as it is.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
}
