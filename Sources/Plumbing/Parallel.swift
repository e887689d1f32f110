import Dispatch
import Synchronization

/// Runs independent pieces of work on as many threads as there are processors.
public enum Parallel {
    /// Runs `work` for 0 up to `count`, in about that order.
    public static func forEach(_ count: Int, _ work: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count, execute: work)
    }

    /// What `work` makes of 0 up to `count`, in that order.
    public static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
        forEach(count) { index in
            let result = work(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// Runs `work` for 0 up to `count`, and gives the failure of the first piece, by position, that had one.
    public static func firstFailure<Failure: Error>(of count: Int, _ work: @Sendable (Int) -> Failure?) -> Failure? {
        map(count, work).lazy.compactMap { $0 }.first
    }
}
