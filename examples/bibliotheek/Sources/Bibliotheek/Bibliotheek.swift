import Maatwerk

/// What the articles of the library's documentation show, as one small program:
///
///     bibliotheek SUBMISSION REGISTER REPORT.xlsx
///
/// It checks one submission with a rule of a department's own beside the catalogue, lists who works how many hours, and writes the report.
@main
struct Bibliotheek {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let path = arguments.first, let report = arguments.last else {
            print("bibliotheek SUBMISSION REGISTER REPORT.xlsx")
            return
        }
        let toolkit = try toolkit(registerPath: arguments[2])
        let assessment = try check(path, with: toolkit)
        printHours(assessment)
        printContracts(assessment, toolkit)
        try write(assessment, to: report, with: toolkit)
    }
}
