import Plumbing
import Synchronization
import Testing

@Suite struct ParallelTests {
    private struct Failure: Error, Equatable { let number: Int }

    @Test(arguments: [0, 1, 7, 500])
    func resultsComeInOrderAndEachOnce(_ count: Int) {
        let runs = Mutex(0)
        let results = Parallel.map(count) { index in
            runs.withLock { $0 += 1 }
            return index * 2
        }
        #expect(results == (0..<count).map { $0 * 2 } && runs.withLock { $0 } == count)
    }

    /// The pieces that fail, and the failure that is told of.
    @Test(arguments: [([], nil), ([0], 0), ([49], 49), ([30, 7, 12], 7)] as [(Set<Int>, Int?)])
    func theFirstFailureByPositionIsTold(_ failing: Set<Int>, _ expected: Int?) {
        let failure = Parallel.firstFailure(of: 50) { failing.contains($0) ? Failure(number: $0) : nil }
        #expect(failure?.number == expected)
    }
}
