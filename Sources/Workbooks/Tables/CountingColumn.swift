import Assessments
import Intake
import SocialReturnModel

/// A column with 1 on the rows that a figure of *Samenvatting* counts, and nothing on the others: its sum is the figure, at any size
/// of the sheet. Comparing every row with every other would take a spreadsheet program hours.
struct CountingColumn: Sendable {
    /// What formulas know the column by; also its heading in Dutch.
    let key: String
    /// What stands above the column.
    let heading: Text
    /// Whether each accepted row counts, in the order of the sheet.
    private let marks: [Bool]

    /// The column that is 1 on the first row of every person.
    static let persons = "telt als persoon"
    /// The column that is 1 on the first row of every person under the row's contract; there where that differs from ``persons``.
    static let personsOfContract = "telt als persoon bij contract"
    /// The column that is 1 on every row for which no evidence is named.
    static let withoutEvidence = "zonder bewijs"

    /// The column that is 1 on every row that realises something in the period; there where a row does not.
    static let ofPeriod = "telt in deze periode"

    /// Whether the row on `line` counts.
    func counts(line: Int) -> Bool { marks[line] }

    /// A column; nil when no row counts.
    private init?(_ key: String, _ english: String, _ marks: [Bool]) {
        guard marks.contains(true) else { return nil }
        self.init(key, english, all: marks)
    }

    /// A column, whether or not any row counts.
    private init(_ key: String, _ english: String, all marks: [Bool]) {
        self.key = key
        heading = Text(nl: key, en: english)
        self.marks = marks
    }

    /// The columns of each table of `submission` that has any.
    static func all(_ assessment: Assessment) -> [TableID: [CountingColumn]] {
        let (submission, counting) = (assessment.submission, assessment.realisation.counting)
        var named = [Bool](repeating: false, count: submission.symbols.count)
        if let evidence = submission.evidence {
            for index in evidence.acceptedIndices {
                if let reference = evidence.rows[index].belongsTo { named[Int(reference.rawValue)] = true }
            }
        }
        let lacksEvidence = { (name: Symbol?) in name.map { !named[Int($0.rawValue)] } ?? false }
        var columns: [TableID: [CountingColumn]] = [:]
        if let table = submission.placements {
            let marks = table.acceptedIndices.map { lacksEvidence(table.rows[$0].id) }
            columns[.placements] = persons(of: table, counting[.placements]) + [without(marks)].compactMap { $0 }
        }
        if let table = submission.purchases {
            let marks = table.acceptedIndices.map { lacksEvidence(table.rows[$0].invoiceNumber) }
            columns[.purchases] = [without(marks)].compactMap { $0 }
        }
        func addOfPeriod<Row: TableRow>(_ table: TableData<Row>?) {
            guard let table, let all = counting[table.source.id] else { return }
            let marks = table.acceptedIndices.map { all[$0] }
            guard marks.contains(false) else { return }
            columns[table.source.id, default: []].append(CountingColumn(ofPeriod, "counts in this period", all: marks))
        }
        addOfPeriod(submission.placements)
        addOfPeriod(submission.purchases)
        addOfPeriod(submission.activities)
        return columns
    }

    private static func without(_ marks: [Bool]) -> CountingColumn? {
        CountingColumn(withoutEvidence, "without evidence", marks)
    }

    private static func persons(of table: TableData<Placement>, _ counting: [Bool]?) -> [CountingColumn] {
        guard let counting else { return [] }
        struct Pair: Hashable {
            let person: Symbol
            let contract: Symbol?
        }
        // Who stands in one row is new under its contract, and hardly anybody stands in more.
        let repeated = SymbolSet.repeated(\.participant, in: table)
        var (persons, pairs) = (SymbolSet(), Set<Pair>())
        var (first, firstOfContract): ([Bool], [Bool]) = ([], [])
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard counting[index], let person = row.participant else {
                first.append(false)
                firstOfContract.append(false)
                continue
            }
            first.append(persons.insert(person))
            firstOfContract.append(
                !repeated.contains(person) || pairs.insert(Pair(person: person, contract: row.contract)).inserted)
        }
        return [
            CountingColumn(Self.persons, "counts as person", first),
            first == firstOfContract
                ? nil : CountingColumn(personsOfContract, "counts as person under contract", firstOfContract),
        ].compactMap { $0 }
    }
}
