import Foundation
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
    /// - Returns: the child, or the `errno` that kept it from starting.
    static func start(as role: Role, _ descriptors: [Int32], isSilent: Bool) -> Result<ChildProcess, SystemFailure> {
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
