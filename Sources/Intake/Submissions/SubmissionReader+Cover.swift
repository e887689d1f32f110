import DelimitedText
import SocialReturnModel

/// Who reports, and on what: the cover, or the rows of a table that has its columns.
extension SubmissionReader {
    /// Takes the cover from the first row of a table that also has the cover's columns. Its cells were searched with the table.
    mutating func readSharedCover() {
        let facts = Cover.table.facts
        let shared = sources.sorted { $0.key < $1.key }.map(\.value.source)
            .first { HeadingMap.namesRequiredColumns(of: facts, in: $0.cells, $0.headerRecord, knownHeadings) }
        guard let shared, let choice = chosen[shared.id] else { return }
        var headings = HeadingMap(shared.cells, facts, shared.region, knownHeadings)
        headings.leaveOut(shared.coverColumns.filter { $0.refusal != nil })
        let grid = grids[choice.grid]
        var reader = TableReader<Cover>(
            SourceTable(shared.cells, facts, shared.region, headings, of: grid.file, on: shared.sheet), [])
        var data = reader.read(symbols: &submission.symbols)
        let first = data.records.first
        observations += reader.observations.filter { $0.place.record == first && $0.place.column != .none }
        if let differing = data.rows.indices.dropFirst().first(where: { !data.rows[$0].isSameCover(as: data.rows[0]) })
        {
            observations.append(Observation(.coverDiffers, data.place(differing)))
        }
        data.rows = Array(data.rows.prefix(1))
        data.records = Array(data.records.prefix(1))
        data.isSetAside = Array(data.isSetAside.prefix(1))
        data.source.remarks = submission.source(of: shared.id)?.remarks ?? Remarks()
        submission.cover = data
        submission.coverIsShared = true
    }

    /// Takes a word for nothing, and `nee`, for an empty cell where the cover names the report that it corrects: any text there makes this report
    /// take the place of another one.
    private mutating func leaveOutNoCorrection() {
        guard var cover = submission.cover else { return }
        let column = Cover.table.index(of: \.correctionOf)
        for index in cover.rows.indices where !cover.rows[index].correctionOf.isEmpty {
            let isNone = cover.source.cells.withAllBytes { bytes in
                NullMarker.isNoReference(UnsafeBufferPointer(rebasing: bytes[cover.rows[index].correctionOf.range]))
            }
            guard isNone else { continue }
            cover.rows[index].correctionOf = .empty
            cover.source.repairs.count(.nullMarker, column: column)
        }
        submission.cover = cover
    }

    mutating func observeCover() {
        leaveOutNoCorrection()
        guard let cover = submission.cover else {
            if !observations.contains(where: { $0.kind == .coverUpright }) {
                observations.append(Observation(.requiredFileMissing, Place(.cover)))
            }
            return
        }
        if isTemplateAsItCame {
            // One thing to say, and not one for every cell.
            observations.removeAll { $0.place.table == .cover && !$0.kind.isAboutAFile }
            observations.append(Observation(.templateEmpty, Place(.cover)))
            return
        }
        let withoutCover = Set(observations.lazy.filter { Self.isNoCover.contains($0.kind) }.map(\.place))
        let rows = cover.rows.indices.filter { !withoutCover.contains(cover.place($0)) }
        guard let first = rows.first else {
            // Headings alone, or a total below them: nobody knows yet who reports.
            observations.append(Observation(.requiredFileMissing, Place(.cover)))
            return
        }
        submission.coverIndex = first
        let column = Cover.table.index(of: \.templateVersion)
        // Without a version the current one is taken: who forgot to fill it in has used a template all the same.
        let place = Place(.cover, column: .known(column))
        observations.removeAll {
            $0.place.table == .cover && $0.place.column == .known(column)
                && ($0.kind == .valueMissing || $0.kind == .requiredColumnMissing)
        }
        let meant = observations.firstIndex {
            $0.kind == .headingMeantRequired && $0.place.table == .cover && $0.place.column == .known(column)
        }
        if let meant {
            // The heading is asked about, and the cover does not wait for the answer.
            observations[meant] = Observation(.headingMeant, place, number: Int(observations[meant].number))
        } else if let version = submission.coverRow.templateVersion {
            if !TemplateVersion.supported.contains(submission.symbols[version]) {
                observations.append(Observation(.templateVersionUnknown, cover.place(first, .known(column))))
            }
        } else {
            let isColumn = cover.source.fieldOfColumn[column] >= 0
            observations.append(
                Observation(.templateVersionMissing, isColumn ? cover.place(first, .known(column)) : place))
        }
        guard !submission.coverIsShared else { return }
        observations += rows.dropFirst().map { Observation(.coverRowExtra, cover.place($0)) }
    }

