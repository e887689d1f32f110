import Assessments
import Exchange
import FoundationEssentials
import Glibc
import Maatwerk

/// The sentences for what keeps the command from its work: what, where and what to do. Nothing that a library or the system says itself
/// reaches a reader; ``text(unforeseen:)`` is for what nobody foresaw.
enum Failure {
    /// `path` does not exist.
    static func notFound(_ path: String) -> String { text(IntakeError.notFound(path: path)) }

    /// The sentence for an error of reading a submission.
    static func text(_ error: IntakeError) -> String {
        let text = error.text(shown: safe)
        guard case .noTables(let path) = error else { return Say.text(nl: text.nl, en: text.en) }
        return Say.text(nl: text.nl, en: text.en) + FolderContents(path).words(expecting: .submission)
    }

    /// The sentence for a folder at `path` where a workbook is asked for; nil where there is no folder.
    static func folderForWorkbook(_ path: String) -> String? {
        guard FileSystem.kind(of: path) == .folder else { return nil }
        let own = path + "/" + ResultLayout.report
        let shown = safe(FileSystem.kind(of: own) == .file ? own : path + "/*/" + ResultLayout.report)
        return Say.text(
            nl: "\(safe(path)) is een map. Geef de werkboeken zelf, bijvoorbeeld \(shown).",
            en: "\(safe(path)) is a folder. Give the workbooks themselves, for example \(shown).")
    }

    /// The sentence for an error of reading the register at `path`, or something else besides submissions.
    static func text(_ error: IntakeError, ofRegister register: String?) -> String {
        guard case .noTables(let path) = error, path == register else { return text(error) }
        return Say.text(
            nl: "\(safe(path)) is geen contractregister: dat is een map met contracten.csv.",
            en: "\(safe(path)) is no contract register: that is a folder with contracten.csv.")
            + FolderContents(path).words(expecting: .register)
    }

    /// The sentence for an error of converting.
    static func text(_ error: ConversionError) -> String {
        switch error {
        case .intake(let error): return text(error)
        case .output(.cannotWrite(let path, let number)), .workbook(let path, .system(let number)):
            return cannotWrite(path, SystemProblem.text(number))
        case .workbook(let path, .temporaryFolder(let number)):
            let folder = safe(ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp")
            let problem = SystemProblem.text(number == 0 ? ENOSPC : number)
            return cannotWrite(
                path,
                Text(
                    nl: "in de map voor tijdelijke bestanden (\(folder)): \(problem.nl). TMPDIR wijst een andere aan",
                    en: "in the folder for temporary files (\(folder)): \(problem.en). TMPDIR names another one"))
        case .workbook(let path, .noRoom(let needed, let available)):
            let (needs, has) = (needed >> 20 + 1, available >> 20)
            return cannotWrite(
                path,
                Text(
                    nl:
                        "de map voor tijdelijke bestanden heeft \(has) MB vrij en \(needs) MB is nodig. Maak ruimte of wijs met "
                        + "TMPDIR een andere map aan",
                    en:
                        "the folder for temporary files has \(has) MB left and needs \(needs) MB. Make room, or name another folder "
                        + "with TMPDIR"))
        case .held(let path, let holder):
            return Say.text(
                nl:
                    "\(safe(path)) wordt al gemaakt door een ander (\(safe(holder))). Wacht tot dat klaar is en draai dit opnieuw.",
                en:
                    "\(safe(path)) is being made by another (\(safe(holder))). Wait until that is done and run this again."
            )
        case .fault(let path): return unexpected(path)
        }
    }

    /// The sentence for an error of writing.
    static func text(_ error: OutputError) -> String { text(ConversionError.output(error)) }

    private static func cannotWrite(_ path: String, _ problem: Text) -> String {
        Say.text(
            nl: "\(safe(path)) kan niet worden geschreven: \(problem.nl).",
            en: "\(safe(path)) cannot be written: \(problem.en).")
    }

    /// The sentence for a mistake of this program with what stands at `path`.
    static func unexpected(_ path: String) -> String {
        Say.text(
            nl: "\(safe(path)): onverwachte fout in maatwerk \(Version.tool). Meld dit bij de beheerder van maatwerk.",
            en: "\(safe(path)): unexpected error in maatwerk \(Version.tool). Please tell who maintains maatwerk.")
    }

    /// The sentence for what nobody foresaw, about what stands at `path`.
    static func text(unforeseen error: any Error, _ path: String) -> String {
        switch error {
        case let error as ConversionError: text(error)
        case let error as IntakeError: text(error)
        case let error as OutputError: text(error)
        default: unexpected(path)
        }
    }

    /// A path or name with numbers masked that may not be shown, and everything that steers a terminal made visible.
    static func safe(_ path: String) -> String { VisibleText.escaped(Masking.safeName(PathText.shown(path))) }
}

/// What stands in a folder that is not what was expected, and what it looks like.
struct FolderContents {
    private let path: String
    private let isFolder: Bool
    private let names: [String]

