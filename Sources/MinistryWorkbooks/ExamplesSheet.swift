import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

private let waiting = Text(
    nl: "○ wacht op lezer; het verhaal staat in rapport.xlsx van deze leverancier",
    en: "○ waits for a reader; the story is in rapport.xlsx of this supplier")

extension MinistrySheet {
    static let examples = MinistrySheet(
        "Goede voorbeelden", at: 170,
        meaning: Text(nl: "Verhalen die gedeeld mogen worden.", en: "Stories that may be shared."),
        count: { $0.examples.count }
    ) { _ in
        // The story is the point: it stands on a page.
        .examples.beginning(with: ["contract", "leverancier", "titel", "verhaal", "delen", "toestemming"])
    }
}

extension SheetDefinition<MinistryLine> {
    /// *Goede voorbeelden*: stories that may be shared.
    static var examples: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.examples.name, title: Text(nl: "Goede voorbeelden", en: "Good examples"),
            explanation: Text(
                nl:
                    "Verhalen die gedeeld mogen worden: de leverancier zegt dat het mag en noemt de dag van toestemming. Een openbaar "
                    + "verhaal wacht tot iemand het heeft gelezen (verhalen.csv van het register).",
                en:
                    "Stories that may be shared: the supplier says so and names the day of consent. A public story waits until "
                    + "somebody has read it (verhalen.csv of the register)."),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 14...24, .link) { line, _ in
                    .link(
                        line.overview.contracts[line.example.contract].facts.id,
                        to: line.ministry.target(ofContract: line.example.contract))
                },
                SheetColumn(Text(nl: "Categorie", en: "Category"), key: "categorie", width: 14...24) { line, _ in
                    .text(Ministry.key(line.overview.contracts[line.example.contract].facts.category))
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 18...22, .wrapped) {
                    line, _ in .text(line.example.supplier)
                },
                SheetColumn(Text(nl: "Titel", en: "Title"), key: "titel", width: 20...24, .wrapped) { line, _ in
                    .text(line.example.example.title)
                },
                SheetColumn(Text(nl: "Verhaal", en: "Story"), key: "verhaal", width: 70...70, .wrapped) {
                    line, language in
                    line.isWaiting
                        ? .text(waiting[language], .notTested) : .text(line.example.example.story)
                },
                SheetColumn(Text(nl: "Delen", en: "Sharing"), key: "delen", width: 12...16) { line, language in
                    .text(Ministry.codeName(Shareability.self, line.example.example.shareable, language))
                },
                SheetColumn(Text(nl: "Toestemming", en: "Consent"), key: "toestemming", width: 14...14, .day) {
                    line, _ in
                    .day(line.example.example.consentDate)
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var example: ExampleLine { overview.examples[index] }

    /// Whether nobody has read the story yet, so that it is not shown to all who get this workbook.
    fileprivate var isWaiting: Bool {
        example.example.waitsForReader ?? (example.example.shareable == Shareability.inPublic.code)
    }
}