    /// Reports where a table says of itself that it is not what the cover says.
    mutating func observeRowsOfOthers() {
        guard submission.coverIndex != nil, !submission.coverIsShared else { return }
        var rows = RowsOfOthers(cover: submission.coverRow)
        submission.forEachTable(&rows)
        observations += rows.found
    }

    /// Whether the template came back as it was: a cover without a supplier and a period, and nothing in any other table.
    private var isTemplateAsItCame: Bool {
        guard let cover = submission.cover, !submission.coverIsShared, cover.rows.count == 1,
            submission.corrections == nil
        else { return false }
        let record = Int(cover.records[0])
        let version = cover.source.fieldOfColumn[Cover.table.index(of: \.templateVersion)]
        let isBlank = (0..<cover.source.cells.fieldCount(of: record)).allSatisfy { field in
            field == version || cover.source.cells.isBlank(record, field)
        }
        guard isBlank, cover.source.fieldOfColumn[Cover.table.index(of: \.supplierKvK)] >= 0 else { return false }
        var rows = RowsBesideCover()
        submission.forEachTable(&rows)
        return !rows.areThere
    }

    /// What a row of the cover that is none is reported as.
    private static let isNoCover: Set<Observation.Kind> = [
        .totalsRow, .noteRow, .exampleRow, .preparedRow, .notDataRow, .headingsRepeated, .rowAboveHeadings,
        .quoteNotClosed,
    ]
}

/// Whether a table other than the cover has a row.
private struct RowsBesideCover: TableVisitor {
    private(set) var areThere = false

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        areThere = areThere || table.source.id != .cover && !table.rows.isEmpty
    }
}

/// The first row of each table that names another supplier or period than the cover, in a column of the cover that the table brings along. A part
/// of the period is no other one.
private struct RowsOfOthers: TableVisitor {
    let cover: Cover
    private(set) var found: [Observation] = []
    private static let headings = Set(
        [Cover.table.index(of: \.supplierKvK), Cover.table.index(of: \.period)].map {
            FoldedName.fold(Cover.table.facts.columns[$0].name)
        })

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard table.source.id != .cover else { return }
        let columns = table.source.extraColumns.indices.filter { index in
            let extra = table.source.extraColumns[index]
            return !extra.isRefused && Self.headings.contains(FoldedName.fold(extra.heading))
        }
        guard !columns.isEmpty else { return }
        for index in table.rows.indices {
            for column in columns {
                let place = table.place(index, .extra(column))
                guard var text = table.source.text(at: place), text.withUTF8(isOfAnother) else { continue }
                found.append(Observation(.coverContradicted, place))
                return
            }
        }
    }

    /// Whether `cell` is the number of another supplier, or a period without a day of the cover's.
    private func isOfAnother(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let trimmed = CellReader.trimmed(cell)
        if let number = CellReader.kvk(trimmed).value { return cover.supplierKvK.map { $0 != number } ?? false }
        guard let period = CellReader.period(trimmed).value, let own = cover.period else { return false }
        return !own.overlaps(period)
    }
}

extension Cover {
    /// Whether two rows of a shared file name the same supplier and period.
    fileprivate func isSameCover(as other: Cover) -> Bool {
        supplierKvK == other.supplierKvK && period == other.period && templateVersion == other.templateVersion
    }
}
