import Plumbing
import SocialReturnModel

/// Turns the cells of a row into the row's properties, one cell after the other.
struct CellDecoder<Row: TableRow> {
    private let bindings: [Binding<Row>]
    private let isRequired: [Bool]
    /// Text stays readable around what was masked in it; a masked number, code or reference is no value any more.
    private let holdsText: [Bool]
    private let kinds: [ColumnKind]
    /// Whether a word for nothing is no text of the column.
    private let asksForText: [Bool]
    /// Whether the text of the column is a number by its example, such as a postcode.
    private let holdsDigits: [Bool]
    private var cleanCell = CleanCell()
    /// References of letters only that are no words for nothing, so that each is looked up once.
    private var plainNames: Set<Symbol> = []
    private(set) var repairs: RepairCounts
    private var codeMemos: [CodeMemo]
    private var decimalSigns: [DecimalSigns]
    private var totals: [ColumnTotal]
    /// The numbers of the present row with a word behind them that another cell must bear out.
    private var wordedCounts: [(column: Int, word: String, place: Place)] = []
    /// The numbers with decimals of the present row, of which the column of units must say whether there are parts of what they count.
    private var brokenCounts: [(column: Int, place: Place)] = []
    /// How many days the numbers of days lie later than those that count from 1900.
    private let daysLater: Int
    /// Whether the cells stand on a sheet, where a number can have decimals that nobody typed.
    private let isOnSheet: Bool
    /// The columns of which it was told that numbers with many decimals are rounded.
    private var roundedColumns: Set<Int> = []
    /// The cells of a file of text in which a number is rounded, of each column: until its end nobody knows whether a program calculated them.
    private var roundedCells: [Int: [Place]] = [:]

    /// A decoder of `definition`, of cells on a sheet or in a file of text; `startsIn1904` for a workbook that counts its days from there.
    init(_ definition: TableDefinition<Row>, isOnSheet: Bool = false, startsIn1904: Bool = false) {
        self.isOnSheet = isOnSheet
        daysLater = startsIn1904 ? SpreadsheetDays.of1970 - SpreadsheetDays.of1970From1904 : 0
        let columns = definition.columns
        bindings = columns.map(\.binding)
        isRequired = columns.map(\.facts.isRequired)
        holdsText = columns.map { $0.facts.kind == .text }
        kinds = columns.map(\.facts.kind)
        asksForText = columns.map {
            $0.facts.isRequired && $0.facts.kind == .text && !$0.facts.marks.contains(.nothingSaysSomething)
        }
        holdsDigits = columns.map { column in
            let example = column.facts.example.utf8
            return column.facts.kind == .text && !example.isEmpty && example.allSatisfy { $0 &- 0x30 <= 9 }
        }
        repairs = RepairCounts(columns: columns.count)
        codeMemos = Array(repeating: CodeMemo(), count: columns.count)
        decimalSigns = Array(repeating: DecimalSigns(), count: columns.count)
        totals = columns.map { ColumnTotal($0.facts) }
    }

