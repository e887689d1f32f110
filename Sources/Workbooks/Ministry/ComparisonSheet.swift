import Consolidations
import SocialReturnModel
import Spreadsheets

extension SheetDefinition<MinistryLine> {
    /// *Vergelijking periodes*: reports that were replaced beside those that replaced them, and periods beside the one before.
    static var comparison: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.comparison.name, title: Text(nl: "Vergelijking periodes", en: "Comparison of periods"),
            explanation: Text(
                nl:
                    "Eerder en nu naast elkaar. Wat is vervangen telt alleen hier; overal elders telt de laatste rapportage.",
                en:
                    "Before and now beside each other. What was replaced counts here only; elsewhere the last report counts."
            ),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    .link(
                        line.comparison.contractID,
                        to: line.comparison.contract.flatMap { line.ministry.target(ofContract: $0) })
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 20...36, .wrapped) {
                    line, _ in .text(line.comparison.supplier)
                },
                SheetColumn(Text(nl: "Wat", en: "What"), key: "wat", width: 20...24) { line, language in
                    switch line.comparison.kind {
                    case .replaced: .text(Text(nl: "◆ vervangen", en: "◆ replaced")[language], .signal)
                    case .previousPeriod: .text(Text(nl: "vorige periode", en: "period before")[language])
                    }
                },
                SheetColumn(Text(nl: "Eerder", en: "Before"), key: "eerder", width: 16...40, .wrapped) { line, _ in
                    .text(line.comparison.before)
                },
                SheetColumn(Text(nl: "Nu", en: "Now"), key: "nu", width: 12...26) { line, _ in
                    .text(line.comparison.period.description)
                },
            ] + [FigureKind.persons, .fte, .hours, .value].flatMap(beside))
    }

    /// A figure before, now, and the difference.
    private static func beside(_ kind: FigureKind) -> [SheetColumn<MinistryLine>] {
        @Sendable func cell(_ line: MinistryLine, _ figures: Figures) -> Cell {
            kind.plain(kind.raw(figures), line.ministry)
        }
        let (oldKey, newKey) = (kind.key + "_eerder", kind.key + "_nu")
        return [
            SheetColumn(
                Text(nl: "\(kind.heading.nl) eerder", en: "\(kind.heading.en) before"), key: oldKey, width: 12...16,
                kind.look
            ) {
                line, _ in cell(line, line.comparison.old)
            },
            SheetColumn(
                Text(nl: "\(kind.heading.nl) nu", en: "\(kind.heading.en) now"), key: newKey, width: 12...16, kind.look
            ) {
                line, _ in cell(line, line.comparison.new)
            },
            SheetColumn(
                Text(
                    nl: "Verschil \(kind.heading.nl.lowercased())", en: "Difference in \(kind.heading.en.lowercased())"),
                key: kind.key + "_verschil", width: 12...16, kind.look
            ) { line, _ in
                guard let extent = line.ministry.extents[.comparison] else { return .empty }
                guard let new = kind.raw(line.comparison.new), let old = kind.raw(line.comparison.old) else {
                    return kind.plain(nil, line.ministry)
                }
                let difference = new - old
                let formula = "\(extent.ownCell(newKey, line: line.index))-\(extent.ownCell(oldKey, line: line.index))"
                return .formula(
                    kind.decimals == 0 ? formula : "ROUND(\(formula),\(kind.decimals))",
                    .scaled(difference, decimals: kind.decimals))
            },
        ]
    }
}

extension MinistryLine {
    fileprivate var comparison: ComparisonLine { overview.comparisons[index] }
}
