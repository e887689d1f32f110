import Intake
import Parameters
import SocialReturnModel
import Valuations

/// The valuation table that a contract names has the target group of each placement, in a building block or in a bonus.
///
/// A contract without a table has no list of groups, so the rule has nothing to say there. Of a table that is marked as incomplete
/// the group may only be missing from the copy: that is a signal.
enum GroupInTable: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-02", since: .v2026_2, .warning, level: .acrossTables, basis: .contract,
        column: .of(\Placement.targetGroup),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Doelgroep niet in contract", en: "Target group not in the contract"),
        message: Text(
            nl: "Doelgroep {value} staat niet in de tabel van dit contract, {detail}.",
            en: "Target group {value} is not in the table of this contract, {detail}."),
        remedy: Text(
            nl: "Vraag de contractmanager of deze groep meetelt.",
            en: "Ask the contract manager whether this group counts."),
        why: Text(
            nl: "De tabel van het contract noemt de groepen die een waarde hebben. Voor een andere groep kunt u samen "
                + "een afspraak maken.",
            en: "The contract's table names the groups that have a value. For another group you can make an agreement "
                + "together."),
        examples: [
            .triggers("inzet: doelgroep=TOP"),
            .triggers("inzet: doelgroep=OVG"),
            .triggers("inzet: doelgroep=JSK", "verplichtingen: tabel_id=LEIDEN-2023-09"),
            // The copy of this table stops before internships.
            .triggers("inzet: doelgroep=BOL", "verplichtingen: tabel_id=OOST-NEDERLAND"),
            .passes(),
            .passes("inzet: doelgroep=BAN"),
            // The block is for interns, the bonus for who gets a job.
            .passes("inzet: doelgroep=VSO; soort_inzet=dienstverband"),
            .passes("inzet: doelgroep=PW; duurklasse=", "verplichtingen: tabel_id=OOST-NEDERLAND"),
            .passes("inzet: doelgroep="),
            .passes("inzet: doelgroep=TOP", "verplichtingen: tabel_id=; rekenmethode="),
            .passes("inzet: doelgroep=TOP", "verplichtingen: status=vrijgesteld; reden_vrijstelling=geen arbeid"),
            .passes("inzet: doelgroep=TOP", "verplichtingen: tabel_id=BESTAAT-NIET"),
            // A contract without an obligation.
            .passes(
                "contracten:", "contracten: contractnummer=BZK-2026-0233",
                "inzet: doelgroep=TOP; contractnummer=BZK-2026-0233"),
        ])

    static let variants = [
        Text(
            nl: "Doelgroep {value} staat niet in tabel {detail}. Die tabel is onvolledig, dus misschien telt de groep "
                + "wel.",
            en: "Target group {value} is not in table {detail}. That table is incomplete, so the group may count after "
                + "all.")
    ]

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.targetGroup)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let group = row.targetGroup, let terms = row.contract.flatMap({ context.terms[$0] }) else { continue }
            guard let valuation = terms.tableInUse else {
                if terms.table.isNamedButNotUsed {
                    report.notEvaluated(
                        Self.noTable,
                        supply: Text(
                            nl: "Maak eerst de waarderingstabel van het contract in orde, in het register.",
                            en: "First put the valuation table of the contract right, in the register."),
                        by: .contractManager, isRegisterGap: true)
                }
                continue
            }
            guard !valuation.names(group) else { continue }
            let isComplete = valuation.incompleteness == nil
            report.found(
                at: table.place(index, column), report.text(valuation.shownID, from: .register),
                severity: isComplete ? nil : .signal,
                variant: isComplete ? 0 : 1)
        }
    }

    private static let noTable = Text(
        nl: "De waarderingstabel die een contract noemt is niet te gebruiken; zie de regels over het contract.",
        en: "The valuation table that a contract names cannot be used; see the rules about the contract.")
}

extension TableStanding {
    /// Whether the contract names a table that cannot be used.
    fileprivate var isNamedButNotUsed: Bool {
        switch self {
        case .unknown, .refused, .notValid, .several: true
        case .inUse, .notNamed, .exempt: false
        }
    }
}

extension ValuationTable {
    /// Whether a block for placements is for `group`, or a bonus names it.
    fileprivate func names(_ group: TargetGroup) -> Bool {
        blocks.indices.contains { blocks[$0].valuedTable == .placements && blocks[$0].targetGroups.contains(group) }
            || bonuses.contains { bonus in
                bonus.conditions.contains {
                    if case .targetGroup(let groups) = $0 { groups.contains(group) } else { false }
                }
            }
    }
}
