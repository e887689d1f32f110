import Assessments
import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let dashboard = MinistrySheet(
        page: "Dashboard", at: 20,
        meaning: Text(
            nl: "De stand in één oogopslag, en waarover u nu kunt praten.",
            en: "How things stand at a glance, and what to talk about now.")
    ) { ministry, writer in
        try DashboardSheet(ministry, writer).write()
        return nil
    }
}

/// *Dashboard*: one page and one screen for whoever leads the network.
///
/// From the top down: who reported, one sentence, how far people have come beside the trend and whose turn it is, what to talk
/// about, progress by approach, and what stands apart. Figures are those of the overview, so that no sorting changes them.
struct DashboardSheet {
    let ministry: Ministry
    let writer: WorkbookWriter
    let page: Page
    private let canvas: Canvas
    private let columns: DashboardColumns

    var overview: Overview { ministry.overview }
    var picture: Picture { ministry.overview.picture }
    var language: Language { ministry.language }

    static let titleRow = 0, coverageRow = 1, sentenceRow = 2, blockRow = 5
    /// How many periods of the trend there is room for.
    private static let mostPoints = 4

    init(_ ministry: Ministry, _ writer: WorkbookWriter) throws(SpreadsheetError) {
        self.ministry = ministry
        self.writer = writer
        page = Page(try writer.addSheet(MinistrySheet.dashboard.name), writer)
        canvas = Canvas(page, writer.file)
        columns = DashboardColumns(
            points: min(Self.mostPoints, ministry.overview.picture.trend?.points.count ?? 0))
    }

    /// Writes the sheet and opens the workbook on it.
    func write() throws {
        for (column, width) in columns.widths.enumerated() { try page.sheet.column(column, width: width) }
        writeTop()
        try writeFunnel()
        try writeTrend()
        writeTurns()
        var row = Self.blockRow + 10
        writeTopics(&row)
        writeRegimes(&row)
        for (number, line) in apart.enumerated() {
            if number > 0 { row += 1 }
            write(line, row, 0, PageStyle.subtitle)
        }
        try canvas.finish()
        var setup = writer.pagePrintSetup()
        setup.area = CellRange(rows: 0...row, columns: 0...columns.widths.count - 1)
        try page.sheet.print(setup)
        page.sheet.hideGridlines()
        page.sheet.zoom(72)
        page.sheet.activate()
    }

    // MARK: - Top

    private static let sentence = Style(
        fontSize: 12, isBold: true, fontColor: Palette.ribbonBlue, fill: Palette.blueTint, vertical: .center, indent: 1)

    private func writeTop() {
        canvas.rowHeight(28, row: Self.titleRow)
        canvas.text(
            "\(ministry.title) · " + page.words("stand ", "state ") + overview.day.formatted(language), Self.titleRow,
            0,
            PageStyle.title)
        let coverage = ministry.coverage
        canvas.rowHeight(15, row: Self.coverageRow)
        canvas.link(
            cut(coverage, to: Ministry.longestCoverage), to: coverage.isEmpty ? nil : ministry.extents[.response]?.top,
            Self.coverageRow, 0,
            PageStyle.subtitle.with { $0.isUnderlined = true })
        let lines = wrapped(ministry.sentence, width: 150, lines: 3)
        for number in 0..<max(2, lines.count) {
            canvas.rowHeight(18, row: Self.sentenceRow + number)
            canvas.blanks(Self.sentenceRow + number, 0..<columns.widths.count, Self.sentence)
            if number < lines.count { canvas.text(lines[number], Self.sentenceRow + number, 0, Self.sentence) }
        }
        if lines.count < 3 { canvas.rowHeight(4, row: Self.sentenceRow + 2) }
    }

    // MARK: - People

    private func section(_ text: String, _ row: Int, _ column: Int, _ indent: Int = 0) {
        canvas.rowHeight(18, row: row)
        canvas.text(text, row, column, PageStyle.section.with { $0.indent = indent })
    }

