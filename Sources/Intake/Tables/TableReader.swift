import DelimitedText
import SocialReturnModel

/// Reads the cells of a table, in which nothing is left that may not be shown, into its rows: every cell in one pass.
struct TableReader<Row: TableRow> {
    private let definition = Row.table
    private var source: SourceTable
    private var cells: CellDecoder<Row>
    /// What the fields hold.
    private let fields: RowKind.Fields
    /// Whether nothing could be parted into columns, which is said of the whole: then there is nothing to say of its rows.
    private let isUnparted: Bool
    /// The columns of numbers other than amounts in which the sheet shows amounts in euros.
    private let columnsWithEuros: Set<Int>
    /// The columns of which it was told that their values come from another workbook.
    private var linkedColumns: Set<ColumnReference> = []
    /// What was seen, in the order of the file within each step.
    private(set) var observations: [Observation]

    /// Prepares to read `source`, of which `observations` were made already.
    init(_ source: SourceTable, _ observations: [Observation]) {
        self.source = source
        self.observations = observations
        cells = CellDecoder(
            definition, isOnSheet: source.sheet != nil, startsIn1904: source.sheet?.startsIn1904 == true)
        fields = RowKind.Fields(source)
        isUnparted = source.isFixedWidth
        columnsWithEuros = Set(
            Row.table.facts.columns.indices.filter { column in
                Row.table.facts.columns[column].kind == .number && source.fieldOfColumn[column] >= 0
                    && source.sheet?.showsEuros(in: source.fieldOfColumn[column]) == true
            })
    }

    /// Reads all rows.
    mutating func read(symbols: inout SymbolTable) -> TableData<Row> {
        observeFile()
        var data = TableData<Row>(source: source, rows: [], records: [], isSetAside: [])
        let table = source.cells
        let region = source.region
        data.rows.reserveCapacity(region.records.count)
        data.records.reserveCapacity(region.records.count)
        for record in region.rowsAbove {
            observations.append(
                Observation(.rowAboveHeadings, Place(definition.facts.id, record: Int32(clamping: record))))
            data.rows.append(Row())
            data.records.append(Int32(clamping: record))
        }
        table.withAllBytes { bytes in
            for range in region.ranges {
                for record in range where !table.isBlank(record) {
                    data.rows.append(readRow(record, of: table, bytes, &symbols, index: data.rows.count))
                    data.records.append(Int32(clamping: record))
                }
            }
        }
        data.isSetAside = Array(repeating: false, count: data.rows.count)
        cells.finish(&data.rows, &observations)
        settleMonths(&data.rows, data.records)
        doubtDaysWithMonthFirst(data.records)
        forgetWhatWasMasked()
        observeTitles(data.records)
        data.source = source
        data.source.repairs = cells.repairs
        return data
    }

    /// Tells of a title that counts amounts in thousands, where there are amounts: as they stand they would be a thousand times too small.
    private mutating func observeTitles(_ records: [Int32]) {
        let titles = source.titleRecords.filter { HeadingUnit.scalesAmounts(source.title($0)) }
        guard !titles.isEmpty else { return }
        let hasAmounts = zip(definition.facts.columns, source.fieldOfColumn).contains { column, field in
            column.kind == .money && field >= 0
                && records.contains { record in
                    !source.cells.isBlank(Int(record), field)
                }
        }
        guard hasAmounts else { return }
        observations += titles.map {
            Observation(.titleOfUnit, Place(definition.facts.id, record: Int32(clamping: $0)))
        }
    }

    /// A cell in which a name was masked a moment ago was filled in: that it holds a name is what there is to say of it.
    private mutating func forgetWhatWasMasked() {
        let masked = Set(observations.lazy.filter { $0.kind == .personName && $0.place.isInRow }.map(\.place))
        guard !masked.isEmpty else { return }
        observations.removeAll { $0.kind == .valueMissing && masked.contains($0.place) }
    }

