import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// The three scores, side by side and never added up.
extension SummarySheet {
    func writeScores() throws {
        try page.sheet.rowHeight(20, row: layout.scoreSection)
        try page.text(
            page.words(
                "Drie beelden naast elkaar (worden niet opgeteld)", "Three pictures side by side (never added up)"),
            layout.scoreSection, 0, PageStyle.section)
        try writeCompleteness(layout.firstScore)
        try writeRealisation(layout.firstScore + 1)
        try writeLearning(layout.firstScore + 2)
        try writeNotTested(layout.notTestedRow)
    }

    /// What nobody looked at, as visible as what was found: how many rules, why, and where to read what to supply.
    private func writeNotTested(_ row: Int) throws {
        let assessment = report.assessment
        let count = assessment.notTestedCount
        let unit = UnitFormat.counted(page.words("regel", "rule"), report.rulesWord, none: page.words("geen", "none"))
        let reasons = assessment.notTested.count
        let why =
            reasons == 1
            ? page.words("om één reden", "for one reason")
            : page.words("om \(reasons) redenen", "for \(reasons) reasons")
        let text =
            reasons == 0
            ? page.words("alle regels zijn getoetst", "all rules were tested")
            : why
                + page.words(
                    "; Controle en Register noemen ze, met wat er nog aan te leveren is",
                    "; Controle and Register name them, with what there is to supply")
        try write(
            Text(nl: "Niet getoetst", en: "Not tested"), row,
            figure: { row, column in
                try page.formula(
                    formulas.rulesNotTested, .number(Double(count)), row, column,
                    PageStyle.score.with { $0.numberFormat = unit })
            },
            words: (nil, text),
            count == 0 ? .allTested : Mark(Topic.Kind.notTested),
            by: either(.allTested, Mark(Topic.Kind.notTested), when: "(\(formulas.rulesNotTested))=0"))
    }

    /// A row: what is measured, the figure, what to make of it, and the words behind it.
    ///
    /// - Parameter rule: the formula that gives the word of the mark, and the words it can give; nil for a word that no figure on the sheet decides.
    private func write(
        _ name: Text, _ row: Int, figure: (Int, Int) throws -> Void, words: (formula: String?, text: String),
        _ mark: Mark, by rule: (formula: String, marks: [Mark])? = nil
    ) throws {
        try page.sheet.rowHeight(22, row: row)
        try page.blanks(row, 1..<layout.last + 1)
        try page.text(name[language], row, 0, PageStyle.strong)
        try figure(row, layout.position(.agreed))
        let place = layout.position(.agreed) + 1
        if let rule {
            try page.status(rule.formula, mark.text[language], among: rule.marks, row, place, width: 2)
            try page.blanks(row, [place + 1])
        } else {
            try page.text(mark.text[language], row, place, PageStyle.mark(mark.look))
            try page.blanks(row, [place + 1], PageStyle.mark(mark.look))
        }
        let column = layout.position(.agreed) + 3
        if let formula = words.formula {
            try page.formula(formula, .text(words.text), row, column, PageStyle.text)
        } else {
            try page.text(words.text, row, column, PageStyle.text)
        }
    }

    /// The rule that gives `mark` when `condition` holds, else `other`.
    private func either(_ mark: Mark, _ other: Mark, when condition: String) -> (formula: String, marks: [Mark]) {
        ("IF(\(condition),\"\(mark.text[language])\",\"\(other.text[language])\")", [mark, other])
    }

    private func writeCompleteness(_ row: Int) throws {
        let score = summary.completeness
        let (accepted, setAside) = (formulas.acceptedRows, formulas.setAsideRows)
        let read = "(\(accepted)+\(setAside))"
        try write(
            Text(nl: "Volledigheid van de rapportage", en: "Completeness of the report"), row,
            figure: { row, column in
                guard let share = score.share else { return try page.text("–", row, column, PageStyle.score) }
                try page.formula(
                    "(\(accepted))/\(read)", .number(share), row, column,
                    PageStyle.score.with { $0.numberFormat = "0%" })
            },
            words: completenessWords(score, accepted: accepted, read: read),
            summary.status == .rejected ? Mark(SubmissionStatus.rejected) : score.isComplete ? .inOrder : .toDiscuss,
            by: summary.status == .rejected
                ? nil
                : either(
                    .inOrder, .toDiscuss,
                    when: "AND(\(read)>0,(\(setAside))=0,(\(formulas.evidenceMissing))=0)"))
    }

