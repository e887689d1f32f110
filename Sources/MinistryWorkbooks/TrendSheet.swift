import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let trend = MinistrySheet(
        "Trend", at: 90,
        meaning: Text(
            nl: "Elke periode naast de vorige: eerst samen wie elke periode meldde, dan per contract.",
            en: "Each period beside the one before: first together who reported every period, then by contract."),
        count: { $0.comparisons.count }
    ) { overview in
        .trend(overview).beginning(with: [
            "naam", "leverancier", "eerder", "nu", "personen_eerder", "personen_nu", "personen_verschil",
            "fte_eerder", "fte_nu", "fte_verschil", "wat",
        ])
    }
}

extension SheetDefinition<MinistryLine> {
    /// *Trend*: periods beside the one before, of those who reported every period and of each contract, and replaced reports.
    static func trend(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.trend.name, title: Text(nl: "Trend", en: "Trend"),
            explanation: overview.withWhatTotalsLack(
                Text(
                    nl:
                        "Eerder en nu naast elkaar, alleen van perioden die even lang zijn. Samen: wie elke periode meldde, zodat dezelfde leveranciers worden vergeleken.",
                    en:
                        "Before and now beside each other, of periods of one length only. Together: who reported every period, so that the same suppliers are compared."
                )),
            frozenColumns: 1,
            columns: [
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "naam", width: 24...30, .wrapped) { line, language in
                    .text(line.name(language), line.comparison.kind == .together ? .strong : nil)
                },
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    .link(
                        line.comparison.contractID,
                        to: line.comparison.contract.flatMap { line.ministry.target(ofContract: $0) })
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 20...28, .wrapped) {
                    line, _ in .text(line.comparison.supplier)
                },
                SheetColumn(Text(nl: "Wat", en: "What"), key: "wat", width: 20...26, .wrapped) { line, language in
                    switch line.comparison.kind {
                    case .together: .text(Text(nl: "samen, vorige periode", en: "together, period before")[language])
                    case .earlierPeriod:
                        .text(Text(nl: "eerdere periode, niet de vorige", en: "earlier period, not the last")[language])
                    case .otherLength:
                        .text(
                            Text(nl: "andere lengte: niet te vergelijken", en: "other length: cannot be compared")[
                                language],
                            .muted)
                    case .replaced: .text(Text(nl: "◆ vervangen", en: "◆ replaced")[language], .signal)
                    case .previousPeriod: .text(Text(nl: "vorige periode", en: "period before")[language])
                    }
                },
                SheetColumn(Text(nl: "Eerder", en: "Before"), key: "eerder", width: 12...20, .wrapped) {
                    line, language in
                    .text(line.comparison.before[language])
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
                guard line.comparison.kind != .otherLength, let extent = line.ministry.extents[.trend] else {
                    return .empty
                }
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

    /// What people call the contract; of several, who they are.
    fileprivate func name(_ language: Language) -> String {
        guard comparison.kind == .together, let trend = overview.picture.trend else {
            return comparison.contract.map { ministry.name(ofContract: $0) } ?? comparison.contractID
        }
        return Text(
            nl: trend.ofSuppliers == 1
                ? "Samen: de enige leverancier"
                : "Samen: \(trend.suppliers) van \(trend.ofSuppliers) leveranciers, die elke periode meldden",
            en: trend.ofSuppliers == 1
                ? "Together: the only supplier"
                : "Together: \(trend.suppliers) of \(trend.ofSuppliers) suppliers, which reported every period")[
                language]
    }
}