    /// Reads the cell at `range` of `bytes` into `row`.
    mutating func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ column: Int, _ place: Place, rowIndex: Int,
        into row: inout Row, _ symbols: inout SymbolTable, _ observations: inout [Observation]
    ) {
        let whole = UnsafeBufferPointer(rebasing: bytes[range])
        let (inner, trimming) = CellReader.trim(whole)
        let isRequired = isRequired[column]
        guard !inner.isEmpty else {
            if !whole.isEmpty { repairs.count(trimming, column: column) }
            if isRequired { observations.append(Observation(.valueMissing, place)) }
            return
        }
        let cell = UnsafeBufferPointer(rebasing: whole[inner])
        if !holdsText[column], Masking.isMasked(cell) { return }
        if CellReader.mayBeExcelError(cell[0]), CellReader.isExcelError(cell) {
            observations.append(Observation(.excelError, place))
            return
        }
        var done = trimming
        if isRequired, NullMarker.isOfProgram(cell) || asksForText[column] && NullMarker.isNoText(cell) {
            observations.append(Observation(.valueMissing, place))
            repairs.count(done.union(.nullMarker), column: column)
            return
        }
        if case .text(let field) = bindings[column] {
            // What a program wrote for an empty cell is no remark of anybody.
            if NullMarker.isOfProgram(cell) {
                repairs.count(done.union(.nullMarker), column: column)
                return
            }
            observeText(cell, asWritten: whole, place, &observations)
            let start = range.lowerBound + inner.lowerBound
            var length = inner.count
            if holdsDigits[column], let digits = CellReader.lengthWithoutZeroDecimal(cell) {
                length = digits
                done.insert(.digitsGrouped)
            }
            field.set(TextCell(start..<start + length), in: &row)
        } else if CleanCell.needsLook(cell) {
            var isIdentifier = false
            if case .identifier = bindings[column] { isIdentifier = true }
            var clean = cleanCell
            clean.with(cell, isIdentifier: isIdentifier) { cell, repairs in
                done.formUnion(repairs)
                guard !cell.isEmpty else {
                    if isRequired { observations.append(Observation(.valueMissing, place)) }
                    return
                }
                decodeMarked(cell, column, place, rowIndex, into: &row, &symbols, &done, &observations)
            }
            cleanCell = clean
        } else {
            decodeMarked(cell, column, place, rowIndex, into: &row, &symbols, &done, &observations)
        }
        if !done.isEmpty { repairs.count(done, column: column) }
    }

    /// Reads a cell that holds a value and no text, from its clean form; without the mark of a note behind it where it gives no value with one.
    private mutating func decodeMarked(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ place: Place, _ rowIndex: Int, into row: inout Row,
        _ symbols: inout SymbolTable, _ done: inout Repairs, _ observations: inout [Observation]
    ) {
        let before = observations.count
        decodeValue(cell, column, place, rowIndex, into: &row, &symbols, &done, &observations)
        guard observations.count > before, observations[before...].contains(where: \.kind.leavesNoValue),
            let marks = ValueMarks(cell)
        else { return }
        var (others, repairs) = ([Observation](), Repairs())
        let rest = UnsafeBufferPointer(rebasing: cell[marks.rest])
        decodeValue(rest, column, place, rowIndex, into: &row, &symbols, &repairs, &others)
        guard !others.contains(where: \.kind.leavesNoValue) else { return }
        observations.removeSubrange(before...)
        observations += others
        done.formUnion(repairs.union(.textMark))
        if marks.hasNote { observations.append(Observation(.noteMark, place)) }
    }

    /// Reads a cell that holds a value and no text, from its clean form.
    private mutating func decodeValue(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ place: Place, _ rowIndex: Int, into row: inout Row,
        _ symbols: inout SymbolTable, _ done: inout Repairs, _ observations: inout [Observation]
    ) {
        let isRequired = isRequired[column]
        let before = observations.count
        switch bindings[column] {
        case .text: return
        case .identifier(let field):
            let symbol = identifier(cell, isRequired, place, &symbols, &done, &observations)
            if let symbol { field.set(symbol, in: &row) }
            return
        case .kvk(let field):
            field.set(take(CellReader.kvk(cell), isRequired, place, &done, &observations), in: &row)
        case .day(let field):
            if !isRequired, cell[0] &- 0x30 <= 9, NullMarker.isOpenEnd(cell) { break }
            var reading = CellReader.day(cell)
            if daysLater > 0, reading.problem == .serialDay { reading.value = reading.value?.adding(days: daysLater) }
            field.set(take(reading, isRequired, place, &done, &observations), in: &row)
        case .period(let field):
            field.set(take(CellReader.period(cell), isRequired, place, &done, &observations), in: &row)
        case .money(let field):
            let reading = totals[column].admit(CellReader.money(cell, within: totals[column].bounds)) { $0.rawValue }
            note(reading, cell, column, place, rowIndex, isZero: reading.value == .zero, &observations) { $0.rawValue }
            field.set(take(reading, isRequired, place, &done, &observations), in: &row)
        case .number(let field):
            let reading = number(cell, column, place)
            note(reading, cell, column, place, rowIndex, isZero: reading.value == .zero, &observations) {
                $0.tenThousandths
            }
            field.set(take(reading, isRequired, place, &done, &observations), in: &row)
        case .code(let list, let field):
            var cell = cell
            if let length = CellReader.lengthWithoutEmptyDecimal(cell) {
                cell = UnsafeBufferPointer(rebasing: cell[..<length])
                done.insert(.digitsGrouped)
            }
            if let code = codeMemos[column].rawValue(of: cell, in: list) {
                field.set(code, in: &row)
                return
            }
            observations.append(codeMemos[column].unknown(cell, in: list, place))
        case .codes(let list, let field):
            if let bits = codeMemos[column].bits(of: cell, in: list) {
                field.set(bits, in: &row)
                return
            }
            observations.append(codeMemos[column].unknown(cell, in: list, place))
        }
        acceptNothing(cell, column, place, since: before, &done, &observations)
    }

    /// The symbol of a reference; nil for one that Excel damaged, and for a word for nothing.
    private mutating func identifier(
        _ cell: UnsafeBufferPointer<UInt8>, _ isRequired: Bool, _ place: Place, _ symbols: inout SymbolTable,
        _ done: inout Repairs, _ observations: inout [Observation]
    ) -> Symbol? {
        guard !CellReader.isDamagedIdentifier(cell) else {
            observations.append(Observation(.damagedByExcel, place))
            return nil
        }
        // Whoever is called `onbekend` or `idem` would be one and the same person in each of those rows.
        if namesNothing(cell, &symbols) {
            done.insert(.nullMarker)
            if isRequired {
                observations.append(Observation(.valueMissing, place))
            } else if NullMarker.isQuestion(cell) {
                observations.append(Observation(.questionMark, place))
            }
            return nil
        }
        if let length = CellReader.lengthWithoutZeroDecimal(cell) {
            done.insert(.digitsGrouped)
            return symbols.intern(UnsafeBufferPointer(rebasing: cell[..<length]))
        }
        observeText(cell, asWritten: cell, place, &observations)
        return symbols.intern(cell)
    }

    /// Reads a number; what another cell of the row, or the end of the column, must bear out is kept until then.
    private mutating func number(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ place: Place
    ) -> Reading<Quantity> {
        let (bounds, unit) = (totals[column].bounds, totals[column].unit)
        var reading = totals[column].admit(CellReader.number(cell, within: bounds, of: unit), \.tenThousandths)
        if reading.problem == .unreadableNumber, unit == .counted,
            let counted = CellReader.counted(cell, within: bounds)
        {
            reading = totals[column].admit(counted.number, \.tenThousandths)
            wordedCounts.append((column, counted.word, place))
        }
        if unit == .counted, let value = reading.value, value.tenThousandths % Quantity.scale != 0 {
            brokenCounts.append((column, place))
        }
        if reading.problem == .ambiguousNumber, reading.repairs.contains(.decimalComma) {
            // Where another cell has decimals behind a comma, so has this one: that is known at the end of the column.
            decimalSigns[column].doubtComma(place)
            reading.problem = nil
        }
        return reading
    }

    /// Notes what `reading` tells of the decimals in its column.
    private mutating func note<Value>(
        _ reading: Reading<Value>, _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ place: Place, _ rowIndex: Int,
        isZero: Bool, _ observations: inout [Observation], raw: (Value) -> Int64
    ) {
        decimalSigns[column].note(reading.decimalSign, alternative: reading.alternative.map(raw), rowIndex)
        guard reading.repairs.contains(.rounded) else { return }
        observeRounding(cell, reading, isZero: isZero, place, &observations)
    }

    /// Takes a word for nothing in a cell that gave no value as no value, and back what was observed of it since `before`. Where a value is
    /// needed, the rule about that value says so.
    private func acceptNothing(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ place: Place, since before: Int, _ done: inout Repairs,
        _ observations: inout [Observation]
    ) {
        guard !isRequired[column] else { return }
        guard observations.count > before else {
            if kinds[column] == .day, NullMarker.isOpenEnd(cell) { done.insert(.nullMarker) }
            return
        }
        guard NullMarker.isOne(cell, in: kinds[column]) else { return }
        observations.removeSubrange(before...)
        done.insert(.nullMarker)
        // `n.v.t.` is an answer, and a question mark is none.
        if NullMarker.isQuestion(cell) { observations.append(Observation(.questionMark, place)) }
    }

    /// Whether the present row has numbers of which another cell must tell what they count.
    var hasCountsToSettle: Bool { !wordedCounts.isEmpty || !brokenCounts.isEmpty }

    /// Reports the numbers with decimals in the present row where the next column of `source`, that of their unit, says in `record` that whole
    /// things are counted.
    mutating func settleBrokenCounts(_ source: SourceTable, _ record: Int, _ observations: inout [Observation]) {
        defer { brokenCounts.removeAll(keepingCapacity: true) }
        for (column, place) in brokenCounts where bindings.indices.contains(column + 1) {
            guard case .code(let units, _) = bindings[column + 1] else { continue }
            let field = source.fieldOfColumn[column + 1]
            let unit = field < 0 ? nil : units.rawValue(for: source.cells.text(record, field).trimmingBlanks)
            // The unit that a commitment has in common with an obligation has the same number in both lists.
            guard unit.flatMap(TargetUnit.init(rawValue:))?.isWhole == true else { continue }
            observations.append(Observation(.notWhole, place))
        }
    }

    /// Takes a number out of `row` whose word is not what the next column of `source`, that of its unit, says in `record`.
    mutating func settleWordedCounts(
        _ source: SourceTable, _ record: Int, in row: inout Row, _ observations: inout [Observation]
    ) {
        defer { wordedCounts.removeAll(keepingCapacity: true) }
        for (column, word, place) in wordedCounts {
            guard case .number(let field) = bindings[column], bindings.indices.contains(column + 1),
                case .code(let units, _) = bindings[column + 1]
            else {
                continue
            }
            let unitField = source.fieldOfColumn[column + 1]
            let unit = unitField < 0 ? "" : source.cells.text(record, unitField).trimmingBlanks
            let meant = units.rawValue(for: word)
            let isSame =
                FoldedName.fold(word) == FoldedName.fold(unit) || meant != nil && meant == units.rawValue(for: unit)
            guard !isSame, !unit.isEmpty || meant == nil else { continue }
            field.set(nil, in: &row)
            observations.append(Observation(meant == nil ? .unreadableNumber : .otherUnit, place))
        }
    }

    /// Whether a reference is a word for nothing. One with a digit in it, as nearly all have, is none.
    private mutating func namesNothing(_ cell: UnsafeBufferPointer<UInt8>, _ symbols: inout SymbolTable) -> Bool {
        guard NullMarker.mayBeNoIdentifier(cell) else { return false }
        let symbol = symbols.intern(cell)
        guard !plainNames.contains(symbol) else { return false }
        if NullMarker.isNoIdentifier(cell) { return true }
        plainNames.insert(symbol)
        return false
    }

    /// Whether a column has decimals behind points, and none behind commas, once it is finished.
    var hasDecimalPoints: Bool { decimalSigns.contains(where: \.pointIsDecimal) }

    /// Counts a repair that was made before the cell came here.
    mutating func count(_ repair: Repairs, column: Int) { repairs.count(repair, column: column) }

    /// Reads a date of which a sheet shows the month only as that month, in a column of periods; false in any other.
    mutating func decodeMonth(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ column: Int, into row: inout Row
    ) -> Bool {
        guard case .period(let field) = bindings[column],
            let day = CellReader.day(UnsafeBufferPointer(rebasing: bytes[range])).value,
            let month = ReportingPeriod(year: day.components.year, months: day.components.month...day.components.month)
        else { return false }
        field.set(month, in: &row)
        repairs.count(.monthOfDate, column: column)
        return true
    }

    /// Puts the month `month` in a column of periods.
    mutating func setMonth(_ month: ReportingPeriod, _ column: Int, in row: inout Row) {
        guard case .period(let field) = bindings[column] else { return }
        field.set(month, in: &row)
        repairs.count(.dateNotation, column: column)
    }

    /// Settles what only the whole column can tell: whether `1.234` is a thousand or one and a bit, and whether a column mixes
    /// decimal signs.
    mutating func finish(_ rows: inout [Row], _ observations: inout [Observation]) {
        for (index, binding) in bindings.enumerated() {
            let signs = decimalSigns[index]
            if signs.isMixed {
                observations.append(Observation(.mixedDecimalSigns, Place(Row.table.facts.id, column: .known(index))))
            }
            observeRoundedCells(index, of: signs.withDecimals, &observations)
            if !signs.commaIsDecimal {
                observations += signs.doubtfulCommas.map { Observation(.ambiguousNumber, $0) }
            }
            guard signs.pointIsDecimal else { continue }
            for (row, value) in signs.alternatives {
                switch binding {
                case .money(let field): field.set(Cents(value), in: &rows[row])
                case .number(let field): field.set(Quantity(tenThousandths: value), in: &rows[row])
                default: break
                }
            }
        }
    }

    /// Tells of a number that was rounded: each where somebody typed it, and once a column where a program calculated it. What a program leaves
    /// behind the decimals when it calculates (`24,000000000000004`) is none.
    private mutating func observeRounding<Value>(
        _ cell: UnsafeBufferPointer<UInt8>, _ reading: Reading<Value>, isZero: Bool, _ place: Place,
        _ observations: inout [Observation]
    ) {
        guard reading.problem == nil, let column = place.column.knownIndex else { return }
        let decimals = cell.suffix(cell.reversed().prefix { $0 &- 0x30 <= 9 }.count)
        let isShort = decimals.count <= Self.mostTyped
        if isZero || isShort && reading.repairs.contains(.thousandsSeparator) {
            observations.append(Observation(.decimalsRounded, place))
            return
        }
        if isShort, !isOnSheet {
            roundedCells[column, default: []].append(place)
            return
        }
        let surplus = Set(decimals.dropFirst(kinds[column] == .money ? 2 : 4).prefix(4))
        let isTrace = decimals.count > Self.mostTyped && (surplus == [0x30] || surplus == [0x39])
        guard !isTrace, roundedColumns.insert(column).inserted else { return }
        observations.append(Observation(.columnRounded, Place(place.table, column: place.column)))
    }

    /// Tells of the numbers that were rounded in a column of a file of text: each by itself where they are some among others, and once where most
    /// of the numbers `withDecimals` have so many, which a program wrote.
    private func observeRoundedCells(_ column: Int, of withDecimals: Int, _ observations: inout [Observation]) {
        guard let places = roundedCells[column], let first = places.first else { return }
        guard places.count > 1, 2 * places.count > withDecimals else {
            observations += places.map { Observation(.decimalsRounded, $0) }
            return
        }
        guard !roundedColumns.contains(column) else { return }
        observations.append(Observation(.columnRounded, Place(first.table, column: first.column)))
    }

    /// Nobody types more decimals.
    private static var mostTyped: Int { 6 }

    private func observeText(
        _ cell: UnsafeBufferPointer<UInt8>, asWritten: UnsafeBufferPointer<UInt8>, _ place: Place,
        _ observations: inout [Observation]
    ) {
        if CellReader.startsLikeFormula(cell) || CellReader.startsLikeFormula(asWritten) {
            observations.append(Observation(.formulaSign, place))
        }
        if CellReader.looksMojibake(cell) { observations.append(Observation(.strangeCharacters, place)) }
    }

    private func take<Value>(
        _ reading: Reading<Value>, _ isRequired: Bool, _ place: Place, _ done: inout Repairs,
        _ observations: inout [Observation]
    ) -> Value? {
        done.formUnion(reading.repairs)
        if let problem = reading.problem {
            observations.append(Observation(problem.observation, place))
        } else if reading.value == nil, isRequired {
            observations.append(Observation(.valueMissing, place))
        }
        return reading.value
    }
}

