import Assessments
import Consolidations
import SocialReturnModel
import Spreadsheets

/// *Dashboard*: what a category manager talks about, in ten seconds.
///
/// From the top down: the key figures, the contracts to talk about first, four charts, and the tables that these draw.
struct DashboardSheet {
    let ministry: Ministry
    let writer: WorkbookWriter
    let page: Page
    let title: String

    var overview: Overview { ministry.overview }
    var language: Language { ministry.language }

    /// The width of each column in characters.
    static let widths: [Double] = [22, 40, 16, 16, 16, 15, 15, 15, 15, 15]
    static let titleRow = 0, subtitleRow = 1, tileRow = 3, followUpSection = 6
    /// How many contracts to talk about are on the sheet.
    static let mostContracts = 8
    /// How many lines a table for a chart has.
    static let mostLines = 8
    static let chartRows = 12

    init(_ ministry: Ministry, _ writer: WorkbookWriter, title: String) throws(SpreadsheetError) {
        self.ministry = ministry
        self.writer = writer
        self.title = title
        page = Page(try writer.addSheet(MinistrySheet.dashboard.name), writer)
    }

    /// Writes the sheet and opens the workbook on it.
    func write() throws {
        for (column, width) in Self.widths.enumerated() { try page.sheet.column(column, width: width) }
        try writeTop()
        try writeTiles()
        let urgent = self.urgent
        try writeFollowUp(urgent)
        let chartRow = Self.followUpSection + 2 + max(1, urgent.count) + 1
        try page.sheet.rowHeight(20, row: chartRow)
        try page.text(page.words("In beeld", "In pictures"), chartRow, 0, PageStyle.section)
        for row in chartRow + 1...chartRow + 2 * Self.chartRows + 1 { try page.sheet.rowHeight(15, row: row) }
        let last = try writeBlocks(from: chartRow + 2 * Self.chartRows + 3, chartRow: chartRow + 1)
        var setup = writer.printSetup()
        setup.margins.top = 1.2
        setup.margins.bottom = 1.4
        setup.area = CellRange(rows: 0...last, columns: 0...Self.widths.count - 1)
        try page.sheet.print(setup)
        page.sheet.hideGridlines()
        page.sheet.activate()
    }

    // MARK: - Top

    private func writeTop() throws {
        try page.sheet.rowHeight(30, row: Self.titleRow)
        try page.text(title, Self.titleRow, 0, PageStyle.title)
        let used = overview.results.count {
            if case .used = $0.use { true } else { false }
        }
        let replaced = overview.results.count {
            if case .replaced = $0.use { true } else { false }
        }
        let rejected = overview.results.count {
            if case .rejected = $0.use { true } else { false }
        }
        var facts = [
            page.words("stand op ", "state on ") + overview.day.formatted(language),
            page.words(
                used == 1 ? "1 rapportage telt mee" : "\(used) rapportages tellen mee",
                used == 1 ? "1 report counts" : "\(used) reports count"),
        ]
        if replaced > 0 { facts.append(page.words("\(replaced) vervangen", "\(replaced) replaced")) }
        if rejected > 0 { facts.append(page.words("\(rejected) afgekeurd", "\(rejected) rejected")) }
        if !overview.leftOut.isEmpty {
            facts.append(
                page.words("\(overview.leftOut.count) niet bruikbaar", "\(overview.leftOut.count) could not be used"))
        }
        facts.append(
            overview.precision == .rounded
                ? page.words(
                    "mensen afgerond op \(Precision.persons): zie Leeswijzer",
                    "people rounded to \(Precision.persons): see Leeswijzer")
                : page.words("VERTROUWELIJK: cijfers niet afgerond", "CONFIDENTIAL: figures not rounded"))
        try page.sheet.rowHeight(18, row: Self.subtitleRow)
        try page.text(facts.joined(separator: " · "), Self.subtitleRow, 0, PageStyle.subtitle)
    }

