import DelimitedText
import SocialReturnModel

/// Which field of a file holds which column of a table.
struct HeadingMap {
    /// The record with the headings; -1 when the file has no records.
    let record: Int
    /// The field of each column of the definition; -1 when it is missing.
    private(set) var fieldOfColumn: [Int]
    /// The other fields, with their headings.
    private(set) var extraColumns: [ExtraColumn] = []
    /// The fields that hold columns of the cover, which is read from the same rows.
    private(set) var coverColumns: [CoverColumn] = []
    /// The columns that were found by a heading that the register lays down.
    private(set) var ownHeadings: [OwnHeading] = []
    /// What is odd about the headings.
    private(set) var observations: [Observation] = []

    /// Finds the columns of `facts` in the headings of `region`, by the headings of `index`. With `sharesCover` columns of the cover are no
    /// unknown ones.
    init(
        _ cells: DelimitedTable, _ facts: TableFacts, _ region: TableRegion, _ index: HeadingIndex = .shared,
        sharesCover: Bool = false
    ) {
        fieldOfColumn = Array(repeating: -1, count: facts.columns.count)
        record = region.header
        guard record >= 0 else { return }
        assignFields(cells, facts, region, index, sharesCover: sharesCover)
        if cells.detection.separator.basis == .unclear, fieldOfColumn.allSatisfy({ $0 < 0 }) {
            // Nothing was split: that is one thing to say, and not one for every column as well.
            observations.removeAll { $0.kind == .headingUnknown || $0.kind == .headingMissing }
            return
        }
        observeTableBeside(cells, facts, index)
        let periods = periodsBeside(cells, facts)
        let proposed = propose(cells, facts, except: periods, sharesCover: sharesCover)
        if facts.id.isSubmission, fieldOfColumn.allSatisfy({ $0 < 0 }), proposed.isEmpty, coverColumns.isEmpty {
            // A letter, or another list under the name of the table: one thing to say as well.
            observations.removeAll { $0.kind == .headingUnknown || $0.kind == .headingMissing }
            observations.append(Observation(holdsLines(cells) ? .oneColumn : .noHeadingKnown, Place(facts.id)))
            return
        }
        var missing = facts.columns.indices.filter {
            facts.columns[$0].isRequired && fieldOfColumn[$0] < 0 && !proposed.contains($0)
        }
        if let first = periods.first {
            let spread = missing.filter { [.period, .number, .money, .day].contains(facts.columns[$0].kind) }
            missing.removeAll(where: spread.contains)
            observations.append(
                spread.first.map {
                    Observation(.periodsBesideRequired, Place(facts.id, column: .known($0)), number: first + 1)
                } ?? Observation(.periodsBeside, Place(facts.id, column: .extra(first))))
        }
        for index in missing {
            observations.append(
                Observation(
                    facts.id.isSubmission ? .requiredColumnMissing : .registerColumnMissing,
                    Place(facts.id, column: .known(index))))
        }
    }

    /// Whether the headings stand in one cell, with the signs between them that part the columns of a file of text: it was opened in a
    /// program that looked for another sign, and saved as a workbook.
    private func holdsLines(_ cells: DelimitedTable) -> Bool {
        let filled = (0..<cells.fieldCount(of: record)).filter { !cells.isBlank(record, $0) }
        guard filled.count == 1, let field = filled.first else { return false }
        return cells.withCell(record, field) { cell in
            DelimitedTable.separators.contains { sign in cell.count { $0 == sign } >= 2 }
        }
    }

    /// Says once that another table stands beside this one, when the headings that are left over have all of its required columns among them:
    /// nothing of it is read, and a word for each of its columns would hide that.
    private mutating func observeTableBeside(_ cells: DelimitedTable, _ facts: TableFacts, _ index: HeadingIndex) {
        guard facts.id.isSubmission, extraColumns.count >= 3 else { return }
        let names = extraColumns.map { HeadingName(cells.text(record, $0.field)) }
        for other in TableID.submission where other != facts.id && other != .cover {
            let columns = names.map { index.column($0, of: other) }
            let found = Set(columns.compactMap(\.self))
            let required = AllTables.facts(other).columns.indices.filter {
                AllTables.facts(other).columns[$0].isRequired
            }
            guard required.count >= 3, found.isSuperset(of: required),
                let first = columns.firstIndex(where: { $0 != nil })
            else { continue }
            let beside = Set(columns.indices.filter { columns[$0] != nil })
            observations.removeAll { observation in
                [.headingUnknown, .headingDouble, .headingAlike].contains(observation.kind)
                    && observation.place.column.extraIndex.map(beside.contains) == true
            }
            observations.append(Observation(.tableBeside, Place(facts.id, column: .extra(first))))
            return
        }
    }

