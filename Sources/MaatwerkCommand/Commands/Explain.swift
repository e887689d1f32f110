import ArgumentParser
import Exchange
import Maatwerk

/// `maatwerk explain`: a rule, a file, a column, a code, a valuation table, a source or a setting, in plain words.
struct Explain: Subcommand {
    static let position = 130

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: Say.text(
                nl: "Legt een regel, bestand, kolom, code, bouwblok, tabel, bron of instelling uit.",
                en: "Explains a rule, file, column, code, building block, table, source or setting."),
            discussion: Say.text(
                nl:
                    "Voorbeelden: maatwerk explain INZ-03; maatwerk explain begindatum; maatwerk explain inzet.csv; maatwerk explain PW; maatwerk explain LEIDEN-2023-09; maatwerk explain AW-TXT",
                en:
                    "Examples: maatwerk explain INZ-03; maatwerk explain begindatum; maatwerk explain inzet.csv; maatwerk explain PW; maatwerk explain LEIDEN-2023-09; maatwerk explain AW-TXT"
            ))
    }

    @Argument(help: help("Wat u wilt weten.", "What you want to know."))
    var subject: String

    @OptionGroup var register: RegisterOption
    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let toolkit = try input.toolkit(register, common.chosenLanguage)
        let explanations = toolkit.explain(subject)
        guard explanations.isEmpty else {
            let palette = TerminalPalette(isSwitchedOff: common.noColor)
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
                nl: "'\(Failure.safe(subject))' is geen regel, bestand, kolom, code, tabel, bron of instelling.",
                en: "'\(Failure.safe(subject))' is no rule, file, column, code, table, source or setting.")
                + (near.isEmpty
                    ? Say.text(
                        nl: " Alle regels staan in 'maatwerk rules'.", en: " All rules are in 'maatwerk rules'.")
                    : Say.text(nl: " Bedoelt u ", en: " Do you mean ") + near.joined(separator: ", ") + "?"))
        throw Outcome.wrongUsage
    }
}
