import Intake
import Parameters
import SocialReturnModel
import Valuations

/// Who gets an age bonus is in an age class that the bonus is for.
enum AgeClassFitsBonus: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-20", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Placement.ageClass),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Past de leeftijdsklasse bij de bonus?", en: "Does the age class fit the bonus?"),
        message: Text(
            nl: "De leeftijdsklasse '{value}' past niet bij de leeftijdsbonus. Die is voor: {detail}.",
            en: "The age class '{value}' does not fit the age bonus. That is for: {detail}."),
        remedy: Text(
            nl: "Kies de juiste leeftijdsklasse, of haal de bonus weg. Een geboortedatum hoeft niet.",
            en: "Choose the right age class, or take the bonus away. A birth date is not needed."),
        why: Text(
            nl: "De bonus telt alleen mee met een leeftijdsklasse die erbij past.",
            en: "The bonus counts only with an age class that fits."),
        examples: [
            .triggers("inzet: bonussen=LEEFTIJD"),
            .triggers("inzet: bonussen=leeftijd; leeftijdsklasse=50-54"),
            .triggers("inzet: bonussen=LEEFTIJD; leeftijdsklasse="),
            .triggers("verplichtingen: tabel_id=HARLINGEN", "inzet: bonussen=LEEFTIJD; duurklasse=>2j"),
            .passes("inzet: bonussen=LEEFTIJD; leeftijdsklasse=55"),
            .passes("inzet: bonussen=LEEFTIJD; leeftijdsklasse=56+"),
            .passes("verplichtingen: tabel_id=UTRECHT", "inzet: bonussen=LEEFTIJD; leeftijdsklasse=50-54"),
            // One of two bonuses with this code.
            .passes("verplichtingen: tabel_id=HARLINGEN", "inzet: bonussen=LEEFTIJD; leeftijdsklasse=50-54"),
            .passes("inzet: bonussen=OPLEIDING"),
            .passes("inzet: bonussen="),
            // A bonus that the table does not have is another matter, and so is a cell that could not be read.
            .passes("inzet: bonussen=OUDER"),
            .passes("inzet: bonussen=LEEFTIJD; leeftijdsklasse=oud"),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: bonussen=LEEFTIJD"),
        ])

    static let variants = [
        Text(
            nl: "Er is een leeftijdsbonus gevraagd, maar de leeftijdsklasse is leeg. De bonus is voor: {detail}.",
            en: "An age bonus is claimed, but the age class is empty. The bonus is for: {detail}.")
    ]

    /// Bonuses are looked up when placements are valued.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.ageClass)
        for index in context.judgedIndices(of: table) where !table.rows[index].bonuses.isEmpty {
            guard let valuation = context.valuation(index), let bonuses = valuation.terms?.tableInUse?.bonuses else {
                continue
            }
            let age = table.rows[index].ageClass
            if age == nil, !table.isBlank(index, column) { continue }
            for outcome in valuation.bonuses where outcome.standing == .conditionNotMet {
                let classes = bonuses.ageClasses(ofCode: outcome.code)
                guard !classes.isEmpty, !(age.map(classes.contains) ?? false) else { continue }
                let shown = report.text(classes.codes.map(\.code).joined(separator: ", "), from: .tool)
                report.found(at: table.place(index, column), shown, variant: age == nil ? 1 : 0)
            }
        }
    }
}

extension [Bonus] {
    /// The age classes that the bonuses with `code`, in capitals, are for; empty for bonuses that do not ask for an age.
    fileprivate func ageClasses(ofCode code: String) -> CodeSet<AgeClass> {
        var classes = CodeSet<AgeClass>()
        for bonus in self where bonus.code.uppercased() == code {
            for case .ageClass(let codes) in bonus.conditions { classes.bits |= codes.bits }
        }
        return classes
    }
}
