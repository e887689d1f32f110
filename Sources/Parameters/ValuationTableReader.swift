import Intake
import SocialReturnModel

/// Turns the lines of one file into a valuation table. A line that cannot be trusted makes the whole table unusable:
/// without it a more general block would be chosen, which is a wrong value and no missing one.
struct ValuationTableReader {
    private let data: TableData<ValuationLine>
    private let source: SourceTable
    private(set) var problems: [ValuationTableProblem] = []
    private var head: ValuationLine?
    private var blocks: [Block] = []
    private var bonuses: [Bonus] = []
    private var choices: Set<LineChoice> = []
    /// The name of the table, as far as a line gives one.
    private(set) var id = ""

    init(_ data: TableData<ValuationLine>) {
        self.data = data
        source = data.source
    }

    /// The table; nil when ``problems`` says why not.
    mutating func read(isBuiltIn: Bool) -> ValuationTable? {
        // Every problem belongs to the table of the file, also one in a row above the first tabel_id.
        id = data.rows.first { !$0.tableID.isEmpty }.map { text($0.tableID) } ?? ""
        checkHeadings()
        for (index, line) in data.rows.enumerated() {
            checkCells(line, index)
            readLine(line, index)
        }
        if head == nil {
            report(
                nil, nil,
                remedy: Text(
                    nl:
                        "Begin met een rij met soort_regel 'tabel' en het tabel_id, onder een kopregel met de kolomnamen.",
                    en:
                        "Begin with a row with soort_regel 'tabel' and the tabel_id, below a header with the column names."
                ),
                nl: "De rij 'tabel' ontbreekt.", en: "The line 'tabel' is missing.")
        }
        guard problems.allSatisfy(\.isUsable), let head else { return nil }
        return ValuationTable(
            id: id, name: text(head.name), file: source.fileName, isBuiltIn: isBuiltIn,
            sourceKey: given(head.sourceKey), url: given(head.sourceURL), certainty: head.certainty,
            formerID: given(head.formerID), readOn: head.readOn,
            validFrom: head.validFrom, validThrough: head.validThrough, incompleteness: incompleteness(of: head),
            fullTimeHours: head.fullTimeHours, yearHours: head.yearHours, lookBackMonths: head.lookBackMonths?.whole,
            minimumHours: head.minimumHours, remark: text(head.remark), blocks: blocks, bonuses: bonuses)
    }

    private func incompleteness(of head: ValuationLine) -> String? {
        guard head.completeness == .incomplete || head.validFrom == nil else { return nil }
        return given(head.completenessReason) ?? ""
    }

    private mutating func readLine(_ line: ValuationLine, _ index: Int) {
        let lineID = text(line.tableID)
        if !FoldedName.isSame(lineID, id) {
            report(
                index, "tabel_id",
                remedy: Text(
                    nl: "Maak van elke tabel een eigen bestand, of verbeter het tabel_id.",
                    en: "Make a file of its own for each table, or correct the tabel_id."),
                nl: "Elke rij hoort bij dezelfde tabel; hier staat '\(lineID)' naast '\(id)'.",
                en: "Every line belongs to the same table; here is '\(lineID)' beside '\(id)'.")
        }
        switch line.kind {
        case .table: readHead(line, index)
        case .block: readBlock(line, index)
        case .bonus: readBonus(line, index)
        case nil: report(index, "soort_regel", nl: "De soort van de rij ontbreekt.", en: "The kind of line is missing.")
        }
    }

    private mutating func readHead(_ line: ValuationLine, _ index: Int) {
        if head != nil {
            report(
                index, "soort_regel", remedy: Text(nl: "Verwijder een van beide.", en: "Remove one of them."),
                nl: "Er is al een rij 'tabel'.", en: "There already is a line 'tabel'.")
        }
        head = line
        if let from = line.validFrom, let through = line.validThrough, through < from {
            report(
                index, "geldig_tot",
                remedy: Text(
                    nl: "Verbeter geldig_vanaf of geldig_tot.", en: "Correct geldig_vanaf or geldig_tot."),
                nl: "De laatste dag ligt voor de eerste.", en: "The last day is before the first.")
        }
        let week = NumberBounds.fullTimeWeek.parts(of: 10_000)
        if let hours = line.fullTimeHours, !week.contains(hours.tenThousandths) {
            report(
                index, "voltijd_uren",
                remedy: Text(
                    nl: "Vul in hoeveel uur per week een volledige baan is, zoals 36.",
                    en: "Fill in how many hours a week a full-time job is, such as 36."),
                nl: "Een volledige baan is 20 tot 60 uur per week.", en: "A full-time job is 20 to 60 hours a week.")
        }
        checkHours(line.yearHours, most: 8784, "jaaruren", index)
        checkMonths(line.lookBackMonths, "terugkijkmaanden", index)
        checkHours(line.minimumHours, most: 168, "min_uren", index)
    }

