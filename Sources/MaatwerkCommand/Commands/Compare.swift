import ArgumentParser
import Exchange
import FoundationEssentials
import Maatwerk

/// `maatwerk compare`: which findings appeared and disappeared between two results.
struct Compare: Subcommand {
    static let position = 60

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: Say.text(
                nl: "Vergelijkt twee resultaten: welke bevindingen zijn verschenen en verdwenen.",
                en: "Compares two results: which findings appeared and disappeared."),
            discussion: Say.text(
                nl: """
                    OUD en NIEUW zijn elk een resultaatmap van convert, een map met zulke mappen, of een bestand bevindingen.json \
                    (ook de uitvoer van check --format json).
                    Voorbeeld: maatwerk compare uit-maart uit-april

                    Een bevinding is dezelfde als regel, bestand, kolom, waarde, melding en rij gelijk zijn. Is zij er zo niet, dan \
                    telt een bevinding met dezelfde regel, bestand, kolom en waarde: eerst in dezelfde rij, dan in een andere rij \
                    (verschoven). Elke bevinding telt één keer.

                    Uitkomst (exit status): 0 klaar; 1 nieuwe fouten (--strict); 2 verkeerd gebruik of een bestand dat er niet is; 3 \
                    een resultaat is niet te lezen.
                    """,
                en: """
                    OLD and NEW are each a result folder of convert, a folder of such folders, or a file bevindingen.json (also the \
                    output of check --format json).
                    Example: maatwerk compare out-march out-april

                    A finding is the same when rule, file, column, value, message and row are the same. Else one with the same rule, \
                    file, column and value counts: first in the same row, then in another row (moved). Each finding counts once.

                    Exit status: 0 done; 1 new errors (--strict); 2 wrong usage or a missing file; 3 a result cannot be read.
                    """))
    }

    @Argument(help: help("Het eerdere resultaat.", "The earlier result."))
    var old: String

    @Argument(help: help("Het latere resultaat.", "The later result."))
    var new: String

    @Option(help: help("Vorm van de uitvoer: text, json of csv.", "Form of the output: text, json or csv."))
    var format: Format = .text

    @Flag(help: help("Eindig met 1 als er een nieuwe fout is.", "End with 1 when there is a new error."))
    var strict = false

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    func run() throws {
        let paths = try SubmissionList.existing([old, new], allowsStandardInput: false)
        let comparisons: [FindingsComparison]
        do {
            comparisons = FindingsComparison.all(try FindingsResults(at: paths[0]), try FindingsResults(at: paths[1]))
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        switch format {
        case .json: for comparison in comparisons { Console.output(ComparisonJSON(comparison).text()) }
        case .csv:
            Console.output(ComparisonCSV.heading, terminator: "")
            for comparison in comparisons { Console.output(ComparisonCSV(comparison).text(), terminator: "") }
        case .text:
            let report = ComparisonText(terminal: common.terminal)
            let blocks = comparisons.map { report.lines($0).joined(separator: "\n") }
            Console.output(blocks.joined(separator: "\n\n"))
        }
        if strict, comparisons.contains(where: { $0.newErrors > 0 }) { throw Outcome.errorsFound }
    }
}

extension Failure {
    /// The sentence for an error of reading results.
    static func text(_ error: FindingsReadingError) -> String {
        switch error {
        case .notFound(let path): notFound(path)
        case .noResults(let path):
            Say.text(
                nl: """
                    \(safe(path)) bevat geen resultaat. Geef een map die maatwerk convert heeft gemaakt, met daarin bevindingen.json.
                    """,
                en: """
                    \(safe(path)) holds no result. Give a folder that maatwerk convert made, with bevindingen.json in it.
                    """)
        case .unreadableFile(let path, let reason):
            text(IntakeError.unreadableFile(path: path, reason: reason))
        case .damaged(let path, _, _) where !path.hasSuffix(".json") && !path.hasSuffix(".jsonl"):
            Say.text(
                nl:
                    "\(safe(path)) is geen resultaat. Geef de map die maatwerk convert heeft gemaakt, of bevindingen.json daarin.",
                en: "\(safe(path)) is no result. Give the folder that maatwerk convert made, or bevindingen.json in it."
            )
        case .damaged(let path, let line, let character):
            Say.text(
                nl: """
                    \(safe(path)) is beschadigd: op regel \(line), teken \(character) houdt het op goede JSON te zijn. Maak het \
                    resultaat opnieuw met maatwerk convert.
                    """,
                en: """
                    \(safe(path)) is damaged: at line \(line), character \(character) it stops being JSON. Make the result again \
                    with maatwerk convert.
                    """)
        case .unexpectedField(let path, let field, let line):
            Say.text(
                nl: """
                    \(safe(path)) is niet te lezen: in het resultaat dat op regel \(line) begint, ontbreekt '\(field)' of staat daar \
                    iets anders dan verwacht. Maak het resultaat opnieuw met maatwerk convert.
                    """,
                en: """
                    \(safe(path)) cannot be read: in the result that begins on line \(line), '\(field)' is missing or holds \
                    something unexpected. Make the result again with maatwerk convert.
                    """)
        case .otherFormat(let path, let line):
            Say.text(
                nl: """
                    \(safe(path)) bevat geen bevindingen die deze versie kan lezen (regel \(line)): verwacht is JSON met \
                    "format":"\(FindingsDocument.format)".
                    """,
                en: """
                    \(safe(path)) holds no findings that this version can read (line \(line)): expected is JSON with \
                    "format":"\(FindingsDocument.format)".
                    """)
        }
    }
}