    /// The positions of the columns that are periods beside each other, two or more, of which nothing else is said any more.
    private mutating func periodsBeside(_ cells: DelimitedTable, _ facts: TableFacts) -> [Int] {
        guard facts.id.isSubmission, facts.id != .cover, extraColumns.count >= 2 else { return [] }
        let periods = extraColumns.indices.filter { PeriodHeading.isOne(cells.text(record, extraColumns[$0].field)) }
        guard periods.count >= 2 else { return [] }
        observations.removeAll { observation in
            [.headingUnknown, .headingAlike, .headingMissing].contains(observation.kind)
                && observation.place.column.extraIndex.map(periods.contains) == true
        }
        return periods
    }

    /// Says of each column that the file lacks, and for which an unknown heading may be an own word, which heading that is: one thing to say
    /// instead of two.
    ///
    /// - Returns: those columns.
    private mutating func propose(
        _ cells: DelimitedTable, _ facts: TableFacts, except periods: [Int], sharesCover: Bool
    ) -> Set<Int> {
        guard facts.id.isSubmission else { return [] }
        let doubles = Set(
            observations.lazy.filter { $0.kind == .headingDouble }.compactMap(\.place.column.extraIndex))
        var open = extraColumns.indices.filter {
            !extraColumns[$0].isRefused && !doubles.contains($0) && !periods.contains($0)
        }
        let heading = { [extraColumns, record] in cells.text(record, extraColumns[$0].field) }
        let meant = Self.meant(&open, of: facts.id, heading) { [fieldOfColumn] in fieldOfColumn[$0] < 0 }
        var meantOfCover: [(column: Int, position: Int)] = []
        let ofCover = Set(coverColumns.map(\.index))
        let required = Cover.table.facts.columns.indices.filter { Cover.table.facts.columns[$0].isRequired }
        if sharesCover, required.count(where: ofCover.contains) >= 2 {
            meantOfCover = Self.meant(&open, of: .cover, heading) { required.contains($0) && !ofCover.contains($0) }
        }
        let settled = Set((meant + meantOfCover).map(\.position))
        observations.removeAll { observation in
            (observation.kind == .headingUnknown || observation.kind == .headingAlike)
                && observation.place.column.extraIndex.map(settled.contains) == true
        }
        for (column, position) in meant {
            let isRequired = facts.columns[column].isRequired
            let kind: Observation.Kind =
                HeadingName(heading(position)).fits(facts.columns[column])
                ? isRequired ? .headingMeantRequired : .headingMeant
                : isRequired ? .headingOfUnitRequired : .headingOfUnit
            observations.append(Observation(kind, Place(facts.id, column: .known(column)), number: position + 1))
        }
        for (column, position) in meantOfCover {
            observations.append(
                Observation(.coverHeadingMeant, Place(facts.id, column: .extra(position)), number: column + 1))
        }
        return Set(meant.map(\.column))
    }

    /// The columns of `table` for which one of the headings at the positions `open` may stand, each with the first that does. Those positions
    /// are taken out of `open`.
    private static func meant(
        _ open: inout [Int], of table: TableID, _ heading: (Int) -> String, where isFree: (Int) -> Bool
    ) -> [(column: Int, position: Int)] {
        var meant: [Int: Int] = [:]
        for basis in HeadingProposals.Basis.allCases {
            open.removeAll { position in
                let column = HeadingProposals.shared.column(for: heading(position), of: table, basis) {
                    isFree($0) && meant[$0] == nil
                }
                guard let column else { return false }
                meant[column] = position
                return true
            }
        }
        return meant.sorted { $0.key < $1.key }.map { (column: $0.key, position: $0.value) }
    }

    /// Leaves columns out that were refused.
    mutating func leaveOut(_ refused: [CoverColumn]) {
        for column in refused where fieldOfColumn[column.index] == column.field { fieldOfColumn[column.index] = -1 }
    }

    /// Whether the record `header` of `cells` names every required column of `facts`, by the headings of `index`.
    static func namesRequiredColumns(
        of facts: TableFacts, in cells: DelimitedTable, _ header: Int, _ index: HeadingIndex = .shared
    ) -> Bool {
        guard header >= 0 else { return false }
        var found: Set<Int> = []
        for field in 0..<cells.fieldCount(of: header) {
            let name = HeadingName(cells.text(header, field))
            if let column = index.column(name, of: facts.id) { found.insert(column) }
        }
        // Without the version the present one is assumed, and said.
        let version = facts.index(of: "sjabloonversie")
        return facts.columns.indices.allSatisfy {
            !facts.columns[$0].isRequired || found.contains($0) || $0 == version
        }
    }

