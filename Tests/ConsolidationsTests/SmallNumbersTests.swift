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
}