    private func completenessWords(
        _ score: CompletenessScore, accepted: String, read: String
    ) -> (formula: String?, text: String) {
        let (one, more) = (page.words(" rij", " row"), page.words(" rijen", " rows"))
        let counted = page.words(" meegeteld", " counted")
        let of = page.words(" van ", " of ")
        let complete = page.words("; bewijs is overal genoemd", "; evidence is named everywhere")
        let missing = page.words(" inzetten en facturen zonder bewijs", " placements and invoices lack evidence")
        let only = page.words(
            "; de enige inzet of factuur is zonder bewijs", "; the only placement or invoice lacks evidence")
        let text =
            "\(score.rows.accepted)\(of)\(score.rows.read)\(score.rows.read == 1 ? one : more)\(counted)"
            // Of rows that do not count no evidence is asked, and so none is everywhere.
            + (score.evidenceNeeded == 0
                ? ""
                : score.evidenceMissing == 0
                    ? complete
                    : score.evidenceNeeded == 1
                        ? only : "; \(score.evidenceMissing)\(of)\(score.evidenceNeeded)\(missing)")
        let (lacking, needed) = (formulas.evidenceMissing, formulas.evidenceNeeded)
        let formula =
            "(\(accepted))&\"\(of)\"&\(read)&IF(\(read)=1,\"\(one)\",\"\(more)\")&\"\(counted)\"&IF((\(needed))=0,\"\","
            + "IF((\(lacking))=0,\"\(complete)\",IF((\(needed))=1,\"\(only)\",\"; \"&(\(lacking))&\"\(of)\"&(\(needed))&\"\(missing)\")))"
        return (formula, text)
    }

    private func writeRealisation(_ row: Int) throws {
        let score = summary.realisation
        try write(
            RealisationScore.name, row,
            figure: { row, column in
                if let share = score.share, let formula = self.share(of: score.parts[0].agreed.measure) {
                    try page.formula(
                        formula, .number(share), row, column, PageStyle.score.with { $0.numberFormat = "0%" })
                } else if let share = score.share {
                    try page.number(share, row, column, PageStyle.score.with { $0.numberFormat = "0%" })
                } else {
                    let text = score.parts.isEmpty ? "–" : page.words("zie tabel", "see table")
                    try page.text(text, row, column, PageStyle.score)
                }
            },
            words: realisationWords(score), realisationMark, by: realisationRule)
    }

    private func realisationWords(_ score: RealisationScore) -> (formula: String?, text: String) {
        guard score.isKnown else {
            return (
                nil,
                page.words(
                    "zonder contractregister is niet bekend wat er is afgesproken",
                    "without a contract register nobody knows what was agreed")
            )
        }
        guard !score.parts.isEmpty else {
            let text =
                score.goalsWithoutFigure > 0
                ? page.words(
                    "de afspraak is niet te tellen in deze inzending; zie de inzet hieronder",
                    "what was agreed cannot be counted here; see the placements below")
                : page.words("er is geen getal afgesproken", "no figure was agreed")
            return (nil, text)
        }
        if score.share != nil {
            var agreed = page.words("van wat is afgesproken", "of what was agreed")
            if let covered = score.coverage(of: score.parts[0])?[language] { agreed += ", " + covered }
            guard layout.lines.count == 1, let elapsed = summary.contracts.first?.elapsed else { return (nil, agreed) }
            let day = report.context.lastDay.formatted(language)
            let passed = page.words("% van de looptijd was voorbij op \(day)", "% of the term had passed on \(day)")
            let cell = cell(.elapsed, layout.row(ofLine: 0))
            return (
                "\"\(agreed); \"&ROUND(100*\(cell),0)&\"\(passed)\"",
                "\(agreed); \(Self.percent(elapsed))\(passed)"
            )
        }
        return wordsByMeasure(score)
    }

    /// `euro 42%, plekken 25%`: each measure by itself.
    private func wordsByMeasure(_ score: RealisationScore) -> (formula: String?, text: String) {
        var (formula, texts) = ([String](), [String]())
        for part in score.parts {
            guard let share = part.share else { continue }
            let name = part.agreed.measure.name[language]
            let covered = score.coverage(of: part).map { " (\($0[language]))" } ?? ""
            texts.append("\(name) \(Self.percent(share))%\(covered)")
            guard let shareFormula = self.share(of: part.agreed.measure) else { continue }
            formula.append("\"\(name) \"&ROUND(100*\(shareFormula),0)&\"%\(covered)\"")
        }
        let more =
            score.goalsWithoutFigure > 0
            ? page.words("; een deel is niet te tellen", "; a part cannot be counted")
            : page.words("; niet op te tellen", "; not added up")
        let text = texts.joined(separator: ", ") + more
        guard formula.count == texts.count else { return (nil, text) }
        return (formula.joined(separator: "&\", \"&") + "&\"\(more)\"", text)
    }

    private static func percent(_ share: Double) -> Int { Int(shown: 100 * share) }

