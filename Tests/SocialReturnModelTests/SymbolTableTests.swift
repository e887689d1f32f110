import Plumbing
import Testing

@testable import SocialReturnModel

@Suite struct SymbolTableTests {
    @Test func tenThousandTextsKeepTheirSymbols() {
        var table = SymbolTable()
        let texts = (0..<10_000).map { "BZK-\($0 % 7)-\($0)" }
        let symbols = texts.map { table.intern($0) }
        #expect(table.count == 10_000)
        #expect(Set(symbols).count == 10_000)
        #expect(texts.map { table.intern($0) } == symbols)
        #expect(texts.map { table.symbol(for: $0) } == symbols)
        #expect(symbols.map { table[$0] } == texts)
        #expect(symbols.map(\.rawValue) == Array(0..<10_000))
        #expect(table.symbol(for: "BZK-0-1") == nil)
    }

    @Test func caseOfLettersDoesNotMatterAndTheFirstSpellingStays() {
        var table = SymbolTable()
        let symbol = table.intern("BZK-2026-0147")
        #expect(table.intern("bzk-2026-0147") == symbol)
        #expect(table.symbol(for: "Bzk-2026-0147") == symbol)
        #expect(table[symbol] == "BZK-2026-0147")
        #expect(table.count == 1)
    }

    /// `[` and `{`, `@` and the grave accent differ in the bit that makes a letter small, and are no letters.
    @Test(arguments: [("[", "{"), ("@", "`"), ("a", "a "), ("", "a"), ("é", "É"), ("ab", "ba")])
    func otherDifferencesDoMatter(first: String, second: String) {
        var table = SymbolTable()
        #expect(table.intern(first) != table.intern(second))
        #expect(table.count == 2)
    }

    @Test func theEmptyTextIsATextToo() {
        var table = SymbolTable()
        #expect(table.symbol(for: "") == nil)
        let empty = table.intern("")
        let other = table.intern("x")
        #expect(table[empty] == "" && table[other] == "x")
        #expect(table.symbol(for: "") == empty)
    }

    @Test func aCopyGrowsOnItsOwn() {
        var table = SymbolTable()
        let first = table.intern("een")
        var copy = table
        _ = copy.intern("twee")
        #expect(table.count == 1 && copy.count == 2)
        #expect(table.symbol(for: "twee") == nil && copy[first] == "een")
    }

    /// Two copies that went on by themselves become one table again, as if all of it had come in there.
    @Test func takesInCopiesThatWentOn() {
        let (begin, first, second) = (["a", "b"], ["c", "B", "d", "e"], ["f", "E", "a", "c", "g", "F"])
        var whole = SymbolTable()
        for text in begin + first + second { _ = whole.intern(text) }
        var table = SymbolTable()
        for text in begin { _ = table.intern(text) }
        var (one, two) = (table, table)
        for text in first { _ = one.intern(text) }
        let symbols = second.map { two.intern($0) }
        #expect(table.take(one, after: 2) == nil)
        let meant = table.take(two, after: 2) ?? []
        #expect((0..<whole.count).map { table[Symbol(rawValue: Int32($0))] } == ["a", "b", "c", "d", "e", "f", "g"])
        let found = symbols.map { $0.position < 2 ? $0 : meant[$0.position - 2] }
        #expect(found == second.map { whole.symbol(for: $0) })
    }

    /// A set of symbols holds what a set of numbers does.
    @Test func aSetOfSymbols() {
        var random = SeededGenerator(seed: 5)
        var (set, numbers) = (SymbolSet(), Set<Int32>())
        #expect(set.isEmpty)
        for _ in 0..<2000 {
            let number = Int32.random(in: 0..<700, using: &random)
            #expect(set.insert(Symbol(rawValue: number)) == numbers.insert(number).inserted)
        }
        #expect(set.count == numbers.count && set.map(\.rawValue) == numbers.sorted())
        #expect((0..<800).allSatisfy { set.contains(Symbol(rawValue: $0)) == numbers.contains($0) })
        #expect(SymbolSet(set.shuffled()).map(\.rawValue) == numbers.sorted())
    }

