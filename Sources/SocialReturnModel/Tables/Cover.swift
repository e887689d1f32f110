/// Who reports, and on which period: the one row of `voorblad.csv`.
public struct Cover: TableRow {
    /// Column `leverancier_kvk`.
    public var supplierKvK: KvKNumber?
    /// Column `leverancier_naam`.
    public var supplierName = TextCell.empty
    /// Column `periode`.
    public var period: ReportingPeriod?
    /// Column `sjabloonversie`.
    public var templateVersion: Symbol?
    /// Column `opgesteld_op`.
    public var preparedOn: Day?
    /// Column `ontvangen_op`.
    public var receivedOn: Day?
    /// Column `correctie_op`.
    public var correctionOf = TextCell.empty
    /// Column `deelnemers_geinformeerd`.
    public var participantsInformed: YesNo?
    /// Column `slotrapportage`.
    public var finalReport: YesNo?
    /// Column `contact`.
    public var contact = TextCell.empty
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Cover>(
        .cover, .submission, at: 10, file: "voorblad.csv",
        title: Text(nl: "Voorblad", en: "Cover"),
        meaning: Text(
            nl: "Eén rij: wie rapporteert, en over welke periode.",
            en: "One row: who reports, and on which period."),
        columns: [
            .kvk(
                "leverancier_kvk", \.supplierKvK, required: true, also: ["kvk", "kvknummer", "kvk leverancier"],
                example: "12345678",
                nl: "Het KvK-nummer van uw organisatie: acht cijfers.",
                en: "The KvK number of your organisation: eight digits."
            ).marked(.ofSupplier),
            .text(
                "leverancier_naam", \.supplierName, required: true, privacy: .plain,
                also: ["leverancier", "naam leverancier", "opdrachtnemer", "bedrijfsnaam"],
                example: "Voorbeeld Schoon B.V.",
                nl: "De naam van uw organisatie.", en: "The name of your organisation."
            ).marked(.ofSupplier),
            .period(
                "periode", \.period, required: true, also: ["rapportageperiode", "verslagperiode", "tijdvak"],
                example: "2026-Q1",
                nl: "De periode waarover u rapporteert: 2026, 2026-H1, 2026-Q1, 2026-01 of van/tot.",
                en: "The period you report on: 2026, 2026-H1, 2026-Q1, 2026-01 or from/to."),
            .identifier(
                "sjabloonversie", \.templateVersion, required: true, privacy: .plain,
                also: ["sjabloon", "versie sjabloon", "formatversie"], example: "1",
                nl: "De versie van het sjabloon dat u gebruikt.", en: "The version of the template that you use."),
            .day(
                "opgesteld_op", \.preparedOn, within: .ofReport,
                also: ["datum opgesteld", "datum rapportage", "opgesteld"],
                example: "10-04-2026",
                nl: "De dag waarop u deze rapportage afrondde.", en: "The day on which you finished this report."
            ).marked(.simpleTemplate),
            .day(
                "ontvangen_op", \.receivedOn, within: .ofReport,
                also: ["datum ontvangst", "ontvangstdatum", "ontvangen"],
                example: "12-04-2026",
                nl: "De dag van ontvangst. Dit vult de afdeling inkoop in.",
                en: "The day of receipt. The procurement department fills this in."),
            .text(
                "correctie_op", \.correctionOf, privacy: .reference, also: ["correctie", "vervangt", "correctie van"],
                example: "2026-Q1 van 10-04-2026",
                nl: "Verbetert u een eerdere rapportage? Noem dan welke.",
                en: "Do you correct an earlier report? Then name it."),
            .code(
                "deelnemers_geinformeerd", \.participantsInformed,
                also: ["deelnemers ingelicht", "verklaring informeren"], example: "ja",
                nl: "Weten de deelnemers welke gegevens u deelt, en waarom?",
                en: "Do the participants know which data you share, and why?"
            ).marked([.simpleTemplate, .welcome]),
            .code(
                "slotrapportage", \.finalReport, also: ["eindrapportage", "laatste rapportage", "eindverantwoording"],
                example: "nee",
                nl: "Is dit de laatste rapportage over het contract?", en: "Is this the last report on the contract?"),
            .text(
                "contact", \.contact, also: ["contactadres", "mailbox", "e-mail"],
                example: "socialreturn@voorbeeldschoon.example",
                nl: "Een algemeen mailadres van uw organisatie, niet van een persoon.",
                en: "A general mailbox of your organisation, not of a person."
            ).marked([.simpleTemplate, .ofSupplier]),
            .text(
                "toelichting", \.explanation, also: ["opmerking", "opmerkingen", "bijzonderheden"], example: "",
                nl: "Wat u verder wilt vertellen, zonder namen of gezondheid.",
                en: "What else you want to tell, without names or health."),
        ])
}

/// When the report was finished. The day decides which of two reports counts and on which day a report and an overview look, so that a year
/// with a slip of the fingers would make everything late.
extension Cover {
    /// Why `opgesteld_op` can hardly be the day on which the report was finished.
    public enum PreparationDoubt: Sendable, Hashable {
        /// The period began on this day only.
        case beforePeriod(Day)
        /// The report had come in on this day.
        case afterReceipt(Day)
        /// The period ended on this day, more than the years of ``DayReach/ofReport`` before.
        case longAfterPeriod(Day)
    }

    /// What makes `opgesteld_op` doubtful; nil when nothing does, or nothing was filled in.
    public var preparationDoubt: PreparationDoubt? {
        guard let preparedOn else { return nil }
        if let period {
            if preparedOn < period.start { return .beforePeriod(period.start) }
            if preparedOn > DayReach.ofReport.last(of: period) { return .longAfterPeriod(period.end) }
        }
        if let received = receivedOn, isLikely(received), preparedOn > received { return .afterReceipt(received) }
        return nil
    }

    /// The day on which the report was finished, as `opgesteld_op` says; where that is doubtful, the day on which it came in, or else the last
    /// day of its period. Nil without `opgesteld_op`.
    public var finishedOn: Day? {
        guard preparationDoubt != nil else { return preparedOn }
        return receivedOn.flatMap { isLikely($0) ? $0 : nil } ?? period?.end
    }

    private func isLikely(_ received: Day) -> Bool {
        period.map { DayReach.ofReport.holds(received, of: $0) } ?? true
    }
}
