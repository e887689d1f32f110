import Plumbing
import Testing

@Suite struct PartitioningTests {
    /// Every length up to eight and every place of the border, against a search from the beginning.
    @Test(arguments: 0...8)
    func theFirstLaterElementIsFound(_ count: Int) {
        for border in 0...count {
            let values = (0..<count).map { $0 < border ? 1 : 2 }
            #expect(values.partitioningIndex { $0 > 1 } == border)
            #expect(values[(count / 2)...].partitioningIndex { $0 > 1 } == max(border, count / 2))
        }
    }

    @Test(
        arguments: [
            ([], 3, nil), ([3], 3, 0), ([3], 2, nil), ([3], 4, nil), ([1, 3, 5, 7], 7, 3), ([1, 3, 5, 7], 1, 0),
            ([1, 3, 5, 7], 4, nil), ([1, 3, 5, 7], 8, nil),
        ] as [([Int], Int, Int?)])
    func anElementIsFoundOrNot(_ values: [Int], _ element: Int, _ expected: Int?) {
        #expect(values.sortedIndex(of: element) == expected)
    }

    @Test func itLooksAtFewElements() {
        var looked = 0
        let position = (0..<1_000_000).partitioningIndex { value in
            looked += 1
            return value >= 765_432
        }
        #expect(position == 765_432 && looked <= 20)
    }
}
