import Testing

@testable import Intake

/// A row can have thousands of headings, each asked of for every table: what they say is found once.
@Suite struct HeadingMemoTests {
    @Test func eachKeyIsLookedAtOnce() {
        let memo = HeadingMemo<String, Int?>()
        var asked: [String] = []
        for heading in ["Aantal uren per week", "Code deelnemer", "Aantal uren per week", "Code deelnemer"] {
            let found = memo.value(of: heading) {
                asked.append(heading)
                return heading.hasPrefix("Code") ? nil : heading.utf8.count
            }
            #expect(found == (heading.hasPrefix("Code") ? nil : 20))
        }
        #expect(asked == ["Aantal uren per week", "Code deelnemer"])
    }

    /// A batch meets the headings of thousands of deliveries, which are not kept for ever.
    @Test func whatIsTooMuchIsForgottenAndFoundAgain() {
        let memo = HeadingMemo<Int, Int>()
        var looked = 0
        for key in [0] + Array(1...40_000) + [0] {
            let found = memo.value(of: key) {
                looked += 1
                return key * 2
            }
            #expect(found == key * 2)
        }
        #expect(looked == 40_002)
    }

    @Test func namesAndRefusalsAreTheSameEachTime() {
        for _ in 0..<2 {
            #expect(HeadingName("1. Begindatum *").plain == "begindatum")
            #expect(RefusedHeading(heading: "Naam deelnemer", in: .placements) == .participantName)
            #expect(RefusedHeading(heading: "Naam", in: .purchases) == nil)
            #expect(RefusedHeading(heading: "Naam", in: nil) == .participantName)
        }
    }
}
