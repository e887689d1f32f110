import SocialReturnModel

/// The hours a week are more than none and not more than a person can work.
enum HoursPerWeekPossible: RowRule {
    static let facts = RuleMetadata(
        "INZ-06", since: .v2026_1, .error, level: .cell, basis: .technical, column: .of(\Placement.hoursPerWeek),
        needs: [.table(.placements)],
        limits: [impossibleAbove, unusualAbove],
        name: Text(nl: "Kloppen de uren per week?", en: "Are the hours per week right?"),
        message: Text(
            nl: "Er staat {read} uur per week. Dat moet meer dan 0 zijn en kan niet meer zijn dan {detail}.",
            en: "It says {read} hours a week. That must be more than 0 and cannot be more than {detail}."),
        remedy: Text(nl: "Controleer het aantal uren per week.", en: "Check the number of hours per week."),
        why: Text(
            nl: "Met de uren per week berekenen wij hoeveel de inzet meetelt.",
            en: "From the hours per week we calculate how much the placement counts."),
        examples: [
            .triggers("inzet: uren_per_week=0"),
            .triggers("inzet: uren_per_week=-24"),
            .triggers("inzet: uren_per_week=168,5"),
            .triggers("inzet: uren_per_week=60,5"),
            .passes("inzet: uren_per_week=60"),
            .passes("inzet: uren_per_week=0,5"),
            .passes("inzet: uren_per_week="),
        ])

    /// A week has 168 hours.
    static let impossibleAbove = Limit(
        "onmogelijke_weekuren", .hoursPerWeek, .since(.v2026_1, 168), within: 40...168,
        name: Text(nl: "Uren per week: onmogelijk boven", en: "Hours a week: impossible above"))
    static let unusualAbove = Limit(
        "ongebruikelijke_weekuren", .hoursPerWeek, .since(.v2026_1, 60), within: 1...168,
        name: Text(nl: "Uren per week: nakijken boven", en: "Hours a week: look again above"))

    static let variants = [
        Text(
            nl: "Er staat {read} uur per week. Dat is meer dan {detail}.",
            en: "It says {read} hours a week. That is more than {detail}.")
    ]

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let hours = row.hoursPerWeek else { return .pass }
        let impossible = context.all.limit(Self.impossibleAbove, for: row.contract)
        if hours <= .zero || hours > impossible { return .fail(.number(impossible)) }
        let unusual = context.all.limit(Self.unusualAbove, for: row.contract)
        return hours > unusual ? .fail(.number(unusual), severity: .warning, variant: 1) : .pass
    }
}
