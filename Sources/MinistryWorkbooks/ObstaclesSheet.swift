import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let obstacles = MinistrySheet(
        "Hulp en knelpunten", at: 60,
        meaning: Text(
            nl: "Wie hulp vraagt, wat lastig is, en wat elders hielp.",
            en: "Who asks for help, what is hard, and what helped elsewhere."),
        count: { $0.picture.help.count }
    ) { _ in .obstacles }
}

extension SheetDefinition<MinistryLine> {
    /// *Hulp en knelpunten*: what blocks the execution; what several suppliers share is one line, over all categories.
    static var obstacles: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.obstacles.name, title: Text(nl: "Hulp en knelpunten", en: "Help and obstacles"),
            explanation: Text(
                nl:
                    "Wat de uitvoering lastig maakt. Een knelpunt dat meer leveranciers delen is één regel; wie hulp vraagt staat boven.",
                en:
                    "What makes the execution hard. An obstacle that several suppliers share is one line; who asks for help comes first."
            ),
            frozenColumns: 1,
            columns: [
                SheetColumn(Text(nl: "Soort knelpunt", en: "Kind of obstacle"), key: "soort", width: 18...22, .wrapped)
                {
                    line, language in .text(Ministry.codeName(ObstacleKind.self, line.obstacle.kind, language))
                },
                SheetColumn(
                    Text(nl: "In hun eigen woorden", en: "In their own words"), key: "woorden", width: 36...36, .wrapped
                ) {
                    line, _ in .text(line.obstacle.words)
                },
                SheetColumn(Text(nl: "Leveranciers", en: "Suppliers"), key: "leveranciers", width: 12...14, .integer) {
                    line, _ in
                    .integer(Set(line.contracts.map(\.supplierName)).count)
                },
                SheetColumn(Text(nl: "Vraagt nu hulp", en: "Asks for help now"), key: "hulp", width: 10...13, .integer)
                { line, _ in
                    .integer(line.obstacle.asking.count)
                },
                SheetColumn(
                    Text(nl: "Nog zonder antwoord", en: "Not answered yet"), key: "zonder", width: 11...14, .integer
                ) { line, _ in
                    .integer(line.obstacle.unanswered.count)
                },
                SheetColumn(
                    Text(nl: "Wat elders hielp", en: "What helped elsewhere"), key: "verhaal", width: 36...36, .wrapped
                ) {
                    line, _ in .text(line.ministry.story(for: line.obstacle.kind))
                },
                SheetColumn(Text(nl: "Antwoord", en: "Answer"), key: "antwoord", width: 40...50, .wrapped) {
                    line, language in
                    .text(line.obstacle.answers.prefix(3).map { $0.line(language) }.joined(separator: "\n"))
                },
                SheetColumn(Text(nl: "Beantwoord op", en: "Answered on"), key: "beantwoord", width: 13...14, .day) {
                    line, _ in
                    .day(line.obstacle.answers.first?.day)
                },
                SheetColumn(Text(nl: "Contracten", en: "Contracts"), key: "contracten", width: 12...14, .integer) {
                    line, _ in
                    .integer(line.obstacle.contracts.count)
                },
                SheetColumn(Text(nl: "Perioden", en: "Periods"), key: "perioden", width: 11...13, .integer) { line, _ in
                    .integer(line.obstacle.periods.count)
                },
                SheetColumn(Text(nl: "Categorieën", en: "Categories"), key: "categorieen", width: 18...30, .wrapped) {
                    line, _ in
                    .text(Set(line.contracts.map { Ministry.key($0.facts.category) }).sorted().joined(separator: ", "))
                },
                SheetColumn(Text(nl: "Waar", en: "Where"), key: "waar", width: 36...50, .wrapped) { line, _ in
                    .text(line.ministry.shown(line.obstacle.contracts.map { line.ministry.name(ofContract: $0) }))
                },
                SheetColumn(Text(nl: "Signaal", en: "Signal"), key: "signaal", width: 26...36, .wrapped) {
                    line, language in
                    let suppliers = Set(line.contracts.map(\.supplierName)).count
                    guard line.obstacle.periods.count >= 2 || suppliers >= 3 else { return .empty }
                    return .text(
                        Text(nl: "◆ Komt terug: bespreek dit samen.", en: "◆ Comes back: discuss this together.")[
                            language],
                        .signal)
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var obstacle: HelpLine { overview.picture.help[index] }
    fileprivate var contracts: [ContractLine] { obstacle.contracts.map { overview.contracts[$0] } }
}
