import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let learning = MinistrySheet(
        "Leren", at: 70,
        meaning: Text(
            nl: "Wat leveranciers probeerden, wat er gebeurde en wat zij leerden.",
            en: "What suppliers tried, what happened and what they learned."),
        count: { $0.picture.lessons.count }
    ) { _ in
        // What was learned is the point: all four columns of words stand on a page.
        .learning.beginning(with: [
            "contract", "leverancier", "knelpunt", "geprobeerd", "gebeurde", "geleerd", "volgende",
        ])
    }
}

extension SheetDefinition<MinistryLine> {
    /// *Leren*: what was tried, what happened and what was learned.
    static var learning: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.learning.name, title: Text(nl: "Leren", en: "Learning"),
            explanation: Text(
                nl:
                    "Leerpunten van leveranciers, met de knelpunten die bij hetzelfde contract zijn genoemd. Wat meer contracten vertellen staat eerst één keer.",
                en:
                    "Lessons of suppliers, with the obstacles that the same contract names. What several contracts tell comes first once."
            ),
            frozenColumns: 1,
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 14...22, .link) { line, _ in
                    .link(
                        line.overview.contracts[line.lesson.contract].facts.id,
                        to: line.ministry.target(ofContract: line.lesson.contract))
                },
                SheetColumn(Text(nl: "Categorie", en: "Category"), key: "categorie", width: 14...24) { line, _ in
                    .text(Ministry.key(line.overview.contracts[line.lesson.contract].facts.category))
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 18...22, .wrapped) {
                    line, _ in
                    .text(line.overview.contracts[line.lesson.contract].supplierName)
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...24) { line, _ in
                    .text(line.lesson.period.description)
                },
                SheetColumn(Text(nl: "Knelpunt", en: "Obstacle"), key: "knelpunt", width: 16...18, .wrapped) {
                    line, language in
                    .text(
                        line.lesson.obstacles.map { Ministry.codeName(ObstacleKind.self, $0, language) }.joined(
                            separator: ", "))
                },
                words("geprobeerd", Text(nl: "Wat is geprobeerd", en: "What was tried"), \.tried),
                words("gebeurde", Text(nl: "Wat gebeurde er", en: "What happened"), \.happened),
                words("geleerd", Text(nl: "Wat is geleerd", en: "What was learned"), \.learned),
                words("volgende", Text(nl: "Volgende stap", en: "Next step"), \.next),
                SheetColumn(Text(nl: "Ook bij", en: "Also at"), key: "ook_bij", width: 10...12, .integer) { line, _ in
                    line.lesson.alike == 0 ? .empty : .integer(line.lesson.alike)
                },
            ])
    }

    private static func words(
        _ key: String, _ heading: Text, _ text: KeyPath<LessonDigest, String> & Sendable
    ) -> SheetColumn<MinistryLine> {
        SheetColumn(heading, key: key, width: 20...25, .wrapped) { line, _ in .text(line.lesson.lesson[keyPath: text]) }
    }
}

extension MinistryLine {
    fileprivate var lesson: LessonLine { overview.picture.lessons[index] }
}