    /// A column that has `2026-5` counts months, so that its `2026-2` is February and no quarter.
    private mutating func settleMonths(_ rows: inout [Row], _ records: [Int32]) {
        let asked = Set(observations.lazy.filter { $0.kind == .monthOrQuarter }.map(\.place))
        for column in Set(asked.compactMap(\.column.knownIndex)).sorted() {
            let months = records.map {
                source.cells.withCell(Int($0), source.fieldOfColumn[column], CellReader.numberedMonth)
            }
            guard months.contains(where: { $0.map { $0.start.components.month > 4 } ?? false }) else { continue }
            for (index, month) in months.enumerated() {
                let place = Place(definition.facts.id, record: records[index], column: .known(column))
                if let month, asked.contains(place) { cells.setMonth(month, column, in: &rows[index]) }
            }
            observations.removeAll { $0.kind == .monthOrQuarter && $0.place.column == .known(column) }
        }
    }

    /// One date that can only be read with its month first makes the others of its column doubtful: in a file of text those of the same
    /// notation, on a sheet all of them, since the program has turned the ones that it could read already.
    private mutating func doubtDaysWithMonthFirst(_ records: [Int32]) {
        var notations: [Int: Set<UInt8>] = [:]
        for observation in observations where observation.kind == .monthBeforeDay && observation.place.isInRow {
            guard let column = observation.place.column.knownIndex, definition.facts.columns[column].kind == .day else {
                continue
            }
            let mark = source.cells.withCell(
                Int(observation.place.record), source.fieldOfColumn[column], CellReader.dateMark)
            notations[column, default: []].insert(mark ?? 0)
        }
        var kind = Observation.Kind.monthMayBeFirst
        if notations.isEmpty {
            let isOfPoints = source.sheet == nil && cells.hasDecimalPoints
            (notations, kind) = (slashedDates(records, besideHalfDays: !isOfPoints), .americanDate)
        }
        guard !notations.isEmpty else { return }
        // A year of two digits is asked about already: that is one question a cell.
        let asked = Set(observations.lazy.filter { $0.kind == .twoDigitYear }.map(\.place))
        for (column, marks) in notations.sorted(by: { $0.key < $1.key }) {
            for record in records {
                let mark = source.cells.withCell(Int(record), source.fieldOfColumn[column]) { cell in
                    CellReader.isTurnable(cell) ? CellReader.dateMark(cell) : nil
                }
                let place = Place(definition.facts.id, record: record, column: .known(column))
                // What makes all of a sheet doubtful is a date that its program could not turn.
                let isOfSheet = source.sheet != nil && kind == .monthMayBeFirst
                guard let mark, isOfSheet || marks.contains(mark), !asked.contains(place) else { continue }
                observations.append(Observation(kind, place))
            }
        }
    }

    /// The columns with days such as `04/07/2026`, in a table whose numbers have a decimal point or whose days have a time with `AM` or `PM`: a
    /// program in American English writes them so. None where one day is above the twelfth, which tells that the day comes first.
    ///
    /// - Parameter besideHalfDays: Whether only such a time tells, so that a column without any times is not looked at.
    private func slashedDates(_ records: [Int32], besideHalfDays: Bool) -> [Int: Set<UInt8>] {
        let slash = UInt8(ascii: "/")
        var found: [Int: Set<UInt8>] = [:]
        var isAmerican = !besideHalfDays
        for column in definition.facts.columns.indices
        where definition.facts.columns[column].kind == .day && source.fieldOfColumn[column] >= 0 {
            if besideHalfDays, !hasTimes(column) { continue }
            for record in records {
                let first = source.cells.withCell(Int(record), source.fieldOfColumn[column]) { cell -> Int? in
                    guard CellReader.dateMark(cell) == slash, let first = CellReader.leadingNumber(cell) else {
                        return nil
                    }
                    isAmerican = isAmerican || CellReader.hasTwelveHours(cell)
                    return first
                }
                guard let first else { continue }
                guard first <= 12 else { return [:] }
                found[column] = [slash]
            }
        }
        return isAmerican ? found : [:]
    }

    /// Whether a time of day was left out in a column.
    private func hasTimes(_ column: Int) -> Bool { cells.repairs.count(of: .timeDropped, column: column) > 0 }

