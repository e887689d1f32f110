import Intake
import SocialReturnModel

/// Hours fit in the days that they are about, and a number of people or places in one row is one that somebody counts.
///
/// A day has 24 hours, for one person. What the hours a week allow is asked by INZ-09, which leaves the word to this rule.
enum NumbersWithinReach: SubmissionRule {
    static let facts = RuleMetadata(
        "BST-26", since: .v2026_3, .warning, level: .cell, basis: .technical, limits: [countAbove],
        name: Text(nl: "Kan dit getal kloppen?", en: "Can this number be right?"),
        message: Text(
            nl: "Er staan {read} uren. In deze periode zitten er voor één persoon ten hoogste {detail}.",
            en: "It says {read} hours. For one person this period has {detail} at most."),
        remedy: Text(
            nl: "Controleer het getal. Staat de komma goed, en is het geen totaal van meer mensen of een langere tijd?",
            en:
                "Check the number. Is the decimal sign in the right place, and is it no total of more people or a longer time?"
        ),
        why: Text(
            nl: "Een getal dat niet kan, is vaak een tikfout of een totaal, en maakt elke som onjuist.",
            en: "A number that cannot be is often a slip or a total, and makes every sum wrong."),
        examples: [
            // April has 30 days of 24 hours.
            .triggers("inzet: gewerkte_uren=", "uren: gewerkte_uren=720,5"),
            .triggers("inzet: gewerkte_uren=", "uren: gewerkte_uren=9000"),
            .passes("inzet: gewerkte_uren=", "uren: gewerkte_uren=720"),
            .triggers("activiteiten: uren=300; aantal_medewerkers=2"),
            .triggers("activiteiten: uren=48,5; aantal_medewerkers=2"),
            .triggers("activiteiten: uren=24,5; aantal_medewerkers="),
            .passes("activiteiten: uren=48; aantal_medewerkers=2"),
            .passes("activiteiten: uren=24; aantal_medewerkers="),
            .passes("activiteiten: uren="),
            .triggers("activiteiten: aantal_medewerkers=200000"),
            .triggers("activiteiten: bereikte_deelnemers=1001"),
            .passes("activiteiten: bereikte_deelnemers=1000"),
            .triggers("afspraken: aantal=200000; eenheid=plekken"),
            .triggers("afspraken: aantal=1001; eenheid="),
            .passes("afspraken: aantal=200000; eenheid=uren"),
            .passes("afspraken: aantal=200000; eenheid=euro"),
            .triggers("contracten: contractwaarde=4000,00", "sociale_inkoop: bedrag_excl_btw=4250,00"),
            .passes("contracten: contractwaarde=4250,00", "sociale_inkoop: bedrag_excl_btw=4250,00"),
            .passes("contracten: contractwaarde=", "sociale_inkoop: bedrag_excl_btw=4250,00"),
            .triggers("leerplekken: aantal=200000"),
            .passes("leerplekken: aantal=40"),
            .passes("instellingen: sleutel=nakijken_aantal; waarde=5000", "leerplekken: aantal=4000"),
        ])

