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

    /// Numbers from 0, and who made them.
    private final class Numbers: PieceMaker {
        private let count: Int
        private let state = Mutex((next: 0, threads: Set<UInt>()))

        init(_ count: Int) { self.count = count }

        var made: Int { state.withLock { $0.next } }
        var threads: Set<UInt> { state.withLock { $0.threads } }

        func next() -> Int? {
            state.withLock { state in
                state.threads.insert(UInt(pthread_self()))
                guard state.next < count else { return nil }
                defer { state.next += 1 }
                return state.next
            }
        }
    }

    @Test(arguments: [0, 1, 3, 4, 5, 2_000]) func piecesComeInTheirOrder(_ count: Int) {
        let numbers = Numbers(count)
        var used: [Int] = []
        Parallel.inOrder(numbers) { used.append($0) }
        #expect(used == Array(0..<count))
    }

    /// A failure ends it: only a few pieces were made ahead, and none is afterwards.
    @Test func noPieceIsMadeAfterAFailure() {
        let numbers = Numbers(2_000)
        var used = 0
        #expect(throws: Failure(number: 9)) {
            try Parallel.inOrder(numbers) { number in
                if number == 9 { throw Failure(number: 9) }
                used += 1
            }
        }
        let made = numbers.made
        usleep(20_000)
        #expect(used == 9 && made < 30 && numbers.made == made)
    }

    /// A processor that becomes free on the way makes pieces from then on.
    @Test(.enabled(if: sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1, "needs two processors"))
    func piecesAreMadeByWhoIsFree() {
        let numbers = Numbers(300)
        let user = Mutex<UInt>(0)
        Parallel.forEach(2) { turn in
            guard turn == 0 else {
                usleep(20_000)
                return
            }
            user.withLock { $0 = UInt(pthread_self()) }
            Parallel.inOrder(numbers) { _ in usleep(1_000) }
        }
        #expect(numbers.threads.subtracting([user.withLock { $0 }]).count == 1)
    }
}
