import ArgumentParser
import Exchange
import Maatwerk

/// `maatwerk rules`: the catalogue.
struct ListRules: Subcommand {
    static let position = 120

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: Say.text(
                nl: "Toont alle regels, met grond en bron.", en: "Shows all rules, with ground and source."))
    }

    @Option(help: help("Vorm van de uitvoer: text, json of markdown.", "Form of the output: text, json or markdown."))
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

    func run() throws {
        let document = CatalogueDocument(common.chosenLanguage)
        switch format {
        case .json: Console.output(document.json)
        case .markdown: Console.output(document.markdown, terminator: "")
        case .text: Console.output(text)
        }
    }

    private var text: String {
        let language = common.chosenLanguage
        let palette = TerminalPalette(isSwitchedOff: common.noColor)
        return Catalogue.current.map { entry in
            let facts = entry.facts
            let head = "\(facts.id)  \(facts.severity.code.padding(to: 12))  "
            return Wrapping.lines(facts.name[language], first: head, width: Console.width)
                .joined(separator: "\n").replacing(facts.id, with: palette.paint(facts.id, .bold))
        }.joined(separator: "\n")
    }
}

extension String {
    /// The text with blanks behind it, `width` characters at least.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
