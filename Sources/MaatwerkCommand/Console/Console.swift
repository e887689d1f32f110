import Exchange
import FoundationEssentials
import Glibc
import Maatwerk
import Synchronization

/// The two streams: results on standard output, everything else on standard error. All text for people passes here, and what would steer
/// a terminal is shown instead; colours are put in last.
enum Console {
    /// Writes a result. A closed pipe is no error.
    static func output(_ text: String, terminator: String = "\n") {
        output(Array((TerminalPalette.colored(shown(text)) + terminator).utf8))
    }

    /// Writes a part of a result for programs as it is. A closed pipe is no error.
    static func output(_ bytes: [UInt8]) {
        // What comes after a hole is worth less than nothing.
        guard outputProblem.load(ordering: .relaxed) == 0 else { return }
        let number = write(bytes, to: STDOUT_FILENO)
        if number != 0 { outputProblem.store(number, ordering: .relaxed) }
    }

    /// What kept a result from being written to standard output: the first `errno`, 0 for nothing.
    private static let outputProblem = Atomic<Int32>(0)

    /// The status of a command that ended with `outcome`: results that could not be written are told of, and change it. A reader that has
    /// seen enough closes the pipe, which is no problem.
    static func closing(_ outcome: Outcome) -> Outcome {
        let number = outputProblem.load(ordering: .relaxed)
        guard number != 0, number != EPIPE else { return outcome }
        let why = SystemProblem.text(number)
        message(
            Say.text(
                nl: "De uitvoer is niet helemaal geschreven: \(why.nl).",
                en: "The output was not written in full: \(why.en)."))
        return .unreadableOrUnwritable
    }

    /// Sees to it that the three streams are open. The first file that is opened while one is closed gets its number, and what is meant for
    /// the stream would be written into it.
    static func keepStreamsApart() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            // For reading only, so that who writes there is told.
            let nowhere = open("/dev/null", O_RDONLY)
            guard nowhere >= 0, nowhere != stream else { continue }
            dup2(nowhere, stream)
            close(nowhere)
        }
    }

    /// Writes a remark.
    static func message(_ text: String) {
        if Worker.isWorker { return Worker.answer(.remark, Array(text.utf8)) }
        write(Array((shown(text) + "\n").utf8), to: messageDescriptor)
    }

    /// Where remarks go: standard error, unless that was set apart for what libraries and the runtime print by themselves.
    nonisolated(unsafe) private(set) static var messageDescriptor = STDERR_FILENO

    /// Keeps what libraries and the runtime print by themselves from the reader: it is in no language that helps, and can hold what was
    /// read. `MAATWERK_DEBUG` shows it.
    static func silenceOthers() {
        guard ProcessInfo.processInfo.environment["MAATWERK_DEBUG"] == nil else { return }
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard kept >= 0, nowhere >= 0 else { return }
        messageDescriptor = kept
        dup2(nowhere, STDERR_FILENO)
        close(nowhere)
    }

    /// Columns of the terminal behind standard output, or 100 when it is none. Never below 40.
    static var width: Int { knownWidth ?? 100 }

    /// Columns of the terminal behind standard output; nil when it is none. Never below 40.
    static var knownWidth: Int? {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) { return max(40, columns) }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return max(40, Int(size.ws_col))
    }

    /// `text` with what would steer a terminal shown.
    private static func shown(_ text: String) -> String { VisibleText.escaped(text, keepsLineBreaks: true) }

    /// Writes bytes; gives the `errno` of what kept the rest of them from being written, 0 for nothing.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            // Not through FileHandle, which copies what it writes.
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count < 0 ? errno : EIO }
                rest = rest.dropFirst(count)
            }
            return 0
        }
    }

    /// `document` as JSON on one line, for a program that reads it.
    static func json(_ document: some Encodable) throws -> String {
        String(decoding: try EncodedJSON(snakeCase: true).bytes(document), as: UTF8.self)
    }
}

/// Whether and how to colour, decided once a run.
struct TerminalPalette {
    /// Whether colours are used.
    let isOn: Bool

    /// Colours on a terminal, unless `--no-color`, NO_COLOR or a terminal without colours says otherwise.
    init(isSwitchedOff: Bool) {
        let environment = ProcessInfo.processInfo.environment
        isOn =
            !isSwitchedOff && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
            && isatty(STDOUT_FILENO) == 1
        Self.isInUse = isOn
    }

    /// Whether marks become colours in this run: without colours, characters of somebody else must not become any.
    nonisolated(unsafe) private static var isInUse = false

    /// Colours, or none.
    init(isOn: Bool) { self.isOn = isOn }

    /// The colours in use; each goes with a word and a symbol, never alone.
    enum Ink: UInt32, CaseIterable {
        case bold = 1
        case dim = 2
        case red = 31
        case green = 32
        case yellow = 33
        case blue = 34
        case magenta = 35
    }

    /// Stand for the beginning and the end of a colour until the text is written: characters for private use that no font has.
    private static let firstMark: UInt32 = 0x10_FF00
    private static let endMark: Unicode.Scalar = "\u{10FF00}"

    /// `text` in `ink`, when colours are used.
    func paint(_ text: String, _ ink: Ink) -> String {
        guard isOn, let mark = Unicode.Scalar(Self.firstMark + ink.rawValue) else { return text }
        return "\(Character(mark))\(text)\(Character(Self.endMark))"
    }

    /// `text` with the colours that were painted.
    fileprivate static func colored(_ text: String) -> String {
        guard isInUse, text.utf8.contains(0xF4) else { return text }
        var colored = ""
        for scalar in text.unicodeScalars {
            if scalar == endMark {
                colored += "\u{1b}[0m"
            } else if scalar.value > firstMark, let ink = Ink(rawValue: scalar.value - firstMark) {
                colored += "\u{1b}[\(ink.rawValue)m"
            } else {
                colored.unicodeScalars.append(scalar)
            }
        }
        return colored
    }
}
