import Intake
import Rules
import SocialReturnModel

/// What a report needs and lacks, as places that the supplier can fill in: whole sheets, columns, and rows of which a part is known already.
///
/// What is filled in beforehand comes from the supplier's own report, from its earlier one, or is the same for everybody. The register gives a
/// name only to who wrote the number that goes with it.
public struct OpenPlaces: Sendable {
    /// A row to fill in.
    public struct Row: Sendable, Hashable {
        /// What is known already, by the position of the column in the definition.
        public let cells: [Int: String]
        /// How much it matters; nil for a row that may stay empty.
        public let severity: Severity?
        /// Whether nothing is lacking, so that the row counts as it stands.
        public let isComplete: Bool
        /// What to fill in.
        public let task: Text

        /// - Parameter isProposal: whether the supplier has to add something although every required column has a value.
        init(
            _ table: TableID, _ cells: [String: String], _ severity: Severity?, _ task: Text, isProposal: Bool = false
        ) {
            let facts = AllTables.facts(table)
            self.cells = cells.reduce(into: [:]) { known, cell in
                if let column = facts.index(of: cell.key), !cell.value.isEmpty { known[column] = cell.value }
            }
            let known = self.cells
            isComplete =
                !isProposal && facts.columns.indices.allSatisfy { !facts.columns[$0].isRequired || known[$0] != nil }
            self.severity = severity
            self.task = task
        }
    }

    /// A column that a table lacks.
    public struct Column: Sendable, Hashable {
        /// Its position in the definition.
        public let index: Int
        /// How much it matters in every row; nil where findings say in which rows it is asked.
        public internal(set) var severity: Severity?
    }

    /// The tables that were not delivered and have a place to fill in, in the order of the interface.
    public private(set) var sheets: [TableID] = []
    /// The columns that a delivered table lacks, by table.
    public private(set) var columns: [TableID: [Column]] = [:]
    /// The rows to fill in, by table.
    public private(set) var rows: [TableID: [Row]] = [:]
    /// The fields of a delivered table whose heading is asked about, with the findings that do, by table.
    public private(set) var headings: [TableID: [Int: [Int]]] = [:]

    /// How many rows a sheet has for what may be reported.
    public static let offeredRows = 10
    /// How many rows are made ready in a table. Whoever lacks more fills in rows of its own.
    static let mostRows = 2_000

    /// No places.
    init() {}

    /// The places for what `findings` of `assessment` ask, which are the positions of those that the supplier reads.
    ///
    /// - Parameter notTested: what could not be tested as a table is not there.
    init(_ assessment: Assessment, findings: [Int], notTested: [NotTestedGroup]) {
        let submission = assessment.submission
        for position in findings { note(assessment.findings.all[position], position, assessment) }
        if submission.cover == nil { rows[.cover] = [Self.cover(assessment)] }
        let evidence = EvidenceRows(assessment)
        if !evidence.rows.isEmpty { rows[.evidence] = evidence.rows }
        var asked = Set(rows.keys)
        for rule in notTested.flatMap(\.rules) {
            for case .table(let table) in Catalogue.entry(at: Int16(rule)).facts.needs { asked.insert(table) }
        }
        sheets = asked.filter { TableID.submission.contains($0) && submission.source(of: $0) == nil }.sorted()
        for table in sheets where rows[table] == nil {
            rows[table] = Array(repeating: Row(table, [:], nil, Text(verbatim: "")), count: Self.offeredRows)
        }
    }

