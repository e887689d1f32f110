import Rules
import SocialReturnModel

/// A cause of findings as the supplier reads of it: once, with what mending it brings.
public struct SupplierCause: Sendable, Hashable {
    /// The findings with this cause.
    public let group: FindingGroup
    /// How many findings fall away when the cause is mended; where a whole table is set aside for it, how many rows.
    public let solves: Int
    /// Whether ``solves`` counts rows that can count again.
    public let isAboutWholeTable: Bool

    /// What mending this one cause brings, in a sentence; nil where it is one finding, or only information.
    public var benefit: Text? {
        let number = { (language: Language) in Quantity(solves).formatted(language) }
        guard solves > 1, group.severity > .signal else { return nil }
        if isAboutWholeTable {
            return Text(
                nl: "Herstel deze ene oorzaak en \(number(.dutch)) rijen kunnen weer meetellen.",
                en: "Mend this one cause and \(number(.english)) rows can count again.")
        }
        return Text(
            nl: "Herstel deze ene oorzaak en \(number(.dutch)) bevindingen vervallen.",
            en: "Mend this one cause and \(number(.english)) findings fall away.")
    }

    /// The causes, those that ask for something before information, then by how much they solve, then by severity; equal ones stay
    /// in the order of the files.
    static func sorted(_ groups: [FindingGroup], _ assessment: Assessment) -> [SupplierCause] {
        let wholeTables = Dictionary(
            assessment.tablesSetAside.map { ($0.table, $0.rowCount) }, uniquingKeysWith: { first, _ in first })
        let causes = groups.map { group in
            let first = assessment.findings.all[group.firstFindings[0]]
            let rows = first.rejectsTable ? wholeTables[group.table] ?? 0 : 0
            return SupplierCause(group: group, solves: max(group.count, rows), isAboutWholeTable: rows > 1)
        }
        return causes.enumerated().sorted { left, right in
            let key = { (cause: SupplierCause) in
                (cause.group.severity > .signal ? 0 : 1, -cause.solves, -Int(cause.group.severity.rawValue))
            }
            let (first, second) = (key(left.element), key(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}

extension Severity {
    /// What a supplier is asked to do, in two words. Nobody is reproached: what is no error is something to talk about.
    public var supplierWord: Text {
        switch self {
        case .error: Text(nl: "Te herstellen", en: "To mend")
        case .warning, .signal: Text(nl: "Te bespreken", en: "To discuss")
        }
    }
}