    private mutating func observeFile() {
        let id = definition.facts.id
        let detection = source.cells.detection
        if source.region.isMain {
            if case .unreadable = detection.encoding {
                observations.append(Observation(.encodingUnreadable, Place(id)))
            }
            if detection.separator.basis == .unclear, source.headerRecord >= 0 {
                observations.append(Observation(source.isFixedWidth ? .fixedWidth : .separatorUnclear, Place(id)))
            }
        }
        for damage in source.cells.damages {
            switch damage {
            case .unclosedQuote(let line): observe(.quoteNotClosed, line)
            case .misplacedQuote(let line): observe(.quoteMisplaced, line)
            case .nulBytes(let count, let line), .invalidBytes(let count, let line):
                guard source.region.isMain else { continue }
                observations.append(
                    Observation(.bytesDropped, Place(id, line: Int32(clamping: line)), number: count))
            }
        }
    }

    /// Reports damage in a record of this table, or above all tables.
    private mutating func observe(_ kind: Observation.Kind, _ line: Int) {
        let record = source.cells.record(atLine: line) ?? -1
        guard source.region.holds(record) || source.region.isMain && record < 0 else { return }
        observations.append(
            Observation(
                kind, Place(definition.facts.id, record: Int32(clamping: record), line: Int32(clamping: line))))
    }

    /// Reads the row at `record`. The cells are handed in: taken from the source they would be copied for each row.
    private mutating func readRow(
        _ record: Int, of table: DelimitedTable, _ bytes: UnsafeBufferPointer<UInt8>, _ symbols: inout SymbolTable,
        index: Int
    ) -> Row {
        var row = Row()
        let place = Place(definition.facts.id, record: Int32(clamping: record))
        guard !isUnparted, !table.isDamaged(record) else { return row }
        if source.region.repeatedHeadings.contains(record) {
            observations.append(Observation(.headingsRepeated, place))
            return row
        }
        let before = observations.count
        let fields = table.fieldCount(of: record)
        let expected = table.fieldCount(of: source.headerRecord)
        // On a sheet each value stands under its own heading, however many there are.
        var problem: Observation.Kind?
        if source.sheet == nil, fields != expected {
            problem = fieldCountProblem(record, found: fields, expected: expected)
        }
        if source.sheet == nil, fields < expected, isPartedOtherwise(record, expected: expected) {
            observations.append(Observation(.otherSeparator, place))
            return row
        }
        if let kind = RowKind.of(record, in: table, self.fields) {
            let isPrepared = kind == .fragment && isLikeNeighbour(record)
            observations.append(Observation(isPrepared ? .preparedRow : kind.observation, place))
            return row
        }
        if let problem {
            observations.append(Observation(problem, place, number: fields))
            if problem != .emptyFieldsMissing { return row }
        }
        let uncomputed = source.sheet?.marks.uncomputed[record]
        let (months, merged) = (source.sheet?.marks.months[record], source.sheet?.marks.merged[record])
        for column in definition.columns.indices where source.fieldOfColumn[column] >= 0 {
            let range = table.range(record, source.fieldOfColumn[column])
            let place = Place(definition.facts.id, record: Int32(clamping: record), column: .known(column))
            if let uncomputed, uncomputed.contains(source.fieldOfColumn[column]) {
                observations.append(Observation(.formulaNotComputed, place))
                continue
            }
            if let merged, merged.contains(source.fieldOfColumn[column]), !range.isEmpty {
                // One amount for several rows can be the sum of all of them.
                if [.number, .money].contains(definition.facts.columns[column].kind) {
                    observations.append(Observation(.numberMerged, place))
                    continue
                }
                cells.count(.mergedCell, column: column)
            }
            if columnsWithEuros.contains(column), source.sheet?.showsEuro(record, source.fieldOfColumn[column]) == true
            {
                observations.append(Observation(.amountShown, place))
                continue
            }
            if let months, months.contains(source.fieldOfColumn[column]),
                cells.decodeMonth(bytes, range, column, into: &row)
            {
                continue
            }
            cells.decode(bytes, range, column, place, rowIndex: index, into: &row, &symbols, &observations)
        }
        if cells.hasCountsToSettle {
            cells.settleWordedCounts(source, record, in: &row, &observations)
            cells.settleBrokenCounts(source, record, &observations)
        }
        if observations.count > before + 1, let kind = judge(observations[before...], record) {
            observations.removeSubrange(before...)
            observations.append(Observation(kind, place))
            return Row()
        }
        if let sheet = source.sheet {
            observe(sheet.marks, record)
            observeAnswers(sheet, record)
        }
        return row
    }