    private func writeFunnel() throws {
        let step = overview.precision == .rounded ? RoundingSteps().persons : nil
        section(
            page.words(
                "Van start naar vast werk (mensen\(step.map { ", afgerond op \($0.nl)" } ?? ""))",
                "From the start to permanent work (people\(step.map { ", rounded to \($0.en)" } ?? ""))"),
            Self.blockRow, 0)
        let funnel = picture.funnel
        let lines: [(String, Int, Bool)] = [
            (page.words("Deden mee", "Took part"), funnel.all, true),
            (page.words("Nu aan het werk of lerend", "Now working or learning"), funnel.present, false),
            (page.words("· op een leerplek", "· learning"), funnel.learning, false),
            (page.words("· met tijdelijk werk", "· in temporary work"), funnel.temporary, false),
            (page.words("· met vast werk", "· in permanent work"), funnel.permanent, true),
            (page.words("   langer dan 3 maanden", "   for over 3 months"), funnel.stayed, false),
            (page.words("Gestopt voor opleiding", "Left for education"), funnel.toStudy, false),
            (page.words("Gestopt of onbekend", "Left or unknown"), funnel.left, false),
        ]
        for (number, line) in lines.enumerated() {
            let row = Self.blockRow + 1 + number
            canvas.rowHeight(15, row: row)
            canvas.text(line.0, row, 0, line.2 ? PageStyle.strong : PageStyle.text)
            if number > 0, !ministry.showsStages {
                canvas.text(page.words("te weinig", "too few"), row, 1, PageStyle.words)
            } else {
                canvas.number(Double(line.1), row, 1, PageStyle.count.with { $0.isBold = line.2 })
            }
        }
        let rows = Self.blockRow + 1...Self.blockRow + lines.count
        try page.sheet.dataBar(
            CellRange(rows: rows, column: 1), color: Palette.paleBlue, from: 0...Double(max(1, funnel.all)))
        canvas.rowHeight(4, row: Self.blockRow + 9)
    }

    private func writeTrend() throws {
        let (top, left) = (Self.blockRow, columns.trend)
        guard let trend = picture.trend else {
            section(page.words("Trend", "Trend"), top, left)
            return canvas.text(
                page.words(
                    "Nog geen twee even lange perioden van dezelfde leveranciers.",
                    "Not yet two periods of one length by the same suppliers."), top + 1,
                left,
                PageStyle.subtitle)
        }
        section(
            trend.ofSuppliers == 1
                ? page.words("Trend: de enige leverancier", "Trend: the only supplier")
                : page.words(
                    "Trend: \(trend.suppliers) van \(trend.ofSuppliers) leveranciers, die elke keer meldden",
                    "Trend: \(trend.suppliers) of \(trend.ofSuppliers) suppliers, which reported every time"), top, left
        )
        let points = trend.points.suffix(Self.mostPoints)
        let labels = [
            page.words("Mensen", "People"), page.words("Met vast werk", "In permanent work"),
            page.words("Fte, laatste dag", "FTE, last day"),
        ]
        canvas.blanks(top + 1, left..<columns.firstPoint, PageStyle.headingRest)
        for (number, label) in labels.enumerated() {
            canvas.blanks(top + 2 + number, left..<columns.firstPoint)
            canvas.text(label, top + 2 + number, left, PageStyle.text)
        }
        for (number, point) in points.enumerated() {
            let column = columns.firstPoint + number
            canvas.text(point.period.description, top + 1, column, PageStyle.numberHeading)
            canvas.number(Double(point.figures.persons), top + 2, column, PageStyle.count)
            canvas.number(Double(point.permanent), top + 3, column, PageStyle.count)
            if let fte = point.figures.lastDayFTE {
                canvas.scaled(fte.tenThousandths, decimals: 4, top + 4, column, PageStyle.number("#,##0.0"))
            } else {
                canvas.text(page.words("onbekend", "unknown"), top + 4, column, PageStyle.words)
            }
        }
        try chart(Array(points), row: top + 5, column: left)
    }

    private func chart(_ points: [Trend.Point], row: Int, column: Int) throws {
        let names = points.map(\.period.description)
        let first = columns.firstPoint
        func series(_ name: String, _ row: Int, _ color: Color, _ values: [Int]) -> Chart.Series {
            let columns = first...first + points.count - 1
            return Chart.Series(
                name: name, sheet: page.sheet.name, values: CellRange(rows: row...row, columns: columns),
                categories: CellRange(rows: Self.blockRow + 1...Self.blockRow + 1, columns: columns), color: color,
                cachedValues: values.map(Double.init), cachedCategories: names)
        }
        let (people, permanent) = (page.words("Mensen", "People"), page.words("Met vast werk", "In permanent work"))
        let figures = points.map { "\($0.period): \($0.figures.persons), \($0.permanent)" }.joined(separator: "; ")
        var chart = Chart(
            .columns, title: "",
            description: page.words(
                "Staafdiagram van mensen en van wie met vast werk, per periode. ",
                "Column chart of people and of those in permanent work, by period. ") + figures + ".",
            series: [
                series(people, Self.blockRow + 2, Palette.paleBlue, points.map(\.figures.persons)),
                series(permanent, Self.blockRow + 3, Palette.darkBlue, points.map(\.permanent)),
            ])
        // Long numbers do not fit above their columns; they stand right above the chart.
        chart.showsValues = points.allSatisfy { $0.figures.persons < 1_000 }
        chart.valueFormat = "#,##0"
        chart.legend = .right
        chart.width = 480
        chart.height = 104
        try page.sheet.chart(chart, row: row, column: column)
    }

