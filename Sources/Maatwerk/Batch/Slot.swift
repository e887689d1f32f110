import FoundationEssentials
import Glibc

/// A place that one process at a time holds, among all processes of all machines that see the folder: a file that is locked.
///
/// The file says who holds it and since when, and is empty or gone when nobody does. A lock of a process that was killed is free at once, as the
/// system gives it back; that is also how a run tells what a killed one left.
final class Slot: Sendable {
    private let path: String
    private let descriptor: Int32

    /// The end of the file's name.
    static let ending = ".slot"

    /// Who holds a slot.
    struct Holder: Sendable, Hashable {
        /// The line that the holder wrote: its process, its machine, and since when.
        let words: String
    }

    /// What came of asking for a slot.
    enum Result {
        case taken(Slot)
        case held(Holder)
        /// The file cannot be made.
        case failed(Int32)
    }

    private init(_ path: String, _ descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Takes the slot at `path`, unless somebody else holds it.
    static func take(_ path: String) -> Result {
        // Whoever gives a slot back takes the file away: a lock on a file that is gone is worth nothing, and is tried again.
        while true {
            let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { return .failed(errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let number = errno
                let holder = Holder(words: words(in: descriptor))
                close(descriptor)
                if number == EINTR { continue }
                // A file system without locks: temporary names of one's own have to do.
                return number == EWOULDBLOCK ? .held(holder) : .failed(number)
            }
            if isAt(path, descriptor) {
                ftruncate(descriptor, 0)
                let line = Array("proces \(getpid()) op \(host) sinds \(now)\n".utf8)
                _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                return .taken(Slot(path, descriptor))
            }
            close(descriptor)
        }
    }

    /// Takes the slot at `path`, and keeps it in `slot`.
    static func take(_ path: String, _ slot: inout Slot?) -> Result {
        let result = take(path)
        if case .taken(let taken) = result { slot = taken }
        return result
    }

    /// Gives the slot back.
    func giveBack() {
        unlink(path)
        close(descriptor)
    }

    /// Gives the slot back and leaves its file, which costs the disk less than taking one away for each of many submissions. ``Staging`` clears
    /// it away with what killed runs leave.
    func leave() {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Whether its file is still where it was made.
    var isThere: Bool { Self.isAt(path, descriptor) }

    /// Removes the file at `path` when nobody holds it; says whether it is gone.
    static func removeFree(_ path: String) -> Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ENOENT }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
        if isAt(path, descriptor) { unlink(path) }
        return true
    }

    /// Whether the file behind `descriptor` still stands at `path`.
    private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
        var (mine, there) = (stat(), stat())
        return fstat(descriptor, &mine) == 0 && stat(path, &there) == 0 && mine.st_ino == there.st_ino
            && mine.st_dev == there.st_dev
    }

    private static func words(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let line = bytes.prefix(max(0, count)).prefix { $0 >= 0x20 }
        return line.isEmpty ? "een ander proces" : String(decoding: line, as: UTF8.self)
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "?" }
        return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// The time in UTC: `2026-03-31 12:00:00 UTC`.
    private static var now: String {
        var (seconds, parts) = (time(nil), tm())
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 64)
        strftime(&text, text.count, "%Y-%m-%d %H:%M:%S UTC", &parts)
        return text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
}