/// Remembers what the spellings in a code column mean, so that each is looked up once.
private struct CodeMemo {
    private var spellings = SymbolTable()
    private var meanings: [UInt32?] = []
    /// What each spelling without a meaning may stand for, as a raw value; nil where it was not asked yet.
    private var proposals: [Int: UInt8?] = [:]

    /// What there is to say of a word that is no code: which one may be meant, or that it is unknown.
    mutating func unknown(
        _ cell: UnsafeBufferPointer<UInt8>, in list: CodeListDescription, _ place: Place
    ) -> Observation {
        let index = Int(spellings.intern(cell).rawValue)
        let proposal: UInt8?
        if let known = proposals[index] {
            proposal = known
        } else {
            proposal = CodeProposals.shared.rawValue(for: String(decoding: cell, as: UTF8.self), in: list)
            proposals.updateValue(proposal, forKey: index)
        }
        guard let proposal else { return Observation(list.isOpen ? .openCodeUnknown : .codeUnknown, place) }
        return Observation(list.isOpen ? .openCodeMeant : .codeMeant, place, number: Int(proposal) + 1)
    }

    mutating func rawValue(of cell: UnsafeBufferPointer<UInt8>, in list: CodeListDescription) -> UInt8? {
        meaning(of: cell) { (list.rawValue(for: $0) ?? CodeWords.rawValue(ofBoth: $0, in: list)).map(UInt32.init) }
            .map(UInt8.init)
    }

