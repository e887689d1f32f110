import Plumbing
import Testing

/// What counts as the same sheet, saved again by whatever program, and what as typing.
@Suite struct ContentSumTests {
    /// What a report was made with: three texts, a number, a formula that gives a text and one that gives a number.
    private static let made: ContentSum = {
        var sum = ContentSum()
        for text in ["Contract", "Onderwerp", "  12  "] { sum.add(text: text) }
        sum.addValue()
        sum.addFormula()
        sum.add(given: "naar Inzet")
        sum.addFormula()
        sum.addGivenValue()
        return sum
    }()

    /// The same as `change` leaves it.
    private static func now(_ change: (inout ContentSum) -> Void) -> ContentSum {
        var sum = made
        change(&sum)
        return sum
    }

    /// What formulas gave in their place, as a program that keeps values only leaves it.
    private static func asValues(_ given: String = "naar Inzet") -> ContentSum {
        var sum = ContentSum()
        for text in ["Contract", "Onderwerp", "12", given] { sum.add(text: text) }
        for _ in 0..<2 { sum.addValue() }
        return sum
    }

    @Test func isTheSame() {
        #expect(Self.made.isUnchanged(since: Self.made))
        #expect(Self.asValues().isUnchanged(since: Self.made))
        // The outcomes are gone, as of a program that calculates nothing.
        var lost = ContentSum()
        for text in ["Contract", "Onderwerp", "12"] { lost.add(text: text) }
        lost.addValue()
        for _ in 0..<2 { lost.addFormula() }
        #expect(lost.isUnchanged(since: Self.made))
        // Blanks are nothing.
        #expect(Self.now { $0.add(text: " \n") }.isUnchanged(since: Self.made))
    }

    @Test func isTyping() {
        #expect(!Self.now { $0.add(text: "woorden") }.isUnchanged(since: Self.made))
        #expect(!Self.now { $0.addValue() }.isUnchanged(since: Self.made))
        #expect(!Self.asValues("naar elders").isUnchanged(since: Self.made))
        // A number in the place of a formula.
        var over = ContentSum()
        for text in ["Contract", "Onderwerp", "12"] { over.add(text: text) }
        for _ in 0..<2 { over.addValue() }
        over.addFormula()
        over.add(given: "naar Inzet")
        #expect(!over.isUnchanged(since: Self.made))
    }

    @Test func whatIsWrittenIsRead() throws {
        #expect(ContentSum(written: Self.made.written) == Self.made)
        for text in ["geen som", "", "1.2.3", "1.2.x.4.5"] { #expect(ContentSum(written: text) == nil, "\(text)") }
        // An earlier version wrote the sum of the texts alone.
        var texts = TextSum()
        for text in ["Contract", "Onderwerp"] { texts.add(text) }
        let older = try #require(ContentSum(written: texts.written))
        #expect(Self.made.isUnchanged(since: older))
        #expect(!Self.now { $0.add(text: "woorden") }.isUnchanged(since: older))
    }

    /// Anybody can write there: a sum that is none is nothing, and of many no more is read than a report can have.
    @Test func whatIsForgedDoesNoHarm() throws {
        for count in ["9223372036854775807", "-9223372036854775808", "-1", "4294967296"] {
            for text in ["0.0.\(count).0.0", "0.0.1.\(count).0", "0.0.1.0.\(count)"] {
                #expect(ContentSum(written: text) == nil, "\(text)")
            }
        }
        let most = try #require(ContentSum(written: "0.0.4294967295.4294967295.4294967295"))
        #expect(!Self.asValues().isUnchanged(since: most))
        let many = (0..<256).map { property in
            ("\(ContentSeal.beginning)\(property)", (0..<100).map { "0.0.\(property).0.\($0)" }.joined(separator: " "))
        }
        let sums = try #require(ContentSeal.sums(in: Dictionary(uniqueKeysWithValues: many)))
        #expect(sums.count <= 1_024)
    }

    @Test func aWorkbookSaysItOfItself() {
        let sums = (0..<40).map { number in
            var sum = ContentSum()
            sum.add(text: "blad \(number)")
            return sum
        }
        let properties = ContentSeal.properties(sums)
        #expect(properties.allSatisfy { $0.value.utf8.count <= 255 })
        let read = Dictionary(uniqueKeysWithValues: properties.map { ($0.name, $0.value) })
        #expect(ContentSeal.sums(in: read) == Set(sums))
        #expect(ContentSeal.sums(in: ["Titel": "1.2.3.4.5"]) == nil)
    }
}
