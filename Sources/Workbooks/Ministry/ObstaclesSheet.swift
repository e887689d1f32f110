import Consolidations
import SocialReturnModel
import Spreadsheets

extension SheetDefinition<MinistryLine> {
    /// *Knelpunten*: what blocks the execution, by category and kind.
    static var obstacles: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.obstacles.name, title: Text(nl: "Knelpunten", en: "Obstacles"),
            explanation: Text(
                nl:
                    "Wat de uitvoering lastig maakt, per categorie. Wat terugkomt is een onderwerp voor de categorie of het adviesteam.",
                en:
                    "What makes the execution hard, by category. What comes back is a topic for the category or the advice team."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Categorie", en: "Category"), key: "categorie", width: 18...32) { line, _ in
                    .text(Ministry.key(line.obstacle.category))
                },
                SheetColumn(Text(nl: "Soort knelpunt", en: "Kind of obstacle"), key: "soort", width: 26...40) {
                    line, language in
                    .text(Ministry.codeName(ObstacleKind.self, line.obstacle.kind, language))
                },
                SheetColumn(Text(nl: "Leveranciers", en: "Suppliers"), key: "leveranciers", width: 12...16, .integer) {
                    line, _ in .integer(line.obstacle.suppliers)
                },
                SheetColumn(Text(nl: "Contracten", en: "Contracts"), key: "contracten", width: 12...16, .integer) {
                    line, _ in .integer(line.obstacle.contracts)
                },
                SheetColumn(Text(nl: "Perioden", en: "Periods"), key: "perioden", width: 11...14, .integer) { line, _ in
                    .integer(line.obstacle.periods)
                },
                SheetColumn(Text(nl: "Keer genoemd", en: "Times named"), key: "keer", width: 11...14, .integer) {
                    line, _ in
                    .integer(line.obstacle.count)
                },
                SheetColumn(Text(nl: "Hulpvragen", en: "Requests for help"), key: "hulp", width: 11...14, .integer) {
                    line, _ in
                    .integer(line.obstacle.helpRequests)
                },
                SheetColumn(Text(nl: "Signaal", en: "Signal"), key: "signaal", width: 30...44, .wrapped) {
                    line, language in
                    line.obstacle.recurs
                        ? .text(
                            Text(
                                nl: "◆ Komt terug: bespreek dit in de categorie.",
                                en: "◆ Comes back: discuss this in the category.")[language], .signal) : .empty
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var obstacle: ObstacleLine { overview.obstacles[index] }
}
