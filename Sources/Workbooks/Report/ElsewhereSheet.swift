import Assessments
import Intake
import Parameters
import Plumbing
import SocialReturnModel
import Spreadsheets
import Valuations

/// A line of *Elders* in the report: what the rows of a contract come to; or of *Elders per rij*: a row of the supplier.
struct ElsewhereLine: Sendable {
    /// What the line is about.
    enum Kind: Sendable {
        /// What the rows of the contract count for, together.
        case total
        /// What would count as soon as a client accepts it.
        case waiting
        /// What each table rewards differently.
        case difference
        /// A row, by its part.
        case row(ElsewherePart)
    }

    /// What the line is about.
    let kind: Kind
    /// The number of the contract.
    let contract: String
    /// The table that the contract names; nil for none.
    let ownTable: String?
    /// The row's own reference, and what it is.
    let reference, description: String
    /// What stands under each table.
    let values: [ElsewhereCell]
    /// Where it stands on its sheet, from 0.
    var position = 0
}

/// What stands under one table.
enum ElsewhereCell: Sendable {
    case amount(Cents)
    case words(String)
}

extension ReportSheet {
    static let elsewhere = ReportSheet(
        page: "Elders", at: 300,
        meaning: Text(
            nl: "Wat dezelfde inzet waard is volgens andere gemeenten. Om van te leren; het telt nergens in mee.",
            en: "What the same efforts are worth by other municipalities. To learn from; it counts in nothing."),
        isThere: { $0.elsewhere != nil }
    ) { contents in
        guard let sheet = contents.elsewhere else { return nil }
        let writer = contents.report.writer
        return try writer.prepare(sheet.sumSheet(writer.sheetRows), sheet.sums, count: sheet.sums.count)
    }

    static let elsewhereRows = ReportSheet(
        page: "Elders per rij", at: 310, meaning: Text(nl: "Hetzelfde, per rij.", en: "The same, by row."),
        isThere: { $0.elsewhere != nil }
    ) { contents in
        guard let sheet = contents.elsewhere else { return nil }
        return try contents.report.writer.prepare(sheet.rowSheet, sheet.rows, count: sheet.rows.count)
    }
}

/// *Elders* and *Elders per rij* in the report: each placement, purchase and activity under each valuation table. Part of no score.
struct ElsewhereSheet: Sendable {
    /// The tables, a column each.
    let tables: [ValuationTable]
    /// What each contract comes to.
    let sums: [ElsewhereLine]
    /// The rows, by contract; of a very large report the first ones.
    let rows: [ElsewhereLine]
    /// How many more rows there are. What each contract comes to counts them.
    let rowsLeftOut: Int

    /// More rows than this nobody compares one by one, and each would be valued and written under every table for nothing.
    static let mostRows = 10_000

    /// Whether anything can be valued: there is a register, a period, and a row that counts under a contract that the register knows.
    static func isThere(_ assessment: Assessment) -> Bool {
        guard assessment.context.register != nil, assessment.context.period != nil,
            !assessment.tables.besideEachOther.isEmpty
        else { return false }
        func isAny<Row>(_ table: TableData<Row>?, _ contract: (Row) -> Symbol?) -> Bool {
            guard let table else { return false }
            return table.acceptedIndices.contains { index in
                contract(table.rows[index]).map { assessment.context.terms[$0] != nil } ?? false
            }
        }
        let submission = assessment.submission
        return isAny(submission.placements, \.contract) || isAny(submission.purchases, \.contract)
            || isAny(submission.activities, \.contract)
    }

    /// The first rows of the report that are under a contract that the register knows. Only of these are values kept.
    private struct Shown: Sendable {
        private var slots: [TableID: [Int: Int]] = [:]
        private(set) var count = 0
        /// How many more rows there are.
        private(set) var leftOut = 0

        init(in report: Report) {
            let submission = report.assessment.submission
            reserve(.placements, submission.placements, report, \.contract)
            reserve(.purchases, submission.purchases, report, \.contract)
            reserve(.activities, submission.activities, report, \.contract)
        }

