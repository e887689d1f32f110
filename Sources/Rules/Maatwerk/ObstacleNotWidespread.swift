import Intake
import SocialReturnModel

/// An obstacle that several suppliers of a category meet is a matter for the category. The kind *overig* says too little to compare.
enum ObstacleNotWidespread: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-10", since: .v2026_2, .signal, level: .acrossSubmissions, basis: .own, column: .of(\Obstacle.kind),
        needs: [.register, .table(.obstacles), .otherSuppliers], limits: [suppliers, months],
        audience: .contractManager,
        name: Text(nl: "Knelpunt bij veel leveranciers", en: "Obstacle at many suppliers"),
        message: Text(
            nl: "Dit soort knelpunt komt in de categorie van dit contract bij {detail} leveranciers voor.",
            en: "This kind of obstacle occurs at {detail} suppliers in the category of this contract."),
        remedy: Text(
            nl: "Categoriemanager: bespreek dit in de categorie.", en: "Category manager: discuss this in the category."
        ),
        why: Text(
            nl: "Wat veel leveranciers tegenhoudt, ligt vaak aan de opzet en niet aan één leverancier.",
            en: "What holds back many suppliers is often in the set-up and not in one supplier."),
        examples: [
            .triggers(previous: [supplier("90000003"), supplier("90000004")]),
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003",
                previous: [
                    ["voorblad: leverancier_kvk=90000003", "knelpunten: contractnummer=BZK-2026-0200"],
                    supplier("90000004"),
                ]),
            .triggers("instellingen: sleutel=knelpunt_leveranciers; waarde=2", previous: [supplier("90000003")]),
            // A year before the end of this period.
            .triggers(
                previous: [
                    ["voorblad: leverancier_kvk=90000003; periode=2025-Q2"], supplier("90000004"),
                ]),
            .passes(previous: [supplier("90000003")]),
            .passes(previous: [supplier("90000003"), ["voorblad: leverancier_kvk=90000003; periode=2026-Q1"]]),
            .passes(previous: [supplier("90000003"), supplier("90000004", "knelpunten: soort=capaciteit")]),
            .passes(
                "knelpunten: soort=overig",
                previous: [
                    supplier("90000003", "knelpunten: soort=overig"), supplier("90000004", "knelpunten: soort=overig"),
                ]),
            // Its own earlier report does not make it another supplier.
            .passes(previous: [supplier("90000003"), ["voorblad: periode=2026-Q1"]]),
            // Another category.
            .passes(
                "contracten:", "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003; categorie=GROEN",
                previous: [
                    ["voorblad: leverancier_kvk=90000003", "knelpunten: contractnummer=BZK-2026-0200"],
                    supplier("90000004"),
                ]),
            .passes(
                previous: [
                    ["voorblad: leverancier_kvk=90000003; periode=2025-Q1"], supplier("90000004"),
                ]),
            // Only the last version counts.
            .passes(
                previous: [
                    supplier("90000003"), supplier("90000004"),
                    ["voorblad: leverancier_kvk=90000004; opgesteld_op=11-07-2026", "knelpunten"],
                ]),
            .passes(withRegister: false, previous: [supplier("90000003"), supplier("90000004")]),
        ])

    static let suppliers = Limit(
        "knelpunt_leveranciers", .suppliers, .since(.v2026_2, 3), within: 2...100,
        name: Text(nl: "Knelpunt: melden vanaf zoveel leveranciers", en: "Obstacle: report from so many suppliers on"))
    static let months = Limit(
        "knelpunt_maanden", .months, .since(.v2026_2, 12), within: 1...60,
        name: Text(
            nl: "Knelpunt: rapportages van de laatste zoveel maanden",
            en: "Obstacle: reports of the last so many months"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.obstacles, let own = context.submission.coverRow.supplierKvK,
            let period = context.period
        else { return }
        let column = ColumnReference(\Obstacle.kind)
        let since = period.end.adding(months: -context.wholeLimit(Self.months))
        var reported: Set<Kind> = []
        for index in table.acceptedIndices {
            guard let kind = table.rows[index].kind, kind != .other,
                let category = context.contract(table.rows[index].contract)?.category,
                reported.insert(Kind(category: category, kind: kind)).inserted
            else { continue }
            let others = context.others.countOfSuppliers(meeting: kind, in: category, since: since, besides: own)
            guard others + 1 >= context.wholeLimit(Self.suppliers) else { continue }
            report.found(at: table.place(index, column), .count(others + 1))
        }
    }

    /// The lines of an example's report of another supplier.
    private static func supplier(_ kvk: String, _ lines: String...) -> [String] {
        ["voorblad: leverancier_kvk=\(kvk)"] + lines
    }

    private struct Kind: Hashable {
        let category: Symbol
        let kind: ObstacleKind
    }
}
