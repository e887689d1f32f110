import ArgumentParser
import Maatwerk

/// `maatwerk generate`: made-up submissions and a register, for trials and benchmarks.
struct Generate: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Say.text(
                nl: "Maakt verzonnen inzendingen met een register, om mee te proberen en te meten.",
                en: "Makes made-up submissions with a register, for trials and measurements."),
            discussion: Say.text(
                nl: "Dezelfde --seed geeft dezelfde bytes. Wat er aan fouten is geplant staat in geplant.csv.",
                en: "The same --seed gives the same bytes. The planted errors are listed in geplant.csv."))
    }

    @Option(help: help("Map waarin alles komt.", "Folder to write to."))
    var output: String

    @Option(help: help("Aantal leveranciers, met elk één inzending.", "Number of suppliers, one submission each."))
    var suppliers: Int

    @Option(help: help("Aantal rijen inzet per inzending.", "Number of placements a submission."))
    var rows: Int

    @Option(help: help("Beginwaarde van het toeval.", "Seed of the random numbers."))
    var seed: UInt64

    @Option(
        name: .customLong("error-rate"),
        help: help("Deel van de rijen met een fout, 0 tot 1.", "Share of rows with an error, 0 to 1."))
    var errorRate: Double = 0

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let generation = Generation(suppliers: suppliers, rows: rows, seed: seed, errorRate: errorRate) else {
            throw ValidationError(
                Say.text(
                    nl: "Kies ten minste 1 leverancier en 1 rij, en een --error-rate van 0 tot 1.",
                    en: "Choose at least 1 supplier and 1 row, and an --error-rate from 0 to 1."))
        }
        try OutputFolder.require(output)
        let progress = ProgressBar(total: suppliers, isQuiet: common.quiet)
        do {
            try generation.write(to: output, progress: progress.advance)
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        progress.finish()
        guard !common.quiet else { return }
        Console.output(
            Say.text(
                nl: "\(Failure.safe(output)): \(suppliers) inzendingen van \(rows) rijen, en een register.",
                en: "\(Failure.safe(output)): \(suppliers) submissions of \(rows) rows, and a register."))
    }
}