    /// What a command wanted.
    enum Expectation { case submission, register }

    /// How many names are shown.
    private static let mostNames = 6

    init(_ path: String) {
        self.path = path
        isFolder = FileSystem.kind(of: path) == .folder
        names = isFolder ? ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() : []
    }

    /// What was found, as sentences that follow on what was expected, with a blank before them.
    func words(expecting expectation: Expectation) -> String {
        " " + ([found, hint(expectation)].compactMap(\.self)).joined(separator: " ")
    }

    private var found: String {
        guard isFolder else {
            // Of a zip with nothing in it, or with nothing but what a system left there.
            return path.lowercased().hasSuffix(".zip")
                ? Say.text(nl: "In dit zipbestand staat geen tabel.", en: "There is no table in this zip.")
                : Say.text(nl: "Dit is een bestand.", en: "This is a file.")
        }
        let shown = names.filter { !$0.hasPrefix(".") }
        guard !shown.isEmpty else { return Say.text(nl: "Deze map is leeg.", en: "This folder is empty.") }
        let list = Text(listing: shown.map(Failure.safe), most: Self.mostNames)
        return Say.text(nl: "In deze map staan: \(list.nl).", en: "This folder holds: \(list.en).")
    }

    private func hint(_ expectation: Expectation) -> String? {
        let has = { (name: String) in names.contains { $0.lowercased() == name } }
        let safe = Failure.safe(path)
        switch expectation {
        case .submission where has("contracten.csv"):
            return Say.text(
                nl: "Dit lijkt een contractregister: geef het mee als --register \(safe).",
                en: "This looks like a contract register: give it as --register \(safe).")
        case .submission where has(ResultLayout.data) || has(ResultLayout.findings):
            return Say.text(
                nl: "Dit lijkt een resultaat van maatwerk convert, geen inzending.",
                en: "This looks like a result of maatwerk convert, not a submission.")
        case .submission where names.contains(where: { holdsTable($0) }):
            return Say.text(
                nl: "Dit lijkt een map met inzendingen: geef de inzendingen zelf, dus \(safe)/*.",
                en: "This looks like a folder of submissions: give the submissions themselves, so \(safe)/*.")
        case .register where has("voorblad.csv") || has("inzet.csv"):
            return Say.text(
                nl: "Dit lijkt een inzending: geef haar zonder --register.",
                en: "This looks like a submission: give it without --register.")
        case .register
        where names.contains(where: { FileManager.default.fileExists(atPath: "\(path)/\($0)/contracten.csv") }):
            return Say.text(
                nl: "Een map daarin heeft wel contracten.csv: geef die.",
                en: "A folder in it has contracten.csv: give that one.")
        case .submission, .register: return nil
        }
    }

    /// Whether the folder `name` in this one looks like a submission.
    private func holdsTable(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(name)/voorblad.csv")
            || name.lowercased().hasSuffix(".xlsx") || name.lowercased().hasSuffix(".zip")
    }
}
