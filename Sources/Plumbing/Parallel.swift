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

    /// An array of `count` elements, of which `make` makes the given ones and hands them over in their order; in parts of at most `size`, each
    /// of which goes straight to its place in the array.
    ///
    /// - Precondition: `make` hands over as many as it is asked for.
    public static func array<Element: Sendable>(
        _ count: Int, inPartsOf size: Int, _ make: @Sendable (Range<Int>, _ append: (Element) -> Void) -> Void
    ) -> [Element] {
        Array(unsafeUninitializedCapacity: count) { room, filled in
            guard let first = room.baseAddress else { return }
            // Each part has places of its own.
            nonisolated(unsafe) let places = first
            forEach((count + size - 1) / size) { part in
                let range = part * size..<min(count, (part + 1) * size)
                var next = range.lowerBound
                make(range) { element in
                    precondition(next < range.upperBound, "More elements than were asked for.")
                    (places + next).initialize(to: element)
                    next += 1
                }
                precondition(next == range.upperBound, "Fewer elements than were asked for.")
            }
            filled = count
        }
    }

    /// Runs `work` for 0 up to `count`, and gives the failure of the first piece, by position, that had one.
    public static func firstFailure<Failure: Error>(of count: Int, _ work: @Sendable (Int) -> Failure?) -> Failure? {
        map(count, work).lazy.compactMap { $0 }.first
    }
}
