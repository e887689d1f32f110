import Maatwerk

/// A place to learn lasts for half a school year, so that there is something to learn: a rule of one department.
enum LearningPlaceLastsLong: RowRule {
    /// `leerplek_minimum` in `instellingen.csv` of the register puts another number in its place.
    static let shortest = Limit(
        "leerplek_minimum", .days, .since(.v2026_1, 140), within: 7...730,
        name: Text(nl: "Kortste leerplek", en: "Shortest place to learn"))

    static let facts = RuleMetadata(
        "OCW-01", since: .v2026_1, .warning, level: .row, basis: .contract, column: .of(\Placement.end),
        needs: [.table(.placements)], limits: [shortest],
        name: Text(nl: "Duurt de leerplek lang genoeg?", en: "Does the place to learn last long enough?"),
        message: Text(
            nl: "De leerplek eindigt op {value}, na {detail} dagen.",
            en: "The place to learn ends on {value}, after {detail} days."),
        remedy: Text(
            nl: "Overleg met de school of de leerplek langer kan duren.",
            en: "Ask the school whether the place can last longer."),
        why: Text(
            nl: "In een half schooljaar leert iemand het meest.",
            en: "Half a school year is what somebody learns most in."),
        examples: [
            .triggers("inzet: soort_inzet=stage; begindatum=01-04-2026; einddatum=30-04-2026"),
            .passes("inzet: soort_inzet=stage; begindatum=01-04-2026; einddatum=31-10-2026"),
            .passes("inzet: soort_inzet=dienstverband; begindatum=01-04-2026; einddatum=30-04-2026"),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let kind = row.kind, [.internship, .workLearning, .schoolLearning].contains(kind) else { return .pass }
        guard let start = row.start, let end = row.end else { return .pass }
        let days = end.days(since: start) + 1
        let shortest = context.all.wholeLimit(shortest, for: row.contract)
        return (1..<shortest).contains(days) ? .fail(.count(days)) : .pass
    }
}

/// The toolkit of the department: its register, and its own rule beside those of the catalogue.
func toolkit(registerPath: String) throws -> Toolkit {
    let rules = try DepartmentRules(CatalogueEntry(LearningPlaceLastsLong.self))
    return try Toolkit(registerPath: registerPath, rules: rules, language: .english)
}