    // MARK: - Key figures

    private static let tile = Style(
        fontSize: 14, isBold: true, fontColor: Palette.ribbonBlue, fill: Palette.blueTint, horizontal: .left,
        vertical: .center, indent: 1)
    private static let tileName = Style(
        fontColor: Palette.grey, fill: Palette.blueTint, horizontal: .left, vertical: .bottom, wrapsText: true,
        indent: 1)
    private static let tileWords = tile.with { ($0.fontSize, $0.wrapsText) = (10, true) }

    /// Millions and billions in short: the cell holds every cent.
    private var eurosInBrief: String {
        let (million, billion) = (page.words("mln", "m"), page.words("mld", "bn"))
        return "[>=1000000000]\"€\" #,##0.0,,,\" \(billion)\";[>=1000000]\"€\" #,##0.0,,\" \(million)\";\"€\" #,##0"
    }

    private func writeTiles() throws {
        let total = overview.total.figures
        let categories = SummedLines(
            sheet: .categories, lines: Array(overview.categories.indices), figures: { overview.categories[$0].figures })
        let tiles: [(Text, Cell, String)] = [
            (
                Text(nl: "Verplichting", en: "Obligation"), money("verplichting", \.agreed),
                eurosInBrief
            ),
            (Text(nl: "Nu te bespreken", en: "To discuss now"), .text(attention), "General"),
            (
                Text(nl: "Gerealiseerd", en: "Realised"),
                money("gerealiseerd", \.realised),
                eurosInBrief
            ),
            (
                Text(nl: "Nog te doen", en: "Still to do"), money("nog_te_doen", \.toDo),
                eurosInBrief
            ),
            (Text(nl: "Behaald", en: "Achieved"), achieved, "0%"),
            (FigureKind.persons.heading, FigureKind.persons.cell(total, ministry, sumOf: categories), "#,##0"),
            (FigureKind.fte.heading, FigureKind.fte.cell(total, ministry, sumOf: categories), "#,##0.0"),
            (FigureKind.hours.heading, FigureKind.hours.cell(total, ministry, sumOf: categories), "#,##0"),
            (
                FigureKind.permanentJobs.heading, FigureKind.permanentJobs.cell(total, ministry, sumOf: categories),
                "#,##0"
            ),
            (Text(nl: "Contracten", en: "Contracts"), contractCount, "#,##0"),
        ]
        try page.sheet.rowHeight(20, row: Self.tileRow)
        for (column, tile) in tiles.enumerated() {
            try page.text(tile.0[language], Self.tileRow, column, Self.tileName)
        }
        try page.sheet.rowHeight(30, row: Self.tileRow + 1)
        for (column, tile) in tiles.enumerated() {
            let isWords = tile.1.shownText != nil
            try put(
                tile.1, Self.tileRow + 1, column,
                isWords ? Self.tileWords : Self.tile.with { $0.numberFormat = tile.2 })
        }
        try page.text(coverage, Self.tileRow + 2, 0, PageStyle.subtitle)
    }

    /// What the figures in euros cover, and how they fit together.
    private var coverage: String {
        let all = overview.contracts.count
        let agreed = overview.contracts.count { $0.agreed != nil }
        let realised = overview.contracts.count { $0.realised != nil }
        guard agreed + realised > 0 else {
            return page.words(
                "Geen contract heeft een verplichting in euro's.", "No contract has an obligation in euros.")
        }
        var parts = [
            page.words(
                "Verplichting over \(agreed) van de \(all) contracten",
                "Obligation over \(agreed) of the \(all) contracts")
        ]
        if realised != agreed {
            parts.append(
                page.words(
                    "gerealiseerd over \(realised) van de \(all)", "realised over \(realised) of the \(all)"))
        }
        if let surplus = overview.total.surplus, surplus > .zero {
            let amount = surplus.formatted(language)
            parts.append(
                page.words(
                    "\(amount) boven de afspraak telt niet voor een ander contract: Nog te doen en Behaald gaan per contract "
                        + "tot de afspraak",
                    "\(amount) above what was agreed does not count for another contract: Still to do and Achieved go up to "
                        + "what each contract agreed"))
        }
        if overview.total.inConsultation != .zero {
            let amount = overview.total.inConsultation.formatted(language)
            parts.append(
                page.words(
                    "daarnaast \(amount) in overleg, dat nog niet meetelt",
                    "beside this \(amount) in consultation, which does not count yet"))
        }
        return parts.joined(separator: "; ") + "."
    }

