import DelimitedText
import SocialReturnModel

/// Masks what may not be delivered in a file or sheet whose tables are known; see ``PrivacyGate``.
enum PrivacyMasking {
    /// Masks the cells of `sources`, which all lie in `cells`: the tables of one file or sheet. All cells are searched, and each table has
    /// the masked ones when this is done.
    ///
    /// - Parameter main: The table in which findings outside of all tables are placed.
    /// - Returns: what was seen, in the order of the records.
    static func mask(
        _ sources: inout [SourceTable], in cells: consuming DelimitedTable, main: TableID, _ known: KnownOrganisations
    ) -> [Observation] {
        let named = sources.indices.flatMap { index in refuseNames(in: &sources[index]) }
        let regions = sources.flatMap { source -> [PrivacyGate.Region] in
            let fields = fields(of: source)
            let below = source.region.ranges.map { PrivacyGate.Region(records: $0, fields: fields) }
            guard let first = source.region.rowsAbove.first else { return below }
            // Rows above the headings stand in the same columns.
            return [PrivacyGate.Region(records: first..<source.headerRecord, fields: fields)] + below
        }.sorted { $0.records.lowerBound < $1.records.lowerBound }
        // What was agreed in a conversation passes as the blue cells of a report do.
        let holdsParticipants = sources.contains {
            RefusedHeading.participantTables.contains($0.id) || $0.id == .recordedDecisions
        }
        // The cells are given up by all tables, so that they are not copied for the first mask.
        for index in sources.indices { sources[index].cells = .empty }
        let observations = PrivacyGate.mask(
            &cells, regions, table: main, holdsParticipants: holdsParticipants, known)
        for index in sources.indices { sources[index].cells = cells }
        return named + observations
    }

    /// Refuses the columns whose heading is a word for a person (`Medewerker`) and that hold names: one value that is no code is enough. Of
    /// each column that was not refused before, an observation.
    private static func refuseNames(in source: inout SourceTable) -> [Observation] {
        guard RefusedHeading.tablesWithPersons.contains(source.id) else { return [] }
        return source.extraColumns.indices.compactMap { index in
            let column = source.extraColumns[index]
            guard !column.isRefused, HeadingWords(column.heading).nameOnlyAPerson else { return nil }
            var codeNames = PseudonymCheck.NameMemory()
            var holdsName = false
            source.region.forEachRow { record in
                guard !holdsName, record < source.cells.recordCount,
                    column.field < source.cells.fieldCount(of: record)
                else { return }
                holdsName = source.cells.withCell(record, column.field) { cell in
                    codeNames.name(in: cell).map { $0 >= .likely } == true || !PseudonymCheck.isCode(cell)
                }
            }
            guard holdsName else { return nil }
            source.extraColumns[index].isRefused = true
            return Observation(.nameColumn, Place(source.id, column: .extra(index)))
        }
    }

    /// Masks the cells of `source`, the only table of its file or sheet, and gives back what was seen.
    static func mask(_ source: inout SourceTable, _ known: KnownOrganisations) -> [Observation] {
        var sources = [source]
        let (cells, id) = (source.cells, source.id)
        source.cells = .empty
        let observations = mask(&sources, in: cells, main: id, known)
        source = sources[0]
        return observations
    }

    private static func isHeadedByPerson(_ field: Int, _ source: SourceTable) -> Bool {
        let header = source.headerRecord
        guard source.cells.recordCount > header, header >= 0, field < source.cells.fieldCount(of: header) else {
            return false
        }
        return HeadingWords(source.cells.text(header, field)).nameOnlyAPerson
    }

    private static func fields(of source: SourceTable) -> [PrivacyGate.Field] {
        let facts = source.facts
        var fields = facts.columns.indices.compactMap { column -> PrivacyGate.Field? in
            let index = source.fieldOfColumn[column]
            guard index >= 0 else { return nil }
            return .known(column, of: facts, at: index, isHeadedByPerson: isHeadedByPerson(index, source))
        }
        for (position, extra) in source.extraColumns.enumerated() {
            fields.append(
                .extra(
                    position, heading: extra.heading, identifier: extra.identifier, isRefused: extra.isRefused,
                    table: facts.id, at: extra.field))
        }
        for (position, column) in source.coverColumns.enumerated() {
            let ofCover = PrivacyGate.Field.known(column.index, of: Cover.table.facts, at: column.field)
            fields.append(
                PrivacyGate.Field(
                    index: column.field, table: facts.id, column: .extra(source.extraColumns.count + position),
                    privacy: ofCover.privacy, content: column.refusal == nil ? ofCover.content : .refused,
                    identifier: nil,
                    isKvK: ofCover.isKvK, isLegalForm: false))
        }
        return fields
    }
}
