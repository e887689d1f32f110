import FoundationEssentials
import Glibc
import Synchronization

/// A bar on standard error while long work goes on; nothing when that is no terminal, or when the work is over within a second.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var isShown = false
        let start = ContinuousClock.now
    }

    private let total: Int
    private let isWanted: Bool
    private let state = Mutex(State())
    private static let barWidth = 30

    /// A bar for `total` pieces of work.
    init(total: Int, isQuiet: Bool) {
        self.total = total
        isWanted = !isQuiet && isatty(Console.messageDescriptor) == 1
    }

    /// Counts one piece as done.
    func advance() {
        guard isWanted else { return }
        state.withLock { state in
            state.done += 1
            guard state.isShown || ContinuousClock.now - state.start > .seconds(1) else { return }
            state.isShown = true
            let filled = total > 0 ? Self.barWidth * state.done / total : 0
            let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.barWidth - filled)
            Self.write("\r\(bar) \(state.done)/\(total) ")
        }
    }

    /// Takes the bar away.
    func finish() {
        guard isWanted else { return }
        state.withLock { if $0.isShown { Self.write("\r\u{1b}[K") } }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(Console.messageDescriptor, $0.baseAddress, $0.count) }
    }
}
