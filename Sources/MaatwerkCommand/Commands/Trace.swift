import ArgumentParser
import Exchange
import FoundationEssentials
import Inspection
import Intake
import Maatwerk
import WorksheetReading

/// `maatwerk trace`: from which rows, by which formula, a figure of a workbook came.
struct Trace: Subcommand {
    static let position = 70

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "trace",
            abstract: Say.text(
                nl: "Laat zien waar een cijfer uit een werkboek vandaan komt, tot op de aangeleverde rij.",
                en: "Shows where a figure of a workbook comes from, down to the row that was delivered."),
            discussion: Say.text(
                nl: """
                    RESULTAAT is een resultaatmap van convert (dan gaat het om rapport.xlsx) of een werkboek, ook dat van het \
                    ministerie. CIJFER is een cel ('Samenvatting!D6'), of woorden uit de kop en de rij van het cijfer \
                    ('BZK-2026-0147 gerealiseerd').
                    Voorbeeld: maatwerk trace uit/schoonmaak 'Samenvatting!D6'

                    U ziet de formule, de cellen en rijen waar zij naar kijkt en welke daarvan meetellen, met bestand en rij van de \
                    levering, de regels die iets over die rijen zeggen, de instellingen en tabellen, en de vingerafdruk van elk \
                    bestand.

                    Uitkomst (exit status): 0 klaar; 2 verkeerd gebruik, of een cel of blad dat er niet is; 3 niet te lezen.
                    """,
                en: """
                    RESULT is a result folder of convert (then it is about rapport.xlsx) or a workbook, also the ministry's. FIGURE \
                    is a cell ('Samenvatting!D6'), or words of the figure's heading and row ('BZK-2026-0147 realised').
                    Example: maatwerk trace out/schoonmaak 'Samenvatting!D6'

                    You see the formula, the cells and rows that it looks at and which of them count, with file and row of the \
                    delivery, the rules that say something of those rows, the settings and tables, and the fingerprint of each file.

                    Exit status: 0 done; 2 wrong usage, or no such cell or sheet; 3 cannot be read.
                    """))
    }

    @Argument(help: help("Resultaatmap of werkboek.", "Result folder or workbook."))
    var result: String

    @Argument(help: help("Cel of woorden van het cijfer.", "Cell or words of the figure."))
    var figure: String

    @Option(help: help("Vorm van de uitvoer: text of json.", "Form of the output: text or json."))
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        var path = try SubmissionList.existing([result], allowsStandardInput: false)[0]
        if FileSystem.kind(of: path) == .folder {
            let report = path + "/" + ResultLayout.report
            guard FileSystem.kind(of: report) != .nothing else {
                Console.message(Failure.noReport(path))
                throw Outcome.unreadableOrUnwritable
            }
            path = report
        }
        do {
            let workbook = try StoredWorkbook(try FileSystem.bytes(of: path))
            let trace = try FigureTrace(figure, in: workbook)
            switch format {
            case .json: Console.output(try Console.json(TraceDocument(trace, workbook: path)))
            case .text:
                let text = TraceText(terminal: common.terminal)
                Console.output(text.lines(trace).joined(separator: "\n"))
            }
        } catch let problem as FigureTrace.Problem {
            Console.message(Failure.text(problem, path))
            if case .unreadable = problem { throw Outcome.unreadableOrUnwritable }
            throw Outcome.wrongUsage
        } catch let error as WorkbookError {
            Console.message(Failure.text(FigureTrace.Problem.unreadable(error), path))
            throw Outcome.unreadableOrUnwritable
        } catch let error as IntakeError {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
    }
}

/// What `trace` writes for programs.
private struct TraceDocument: Encodable {
    let format = "maatwerk-herleiding/1"
    let workbook: String
    let figure: TracedFigure
    let settings: [[String]]
    let origins: [[String]]

    init(_ trace: FigureTrace, workbook: String) {
        (figure, settings, origins) = (trace.figure, trace.settings, trace.origins)
        self.workbook = Failure.safe(workbook)
    }
}

extension Failure {
    /// The sentence for a figure that cannot be traced.
    fileprivate static func text(_ problem: FigureTrace.Problem, _ path: String) -> String {
        switch problem {
        case .unclear(let text):
            Say.text(
                nl: "'\(safe(text))' is geen cel van een blad. Schrijf bijvoorbeeld 'Samenvatting!D6'.",
                en: "'\(safe(text))' is no cell of a sheet. Write for example 'Samenvatting!D6'.")
        case .noSheet(let name, let sheets):
            Say.text(
                nl: "\(safe(path)) heeft geen blad '\(safe(name))'. Wel: \(safe(sheets.joined(separator: ", "))).",
                en: "\(safe(path)) has no sheet '\(safe(name))'. It has: \(safe(sheets.joined(separator: ", "))).")
        case .empty(let place):
            Say.text(nl: "De cel \(safe(place)) is leeg.", en: "The cell \(safe(place)) is empty.")
        case .noFigure(let words):
            Say.text(
                nl: """
                    Er is geen cijfer met de woorden '\(safe(words))' in zijn kop en rij. Noem de cel: 'Samenvatting!D6'.
                    """,
                en: """
                    There is no figure with the words '\(safe(words))' in its heading and row. Name the cell: 'Samenvatting!D6'.
                    """)
        case .several(let words, let figures):
            Say.text(
                nl: "Meer dan één cijfer heet '\(safe(words))'. Kies er één:\n",
                en: "More than one figure is called '\(safe(words))'. Choose one:\n")
                + figures.prefix(20).map { "  " + safe($0) }.joined(separator: "\n")
        case .unreadable(let error):
            text(IntakeError.badContainer(path: path, problem: ContainerProblem(workbook: error)))
        }
    }
}
