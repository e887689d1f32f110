import Intake
import SocialReturnModel

/// What a row refers to stands in the report: hours name a placement, a document names a placement, an invoice or another thing that
/// it is about, a lesson names a commitment.
///
/// A row that was set aside is there: who refers to it refers to something. Where the table itself could not be read, nobody can tell.
enum ReferencesFound: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-13", since: .v2026_3, .error, level: .acrossTables, basis: .technical,
        name: Text(nl: "Verwijzing naar iets dat er niet is", en: "Reference to something that is not there"),
        message: Text(
            nl: "Deze uren horen bij inzet '{value}'. Die staat niet in inzet.csv.",
            en: "These hours belong to placement '{value}'. It is not in inzet.csv."),
        remedy: Text(
            nl: "Schrijf het kenmerk zoals het daar staat, of voeg de inzet daar toe.",
            en: "Write the reference as it is there, or add the placement there."),
        why: Text(
            nl: "Zonder de rij waar het bij hoort, kunnen wij het niet meetellen of nakijken.",
            en: "Without the row that it belongs to we can neither count nor check it."),
        examples: [
            .triggers("uren: inzet_id=P-007"),
            .triggers("inzet", "uren: inzet_id=P-001"),
            .triggers("-inzet", "uren: inzet_id=P-001"),
            .triggers("bewijs: hoort_bij=P-007"),
            .triggers("leerpunten: afspraak_id=A-09"),
            .triggers("-afspraken", "leerpunten: afspraak_id=A-01"),
            .passes("uren: inzet_id=p-001"),
            .passes("uren: inzet_id="),
            .passes("bewijs: hoort_bij=f-2026-118"),
            // A certificate of the supplier, or about the contract as a whole.
            .passes("bewijs: hoort_bij=12345678; soort=pso_certificaat"),
            .passes("bewijs: hoort_bij=BZK-2026-0147; soort=pso_certificaat"),
            .passes("bewijs: hoort_bij=A-01; soort=overig"),
            .passes("leerpunten: afspraak_id="),
            .passes("leerpunten: afspraak_id=n.v.t."),
            // The placement is there, whatever else is wrong with it, and with the row.
            .passes("inzet: begindatum=ooit"),
            .passes(
                "bestand inzet.csv: "
                    + "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;"
                    + "begindatum;uren_per_week;verband_opdracht\nP-001;BZK-2026-0147;D-1;PW;12345678;dienstverband;bepaald;"
                    + "01-04-2026;24;direct;te veel\n"),
            .passes(
                "bestand inzet.csv: "
                    + "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;"
                    + "begindatum;uren_per_week;verband_opdracht\nP-000;BZK-2026-0147;D-0;PW;12345678;dienstverband;bepaald;"
                    + "01-04-2026;24;\"direct\nP-001;BZK-2026-0147;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;24;x\n"
            ),
            // What was reported before may be referred to.
            .passes(
                "inzet:", "bewijs: hoort_bij=P-000",
                previous: [["voorblad: periode=2026-Q1", "inzet: inzet_id=P-000", "uren", "bewijs"]]),
            // Nobody can tell what a table without the column holds.
            .passes("inzet -inzet_id:"),
        ])

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Dit bewijs hoort bij '{value}'. Een inzet of factuur met dat kenmerk staat niet in deze "
                    + "rapportage.",
                en:
                    "This evidence belongs to '{value}'. There is no placement or invoice with that "
                    + "reference in this report."
            ), remedy: remedyOfLater),
        Wording(
            Text(
                nl: "Dit leerpunt hoort bij afspraak '{value}'. Die staat niet in afspraken.csv.",
                en: "This lesson belongs to commitment '{value}'. It is not in afspraken.csv."), remedy: remedyOfLater),
    ]

    /// Evidence and lessons may come later than what they are about.
    private static let remedyOfLater = Text(
        nl:
            "Hoort dit bij een eerdere rapportage? Dan hoeft u niets te doen. Zo niet, schrijf het kenmerk "
            + "dan zoals het daar staat.",
        en:
            "Does this belong to an earlier report? Then no action is needed. If not, write the reference as "
            + "it is there."
    )

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        if let table = submission.hours, submission.placements.canBeSearched() {
            var known = SymbolSet()
            known.insert(submission.placements, \.id, submission.symbols)
            find(in: table, \.placement, known) { report.found(at: $0) }
        }
        // Evidence and lessons may come after the report that they belong to. Only who has that report can tell.
        let severity = context.previous.isEmpty ? Severity.signal : .warning
        if let table = submission.evidence, submission.placements.canBeSearched(), submission.purchases.canBeSearched()
        {
            let known = thingsWithEvidence(context)
            find(in: table, \.belongsTo, known) { report.found(at: $0, severity: severity, variant: 1) }
        }
        if let table = submission.lessons, submission.commitments.canBeSearched() {
            var known = SymbolSet()
            known.insert(submission.commitments, \.id, submission.symbols)
            for earlier in context.previous {
                let translation = SymbolTranslation(from: earlier.submission, to: submission)
                for row in earlier.submission.commitments?.rows ?? [] {
                    known.insert(row.id.flatMap { translation[$0] })
                }
            }
            find(in: table, \.commitment, known) {
                report.found(at: $0, severity: severity, variant: 2)
            }
        }
    }

    /// Everything that a document can be about: placements and invoices, of this report and of earlier ones; else commitments,
    /// contracts and organisations.
    private static func thingsWithEvidence(_ context: RuleContext) -> SymbolSet {
        let submission = context.submission
        let symbols = submission.symbols
        var known = SymbolSet()
        known.insert(submission.placements, \.id, symbols)
        known.insert(submission.purchases, \.invoiceNumber, symbols)
        known.insert(submission.commitments, \.id, symbols)
        known.insert(submission.placements, \.contract, symbols)
        known.insert(submission.purchases, \.contract, symbols)
        known.insert(submission.activities, \.contract, symbols)
        for contract in context.terms.keys { known.insert(contract) }
        let partners = (submission.purchases?.rows ?? []).compactMap(\.partner)
        for organisation in Set(partners + [submission.coverRow.supplierKvK].compactMap(\.self)) {
            known.insert(symbols.symbol(for: organisation.description))
        }
        for earlier in context.previous {
            let translation = SymbolTranslation(from: earlier.submission, to: submission)
            for row in earlier.submission.placements?.rows ?? [] { known.insert(row.id.flatMap { translation[$0] }) }
            for row in earlier.submission.purchases?.rows ?? [] {
                known.insert(row.invoiceNumber.flatMap { translation[$0] })
            }
        }
        return known
    }

    private static func find<Row: TableRow>(
        in table: TableData<Row>, _ reference: KeyPath<Row, Symbol?>, _ known: SymbolSet,
        _ found: (Place) -> Void
    ) {
        let column = ColumnReference(reference)
        let reference = Field(reference)
        for index in table.acceptedIndices {
            guard let symbol = reference.value(in: table.rows[index]), !known.contains(symbol) else { continue }
            let place = table.place(index, column)
            var text = table.source.text(at: place) ?? ""
            if text.withUTF8({ NothingWord.fills($0) }) { continue }
            found(place)
        }
    }
}

extension SymbolSet {
    /// Adds the references of all rows of `table`; of a row that could not be read, what is written in its column.
    fileprivate mutating func insert<Row: TableRow>(
        _ table: TableData<Row>?, _ reference: KeyPath<Row, Symbol?>, _ symbols: SymbolTable
    ) {
        guard let table else { return }
        let column = Row.table.index(of: reference)
        let reference = Field(reference)
        for index in table.rows.indices {
            insert(
                reference.value(in: table.rows[index]) ?? symbols.symbol(for: table.written(index, column: column)))
        }
    }
}

extension Optional {
    /// Whether it can be told what is not in the table: it is not there, or it could be read, has the columns that must be there, and no
    /// rows that ran into each other.
    fileprivate func canBeSearched<Row: TableRow>() -> Bool where Wrapped == TableData<Row> {
        guard let self else { return true }
        return self.source.isReadable
            && zip(Row.table.facts.columns, self.source.fieldOfColumn).allSatisfy { !$0.isRequired || $1 >= 0 }
            && !self.records.contains { self.source.cells.isDamaged(Int($0)) }
    }
}