    /// A map of symbols holds what a dictionary does.
    @Test func aMapOfSymbols() {
        var random = SeededGenerator(seed: 6)
        var (map, numbers) = (SymbolMap<Int?>(), [Int32: Int?]())
        #expect(map.isEmpty && map[Symbol(rawValue: 0)] == nil)
        for step in 0..<2000 {
            let number = Int32.random(in: 0..<700, using: &random)
            let value = step % 5 == 0 ? nil : step
            map.set(value, for: Symbol(rawValue: number))
            numbers[number] = .some(value)
        }
        #expect(map.count == numbers.count)
        #expect((0..<800).allSatisfy { map[Symbol(rawValue: $0)] == numbers[$0] })
        #expect(Dictionary(uniqueKeysWithValues: map.map { ($0.key.rawValue, $0.value) }) == numbers)
        #expect(Array(map.keys) == map.map(\.key) && Array(map.values) == map.map(\.value))
    }

    /// Texts that a hash without a key puts in one slot, as who knows the hash can make them by the million.
    @Test func textsThatOnceMetAreFoundAtOnce() {
        let (texts, slots) = Self.meetingTexts(count: 256, slots: 1024)
        #expect(Self.probesWithoutKey(texts, slots) > 30_000)
        for _ in 0..<3 {
            let key = SymbolKey(start: .random(in: .min ... .max), step: .random(in: .min ... .max))
            var table = SymbolTable(key: key)
            for text in texts { _ = table.intern(text) }
            #expect(table.count == texts.count)
            #expect(texts.reduce(0) { $0 + table.probes(for: $1) } < 2 * texts.count)
        }
    }

    @Test func textsThatDifferALittleLieApart() {
        var table = SymbolTable()
        let texts = (0..<20_000).map { "P-\($0)" } + (0..<200).map { String(repeating: "a", count: $0) }
        for text in texts { _ = table.intern(text) }
        #expect(texts.reduce(0) { $0 + table.probes(for: $1) } < 2 * texts.count)
    }

    @Test(
        arguments: [(0, 1), (1, 1), (.max, .max), (0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210)] as [(UInt64, UInt64)])
    func symbolsDoNotDependOnTheKey(_ start: UInt64, _ step: UInt64) {
        var (table, other) = (SymbolTable(key: SymbolKey(start: start, step: step)), SymbolTable())
        for text in [
            "", "a", "A", "abcdefgh", "ABCDEFGH", "abcdefghi", "ABCDEFGHi", "[\\]^_`{|}~", "{|}~", "É", "é", "Z", "z",
            "@", "`",
        ] {
            #expect(table.intern(text) == other.intern(text))
        }
        #expect(table.count == 11)
    }

    /// `count` numbers of contracts that FNV-1a puts in one of `slots` slots.
    private static func meetingTexts(count: Int, slots: Int) -> (texts: [String], slots: Int) {
        var texts: [String] = []
        var number = 0
        while texts.count < count {
            let text = "c-\(number)"
            if fnv(text) & UInt64(slots - 1) == 7 { texts.append(text) }
            number += 1
        }
        return (texts, slots)
    }

    /// The slots that a table with this hash looks at to take in `texts`.
    private static func probesWithoutKey(_ texts: [String], _ count: Int) -> Int {
        var isTaken = Array(repeating: false, count: count)
        return texts.reduce(0) { probes, text in
            var slot = Int(fnv(text) & UInt64(count - 1))
            var steps = 1
            while isTaken[slot] { (slot, steps) = ((slot + 1) % count, steps + 1) }
            isTaken[slot] = true
            return probes + steps
        }
    }

    private static func fnv(_ text: String) -> UInt64 {
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }
}
