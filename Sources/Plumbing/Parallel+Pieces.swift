import Glibc
import Synchronization

/// What makes pieces of work, one after the other. One thread at a time asks it; see ``Parallel/inOrder(_:_:)``.
public protocol PieceMaker: AnyObject, Sendable {
    /// A piece of work.
    associatedtype Piece: Sendable
    /// The next piece; nil when there are no more.
    func next() -> Piece?
}

extension Parallel {
    /// Has `use` take the pieces of `maker` in their order, until there are no more.
    ///
    /// As soon as a processor is free, a thread beside this one has a few pieces made ahead: of a large sheet that is the last one to be
    /// written, one thread makes the cells and another one writes them. Nobody asks `maker` after this returns.
    public static func inOrder<Maker: PieceMaker>(_ maker: Maker, _ use: (Maker.Piece) throws -> Void) rethrows {
        var ahead: PiecesAhead<Maker.Piece>?
        defer { ahead?.end() }
        while true {
            if ahead == nil, Helpers.take(atMost: 1) > 0 {
                ahead = PiecesAhead { maker.next() }
                if ahead == nil { Helpers.giveBack() }
            }
            guard let piece = ahead.map({ $0.next() }) ?? maker.next() else { return }
            try use(piece)
        }
    }
}

/// Pieces that a thread makes before they are asked for.
private final class PiecesAhead<Piece: Sendable>: Sendable {
    private let making: Making
    private let thread: pthread_t

    /// Begins to make pieces; nil where there is no thread. The helper that was taken for it is given back when the thread ends.
    init?(_ make: @escaping @Sendable () -> Piece?) {
        let making = Making()
        let thread = Parallel.start {
            making.run(make)
            Parallel.Helpers.giveBack()
        }
        guard let thread else { return nil }
        (self.making, self.thread) = (making, thread)
    }

    /// The next piece, once it is there; nil when there are no more.
    func next() -> Piece? { making.take() }

    /// Makes no more, and waits until nobody does.
    func end() {
        making.stop()
        pthread_join(thread, nil)
    }

    /// What both threads know.
    private final class Making: Sendable {
        private let pieces = Mutex<[Piece?]>([])
        private let isStopped = Atomic<Bool>(false)
        private let room = Semaphore(4)
        private let filled = Semaphore(0)

        func run(_ make: () -> Piece?) {
            var hasMore = true
            while hasMore {
                room.wait()
                guard !isStopped.load(ordering: .acquiring) else { return }
                let piece = make()
                hasMore = piece != nil
                pieces.withLock { $0.append(piece) }
                filled.post()
            }
        }

        func take() -> Piece? {
            filled.wait()
            defer { room.post() }
            return pieces.withLock { $0.removeFirst() }
        }

        func stop() {
            isStopped.store(true, ordering: .releasing)
            room.post()
        }
    }
}

/// A number that is never below zero: whoever takes one off waits until there is one.
private final class Semaphore: @unchecked Sendable {
    // The system's own, at a place that does not move.
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ value: UInt32) {
        semaphore.initialize(to: sem_t())
        sem_init(semaphore, 0, value)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func wait() { while sem_wait(semaphore) != 0, errno == EINTR {} }

    func post() { sem_post(semaphore) }
}
