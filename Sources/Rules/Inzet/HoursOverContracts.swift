import Intake
import SocialReturnModel

/// The same hours of one participant are not reported under two contracts, in this submission or in an earlier one. Of two rows in
/// one file, the later is reported.
///
/// An earlier report shows where someone worked in its own period, so only days of that period count.
enum HoursOverContracts: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-15", since: .v2026_2, .warning, level: .acrossSubmissions, basis: .own, sources: ["SON"],
        column: .of(\Placement.participant), needs: [.table(.placements)],
        name: Text(nl: "Zelfde deelnemer bij meer contracten", en: "Same participant under more contracts"),
        message: Text(
            nl: "Deze deelnemer staat ook bij contract {detail}, op dezelfde dagen en met hetzelfde aantal uren per "
                + "week.",
            en: "This participant is under contract {detail} too, on the same days and with the same number of hours a "
                + "week."),
        remedy: Text(
            nl: "Verdeel de uren over de contracten, zodat elk uur één keer telt.",
            en: "Divide the hours among the contracts, so that each hour counts once."),
        why: Text(
            nl: "Iemand kan voor meer opdrachten werken. Dezelfde uren kunnen niet twee keer meetellen.",
            en: "Someone can work for more contracts. The same hours cannot count twice."),
        examples: [
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0233", "inzet:",
                "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233"),
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0233", "inzet:",
                "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; begindatum=28-02-2027; einddatum="),
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0233", "inzet: uren_per_week=12",
                "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; uren_per_week=12,0"),
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0233", "inzet: contractnummer=BZK-2026-0233",
                previous: [["voorblad: periode=2026-Q1", "inzet: contractnummer=BZK-2026-0147"]]),
            .triggers("inzet:", "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233", withRegister: false),
            .passes(
                "inzet:", "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; deelnemercode=D-0002",
                withRegister: false),
            .passes(
                "inzet:", "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; uren_per_week=12", withRegister: false),
            .passes(
                "inzet: einddatum=31-05-2026",
                "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; begindatum=01-06-2026", withRegister: false),
            .passes("inzet:", "inzet: inzet_id=P-002; begindatum=01-05-2026"),
            .passes("inzet:", "inzet: inzet_id=P-002; contractnummer=; begindatum=01-05-2026", withRegister: false),
            // From one contract to the other, a quarter later.
            .passes(
                "inzet: contractnummer=BZK-2026-0233; begindatum=01-04-2026", withRegister: false,
                previous: [["voorblad: periode=2026-Q1", "inzet: contractnummer=BZK-2026-0147; einddatum="]]),
            .passes(
                "inzet: contractnummer=bzk-2026-0147",
                previous: [["voorblad: periode=2026-Q1", "inzet: contractnummer=BZK-2026-0147"]]),
            // A correction moves the placement to the right contract.
            .passes(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", "inzet: contractnummer=BZK-2026-0233",
                withRegister: false, previous: [["voorblad: opgesteld_op=03-07-2026"]]),
        ])

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.participant)
        var reported: Set<Int> = []
        for rows in ParticipantRows(table).groups {
            let stays = rows.compactMap { index in Stay(table.rows[index]).map { (index, $0) } }
            for (position, (index, stay)) in stays.enumerated() {
                guard let (other, _) = stays[..<position].first(where: { stay.isTwice($0.1) }),
                    let contract = table.rows[other].contract
                else { continue }
                reported.insert(index)
                report.found(
                    at: table.place(index, column), report.text(context.submission.symbols[contract], from: .supplier))
            }
        }
        if context.previous.isEmpty, context.terms.count > 1 {
            report.notEvaluated(Self.onlyHere, supply: Need.previous.supply, by: .contractManager)
        }
        let earlier = EarlierStays(context)
        guard !earlier.isEmpty else { return }
        for index in table.acceptedIndices where !reported.contains(index) {
            guard let participant = table.rows[index].participant, let stay = Stay(table.rows[index]),
                let contract = earlier.contract(of: participant, twice: stay)
            else { continue }
            report.found(at: table.place(index, column), report.text(contract, from: .supplier))
        }
    }

    private static let onlyHere = Text(
        nl: "Alleen getoetst binnen deze inzending; er zijn geen resultaten van eerdere perioden meegegeven "
            + "(--previous).",
        en: "Tested within this submission only; no results of earlier periods were given (--previous).")
}

/// On which days, for how many hours a week and under which contract someone works.
private struct Stay {
    /// The contract's number; nil for one that the present submission does not have, and that differs from all that it has.
    let contract: Symbol?
    let hours: Quantity
    let start: Day
    let end: Day?

    init?(_ row: Placement) {
        guard let contract = row.contract, let hours = row.hoursPerWeek, hours > .zero, let start = row.start else {
            return nil
        }
        self.contract = contract
        self.hours = hours
        self.start = start
        end = row.end
    }

    init(contract: Symbol?, hours: Quantity, start: Day, end: Day) {
        self.contract = contract
        self.hours = hours
        self.start = start
        self.end = end
    }

    /// Whether `other` has the same hours on the same days under another contract.
    func isTwice(_ other: Stay) -> Bool {
        contract != other.contract && hours == other.hours && other.end.map { start <= $0 } ?? true
            && end.map { other.start <= $0 } ?? true
    }
}

/// Where participants of this submission worked in the periods of earlier reports.
private struct EarlierStays {
    private var stays: [Symbol: [(stay: Stay, contract: String)]] = [:]

    var isEmpty: Bool { stays.isEmpty }

    init(_ context: RuleContext) {
        for earlier in context.separateReports {
            guard let table = earlier.submission.placements, let period = earlier.period else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            for index in table.acceptedIndices {
                let row = table.rows[index]
                guard let participant = row.participant.flatMap({ translation[$0] }), let contract = row.contract,
                    let stay = Stay(row)
                else { continue }
                let first = max(stay.start, period.start)
                let last = min(stay.end ?? period.end, period.end)
                guard first <= last else { continue }
                let reported = Stay(contract: translation[contract], hours: stay.hours, start: first, end: last)
                stays[participant, default: []].append((reported, earlier.submission.symbols[contract]))
            }
        }
    }

    /// The contract under which `participant` has the same hours as `stay` on some of its days.
    func contract(of participant: Symbol, twice stay: Stay) -> String? {
        stays[participant]?.first { stay.isTwice($0.stay) }?.contract
    }
}