    /// A row counts what people arranged together; whoever has more can say so once in the register.
    static let countAbove = Limit(
        "nakijken_aantal", .persons, .since(.v2026_3, 1000), within: 10...10_000_000,
        name: Text(
            nl: "Mensen of plekken in één rij: nakijken boven", en: "Persons or places in one row: look again above"))

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Er staan {read} uren op één dag. Met het aantal medewerkers dat erbij staat, passen er {detail} in een dag.",
                en: "It says {read} hours on one day. With the number of employees beside it, {detail} fit in a day."),
            remedy: Text(
                nl:
                    "Controleer de uren en het aantal medewerkers. Duurde het langer dan een dag? Geef dan elke dag een eigen rij.",
                en:
                    "Check the hours and the number of employees. Did it take more than a day? Then give each day a row of its own."
            )),
        Wording(
            Text(
                nl:
                    "Er staan {read} uren op één dag, en niet van hoeveel medewerkers. Eén persoon heeft er op een dag ten hoogste {detail}.",
                en:
                    "It says {read} hours on one day, and not of how many employees. One person has {detail} in a day at most."
            ),
            remedy: Text(
                nl:
                    "Vul in hoeveel medewerkers meededen, of verbeter de uren. Duurde het langer dan een dag? Geef dan elke dag een eigen rij.",
                en:
                    "Fill in how many employees took part, or correct the hours. Did it take more than a day? Then give each day a row of its own."
            )),
        Wording(
            Text(
                nl:
                    "In de kolom '{column}' staat {read}. Dat is veel voor één rij: boven {detail} vragen wij of het klopt.",
                en:
                    "Column '{column}' says {read}. That is a lot for one row: above {detail} we ask whether it is right."
            ),
            remedy: Text(
                nl: "Controleer het getal. Klopt het? Dan hoeft u niets te doen.",
                en: "Check the number. Is it right? Then no action is needed.")),
        Wording(
            Text(
                nl: "Dit bedrag van {read} is hoger dan de waarde van het hele contract ({detail}).",
                en: "This amount of {read} is higher than the value of the whole contract ({detail})."),
            remedy: Text(
                nl: "Controleer het bedrag. Staat de komma goed, en staat er geen bedrag in centen?",
                en: "Check the amount. Is the decimal sign in the right place, and is it no amount in cents?")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        if let table = submission.hours {
            for index in table.acceptedIndices {
                let row = table.rows[index]
                guard let hours = row.workedHours, let period = row.period else { continue }
                let most = Self.hours(ofDays: period.days)
                guard hours > most else { continue }
                report.found(at: table.place(index, ColumnReference(\WorkedHours.workedHours)), .number(most))
            }
        }
        if let table = submission.activities {
            for index in table.acceptedIndices {
                let row = table.rows[index]
                let people = row.employees.flatMap { $0 > .zero ? $0 : nil }
                let most = Self.hours(ofDays: 1, people: people)
                guard let hours = row.hours, hours > most else { continue }
                report.found(
                    at: table.place(index, ColumnReference(\Activity.hours)), .number(most),
                    variant: people == nil ? 2 : 1)
            }
            ask(table, \.employees, ColumnReference(\Activity.employees), context, &report) { $0.contract }
            ask(table, \.participantsReached, ColumnReference(\Activity.participantsReached), context, &report) {
                $0.contract
            }
        }
        if let table = submission.commitments {
            let (unit, column) = (ColumnReference(\Commitment.unit), ColumnReference(\Commitment.count))
            for index in table.acceptedIndices {
                let row = table.rows[index]
                // Of hours, of other money and of a unit in the supplier's own words there can be many.
                guard row.unit != .hours,
                    row.unit != nil || (table.source.text(at: table.place(index, unit)) ?? "").isEmpty
                else { continue }
                ask(row.count, at: table.place(index, column), row.contract, context, &report)
            }
        }
        if let table = submission.purchases {
            let column = ColumnReference(\SocialPurchase.amount)
            for index in table.acceptedIndices {
                let row = table.rows[index]
                guard let amount = row.amount, let most = context.contract(row.contract)?.value, most > .zero,
                    amount > most
                else { continue }
                report.found(at: table.place(index, column), .money(most), variant: 4)
            }
        }
        if let table = submission.learningPlaces {
            ask(table, \.count, ColumnReference(\LearningPlace.count), context, &report) { _ in nil }
        }
    }

    /// The hours of `days`, for one person or for `people`.
    private static func hours(ofDays days: Int, people: Quantity? = nil) -> Quantity {
        // A period is ten years at most and a row counts ten million people, so none of this can overflow.
        Quantity(tenThousandths: 24 * Int64(days) * (people ?? Quantity(1)).tenThousandths)
    }

    private static func ask<Row: TableRow>(
        _ table: TableData<Row>, _ count: KeyPath<Row, Quantity?>, _ column: ColumnReference, _ context: RuleContext,
        _ report: inout FindingCollector, _ contract: (Row) -> Symbol?
    ) {
        for index in table.acceptedIndices {
            let row = table.rows[index]
            ask(row[keyPath: count], at: table.place(index, column), contract(row), context, &report)
        }
    }

    private static func ask(
        _ count: Quantity?, at place: Place, _ contract: Symbol?, _ context: RuleContext,
        _ report: inout FindingCollector
    ) {
        let most = context.limit(countAbove, for: contract)
        guard let count, count > most else { return }
        report.found(at: place, .number(most), variant: 3)
    }
}
