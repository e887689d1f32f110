import Intake
import Parameters
import SocialReturnModel

/// An obstacle that points to underpayment, unsafe work or too long hours comes before the contract manager: the Public Procurement
/// Act knows a duty to report, which lies outside this tool. A word is no offence; a person reads.
enum WorkingConditionsSound: RowRule {
    static let facts = RuleMetadata(
        "MVM-16", since: .v2026_2, .warning, level: .row, basis: .law, sources: ["AW-TXT"],
        column: .of(\Obstacle.description),
        needs: [.table(.obstacles)], words: [words], audience: .contractManager,
        name: Text(nl: "Signaal arbeidsvoorwaarden", en: "Signal about working conditions"),
        message: Text(
            nl:
                "In dit knelpunt staat een woord dat kan wijzen op te lage betaling, onveilig werk of te "
                + "lange werktijden.",
            en: "This obstacle has a word that can point to underpayment, unsafe work or too long working hours."),
        remedy: Text(
            nl:
                "Contractmanager: lees de tekst en overleg met uw jurist. Dit loopt buiten dit hulpmiddel; "
                + "de wet kent een "
                + "meldplicht.",
            en: "Contract manager: read the text and consult your lawyer. This tool plays no part in it; the law has a "
                + "duty to report."),
        why: Text(
            nl: "Wordt bij de uitvoering niet voldaan aan regels voor arbeid en arbeidsomstandigheden, dan meldt de "
                + "aanbestedende dienst dat bij de Nederlandse Arbeidsinspectie (Aanbestedingswet, artikel 2.81a).",
            en: "When rules on labour protection and working conditions are not met during execution, the authority "
                + "reports that to the Nederlandse Arbeidsinspectie (Public Procurement Act, article 2.81a)."),
        examples: [
            .triggers("knelpunten: omschrijving=een onderaannemer betaalt minder dan het minimumloon"),
            .triggers("knelpunten: omschrijving=Onveilige situatie op de steiger"),
            .triggers("knelpunten: actie=gesprek over te lange werkdagen"),
            .triggers("knelpunten: soort=onderbetaling"),
            .triggers("knelpunten: omschrijving=deelnemers krijgen geen pauze"),
            .triggers(
                "woordenlijsten: lijst=arbeidsvoorwaarden; woord=looninhouding; vorm=heel",
                "knelpunten: omschrijving=een uitzendbureau doet aan looninhouding"),
            .passes(),
            .passes("knelpunten: omschrijving=het loon is lager dan de uitkering"),
            .passes("knelpunten: omschrijving=vaste werktijden passen niet bij de schooltijden"),
            .passes("knelpunten: omschrijving=certificaat veilig werken ontbreekt"),
            .passes("knelpunten: soort=capaciteit"),
        ])

    static let words = RuleWords(
        "arbeidsvoorwaarden", since: .v2026_2, .workingConditionTerms,
        name: Text(nl: "Woorden over arbeidsvoorwaarden", en: "Words about working conditions"))

    static func check(_ row: Obstacle, _ context: borrowing RowContext<Obstacle>) -> Verdict {
        let list = context.all.parameters.list(Self.words)
        if context.finds(list, in: row.description) { return .fail }
        if context.finds(list, in: row.action) { return .fail(column: .of(\Obstacle.action)) }
        guard row.kind == nil else { return .pass }
        let kind = Obstacle.table.index(of: \.kind)
        let written = context.table.written(context.index, column: kind)
        return list.matches(in: written).isEmpty ? .pass : .fail(column: .of(\Obstacle.kind))
    }
}

extension RowContext {
    /// Whether a word of `list` stands in `cell`.
    fileprivate func finds(_ list: WordList, in cell: TextCell) -> Bool {
        !cell.isEmpty
            && table.source.cells.withAllBytes {
                !list.matches(in: UnsafeBufferPointer(rebasing: $0[cell.range])).isEmpty
            }
    }
}