    private func writeTurns() {
        let (top, left) = (Self.blockRow, columns.turn)
        section(
            page.words("Wie is aan zet? (afspraken)", "Whose turn is it? (commitments)"), top, left, Self.turnIndent)
        canvas.text(
            page.words("Eigenaar", "Owner"), top + 1, left, PageStyle.heading.with { $0.indent = Self.turnIndent })
        for (number, heading) in [
            page.words("Gehaald", "Met"), page.words("Loopt", "Open"), page.words("Te laat", "Overdue"),
        ].enumerated() {
            canvas.text(heading, top + 1, left + 1 + number, PageStyle.numberHeading)
        }
        for (number, line) in picture.turns.prefix(5).enumerated() {
            let row = top + 2 + number
            canvas.link(
                Ministry.codeName(Owner.self, line.owner, language), to: ministry.extents[.commitments]?.top, row, left,
                PageStyle.link.with { $0.indent = Self.turnIndent })
            for (column, count) in [line.met, line.open].enumerated() {
                canvas.number(Double(count), row, left + 1 + column, PageStyle.count)
            }
            let late = PageStyle.mark(.warning).with { ($0.numberFormat, $0.horizontal) = ("\"▲ \"#,##0", .right) }
            canvas.number(Double(line.overdue), row, left + 3, line.overdue > 0 ? late : PageStyle.count)
        }
        for (number, line) in wrapped(ministry.lateWords, width: 52, lines: 3).enumerated() {
            canvas.text(
                line, top + 2 + min(5, picture.turns.count) + number, left,
                PageStyle.subtitle.with { $0.indent = Self.turnIndent })
        }
    }

    /// How far words about whose turn it is stand from the numbers of the trend at their left.
    private static let turnIndent = 3

    // MARK: - To talk about

    /// How many lines a topic takes at most; it has two, as most need no more.
    private static let mostLines = 3

    private func writeTopics(_ row: inout Int) {
        section(page.words("Waarover nu praten", "What to talk about now"), row, 0)
        row += 1
        canvas.blanks(row, 0..<columns.widths.count, PageStyle.headingRest)
        for (column, heading) in [
            (0, page.words("Wat", "What")), (DashboardColumns.place, page.words("Waar", "Where")),
            (DashboardColumns.note, page.words("Wat er speelt", "What it is about")),
            (columns.words, page.words("In hun eigen woorden", "In their own words")),
            (columns.owner, page.words("Wie is aan zet", "Whose turn")),
            (columns.due, page.words("Voor wanneer", "By when")),
        ] {
            canvas.text(heading, row, column, PageStyle.heading.with { ($0.wrapsText, $0.border) = (false, Border()) })
        }
        row += 1
        let plain = PageStyle.text.with { $0.border = Border() }
        let topics = ministry.topics
        if topics.isEmpty {
            canvas.text(
                page.words(
                    "De rapportages die meetellen, noemen nu niets om over te praten. Wat ontbreekt of is afgekeurd, staat op Respons.",
                    "The reports that count name nothing to talk about now. What is missing or was rejected, is on Respons."
                ), row, 0, PageStyle.subtitle)
            row += 1
        }
        for topic in topics {
            let texts = [
                (DashboardColumns.place, wrapped(topic.place, width: 37, lines: Self.mostLines)),
                (DashboardColumns.note, wrapped(topic.note, width: 49, lines: Self.mostLines)),
                (columns.words, wrapped(topic.words, width: 49, lines: Self.mostLines)),
                (columns.owner, wrapped(topic.owner, width: 22, lines: 2)),
                (columns.due, wrapped(topic.due, width: 21, lines: 2)),
            ]
            let count = max(2, texts.map(\.1.count).max() ?? 0)
            for number in 0..<count {
                let isLast = number == count - 1
                canvas.rowHeight(15, row: row + number)
                canvas.blanks(row + number, 0..<columns.widths.count, isLast ? PageStyle.text : plain)
                for (column, lines) in texts where number < lines.count {
                    canvas.text(lines[number], row + number, column, isLast ? PageStyle.text : plain)
                }
            }
            let style = PageStyle.mark(topic.look).with { $0.isBold = true }
            if let target = topic.target {
                canvas.link(topic.mark, to: target, row, 0, style.with { $0.isUnderlined = true })
            } else {
                canvas.text(topic.mark, row, 0, style)
            }
            row += count
        }
        canvas.rowHeight(4, row: row)
        row += 1
    }

