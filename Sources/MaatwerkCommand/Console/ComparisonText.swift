import Exchange
import Maatwerk

/// What `compare` says of a submission on a terminal: the facts of both results, then a line for each cause that appeared, then for
/// each that disappeared.
struct ComparisonText: TerminalText {
    let terminal: Terminal

    /// The lines. Quiet leaves out the facts of both results and what was not tested.
    func lines(_ comparison: FindingsComparison) -> [String] {
        guard let old = comparison.old else {
            return oneSide(comparison.new, words("alleen in het nieuwe resultaat", "only in the new result"))
        }
        guard let new = comparison.new else {
            return oneSide(old, words("alleen in het oude resultaat", "only in the old result"))
        }
        var lines = heading(title(old, new))
        if !isQuiet { lines += facts(old, new) }
        lines += changed(comparison.appeared, "+", words("Verschenen", "Appeared"))
        let gone =
            comparison.isCorrection ? words("Hersteld", "Corrected") : words("Verdwenen", "Disappeared")
        lines += changed(comparison.disappeared, "−", gone)
        lines += wrapped(stayed(comparison.stayed, comparison.isCorrection))
        lines += severities(comparison)
        if !isQuiet { lines += tested(comparison) }
        return lines
    }

    private func title(_ old: FindingsDocument, _ new: FindingsDocument) -> String {
        old.submission == new.submission ? new.submission : "\(old.submission) → \(new.submission)"
    }

    private func oneSide(_ document: FindingsDocument?, _ side: String) -> [String] {
        guard let document else { return [] }
        return heading("\(document.submission): \(side)")
            + wrapped(counts(document.findings), first: "  ")
    }

    private func facts(_ old: FindingsDocument, _ new: FindingsDocument) -> [String] {
        func change(_ old: String, _ new: String) -> String { old == new ? new : "\(old) → \(new)" }
        func rows(_ count: (FindingsDocument.Rows) -> Int) -> String {
            change(number(count(old.rows)), number(count(new.rows)))
        }
        let unknown = words("onbekend", "unknown")
        var versions =
            words("regelset ", "rule set ") + change(old.ruleSet ?? unknown, new.ruleSet ?? unknown)
        if old.toolVersion != nil || new.toolVersion != nil {
            versions += ", maatwerk " + change(old.toolVersion ?? unknown, new.toolVersion ?? unknown)
        }
        // Two suppliers beside each other are mostly a slip in a path.
        let suppliers = [old, new].compactMap(\.supplierKvK)
        let warning =
            suppliers.count == 2 && suppliers[0] != suppliers[1]
            ? words(
                "Let op: dit zijn twee leveranciers, KvK \(suppliers[0]) en \(suppliers[1]).",
                "Note: these are two suppliers, KvK \(suppliers[0]) and \(suppliers[1]).") : nil
        return (warning.map { wrapped($0, first: "  ") } ?? [])
            + wrapped(
                words(
                    "rijen gelezen \(rows(\.read)), tellen mee \(rows(\.accepted)), apart gezet \(rows(\.setAside))",
                    "rows read \(rows(\.read)), counted \(rows(\.accepted)), set aside \(rows(\.setAside))"),
                first: "  ")
            + wrapped(versions, first: "  ")
    }

    private func changed(_ findings: [ReportedFinding], _ sign: String, _ heading: String) -> [String] {
        guard !findings.isEmpty else { return wrapped("\(heading): 0") }
        var lines = wrapped("\(heading): \(number(findings.count)) (\(counts(findings)))").map {
            palette.paint($0, .bold)
        }
        for cause in FindingsCause.causes(of: findings) {
            let text = wrapped(place(cause), first: "\(sign) \(number(cause.count)) × ")
            lines += text.map { palette.paint($0, ink(cause.severity)) }
        }
        return lines
    }

    /// How many findings there are of each severity: 'fout 2, signaal 1'.
    private func counts(_ findings: [ReportedFinding]) -> String {
        let counts = Severity.allCases.reversed().map { severity in
            (severity, findings.count { $0.severity == severity })
        }
        let parts = counts.filter { $0.1 > 0 }.map { "\($0.0.name[language].lowercased()) \(number($0.1))" }
        return parts.isEmpty ? words("geen bevindingen", "no findings") : parts.joined(separator: ", ")
    }

    /// Where a cause is: `BST-11 inzet.csv kolom begindatum (rij 2, 3, 4, …)`.
    private func place(_ cause: FindingsCause) -> String {
        var text = "\(cause.rule) \(cause.file)"
        if let column = cause.column { text += words(" kolom ", " column ") + column }
        guard !cause.rows.isEmpty else { return text }
        let rows = cause.rows.map(String.init).joined(separator: ", ") + (cause.hasMoreRows ? ", …" : "")
        return text + words(" (rij ", " (row ") + rows + ")"
    }

    private func stayed(_ stayed: FindingsComparison.Stayed, _ isCorrection: Bool) -> String {
        var text =
            (isCorrection ? words("Gebleven: ", "Stayed: ") : words("Ongewijzigd: ", "Unchanged: "))
            + number(stayed.total)
        var parts: [String] = []
        if stayed.moved > 0 {
            parts.append(words("\(number(stayed.moved)) in een andere rij", "\(number(stayed.moved)) in another row"))
        }
        if stayed.reworded > 0 {
            parts.append(
                words("\(number(stayed.reworded)) met andere woorden", "\(number(stayed.reworded)) in other words"))
        }
        if !parts.isEmpty { text += " (" + words("waarvan ", "of which ") + parts.joined(separator: ", ") + ")" }
        return text
    }

    private func severities(_ comparison: FindingsComparison) -> [String] {
        comparison.severityChanges.flatMap { change in
            wrapped(
                "\(change.rule): \(change.from.name[language].lowercased()) → \(change.to.name[language].lowercased()) "
                    + "(\(number(change.count)) ×)",
                first: words("Andere ernst: ", "Other severity: "))
        }
    }

    private func tested(_ comparison: FindingsComparison) -> [String] {
        var lines: [String] = []
        if !comparison.noLongerEvaluated.isEmpty {
            lines += wrapped(
                comparison.noLongerEvaluated.map(\.rule).joined(separator: ", "),
                first: words("Niet meer getoetst: ", "No longer tested: "))
        }
        if !comparison.newlyEvaluated.isEmpty {
            lines += wrapped(
                comparison.newlyEvaluated.map(\.rule).joined(separator: ", "),
                first: words("Nu wel getoetst: ", "Now tested: "))
        }
        return lines
    }

    private func ink(_ severity: Severity) -> TerminalPalette.Ink {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .signal: .blue
        }
    }
}
