import Consolidations
import Plumbing
import Exchange
import FoundationEssentials
import Intake
import Parameters
import Rules
import SocialReturnModel
import Assessments
import Valuations
import Workbooks

/// What is the same for every submission of a run: the register, the valuation tables, limits, language and clock.
///
/// A toolkit is a value without state; several threads may use one at the same time.
public struct Toolkit: Bilingual, Sendable {
    /// The contract register, when one was given.
    public internal(set) var register: ContractRegister?
    /// The folder from which the register was read; nil for one from elsewhere.
    public private(set) var registerPath: String?
    /// The valuation tables: the built-in ones and the register's own.
    public private(set) var tables: ValuationTables
    /// Rules of a department that judge along with those of the catalogue.
    public let rules: DepartmentRules
    /// The day whose rules and limits judge; without it the newest rules do.
    public var rulesAsOf: Day?
    /// Results of earlier periods and of other suppliers.
    public private(set) var earlier: EarlierReports
    /// The language of messages and workbooks.
    public var language: Language
    /// From whom letters are sent; with it each result has a mail that is ready to be sent.
    public var sender: MailAddress?
    /// The day of SOURCE_DATE_EPOCH, when it is set. Without it each submission's own date counts.
    public var clock: Day?

    /// A toolkit for the register in the folder at `registerPath`, with the department's own `rules` and with the results in the folders `previousPaths`: those of earlier
    /// periods, and those of other suppliers for the rules that lay suppliers side by side.
    ///
    /// - Throws: `IntakeError` when the register cannot be read.
    public init(
        registerPath: String? = nil, rules: DepartmentRules = .none, previousPaths: [String] = [],
        language: Language = .dutch, clock: Day? = nil
    ) throws(IntakeError) {
        let register: ContractRegister?
        if let registerPath { register = try ContractRegister.read(at: registerPath) } else { register = nil }
        self.init(register: register, rules: rules, language: language, clock: clock)
        self.registerPath = registerPath
        var reports: [EarlierReport] = []
        for path in previousPaths { reports += try EarlierReport.read(at: path) }
        earlier = EarlierReports(reports, register: register)
    }

    /// A toolkit for a register that was read already, with the department's own `rules`.
    public init(
        register: ContractRegister?, rules: DepartmentRules = .none, language: Language = .dutch, clock: Day? = nil
    ) {
        self.register = register
        self.rules = rules
        tables = ValuationTables(register: register)
        earlier = EarlierReports(register: register)
        self.language = language
        self.clock = clock
    }

    /// Whether tables from second hand stand beside the others on *Elders*.
    public var showsSecondHandTables: Bool {
        get { tables.showsSecondHand }
        set { tables.showsSecondHand = newValue }
    }

    /// Leaves the register as it is, wherever it came from.
    mutating func forgetRegisterFolder() { registerPath = nil }

    /// Reads and judges the submission at `path`: a folder, a zip of one, a workbook or one CSV file.
    ///
    /// - Throws: `IntakeError` when there is nothing to read.
    public func check(_ path: String) throws(IntakeError) -> Assessment {
        try check(SubmissionFiles(at: path))
    }

    /// Reads and judges a submission whose files are at hand.
    ///
    /// - Throws: `IntakeError` when there is nothing to read.
    public func check(_ files: consuming SubmissionFiles) throws(IntakeError) -> Assessment {
        let submission = try SubmissionReader.read(consume files, register: register)
        return Assessment(
            of: submission, register: register, tables: tables,
            previous: earlier.of(submission.coverRow.supplierKvK), others: earlier.others, rulesAsOf: rulesAsOf,
            department: rules, clock: clock)
    }
}

extension EarlierReport {
    /// The earlier submissions among the results at `path`: one result folder, or a folder of them.
    ///
    /// - Throws: ``IntakeError`` when the path holds no result.
    static func read(at path: String) throws(IntakeError) -> [EarlierReport] {
        let own = PathName(path).appending(ResultLayout.data)
        if FileManager.default.fileExists(atPath: own) { return [try result(path, data: own)] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            // A file is there, and holds no result.
            throw FileSystem.kind(of: path) == .file ? .noTables(path: path) : .notFound(path: path)
        }
        var reports: [EarlierReport] = []
        for name in names.sorted() {
            let folder = PathName(path).appending(name)
            let data = PathName(folder).appending(ResultLayout.data)
            if FileManager.default.fileExists(atPath: data) { reports.append(try result(folder, data: data)) }
        }
        guard !reports.isEmpty else { throw .noTables(path: path) }
        return reports
    }

    private static func result(_ folder: String, data: String) throws(IntakeError) -> EarlierReport {
        let files = try SubmissionFiles(at: data).files.filter { $0.name != DataPackage.rejectedRowsName }
        let name = PathName(folder).lastOfPlace
        let submission = try SubmissionReader.read(SubmissionFiles(name: name, files: files), areResults: true)
        // A damaged number would be an empty cell, and what was realised before too little.
        if let damage = ResultDamage.first(in: submission, folder: data) {
            throw .damagedResult(path: damage.file ?? data, line: damage.line)
        }
        let head = FindingsHead(ofFileAt: PathName(folder).appending(ResultLayout.findings))
        return EarlierReport(
            submission: submission, digests: DataPackage.sourceDigests(in: files), corrects: head?.corrects)
    }
}
