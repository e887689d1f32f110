import Dispatch
import Synchronization

/// Runs independent pieces of work at the same time.
enum Parallel {
    /// Runs `work` for 0 up to `count`, and gives the failure of the first piece, by position, that had one.
    static func firstFailure<Failure: Error>(of count: Int, _ work: @Sendable (Int) -> Failure?) -> Failure? {
        let failures = Mutex<[Int: Failure]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            if let failure = work(index) { failures.withLock { $0[index] = failure } }
        }
        return failures.withLock { failures in failures.min { $0.key < $1.key }?.value }
    }
}