    /// Tells what somebody did to cells of a row besides filling them: struck them through, or wrote a note at them.
    private mutating func observe(_ marks: SheetDescriptor.Marks, _ record: Int) {
        let place = Place(definition.facts.id, record: Int32(clamping: record))
        if let struck = marks.struck[record] {
            let filled = (0..<source.cells.fieldCount(of: record)).filter { !source.cells.range(record, $0).isEmpty }
            if filled.count > 1, filled.allSatisfy(struck.contains) {
                observations.append(Observation(.rowStruck, place))
            } else {
                observe(.cellStruck, in: struck, of: place)
            }
        }
        if let noted = marks.noted[record] { observe(.noteAtCell, in: noted, of: place) }
        if let hidden = marks.hidden[record] { observe(.cellHidden, in: hidden, of: place) }
        if let across = marks.across[record] {
            // What lies over no column of the table leaves none of its cells empty.
            let fields = across.filter {
                source.column(ofField: $0) != .none && source.column(ofField: $0 + 1) != .none
            }
            observe(.cellAcross, in: fields, of: place)
        }
        for field in (marks.linked[record] ?? []).sorted() {
            // A column is fetched as a whole, and is one thing to say.
            let column = source.column(ofField: field)
            guard linkedColumns.insert(column).inserted else { continue }
            observations.append(Observation(.columnLinked, Place(definition.facts.id, column: column)))
        }
    }

    /// Tells of a line through what is written in the columns of the feedback itself, and of a note there: an answer may stand in it.
    private mutating func observeAnswers(_ sheet: SheetDescriptor, _ record: Int) {
        for (kind, columns) in [
            (Observation.Kind.struckCorrection, sheet.answerMarks.struck[record]),
            (.noteAtCorrection, sheet.answerMarks.noted[record]),
        ] {
            for column in columns?.sorted() ?? [] {
                let column: ColumnReference = column == sheet.answerColumn ? .answer : .correction
                observations.append(
                    Observation(kind, Place(definition.facts.id, record: Int32(clamping: record), column: column)))
            }
        }
    }

    /// Reports `kind` of each of `fields` in a row.
    private mutating func observe(_ kind: Observation.Kind, in fields: Set<Int>, of row: Place) {
        for field in fields.sorted() {
            var place = row
            place.column = source.column(ofField: field)
            observations.append(Observation(kind, place))
        }
    }

    /// What a row is in which hardly anything could be read: an explanation below the headings, or no data at all; nil for a row of data
    /// with faults. That is one thing to say instead of one for each cell.
    private func judge(_ seen: ArraySlice<Observation>, _ record: Int) -> Observation.Kind? {
        guard fields.required.count >= 2 else { return nil }
        var (missing, wrong, worded) = (0, 0, 0)
        /// The cells that are no value of their column, required or not.
        var unfit = 0
        for observation in seen {
            unfit += observation.kind.leavesNoValue ? 1 : 0
            guard let index = observation.place.column.knownIndex, definition.facts.columns[index].isRequired else {
                continue
            }
            switch observation.kind {
            case .valueMissing: missing += 1
            case .codeUnknown, .invalidKvK, .invalidDate, .invalidPeriod, .monthOrQuarter,
                .unreadableNumber, .timeNotNumber, .otherUnit,
                .shortenedNumber:
                wrong += 1
                let isWorded = source.cells.withCell(record, source.fieldOfColumn[index]) { cell in
                    cell.contains { ($0 | 0x20) &- 0x61 < 26 }
                }
                worded += isWorded ? 1 : 0
            default: break
            }
        }
        let typed = definition.facts.columns.indices.count {
            let column = definition.facts.columns[$0]
            return column.isRequired && source.fieldOfColumn[$0] >= 0 && column.kind != .text
                && column.kind != .identifier
                && column.codes?.isOpen != true
        }
        // Words in all columns of numbers, days and codes. A row with wrong numbers in them is data, and each is to be corrected.
        if typed >= 2, wrong >= 2, worded == wrong, wrong + missing >= typed {
            return record == source.headerRecord + 1 ? .noteRow : .notDataRow
        }
        // Nothing is counted, dated or numbered right below the headings, and hardly anything fits: units and words for who fills it in.
        if record == source.headerRecord + 1, unfit >= 1, (missing + unfit) * 2 > fields.required.count,
            !holdsDigit(record)
        {
            return .noteRow
        }
        guard seen.allSatisfy({ $0.kind == .valueMissing || $0.kind == .emptyFieldsMissing }),
            fields.required.count >= 3
        else { return nil }
        if missing * 2 > fields.required.count, isLikeNeighbour(record) { return .preparedRow }
        return missing >= fields.required.count - 1 || missing * 4 >= fields.required.count * 3 ? .notDataRow : nil
    }

