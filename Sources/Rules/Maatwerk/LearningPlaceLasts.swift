import SocialReturnModel

/// A learning place is there on one day at least: its last day is not before its first.
enum LearningPlaceLasts: RowRule {
    static let facts = RuleMetadata(
        "MVM-21", since: .v2026_3, .warning, level: .row, basis: .technical, column: .of(\LearningPlace.until),
        name: Text(nl: "Laatste dag voor eerste dag", en: "Last day before first day"),
        message: Text(
            nl: "De laatste dag {read} ligt voor de eerste dag {detail}.",
            en: "The last day {read} is before the first day {detail}."),
        remedy: Text(
            nl: "Eén van de twee klopt niet. Vul de juiste datum in.",
            en: "One of the two is not right. Fill in the right date."),
        why: Text(
            nl: "Zonder goede datums past deze plek bij geen enkele andere.",
            en: "Without proper dates this place fits no other."),
        examples: [
            .triggers("leerplekken: van=01-09-2026; tot=31-08-2026"),
            .passes("leerplekken: van=01-09-2026; tot=01-09-2026"),
            .passes("leerplekken: tot="),
            .passes(),
        ])

    static func check(_ row: LearningPlace, _ context: borrowing RowContext<LearningPlace>) -> Verdict {
        guard let first = row.from, let last = row.until, last < first else { return .pass }
        return .fail(.day(first))
    }
}