    /// Realised over agreed, of the lines on the sheet that count `measure` and have both; nil where there are none, or where
    /// contracts are not on the sheet.
    private func share(of measure: Measure) -> String? {
        guard layout.contractCount == summary.contracts.count else { return nil }
        let rows = layout.lines.indices.filter { line in
            guard let goal = goal(layout.lines[line]) else { return false }
            return goal.measure == measure && goal.share != nil
        }.map { layout.row(ofLine: $0) }
        guard !rows.isEmpty else { return nil }
        let realised = rows.map { cell(.realised, $0) }.joined(separator: "+")
        let agreed = rows.map { cell(.agreed, $0) }.joined(separator: "+")
        return "(\(realised))/(\(agreed))"
    }

    /// The goal on a line of the table of contracts; nil for a contract without goals.
    func goal(_ line: SummaryLayout.Line) -> Goal? { line.goal.map { summary.contracts[line.contract].goals[$0] } }

    /// How contracts stand of which no figure is asked, or none yet.
    private static let asksNothing: [Standing] = [.exempt, .noFigure, .notBegun]

    private var realisationMark: Mark {
        let standings = summary.contracts.flatMap { contract in
            contract.goals.isEmpty ? [contract.standing] : contract.goals.map(\.standing)
        }
        if standings.contains(where: { [.behind, .nothingReported, .nothingCounts, .setAside].contains($0) }) {
            return .toDiscuss
        }
        let counted = standings.filter { !Self.asksNothing.contains($0) }
        if !counted.isEmpty, counted.allSatisfy({ $0 == .onCourse || $0 == .reached }) {
            return Mark(counted.allSatisfy { $0 == .reached } ? Standing.reached : .onCourse)
        }
        return .unclear
    }

    /// The rule that gives the mark of the realisation by how each line of the table of contracts stands; nil where lines are not on the sheet.
    private var realisationRule: (formula: String, marks: [Mark])? {
        guard !layout.lines.isEmpty, layout.contractCount == summary.contracts.count else { return nil }
        let rows = layout.row(ofLine: 0)...layout.row(ofLine: layout.lines.count - 1)
        let standings = CellRange(rows: rows, column: layout.position(.standing)).absolute
        func count(_ text: String) -> String { "COUNTIF(\(standings),\"\(text)\")" }
        let (discuss, unclear) = (Mark.toDiscuss, Mark.unclear)
        let (reached, inOrder) = (Mark(Standing.reached), Mark(Standing.onCourse))
        func sign(_ mark: Mark) -> String { String(mark.text[language].prefix(1)) + "*" }
        // What asks for no figure says nothing of the rest.
        let without = Self.asksNothing.map { count(Mark($0).text[language]) }.joined(separator: "+")
        return (
            "IF(\(count(sign(discuss)))>0,\"\(discuss.text[language])\",IF(AND(\(count(sign(inOrder)))>0,"
                + "\(count(sign(inOrder)))+\(without)=\(layout.lines.count)),"
                + "IF(\(count(reached.text[language]))=\(count(sign(inOrder))),\"\(reached.text[language])\",\"\(inOrder.text[language])\"),"
                + "\"\(unclear.text[language])\"))",
            [discuss, reached, inOrder, unclear]
        )
    }

    private func writeLearning(_ row: Int) throws {
        let score = summary.learning
        let counts: [(sheet: ReportSheet, count: Int, one: String, more: String)] = [
            (.lessons, score.lessons, page.words("leerpunt", "lesson"), page.words("leerpunten", "lessons")),
            (
                .examples, score.examples, page.words("goed voorbeeld", "good example"),
                page.words("goede voorbeelden", "good examples")
            ),
        ]
        var (formula, texts) = ([String](), [String]())
        for (sheet, count, one, more) in counts {
            let rows = formulas.rows(of: sheet) ?? "0"
            formula.append("(\(rows))&IF((\(rows))=1,\" \(one)\",\" \(more)\")")
            texts.append("\(count) \(count == 1 ? one : more)")
        }
        let (one, more) = (
            page.words("open hulpvraag", "open request for help"),
            page.words("open hulpvragen", "open requests for help")
        )
        let help = formulas.helpRequests
        formula.append("(\(help))&IF((\(help))=1,\" \(one)\",\" \(more)\")")
        texts.append("\(score.helpRequests) \(score.helpRequests == 1 ? one : more)")
        let unit = UnitFormat.counted(page.words("gesprek", "conversation"), page.words("gesprekken", "conversations"))
        try write(
            Text(nl: "Leren en samenwerken", en: "Learning and working together"), row,
            figure: { row, column in
                try page.formula(
                    formulas.rows(of: .conversations) ?? "0", .number(Double(score.conversations)), row, column,
                    PageStyle.score.with { $0.numberFormat = unit })
            },
            words: (formula.joined(separator: "&\", \"&"), texts.joined(separator: ", ")),
            score.helpRequests > 0 ? .toDiscuss : .notGraded, by: either(.toDiscuss, .notGraded, when: "(\(help))>0"))
    }
}