    /// The place for what one finding asks.
    private mutating func note(_ finding: Finding, _ position: Int, _ assessment: Assessment) {
        let table = finding.place.table
        guard TableID.submission.contains(table) else { return }
        guard let source = assessment.submission.source(of: table), source.headerRecord >= 0 else {
            if table != .cover, table != .evidence, !finding.place.isInRow { addRow(for: finding, assessment) }
            return
        }
        if !finding.place.isInRow, let field = assessment.headingField(of: finding) {
            headings[table, default: [:]][field, default: []].append(position)
            return
        }
        if !finding.place.isInRow, table != .cover, isAboutContract(finding, assessment) {
            return addRow(for: finding, assessment)
        }
        if !finding.place.isInRow, finding.severity == .error, source.fieldOfColumn.allSatisfy({ $0 < 0 }) {
            // Nothing of it could be split into columns: every column that is needed is there to be filled in.
            columns[table] = source.facts.columns.indices.filter { source.facts.columns[$0].isRequired }.map {
                Column(index: $0, severity: finding.severity)
            }
            return
        }
        if finding.place.column == .none || finding.place.column.isOfFeedback { return }
        guard let column = finding.place.column.knownIndex, source.field(of: finding.place.column) == nil else {
            return
        }
        let severity = finding.place.isInRow ? nil : finding.severity
        if let known = columns[table]?.firstIndex(where: { $0.index == column }) {
            let worst = [columns[table]?[known].severity, severity].compactMap(\.self).max()
            columns[table]?[known].severity = worst
        } else {
            columns[table, default: []].append(Column(index: column, severity: severity))
        }
    }

    /// Whether what `finding` tells is the number of a contract, and its table asks for one.
    private func isAboutContract(_ finding: Finding, _ assessment: Assessment) -> Bool {
        guard case .text = finding.detail, AllTables.facts(finding.place.table).index(of: "contractnummer") != nil
        else {
            return false
        }
        let words = assessment.findings.words(finding.detail, .dutch)
        return assessment.submission.symbols.symbol(for: words).map { assessment.context.terms[$0] != nil } ?? false
    }

    /// A row for a finding about a table that is not there, with the contract that it names.
    private mutating func addRow(for finding: Finding, _ assessment: Assessment) {
        let table = finding.place.table
        guard rows[table, default: []].count < Self.mostRows else { return }
        let words = assessment.findings.words(finding.detail, .dutch)
        let isContract = isAboutContract(finding, assessment)
        rows[table, default: []].append(
            Row(
                table, isContract ? ["contractnummer": words] : [:], finding.severity,
                Text(
                    nl: assessment.describe(finding, .dutch, isOnSheets: true).remedy,
                    en: assessment.describe(finding, .english, isOnSheets: true).remedy)))
    }

    /// The cover with what is known of it.
    private static func cover(_ assessment: Assessment) -> Row {
        var cells = ["sjabloonversie": TemplateVersion.current]
        if let supplier = assessment.namedSupplier {
            cells["leverancier_kvk"] = supplier.kvk.description
            cells["leverancier_naam"] = supplier.name
        }
        return Row(
            .cover, cells, .error,
            Text(
                nl: "Vul hier in wie rapporteert en over welke periode.",
                en: "Fill in here who reports, and on which period."))
    }
}

extension Assessment {
    /// The field of the heading that `finding` is about: one that we do not know, or that stands twice, or that may be an own word.
    fileprivate func headingField(of finding: Finding) -> Int? {
        guard let source = submission.source(of: finding.place.table) else { return nil }
        if let number = finding.proposal, finding.place.column.knownIndex != nil {
            return source.field(of: .extra(number - 1))
        }
        return finding.place.column.extraIndex.flatMap { source.field(of: .extra($0)) }
    }

    /// The supplier of the contracts in the rows, where the rows name its KvK number as well: what the register knows of anybody else is
    /// not told to who writes down a contract number.
    fileprivate var namedSupplier: (kvk: KvKNumber, name: String)? {
        guard let register = context.register else { return nil }
        let suppliers = Set(context.terms.keys.compactMap { register.contract($0)?.row.supplier })
        guard suppliers.count == 1, let kvk = suppliers.first else { return nil }
        let isNamed = submission.placements?.rows.contains { $0.employer == kvk } ?? false
        guard isNamed else { return nil }
        let name = register.suppliers.flatMap { table in
            table.rows.first { $0.kvk == kvk }.map { table.source.text($0.name) }
        }
        return (kvk, name ?? "")
    }
}

/// The rows for evidence of placements and invoices for which none is named.
private struct EvidenceRows {
    private(set) var rows: [OpenPlaces.Row] = []
    private let symbols: SymbolTable
    /// The ids of the evidence in the report.
    private var ids = SymbolSet()
    /// The ids that rows got here.
    private var given: Set<String> = []
    private var next = 1

