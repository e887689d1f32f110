import SocialReturnModel
import Testing

@testable import Valuations

/// Tables beside each other: what stands in a cell, and what a table rewards differently.
@Suite struct ElsewhereTests {
    private static func sum(_ euros: Int64?, without: Int = 0, waiting: Int64 = 0) -> ElsewhereSum {
        var sum = ElsewhereSum()
        if let euros { sum.add(.value(Cents(euros * 100))) }
        if waiting > 0 { sum.add(.inConsultation(Cents(waiting * 100))) }
        for _ in 0..<without { sum.add(.none(.noBlock)) }
        return sum
    }

    @Test(
        arguments: [
            // The middle of 10, 20 and 30 is 20; a tenth is no difference.
            ([sum(10), sum(20), sum(30)], ["minder", "", "meer"]),
            ([sum(19), sum(20), sum(22)], ["", "", ""]),
            ([sum(17), sum(20), sum(23)], ["minder", "", "meer"]),
            // Who has no block is no nought, and does not shift the middle.
            ([sum(nil, without: 2), sum(20), sum(40)], ["geen", "minder", "meer"]),
            ([sum(20, without: 1), sum(20), sum(20)], ["niet altijd", "", ""]),
            // What waits is no nought either.
            ([sum(nil, waiting: 90), sum(20), sum(20)], ["", "", ""]),
            // One table alone has nothing to differ from.
            ([sum(nil, without: 1), sum(nil, without: 1), sum(50)], ["geen", "geen", ""]),
        ])
    func tellsWhatATableRewardsDifferently(_ sums: [ElsewhereSum], _ words: [String]) {
        for (index, word) in words.enumerated() {
            let text = ElsewhereDifference(of: index, [.purchases: sums]).text(.dutch)
            #expect(word.isEmpty ? text == "ongeveer als de meeste" : text.hasPrefix(word), "\(index): \(text)")
        }
    }

    @Test func largestDifferencesComeFirst() {
        let parts: [ElsewherePart: [ElsewhereSum]] = [
            .purchases: [Self.sum(100), Self.sum(0), Self.sum(0)],
            .activities: [Self.sum(900), Self.sum(0), Self.sum(0)],
            .placements(.unemployment): [Self.sum(300), Self.sum(0), Self.sum(0)],
        ]
        #expect(ElsewhereDifference(of: 0, parts).text(.dutch) == "meer voor: activiteiten, WW en nog 1")
    }

    @Test(arguments: ElsewherePart.all)
    func partsAreReadAsTheyAreWritten(_ part: ElsewherePart) {
        #expect(ElsewherePart(code: part.code) == part)
    }
}