    private mutating func readBlock(_ line: ValuationLine, _ index: Int) {
        let code = required(line.blockCode, "blok_code", index)
        guard let valuedTable = line.valuedTable else {
            return report(index, "invoertabel", nl: "De invoertabel ontbreekt.", en: "The valued table is missing.")
        }
        guard let unit = line.unit else {
            return report(index, "eenheid", nl: "De eenheid ontbreekt.", en: "The unit is missing.")
        }
        if (unit == .invoice) != (line.value == nil) {
            report(
                index, "waarde",
                remedy: Text(
                    nl: "Vul een bedrag in, zoals 40000, of laat het leeg en kies eenheid factuur.",
                    en: "Fill in an amount, such as 40000, or leave it empty and choose the unit factuur."),
                nl: "Een blok heeft een waarde, behalve bij eenheid factuur.",
                en: "A block has a value, except with the unit factuur.")
        }
        if (valuedTable == .placements) == line.targetGroups.isEmpty {
            report(
                index, "doelgroep",
                remedy: Text(
                    nl: "Vul bij invoertabel inzet een doelgroep in; laat haar bij een andere invoertabel leeg.",
                    en: "Fill in a group where invoertabel is inzet; leave it empty for another table."),
                nl: "Een blok voor inzet noemt een doelgroep; een ander blok niet.",
                en: "A block for placements names a target group; another block does not.")
        }
        checkAmount(line.value, "waarde", index)
        checkMonths(line.countingMonths, "meetelduur", index)
        checkHours(line.minimumHours, most: 168, "min_uren", index)
        let maximum = given(line.maximum).flatMap(BlockMaximum.init)
        let maximumEach = given(line.maximum).flatMap(BlockMaximum.each)
        checkMaximum(line, maximum, maximumEach, valuedTable, index)
        let block = Block(
            code: code, description: text(line.description), valuedTable: valuedTable,
            targetGroups: line.targetGroups, durationClass: line.durationClass, levels: line.levels,
            kinds: line.kinds, conditions: conditions(line, index), value: line.value, unit: unit,
            countingMonths: line.countingMonths?.whole, minimumHours: line.minimumHours, maximum: maximum,
            maximumEach: maximumEach, remark: text(line.remark))
        if isNew(LineChoice(block), "blok_code", index) { blocks.append(block) }
    }

    private mutating func readBonus(_ line: ValuationLine, _ index: Int) {
        let code = required(line.bonusCode, "bonus_code", index)
        if let valuedTable = line.valuedTable, valuedTable != .placements {
            report(
                index, "invoertabel", remedy: Text(nl: "Vul inzet in.", en: "Fill in inzet."),
                nl: "Een bonus hoort bij inzet.", en: "A bonus belongs to placements.")
        }
        if (line.unit == .invoice) != (line.bonusValue == nil) {
            report(
                index, "bonus_waarde",
                remedy: Text(
                    nl: "Vul een bedrag in, zoals 10000, of laat het leeg en kies eenheid factuur.",
                    en: "Fill in an amount, such as 10000, or leave it empty and choose the unit factuur."),
                nl: "Een bonus heeft een waarde, behalve bij eenheid factuur.",
                en: "A bonus has a value, except with the unit factuur.")
        }
        checkAmount(line.bonusValue, "bonus_waarde", index)
        let bonus = Bonus(
            code: code, description: text(line.description), conditions: conditions(line, index),
            value: line.bonusValue, spread: line.spread ?? .proRata, stacks: line.stacks.map { $0 == .yes },
            remark: text(line.remark))
        if isNew(LineChoice(bonus), "bonus_code", index) { bonuses.append(bonus) }
    }

    /// Whether no earlier line is for the same rows. Nothing could tell two such lines apart, so the first one stands.
    private mutating func isNew(_ choice: LineChoice, _ column: String, _ index: Int) -> Bool {
        guard !choices.insert(choice).inserted else { return true }
        report(
            index, column, isUsable: true,
            remedy: Text(nl: "Verwijder een van beide rijen.", en: "Remove one of the two lines."),
            nl: "'\(choice.code)' staat er al, voor dezelfde rijen. De eerste rij geldt.",
            en: "'\(choice.code)' is there already, for the same rows. The first line holds.")
        return false
    }
}

/// What a line of a valuation table is for: everything that chooses it, and nothing of what it is worth.
private struct LineChoice: Hashable {
    let code: String
    private let valuedTable: ValuedTable?
    private let targetGroups: UInt32
    private let durationClass: DurationClass?
    private let levels: UInt32
    private let kinds: UInt32
    private let conditions: Set<Condition>

