import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import Valuations

/// What was agreed, realised and is still to be done, for each contract.
extension SummarySheet {
    func writeContracts() throws {
        try page.sheet.rowHeight(20, row: layout.contractSection)
        let title =
            summary.hasHistory
            ? page.words(
                "Per contract: afgesproken, gerealiseerd, nog te doen",
                "For each contract: agreed, realised, still to do")
            : page.words(
                "Per contract: afgesproken, gerealiseerd (alleen deze periode), nog te doen",
                "For each contract: agreed, realised (this period only), still to do")
        try page.text(title, layout.contractSection, 0, PageStyle.section)
        // What is in consultation says in its heading that it does not count yet: three lines.
        try page.sheet.rowHeight(layout.columns.contains(.inConsultation) ? 45 : 32, row: layout.contractHeading)
        for (position, column) in layout.columns.enumerated() {
            try page.text(
                heading(column)[language], layout.contractHeading, position,
                column.isNumber ? PageStyle.numberHeading : PageStyle.heading)
        }
        for (line, content) in layout.lines.enumerated() { try write(content, layout.row(ofLine: line)) }
        if layout.lines.isEmpty {
            try page.text(
                page.words("Geen contracten in deze inzending.", "No contracts in this submission."),
                layout.row(ofLine: 0), 0, PageStyle.text)
        } else {
            try addBars()
        }
        let more = summary.contracts.count - layout.contractCount + summary.contractsLeftOut
        if more == 0 {
            try page.sheet.rowHeight(SummaryLayout.gap, row: layout.contractsEnd)
        } else {
            try page.text(
                page.words("en nog \(more) contractnummers", "and \(more) more contract numbers"), layout.contractsEnd,
                0,
                PageStyle.subtitle)
        }
    }

    private func heading(_ column: SummaryLayout.Column) -> Text {
        switch column {
        case .contract: Text(nl: "Contract", en: "Contract")
        case .title: Text(nl: "Naam en werkwijze", en: "Name and approach")
        case .agreed: Text(nl: "Afgesproken", en: "Agreed")
        case .earlier: Text(nl: "Eerdere perioden", en: "Earlier periods")
        case .realised: Text(nl: "Gerealiseerd", en: "Realised")
        case .inConsultation: Text(nl: "In overleg (telt nog niet)", en: "In consultation (not counted yet)")
        case .toDo: Text(nl: "Nog te doen", en: "Still to do")
        case .share: Text(nl: "Behaald", en: "Achieved")
        case .elapsed: Text(nl: "Looptijd voorbij", en: "Term passed")
        case .standing: Text(nl: "Hoe het staat", en: "How it stands")
        case .cause: Text(nl: "Waardoor", en: "Why")
        case .due: Text(nl: "Volgende datum", en: "Next date")
        case .topics: Text(nl: "Onderwerpen", en: "Topics")
        }
    }

    private func addBars() throws {
        let rows = layout.row(ofLine: 0)...layout.row(ofLine: layout.lines.count - 1)
        try page.sheet.dataBar(
            CellRange(rows: rows, column: layout.position(.share)), color: Palette.paleBlue, from: 0...1)
        try page.sheet.dataBar(
            CellRange(rows: rows, column: layout.position(.elapsed)), color: Palette.line, from: 0...1)
    }

    private func write(_ line: SummaryLayout.Line, _ row: Int) throws {
        let contract = summary.contracts[line.contract]
        let goal = goal(line)
        // The approach once for each contract: its next goals need no second line.
        let approach = (line.goal ?? 0) == 0 ? regime(contract) : ""
        let title = title(self.title(contract), approach)
        let cause = self.cause(contract, goal, row, namesObstacle: line == firstWithoutGoodStanding(of: line.contract))
        let lines = max(
            RowHeight.lines(title, width: layout.width(.title) - 1),
            RowHeight.lines(cause.text, width: layout.width(.cause) - 1))
        try page.sheet.rowHeight(max(20, RowHeight.points(lines: min(Self.mostLines, lines)) + 2), row: row)
        try page.link(
            report.text(contract.id), to: firstRow(contract.id),
            tip: page.words(
                "Naar de rijen; filter op contractnummer", "To the rows; filter by contractnummer"), row, 0)
        try page.text(title, row, layout.position(.title), PageStyle.wrapped)
        if let formula = cause.formula {
            try page.formula(formula, .text(cause.text), row, layout.position(.cause), PageStyle.wrapped)
        } else {
            try page.text(cause.text, row, layout.position(.cause), PageStyle.wrapped)
        }
        try writeAmounts(contract, goal, row)
        try writeTime(contract, goal, row, figureRow: layout.row(ofContract: line.contract))
        try writeTopicCount(contract, row)
    }

    /// How many lines a contract takes at most.
    private static let mostLines = 4

