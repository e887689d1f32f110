import Intake
import SocialReturnModel

/// Under a contract that client and supplier give shape together, the State does something too: it owns a commitment or the action on
/// an obstacle, alone or together.
enum StateContributes: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-06", since: .v2026_2, .signal, level: .table, basis: .policy, sources: ["MVM-OVER"],
        column: .of(\Commitment.owner), needs: [.register, .table(.commitments)], audience: .contractManager,
        name: Text(nl: "Wat doet het Rijk?", en: "What does the State do?"),
        message: Text(
            nl: "Bij contract {detail} is de leverancier eigenaar van alle afspraken en acties.",
            en: "Under contract {detail} the supplier is the owner of all commitments and actions."),
        remedy: Text(nl: "Bespreek wat het Rijk kan doen.", en: "Discuss what the State can do."),
        why: Text(
            nl: "Maatwerk voor Mensen is een gezamenlijke verplichting van Rijk en leverancier.",
            en: "Maatwerk voor Mensen is a joint obligation of State and supplier."),
        examples: [
            .triggers("afspraken: eigenaar=leverancier", "knelpunten: eigenaar=leverancier"),
            .triggers("afspraken: eigenaar=leverancier", "-knelpunten"),
            .triggers(
                "afspraken: eigenaar=leverancier", "afspraken: afspraak_id=A-02; eigenaar=rijk; status=vervallen",
                "-knelpunten"),
            .passes(),
            .passes("afspraken: eigenaar=leverancier"),
            .passes("afspraken: eigenaar=rijk", "-knelpunten"),
            .passes("contracten: regime=klassiek", "afspraken: eigenaar=leverancier", "-knelpunten"),
            // Who sees to it is not known.
            .passes("afspraken:", "afspraken: afspraak_id=A-02; eigenaar=", "-knelpunten"),
            .passes("afspraken: eigenaar=werkgeversservicepunt", "-knelpunten"),
            .passes("afspraken", "knelpunten: eigenaar=leverancier"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.commitments else { return }
        var (ofSupplierOnly, others): (Set<Symbol>, Set<Symbol>) = ([], [])
        for index in table.acceptedIndices where table.rows[index].status != .dropped {
            guard let contract = table.rows[index].contract else { continue }
            if table.rows[index].owner == .supplier {
                ofSupplierOnly.insert(contract)
            } else {
                others.insert(contract)
            }
        }
        if let obstacles = context.submission.obstacles {
            for index in obstacles.acceptedIndices {
                let row = obstacles.rows[index]
                if let contract = row.contract, row.owner == .state || row.owner == .together {
                    others.insert(contract)
                }
            }
        }
        let place = Place(.commitments, column: ColumnReference(\Commitment.owner))
        for (contract, _) in context.runningContracts where contract.isTailored {
            guard let id = contract.id, ofSupplierOnly.contains(id), !others.contains(id) else { continue }
            report.found(at: place, report.text(context.submission.symbols[id], from: .register))
        }
    }
}
