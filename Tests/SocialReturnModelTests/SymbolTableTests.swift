import SocialReturnModel
import Testing

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
}
