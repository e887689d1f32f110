import CFork
import FoundationEssentials
import Glibc
import Intake

/// This program once more, as a process of its own, so that what ends one of them by a signal ends no other.
struct ChildProcess {
    /// The process.
    let id: pid_t

    /// What a child is for; the word stands before the arguments of the command.
    enum Role: String {
        /// Takes pieces of work of a batch; what it prints goes nowhere.
        case worker = "--als-werkproces"
        /// Does all of a command, and has its streams.
        case supervised = "--onder-toezicht"
    }

    /// The first descriptor that a child finds besides its three streams.
    static let firstDescriptor: Int32 = 3

    /// How a process ended.
    enum Ending: Hashable {
        /// It returned this status.
        case status(Int32)
        /// This signal ended it.
        case signal(Int32)
        /// It was ended as it took longer than it may.
        case tooLong
    }

    /// Starts a child with the arguments of this process. It finds `descriptors` from ``firstDescriptor`` on; with `isSilent` its output
    /// and messages go nowhere.
    ///
    /// The child goes on from here where that is safe, and has what this process has read and looked up already: starting the program
    /// again takes seven milliseconds, of the fifty that a small submission takes.
    ///
    /// - Returns: the child, or the `errno` that kept it from starting.
    static func start(as role: Role, _ descriptors: [Int32], isSilent: Bool) -> Result<ChildProcess, SystemFailure> {
        guard hasOneThread else { return startAgain(as: role, descriptors, isSilent: isSilent) }
        work = {
            take(descriptors, isSilent: isSilent)
            Main.goOn(as: role)
        }
        let id = maatwerk_fork { ChildProcess.work?() }
        return id > 0 ? .success(ChildProcess(id: id)) : .failure(SystemFailure(number: errno))
    }

    /// What a child does that goes on from here.
    nonisolated(unsafe) private static var work: (() -> Never)?

    /// Whether no other thread than this one can hold a lock.
    private static var hasOneThread: Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) == 1
    }

    /// Gives a process that went on from its parent the descriptors that a program finds when it starts: those meant for it from
    /// ``firstDescriptor`` on, and none of what the parent keeps for itself. With the end of a pipe of somebody else's it would keep that open.
    private static func take(_ descriptors: [Int32], isSilent: Bool) {
        for (index, descriptor) in descriptors.enumerated() { dup2(descriptor, firstDescriptor + Int32(index)) }
        if isSilent {
            let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
            dup2(nowhere, STDOUT_FILENO)
            dup2(nowhere, STDERR_FILENO)
        }
        for descriptor in openDescriptors {
            let flags = fcntl(descriptor, F_GETFD)
            if flags >= 0, flags & FD_CLOEXEC != 0 { close(descriptor) }
        }
    }

    /// The descriptors that may be open. Where the system does not tell them, all there can be of a process like this one: with an end of
    /// its own pipe in its hands a child would wait for itself for ever.
    private static var openDescriptors: [Int32] {
        let told = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.compactMap { Int32($0) }
        return told ?? Array(0..<Int32(clamping: min(sysconf(Int32(_SC_OPEN_MAX)), 1 << 16)))
    }

    /// Starts the program again as a child.
    private static func startAgain(
        as role: Role, _ descriptors: [Int32], isSilent: Bool
    ) -> Result<ChildProcess, SystemFailure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (index, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, firstDescriptor + Int32(index))
        }
        if isSilent {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        // The arguments as bytes, as the system gave them: not every path is UTF-8.
        var given = PathText.argumentBytes
        given.insert(Array(role.rawValue.utf8), at: min(1, given.count))
        var arguments: [UnsafeMutablePointer<CChar>?] = given.map { argument in
            (argument + [0]).withUnsafeBytes { $0.bindMemory(to: CChar.self).baseAddress.flatMap { strdup($0) } }
        }
        arguments.append(nil)
        var environment: [UnsafeMutablePointer<CChar>?] = ProcessInfo.processInfo.environment.map {
            strdup("\($0.key)=\($0.value)")
        }
        environment.append(nil)
        defer {
            for text in arguments + environment { free(text) }
        }
        var id = pid_t()
        let number = posix_spawn(&id, "/proc/self/exe", &actions, nil, arguments, environment)
        return number == 0 ? .success(ChildProcess(id: id)) : .failure(SystemFailure(number: number))
    }

    /// Waits until the process has ended.
    func wait() -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { return .status(EXIT_FAILURE) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Ends the process at once.
    func end() { kill(id, SIGKILL) }
}

/// An `errno`.
struct SystemFailure: Error, Hashable {
    /// The number.
    let number: Int32
}

/// Two ends of a pipe, neither of which a child gets by itself.
struct PipeEnds {
    /// Where bytes come out.
    let reading: Int32
    /// Where bytes go in.
    let writing: Int32

    init() throws(SystemFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemFailure(number: errno) }
        // Above the descriptors that a child finds, so that giving it one does not close another.
        let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        let number = errno
        for end in ends { close(end) }
        guard moved.allSatisfy({ $0 >= 0 }) else {
            for end in moved where end >= 0 { close(end) }
            throw SystemFailure(number: number)
        }
        (reading, writing) = (moved[0], moved[1])
    }

    /// Closes both ends.
    func closeBoth() {
        close(reading)
        close(writing)
    }
}
