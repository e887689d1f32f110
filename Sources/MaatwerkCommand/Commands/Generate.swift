import ArgumentParser
import Maatwerk

/// `maatwerk generate`: made-up submissions and a register, for trials and benchmarks.
struct Generate: Subcommand {
    static let position = 140

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "generate",
            abstract: Say.text(
                nl: "Maakt verzonnen inzendingen met een register, om mee te proberen en te meten.",
                en: "Makes made-up submissions with a register, for trials and measurements."),
            discussion: Say.text(
                nl: """
                    Dezelfde --seed geeft dezelfde bytes. Wat er aan fouten is geplant staat in geplant.csv.

                    Met --periods hoort bij elke leverancier een verhaal: mensen die verder komen, afspraken, knelpunten en wat \
                    daarvan is geleerd, kwartaal na kwartaal. Verwerk de kwartalen na elkaar, elk met --previous van het vorige.
                    """,
                en: """
                    The same --seed gives the same bytes. The planted errors are listed in geplant.csv.

                    With --periods each supplier has a story: people who get on, commitments, obstacles and what was learnt from \
                    them, quarter after quarter. Convert the quarters one after the other, each with --previous of the one before.
                    """))
    }

    @Option(help: help("Map waarin alles komt.", "Folder to write to."))
    var output: String

    @Option(help: help("Aantal leveranciers, met elk één inzending.", "Number of suppliers, one submission each."))
    var suppliers: Int

    @Option(help: help("Aantal rijen inzet per inzending.", "Number of placements a submission."))
    var rows: Int

    @Option(help: help("Beginwaarde van het toeval, 0 of meer.", "Seed of the random numbers, 0 or more."))
    var seed: UInt64

    @Option(
        name: .customLong("error-rate"),
        help: help("Deel van de rijen met een fout, 0 tot 1.", "Share of rows with an error, 0 to 1."))
    var errorRate: Double = 0

    @Option(
        help: help(
            "Aantal kwartalen met een verhaal, 1 tot 16; zonder deze optie één kwartaal om mee te meten.",
            "Number of quarters with a story, 1 to 16; without it one quarter to measure with."))
    var periods: Int?

    @OptionGroup var common: CommonOptions

    /// What is to be made; nil where it is too much or too little.
    private var generation: Generation? {
        Generation(suppliers: suppliers, rows: rows, seed: seed, errorRate: errorRate, quarters: periods)
    }

    func validate() throws {
        guard generation != nil else {
            throw ValidationError(
                Say.text(
                    nl:
                        "Kies 1 tot 1.000.000 leveranciers, 1 tot 5.000.000 rijen, een --error-rate van 0 tot 1, en 1 tot 16 kwartalen.",
                    en:
                        "Choose 1 to 1,000,000 suppliers, 1 to 5,000,000 rows, an --error-rate from 0 to 1, and 1 to 16 quarters."
                ))
        }
    }

    func run() throws {
        guard let generation else { return try validate() }
        try OutputFolder.require(output)
        guard !Generation.holdsOtherRegister(output) else {
            let register = Failure.safe(output + "/register")
            Console.message(
                Say.text(
                    nl:
                        "In \(register) staat een register dat niet verzonnen is. Het blijft staan. Kies een andere map.",
                    en: "\(register) holds a register that is not made up. It stays. Choose another folder."))
            throw Outcome.wrongUsage
        }
        Batch.clearUnfinished(in: output, depth: 2)
        let progress = ProgressBar(total: suppliers, isQuiet: common.quiet)
        do {
            try generation.write(to: output, progress: progress.advance)
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        progress.finish()
        guard !common.quiet else { return }
        if let periods {
            return Console.output(
                Say.text(
                    nl:
                        "\(Failure.safe(output)): verhalen van \(suppliers) leveranciers over \(periods) kwartalen, en een register.",
                    en:
                        "\(Failure.safe(output)): stories of \(suppliers) suppliers over \(periods) quarters, and a register."
                ))
        }
        Console.output(
            Say.text(
                nl: "\(Failure.safe(output)): \(suppliers) inzendingen van \(rows) rijen, en een register.",
                en: "\(Failure.safe(output)): \(suppliers) submissions of \(rows) rows, and a register."))
    }
}
