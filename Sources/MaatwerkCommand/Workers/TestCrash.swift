import FoundationEssentials
import Glibc

/// A way for tests to let a child fail while it works on a submission: `MAATWERK_TEST_CRASH=NAME:HOW`. Only a child looks at it.
enum TestCrash {
    /// Fails, when the submission called `name` is the one.
    static func strike(at name: String) {
        guard Worker.role != nil, let wish = ProcessInfo.processInfo.environment["MAATWERK_TEST_CRASH"] else { return }
        let parts = wish.split(separator: ":").map(String.init)
        guard parts.count == 2, parts[0] == name else { return }
        switch parts[1] {
        case "kill": kill(getpid(), SIGKILL)
        case "segv": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case "exit": exit(9)
        case "hang": while true { sleep(60) }
        default: fatalError("A test asked for this.")
        }
    }
}
