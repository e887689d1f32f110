import Plumbing
import Testing

/// Which texts have the same sum.
@Suite struct TextSumTests {
    private func sum(_ texts: [String]) -> TextSum {
        var sum = TextSum()
        for text in texts { sum.add(text) }
        return sum
    }

    @Test(
        arguments: [
            (["a", "b"], ["b", "a"]), (["een  rij\n"], ["een rij"]), (["a", "12", "31-05-2026", "", " "], ["a"]),
            ([], ["1", "\u{20AC} 3"]),
        ] as [([String], [String])])
    func areTheSame(_ one: [String], _ other: [String]) { #expect(sum(one) == sum(other)) }

    @Test(
        arguments: [
            (["a"], ["a", "a"]), (["a"], []), (["rij 1"], ["rij 2"]), (["ab", "c"], ["a", "bc"]), (["A"], ["a"]),
        ] as [([String], [String])])
    func differ(_ one: [String], _ other: [String]) { #expect(sum(one) != sum(other)) }

    @Test func whatIsTakenAwayWasNeverThere() {
        var all = sum(["a", "b"])
        let text = Array("b".utf8)
        text.withUnsafeBufferPointer { all.remove($0) }
        #expect(all == sum(["a"]))
    }

    @Test func whatIsWrittenIsRead() {
        #expect(TextSum(written: sum(["a"]).written) == sum(["a"]))
        #expect(TextSum(written: "geen som") == nil)
    }
}