    init(_ block: Block) {
        code = block.code.uppercased()
        valuedTable = block.valuedTable
        targetGroups = block.targetGroups.bits
        durationClass = block.durationClass
        levels = block.levels.bits
        kinds = block.kinds.bits
        conditions = Set(block.conditions)
    }

    /// Of a bonus; it has no table of its own, so that it never is the same as a block.
    init(_ bonus: Bonus) {
        code = bonus.code.uppercased()
        valuedTable = nil
        (targetGroups, durationClass, levels, kinds) = (0, nil, 0, 0)
        conditions = Set(bonus.conditions)
    }
}

/// The checks of headings and single cells.
extension ValuationTableReader {
    /// A filled column that nobody knows can hold a condition: without it a line would count for rows that it does not mean.
    private mutating func checkHeadings() {
        guard source.headerRecord >= 0 else { return }
        for column in source.extraColumns {
            let isFilled = data.records.contains { record in
                source.cells.text(Int(record), column.field).contains { !$0.isWhitespace }
            }
            guard isFilled else { continue }
            let meant = proposal(for: column.heading)
            problems.append(
                ValuationTableProblem(
                    id, source.fileName, row: source.cells.row(of: source.headerRecord), column: column.heading,
                    Text(
                        nl:
                            "De kolom '\(column.heading)' kennen wij niet, of zij staat er twee keer. Wat erin staat, zou niet meetellen.",
                        en:
                            "We do not know the column '\(column.heading)', or it is there twice. What is in it would not count."
                    ),
                    remedy: meant.map {
                        Text(
                            nl: "Bedoelt u '\($0)'? Verbeter dan de kop.",
                            en: "Do you mean '\($0)'? Then correct the heading.")
                    }
                        ?? Text(
                            nl: "Verwijder de kolom, of zet een toelichting in 'opmerking'.",
                            en: "Remove the column, or put a note into 'opmerking'.")))
        }
    }

    /// The column that the file lacks and whose name is `heading` with a mistake of the fingers, or begins it; nil when none is clear.
    private func proposal(for heading: String) -> String? {
        let folded = FoldedName.fold(heading)
        let typed = SpelledWord(folded)
        let facts = ValuationLine.table.facts.columns
        let lacking = facts.indices.filter { source.fieldOfColumn[$0] < 0 }.map { facts[$0].name }
        let near = lacking.filter { name in
            let known = FoldedName.fold(name)
            return EditDistance.mistakes(typed, SpelledWord(known)) != nil
                || known.utf8.count >= 5 && (folded.hasPrefix(known) || folded.count >= 5 && known.hasPrefix(folded))
        }
        return near.count == 1 ? near[0] : nil
    }

    /// A cell with something in it that gave no value was not understood.
    private mutating func checkCells(_ line: ValuationLine, _ index: Int) {
        if source.cells.isDamaged(Int(data.records[index])) {
            return report(index, nil, nl: "De rij is beschadigd.", en: "The line is damaged.")
        }
        let columns = ValuationLine.table.columns
        for column in columns.indices {
            // Most cells that gave no value have nothing in them, and need no text made of them.
            let field = source.fieldOfColumn[column]
            guard field >= 0, !source.cells.range(Int(data.records[index]), field).isEmpty,
                columns[column].binding.isEmpty(in: line)
            else { continue }
            let written = source.text(at: data.place(index, .known(column))) ?? ""
            guard written.contains(where: { !$0.isWhitespace }) else { continue }
            report(
                index, columns[column].facts.name, nl: "'\(written)' is niet te lezen.",
                en: "'\(written)' cannot be read.")
        }
    }

    private mutating func conditions(_ line: ValuationLine, _ index: Int) -> [Condition] {
        let written = text(line.condition)
        if let conditions = Condition.parse(written) { return conditions }
        report(
            index, "voorwaarde",
            remedy: Text(
                nl: "Schrijf kolom=waarde, met ' & ' tussen twee voorwaarden. Kolommen: \(Condition.columns).",
                en: "Write column=value, with ' & ' between two conditions. Columns: \(Condition.columns)."),
            nl: "De voorwaarde '\(written)' is niet bekend.",
            en: "The condition '\(written)' is not known.")
        return []
    }