    // MARK: - Progress

    /// How many approaches there is room for, and how many characters stand behind the figures of each: of those the names of contracts keep
    /// the fewest at least.
    private static let mostRegimes = 6, longestRemark = 110, fewestForNames = 30

    private func writeRegimes(_ row: inout Int) {
        writeRegimeHeadings(&row)
        if picture.regimes.isEmpty {
            canvas.text(
                overview.hasRegister
                    ? page.words("Er is niets afgesproken dat te tellen is.", "Nothing was agreed that can be counted.")
                    : page.words(
                        "Zonder contractregister is niet bekend wat er is afgesproken. Geef het mee met --register.",
                        "Without a contract register nobody knows what was agreed. Give it with --register."),
                row, 0, PageStyle.subtitle)
            row += 1
        }
        for line in picture.regimes.prefix(Self.mostRegimes) {
            write(line, row)
            row += 1
        }
        let rest = picture.regimes.count - Self.mostRegimes
        if rest > 0 {
            canvas.text(page.words("en nog \(rest)", "and \(rest) more"), row, 0, PageStyle.subtitle)
            row += 1
        }
    }

    private func writeRegimeHeadings(_ row: inout Int) {
        section(
            page.words(
                "Op weg naar de afspraak, per werkwijze (nooit opgeteld)", "Progress by approach (never added up)"),
            row, 0)
        canvas.text(
            page.words(
                "Verwacht: het deel van de looptijd tot en met de laatst gemelde periode, gewogen naar de afspraak. Fte en plekken zijn een stand: daar niets.",
                "Expected: the part of the term up to the last period reported, weighted by what was agreed. FTE and places are a state, and have none."
            ),
            row, 5, PageStyle.subtitle)
        row += 1
        canvas.blanks(row, 0..<columns.widths.count, PageStyle.headingRest)
        for (column, heading, isNumber) in [
            (0, page.words("Werkwijze", "Approach"), false), (1, page.words("Contracten", "Contracts"), true),
            (2, page.words("Afgesproken", "Agreed"), true), (3, page.words("Bereikt", "Reached"), true),
            (4, page.words("Behaald", "Achieved"), true), (5, page.words("Verwacht", "Expected"), true),
            (columns.status, page.words("Stand", "Status"), false),
            (
                columns.words,
                page.words("Waar achter, of nog niets dat telt", "Where behind, or nothing that counts yet"), false
            ),
        ] {
            canvas.text(
                heading, row, column,
                (isNumber ? PageStyle.numberHeading : PageStyle.heading).with {
                    ($0.wrapsText, $0.border) = (false, Border())
                })
        }
        row += 1
    }

    private func write(_ line: RegimeLine, _ row: Int) {
        canvas.rowHeight(15, row: row)
        canvas.blanks(row, 0..<columns.widths.count)
        let regime = line.regime?.name[language] ?? page.words("Werkwijze onbekend", "Approach unknown")
        // What stands in brackets behind an English name is its Dutch one, for which there is no room.
        let short = regime.split(separator: " (").first.map(String.init) ?? regime
        canvas.text(cut("\(short), \(line.measure.name[language])", to: 36), row, 0, PageStyle.text)
        canvas.number(Double(line.contracts.count), row, 1, PageStyle.count)
        write(line.agreed, of: line, row, 2)
        write(line.realised, of: line, row, 3)
        if let share = line.realised?.share(of: line.agreed) { canvas.number(share, row, 4, PageStyle.percent) }
        if let elapsed = line.elapsed { canvas.number(elapsed, row, 5, PageStyle.percent) }
        let mark = ministry.mark(of: line.contracts.map { overview.contracts[$0] })
        canvas.blanks(row, columns.status..<columns.words, PageStyle.mark(mark.look))
        canvas.text(mark.text, row, columns.status, PageStyle.mark(mark.look))
        let remark = RegimeRemark(line, ministry)
        let (lagging, leftOut) = (remark.lagging, remark.leftOut)
        let room = max(Self.fewestForNames, Self.longestRemark - leftOut.count)
        canvas.text(cut(lagging, to: room) + leftOut, row, columns.words, PageStyle.text)
    }