    /// Name and approach, the name cut where both do not fit: a cell shows the middle of what is too long for it.
    private func title(_ name: String, _ approach: String) -> String {
        func whole(_ length: Int) -> String {
            [WrappedText.cut(name, length), approach].filter { !$0.isEmpty }.joined(separator: " · ")
        }
        var length = name.count
        while length > 20, RowHeight.lines(whole(length), width: layout.width(.title) - 1) > Self.mostLines {
            length -= max(1, min(5, length - 20))
        }
        return whole(length)
    }

    private func title(_ contract: ContractSummary) -> String {
        guard let row = contract.contract, let source = report.context.register?.source(of: .contracts) else {
            return report.context.register == nil
                ? page.words("(geen register)", "(no register)")
                : page.words("(niet in het register)", "(not in the register)")
        }
        return source.text(row.title)
    }

    private func regime(_ contract: ContractSummary) -> String {
        guard let row = contract.contract, let regime = row.regime else { return "" }
        guard let reservation = row.reservation, reservation != .none else { return regime.name[language] }
        let part = reservation.name[language].lowercased()
        if regime == .reserved { return page.words("Voorbehouden", "Reserved") + " (\(part))" }
        return regime.name[language] + page.words("; voorbehouden: ", "; reserved: ") + part
    }

    /// The column of contract numbers on the sheet with rows of the contract: placements, else purchases or activities. The heading never
    /// moves; the first row does when somebody sorts, and the number itself, which a row could be found by, has no place in a formula.
    private func firstRow(_ contract: Symbol) -> LinkTarget? {
        let submission = report.assessment.submission
        let sheet: ReportSheet
        if submission.placements?.firstPlace(where: { $0.contract == contract }) != nil {
            sheet = .placements
        } else if submission.purchases?.firstPlace(where: { $0.contract == contract }) != nil {
            sheet = .purchases
        } else if submission.activities?.firstPlace(where: { $0.contract == contract }) != nil {
            sheet = .activities
        } else {
            return nil
        }
        let extent = report.index.extents[sheet]
        return extent?.column(TableFacts.nameOfContractColumn).flatMap { extent?.heading($0) }
    }

    private func writeAmounts(_ contract: ContractSummary, _ goal: Goal?, _ row: Int) throws {
        let columns: [SummaryLayout.Column] = [.agreed, .earlier, .realised, .inConsultation, .toDo, .share]
        try page.blanks(row, columns.filter(layout.columns.contains).map(layout.position))
        guard let goal else {
            let words =
                contract.standing == .exempt
                ? page.words("vrijgesteld", "exempt")
                : contract.terms == nil ? page.words("onbekend", "unknown") : page.words("geen getal", "no figure")
            try page.text(words, row, layout.position(.agreed), PageStyle.words)
            try writePersons(contract, row)
            return
        }
        let style = PageStyle.number(UnitFormat.of(goal.measure, language))
        if goal.agreed != nil {
            try page.figure(agreed(contract, goal, row), row, layout.position(.agreed), style)
        } else {
            try page.text(page.words("niet vastgelegd", "not recorded"), row, layout.position(.agreed), PageStyle.words)
        }
        guard let thisPeriod = goal.thisPeriod, let realised = goal.realised else {
            try writePersons(contract, row)
            try page.text(page.words("niet te tellen", "not countable"), row, layout.position(.toDo), PageStyle.words)
            return
        }
        var figure = formulas.realised(goal.measure, contract.totals, contract.commitments, contractCell(row))
        if goal.measure == .commitments { figure = Figure(thisPeriod.double, figure.formula) }
        if let earlier = goal.earlier {
            // Whoever takes part now too is in this period's figure: the number is that of others.
            let format = UnitFormat.ofEarlier(goal.measure, language)
            try page.number(
                earlier.double, row, layout.position(.earlier), format.map { PageStyle.number($0) } ?? style)
            let present = figure.formula ?? "\(figure.value)"
            figure = Figure(realised.double, "ROUND(\(cell(.earlier, row))+\(present),\(goal.measure.decimals))")
        }
        try page.figure(figure, row, layout.position(.realised), style)
        if goal.measure == .euros, layout.columns.contains(.inConsultation) {
            try page.figure(
                formulas.inConsultation(contract.totals, contractCell(row)), row, layout.position(.inConsultation),
                style)
        }
        guard let agreed = goal.agreed, let toDo = goal.toDo, agreed.rawValue > 0 else { return }
        let (agreedCell, realisedCell) = (cell(.agreed, row), cell(.realised, row))
        try page.formula(
            "MAX(0,ROUND(\(agreedCell)-\(realisedCell),\(goal.measure.decimals)))", .number(toDo.double), row,
            layout.position(.toDo), style)
        try page.formula(
            "\(realisedCell)/\(agreedCell)", .number(realised.double / agreed.double), row, layout.position(.share),
            PageStyle.percent)
    }

    /// Where nothing can be counted against an agreed figure, the persons at least.
    private func writePersons(_ contract: ContractSummary, _ row: Int) throws {
        guard contract.totals.placements > 0 else {
            return try page.text("–", row, layout.position(.realised), PageStyle.words)
        }
        try page.figure(
            formulas.persons(contract.totals, contractCell(row)), row, layout.position(.realised),
            PageStyle.number(UnitFormat.of(.persons, language)))
    }

