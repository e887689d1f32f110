import FoundationEssentials
import Glibc
import Synchronization

/// The child's side: takes pieces of work and tells what comes of them, until there are no more or nobody waits for it.
enum Worker {
    /// What this process is to another one.
    nonisolated(unsafe) private(set) static var role: ChildProcess.Role?
    /// Whether it said that it can take work.
    nonisolated(unsafe) private static var isReady = false

    /// Whether this process takes pieces of work of a batch.
    static var isWorker: Bool { role == .worker }

    /// Where work comes in, where answers go, and what closes when nobody waits any more.
    private static let workDescriptor = ChildProcess.firstDescriptor
    private static let answerDescriptor = ChildProcess.firstDescriptor + 1
    private static let lifeDescriptor = ChildProcess.firstDescriptor + 2

    /// Makes this process a child that ends when its parent does. Called once, before anything else.
    static func enter(_ role: ChildProcess.Role) {
        self.role = role
        for descriptor in [workDescriptor, answerDescriptor, lifeDescriptor] {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        // No image of the memory on the disk: it would hold personal data.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // When memory runs out, the system ends this process and not the one that waits for it.
        let score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
        if score >= 0 {
            _ = Array("500".utf8).withUnsafeBytes { write(score, $0.baseAddress, $0.count) }
            close(score)
        }
        watchLife()
    }

    /// Ends this process when the other end of its life line is closed.
    private static func watchLife() {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 1 << 16)
        var thread = pthread_t()
        let watch: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
            var byte: UInt8 = 0
            while read(Worker.lifeDescriptor, &byte, 1) < 0, errno == EINTR {}
            // Whoever waited was ended; what is half done is cleared away by the next run.
            kill(getpid(), SIGKILL)
            return nil
        }
        if pthread_create(&thread, &attributes, watch, nil) == 0 { pthread_detach(thread) }
        pthread_attr_destroy(&attributes)
    }

    /// Answers with a frame. Nobody listens: nobody needs the rest.
    static func answer(_ kind: Frame.Kind, _ bytes: [UInt8] = []) {
        lock.withLock { _ in
            guard Frame.write(kind, bytes, to: answerDescriptor) else { exit(EXIT_FAILURE) }
        }
    }

    private static let lock = Mutex(())

    /// Does all pieces of work that come in, one after the other: `work` answers, and gives what to say when it is done.
    static func run(_ work: ([UInt8]) -> [UInt8]) {
        isReady = true
        answer(.ready)
        for piece in pieces() { answer(.done, work(piece)) }
    }

    /// Tells the parent that nothing can be done, and with which status; what there is to say was said.
    static func refuse(_ outcome: Outcome) {
        if isWorker, !isReady { answer(.cannot, [UInt8(clamping: outcome.rawValue)]) }
    }

    /// The pieces of work, as they come in.
    static func pieces() -> AnySequence<[UInt8]> {
        var reader = FrameReader()
        return AnySequence {
            AnyIterator {
                while true {
                    if let frame = reader.next() { return frame.bytes }
                    guard reader.read(from: workDescriptor) else { return nil }
                }
            }
        }
    }
}
