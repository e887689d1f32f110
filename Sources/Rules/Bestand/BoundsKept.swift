import SocialReturnModel

/// A number, date or period lies within the bounds of its column, and a column adds up to something that can be counted.
///
/// It holds in every edition: what lies beyond the bounds is no value any more, and without this rule it would be missed in silence.
enum BoundsKept: ReadingRule {
    static let facts = RuleMetadata(
        "BST-21", since: .v2026_1, .error, level: .cell, basis: .technical,
        name: Text(nl: "Getal of datum buiten bereik", en: "Number or date out of range"),
        message: Text(
            nl: "Er staat '{value}'. In deze kolom past {bounds}.",
            en: "It says '{value}'. This column takes {bounds}."),
        remedy: Text(
            nl: "Staan er te veel cijfers, of een minteken? Vul dan de juiste waarde in.",
            en: "Are there too many digits, or a minus sign? Then fill in the right value."),
        why: Text(
            nl:
                "Met een waarde die niet kan, wordt elk totaal waar zij in zit onjuist. Daarom tellen wij "
                + "zo'n rij niet "
                + "mee.",
            en:
                "A value that cannot be makes every total wrong that it is in. That is why we do not count such "
                + "a row."),
        examples: [
            .triggers("inzet: gewerkte_uren=900000000000000"),
            .triggers("inzet: gewerkte_uren=-8"),
            .triggers("inzet: uren_per_week=1.024,5"),
            .triggers("uren: gewerkte_uren=100.000,5"),
            .triggers("inzet: opgegeven_waarde=-92233720368536707,85"),
            .triggers("sociale_inkoop: bedrag_excl_btw=92000000000000000"),
            .triggers("sociale_inkoop: bedrag_excl_btw=123456789012345678901234567890"),
            .triggers("sociale_inkoop: aandeel_doelgroep=415"),
            .triggers("activiteiten: bereikte_deelnemers=-1"),
            .triggers("inzet: begindatum=01-03-2206"),
            .triggers("inzet: einddatum=30-06-2999"),
            .triggers("uren: periode=1826-05"),
            .triggers("voorblad: periode=01-01-2026/31-12-2036"),
            .triggers("contracten: contractwaarde=18500000000000"),
            .triggers("contracten: contractwaarde=-1850000"),
            .triggers("verplichtingen: verplichting_bedrag=-32000"),
            .triggers("verplichtingen: terugkijkmaanden=1200"),
            .triggers("verplichtingen: voltijd_uren=360"),
            .passes("sociale_inkoop: bedrag_excl_btw=10.000.000.000,00"),
            .passes("sociale_inkoop: bedrag_excl_btw=-4250,00"),
            .passes("inzet: gewerkte_uren=100000"),
            .passes("inzet: gewerkte_uren=0"),
            .passes("inzet: begindatum=31-12-2199"),
            .passes("voorblad: periode=01-01-2026/31-12-2035"),
            // Nobody works 24,500 hours a week, so that the point is a decimal sign.
            .passes("inzet: uren_per_week=24.500"),
            // Hours a week that cannot be have a rule of their own.
            .passes("inzet: uren_per_week=240"),
            .passes("inzet: uren_per_week=-24"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.valueOutOfBounds),
        ObservationTrigger(
            .valueOutOfBounds, in: .of(\Placement.hoursPerWeek),
            message: Text(
                nl: "Er staat '{value}' uur per week. Een week heeft er ten hoogste 168.",
                en: "It says '{value}' hours a week. A week has 168 at most."),
            remedy: Text(
                nl: "Vul het aantal uren per week in, zoals 24 of 31,5.",
                en: "Fill in the number of hours a week, such as 24 or 31,5.")),
        ObservationTrigger(
            .columnTotalOutOfBounds,
            message: Text(
                nl: "Met '{value}' wordt het totaal van de kolom '{column}' groter dan wij kunnen tellen.",
                en: "With '{value}' the total of the column '{column}' becomes larger than we can count."),
            remedy: Text(
                nl: "Controleer de grootste getallen in de kolom '{column}'.",
                en: "Check the largest numbers in the column '{column}'.")),
    ]
}
