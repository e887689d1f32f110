import Intake
import SocialReturnModel
import Valuations

/// Activities and social purchases together fill no more of an obligation than the contract allows.
///
/// No source gives such a share for the State; the built-in value of 100 per cent is no limit. A department sets its own, for all
/// contracts or for one. Earlier reports count too, as far as they were given.
enum CategoryShareWithinLimit: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-08", since: .v2026_2, .warning, level: .table, basis: .contract, sources: ["GH-GEM"],
        column: .of(\Activity.contract),
        needs: [.register], limits: [activityShare, purchaseShare],
        name: Text(nl: "Maximaal aandeel", en: "Largest share"),
        message: Text(
            nl: "Met deze activiteit komen de activiteiten voor {value} boven {detail}, het grootste deel van de "
                + "verplichting dat zo mag worden ingevuld.",
            en: "With this activity the activities for {value} come above {detail}, the largest part of the obligation "
                + "that may be filled this way."),
        remedy: Text(
            nl: "Vul aan met andere inzet, of bespreek met uw contractmanager wat past.",
            en: "Add other efforts, or discuss with your contract manager what fits."),
        why: Text(
            nl:
                "In dit contract is afgesproken dat een deel van de verplichting anders wordt ingevuld, meestal met "
                + "werk voor mensen.",
            en:
                "In this contract it was agreed that a part of the obligation is filled in another way, usually with "
                + "work for people."),
        examples: [
            // Six hours of 100 euros, of an obligation of 32,000.
            .triggers(
                "verplichtingen: tabel_id=UTRECHT", "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1"),
            .triggers(
                "verplichtingen: tabel_id=UTRECHT", "activiteiten: uren=3,21",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=grootste_aandeel_activiteiten; waarde=1"),
            .triggers(
                "verplichtingen: tabel_id=UTRECHT-OUD-36U", "instellingen: sleutel=grootste_aandeel_inkoop; waarde=13"),
            // Half of it was in the report before.
            .triggers(
                "verplichtingen: tabel_id=UTRECHT", "activiteiten: uren=3,0",
                "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1",
                previous: [
                    [
                        "voorblad: periode=2026-Q1", "verplichtingen: tabel_id=UTRECHT",
                        "activiteiten: uren=3,0; datum=20-03-2026",
                    ]
                ]),
            .passes("verplichtingen: tabel_id=UTRECHT"),
            .passes(
                "verplichtingen: tabel_id=UTRECHT", "activiteiten: uren=3,2",
                "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1"),
            .passes(
                "verplichtingen: tabel_id=UTRECHT-OUD-36U", "instellingen: sleutel=grootste_aandeel_inkoop; waarde=14"),
            // In consultation: it fills nothing before the client accepts it.
            .passes("verplichtingen: tabel_id=UTRECHT", "instellingen: sleutel=grootste_aandeel_inkoop; waarde=1"),
            .triggers(
                "contracten: aanvaard_bewijs=factuur", "verplichtingen: tabel_id=UTRECHT",
                "bewijs: hoort_bij=F-2026-118; soort=factuur; ingezien_door_inkoop=ja",
                "instellingen: sleutel=grootste_aandeel_inkoop; waarde=1"),
            .passes(
                "verplichtingen: tabel_id=UTRECHT", "activiteiten: uren=3,0",
                "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1"),
            // No amount to take a share of, and no table that gives a value.
            .passes(
                "verplichtingen: tabel_id=UTRECHT; percentage=; verplichting_bedrag=; doel_aantal=4",
                "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1"),
            .passes("instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1"),
        ])

    static let activityShare = Limit(
        "grootste_aandeel_activiteiten", .percent, .since(.v2026_2, 100), within: 0...100,
        name: Text(
            nl: "Activiteiten: grootste deel van de verplichting (100 is geen grens)",
            en: "Activities: largest part of the obligation (100 is no limit)"))
    static let purchaseShare = Limit(
        "grootste_aandeel_inkoop", .percent, .since(.v2026_2, 100), within: 0...100,
        name: Text(
            nl: "Sociale inkoop: grootste deel van de verplichting (100 is geen grens)",
            en: "Social purchases: largest part of the obligation (100 is no limit)"))

    static let variants = [
        Text(
            nl: "Met deze factuur komt de sociale inkoop voor {value} boven {detail}, het grootste deel van de "
                + "verplichting dat zo mag worden ingevuld.",
            en: "With this invoice the social purchases for {value} come above {detail}, the largest part of the "
                + "obligation that may be filled this way.")
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let earlier = EarlierValues(context)
        if let table = context.submission.activities {
            var shares = Shares(context, activityShare, before: earlier.activities)
            for index in table.acceptedIndices {
                shares.add(context.activityValuation(index)?.value, table.rows[index].contract, row: index)
            }
            report.add(shares, table, ColumnReference(\Activity.contract), variant: 0)
        }
        if let table = context.submission.purchases {
            var shares = Shares(context, purchaseShare, before: earlier.purchases)
            for index in table.acceptedIndices {
                shares.add(context.purchaseValuation(index)?.value, table.rows[index].contract, row: index)
            }
            report.add(shares, table, ColumnReference(\SocialPurchase.contract), variant: 1)
        }
    }
}

