import SocialReturnModel

/// A contract that asks for a mark by its name, or rewards it, also accepts equivalent ones.
enum EquivalentProofAccepted: RowRule {
    static let facts = RuleMetadata(
        "CTR-14", since: .v2026_2, .warning, level: .row, basis: .law, sources: ["AW-TXT"],
        column: .of(\Obligation.acceptedMarks),
        needs: [.register], audience: .contractManager, yields: [.to("WRD-12", .cell)],
        name: Text(nl: "Keurmerk zonder gelijkwaardig alternatief", en: "Mark without an equivalent alternative"),
        message: Text(
            nl: "Het contract noemt één keurmerk ({value}). Er staat niet bij dat gelijkwaardig bewijs ook mag.",
            en: "The contract names one mark ({value}). It does not say that equivalent proof is accepted too."),
        remedy: Text(
            nl: "Accepteer ook gelijkwaardig bewijs, en vul dan 'ja' in bij gelijkwaardig_bewijs.",
            en: "Accept equivalent proof too, and then fill in 'ja' at gelijkwaardig_bewijs."),
        why: Text(
            nl: "Een aanbestedende dienst die een keurmerk vraagt, aanvaardt ook gelijkwaardige keurmerken "
                + "(Aanbestedingswet, artikel 2.78a, derde lid).",
            en:
                "An authority that asks for a mark also accepts equivalent marks (Public Procurement Act, article "
                + "2.78a, third paragraph)."),
        examples: [
            .triggers("verplichtingen: keurmerken=pso_trede"),
            // Two steps of one mark.
            .triggers("verplichtingen: keurmerken=pso_trede, pso30; gelijkwaardig_bewijs=onbekend"),
            .triggers("verplichtingen: keurmerken=pso_trede, code_so; gelijkwaardig_bewijs=nee"),
            .triggers(
                "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso_trede; erkenning_geldig_tot=30-06-2026"),
            // Without a certificate the rule about that speaks, and names equivalent proof too.
            .passes("verplichtingen: pso_korting=10"),
            .passes(),
            .passes("verplichtingen: keurmerken=pso_trede; gelijkwaardig_bewijs=ja"),
            .passes("verplichtingen: keurmerken=pso_trede, code_so"),
            .passes("verplichtingen: pso_korting=10; gelijkwaardig_bewijs=ja"),
            .passes("verplichtingen: pso_korting=0"),
            // No marks: a kind of company, and what the law itself asks.
            .passes("verplichtingen: keurmerken=sw, art282; gelijkwaardig_bewijs=nee"),
            .passes("verplichtingen: keurmerken=pso_trede; status=vrijgesteld"),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; keurmerken=pso_trede"),
        ])

    static let variants = [
        Text(
            nl: "Het contract noemt keurmerken ({value}) en accepteert geen gelijkwaardig bewijs.",
            en: "The contract names marks ({value}) and accepts no equivalent proof."),
        Text(
            nl:
                "Het contract geeft {read} procent korting voor een PSO-certificaat. Er staat niet bij dat "
                + "gelijkwaardig bewijs ook mag.",
            en:
                "The contract gives a discount of {read} per cent for a PSO certificate. It does not say that "
                + "equivalent proof is accepted too."),
    ]

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        let marks = marksNamed(row.acceptedMarks)
        guard marks > 0 || row.psoDiscount.map({ $0 > .zero }) ?? false, row.acceptsEquivalentProof != .yes,
            row.status != .exempt, context.all.concerns(row.contract)
        else { return .pass }
        if marks == 0 { return .fail(variant: 2, column: .of(\Obligation.psoDiscount)) }
        if row.acceptsEquivalentProof == .no { return .fail(variant: 1) }
        return marks == 1 ? .fail : .pass
    }

    /// The number of different marks; the steps of PSO are one.
    private static func marksNamed(_ marks: CodeSet<Recognition>) -> Int {
        (marks.contains(.pso30) || marks.contains(.psoStep) ? 1 : 0) + (marks.contains(.socialEnterpriseCode) ? 1 : 0)
            + (marks.contains(.regional) ? 1 : 0)
    }
}