    /// Whether a digit stands anywhere in a record.
    private func holdsDigit(_ record: Int) -> Bool {
        (0..<source.cells.fieldCount(of: record)).contains { field in
            source.cells.withCell(record, field) { $0.contains(where: ByteCursor.isDigit) }
        }
    }

    /// Whether the record above or below has the same in all its cells: what somebody copied down, and nothing of its own.
    private func isLikeNeighbour(_ record: Int) -> Bool {
        let cells = source.cells
        return [record - 1, record + 1].contains { other in
            other > source.headerRecord && other < cells.recordCount
                && cells.fieldCount(of: other) == cells.fieldCount(of: record)
                && (0..<cells.fieldCount(of: record)).allSatisfy { field in
                    cells.withTrimmedCell(record, field) { cell in
                        cells.withTrimmedCell(other, field) { $0.elementsEqual(cell) }
                    }
                }
        }
    }

    /// Whether a record with more fields than headings has them because commas part columns and decimals alike: digits alone in a column of numbers,
    /// and one to three of them right behind.
    private func partsNumbers(_ record: Int) -> Bool {
        guard source.cells.detection.separator.byte == UInt8(ascii: ",") else { return false }
        func digits(_ field: Int) -> Int? {
            guard field < source.cells.fieldCount(of: record) else { return nil }
            return source.cells.withTrimmedCell(record, field) { cell in
                !cell.isEmpty && cell.allSatisfy(ByteCursor.isDigit) ? cell.count : nil
            }
        }
        return fields.ofSums.contains { field in
            digits(field) != nil && digits(field + 1).map { (1...3).contains($0) } ?? false
        }
    }

    /// Whether other signs part the values of a record than those of the headings: as many as it has columns, with something to the left of the
    /// first one that a number stands in. It comes of lists of several programs put below each other.
    private func isPartedOtherwise(_ record: Int, expected: Int) -> Bool {
        guard expected >= 3, source.cells.fieldCount(of: record) < max(2, fields.required.count) else { return false }
        let own = source.cells.detection.separator.byte
        let separators = DelimitedTable.separators
        var counts = [Int](repeating: 0, count: separators.count)
        var holdsDigit = false
        for field in 0..<source.cells.fieldCount(of: record) {
            source.cells.withCell(record, field) { cell in
                for byte in cell {
                    if let position = separators.firstIndex(of: byte) { counts[position] += 1 }
                    if counts.allSatisfy({ $0 == 0 }), ByteCursor.isDigit(byte) { holdsDigit = true }
                }
            }
        }
        return holdsDigit && zip(separators, counts).contains { $0 != own && $1 >= expected - 1 }
    }

    /// Blank fields beyond the headings are Excel's, and so are missing ones at the end: it leaves out trailing separators where
    /// sixteen rows in a row have nothing there. That is a warning as long as no required column is missing.
    private func fieldCountProblem(_ record: Int, found: Int, expected: Int) -> Observation.Kind? {
        if found > expected {
            if partsNumbers(record) { return .commaParted }
            return source.hasFieldsBeyondHeadings(record) ? .tooManyFields : nil
        }
        return fields.required.contains { $0 >= found } ? .tooFewFields : .emptyFieldsMissing
    }
}
