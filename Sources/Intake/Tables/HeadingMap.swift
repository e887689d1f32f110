import DelimitedText
import SocialReturnModel

/// Which record of a file holds the headings, and which field holds which column.
struct HeadingMap {
    /// The record with the headings; -1 when the file has no records.
    private(set) var record = -1
    /// The field of each column of the definition; -1 when it is missing.
    private(set) var fieldOfColumn: [Int]
    /// The other fields, with their headings.
    private(set) var extraColumns: [ExtraColumn] = []
    /// What is odd about the headings.
    private(set) var observations: [Observation] = []

    /// Lines above the headings that are looked through: a title, a date, an explanation.
    static let searchDepth = 40

    /// Finds the headings of `facts` in `cells`. Columns of `companion` are not reported as unknown.
    init(_ cells: DelimitedTable, _ facts: TableFacts, companion: TableFacts? = nil) {
        fieldOfColumn = Array(repeating: -1, count: facts.columns.count)
        record = Self.headerRecord(in: cells, Self.positions(of: facts)).record
        guard record >= 0 else { return }
        assignFields(cells, facts, companion: companion.map(Self.positions) ?? [:])
        if cells.detection.separator.basis == .unclear, fieldOfColumn.allSatisfy({ $0 < 0 }) {
            // Nothing was split: that is one thing to say, and not one for every column as well.
            observations.removeAll { $0.kind == .headingUnknown }
            return
        }
        for (index, column) in facts.columns.enumerated() where column.isRequired && fieldOfColumn[index] < 0 {
            observations.append(Observation(.requiredColumnMissing, Place(facts.id, column: .known(index))))
        }
    }

    /// The record of `cells` with the headings of `facts`; -1 when there are no records. What stands below is not looked at.
    static func headerRecord(in cells: DelimitedTable, of facts: TableFacts) -> Int {
        headerRecord(in: cells, positions(of: facts)).record
    }

    /// Whether `cells` name every required column of `facts`.
    static func hasRequiredColumns(of facts: TableFacts, in cells: DelimitedTable) -> Bool {
        requiredColumnsFound(in: cells, facts) == facts.columns.count(where: \.isRequired)
    }

    /// The number of required columns of `facts` that the best heading record of `cells` names.
    static func requiredColumnsFound(in cells: DelimitedTable, _ facts: TableFacts) -> Int {
        let positions = positions(of: facts)
        let (record, _) = headerRecord(in: cells, positions)
        guard record >= 0 else { return 0 }
        let found = Set(
            (0..<cells.fieldCount(of: record)).compactMap { positions[FoldedName.fold(cells.text(record, $0))] })
        return found.filter { facts.columns[$0].isRequired }.count
    }

    /// The columns of `facts` by every folded spelling of their names.
    private static func positions(of facts: TableFacts) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (index, column) in facts.columns.enumerated() {
            positions[FoldedName.fold(column.name)] = index
        }
        for (index, column) in facts.columns.enumerated() {
            for alias in column.aliases where positions[FoldedName.fold(alias)] == nil {
                positions[FoldedName.fold(alias)] = index
            }
        }
        return positions
    }

    /// The record in which most columns are named; the first with a value when none names two.
    private static func headerRecord(
        in cells: DelimitedTable, _ positions: [String: Int]
    ) -> (record: Int, score: Int) {
        var best = (record: -1, score: 1)
        var firstFilled = -1
        for record in 0..<min(cells.recordCount, searchDepth) where !cells.isBlank(record) {
            if firstFilled < 0 { firstFilled = record }
            let score = (0..<cells.fieldCount(of: record))
                .count { positions[FoldedName.fold(cells.text(record, $0))] != nil }
            if score > best.score { best = (record, score) }
        }
        return best.record >= 0 ? best : (firstFilled, 0)
    }

    private mutating func assignFields(_ cells: DelimitedTable, _ facts: TableFacts, companion: [String: Int]) {
        let positions = Self.positions(of: facts)
        var seen: Set<String> = []
        let filled = Self.filledFields(of: cells, after: record)
        for field in 0..<max(cells.fieldCount(of: record), filled?.count ?? 0) {
            let heading = cells.text(record, field).trimmingBlanks
            let folded = FoldedName.fold(heading)
            let isDouble = !folded.isEmpty && !seen.insert(folded).inserted
            if let column = positions[folded], fieldOfColumn[column] < 0 {
                fieldOfColumn[column] = field
            } else if companion[folded] != nil, positions[folded] == nil, !isDouble {
                continue  // a column of the cover, which is read apart
            } else if folded.isEmpty,
                filled.map({ field >= $0.count || !$0[field] })
                    ?? Self.isEmpty(cells, field: field, after: record)
            {
                continue
            } else {
                addExtra(cells, facts, field: field, heading: heading, isDouble: isDouble || positions[folded] != nil)
            }
        }
    }

    private mutating func addExtra(
        _ cells: DelimitedTable, _ facts: TableFacts, field: Int, heading: String, isDouble: Bool
    ) {
        let refusal = RefusedHeading(heading: heading, in: facts.id)
        let identifier = refusal == nil ? OrganisationIdentifier(heading: heading) : nil
        extraColumns.append(
            ExtraColumn(
                field: field, heading: heading.isEmpty ? "kolom \(field + 1)" : Masking.safeHeading(heading),
                identifier: identifier, isRefused: refusal != nil))
        let place = Place(facts.id, column: .extra(extraColumns.count - 1))
        if let refusal {
            observations.append(Observation(refusal.observation, place))
        } else if isDouble {
            observations.append(Observation(.headingDouble, place))
        } else if identifier == nil {
            observations.append(Observation(.headingUnknown, place))
        }
    }

    /// Which fields of a sheet have a value below the headings, also to the right of them; nil for a file of text, whose rows have no more
    /// fields than there are headings.
    private static func filledFields(of cells: DelimitedTable, after header: Int) -> [Bool]? {
        guard case .worksheet = cells.detection.encoding else { return nil }
        var filled: [Bool] = []
        for record in header + 1..<max(cells.recordCount, header + 1) {
            let fields = cells.fieldCount(of: record)
            if fields > filled.count { filled += repeatElement(false, count: fields - filled.count) }
            for field in 0..<fields where !filled[field] {
                filled[field] = cells.withCell(record, field) { !CellReader.trim($0).range.isEmpty }
            }
        }
        return filled
    }

    private static func isEmpty(_ cells: DelimitedTable, field: Int, after header: Int) -> Bool {
        (header + 1..<max(cells.recordCount, header + 1)).allSatisfy { record in
            cells.withCell(record, field) { CellReader.trim($0).range.isEmpty }
        }
    }
}

extension String {
    /// The text without blanks of any kind at its ends.
    var trimmingBlanks: String {
        var text = self
        return text.withUTF8 { bytes in
            String(decoding: bytes[CellReader.trim(bytes).range], as: UTF8.self)
        }
    }
}
