import FoundationEssentials
import Glibc
import Maatwerk

/// Runs a command in a child, so that nothing ends this process by a signal: a child that ends early becomes a sentence and a status.
///
/// A child that reads many results tells which it begins and ends. When it ends early, the one it was at is left out by name and a new
/// child does the rest; when it was at several, these are read one by one first.
enum Supervisor {
    /// Runs the command of this process in a child that has its streams.
    ///
    /// - Returns: nil where no child can be started, and the command is to be run here.
    static func run() -> Outcome? {
        var instructions = ReadingInstructions()
        while true {
            guard let (process, open) = runOnce(instructions) else { return nil }
            if case .status(let status) = process, let outcome = Outcome(rawValue: status) { return outcome }
            if open.count == 1 {
                instructions.leftOut.formUnion(open)
                instructions.oneByOne.subtract(open)
                Console.message(
                    Say.text(
                        nl:
                            "\(Failure.safe(open.first ?? "")): onverwachte fout bij het lezen van dit resultaat; het is overgeslagen.",
                        en:
                            "\(Failure.safe(open.first ?? "")): unexpected error while reading this result; it was left out."
                    ))
            } else if open.count > 1, instructions.oneByOne != open {
                instructions.oneByOne = open
            } else {
                Console.message(
                    Say.text(
                        nl:
                            "Onverwachte fout in maatwerk \(Version.tool). Er is niets half geschreven. Probeer het opnieuw; blijft het "
                            + "zo, meld dit dan bij de beheerder van maatwerk.",
                        en:
                            "Unexpected error in maatwerk \(Version.tool). Nothing was written by half. Try again; if it stays so, tell "
                            + "who maintains maatwerk."))
                return .unreadableOrUnwritable
            }
        }
    }

    /// Runs a child to its end; gives how it ended, and which pieces it had begun and not ended.
    private static func runOnce(_ instructions: ReadingInstructions) -> (
        ending: ChildProcess.Ending, open: Set<String>
    )? {
        guard let work = try? PipeEnds(), let answers = try? PipeEnds(), let life = try? PipeEnds() else { return nil }
        let started = ChildProcess.start(
            as: .supervised, [work.reading, answers.writing, life.reading], isSilent: false)
        for end in [work.reading, answers.writing, life.reading] { close(end) }
        guard case .success(let process) = started else {
            for end in [work.writing, answers.reading, life.writing] { close(end) }
            return nil
        }
        // One that is not told what to leave out would end as the one before.
        if !instructions.frames.allSatisfy({ Frame.write(.work, $0, to: work.writing) }) { process.end() }
        close(work.writing)
        var reader = FrameReader()
        var open: Set<String> = []
        while reader.read(from: answers.reading) {
            while let frame = reader.next() {
                let piece = String(decoding: frame.bytes, as: UTF8.self)
                if frame.kind == .begins { open.insert(piece) }
                if frame.kind == .ends { open.remove(piece) }
            }
        }
        close(answers.reading)
        let ending = process.wait()
        close(life.writing)
        return (ending, open)
    }
}

/// Which results a child leaves out, and which it reads one by one before all others.
struct ReadingInstructions {
    var leftOut: Set<String> = []
    var oneByOne: Set<String> = []

    /// The instructions as pieces of work.
    var frames: [[UInt8]] {
        leftOut.sorted().map { [0] + Array($0.utf8) } + oneByOne.sorted().map { [1] + Array($0.utf8) }
    }

    init() {}

    /// The instructions that came in.
    init(_ frames: [[UInt8]]) {
        for frame in frames {
            let piece = String(decoding: frame.dropFirst(), as: UTF8.self)
            if frame.first == 0 { leftOut.insert(piece) } else { oneByOne.insert(piece) }
        }
    }
}