    init(_ assessment: Assessment) {
        let submission = assessment.submission
        symbols = submission.symbols
        for row in submission.evidence?.rows ?? [] { ids.insert(row.id) }
        let earlier = Self.earlier(assessment.context)
        for (id, kind) in Self.missing(submission) {
            let name = submission.symbols[id]
            if kind == .registerCheck, earlier[name]?["soort"] != EvidenceKind.registerCheck.code {
                rows.append(
                    OpenPlaces.Row(
                        .evidence, ["bewijs_id": newID(), "hoort_bij": name, "soort": EvidenceKind.registerCheck.code],
                        .warning,
                        Text(
                            nl: "Vul bij gezien_op de dag in waarop u voor \(name) in het doelgroepregister keek.",
                            en: "At gezien_op, fill in the day on which you looked in the register for \(name)."),
                        isProposal: true))
                continue
            }
            if var known = earlier[name] {
                if let own = known["bewijs_id"], !take(own) { known["bewijs_id"] = newID() }
                known["hoort_bij"] = name
                rows.append(
                    OpenPlaces.Row(
                        .evidence, known, .warning,
                        Text(
                            nl: "Dit bewijs bij \(name) noemde u de vorige keer. Klopt het nog? Dan is dit genoeg.",
                            en: "You named this evidence of \(name) last time. Is it still right? Then this will do.")))
            } else {
                rows.append(
                    OpenPlaces.Row(
                        .evidence, ["bewijs_id": newID(), "hoort_bij": name, "soort": kind?.code ?? ""], .warning,
                        kind == .invoice
                            ? Text(
                                nl: "Noem hier het bewijs bij factuur \(name): waar het is, of wanneer u het zag.",
                                en: "Name the evidence of invoice \(name) here: where it is, or when you saw it.")
                            : Text(
                                nl: "Noem hier het bewijs bij inzet \(name).",
                                en: "Name the evidence of placement \(name) here."),
                        isProposal: true))
            }
        }
    }

    private mutating func newID() -> String {
        while !take("B-\(next)") { next += 1 }
        return "B-\(next)"
    }

    /// Whether no evidence is called `id`; from now on this one is.
    private mutating func take(_ id: String) -> Bool {
        guard !(symbols.symbol(for: id).map(ids.contains) ?? false) else { return false }
        return given.insert(id).inserted
    }

    /// The first placements and invoices without evidence, in the order of the report, each with the kind of its evidence where there is but one.
    private static func missing(_ submission: Submission) -> [(Symbol, EvidenceKind?)] {
        var (named, looked) = (SymbolSet(), SymbolSet())
        for row in submission.evidence?.rows ?? [] {
            named.insert(row.belongsTo)
            if row.kind == .registerCheck { looked.insert(row.belongsTo) }
        }
        var missing: [(Symbol, EvidenceKind?)] = []
        func ask(_ id: Symbol?, _ kind: EvidenceKind?) {
            guard let id, missing.count < OpenPlaces.mostRows,
                named.insert(id) || kind == .registerCheck && looked.insert(id)
            else { return }
            missing.append((id, kind))
        }
        for row in submission.placements?.rows ?? [] {
            ask(row.id, row.isInTargetGroupRegister ? .registerCheck : nil)
        }
        for row in submission.purchases?.rows ?? [] { ask(row.invoiceNumber, .invoice) }
        return missing
    }

    /// What earlier reports named, by what it belongs to; the last one counts.
    private static func earlier(_ context: RuleContext) -> [String: [String: String]] {
        var known: [String: [String: String]] = [:]
        for report in context.previous {
            guard let table = report.submission.evidence else { continue }
            for index in table.rows.indices {
                guard let reference = table.rows[index].belongsTo else { continue }
                var cells: [String: String] = [:]
                for (column, facts) in table.source.facts.columns.enumerated() {
                    cells[facts.name] = table.written(index, column: column)
                }
                known[report.submission.symbols[reference]] = cells
            }
        }
        return known
    }
}
