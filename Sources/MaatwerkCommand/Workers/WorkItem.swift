import Maatwerk

/// A piece of work as it goes to a child: texts with zero bytes between them, which no path holds.
struct WorkItem {
    /// Where the submission stands.
    let path: String
    /// What it is called.
    let name: String

    init(path: String, name: String) { (self.path, self.name) = (path, name) }

    /// The item that ``bytes`` became.
    init(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        self.init(path: parts[0], name: parts.count > 1 ? parts[1] : "")
    }

    var bytes: [UInt8] { Array(path.utf8) + [0] + Array(name.utf8) }
}

extension Failure {
    /// The sentence for a submission that was lost with the child that worked on it. Nothing of what it holds is in it.
    static func lost(_ path: String, _ ending: ChildProcess.Ending) -> String {
        let (nl, en): (String, String) =
            switch ending {
            case .tooLong: (" (het duurde te lang)", " (it took too long)")
            case .signal(9):
                (
                    " (het proces is gestopt, misschien door te weinig geheugen)",
                    " (the process was ended, perhaps as memory ran out)"
                )
            case .signal(let number): (" (signaal \(number))", " (signal \(number))")
            case .status(let number): (" (status \(number))", " (status \(number))")
            }
        return Say.text(
            nl:
                "\(safe(path)): onverwachte fout in maatwerk \(Version.tool)\(nl). De andere inzendingen gaan gewoon door. Probeer het "
                + "opnieuw; blijft het zo, meld dit dan bij de beheerder van maatwerk.",
            en:
                "\(safe(path)): unexpected error in maatwerk \(Version.tool)\(en). The other submissions go on. Try again; if it stays so, "
                + "tell who maintains maatwerk.")
    }
}

extension WorkerPool {
    /// Does `pieces` in `count` children at a time, or in this process where no child can be started; `work` makes what a child does.
    ///
    /// - Throws: an ``Outcome`` after the reason was said.
    static func run(
        _ pieces: [[UInt8]], _ events: Events, children count: Int, work: () throws -> ([UInt8]) -> [UInt8]
    ) throws {
        let pool = WorkerPool(pieces, events)
        do throws(Failure) {
            try pool.run(children: count)
        } catch {
            switch error {
            case .refused(let status): throw Outcome(rawValue: status) ?? .unreadableOrUnwritable
            case .diedAtStart:
                Console.message(
                    Say.text(
                        nl:
                            "Onverwachte fout in maatwerk \(Version.tool) bij het lezen van het register of eerdere resultaten. Meld dit "
                            + "bij de beheerder van maatwerk.",
                        en:
                            "Unexpected error in maatwerk \(Version.tool) while reading the register or earlier results. Please tell who "
                            + "maintains maatwerk."))
                throw Outcome.unreadableOrUnwritable
            // A system without /proc, or with as many processes as it allows: the same work, without the protection.
            case .cannotStart:
                let work = try work()
                for piece in pool.left { events.done(piece, work(pieces[piece])) }
            }
        }
    }
}
