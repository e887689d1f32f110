import Assessments
import Consolidations
import SocialReturnModel
import Spreadsheets

/// Contracts added up by client, category or supplier: what the three sheets have in common.
struct AggregateColumns {
    /// The sheet.
    let sheet: MinistrySheet
    /// The column of *Contracten* whose texts are equal to the first column here; nil where the two differ.
    let match: String?
    /// The lines.
    let line: @Sendable (MinistryLine) -> AggregateLine

    /// The columns behind the name.
    var columns: [SheetColumn<MinistryLine>] {
        let (sheet, match, aggregate) = (sheet, match, line)
        @Sendable func lines(_ line: MinistryLine) -> SummedLines {
            line.ministry.contractLines(
                aggregate(line).contracts,
                match.flatMap { match in
                    line.ministry.extents[sheet].map { (match, $0.ownCell($0.columns[0], line: line.index)) }
                })
        }
        return [
            SheetColumn(Text(nl: "Contracten", en: "Contracts"), key: "contracten", width: 11...13, .integer) {
                line, _ in
                .integer(aggregate(line).contracts.count)
            },
            SheetColumn(Text(nl: "Zonder rapportage", en: "Without report"), key: "zonder", width: 11...14, .integer) {
                line, _ in
                .integer(aggregate(line).contracts.count { !line.overview.contracts[$0].isReported })
            },
        ]
            + FigureKind.standard.map { kind in
                .figure(kind) { line, kind in kind.cell(aggregate(line).shown, line.ministry, sumOf: lines(line)) }
            } + [
                .money("verplichting", Text(nl: "Verplichting", en: "Obligation")) { line in
                    line.ministry.money("verplichting", lines(line), nil) { $0.agreed }
                },
                .money("gerealiseerd", Text(nl: "Gerealiseerd", en: "Realised")) { line in
                    line.ministry.money("gerealiseerd", lines(line), aggregate(line).shown) { $0.realised }
                },
                .money("nog_te_doen", Text(nl: "Nog te doen", en: "Still to do")) { line in
                    line.ministry.money("nog_te_doen", lines(line), aggregate(line).shown) { $0.toDo }
                },
                SheetColumn(Text(nl: "Behaald", en: "Achieved"), key: "behaald", width: 10...12, .percent) { line, _ in
                    line.ministry.achieved(aggregate(line), on: sheet, line.index)
                },
                .money("sociale_inkoop", Text(nl: "Sociale inkoop", en: "Social purchases")) { line in
                    line.ministry.money("sociale_inkoop", lines(line), nil) { $0.purchases }
                },
                SheetColumn(Text(nl: "Loopt achter", en: "Behind"), key: "achter", width: 10...13, .integer) {
                    line, _ in
                    .integer(aggregate(line).contracts.count { line.overview.contracts[$0].isBehind })
                },
                SheetColumn(Text(nl: "Afspraken te laat", en: "Overdue"), key: "te_laat", width: 10...13, .integer) {
                    line, _ in
                    .integer(
                        aggregate(line).contracts.reduce(0) { $0 + line.overview.contracts[$1].commitments.overdue })
                },
            ]
    }
}

extension ContractLine {
    /// Whether there is something to talk about: it lags its term, or nothing was reported.
    var isBehind: Bool { [.behind, .nothingReported, .nothingCounts, .setAside].contains(standing) }
}

extension SheetColumn<MinistryLine> {
    /// A column of amounts.
    static func money(_ key: String, _ heading: Text, _ cell: @escaping @Sendable (MinistryLine) -> Cell) -> SheetColumn
    {
        SheetColumn(heading, key: key, width: 14...20, .euros) { line, _ in cell(line) }
    }
}

extension Ministry {
    /// Lines of *Contracten* that a figure is the sum of.
    func contractLines(_ positions: [Int], _ match: (key: String, cell: String)?) -> SummedLines {
        SummedLines(
            sheet: .contracts, lines: positions, shown: { overview.contracts[$0].shown }, match: match)
    }

    /// An amount that contracts add up to. With `shown` it is hidden where euros are, and each contract's where its own are.
    func money(
        _ key: String, _ lines: SummedLines, _ shown: ShownFigures?, _ amount: (ContractLine) -> Cents?
    ) -> Cell {
        if let shown, shown.euros != .shown { return shielded }
        var (sum, hidden, isThere) = (Cents.zero, Cents.zero, false)
        for position in lines.lines {
            let contract = overview.contracts[position]
            guard let cents = amount(contract) else { continue }
            isThere = true
            sum += cents
            if shown != nil, contract.shown.euros != .shown { hidden += cents }
        }
        guard isThere else { return .empty }
        guard let formula = extents[.contracts]?.sum(key, of: lines) else { return .euros(sum) }
        let whole = hidden == .zero ? formula : "\(formula)+\(hidden)"
        return .formula("ROUND(\(whole),2)", .scaled(sum.rawValue, decimals: 2))
    }

    /// The part of the obligation that is done. Nothing where it is hidden, or where a contract's part cannot be told.
    func achieved(_ line: AggregateLine, on sheet: MinistrySheet, _ index: Int) -> Cell {
        let contracts = line.contracts.map { overview.contracts[$0] }.filter { ($0.agreed ?? .zero) > .zero }
        guard line.shown.euros == .shown else { return shielded }
        guard !contracts.isEmpty, contracts.allSatisfy({ $0.toDo != nil }), let extent = extents[sheet] else {
            return .empty
        }
        let (agreed, toDo) = (extent.ownCell("verplichting", line: index), extent.ownCell("nog_te_doen", line: index))
        return .formula("1-\(toDo)/\(agreed)", .number(Self.achieved(contracts)))
    }

    /// The part of the obligations of `contracts` that is done.
    static func achieved(_ contracts: [ContractLine]) -> Double {
        let agreed = contracts.reduce(Cents.zero) { $0 + ($1.agreed ?? .zero) }
        let toDo = contracts.reduce(Cents.zero) { $0 + ($1.toDo ?? .zero) }
        return agreed > .zero ? 1 - toDo.euros / agreed.euros : 0
    }
}
