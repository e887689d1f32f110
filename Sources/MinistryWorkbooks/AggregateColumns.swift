import Assessments
import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

/// Contracts added up by client, category or supplier: what the three sheets have in common.
struct AggregateColumns {
    /// The sheet.
    let sheet: MinistrySheet
    /// The column of *Contracten* whose texts are equal to the first column here; nil where the two differ.
    let match: String?
    /// The lines.
    let line: @Sendable (MinistryLine) -> AggregateLine

    /// The part of the obligation that is done, where what one contract did too much does not count for another.
    static let achieved = Text(
        nl: "Behaald, per contract tot de afspraak", en: "Achieved, each contract up to what was agreed")

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
                .figure(kind) { line, kind in kind.cell(aggregate(line).figures, line.ministry, sumOf: lines(line)) }
            } + [
                SheetColumn(
                    Text(nl: "Contracten met een bedrag", en: "Contracts with an amount"), key: "met_bedrag",
                    width: 12...14, .integer
                ) { line, _ in
                    .integer(aggregate(line).contracts.count { line.overview.contracts[$0].agreed != nil })
                },
                .money("verplichting", Text(nl: "Verplichting", en: "Obligation")) { line in
                    line.ministry.money("verplichting", lines(line)) { $0.agreed }
                },
                .money("gerealiseerd", Text(nl: "Gerealiseerd", en: "Realised")) { line in
                    line.ministry.money("gerealiseerd", lines(line), is: aggregate(line).realised) { $0.realised }
                },
                .money("nog_te_doen", Text(nl: "Nog te doen", en: "Still to do")) { line in
                    line.ministry.money("nog_te_doen", lines(line), is: aggregate(line).toDo) { $0.toDo }
                },
                .money("boven_afspraak", Text(nl: "Boven de afspraak", en: "Above agreed")) { line in
                    line.ministry.money("boven_afspraak", lines(line), is: aggregate(line).surplus) { $0.surplus }
                },
                .money("in_overleg", Text(nl: "In overleg (telt nog niet)", en: "In consultation (does not count yet)"))
                {
                    let total = aggregate($0).inConsultation
                    guard aggregate($0).realised != nil else { return .empty }
                    return $0.ministry.money("in_overleg", lines($0), is: total) {
                        $0.isReported && $0.realised != nil ? $0.inConsultation : nil
                    }
                },
                SheetColumn(Self.achieved, key: "behaald", width: 12...16, .percent) { line, _ in
                    line.ministry.achieved(aggregate(line), on: sheet, line.index)
                },
                .money("sociale_inkoop", Text(nl: "Sociale inkoop", en: "Social purchases")) { line in
                    line.ministry.money("sociale_inkoop", lines(line)) { $0.purchases }
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

extension Mark {
    /// How a contract stands; where few people are concerned, that it has begun.
    init(_ contract: ContractLine) { self = contract.isTooSmallToTell ? .begun : Mark(contract.standing) }
}

extension ContractLine {
    /// Whether there is something to talk about: it lags its term, or nothing was reported.
    var isBehind: Bool {
        !isTooSmallToTell && [.behind, .nothingReported, .nothingCounts, .setAside].contains(standing)
    }

    /// Whether it may be said that it keeps up, or has what was agreed.
    var tellsStanding: Bool { !isTooSmallToTell && [.reached, .onCourse].contains(standing) }

    /// By how much what was realised lags what can be expected by now, as a part of what was agreed and by the figures that are shown. What grows is
    /// expected by the part of the term that has passed, a state at once. Nil where a figure for it is not shown.
    var shownLag: Double? {
        let grows = target.map { $0.measure.addsUp || $0.measure == .commitments } ?? true
        let expected = agreed != nil || grows ? elapsed : 1
        guard let expected else { return nil }
        guard isReported else { return expected }
        if let agreed, agreed > .zero { return realised.map { expected - $0.euros / agreed.euros } }
        guard let target, let share = reached?.share(of: target) else { return nil }
        return expected - share
    }
}

extension SheetColumn<MinistryLine> {
    /// A column of amounts.
    static func money(_ key: String, _ heading: Text, _ cell: @escaping @Sendable (MinistryLine) -> Cell) -> SheetColumn
    {
        SheetColumn(heading, key: key, width: 14...20, .wholeEuros) { line, _ in cell(line) }
    }
}

extension Ministry {
    /// Lines of *Contracten* that a figure is the sum of.
    func contractLines(_ positions: [Int], _ match: (key: String, cell: String)?) -> SummedLines {
        SummedLines(
            sheet: .contracts, lines: positions, figures: { overview.contracts[$0].figures },
            matches: match.map { [$0] } ?? [],
            comparers: max(overview.clients.count, overview.categories.count, overview.suppliers.count))
    }

    /// An amount that contracts add up to, or `total` where that is known by itself and rounded amounts do not add up to it.
    func money(
        _ key: String, _ lines: SummedLines, is total: Cents? = nil, _ amount: (ContractLine) -> Cents?
    ) -> Cell {
        let known = lines.lines.compactMap { amount(overview.contracts[$0]) }
        guard !known.isEmpty else { return .empty }
        let sum = known.reduce(Cents.zero) { $0 + $1 }
        if let total, total != sum { return .euros(total) }
        guard let formula = extents[.contracts]?.sum(key, of: lines) else { return .euros(sum) }
        return .formula("ROUND(\(formula),2)", .scaled(sum.rawValue, decimals: 2))
    }

    /// The part of the obligation that is done. Nothing where a contract's part cannot be told.
    func achieved(_ line: AggregateLine, on sheet: MinistrySheet, _ index: Int) -> Cell {
        let contracts = line.contracts.map { overview.contracts[$0] }.filter { ($0.agreed ?? .zero) > .zero }
        guard !contracts.isEmpty, contracts.allSatisfy({ $0.toDo != nil }), let toDo = line.toDo,
            let extent = extents[sheet]
        else { return .empty }
        let (agreedCell, toDoCell) = (
            extent.ownCell("verplichting", line: index), extent.ownCell("nog_te_doen", line: index)
        )
        return .formula("MAX(0,1-\(toDoCell)/\(agreedCell))", .number(Self.achieved(contracts, toDo)))
    }

    /// The part of the obligations of `contracts` that is done, when `toDo` is left.
    static func achieved(_ contracts: [ContractLine], _ toDo: Cents) -> Double {
        let agreed = contracts.reduce(Cents.zero) { $0 + ($1.agreed ?? .zero) }
        return agreed > .zero ? max(0, 1 - toDo.euros / agreed.euros) : 0
    }
}
