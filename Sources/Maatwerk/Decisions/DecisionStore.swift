import Exchange
import Glibc
import Intake
import Plumbing
import SocialReturnModel

/// What keeps decisions from being kept in the register.
public enum DecisionError: Error, Sendable, Hashable {
    /// A workbook, or the file of the register, cannot be read.
    case intake(IntakeError)
    /// The file of the register cannot be written.
    case output(OutputError)
    /// Another process writes it, and takes very long; the words say which and since when.
    case held(path: String, by: String)
    /// The report at the path stood in the folder of a result that nobody asked it from, and is about contracts of others only.
    case ofOthers(path: String)
}

/// `besluiten.csv` in the register of a folder: decisions are added to it, one process at a time, and nothing in it is changed.
public struct DecisionStore: Sendable {
    /// The register's folder.
    public let folder: String

    /// The store in the register at `folder`.
    public init(_ folder: String) { self.folder = folder }

    /// For how long another process is waited for, and how often is asked, in seconds.
    private static let patience = 60.0, interval = 0.02

    /// Adds what is new in `filled`, written down on `day`. The file is whole at any moment: it is written beside its place and renamed.
    ///
    /// - Parameters:
    ///   - filled: what somebody filled in.
    ///   - day: the day on which it is written down.
    ///   - known: the register, to tell which contracts it has.
    /// - Throws: ``DecisionError``; then the file is as it was.
    public func add(
        _ filled: FilledDecisions, on day: Day, _ known: ContractRegister?
    ) throws(DecisionError) -> DecisionCollection {
        let slot = try hold()
        defer { slot?.giveBack() }
        let file: DecisionFile
        do { file = try DecisionFile.read(in: folder, known?.knownOrganisations ?? KnownOrganisations()) } catch {
            throw .intake(error)
        }
        let collection = Self.collection(filled, file.decisions, on: day, known)
        if !collection.added.isEmpty { try write(collection.added, to: file) }
        return collection
    }

    /// What becomes of `filled` beside the decisions that are `kept` already.
    private static func collection(
        _ filled: FilledDecisions, _ kept: Decisions, on day: Day, _ known: ContractRegister?
    ) -> DecisionCollection {
        var collection = DecisionCollection(filled, kept)
        for decision in writable(filled.decisions) {
            var decision = decision
            decision.recordedOn = day
            switch collection.decisions.add(decision) {
            case .known: collection.knownCount += 1
            case .added: collection.added.append(decision)
            case .conflicting(let others):
                collection.added.append(decision)
                collection.conflicts.append((decision, others))
            }
            if !decision.contract.isEmpty, let known,
                known.symbols.symbol(for: decision.contract).flatMap({ known.contract($0) }) == nil
            {
                collection.unknownContracts.insert(decision.contract)
            }
        }
        return collection
    }

    private func write(_ added: [Decision], to file: DecisionFile) throws(DecisionError) {
        var bytes = file.beginning
        for decision in added { append(decision, of: file, to: &bytes) }
        do throws(OutputError) {
            let output = try OutputFile(at: folder + "/" + file.name)
            try output.write { [bytes] in $0.append(contentsOf: bytes) }
            try output.finish()
        } catch { throw .output(error) }
    }

    /// The decisions as the file can hold them: what steers a terminal is shown.
    static func writable(_ decisions: [Decision]) -> [Decision] {
        decisions.map { decision in
            var decision = decision
            decision.cells = decision.cells.map { VisibleText.escaped($0, keepsLineBreaks: true) }
            return decision
        }
    }

    private func append(_ decision: Decision, of file: DecisionFile, to bytes: inout [UInt8]) {
        let values: [(PartialKeyPath<RegisterDecision>, String)] = [
            (\.contract, decision.contract), (\.topic, decision.topic.text), (\.period, decision.period),
            (\.agreement, decision.agreement), (\.owner, decision.owner), (\.dueBy, decision.dueBy),
            (\.remark, decision.remark), (\.recordedOn, decision.recordedOn?.formatted(.dutch) ?? ""),
            (\.origin, decision.origin),
        ]
        let byColumn = Dictionary(uniqueKeysWithValues: values.map { (RegisterDecision.table.index(of: $0), $1) })
        let fields = file.columns.map { column in
            PeopleCSV.field(column.flatMap { byColumn[$0] } ?? "", separator: file.separator)
        }
        bytes += Array(fields.joined(separator: String(UnicodeScalar(file.separator))).utf8) + file.lineEnd
    }

    /// Takes the file for this process; no slot where the disk knows no locks.
    private func hold() throws(DecisionError) -> Slot? {
        let path = folder + "/.besluiten.slot"
        var waited = 0.0
        while true {
            switch Slot.take(path) {
            case .taken(let slot): return slot
            case .failed(let number) where Staging.isFinal(number):
                throw .output(.cannotWrite(path: folder + "/" + DecisionFile.standardName, errorNumber: number))
            case .failed: return nil
            case .held(let holder):
                guard waited < Self.patience else {
                    throw .held(path: folder + "/" + DecisionFile.standardName, by: holder.words)
                }
                usleep(useconds_t(Self.interval * 1_000_000))
                waited += Self.interval
            }
        }
    }
}