        private mutating func reserve<Row>(
            _ id: TableID, _ table: TableData<Row>?, _ report: Report, _ contract: (Row) -> Symbol?
        ) {
            guard let table else { return }
            for index in table.acceptedIndices {
                guard let named = contract(table.rows[index]), report.assessment.context.terms[named] != nil else {
                    continue
                }
                guard count < ElsewhereSheet.mostRows else {
                    leftOut += 1
                    continue
                }
                slots[id, default: [:]][index] = count
                count += 1
            }
        }

        /// The place of `row` among those that are shown; nil for one that is not.
        func slot(of row: ElsewhereRow) -> Int? { slots[row.table]?[row.index] }
    }

    /// What the rows count for under one table.
    private struct UnderTable: Sendable {
        /// By contract and part.
        private(set) var sums: [Symbol: [ElsewherePart: ElsewhereSum]] = [:]
        /// The rows that are shown, and what stands there for them.
        private(set) var shown: [(row: ElsewhereRow, cell: ElsewhereCell)?]

        init(
            _ table: ValuationTable, _ assessment: Assessment, _ register: ContractRegister, _ period: ReportingPeriod,
            _ rows: Shown, _ language: Language
        ) {
            shown = Array(repeating: nil, count: rows.count)
            ElsewhereRow.forEach(of: assessment.submission, under: table, register, assessment.tables, period) { row in
                guard assessment.context.terms[row.contract] != nil else { return }
                sums[row.contract, default: [:]][row.part, default: ElsewhereSum()].add(row.value)
                if let slot = rows.slot(of: row) { shown[slot] = (row, row.value.cell(language)) }
            }
        }

        /// The lines of the rows that are shown, by contract, with their cells under each of `tables`.
        static func lines(_ tables: [UnderTable], _ report: Report) -> [Symbol: [ElsewhereLine]] {
            let rows = tables.first?.shown.enumerated().compactMap { slot, shown in shown.map { (slot, $0.row) } } ?? []
            return rows.reduce(into: [:]) { lines, shown in
                let (slot, row) = shown
                let (reference, description) = Self.words(row, report)
                lines[row.contract, default: []].append(
                    ElsewhereLine(
                        kind: .row(row.part), contract: report.text(row.contract),
                        ownTable: report.assessment.context.terms[row.contract]?.tableInUse?.id, reference: reference,
                        description: description, values: tables.compactMap { $0.shown[slot]?.cell }))
            }
        }

        private static func words(_ row: ElsewhereRow, _ report: Report) -> (reference: String, description: String) {
            let (submission, language) = (report.assessment.submission, report.language)
            if row.table == .placements, let placement = submission.placements?.rows[row.index] {
                return (
                    report.text(placement.id),
                    [placement.targetGroup?.name[language], placement.kind?.name[language]].compactMap { $0 }
                        .joined(separator: ", ")
                )
            }
            if row.table == .purchases, let table = submission.purchases {
                let purchase = table.rows[row.index]
                return (report.text(purchase.invoiceNumber), table.source.text(purchase.partnerName))
            }
            let activity = submission.activities?.rows[row.index]
            return (activity?.date?.formatted(language) ?? "", activity?.kind?.name[language] ?? "")
        }
    }

