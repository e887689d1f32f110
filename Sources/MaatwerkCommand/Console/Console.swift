import Foundation

/// The two streams: results on standard output, everything else on standard error.
enum Console {
    /// Writes a result. A closed pipe is no error.
    static func output(_ text: String, terminator: String = "\n") {
        write(text + terminator, to: .standardOutput)
    }

    /// Writes a part of a result as it is. A closed pipe is no error.
    static func output(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            // Not through FileHandle, which copies what it writes.
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Writes a remark.
    static func message(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    /// Columns of the terminal behind standard output, or 100 when it is none. Never below 40.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) { return max(40, columns) }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return max(40, Int(size.ws_col))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Whether and how to colour, decided once a run.
struct Palette {
    /// Whether colours are used.
    let isOn: Bool

    /// Colours on a terminal, unless `--no-color`, NO_COLOR or a terminal without colours says otherwise.
    init(isSwitchedOff: Bool) {
        let environment = ProcessInfo.processInfo.environment
        isOn =
            !isSwitchedOff && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
            && isatty(STDOUT_FILENO) == 1
    }

    /// The colours in use; each goes with a word and a symbol, never alone.
    enum Ink: String {
        case red = "31"
        case yellow = "33"
        case green = "32"
        case blue = "34"
        case magenta = "35"
        case bold = "1"
        case dim = "2"
    }

    /// `text` in `ink`, when colours are used.
    func paint(_ text: String, _ ink: Ink) -> String {
        isOn ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
    }
}
