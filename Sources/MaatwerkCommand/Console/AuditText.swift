import Exchange
import Inspection
import Maatwerk
import Rules

/// What `audit` says of a workbook on a terminal: one block for each check, with the sheets and the first cells.
struct AuditText: TerminalText {
    let terminal: Terminal

    /// The lines. Quiet shows errors only, and nothing of a workbook without any.
    func lines(_ audit: WorkbookAudit, of path: String) -> [String] {
        let shown = isQuiet ? audit.findings.filter { $0.check.severity == .error } : audit.findings
        guard !isQuiet || !shown.isEmpty else { return [] }
        var lines = heading(path)
        for check in AuditCheck.allCases.sorted(by: { $0.severity > $1.severity }) {
            let own = shown.filter { $0.check == check }
            if !own.isEmpty { lines += block(check, own) }
        }
        if audit.findings.isEmpty { lines.append(words("✓ Niets gevonden.", "✓ Nothing found.")) }
        if !isQuiet, audit.coloursUnknown > 0 {
            lines += wrapped(
                words(
                    "Contrast niet bekeken in \(Quantity(audit.coloursUnknown).formatted(language)) \(audit.coloursUnknown == 1 ? "cel" : "cellen"): de kleur hangt van het programma af.",
                    "Contrast not looked at in \(Quantity(audit.coloursUnknown).formatted(language)) \(audit.coloursUnknown == 1 ? "cell" : "cells"): the colour depends on the program."
                ),
                first: "○ ")
        }
        return lines + [""]
    }

    private func block(_ check: AuditCheck, _ findings: [AuditFinding]) -> [String] {
        let (symbol, ink) = check.severity.sign
        let clause = check.clause.map { " (EN 301 549, \($0))" } ?? ""
        let head = "\(check.severity.name[language]) \(check.rawValue): \(check.message[language])\(clause)"
        var lines = wrapped(head, first: "\(symbol) ").map { palette.paint($0, ink) }
        for finding in findings {
            var places = finding.places.joined(separator: ", ")
            let left = finding.count - finding.places.count
            if left > 0, !finding.places.isEmpty {
                places += words(" en nog \(left)", " and \(left) more")
            }
            let line = [finding.sheet, places.isEmpty ? nil : places].compactMap { $0 }.filter { !$0.isEmpty }
            if !line.isEmpty { lines += wrapped(line.joined(separator: ": "), first: "  ") }
        }
        return lines + wrapped(check.remedy[language], first: "  → ")
    }
}
