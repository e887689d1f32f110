import Maatwerk

/// The sentences for what keeps the command from its work: what, where and what to do.
enum Failure {
    /// `path` does not exist.
    static func notFound(_ path: String) -> String {
        Say.text(
            nl: "\(safe(path)) bestaat niet. Controleer de naam en de map.",
            en: "\(safe(path)) does not exist. Check the name and the folder.")
    }

    /// The sentence for an error of reading.
    static func text(_ error: IntakeError) -> String {
        switch error {
        case .notFound(let path): notFound(path)
        case .unreadableFile(let path, let reason):
            Say.text(
                nl: "\(safe(path)) kan niet worden geopend: \(reason). Controleer de rechten.",
                en: "\(safe(path)) cannot be opened: \(reason). Check the permissions.")
        case .noTables(let path):
            Say.text(
                nl: """
                    \(safe(path)) bevat geen enkele tabel. Een inzending is een map met voorblad.csv en bijvoorbeeld inzet.csv, een zip \
                    daarvan, of een werkmap met bladen als Voorblad en Inzet; een register is een map met contracten.csv.
                    """,
                en: """
                    \(safe(path)) holds no table. A submission is a folder with voorblad.csv and for instance inzet.csv, a zip of it, \
                    or a workbook with sheets such as Voorblad and Inzet; a register is a folder with contracten.csv.
                    """)
        case .tooLarge(let path, let bytes):
            Say.text(
                nl: "\(safe(path)) is te groot (\(bytes) bytes). Verdeel het bestand.",
                en: "\(safe(path)) is too large (\(bytes) bytes). Split the file.")
        case .parserFailed(let path):
            Say.text(
                nl: "\(safe(path)) kan niet worden ontleed: te weinig geheugen.",
                en: "\(safe(path)) cannot be parsed: out of memory.")
        case .badContainer(let path, let problem):
            Say.text(nl: "\(safe(path)) \(problem.text.nl)", en: "\(safe(path)) \(problem.text.en)")
        case .damagedResult(let path, let line):
            Say.text(
                nl:
                    "\(safe(path))\(line.map { ", regel \($0)" } ?? ""): dit is niet zoals convert het schrijft. Maak het resultaat "
                    + "opnieuw met convert.",
                en:
                    "\(safe(path))\(line.map { ", line \($0)" } ?? ""): this is not as convert writes it. Make the result again with "
                    + "convert.")
        case .badValuationTable(let path, let reason):
            Say.text(
                nl: "De waarderingstabel \(safe(path)) is niet bruikbaar: \(reason).",
                en: "The valuation table \(safe(path)) cannot be used: \(reason).")
        }
    }

    /// The sentence for an error of converting.
    static func text(_ error: ConversionError) -> String {
        switch error {
        case .intake(let error): text(error)
        case .output(.cannotWrite(let path, let reason)), .workbook(let path, let reason):
            Say.text(
                nl: "\(safe(path)) kan niet worden geschreven: \(reason). Controleer de map en de ruimte op de schijf.",
                en: "\(safe(path)) cannot be written: \(reason). Check the folder and the space on the disk.")
        }
    }

    /// A path with numbers masked that may not be shown.
    static func safe(_ path: String) -> String { Masking.safeName(path) }
}