    /// What the rows of `report` count for; nil where nothing can be valued, as there is no register, no period or no known contract.
    init?(_ report: Report) {
        let assessment = report.assessment
        let language = report.language
        guard Self.isThere(assessment), let register = assessment.context.register,
            let period = assessment.context.period
        else { return nil }
        let tables = assessment.tables.besideEachOther
        self.tables = tables
        let shown = Shown(in: report)
        // Each table by itself, side by side: of a large report this takes as long as all rules.
        let found = Parallel.map(tables.count) { UnderTable(tables[$0], assessment, register, period, shown, language) }
        var sums: [Symbol: [ElsewherePart: [ElsewhereSum]]] = [:]
        let empty = Array(repeating: ElsewhereSum(), count: tables.count)
        for (position, table) in found.enumerated() {
            for (contract, parts) in table.sums {
                for (part, sum) in parts { sums[contract, default: [:]][part, default: empty][position] = sum }
            }
        }
        guard !sums.isEmpty else { return nil }
        let shownLines = UnderTable.lines(found, report)
        var (lines, all) = ([ElsewhereLine](), [ElsewhereLine]())
        for (contract, parts) in sums.sorted(by: { report.text($0.key) < report.text($1.key) }) {
            let ownTable = assessment.context.terms[contract]?.tableInUse?.id
            var totals = Array(repeating: ElsewhereSum(), count: tables.count)
            for (_, values) in parts { for index in totals.indices { totals[index].add(values[index]) } }
            func line(_ kind: ElsewhereLine.Kind, _ description: Text, _ values: [ElsewhereCell]) -> ElsewhereLine {
                ElsewhereLine(
                    kind: kind, contract: report.text(contract), ownTable: ownTable, reference: "",
                    description: description[language], values: values)
            }
            lines.append(
                line(
                    .total, Text(nl: "Wat alles samen waard is", en: "What all of it is worth"),
                    totals.map { $0.total(language) }))
            if totals.contains(where: { $0.waiting != .zero }) {
                lines.append(
                    line(
                        .waiting,
                        Text(
                            nl: "In overleg: telt pas als de opdrachtgever het accepteert",
                            en: "In consultation: counts when the client accepts it"),
                        totals.map { $0.waiting == .zero ? .words("") : .amount($0.waiting) }))
            }
            lines.append(
                line(
                    .difference, Text(nl: "Wat deze tabel anders beloont", en: "What this table rewards differently"),
                    tables.indices.map { .words(ElsewhereDifference(of: $0, parts).text(language)) }))
            all += shownLines[contract] ?? []
        }
        func placed(_ lines: [ElsewhereLine]) -> [ElsewhereLine] {
            lines.enumerated().map { position, line in
                var line = line
                line.position = position
                return line
            }
        }
        (self.sums, self.rows, rowsLeftOut) = (placed(lines), placed(all), shown.leftOut)
    }

    /// *Elders per rij*: each row under each table.
    var rowSheet: SheetDefinition<ElsewhereLine> {
        let shown = (nl: Quantity(rows.count).formatted(.dutch), en: Quantity(rows.count).formatted(.english))
        let left = (nl: Quantity(rowsLeftOut).formatted(.dutch), en: Quantity(rowsLeftOut).formatted(.english))
        let all = Text(
            nl: "Elke inzet, factuur en activiteit volgens elke tabel. Een cel zonder bouwblok is geen 0.",
            en: "Each placement, invoice and activity by each table. A cell without a building block is not 0.")
        return SheetDefinition(
            name: ReportSheet.elsewhereRows.name, title: Text(nl: "Elders per rij", en: "Elsewhere by row"),
            explanation: rowsLeftOut == 0
                ? all
                : Text(
                    nl:
                        "\(all.nl) Dit zijn de eerste \(shown.nl) rijen; \(left.nl) staan er niet bij. De totalen op Elders tellen ze mee.",
                    en:
                        "\(all.en) These are the first \(shown.en) rows; \(left.en) are left out. The totals on Elders count them."
                ),
            frozenColumns: 2,
            columns: [
                contract, kind,
                SheetColumn(Text(nl: "Kenmerk", en: "Reference"), key: "kenmerk", width: 12...20) { line, _ in
                    .text(line.reference)
                },
                description,
            ] + columns(nil, nil, .euros))
    }

    /// *Elders*: what each contract comes to by each table.
    func sumSheet(_ sheetRows: Int) -> SheetDefinition<ElsewhereLine> {
        func definition(_ own: SheetRange?, _ rows: SheetRange?) -> SheetDefinition<ElsewhereLine> {
            SheetDefinition(
                name: ReportSheet.elsewhere.name, title: Text(nl: "Elders", en: "Elsewhere"),
                explanation: Text(
                    nl:
                        "Wat dezelfde inzet waard is volgens de tabellen van gemeenten en regio's. Om van te leren: het telt nergens in mee.",
                    en:
                        "What the same efforts are worth by the tables of municipalities and regions. To learn from: it counts in nothing."
                ),
                frozenColumns: 2,
                columns: [
                    contract, kind, description,
                    SheetColumn(
                        Text(nl: "Tabel van het contract", en: "Table of the contract"), key: "eigen", width: 16...24
                    ) { line, language in
                        .text(line.ownTable ?? Text(nl: "geen", en: "none")[language])
                    },
                ] + columns(own, rows, .wholeEuros))
        }
        // Beyond some millions of comparisons of texts a recalculation takes seconds: then a total is a number.
        guard rowsLeftOut == 0, sums.count * rows.count * tables.count <= 20_000_000 else {
            return definition(nil, nil)
        }
        let own = definition(nil, nil).frame.extent(lineCount: sums.count, sheetRows: sheetRows)
        return definition(own, rowSheet.frame.extent(lineCount: rows.count, sheetRows: sheetRows))
    }