    private mutating func assignFields(
        _ cells: DelimitedTable, _ facts: TableFacts, _ region: TableRegion, _ index: HeadingIndex, sharesCover: Bool
    ) {
        let names = (0..<cells.fieldCount(of: record)).map { HeadingName(cells.text(record, $0)) }
        // A heading that is a name to the letter takes precedence over one that is so without its decoration.
        var columns = names.map { name in index.templateColumn(HeadingName(verbatim: name.folded), of: facts.id) }
        var taken = Set(columns.compactMap(\.self))
        for field in names.indices where columns[field] == nil {
            if let column = index.templateColumn(names[field], of: facts.id), taken.insert(column).inserted {
                columns[field] = column
            }
        }
        // What the register lays down comes behind that: a heading of the template says what it says.
        var own: Set<Int> = []
        for field in names.indices where columns[field] == nil {
            guard let column = index.ownColumn(names[field], of: facts.id), !taken.contains(column),
                RefusedHeading(heading: cells.text(record, field), in: facts.id) == nil
            else { continue }
            taken.insert(column)
            own.insert(field)
            columns[field] = column
        }
        for field in names.indices where columns[field] == nil {
            if let column = index.reorderedColumn(names[field], of: facts.id), taken.insert(column).inserted {
                columns[field] = column
            }
        }
        // A column's own name goes before another spelling of it: `Nr.` in front of `afspraak_id` numbers the rows.
        var called: [Int: Int] = [:]
        for field in names.indices {
            guard let column = columns[field], called[column] == nil,
                FoldedName.fold(facts.columns[column].name) == names[field].folded
            else { continue }
            called[column] = field
        }
        var seen: Set<String> = []
        let filled = Self.filledFields(of: cells, region)
        for field in 0..<max(names.count, filled.count) {
            let folded = names.indices.contains(field) ? names[field].folded : ""
            let isDouble = !folded.isEmpty && !seen.insert(folded).inserted
            let column = columns.indices.contains(field) ? columns[field] : nil
            if let column, fieldOfColumn[column] < 0, called[column] ?? field == field {
                fieldOfColumn[column] = field
                if own.contains(field) {
                    let heading = Masking.safeHeading(cells.text(record, field).trimmingBlanks)
                    ownHeadings.append(OwnHeading(column: column, heading: heading))
                }
                continue
            }
            let isFilled = filled.indices.contains(field) && filled[field]
            let heading = cells.text(record, field).trimmingBlanks
            if heading.isEmpty, !isFilled { continue }
            if sharesCover, column == nil, !isDouble, names.indices.contains(field),
                let ofCover = index.column(names[field], of: .cover)
            {
                coverColumns.append(CoverColumn(field: field, index: ofCover, heading: heading, in: facts.id))
                continue
            }
            addExtra(
                cells, facts, region, field: field, heading: heading, isDouble: isDouble, alike: isDouble ? nil : column
            )
        }
        if !coverColumns.isEmpty, !namesCover(cells, facts) {
            // Whoever names no period here tells nothing about the report, but about an employer or a partner.
            let others = coverColumns.filter { $0.refusal == nil && !$0.isOfTemplate }
            coverColumns.removeAll { $0.refusal == nil && !$0.isOfTemplate }
            for other in others {
                addExtra(
                    cells, facts, region, field: other.field, heading: cells.text(record, other.field).trimmingBlanks)
            }
        }
        for (index, column) in coverColumns.enumerated() {
            guard let refusal = column.refusal,
                refusal.isAboutHeading || Self.holdsValues(cells, region, column.field)
            else { continue }
            let place = Place(facts.id, column: .extra(extraColumns.count + index))
            observations.append(Observation(refusal.observation, place))
        }
    }

    /// Whether the headings name who reports and on which period, in words of the template or in own ones.
    private func namesCover(_ cells: DelimitedTable, _ facts: TableFacts) -> Bool {
        var named = Set(coverColumns.map(\.index))
        if let period = facts.index(of: "periode"), fieldOfColumn[period] >= 0 {
            named.insert(Cover.table.index(of: \.period))
        }
        for extra in extraColumns where !extra.isRefused {
            let heading = cells.text(record, extra.field)
            if let column = HeadingProposals.shared.column(byWord: heading, of: .cover, where: { _ in true }) {
                named.insert(column)
            }
        }
        return named.isSuperset(of: [
            Cover.table.index(of: \.supplierKvK), Cover.table.index(of: \.supplierName),
            Cover.table.index(of: \.period),
        ])
    }

