import ArgumentParser
import Exchange
import FoundationEssentials
import Inspection
import Intake
import Maatwerk
import Rules
import WorksheetReading

/// `maatwerk audit`: whether anyone's workbook can be read by all, trusted and shared.
struct Audit: Subcommand {
    static let position = 90

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: Say.text(
                nl: "Kijkt of een werkboek voor iedereen leesbaar is, en of het gedeeld kan worden.",
                en: "Sees whether a workbook can be read by all, and whether it can be shared."),
            discussion: Say.text(
                nl: """
                    Voor elk werkboek (xlsx, xlsm), ook een van iemand anders: titel en taal, tabellen en koppen, tekst bij beelden, \
                    contrast, samengevoegde cellen, lege kolommen en rijen, weggevallen tekst, links, eerste cel (met de bepaling \
                    van EN 301 549), formules zonder uitkomst, getallen als tekst, foutcodes, verborgen bladen, koppelingen met \
                    andere bestanden, macro's en persoonsgegevens. Er wordt niets veranderd.
                    Voorbeeld: maatwerk audit uit/schoonmaak/rapport.xlsx

                    Uitkomst (exit status): 0 geen fout; 1 ten minste één fout; 2 verkeerd gebruik; 3 een bestand is niet te lezen.
                    """,
                en: """
                    For any workbook (xlsx, xlsm), also somebody else's: title and language, tables and headings, text for pictures, \
                    contrast, merged cells, empty columns and rows, text that is cut off, links, first cell (with the clause of \
                    EN 301 549), formulas without a result, numbers as text, error codes, hidden sheets, links with other files, \
                    macros and personal data. Nothing is changed.
                    Example: maatwerk audit out/schoonmaak/rapport.xlsx

                    Exit status: 0 no error; 1 at least one error; 2 wrong usage; 3 a file cannot be read.
                    """))
    }

    @Argument(help: help("Werkboeken.", "Workbooks."))
    var files: [String]

    @Option(help: help("Vorm van de uitvoer: text of json.", "Form of the output: text or json."))
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        let paths = try SubmissionList.existing(files, allowsStandardInput: false)
        var (hasErrors, isUnreadable) = (false, false)
        let text = AuditText(terminal: common.terminal)
        for path in paths {
            if let sentence = Failure.folderForWorkbook(path) {
                Console.message(sentence)
                isUnreadable = true
                continue
            }
            do {
                let audit = try WorkbookAudit(try StoredWorkbook(try FileSystem.bytes(of: path)))
                hasErrors = hasErrors || audit.hasErrors
                switch format {
                case .json: Console.output(try Console.json(AuditDocument(audit, of: path, common.chosenLanguage)))
                case .text:
                    let lines = text.lines(audit, of: path)
                    if !lines.isEmpty { Console.output(lines.joined(separator: "\n")) }
                }
            } catch let error as WorkbookError {
                isUnreadable = true
                Console.message(
                    Failure.text(IntakeError.badContainer(path: path, problem: ContainerProblem(workbook: error))))
            } catch let error as IntakeError {
                isUnreadable = true
                Console.message(Failure.text(error))
            }
        }
        if isUnreadable { throw Outcome.unreadableOrUnwritable }
        if hasErrors { throw Outcome.errorsFound }
    }
}

/// What `audit` writes of a workbook for programs, on one line.
private struct AuditDocument: Encodable {
    struct Finding: Encodable {
        let check, severity: String
        let clause, sheet: String?
        let count: Int
        let places: [String]
        let message, remedy: String
    }

    let format = "maatwerk-werkboek/1"
    let file: String
    let counts: [String: Int]
    let coloursUnknown: Int
    let findings: [Finding]

    init(_ audit: WorkbookAudit, of file: String, _ language: Language) {
        self.file = Failure.safe(file)
        coloursUnknown = audit.coloursUnknown
        counts = audit.findings.reduce(into: [:]) { $0[$1.check.severity.code, default: 0] += 1 }
        findings = audit.findings.map {
            Finding(
                check: $0.check.rawValue, severity: $0.check.severity.code, clause: $0.check.clause, sheet: $0.sheet,
                count: $0.count, places: $0.places, message: $0.check.message[language],
                remedy: $0.check.remedy[language])
        }
    }
}