    private var contractCount: Cell {
        guard let extent = ministry.extents[.categories], !overview.categories.isEmpty else { return .integer(0) }
        return .formula(extent.sum("contracten"), .number(Double(overview.contracts.count)))
    }

    /// An amount over all contracts, from the lines of *Categorieën*, or the number itself where rounded amounts do not add up to it.
    private func money(_ key: String, _ amount: KeyPath<AggregateLine, Cents?>) -> Cell {
        let sum = overview.categories.reduce(Cents.zero) { $0 + ($1[keyPath: amount] ?? .zero) }
        if let total = overview.total[keyPath: amount], total != sum { return .euros(total) }
        guard let extent = ministry.extents[.categories], !overview.categories.isEmpty else { return .euros(sum) }
        return .formula("ROUND(\(extent.sum(key)),2)", .scaled(sum.rawValue, decimals: 2))
    }

    private var achieved: Cell {
        let contracts = overview.contracts.filter { ($0.agreed ?? .zero) > .zero }
        guard !contracts.isEmpty, contracts.allSatisfy({ $0.toDo != nil }), let left = overview.total.toDo else {
            return .text("–")
        }
        let (agreed, toDo) = (
            CellReference(row: Self.tileRow + 1, column: 0).a1, CellReference(row: Self.tileRow + 1, column: 3).a1
        )
        return .formula("MAX(0,1-\(toDo)/\(agreed))", .number(Ministry.achieved(contracts, left)))
    }

    /// What asks for attention, in a few words.
    private var attention: String {
        let contracts = overview.contracts
        let parts: [(Int, String, String, String, String)] = [
            (
                contracts.count(where: \.isBehind), "contract achter", "contracten achter", "contract behind",
                "contracts behind"
            ),
            (
                contracts.reduce(0) { $0 + $1.commitments.overdue }, "afspraak te laat", "afspraken te laat",
                "commitment overdue", "commitments overdue"
            ),
            (
                contracts.reduce(0) { $0 + $1.helpRequests }, "hulpvraag", "hulpvragen", "request for help",
                "requests for help"
            ),
            (
                overview.crossFindings.count { !$0.isAboutRegister }, "dubbele melding", "dubbele meldingen",
                "double report", "double reports"
            ),
        ]
        let texts = parts.filter { $0.0 > 0 }.map { count, one, more, oneEnglish, moreEnglish in
            "\(Quantity(count).formatted(language)) "
                + (count == 1 ? page.words(one, oneEnglish) : page.words(more, moreEnglish))
        }
        return texts.isEmpty ? page.words("niets bijzonders", "nothing in particular") : texts.joined(separator: " · ")
    }

    /// Puts a declared cell on the page.
    func put(_ cell: Cell, _ row: Int, _ column: Int, _ style: Style) throws {
        switch cell.content {
        case .empty: try page.text("", row, column, style)
        case .text(let text), .link(let text, _): try page.text(text, row, column, style)
        case .decimal(let value, let decimals):
            try page.sheet.scaled(value, decimals: decimals, row: row, column: column, style: writer.file.style(style))
        case .number(let value): try page.number(value, row, column, style)
        case .day(let day): try page.day(day, row, column, style)
        case .formula(let formula, let cached): try page.formula(formula, cached, row, column, style)
        }
    }
}