    private var contract: SheetColumn<ElsewhereLine> {
        SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...22) { line, _ in
            .text(line.contract)
        }
    }

    private var kind: SheetColumn<ElsewhereLine> {
        SheetColumn(Text(nl: "Soort", en: "Kind"), key: "soort", width: 12...14) { line, language in
            line.kindCell(language)
        }
    }

    private var description: SheetColumn<ElsewhereLine> {
        SheetColumn(Text(nl: "Omschrijving", en: "Description"), key: "omschrijving", width: 26...32, .wrapped) {
            line, _ in
            .text(line.description)
        }
    }

    /// A column a table. A total is the sum of the rows with the contract that stands beside it, wherever sorting puts either; it
    /// says nothing by its cents, which the rows have.
    private func columns(_ own: SheetRange?, _ rows: SheetRange?, _ look: CellStyle) -> [SheetColumn<ElsewhereLine>] {
        tables.enumerated().map { index, table in
            SheetColumn(table.comparedHeading, key: table.id, width: 18.5...18.5, look) { line, _ in
                switch line.values[index] {
                case .words(let words): return .text(words, .muted)
                case .amount(let amount):
                    guard case .total = line.kind, let own, let rows else { return .euros(amount) }
                    let criterion = own.ownCell("contract", line: line.position)
                    return .formula(
                        "ROUND(\(rows.sum(table.id, whereContractIs: criterion)),2)",
                        .scaled(amount.rawValue, decimals: 2))
                }
            }
        }
    }
}

extension SheetRange {
    /// The sum of a column over the lines of a contract. It compares texts as they are: a criterion of SUMIFS would take a star in a number of
    /// a contract for any text.
    fileprivate func sum(_ key: String, whereContractIs cell: String) -> String {
        zip(references("contract"), references(key)).map { "SUMPRODUCT(--(\($0)=\(cell)),\($1))" }
            .joined(separator: "+")
    }
}

extension ElsewhereLine {
    fileprivate static func kindName(_ part: ElsewherePart) -> Text {
        switch part {
        case .placements: Text(nl: "Inzet", en: "Placement")
        case .purchases: Text(nl: "Inkoop", en: "Purchase")
        case .activities: Text(nl: "Activiteit", en: "Activity")
        }
    }

    fileprivate func kindCell(_ language: Language) -> Cell {
        switch kind {
        case .total: .text(Text(nl: "Totaal", en: "Total")[language], .strong)
        case .waiting: .text(Text(nl: "In overleg", en: "Waiting")[language])
        case .difference: .text(Text(nl: "Verschil", en: "Difference")[language])
        case .row(let part): .text(Self.kindName(part)[language])
        }
    }
}

extension ElsewhereSum {
    /// What the rows come to; in words where none of them has an amount, as nothing is not 0.
    fileprivate func total(_ language: Language) -> ElsewhereCell {
        if hasAmount { return .amount(value) }
        if waiting != .zero { return .words(Text(nl: "in overleg", en: "in consultation")[language]) }
        return unknown == 0
            ? .words(Text(nl: "geen bouwblok", en: "no building block")[language])
            : .words(Text(nl: "niet te zeggen", en: "cannot be told")[language])
    }
}

extension ElsewhereValue {
    fileprivate func cell(_ language: Language) -> ElsewhereCell {
        switch self {
        case .value(let amount): .amount(amount)
        case .inConsultation(let amount):
            .words(Text(nl: "in overleg: ", en: "in consultation: ")[language] + amount.formatted(language))
        case .none: .words(reason(language) ?? "")
        }
    }
}
