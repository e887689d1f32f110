import Assessments
import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let contracts = MinistrySheet(
        "Contracten", at: 40,
        meaning: Text(
            nl: "Per contract: afgesproken, gerealiseerd, nog te doen, en wanneer.",
            en: "For each contract: agreed, realised, still to do, and by when."),
        count: { $0.contracts.count }
    ) { .contracts($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Contracten*: what was agreed, realised and is still to be done under each contract.
    static func contracts(_ overview: Overview) -> SheetDefinition {
        let rounded = Text(
            nl:
                "Per contract hoe het staat, wat is afgesproken en wat is bereikt. Bereikt is afgerond; hoe het staat komt van de exacte cijfers. Meer staat in de ingeklapte kolommen rechts.",
            en:
                "For each contract how it stands, what was agreed and what was reached. Reached is rounded; how it stands comes from the exact figures. More stands in the folded columns on the right."
        )
        let exact = Text(
            nl:
                "Per contract hoe het staat, wat is afgesproken en wat is bereikt. Meer staat in de ingeklapte kolommen rechts.",
            en:
                "For each contract how it stands, what was agreed and what was reached. More stands in the folded columns on the right."
        )
        return SheetDefinition(
            name: MinistrySheet.contracts.name, title: Text(nl: "Contracten", en: "Contracts"),
            explanation: overview.withWhatFiguresLack(overview.precision == .rounded ? rounded : exact),
            frozenColumns: 2, columns: outcomeFirst(names + figures + money + target + followUp))
    }

    /// The columns that people read, outcome first; the others are folded away, and formulas find them by their keys.
    private static func outcomeFirst(_ columns: [SheetColumn<MinistryLine>]) -> [SheetColumn<MinistryLine>] {
        let first = [
            "contract", "titel", "stand", "verplichting", "gerealiseerd", "doel", "bereikt", "eenheid",
            FigureKind.permanentJobs.key, FigureKind.persons.key, "behaald", "naam",
        ]
        return first.compactMap { key in columns.first { $0.frame.key == key } }
            + columns.filter { !first.contains($0.frame.key) }.map(\.folded)
    }

    private static func column(
        _ key: String, _ heading: Text, _ width: ClosedRange<Double>, _ look: CellStyle = .text,
        _ cell: @escaping @Sendable (ContractLine, Language) -> Cell
    ) -> SheetColumn<MinistryLine> {
        SheetColumn(heading, key: key, width: width, look) { line, language in
            cell(line.overview.contracts[line.index], language)
        }
    }

    private static var names: [SheetColumn<MinistryLine>] {
        [
            column("contract", Text(nl: "Contract", en: "Contract"), 16...24) { contract, _ in .text(contract.facts.id)
            },
            column("titel", Text(nl: "Naam", en: "Name"), 22...36, .wrapped) { contract, _ in
                .text(contract.facts.title)
            },
            column("categorie", Text(nl: "Categorie", en: "Category"), 14...24) { contract, _ in
                .text(Ministry.key(contract.facts.category))
            },
            column("opdrachtgever", Text(nl: "Opdrachtgever (OIN)", en: "Client (OIN)"), 24...28) { contract, _ in
                .text(Ministry.key(contract.facts.client))
            },
            column("leverancier", Text(nl: "KvK-nummer", en: "KvK number"), 13...15) { contract, _ in
                .text(Ministry.key(contract.facts.supplier?.description ?? ""))
            },
            column("naam", Text(nl: "Leverancier", en: "Supplier"), 20...36, .wrapped) { contract, _ in
                .text(contract.supplierName)
            },
            column("werkwijze", Text(nl: "Werkwijze", en: "Approach"), 16...26, .wrapped) { contract, language in
                .text(contract.facts.regime?.name[language])
            },
            column("voorbehoud", Text(nl: "Voorbehouden volgens", en: "Reserved by"), 22...34, .wrapped) {
                contract, language in
                .text(contract.facts.routes.map { $0.name[language] }.joined(separator: "; "))
            },
            column("periode", Text(nl: "Laatste periode", en: "Last period"), 12...24) { contract, _ in
                .text(contract.periods.last?.description)
            },
        ]
    }

    private static var figures: [SheetColumn<MinistryLine>] {
        FigureKind.standard.map { kind in
            .figure(kind) { line, kind in
                let contract = line.overview.contracts[line.index]
                guard contract.isReported else { return .empty }
                return kind.cell(contract.figures, line.ministry, sumOf: line.placements(kind))
            }
        }
    }

    private static var money: [SheetColumn<MinistryLine>] {
        [
            column("verplichting", Text(nl: "Verplichting", en: "Obligation"), 14...20, .wholeEuros) { contract, _ in
                guard let agreed = contract.agreed else { return .empty }
                let parts = contract.obligations.filter { !$0.isExempt && $0.amount != nil }
                    .map(\.amountFormula)
                guard parts.contains(where: \.isCalculated) || parts.count > 1 else { return .euros(agreed) }
                return .formula(parts.map(\.text).joined(separator: "+"), .scaled(agreed.rawValue, decimals: 2))
            },
            .money("gerealiseerd", Text(nl: "Gerealiseerd", en: "Realised")) { $0.realised },
            .money("nog_te_doen", Text(nl: "Nog te doen", en: "Still to do")) { line in
                let contract = line.overview.contracts[line.index]
                guard let toDo = contract.toDo else { return .empty }
                return .formula(
                    "MAX(0,ROUND(\(line.cell("verplichting"))-\(line.cell("gerealiseerd")),2))",
                    .scaled(toDo.rawValue, decimals: 2))
            },
            .money("boven_afspraak", Text(nl: "Boven de afspraak", en: "Above agreed")) { line in
                guard let surplus = line.overview.contracts[line.index].surplus else { return .empty }
                return .formula(
                    "MAX(0,ROUND(\(line.cell("gerealiseerd"))-\(line.cell("verplichting")),2))",
                    .scaled(surplus.rawValue, decimals: 2))
            },
            .money("in_overleg", Text(nl: "In overleg (telt nog niet)", en: "In consultation (does not count yet)")) {
                let contract = $0.overview.contracts[$0.index]
                return contract.isReported && contract.realised != nil ? .euros(contract.inConsultation) : .empty
            },
            SheetColumn(Text(nl: "Behaald", en: "Achieved"), key: "behaald", width: 10...12, .percent) { line, _ in
                let contract = line.overview.contracts[line.index]
                guard let agreed = contract.agreed, agreed > .zero, let realised = contract.realised else {
                    return .empty
                }
                return .formula(
                    "\(line.cell("gerealiseerd"))/\(line.cell("verplichting"))", .number(realised.euros / agreed.euros))
            },
        ]
    }

    private static var target: [SheetColumn<MinistryLine>] {
        [
            column("doel", Text(nl: "Doel in aantal", en: "Target number"), 10...14, .hours) { contract, _ in
                guard let target = contract.target else { return .empty }
                return .quantity(Quantity(tenThousandths: target.rawValue), target.measure.look)
            },
            column("eenheid", Text(nl: "Eenheid", en: "Unit"), 10...14) { contract, language in
                .text(contract.target?.measure.name[language])
            },
            SheetColumn(Text(nl: "Bereikt", en: "Reached"), key: "bereikt", width: 10...14, .hours) { line, _ in
                line.reached
            },
            SheetColumn(Text(nl: "Nog te bereiken", en: "Still to reach"), key: "nog", width: 10...14, .hours) {
                line, _ in
                let contract = line.overview.contracts[line.index]
                guard let target = contract.target, let reached = contract.reached else { return .empty }
                return .formula(
                    "MAX(0,ROUND(\(line.cell("doel"))-\(line.cell("bereikt")),4))",
                    .scaled(target.remaining(after: reached).rawValue, decimals: 4))
            },
        ]
    }

    private static var followUp: [SheetColumn<MinistryLine>] {
        [
            SheetColumn(Text(nl: "Hoe het staat", en: "How it stands"), key: "stand", width: 18...24) {
                line, language in
                line.standing(language)
            },
            SheetColumn(Text(nl: "Uiterlijk", en: "Due"), key: "uiterlijk", width: 13...13, .day) { line, _ in
                let contract = line.overview.contracts[line.index]
                return .day(contract.nextDue, contract.commitments.overdue > 0 ? .overdueDay : nil)
            },
            column("afspraken", Text(nl: "Open afspraken", en: "Open commitments"), 10...14, .integer) { contract, _ in
                .integer(contract.commitments.open)
            },
            column("te_laat", Text(nl: "Afspraken te laat", en: "Overdue"), 10...14, .integer) { contract, _ in
                .integer(contract.commitments.overdue)
            },
            column("hulp", Text(nl: "Hulpvragen", en: "Requests for help"), 10...14, .integer) { contract, _ in
                .integer(contract.helpRequests)
            },
            column("gesprek", Text(nl: "Laatste gesprek", en: "Last conversation"), 13...13, .day) { contract, _ in
                .day(contract.lastConversation)
            },
            .money("sociale_inkoop", Text(nl: "Sociale inkoop", en: "Social purchases")) { $0.purchases },
        ]
    }
}

extension MinistryLine {
    /// The lines of *Gegevens* that a figure of this contract is the sum of: full-time equivalents are those of the last period.
    fileprivate func placements(_ kind: FigureKind) -> SummedLines {
        let contract = overview.contracts[index]
        let isLast = kind.key == FigureKind.fte.key
        let lines = isLast ? contract.lastPlacementLines : contract.placementLines
        return SummedLines(
            sheet: .data, lines: Array(lines), figures: { overview.placements[$0].figures },
            matches: (isLast ? ["contract", "periode"] : ["contract"]).map { ($0, cell($0)) },
            comparers: overview.contracts.count)
    }

    /// What the lines of *Sociale inkoop* of this contract add up to, as a formula.
    private func bought(_ key: String) -> String? {
        let contract = overview.contracts[index]
        guard !contract.purchaseLines.isEmpty else { return nil }
        return ministry.extents[.purchases]?.sum(
            key,
            of: SummedLines(
                sheet: .purchases, lines: Array(contract.purchaseLines), figures: { _ in contract.figures },
                matches: [("contract", cell("contract"))], comparers: overview.contracts.count))
    }

    fileprivate func cell(_ key: String) -> String { ministry.extents[.contracts]?.ownCell(key, line: index) ?? "0" }

    /// Placements, purchases and activities by the valuation table.
    fileprivate var realised: Cell {
        let contract = overview.contracts[index]
        guard let realised = contract.realised, contract.isReported else { return .empty }
        var parts: [String] = []
        let value = FigureKind.value
        let worth = contract.figures.value ?? .zero
        if let formula = value.formula(worth.rawValue, ministry, placements(value)) {
            parts.append(formula)
        } else if worth != .zero {
            parts.append(worth.description)
        }
        let bought = contract.purchaseLines.reduce(Cents.zero) { $0 + overview.purchases[$1].partner.value }
        let ofPurchases = self.bought("waarde")
        if bought != .zero, let ofPurchases { parts.append(ofPurchases) }
        let activities = contract.otherValue - (ofPurchases == nil ? .zero : bought)
        if activities != .zero { parts.append(activities.description) }
        // Rounded figures need not add up to the rounded sum.
        guard !parts.isEmpty, worth + contract.otherValue == realised else { return .euros(realised) }
        if parts.count == 1, parts[0].hasPrefix("ROUND(") {
            return .formula(parts[0], .scaled(realised.rawValue, decimals: 2))
        }
        return .formula("ROUND(\(parts.joined(separator: "+")),2)", .scaled(realised.rawValue, decimals: 2))
    }

    /// What invoices come to.
    fileprivate var purchases: Cell {
        let contract = overview.contracts[index]
        guard !contract.purchaseLines.isEmpty else { return .empty }
        guard let formula = bought("bedrag") else { return .euros(contract.purchases) }
        return .formula("ROUND(\(formula),2)", .scaled(contract.purchases.rawValue, decimals: 2))
    }

    /// What was reached in the unit of the target.
    fileprivate var reached: Cell {
        let contract = overview.contracts[index]
        guard let reached = contract.reached, contract.isReported else { return .empty }
        let kind: FigureKind? =
            switch reached.measure {
            case .persons: .persons
            // The column of places has those of all periods.
            case .places: contract.figures.placements == contract.figures.lastPlacements ? .placements : nil
            case .hours: .hours
            // The column has the average, which another measure may be held against the goal.
            case .fullTimeEquivalents:
                contract.figures.fullTimeEquivalents?.tenThousandths == reached.rawValue ? .fte : nil
            case .euros, .commitments: nil
            }
        guard let kind, ministry.extents[.contracts]?.column(kind.key) != nil else {
            return .quantity(Quantity(tenThousandths: reached.rawValue), reached.measure.look)
        }
        return .formula(cell(kind.key), .scaled(reached.rawValue, decimals: 4), reached.measure.look)
    }

    /// How the contract stands, in a word with its symbol.
    fileprivate func standing(_ language: Language) -> Cell {
        let mark = ministry.mark(ofContract: index)
        return .text(mark.text[language], mark.look)
    }
}

extension Measure {
    /// How a figure looks in a column of several measures: people, places and commitments are whole.
    fileprivate var look: CellStyle? { [.persons, .places, .commitments].contains(self) ? .integer : nil }
}
