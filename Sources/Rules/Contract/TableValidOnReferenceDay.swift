import Intake
import Parameters
import SocialReturnModel
import Valuations

/// The valuation table that an obligation names is there, can be used, and is valid on the day that the obligation refers to.
///
/// It has no source of its own: which table counts is what the contract says, and what is wrong with a department's own table is in its file.
/// Where that day is the first of each placement, one placement outside the table's validity breaks the rule.
enum TableValidOnReferenceDay: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-09", since: .v2026_1, .warning, level: .acrossTables, basis: .contract, sources: [],
        column: .of(\Obligation.tableID),
        needs: [.register], audience: .contractManager,
        name: Text(nl: "Past deze waarderingstabel?", en: "Does this valuation table fit?"),
        message: Text(
            nl: "De waarderingstabel {value} geldt niet op de peildatum {detail}.",
            en: "The valuation table {value} is not valid on the reference date {detail}."),
        remedy: Text(
            nl: "Gebruik de tabel die bij publicatie van de aanbesteding gold.",
            en: "Use the table that applied when the tender was published."),
        why: Text(
            nl: "Bedragen in een tabel veranderen. Een lopend contract houdt de tabel van zijn eigen aanbesteding.",
            en: "Amounts in a table change. A running contract keeps the table of its own tender."),
        examples: [
            .triggers("verplichtingen: peildatum_soort=publicatie", "contracten: publicatiedatum=30-06-2023"),
            .triggers("verplichtingen: peildatum_soort=gunning", "contracten: gunningsdatum=01-01-2023"),
            .triggers("verplichtingen: peildatum_soort=start_inzet", "inzet: begindatum=30-06-2023"),
            .triggers("verplichtingen: tabel_id=HAAGLANDEN-1999"),
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND"),
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)blok;EIGEN-2026;PW;inzet;PW;veel;jaar\n",
                "verplichtingen: tabel_id=EIGEN-2026"),
            // A table with errors that no contract of this report names.
            .triggers("bestand waarderingstabellen/EIGEN.csv: \(ownTable)blok;EIGEN-2026;PW;inzet;XYZ;100;eeuw\n"),
            .triggers("verplichtingen:", "verplichtingen: tabel_id=LEIDEN-2023-09"),
            // A slip of the year, where no day tells.
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable.replacing(";;;;;\n", with: ";;;;;;01-01-2062\n").replacing("eenheid\n", with: "eenheid;geldig_vanaf\n"))blok;EIGEN-2026;PW;inzet;PW;100;jaar;\n",
                "verplichtingen: tabel_id=EIGEN-2026; peildatum_soort="),
            .passes("verplichtingen: peildatum_soort=publicatie", "contracten: publicatiedatum=01-07-2023"),
            .passes("verplichtingen: peildatum_soort=start_inzet", "inzet: begindatum=01-07-2023"),
            .passes("verplichtingen: tabel_id=; rekenmethode="),
            .passes(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)blok;EIGEN-2026;PW;inzet;PW;100;jaar\n",
                "verplichtingen: tabel_id=EIGEN-2026"),
            // A table without a first day, and an obligation without a reference date, cannot be tested.
            .passes("verplichtingen: tabel_id=UTRECHT"),
            .passes("verplichtingen: peildatum_soort="),
        ])

    /// The beginning of a table.
    private static let ownTable = """
        soort_regel;tabel_id;blok_code;invoertabel;doelgroep;waarde;eenheid
        tabel;EIGEN-2026;;;;;

        """

    static let wordings = [
        Wording(
            Text(
                nl: "De waarderingstabel {value} is niet bekend: zij is niet ingebouwd en staat niet in het register.",
                en: "The valuation table {value} is not known: it is neither built in nor in the register."),
            remedy: Text(
                nl:
                    "Verbeter tabel_id in verplichtingen.csv, of zet de tabel in waarderingstabellen/ van het register. "
                    + "'maatwerk explain' kent alle ingebouwde tabellen.",
                en:
                    "Correct tabel_id in verplichtingen.csv, or put the table into waarderingstabellen/ of the register. "
                    + "'maatwerk explain' knows all built-in tables.")),
        Wording(
            Text(
                nl: "De eigen waarderingstabel {value} heeft een fout. {detail} Daarom is zij niet gebruikt.",
                en: "The department's own valuation table {value} has an error. {detail} So it was not used."),
            remedy: Text(
                nl: "Verbeter de tabel in waarderingstabellen/ van het register, en maak het rapport opnieuw.",
                en: "Correct the table in waarderingstabellen/ of the register, and make the report again.")),
        Wording(
            Text(
                nl: "De verplichtingen van dit contract noemen meer dan één tabel: {detail}.",
                en: "The obligations of this contract name more than one table: {detail}."),
            remedy: Text(
                nl: "Noem in alle verplichtingen van het contract dezelfde tabel.",
                en: "Name the same table in all obligations of the contract.")),
        Wording(
            Text(
                nl: "De waarderingstabel {value} heet nu {detail}. Met die tabel is gerekend.",
                en: "The valuation table {value} is now called {detail}. That table was used."),
            remedy: Text(
                nl:
                    "Neem de nieuwe naam over in verplichtingen.csv. Bedoelt het contract een andere tabel, noem dan die.",
                en: "Use the new name in verplichtingen.csv. If the contract means another table, name that one.")),
        Wording(
            Text(
                nl:
                    "Een eigen waarderingstabel in het register heeft een fout. {detail} Daarom is zij niet te gebruiken.",
                en:
                    "A valuation table of the department's own in the register has an error. {detail} So it cannot be used."
            ),
            remedy: Text(
                nl: "Verbeter de tabel in waarderingstabellen/ van het register, of haal haar weg.",
                en: "Correct the table in waarderingstabellen/ of the register, or take it away.")),
        Wording(
            Text(
                nl:
                    "De waarderingstabel {value} geldt pas vanaf {detail}. Dat is na deze periode. Met de tabel is wel gerekend.",
                en:
                    "The valuation table {value} is valid from {detail} only. That is after this period. The table was used."
            ),
            remedy: Text(
                nl:
                    "Klopt het jaar bij geldig_vanaf? Verbeter het in waarderingstabellen/ van het register, of noem een andere tabel in verplichtingen.csv.",
                en:
                    "Is the year in geldig_vanaf right? Correct it in waarderingstabellen/ of the register, or name another table in verplichtingen.csv."
            )),
    ]

    /// Valuation tables are at hand by then.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let column = ColumnReference(\Obligation.tableID)
        var named: Set<String> = []
        for terms in context.terms.values.sorted(by: { $0.place.record < $1.place.record }) {
            guard var place = terms.settling?.place else { continue }
            place.column = column
            switch terms.table {
            case .notNamed, .exempt: continue
            case .unknown: report.found(at: place, variant: 1)
            case .refused(let name):
                named.insert(name.uppercased())
                let problems = context.tables?.refusals(of: name) ?? []
                report.found(at: place, report.text(Self.words(problems), from: .register), variant: 2)
            case .several(let names):
                report.found(
                    at: place, report.text(Set(names).sorted().joined(separator: ", "), from: .register), variant: 3)
            case .notValid(let table, let day):
                checkName(of: table, terms, place, &report)
                report.found(at: place, .day(day))
            case .inUse(let table):
                checkName(of: table, terms, place, &report)
                checkPlacements(of: terms, table, place, context, &report)
            }
        }
        // Tables that no contract of this report names, and files that are no table at all.
        let others = (context.tables?.problems ?? []).filter {
            !$0.isUsable && !named.contains($0.tableID.uppercased())
        }
        for problems in Self.byFile(others) {
            report.found(at: Place(.valuationLines), report.text(Self.words(problems), from: .register), variant: 5)
        }
    }

    /// Says that the obligation names the table as it was called before.
    private static func checkName(
        of table: ValuationTable, _ terms: ContractTerms, _ place: Place, _ report: inout FindingCollector
    ) {
        guard let former = table.formerID, terms.settling?.tableID?.uppercased() == former.uppercased() else { return }
        report.found(at: place, report.text(table.shownID, from: .register), variant: 4)
    }

    /// Looks at the placements where the first day of each is the reference date, and says what cannot be tested.
    private static func checkPlacements(
        of terms: ContractTerms, _ table: ValuationTable, _ place: Place, _ context: RuleContext,
        _ report: inout FindingCollector
    ) {
        if table.validFrom == nil {
            report.notEvaluated(
                Text(
                    nl: "De bron van tabel \(table.shownID.nl) noemt geen eerste dag.",
                    en: "The source of table \(table.shownID.en) gives no first day."),
                supply: Text(
                    nl: "Zet de tabel met haar eerste dag in waarderingstabellen/ van het register.",
                    en: "Put the table with its first day into waarderingstabellen/ of the register."),
                by: .contractManager, isRegisterGap: true)
        }
        switch terms.referenceDay {
        case .known: break
        case .unknown:
            // Whatever the day is, it lies before the end of what is reported on.
            if let start = table.validFrom, let end = context.period?.end, start > end {
                report.found(at: place, .day(start), variant: 6)
            }
            report.notEvaluated(
                Text(
                    nl: "De peildatum van een contract met tabel \(table.shownID.nl) ontbreekt in het register.",
                    en: "The reference date of a contract with table \(table.shownID.en) is missing from the register."),
                supply: Text(
                    nl: "Vul peildatum_soort en de bijbehorende datum in het register in.",
                    en: "Fill in peildatum_soort and the date that goes with it in the register."),
                by: .contractManager, isRegisterGap: true)
        case .ofEachRow:
            guard let placements = context.submission.placements else { return }
            let starts = placements.acceptedIndices.lazy
                .filter { placements.rows[$0].contract == terms.contract.id }
                .compactMap { placements.rows[$0].start }
            if let day = starts.filter({ !table.isValid(on: $0) }).min() { report.found(at: place, .day(day)) }
        }
    }

    /// The problems of each file together, in the order of the register.
    static func byFile(_ problems: [ValuationTableProblem]) -> [[ValuationTableProblem]] {
        var places: [String: Int] = [:]
        var files: [[ValuationTableProblem]] = []
        for problem in problems {
            if let place = places[problem.file] {
                files[place].append(problem)
            } else {
                places[problem.file] = files.count
                files.append([problem])
            }
        }
        return files
    }

    /// The first problems in words, and how many more there are.
    static func words(_ problems: [ValuationTableProblem]) -> Text {
        let shown = problems.prefix(3).map(\.text)
        let rest = problems.count - shown.count
        return Text(
            nl: shown.map(\.nl).joined(separator: " ") + (rest > 0 ? " En nog \(rest)." : ""),
            en: shown.map(\.en).joined(separator: " ") + (rest > 0 ? " And \(rest) more." : ""))
    }
}
