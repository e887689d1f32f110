import Rules
import SocialReturnModel
import Spreadsheets

/// A rule on *Regels*, with what came of it.
struct RuleLine {
    /// The rule.
    let facts: RuleMetadata
    /// Its first source.
    let source: Cell
    /// How many findings it has.
    let count: Int
    /// The formula that counts them on *Bevindingen*.
    let countFormula: String
    /// How serious the worst of them is.
    let worst: Severity?
    /// Why it was not tested, or not for everything.
    let reasons: [Text]
    /// What to supply for it.
    let supplies: [Text]
    /// Its first finding on *Bevindingen*.
    let target: LinkTarget?

    /// The lines of all rules, in the order of the catalogue.
    static func all(_ report: Report) -> [RuleLine] {
        let findings = report.assessment.findings.all
        var worst = [Severity?](repeating: nil, count: Catalogue.positionCount)
        var first = [Int?](repeating: nil, count: Catalogue.positionCount)
        for (position, finding) in findings.enumerated() {
            let rule = Int(finding.rule)
            worst[rule] = max(worst[rule] ?? finding.severity, finding.severity)
            if first[rule] == nil { first[rule] = position }
        }
        let missing = Dictionary(grouping: report.assessment.notEvaluated, by: { Int($0.rule) })
        let selection = report.index.shownFindings
        return report.context.judgingRules.map { position, facts in
            let rule = Int(position)
            let count = selection.countOfRule[rule]
            let shown = report.index.extents[.findings]?.count(where: [("regel", "\"\(facts.id)\"")]) ?? "0"
            return RuleLine(
                facts: facts, source: SourceLink.all[position], count: count,
                countFormula: count > selection.limit ? "\(shown)+\(count - selection.limit)" : shown,
                worst: worst[rule],
                reasons: missing[rule, default: []].map(\.reason),
                supplies: missing[rule, default: []].compactMap(\.supply),
                target: first[rule].flatMap { report.index.target(ofFinding: $0) })
        }
    }

    /// The line of the rule at `position` in the catalogue.
    static func line(of position: Int16, _ report: Report) -> Int {
        report.context.judgingPositions.count { $0 < position }
    }

    /// What came of the rule, in a word with a symbol; not tested is as visible as a finding.
    func outcome(_ language: Language) -> Cell {
        if !reasons.isEmpty {
            guard count > 0 else { return StatusMark.notTested.cell(language) }
            return StatusMark.partlyNotTested.cell(language)
        }
        guard let worst else { return .text(Text(nl: "✓ Niets gevonden", en: "✓ Nothing found")[language], .good) }
        return StatusMark(worst).cell(language)
    }
}

extension ReportSheet {
    static let rules = ReportSheet(
        "Regels", at: 330,
        meaning: Text(nl: "Alle regels, met uitkomst en bron.", en: "All rules, with outcome and source."),
        count: { $0.assessment.context.judgingPositions.count },
        definition: { .rules($0.assessment.context.ruleSet) }, lines: { RuleLine.all($0) })
}

extension SheetDefinition<RuleLine> {
    /// Every rule of `ruleSet`: what it says, what it found, or why it was not tested.
    static func rules(_ ruleSet: RuleSet) -> SheetDefinition {
        SheetDefinition(
            name: ReportSheet.rules.name, title: Text(nl: "Regels", en: "Rules"),
            explanation: Text(
                nl:
                    "Alle regels (versie \(ruleSet.version)). Een regel die niet getoetst is, is niet hetzelfde als een regel die in orde is.",
                en:
                    "All rules (version \(ruleSet.version)). A rule that was not tested is not the same as a rule that holds."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Regel", en: "Rule"), key: "regel", width: 9...9) { line, _ in .text(line.facts.id)
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "naam", width: 30...30, .strong) { line, language in
                    .text(line.facts.name[language])
                },
                SheetColumn(Text(nl: "Uitkomst", en: "Outcome"), key: "uitkomst", width: 20...20) { line, language in
                    line.outcome(language)
                },
                SheetColumn(Text(nl: "Aantal bevindingen", en: "Findings"), key: "aantal", width: 13...13, .integer) {
                    line, _ in
                    .formula(line.countFormula, .number(Double(line.count)))
                },
                SheetColumn(Text(nl: "Naar de eerste", en: "To the first"), key: "eerste", width: 14...14, .link) {
                    line, language in
                    line.target.map { .link(Text(nl: "Bevinding →", en: "Finding →")[language], to: $0) } ?? .empty
                },
                SheetColumn(
                    Text(nl: "Waarom niet getoetst", en: "Why not tested"), key: "reden", width: 30...30, .wrapped
                ) {
                    line, language in .text(line.reasons.map { $0[language] }.joined(separator: "\n"))
                },
                SheetColumn(
                    Text(nl: "Wat aanleveren", en: "What to supply"), key: "aanleveren", width: 30...30, .wrapped
                ) {
                    line, language in .text(line.supplies.map { $0[language] }.joined(separator: "\n"))
                },
                SheetColumn(
                    Text(nl: "Ernst volgens de regel", en: "Severity by the rule"), key: "ernst", width: 16...16
                ) {
                    line, language in .text(line.facts.severity.name[language])
                },
                SheetColumn(Text(nl: "Waarom deze regel", en: "Why this rule"), key: "waarom", width: 44...44, .wrapped)
                {
                    line, language in .text(line.facts.why[language])
                },
                SheetColumn(Text(nl: "Grond", en: "Basis"), key: "grond", width: 16...20, .wrapped) { line, language in
                    .text(line.facts.basis.name[language])
                },
                SheetColumn(Text(nl: "Bron", en: "Source"), key: "bron", width: 36...36, .wrapped) { line, _ in
                    line.source
                },
            ])
    }
}