/// What one category adds up to under each contract, and the row with which it passes its largest share.
private struct Shares {
    struct Sum {
        var total: Cents
        let largest: Cents
        var firstAbove: Int?
    }

    private let context: RuleContext
    private let limit: Limit
    private let before: [Symbol: Cents]
    private(set) var sums: [Symbol: Sum] = [:]
    private(set) var lacksAmount = false

    init(_ context: RuleContext, _ limit: Limit, before: [Symbol: Cents]) {
        self.context = context
        self.limit = limit
        self.before = before
    }

    mutating func add(_ value: Cents?, _ contract: Symbol?, row: Int) {
        guard let value, let contract else { return }
        let share = context.limit(limit, for: contract)
        guard share < Quantity(100) else { return }
        guard let largest = sums[contract]?.largest ?? largest(share, of: contract) else {
            lacksAmount = true
            return
        }
        var sum = sums[contract] ?? Sum(total: before[contract] ?? .zero, largest: largest)
        sum.total += value
        if sum.total > largest, sum.firstAbove == nil { sum.firstAbove = row }
        sums[contract] = sum
    }

    private func largest(_ share: Quantity, of contract: Symbol) -> Cents? {
        let amounts = context.terms[contract]?.obligations.filter { !$0.isExempt }.compactMap(\.amount) ?? []
        guard !amounts.isEmpty else { return nil }
        return ExactAmount(
            amounts.reduce(.zero, +), times: UInt64(share.tenThousandths), over: UInt64(100 * Quantity.scale))?.rounded
    }
}

extension FindingCollector {
    fileprivate mutating func add<Row: TableRow>(
        _ shares: Shares, _ table: TableData<Row>, _ column: ColumnReference, variant: UInt8
    ) {
        // A credit later in the file can bring the total back.
        for sum in shares.sums.values where sum.total > sum.largest {
            if let row = sum.firstAbove { found(at: table.place(row, column), .money(sum.largest), variant: variant) }
        }
        if shares.lacksAmount {
            notEvaluated(
                Text(
                    nl: "Er is een grootste aandeel ingesteld voor een contract zonder bedrag van de verplichting.",
                    en: "A largest share is set for a contract without an amount of the obligation."))
        }
    }
}

/// What activities and purchases of earlier periods counted for, by contract.
private struct EarlierValues {
    private(set) var activities: [Symbol: Cents] = [:]
    private(set) var purchases: [Symbol: Cents] = [:]

    init(_ context: RuleContext) {
        guard let present = context.period, let tables = context.tables,
            context.parameters.sets(CategoryShareWithinLimit.facts.limits)
        else { return }
        var covered: ReportingPeriod?
        for report in context.lastVersions {
            guard let period = report.period, period.end < present.start,
                !(covered.map { $0.overlaps(period) } ?? false)
            else { continue }
            covered = period
            let translation = SymbolTranslation(from: report.submission, to: context.submission)
            var valuer = Valuer(register: context.register, tables: tables, period: period)
            if var table = report.submission.activities {
                for index in table.rows.indices {
                    table.rows[index].contract = table.rows[index].contract.flatMap { translation[$0] }
                }
                for (row, value) in zip(table.rows, valuer.values(of: table)) {
                    if let contract = row.contract { activities[contract, default: .zero] += value?.value ?? .zero }
                }
            }
            if var table = report.submission.purchases {
                for index in table.rows.indices {
                    table.rows[index].contract = table.rows[index].contract.flatMap { translation[$0] }
                }
                let accepted = AcceptedByClient(report.submission.evidence, register: context.register)
                let values = valuer.values(of: table, isAccepted: accepted.contains)
                for (row, value) in zip(table.rows, values) {
                    if let contract = row.contract { purchases[contract, default: .zero] += value?.value ?? .zero }
                }
            }
        }
    }
}

extension RuleParameters {
    /// Whether the register sets one of `limits`, for any contract.
    fileprivate func sets(_ limits: [Limit]) -> Bool {
        settings.contains { setting in
            guard case .register = setting.origin else { return false }
            return limits.contains { $0 === setting.limit }
        }
    }
}
