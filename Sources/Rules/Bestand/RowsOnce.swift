import Intake
import SocialReturnModel

/// A row of a table without a key of its own says something that no earlier row says: of two rows that are the same in every cell,
/// the later is the double.
enum RowsOnce: SubmissionRule {
    static let facts = RuleMetadata(
        "BST-22", since: .v2026_3, .error, level: .table, basis: .technical,
        traits: [.reportsDouble(mayDiffer: true)],
        name: Text(nl: "Rij staat er twee keer", en: "Row stands twice"),
        message: Text(
            nl: "Deze rij is in alle kolommen gelijk aan uw rij {detail}. Wij tellen één van de twee.",
            en: "This row is the same as your row {detail} in all columns. We count one of the two."),
        remedy: Text(
            nl:
                "Verwijder de rij. Gaat het om iets anders dat toevallig gelijk is? Zet het verschil in een "
                + "kolom, zoals de "
                + "toelichting.",
            en:
                "Remove the row. Is it something else that happens to be the same? Put the difference in a "
                + "column, such as "
                + "the remarks."),
        why: Text(
            nl: "Wat er twee keer staat, zou twee keer meetellen.", en: "What is there twice would count twice."),
        examples: [
            .triggers("activiteiten:", "activiteiten:"),
            .triggers("activiteiten:", "activiteiten: uren=6; kosten_excl_btw=€ 350"),
            .triggers("gesprekken:", "gesprekken:"),
            .triggers("knelpunten:", "knelpunten:"),
            .triggers("leerpunten:", "leerpunten:"),
            .triggers("voorbeelden:", "voorbeelden:"),
            .triggers("leerplekken:", "leerplekken: contact=leerplekken@voorbeeldschoon.example "),
            .passes("activiteiten:", "activiteiten: datum=21-05-2026"),
            .passes("activiteiten:", "activiteiten: toelichting=tweede groep"),
            .passes("activiteiten +groep: groep=a", "activiteiten: groep=b"),
            .passes("gesprekken:", "gesprekken: uitkomst=vervolg op het eerste gesprek"),
            .passes("leerplekken:", "leerplekken: aantal=3"),
            // A double of a row that does not count is none.
            .passes("activiteiten: uren=veel", "activiteiten:"),
            // Tables with a key have a rule of their own.
            .passes("afspraken:", "afspraken:"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        check(submission.activities, &report)
        check(submission.conversations, &report)
        check(submission.obstacles, &report)
        check(submission.lessons, &report)
        check(submission.examples, &report)
        check(submission.learningPlaces, &report)
    }

    private static func check<Row: TableRow>(_ table: TableData<Row>?, _ report: inout FindingCollector) {
        guard let table else { return }
        for pair in table.sameRows(among: table.acceptedIndices) {
            report.found(at: table.place(pair.later), .row(table.records[pair.first]))
        }
    }
}
