import Testing

@testable import Consolidations

/// Rounded figures do not tell each other, and sentences do not tell what figures round.
struct SmallNumbersTests {
    @Test(arguments: [
        // Seven with one person each, and seven in all, would be told by "5" and seven times "5".
        ([1, 1, 1, 1, 1, 1, 1], 10),
        ([1, 1, 1], 5), ([20, 30, 40], 90), ([7, 7, 7, 7], 25),
    ])
    func totalsAtTheEdgeOfTheirPartsMove(parts: [Int], total: Int) {
        var numbers = SmallNumbers()
        let positions = parts.map { numbers.add($0) }
        let whole = numbers.add(parts.reduce(0, +))
        numbers.union(whole, of: positions, isDisjoint: true)
        numbers.settle()
        #expect(numbers.shownFigures.last == total)
        #expect(numbers.shownFigures.allSatisfy { $0 % 5 == 0 && $0 > 0 })
    }

    @Test(arguments: [(8, 5), (8, 10), (13, 10), (7, 10), (3, 5)])
    func aNumberStaysAsAnotherWorkbookShowsIt(number: Int, settled: Int) {
        var numbers = SmallNumbers()
        let part = numbers.add(number, settled: settled)
        let others = (0..<6).map { _ in numbers.add(1) }
        // Alone, the total would be moved or its parts; this part is not.
        let whole = numbers.add(number + 6)
        numbers.union(whole, of: [part] + others, isDisjoint: true)
        numbers.settle()
        #expect(numbers.figure(part) == settled)
    }

    @Test(arguments: [
        ("vast werk voor drie deelnemers", "vast werk voor enkele deelnemers"),
        ("Twee van de drie bleven.", "Enkele van de enkele bleven."),
        ("In dit kwartaal begonnen 4 nieuwe collega's.", "In dit kwartaal begonnen enkele nieuwe collega's."),
        ("een deelnemer, 3 maanden, 12 mensen", "een deelnemer, 3 maanden, 12 mensen"),
        ("", ""),
    ])
    func smallNumbersOfPeopleInSentencesBecomeAFew(text: String, shared: String) {
        #expect(SpokenNumbers.softened(text) == shared)
    }

    /// Beside a number of reports that each have one, a rounded number of rows leaves more than one number possible.
    @Test func rowsBesideReportsAreNeverOneNumber() {
        var possible: [[Int]: Set<Int>] = [:]
        for reports in 1...80 {
            for count in reports...200 {
                let shown = max(Precision.rows(count, in: reports), reports)
                #expect(abs(shown - count) <= 5)
                possible[[shown, reports], default: []].insert(count)
            }
        }
        #expect(possible.count > 500)
        // The last multiple of the trial is cut off by its end.
        let told = possible.filter { $0.value.count == 1 && $0.key[0] < 195 }.keys
        #expect(told.isEmpty, "\(told)")
        #expect(Precision.rows(7, in: 7) == 10 && Precision.rows(7, in: 3) == 5 && Precision.rows(0, in: 0) == 0)
    }
}
