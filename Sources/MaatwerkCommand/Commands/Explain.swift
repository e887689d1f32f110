import ArgumentParser
import Maatwerk

/// `maatwerk explain`: a rule, a column, a code or a valuation table, in plain words.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Say.text(
                nl: "Legt een regel, kolom, code of waarderingstabel uit.",
                en: "Explains a rule, column, code or valuation table."),
            discussion: Say.text(
                nl:
                    "Voorbeelden: maatwerk explain INZ-03; maatwerk explain begindatum; maatwerk explain PW; maatwerk explain LEIDEN-2023-09",
                en:
                    "Examples: maatwerk explain INZ-03; maatwerk explain begindatum; maatwerk explain PW; maatwerk explain LEIDEN-2023-09"
            ))
    }

    @Argument(help: help("Wat u wilt weten.", "What you want to know."))
    var subject: String

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let toolkit = try input.toolkit(common.chosenLanguage)
        let explanations = toolkit.explain(subject)
        guard explanations.isEmpty else {
            let palette = Palette(isSwitchedOff: common.noColor)
            let blocks = explanations.map { explanation in
                ([palette.paint(explanation.title, .bold)]
                    + explanation.lines.flatMap { line in
                        Wrapping.lines(
                            line.text, first: line.label.isEmpty ? "  " : "  \(line.label): ", width: Console.width)
                    }).joined(separator: "\n")
            }
            Console.output(blocks.joined(separator: "\n\n"))
            return
        }
        let near = toolkit.namesNear(subject)
        Console.message(
            Say.text(
                nl: "'\(Failure.safe(subject))' is geen regel, kolom, code of tabel.",
                en: "'\(Failure.safe(subject))' is no rule, column, code or table.")
                + (near.isEmpty
                    ? "" : Say.text(nl: " Bedoelt u ", en: " Do you mean ") + near.joined(separator: ", ") + "?"))
        throw Outcome.wrongUsage
    }
}