    private func write(_ amount: Amount?, of line: RegimeLine, _ row: Int, _ column: Int) {
        guard let amount else {
            return canvas.text(page.words("onbekend", "unknown"), row, column, PageStyle.words)
        }
        let format =
            switch line.measure {
            case .euros: UnitFormat.euros
            case .fullTimeEquivalents: "#,##0.0"
            default: "#,##0"
            }
        canvas.scaled(amount.rawValue, decimals: amount.measure.decimals, row, column, PageStyle.number(format))
    }

    /// What is no part of the figures above, on a line or two.
    private var apart: [String] {
        let steps = RoundingSteps()
        var parts = [
            page.words(
                "Sociale inkoop: \(picture.bought.wholeEuros(language)) bij \(picture.partners) \(picture.partners == 1 ? "partner" : "partners")"
                    + (picture.newPartners > 0 ? ", \(picture.newPartners) nieuw" : ""),
                "Social purchases: \(picture.bought.wholeEuros(language)) from \(picture.partners) \(picture.partners == 1 ? "partner" : "partners")"
                    + (picture.newPartners > 0 ? ", \(picture.newPartners) new" : "")),
            overview.hasRegister
                ? page.words(
                    "Voorbehouden: \(picture.reserved) van \(overview.contracts.count) \(overview.contracts.count == 1 ? "contract" : "contracten")",
                    "Reserved: \(picture.reserved) of \(overview.contracts.count) \(overview.contracts.count == 1 ? "contract" : "contracts")"
                )
                : page.words("Voorbehouden: niet bekend zonder register", "Reserved: not known without a register"),
            page.words(
                "Telt voor de banenafspraak: \(ministry.number(picture.funnel.jobAgreement)) (apart cijfer)",
                "Counts for the job agreement: \(ministry.number(picture.funnel.jobAgreement)) (a figure of its own)"),
        ]
        parts.append(
            overview.precision == .rounded
                ? page.words(
                    "mensen afgerond op \(steps.persons.nl), fte op \(steps.fte.nl)",
                    "people rounded to \(steps.persons.en), FTE to \(steps.fte.en)")
                : page.words("VERTROUWELIJK: niet afgerond", "CONFIDENTIAL: not rounded"))
        let working = overview.contracts.filter { $0.isReported && $0.figures.persons > 0 }
        let withoutFTE = working.count { $0.figures.fullTimeEquivalents == nil }
        if withoutFTE > 0 {
            parts.append(
                page.words(
                    working.count == 1
                        ? "Fte: onbekend" : "Fte: zonder \(withoutFTE) van \(working.count) contracten (onbekend)",
                    working.count == 1
                        ? "FTE: unknown" : "FTE: without \(withoutFTE) of \(working.count) contracts (unknown)"))
        }
        let regions = overview.regions.filter { $0.persons > 0 && !$0.name.isEmpty && $0.name != RegionLine.notListed }
            .sorted { ($1.persons, $0.name) < ($0.persons, $1.name) }
        if !regions.isEmpty {
            let names = regions.prefix(2).map { "\($0.name) \(ministry.number($0.persons))" }.joined(separator: ", ")
            let more =
                regions.count > 2 ? page.words(" en nog \(regions.count - 2)", " and \(regions.count - 2) more") : ""
            parts.append(page.words("Regio: ", "Region: ") + names + more)
        }
        return parts.reduce(into: [String]()) { lines, part in
            if let last = lines.last, last.count + 3 + part.count <= Self.longestLine {
                lines[lines.count - 1] = last + " · " + part
            } else {
                lines.append(part)
            }
        }
    }

    /// How many characters a line over the whole width holds.
    private static let longestLine = 210

    // MARK: - Text over several columns

    private func write(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
        canvas.rowHeight(18, row: row)
        canvas.text(cut(text, to: Self.longestLine), row, column, style)
    }

    private func cut(_ text: String, to width: Int) -> String {
        text.count > width ? String(text.prefix(width - 1)) + "…" : text
    }

    /// `text` on at most so many lines of so many characters; the last one ends in `…` where something is left.
    private func wrapped(_ text: String, width: Int, lines most: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        guard lines.count > most else { return lines.map { cut($0, to: width) } }
        let last = lines[most - 1]
        return Array(lines.prefix(most - 1)) + [
            cut(last + " …", to: width).hasSuffix("…") ? cut(last + " …", to: width) : last
        ]
    }
}