    /// Adds a column that the definition does not know. One without a heading that numbers the rows, as programs write it in front of a table,
    /// needs no word.
    private mutating func addExtra(
        _ cells: DelimitedTable, _ facts: TableFacts, _ region: TableRegion, field: Int, heading: String,
        isDouble: Bool = false, alike column: Int? = nil
    ) {
        let refusal = RefusedHeading(heading: heading, in: facts.id)
        let identifier = refusal == nil ? OrganisationIdentifier(heading: heading) : nil
        extraColumns.append(
            ExtraColumn(
                field: field,
                heading: heading.isEmpty ? "\(SourceTable.unheaded)\(field + 1)" : Masking.safeHeading(heading),
                identifier: identifier, isRefused: refusal != nil))
        let place = Place(facts.id, column: .extra(extraColumns.count - 1))
        if let refusal {
            if refusal.isAboutHeading || Self.holdsValues(cells, region, field) {
                observations.append(Observation(refusal.observation, place))
            }
        } else if isDouble {
            observations.append(Observation(.headingDouble, place))
        } else if let column {
            observations.append(Observation(.headingAlike, place, number: column + 1))
        } else if heading.isEmpty || Self.isNoHeading(heading) {
            if !Self.numbersRows(cells, region, field) {
                observations.append(Observation(.headingMissing, place, number: field + 1))
            }
        } else if identifier == nil || identifier == .kvk {
            // Of a KvK number alone nobody knows whose it is.
            observations.append(Observation(.headingUnknown, place))
        }
    }

    /// Whether anything stands in `field` that was not made unreadable before: a column that was emptied, as was asked, is in nobody's way. It
    /// stays refused, so that its heading is told and nothing of it is kept.
    private static func holdsValues(_ cells: DelimitedTable, _ region: TableRegion, _ field: Int) -> Bool {
        region.ranges.contains { range in
            range.contains { record in
                record < cells.recordCount && field < cells.fieldCount(of: record)
                    && cells.withTrimmedCell(record, field) { $0.contains { $0 != Masking.mask } }
            }
        }
    }

    /// Whether a program wrote `heading` above a column without one: `Unnamed: 0`.
    static func isNoHeading(_ heading: String) -> Bool {
        let rest = heading.lowercased().trimmingPrefix("unnamed: ")
        return rest.count < heading.count && !rest.isEmpty && rest.allSatisfy(\.isNumber)
    }

    /// Whether the values in `field` are whole numbers that go up by one from row to row, from 0 or 1 on.
    private static func numbersRows(_ cells: DelimitedTable, _ region: TableRegion, _ field: Int) -> Bool {
        var next: Int?
        for range in region.ranges {
            for record in range where record < cells.recordCount && !cells.isBlank(record) {
                let number = cells.withTrimmedCell(record, field) { cell in
                    cell.count <= 9 ? Int(String(decoding: cell, as: UTF8.self)) : nil
                }
                guard let number, number == next ?? number, next != nil || number == 0 || number == 1 else {
                    return false
                }
                next = number + 1
            }
        }
        return next != nil
    }

    /// Which fields have a value below the headings; on a sheet also to the right of them. One pass over the cells, however many columns
    /// there are.
    private static func filledFields(of cells: DelimitedTable, _ region: TableRegion) -> [Bool] {
        var isSheet = false
        if case .worksheet = cells.detection.encoding { isSheet = true }
        // In a file of text, what stands to the right of the headings is a row with too many fields.
        let headings = cells.fieldCount(of: region.header)
        var filled = Array(repeating: false, count: headings)
        // Once a file of text shows a value under each of its headings there is no more to learn.
        var empty = headings
        for record in region.records where isSheet || empty > 0 {
            let fields = cells.fieldCount(of: record)
            if isSheet, fields > filled.count { filled += repeatElement(false, count: fields - filled.count) }
            for field in 0..<min(fields, filled.count) where !filled[field] {
                filled[field] = !cells.isBlank(record, field)
                if filled[field], field < headings { empty -= 1 }
            }
        }
        return filled
    }
}

extension TableRegion {
    /// The region of `table` in `cells`, of which nothing else is looked for.
    static func only(_ table: TableID, in cells: DelimitedTable, _ index: HeadingIndex = .shared) -> TableRegion {
        regions(of: cells, named: table, index)[0]
    }
}
