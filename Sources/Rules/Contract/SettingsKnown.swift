import Intake
import SocialReturnModel

/// A line of the department's own settings names a limit or a list that exists, with a value that it can have.
enum SettingsKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-15", since: .v2026_2, .warning, level: .cell, basis: .technical, column: .of(\RegisterSetting.key),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Instelling onbekend of ongeldig", en: "Setting unknown or invalid"),
        message: Text(
            nl: "De instelling {value} bestaat niet en is niet gebruikt.",
            en: "The setting {value} does not exist and was not used."),
        remedy: Text(
            nl: "Gebruik een sleutel en een waarde uit de lijst van instellingen (maatwerk rules).",
            en: "Use a key and a value of the list of settings (maatwerk rules)."),
        why: Text(
            nl: "Wie een grens kiest, moet erop kunnen rekenen dat zij ook wordt gebruikt.",
            en: "Who chooses a limit must be able to rely on its being used."),
        examples: [
            .triggers("instellingen: sleutel=kortste_wachttijd; waarde=3"),
            .triggers("instellingen: sleutel=ongebruikelijke_weekuren; waarde=400"),
            .triggers("instellingen: sleutel=voorbehouden_aandeel; waarde=20"),
            .triggers(
                "instellingen: contractnummer=BZK-1999-0001; sleutel=ongebruikelijke_weekuren; waarde=48"),
            .triggers("woordenlijsten: lijst=scheldwoorden; woord=sufferd; vorm=heel"),
            .triggers(
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=48; geldig_vanaf=01-07-2026; geldig_tot=01-01-2026"
            ),
            .triggers(
                "woordenlijsten: lijst=medische_termen; woord=wondzorg; vorm=heel; geldig_vanaf=01-07-2026; geldig_tot=01-01-2026"
            ),
            .passes(
                "instellingen: sleutel=ongebruikelijke_weekuren; waarde=48; geldig_vanaf=01-07-2026; geldig_tot=01-07-2026"
            ),
            .triggers("instellingen: sleutel=ongebruikelijke_weekuren; waarde=48%"),
            .triggers("instellingen: sleutel=ongebruikelijke_weekuren; waarde=€ 48"),
            // Not used, and the rule about days says why.
            .passes("instellingen: sleutel=ongebruikelijke_weekuren; waarde=48; geldig_vanaf=31-02-2026"),
            .triggers("instellingen: contractnummer=BZK 2026 0147; sleutel=ongebruikelijke_weekuren; waarde=48"),
            .passes("instellingen: sleutel=ongebruikelijke_weekuren; waarde=48"),
            .passes("instellingen: contractnummer=BZK-2026-0147; sleutel=Ongebruikelijke weekuren; waarde=48"),
            .passes("woordenlijsten: lijst=medische_termen; woord=wondverzorging; vorm=niet"),
            .passes(),
        ])

    static let variants = [
        Text(
            nl: "De instelling {value} bestaat niet en is niet gebruikt.",
            en: "The setting {value} does not exist and was not used."),
        Text(
            nl: "De waarde van de instelling {value} moet liggen van {detail}. Zij is niet gebruikt.",
            en: "The value of the setting {value} must lie from {detail}. It was not used."),
        Text(
            nl: "De instelling {value} staat in de wet en is niet te veranderen. De wettelijke waarde is gebruikt.",
            en: "The setting {value} is set by law and cannot be changed. The legal value was used."),
        Text(
            nl: "De instelling {value} noemt een contract dat niet in het register staat. Zij is niet gebruikt.",
            en: "The setting {value} names a contract that is not in the register. It was not used."),
        Text(
            nl: "De woordenlijst {value} bestaat niet. Het woord is niet gebruikt.",
            en: "The word list {value} does not exist. The word was not used."),
    ]

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Deze regel geldt tot en met {value}, en dat is voor de eerste dag, {detail}. De regel geldt dus nooit.",
                en: "This line holds through {value}, which is before its first day, {detail}. So the line never holds."
            ),
            remedy: Text(
                nl: "Een van de twee datums klopt niet. Verbeter die in het register.",
                en: "One of the two dates is wrong. Correct it in the register.")),
        Wording(
            Text(
                nl:
                    "Bij de waarde van de instelling {value} staat een teken voor iets anders. De instelling telt in {detail}. Zij is niet gebruikt.",
                en:
                    "The value of the setting {value} has a sign for something else. The setting counts in {detail}. It was not used."
            ),
            remedy: Text(
                nl: "Reken de waarde om als dat nodig is, en vul alleen het getal in.",
                en: "Convert the value where needed, and fill in the number only.")),
        Wording(
            Text(
                nl:
                    "De instelling {value} noemt een contract dat niet in het register staat. Bedoelt u {detail}? Zij is niet gebruikt.",
                en:
                    "The setting {value} names a contract that is not in the register. Do you mean {detail}? It was not used."
            ),
            remedy: Text(
                nl: "Verbeter in het register het contractnummer.", en: "Correct the contract number in the register.")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let key = ColumnReference(\RegisterSetting.key)
        for line in RegisterSettings(register, context.department).all {
            guard let problem = line.problem, problem != .daysUnread else { continue }
            var place = line.place
            place.column = key
            let limit = Catalogue.limit(line.key, context.department)
            let words: Text? =
                switch problem {
                case .outOfRange: limit.map { Text(verbatim: "\($0.range.lowerBound)–\($0.range.upperBound)") }
                case .otherUnit: limit?.unit.name
                case .contractMeant:
                    line.contract.flatMap { register.contractMeant(by: register.symbols[$0]) }
                        .map { Text(verbatim: register.symbols[$0]) }
                default: nil
                }
            report.found(at: place, words.map { report.text($0, from: .tool) } ?? .none, variant: problem.rawValue)
        }
        for var place in RegisterWords(register, context.department).linesOfUnknownLists {
            place.column = ColumnReference(\RegisterWord.list)
            report.found(at: place, variant: 5)
        }
        checkDays(of: register.settings, \.validFrom, \.validThrough, &report)
        checkDays(of: register.words, \.validFrom, \.validThrough, &report)
    }

    /// Reports each line that ends before it begins.
    private static func checkDays<Row: TableRow>(
        of table: TableData<Row>?, _ first: KeyPath<Row, Day?>, _ last: KeyPath<Row, Day?>,
        _ report: inout FindingCollector
    ) {
        guard let table else { return }
        for (index, row) in table.rows.enumerated() {
            guard let start = row[keyPath: first], let end = row[keyPath: last], end < start else { continue }
            report.found(at: table.place(index, ColumnReference(last)), .day(start), variant: 6)
        }
    }
}
