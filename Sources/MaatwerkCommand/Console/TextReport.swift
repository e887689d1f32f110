import Exchange
import Maatwerk

/// What `check` says of a submission on a terminal: one line of facts, then one block for each cause.
struct TextReport: TerminalText {
    private let assessment: Assessment
    private let summary: SubmissionSummary
    let terminal: Terminal
    /// The numbers that causes have in the letter and the feedback.
    private let view: SupplierView

    init(_ assessment: Assessment, _ terminal: Terminal) {
        self.assessment = assessment
        summary = SubmissionSummary(assessment)
        view = SupplierView(assessment)
        self.terminal = terminal
    }

    /// The name and the errors alone, of an assessment that has any.
    func errorLines() -> [String] {
        let errors = summary.groups.filter { $0.severity == .error }
        return head + errors.flatMap(block)
    }

    /// The lines: what was found, by cause, and then as visibly what was not tested, unless that is said once for many submissions.
    func lines(namesNotTested: Bool = true) -> [String] {
        var lines = head
        for group in summary.groups { lines += block(group) }
        if assessment.findings.all.isEmpty {
            lines += [
                "",
                words(
                    "✓ Geen bevindingen. Dank voor de verzorgde aanlevering.",
                    "✓ No findings. Thank you for the careful delivery."),
            ]
        }
        return lines + (namesNotTested ? notTested : [])
    }

    private var head: [String] {
        let submission = assessment.submission
        let cover = submission.coverRow
        let rows = submission.rowCounts
        let counts = assessment.findings.counts
        let ruleSet = assessment.context.ruleSet
        let ruleCount = assessment.context.judgingPositions.count
        let supplier = submission.cover.map { $0.source.text(cover.supplierName) } ?? ""
        let who = [supplier, cover.supplierKvK.map { "KvK \($0)" } ?? "", cover.period?.description ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let (errors, warnings, signals) = (
            counts[.error, default: 0], counts[.warning, default: 0], counts[.signal, default: 0]
        )
        let facts = words(
            "\(rows.accepted) van \(rows.read) rijen \(rows.accepted == 1 ? "telt" : "tellen") mee, \(rows.setAside) apart gezet; "
                + "\(errors) \(errors == 1 ? "fout" : "fouten"), \(warnings) \(warnings == 1 ? "waarschuwing" : "waarschuwingen"), "
                + "\(signals) \(signals == 1 ? "signaal" : "signalen"); \(assessment.notTestedCount) van \(ruleCount) regels niet getoetst (regelset "
                + "\(ruleSet.version))",
            "\(rows.accepted) of \(rows.read) rows \(rows.accepted == 1 ? "counts" : "count"), \(rows.setAside) set aside; "
                + "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings"), "
                + "\(signals) \(signals == 1 ? "signal" : "signals"); \(assessment.notTestedCount) of \(ruleCount) rules not tested (rule set "
                + "\(ruleSet.version))")
        var lines = wrapped("\(submission.name): \(summary.status.name[language])").map {
            palette.paint($0, .bold)
        }
        if !who.isEmpty { lines += wrapped(who) }
        lines += wrapped(facts)
        for table in assessment.tablesSetAside {
            lines += wrapped(table.sentence[language]).map { palette.paint($0, .bold) }
        }
        return lines
    }

    private func block(_ group: FindingGroup) -> [String] {
        let shown = group.firstFindings.map { assessment.describe(assessment.findings.all[$0], language) }
        guard let first = shown.first else { return [] }
        let (symbol, ink) = group.severity.sign
        let times = group.count == 1 ? "" : words(" (\(group.count) keer)", " (\(group.count) times)")
        let point =
            group.firstFindings.first.flatMap(view.number).map { words(" · punt \($0)", " · point \($0)") } ?? ""
        let title = wrapped(
            "\(group.severity.name[language]) \(first.rule.id): \(first.rule.name[language])\(times)\(point)",
            first: symbol + " ")
        var lines = [""] + title.map { palette.paint($0, ink) }
        lines += wrapped(place(group, shown), first: "  ").map { palette.paint($0, .dim) }
        lines += wrapped(first.message, first: "  ")
        return lines + wrapped(first.remedy, first: "  → ")
    }

    private func place(_ group: FindingGroup, _ shown: [ShownFinding]) -> String {
        let first = shown[0]
        // A cell names its sheet.
        let cells = shown.filter { $0.row != nil }.compactMap(\.cell)
        var place = cells.isEmpty ? first.shownFile : first.file
        // Columns that only the file has are one cause.
        let columns = shown.compactMap(\.column).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if columns.count == 1 {
            place += ", " + FindingText.columnWords(columns[0])[language]
        } else if !columns.isEmpty {
            place += words(", kolommen ", ", columns ") + columns.joined(separator: ", ")
            if shown.count < group.count { place += ", …" }
        }
        let rows = shown.compactMap(\.row).map(String.init)
        guard !rows.isEmpty else { return place }
        if !cells.isEmpty {
            return place + ", " + cells.joined(separator: ", ") + (group.count > cells.count ? ", …" : "")
        }
        let more = group.count > rows.count ? ", …" : ""
        return place + words(rows.count == 1 ? ", rij " : ", rijen ", rows.count == 1 ? ", row " : ", rows ")
            + rows.joined(separator: ", ") + more
    }

    /// What was not tested, by reason: which rules, why, and what to supply.
    private var notTested: [String] {
        let groups = assessment.notTested
        guard !groups.isEmpty else { return [] }
        let count = assessment.notTestedCount
        let title = words(
            "○ Niet getoetst: \(count) \(count == 1 ? "regel" : "regels")",
            "○ Not tested: \(count) \(count == 1 ? "rule" : "rules")")
        var lines = ["", palette.paint(title, .magenta)]
        for group in groups {
            lines += wrapped(
                "\(group.ruleIDs.joined(separator: ", ")): \(group.reason[language])", first: "  ")
            if let supply = group.supply { lines += wrapped(supply[language], first: "  → ") }
        }
        return lines
    }
}

extension Severity {
    /// The symbol of a finding on a terminal, and its colour, which never stands alone.
    var sign: (symbol: String, ink: TerminalPalette.Ink) {
        switch self {
        case .error: ("●", .red)
        case .warning: ("▲", .yellow)
        case .signal: ("◆", .blue)
        }
    }
}
