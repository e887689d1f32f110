import Glibc
import Plumbing
import Synchronization
import Testing

@Suite struct ParallelTests {
    private struct Failure: Error, Equatable { let number: Int }

    private final class Done: Sendable { let isDone = Mutex(false) }

    @Test(arguments: [0, 1, 7, 500])
    func resultsComeInOrderAndEachOnce(_ count: Int) {
        let runs = Mutex(0)
        let results = Parallel.map(count) { index in
            runs.withLock { $0 += 1 }
            return index * 2
        }
        #expect(results == (0..<count).map { $0 * 2 } && runs.withLock { $0 } == count)
    }

    /// Work within work has no threads of its own for each piece, and ends all the same.
    @Test func workWithinWorkIsDoneOnce() {
        let sums = Parallel.map(40) { outer in Parallel.map(30) { outer * $0 }.reduce(0, +) }
        #expect(sums == (0..<40).map { $0 * 435 })
    }

    /// Two pieces take the processors there are; when the short one has ended, what is within the long one is divided after all.
    @Test(.enabled(if: sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1, "needs two processors"))
    func whoIsDoneLeavesTheProcessorToWorkWithinTheOthers() {
        let threads = Mutex<Set<UInt>>([])
        Parallel.forEach(2) { outer in
            guard outer == 0 else {
                usleep(20_000)
                return
            }
            Parallel.forEach(300) { _ in
                _ = threads.withLock { $0.insert(UInt(pthread_self())) }
                usleep(2_000)
            }
        }
        #expect(threads.withLock { $0.count } > 1)
    }

    @Test func whatRunsAheadIsRun() {
        let done = Done()
        Parallel.ahead { done.isDone.withLock { $0 = true } }
        for _ in 0..<1000 where !done.isDone.withLock({ $0 }) { usleep(10_000) }
        #expect(done.isDone.withLock { $0 })
    }

    /// The pieces that fail, and the failure that is told of.
    @Test(arguments: [([], nil), ([0], 0), ([49], 49), ([30, 7, 12], 7)] as [(Set<Int>, Int?)])
    func theFirstFailureByPositionIsTold(_ failing: Set<Int>, _ expected: Int?) {
        let failure = Parallel.firstFailure(of: 50) { failing.contains($0) ? Failure(number: $0) : nil }
        #expect(failure?.number == expected)
    }
}