    /// The agreed figure, as a calculation where it was calculated.
    private func agreed(_ contract: ContractSummary, _ goal: Goal, _ row: Int) -> Figure {
        let value = goal.agreed?.double ?? 0
        switch goal.measure {
        case .commitments: return formulas.commitments(contract.commitments, contractCell(row))
        case .euros:
            let parts = (contract.terms?.obligations ?? []).filter { !$0.isExempt && $0.amount != nil }.map(
                \.amountFormula)
            guard parts.contains(where: \.isCalculated) || parts.count > 1 else { return Figure(value) }
            return Figure(value, parts.map(\.text).joined(separator: "+"))
        default: return Figure(value)
        }
    }

    /// How many topics of the conversation are about the contract, counted on the sheets where they stand.
    private func writeTopicCount(_ contract: ContractSummary, _ row: Int) throws {
        let number = report.text(contract.id)
        let count = topics.conversation.count { $0.isAbout(contract: number) }
        let style = PageStyle.number("[=0]\"\(page.words("geen", "none"))\";0")
        // A topic may be about several contracts. FIND takes every sign for itself, and both sides are written alike.
        let comma = "\"\(TopicLine.contractSeparator)\""
        let conversation = ConversationLayout(topics).contracts
        let places = [conversation].compactMap { $0 } + topics.more.extent.references("contract")
        let formula = places.map { contracts in
            "SUMPRODUCT(--ISNUMBER(FIND(\(comma)&\(contractCell(row))&\(comma),\(comma)&\(contracts)&\(comma))))"
        }.joined(separator: "+")
        if formula.isEmpty {
            try page.number(0, row, layout.position(.topics), style)
        } else {
            try page.formula(formula, .number(Double(count)), row, layout.position(.topics), style)
        }
    }

    /// The first line of a contract that does not stand well; nil where all do. An obstacle explains that, and nothing beside a green word.
    private func firstWithoutGoodStanding(of contract: Int) -> SummaryLayout.Line? {
        layout.lines.first { line in
            line.contract == contract
                && ![.reached, .onCourse].contains(goal(line)?.standing ?? summary.contracts[contract].standing)
        }
    }

    /// Why the contract stands as it does: how far it is from its term, and if asked what is in the way by the supplier's own word.
    private func cause(_ contract: ContractSummary, _ goal: Goal?, _ row: Int, namesObstacle: Bool) -> (
        formula: String?, text: String
    ) {
        let standing = goal?.standing ?? contract.standing
        let kinds = namesObstacle ? obstacleKinds(contract.id) : ""
        let obstacle = kinds.isEmpty ? "" : page.words("; knelpunt: ", "; obstacle: ") + kinds
        guard [.reached, .onCourse, .behind].contains(standing), let goal, let share = goal.share,
            let elapsed = contract.elapsed
        else { return (nil, contract.cause(standing, goal)[language] + obstacle) }
        let reached = contract.cause(.reached, goal)[language]
        guard goal.measure.addsUp || goal.measure == .commitments else {
            let less = page.words("% minder dan afgesproken", "% less than agreed")
            let cell = cell(.share, row)
            return (
                "IF(\(cell)>=1,\"\(reached)\",ROUND(100*(1-\(cell)),0)&\"\(less)\(obstacle)\")",
                share >= 1 ? reached : "\(Int(shown: 100 * (1 - share)))\(less)\(obstacle)"
            )
        }
        let (ahead, behind) = (
            page.words("voor op de tijd", "ahead of time"),
            page.words("achter op de tijd", "behind time") + obstacle
        )
        // The shares stand in their own columns; their difference would be in points of a hundred, which few people read as such.
        let (mine, time) = (cell(.share, row), cell(.elapsed, row))
        return (
            "IF(\(mine)>=1,\"\(reached)\",IF(\(mine)>=\(time),\"\(ahead)\",\"\(behind)\"))",
            share >= 1 ? reached : share >= elapsed ? ahead : behind
        )
    }

    /// The first kind of the obstacles under a contract, with a sign where there are more.
    private func obstacleKinds(_ contract: Symbol) -> String {
        let names = topics.quotes.obstacleKinds[contract] ?? []
        return (names.first ?? "") + (names.count > 1 ? ", …" : "")
    }
}

extension SummaryLayout.Column {
    /// Whether the column holds numbers, which stand at the right.
    var isNumber: Bool {
        switch self {
        case .agreed, .earlier, .realised, .inConsultation, .toDo, .share, .elapsed: true
        case .topics: true
        case .contract, .title, .standing, .cause, .due: false
        }
    }
}

extension TableData {
    /// The place of the first row that counts and is wanted.
    fileprivate func firstPlace(where isWanted: (Row) -> Bool) -> Place? {
        acceptedIndices.first { isWanted(rows[$0]) }.map { place($0) }
    }
}
