import Intake
import SocialReturnModel

extension IntakeError {
    /// What keeps an input from being read, as sentences that name it, say what is the matter and what to do. `shown` says how its path is
    /// written.
    public func text(shown: (String) -> String) -> Text {
        switch self {
        case .notFound(let path):
            return Text(
                nl: "\(shown(path)) bestaat niet. Controleer de naam en de map.",
                en: "\(shown(path)) does not exist. Check the name and the folder.")
        case .unreadableFile(let path, let reason):
            let words = SystemProblem.text(saying: reason)
            return Text(
                nl: "\(shown(path)) kan niet worden geopend: \(words.nl).",
                en: "\(shown(path)) cannot be opened: \(words.en).")
        case .noTables(let path):
            return Text(
                nl: """
                    \(shown(path)) bevat geen tabel die wij kennen. Een inzending is een map met voorblad.csv en bijvoorbeeld inzet.csv, \
                    een zip daarvan, of een werkmap met bladen als Voorblad en Inzet.
                    """,
                en: """
                    \(shown(path)) holds no table that we know. A submission is a folder with voorblad.csv and for instance inzet.csv, \
                    a zip of it, or a workbook with sheets such as Voorblad and Inzet.
                    """)
        case .tooLarge(let path, let bytes):
            return Text(
                nl: "\(shown(path)) is te groot (\(bytes) bytes). Verdeel het bestand.",
                en: "\(shown(path)) is too large (\(bytes) bytes). Split the file.")
        case .parserFailed(let path):
            return Text(
                nl: "\(shown(path)) kan niet worden gelezen: te weinig geheugen. Verdeel het bestand.",
                en: "\(shown(path)) cannot be read: out of memory. Split the file.")
        case .badContainer(let path, let problem):
            return Text(nl: "\(shown(path)) \(problem.text.nl)", en: "\(shown(path)) \(problem.text.en)")
        case .damagedResult(let path, let line):
            return Text(
                nl:
                    "\(shown(path))\(line.map { ", regel \($0)" } ?? ""): dit is niet zoals convert het schrijft. Maak het resultaat opnieuw met convert.",
                en:
                    "\(shown(path))\(line.map { ", line \($0)" } ?? ""): this is not as convert writes it. Make the result again with convert."
            )
        case .badValuationTable(let path, let reason):
            return Text(
                nl: "De waarderingstabel \(shown(path)) is niet bruikbaar: \(reason).",
                en: "The valuation table \(shown(path)) cannot be used: \(reason).")
        }
    }
}