    /// A maximum is understood, and one per activity belongs to a block for activities.
    private mutating func checkMaximum(
        _ line: ValuationLine, _ maximum: BlockMaximum?, _ each: Cents?, _ valuedTable: ValuedTable, _ index: Int
    ) {
        let remedy = Text(
            nl:
                "Schrijf een heel bedrag per dag, week, maand of jaar, zoals '1000 per dag'; bij activiteiten ook per keer.",
            en:
                "Write a whole amount per dag, week, maand or jaar, such as '1000 per dag'; for activities also per keer."
        )
        if maximum == nil, each == nil, !line.maximum.isEmpty {
            report(
                index, "max_per_periode", remedy: remedy, nl: "Het maximum '\(text(line.maximum))' is niet te lezen.",
                en: "The maximum '\(text(line.maximum))' cannot be read.")
        } else if each != nil, valuedTable != .activities {
            report(
                index, "max_per_periode", remedy: remedy, nl: "Een maximum per keer kan alleen bij activiteiten.",
                en: "A maximum per keer is for activities only.")
        }
    }

    private mutating func required(_ cell: TextCell, _ column: String, _ index: Int) -> String {
        if cell.isEmpty { report(index, column, nl: "De code ontbreekt.", en: "The code is missing.") }
        return text(cell)
    }

    private mutating func checkHours(_ hours: Quantity?, most: Int, _ column: String, _ index: Int) {
        guard let hours, hours <= .zero || hours > Quantity(most) else { return }
        report(index, column, nl: "Uren liggen tussen 0 en \(most).", en: "Hours lie between 0 and \(most).")
    }

    private mutating func checkMonths(_ months: Quantity?, _ column: String, _ index: Int) {
        guard let months, months.whole.map({ !(0...600).contains($0) }) ?? true else { return }
        report(index, column, nl: "Maanden zijn hele getallen tot 600.", en: "Months are whole numbers up to 600.")
    }

    private mutating func checkAmount(_ amount: Cents?, _ column: String, _ index: Int) {
        guard let amount, amount < .zero || amount > Self.highestAmount else { return }
        report(
            index, column, nl: "Een waarde ligt tussen 0 en 1 miljard euro.",
            en: "A value lies between 0 and 1 billion euros.")
    }

    /// No block comes near it; it keeps the arithmetic inside 64 bits.
    private static let highestAmount = Cents(100_000_000_000)

    private mutating func report(
        _ index: Int?, _ column: String?, isUsable: Bool = false, remedy: Text? = nil, nl: String, en: String
    ) {
        let row = index.map { source.cells.row(of: Int(data.records[$0])) }
        // A cell that cannot be read also gives no value; saying both would be twice the same. Problems of a row stand together.
        if row != nil,
            problems.suffix(ValuationLine.table.columns.count).contains(where: { $0.row == row && $0.column == column })
        {
            return
        }
        problems.append(
            ValuationTableProblem(
                id, source.fileName, row: row, column: column, isUsable: isUsable, Text(nl: nl, en: en),
                remedy: remedy ?? Self.remedy(for: column)))
    }

    /// What may stand in a column, as its own declaration says.
    private static func remedy(for column: String?) -> Text {
        let facts = ValuationLine.table.facts.columns.first { $0.name == column }
        guard let facts else {
            return Text(
                nl: "Vergelijk de rij met een ingebouwde tabel, en zet er een puntkomma tussen elke twee kolommen.",
                en: "Compare the row with a built-in table, with a semicolon between every two columns.")
        }
        if let codes = facts.codes {
            let list = codes.entries.map(\.code).joined(separator: ", ")
            let several = facts.kind == .codes
            return Text(
                nl: several ? "Kies uit: \(list); meer codes met | ertussen." : "Kies uit: \(list).",
                en: several ? "Choose from: \(list); several codes with | between them." : "Choose from: \(list).")
        }
        return Text(nl: "Schrijf bijvoorbeeld '\(facts.example)'.", en: "Write for example '\(facts.example)'.")
    }

    private func text(_ cell: TextCell) -> String { source.text(cell) }

    private func given(_ cell: TextCell) -> String? { cell.isEmpty ? nil : source.text(cell) }
}

extension Binding {
    /// Whether the column gave no value in `row`.
    fileprivate func isEmpty(in row: borrowing Row) -> Bool {
        switch self {
        case .text(let field): field.value(in: row).isEmpty
        case .identifier(let field): field.value(in: row) == nil
        case .kvk(let field): field.value(in: row) == nil
        case .day(let field): field.value(in: row) == nil
        case .money(let field): field.value(in: row) == nil
        case .number(let field): field.value(in: row) == nil
        case .period(let field): field.value(in: row) == nil
        case .code(_, let field): field.rawValue(in: row) == nil
        case .codes(_, let field): field.value(in: row) == 0
        }
    }
}

extension FoldedName {
    /// Whether two names of a table are the same apart from the case of letters.
    static func isSame(_ left: String, _ right: String) -> Bool { left.uppercased() == right.uppercased() }
}
