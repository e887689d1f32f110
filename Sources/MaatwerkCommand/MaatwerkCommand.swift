import ArgumentParser
import CHeap
import FoundationEssentials
import Glibc
import Maatwerk

/// The command `maatwerk`: a thin user of the library.
struct MaatwerkCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "maatwerk",
            abstract: Say.text(
                nl: "Leest, controleert en vertaalt social-returnrapportages van leveranciers.",
                en: "Reads, checks and converts suppliers' social return reports."),
            discussion: Say.text(
                nl: """
                    Begin met:  maatwerk check INZENDING --register REGISTER
                                maatwerk convert INZENDING --register REGISTER --output UIT

                    Uitkomst (exit status): 0 klaar; 1 fouten gevonden (check, --strict); 2 verkeerd gebruik; 3 invoer onleesbaar of \
                    uitvoer niet te schrijven.
                    """,
                en: """
                    Start with:  maatwerk check SUBMISSION --register REGISTER
                                 maatwerk convert SUBMISSION --register REGISTER --output OUT

                    Exit status: 0 done; 1 errors found (check, --strict); 2 wrong usage; 3 input unreadable or output not writable.
                    """),
            version: Version.line,
            subcommands: listed.sorted { $0.position < $1.position })
    }
}

/// A command of `maatwerk`, declared in its own file. The build lists them.
protocol Subcommand: ParsableCommand {
    /// Its place in the help; with room in between.
    static var position: Int { get }
    /// Whether it divides its work among children; any other command is done by one child.
    static var dividesItsWork: Bool { get }
}

extension Subcommand {
    static var dividesItsWork: Bool { false }
}

/// What the command leaves behind, as the project's interface fixes it.
enum Outcome: Int32, Error {
    case done = 0
    case errorsFound = 1
    case wrongUsage = 2
    case unreadableOrUnwritable = 3
}

@main
enum Main {
    /// A broken pipe is how a reader says it has seen enough; it is no reason to die by a signal. Neither is a file that becomes larger than
    /// the system allows: then writing fails, and is told as any other failure.
    static func main() {
        guard MemoryLimit.isEnough() else {
            MemoryLimit.tell()
            exit(Outcome.unreadableOrUnwritable.rawValue)
        }
        maatwerk_return_large_pieces()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        Console.keepStreamsApart()
        guard !PathText.argumentBytes.isEmpty else {
            Console.message(
                Say.text(
                    nl:
                        "Het systeem zegt niet waarmee maatwerk is gestart: /proc is er niet. Koppel die map aan: mount -t proc "
                        + "proc /proc",
                    en:
                        "The system does not tell how maatwerk was started: /proc is not there. Mount it: mount -t proc proc "
                        + "/proc"))
            exit(Outcome.unreadableOrUnwritable.rawValue)
        }
        arguments = NumbersBelowZero.joined(PathText.arguments)
        let role = arguments.first.flatMap(ChildProcess.Role.init)
        if role != nil { arguments.removeFirst() }
        Say.chooseLanguage(from: arguments)
        guard StackLimit.isEnough() else {
            Console.message(
                Say.text(
                    nl: "Het systeem geeft maatwerk te weinig stapelgeheugen. Geef minstens 512 kB: ulimit -s 512",
                    en: "The system gives maatwerk too little memory for its stack. Give 512 kB at least: ulimit -s 512"
                ))
            exit(Outcome.unreadableOrUnwritable.rawValue)
        }
        if arguments.contains("--version"), arguments.contains("--verbose") {
            Console.output(Version.details)
            exit(Console.closing(.done).rawValue)
        }
        if let path = NamesOfBytes.refused(
            arguments, MaatwerkCommand.listed.compactMap { $0.configuration.commandName })
        {
            let name = Failure.safe(path)
            Console.message(
                Say.text(
                    nl:
                        "De naam \(name) is geschreven met tekens van een oud programma (geen UTF-8). Zo'n map of bestand kunnen wij hier niet gebruiken. "
                        + "Kies een naam zonder letters met een accent, of hernoem de map.",
                    en:
                        "The name \(name) is written in signs of an old program (no UTF-8). We cannot use such a folder or file here. Choose a name "
                        + "without accented letters, or rename the folder."))
            exit(Console.closing(.wrongUsage).rawValue)
        }
        if let role { goOn(as: role) }
        exit(Console.closing(run(arguments, isChild: false)).rawValue)
    }

    /// Does the part of a child, in a process that is to be one.
    static func goOn(as role: ChildProcess.Role) -> Never {
        Console.silenceOthers()
        Worker.enter(role)
        let outcome = Console.closing(run(arguments, isChild: true))
        Worker.refuse(outcome)
        exit(outcome.rawValue)
    }

    /// The arguments of the command, without the word that makes this process a child.
    nonisolated(unsafe) private static var arguments: [String] = []

    /// What the arguments ask for. A child that goes on from here need not find out again.
    nonisolated(unsafe) private static var asked: (any ParsableCommand)?

    private static func run(_ arguments: [String], isChild: Bool) -> Outcome {
        do {
            let asked = try asked ?? command(arguments)
            self.asked = asked
            var command = asked
            guard !isChild, !isHelp(command) else {
                try command.run()
                return .done
            }
            try FileLimit.require()
            if (type(of: command) as? any Subcommand.Type)?.dividesItsWork == true {
                try command.run()
                return .done
            }
            if let outcome = Supervisor.run() { return outcome }
            try command.run()
            return .done
        } catch let outcome as Outcome {
            return outcome
        } catch {
            let isHelp = MaatwerkCommand.exitCode(for: error).rawValue == 0
            let message =
                isHelp
                ? UsageMessage.help(MaatwerkCommand.fullMessage(for: error)) : UsageMessage.words(for: error, arguments)
            if isHelp { Console.output(message) } else { Console.message(message) }
            return isHelp ? .done : .wrongUsage
        }
    }

    /// The command that `arguments` ask for. Where they hold for the one that their first word names, the others need not be laid out,
    /// which takes most of the time of a start; help and mistakes are for the whole.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        let asked = MaatwerkCommand.listed.first { $0.configuration.commandName == arguments.first }
        if let asked, let command = try? asked.parse(Array(arguments.dropFirst())) { return command }
        return try MaatwerkCommand.parseAsRoot(arguments)
    }

    /// Whether a command only tells of itself.
    private static func isHelp(_ command: any ParsableCommand) -> Bool { command is MaatwerkCommand }
}