    mutating func bits(of cell: UnsafeBufferPointer<UInt8>, in list: CodeListDescription) -> UInt32? {
        meaning(of: cell) { CodeWords.bits(of: $0, in: list) }
    }

    private mutating func meaning(
        of cell: UnsafeBufferPointer<UInt8>, _ lookUp: (String) -> UInt32?
    ) -> UInt32? {
        let index = Int(spellings.intern(cell).rawValue)
        if index == meanings.count { meanings.append(lookUp(String(decoding: cell, as: UTF8.self))) }
        return meanings[index]
    }
}

/// Which decimal signs a column uses, and the cells that can be read in two ways until that is known.
private struct DecimalSigns {
    private var commas = 0
    private var points = 0
    private(set) var alternatives: [(row: Int, value: Int64)] = []

    /// How many numbers have decimals.
    var withDecimals: Int { commas + points }
    var isMixed: Bool { commas > 0 && points > 0 }
    var pointIsDecimal: Bool { points > 0 && commas == 0 }
    var commaIsDecimal: Bool { commas > 0 && points == 0 }
    /// The cells in which a comma before three digits may mark thousands.
    private(set) var doubtfulCommas: [Place] = []

    mutating func doubtComma(_ place: Place) { doubtfulCommas.append(place) }

    mutating func note(_ sign: DecimalSign?, alternative: Int64?, _ row: Int) {
        switch sign {
        case .comma: commas += 1
        case .point: points += 1
        case nil: break
        }
        if let alternative { alternatives.append((row, alternative)) }
    }
}

extension CellProblem {
    fileprivate var observation: Observation.Kind {
        switch self {
        case .excelError: .excelError
        case .damagedByExcel: .damagedByExcel
        case .ambiguousNumber: .ambiguousNumber
        case .unreadableNumber: .unreadableNumber
        case .shortenedNumber: .shortenedNumber
        case .timeNotNumber: .timeNotNumber
        case .otherUnit: .otherUnit
        case .outOfBounds: .valueOutOfBounds
        case .totalOutOfBounds: .columnTotalOutOfBounds
        case .invalidDate: .invalidDate
        case .monthBeforeDay: .monthBeforeDay
        case .twoDigitYear: .twoDigitYear
        case .serialDay: .serialDay
        case .partOrPercent: .partOrPercent
        case .notWhole: .notWhole
        case .weekdayDiffers: .weekdayDiffers
        case .invalidKvK: .invalidKvK
        case .foreignNumber: .foreignNumber
        case .invalidPeriod: .invalidPeriod
        case .monthOrQuarter: .monthOrQuarter
        }
    }
}
