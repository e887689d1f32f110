import FoundationEssentials
import Glibc
import Synchronization

/// Runs independent pieces of work on as many threads as there are processors.
///
/// The threads are the system's own. Where the system gives none, for a limit of memory or of processes, libdispatch asks again each second, for
/// ever; here whoever asked does the work alone.
public enum Parallel {
    /// Runs `work` for 0 up to `count`, in about that order.
    public static func forEach(_ count: Int, _ work: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(work) { work in
            let turns = Turns(count: count, work: work)
            var threads: [pthread_t] = []
            while let turn = turns.take() {
                // Before each piece, as work elsewhere may have ended since: the feedback of a small submission, beside its report.
                for _ in 0..<Helpers.take(atMost: turns.left) {
                    let thread = start {
                        turns.takeAll()
                        Helpers.giveBack()
                    }
                    if let thread { threads.append(thread) } else { Helpers.giveBack() }
                }
                work(turn)
            }
            guard !threads.isEmpty else { return }
            // Who waits leaves the processor to the work within the pieces that are under way.
            Helpers.giveBack()
            for thread in threads { pthread_join(thread, nil) }
            Helpers.takeBack()
        }
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

    /// Runs `work` on a thread of its own and does not wait for it. Where there is no thread it is not run: it may only be what saves time.
    public static func ahead(_ work: @escaping @Sendable () -> Void) {
        if let thread = start(work) { pthread_detach(thread) }
    }

    /// As much as the first thread of a program has, whatever `ulimit -s` says.
    private static let stackBytes = 8 << 20

    /// A thread that does `work`, to be joined or detached; nil where the system gives none.
    static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        let body = Unmanaged.passRetained(Body(work))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().work() }
                return nil
            }, body.toOpaque())
        guard failure == 0 else {
            body.release()
            return nil
        }
        return thread
    }

    /// What a thread does.
    private final class Body: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }

    /// Pieces of work that threads take one after the other.
    private final class Turns: Sendable {
        private let next = Atomic<Int>(0)
        private let count: Int
        private let work: @Sendable (Int) -> Void

        init(count: Int, work: @escaping @Sendable (Int) -> Void) { (self.count, self.work) = (count, work) }

        /// How many pieces nobody has taken.
        var left: Int { max(0, count - next.load(ordering: .relaxed)) }

        /// The next piece; nil when all are taken.
        func take() -> Int? {
            let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return turn < count ? turn : nil
        }

        func takeAll() {
            while let turn = take() { work(turn) }
        }
    }

    /// The threads beside those that ask: one fewer than there are processors in all, also where work is divided within work. For a moment
    /// there is one more, when somebody who waited goes on.
    enum Helpers {
        private static let free = Atomic<Int>(max(1, ProcessInfo.processInfo.activeProcessorCount) - 1)

        static func take(atMost most: Int) -> Int {
            var known = free.load(ordering: .relaxed)
            while true {
                let count = max(0, min(most, known))
                let (isExchanged, now) = free.compareExchange(
                    expected: known, desired: known - count, ordering: .relaxed)
                if isExchanged { return count }
                known = now
            }
        }

        static func giveBack() { free.wrappingAdd(1, ordering: .relaxed) }
        static func takeBack() { free.wrappingSubtract(1, ordering: .relaxed) }
    }
}
