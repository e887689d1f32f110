import FoundationEssentials
import Glibc

/// Gives pieces of work to children, one at a time to each, and goes on when one of them ends early: the piece that it worked on is
/// lost, and a new child takes the rest.
///
/// Each child has its next piece at hand, so that it never waits. All of it is one thread's work.
final class WorkerPool {
    /// What the pool tells of the pieces of work, by their position.
    struct Events {
        /// A part of the output of a piece.
        var output: (Int, [UInt8]) -> Void = { _, _ in }
        /// A piece is done, and what came of it.
        var done: (Int, [UInt8]) -> Void
        /// A piece was lost with its child.
        var lost: (Int, ChildProcess.Ending) -> Void
        /// Something to say meanwhile.
        var remark: ([UInt8]) -> Void = { _ in }
    }

    /// What keeps the pool from its work.
    enum Failure: Error {
        /// No child can be started.
        case cannotStart(SystemFailure)
        /// A child could not begin and has said why; the status that it gave.
        case refused(status: Int32)
        /// A child ended before it could begin.
        case diedAtStart(ChildProcess.Ending)
    }

    private final class Child {
        let process: ChildProcess
        let work: Int32
        let answers: Int32
        let life: Int32
        var reader = FrameReader()
        var isReady = false
        var pieces: [Int] = []
        /// When the first of the pieces is to be done.
        var deadline = ContinuousClock.now
        var wasEnded = false

        init(_ process: ChildProcess, work: Int32, answers: Int32, life: Int32) {
            (self.process, self.work, self.answers, self.life) = (process, work, answers, life)
        }

        func close() {
            _ = Glibc.close(work)
            _ = Glibc.close(answers)
            _ = Glibc.close(life)
        }
    }

    private let pieces: [[UInt8]]
    private let events: Events
    private var waiting: [Int]
    private var children: [Child] = []

    /// How many pieces a child has at hand.
    private static let depth = 2

    /// How long a piece may take before its child is ended: half an hour, which no delivery within the limits of the reader comes near.
    static var timeLimit: Duration? {
        let wish = ProcessInfo.processInfo.environment["MAATWERK_TIME_LIMIT"].flatMap(Int.init)
        return wish == 0 ? nil : .seconds(max(1, wish ?? 1_800))
    }

    private let limit = WorkerPool.timeLimit
    private var lastRemark: [UInt8] = []

    /// The pieces that no child took, in order.
    var left: [Int] { waiting.reversed() }

    /// A pool for `pieces`.
    init(_ pieces: [[UInt8]], _ events: Events) {
        self.pieces = pieces
        self.events = events
        waiting = Array(pieces.indices.reversed())
    }

    /// Does all pieces with as many children at a time.
    func run(children count: Int) throws(Failure) {
        defer { for child in children { finish(child) } }
        for _ in 0..<min(count, pieces.count) {
            do throws(SystemFailure) {
                children.append(try start())
            } catch {
                // Fewer do it too.
                guard !children.isEmpty else { throw .cannotStart(error) }
                break
            }
        }
        while !children.isEmpty {
            let ready = poll()
            for child in ready { try serve(child) }
            try endLateOnes()
        }
    }

    private func start() throws(SystemFailure) -> Child {
        let work = try PipeEnds()
        let answers: PipeEnds
        do { answers = try PipeEnds() } catch {
            work.closeBoth()
            throw error
        }
        let life: PipeEnds
        do { life = try PipeEnds() } catch {
            work.closeBoth()
            answers.closeBoth()
            throw error
        }
        let isSilent = ProcessInfo.processInfo.environment["MAATWERK_DEBUG"] == nil
        let started = ChildProcess.start(
            as: .worker, [work.reading, answers.writing, life.reading], isSilent: isSilent)
        for end in [work.reading, answers.writing, life.reading] { close(end) }
        switch started {
        case .success(let process):
            return Child(process, work: work.writing, answers: answers.reading, life: life.writing)
        case .failure(let failure):
            for end in [work.writing, answers.reading, life.writing] { close(end) }
            throw failure
        }
    }

    /// The children that have something to say; none when the time of one of them is over.
    private func poll() -> [Child] {
        var descriptors = children.map { pollfd(fd: $0.answers, events: Int16(POLLIN), revents: 0) }
        var timeout: Int32 = -1
        if limit != nil, let next = children.filter({ !$0.pieces.isEmpty }).map(\.deadline).min() {
            let seconds = (next - .now).components.seconds
            timeout = Int32(clamping: max(0, min(seconds, 3_600)) * 1_000 + 20)
        }
        guard Glibc.poll(&descriptors, nfds_t(descriptors.count), timeout) > 0 else { return [] }
        return zip(children, descriptors).filter { $0.1.revents != 0 }.map(\.0)
    }

    private func serve(_ child: Child) throws(Failure) {
        let isOpen = child.reader.read(from: child.answers)
        while let frame = child.reader.next() {
            switch frame.kind {
            case .ready:
                child.isReady = true
                feed(child)
            case .cannot: throw .refused(status: Int32(frame.bytes.first ?? 3))
            case .remark:
                // Each child says why it cannot begin; once is enough.
                guard frame.bytes != lastRemark else { continue }
                lastRemark = frame.bytes
                events.remark(frame.bytes)
            case .output: if let piece = child.pieces.first { events.output(piece, frame.bytes) }
            case .done:
                guard !child.pieces.isEmpty else { continue }
                let piece = child.pieces.removeFirst()
                if let limit { child.deadline = .now + limit }
                feed(child)
                events.done(piece, frame.bytes)
            case .work, .begins, .ends: continue
            }
        }
        if isOpen, child.isReady, child.pieces.isEmpty, waiting.isEmpty { return retire(child) }
        if !isOpen { try replace(child) }
    }

    private func feed(_ child: Child) {
        while child.pieces.count < Self.depth, let piece = waiting.popLast() {
            if child.pieces.isEmpty, let limit { child.deadline = .now + limit }
            child.pieces.append(piece)
            // A child that work does not reach would be waited for for ever.
            if !Frame.write(.work, pieces[piece], to: child.work) { return child.process.end() }
        }
    }

    /// A child that ended before its time: the piece it worked on is lost, the others wait for another child.
    private func replace(_ child: Child) throws(Failure) {
        child.close()
        children.removeAll { $0 === child }
        let ending = child.process.wait()
        guard child.isReady else { throw .diedAtStart(ending) }
        if let lost = child.pieces.first {
            waiting += child.pieces.dropFirst().reversed()
            events.lost(lost, child.wasEnded ? .tooLong : ending)
        }
        guard !waiting.isEmpty else { return }
        do throws(SystemFailure) {
            children.append(try start())
        } catch {
            if children.isEmpty { throw .cannotStart(error) }
        }
    }

    private func endLateOnes() throws(Failure) {
        guard limit != nil else { return }
        for child in children where !child.pieces.isEmpty && child.deadline < .now {
            child.wasEnded = true
            child.process.end()
        }
    }

    /// There is no more work: the child ends by itself.
    private func retire(_ child: Child) {
        children.removeAll { $0 === child }
        finish(child)
    }

    private func finish(_ child: Child) {
        child.close()
        if !child.pieces.isEmpty || !child.isReady { child.process.end() }
        _ = child.process.wait()
    }
}
