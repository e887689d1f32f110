import Intake
import SocialReturnModel

/// A story that may be shared has the consent of those concerned, and names no participant code. Data that a privacy rule refuses set
/// their row aside already.
enum ExampleShareable: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-11", since: .v2026_2, .warning, level: .row, basis: .law, sources: ["AVG", "MVM-LEV"],
        column: .of(\GoodExample.consentDate), needs: [.table(.examples)],
        name: Text(nl: "Mag dit voorbeeld worden gedeeld?", en: "May this example be shared?"),
        message: Text(
            nl: "Dit voorbeeld mag gedeeld worden, maar er staat geen datum van toestemming bij.",
            en: "This example may be shared, but there is no date of consent."),
        remedy: Text(
            nl: "Vraag toestemming en haal persoonsgegevens weg. Wilt u niet delen? Zet dan 'nee' bij deelbaar.",
            en: "Ask for consent and take out personal data. Do you not want to share? Then put 'nee' in deelbaar."),
        why: Text(
            nl: "Een verhaal over iemand is van die persoon. Pas met toestemming mogen anderen het lezen.",
            en: "A story about someone belongs to that person. Only with consent may others read it."),
        examples: [
            .triggers("voorbeelden: toestemming_datum="),
            .triggers("voorbeelden: deelbaar=openbaar; toestemming_datum="),
            .triggers("voorbeelden -toestemming_datum"),
            .triggers("voorbeelden: toestemming_datum=11-07-2026"),
            .triggers("voorbeelden: verhaal=Deelnemer D-0001 heeft nu vast werk."),
            .triggers("voorbeelden: titel=Het verhaal van (d-0001)"),
            .passes(),
            .passes("voorbeelden: deelbaar=nee; toestemming_datum="),
            .passes("voorbeelden: deelbaar=nee; verhaal=Deelnemer D-0001 heeft nu vast werk."),
            .passes("voorbeelden: toestemming_datum=10-07-2026"),
            .passes("voorbeelden: toestemming_datum=vorige week"),
            .passes("voorbeelden: verhaal=Project D-0100 kreeg een prijs."),
        ])

    static let variants = [
        Text(
            nl: "Dit voorbeeld mag gedeeld worden, maar er staat een deelnemercode in.",
            en: "This example may be shared, but it has a participant code in it."),
        Text(
            nl: "De datum van toestemming ({read}) ligt na de dag van deze rapportage.",
            en: "The date of consent ({read}) lies after the day of this report."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.examples else { return }
        let consent = ColumnReference(\GoodExample.consentDate)
        let story = ColumnReference(\GoodExample.story)
        let codes = Set((context.submission.placements?.rows ?? []).compactMap(\.participant))
        var row = RowContext(all: context, table: table, index: 0)
        for index in table.acceptedIndices {
            let example = table.rows[index]
            guard example.shareable == .inside || example.shareable == .inPublic else { continue }
            row.index = index
            if let date = example.consentDate {
                if date > context.today { report.found(at: table.place(index, consent), variant: 2) }
            } else if row.isBlank(\.consentDate) {
                report.found(at: table.place(index, consent))
            }
            let namesCode = [example.title, example.story].contains { cell in
                names(codes, in: row.text(cell), context.submission.symbols)
            }
            if namesCode { report.found(at: table.place(index, story), variant: 1) }
        }
    }

    /// Whether `text` has one of the participant codes as a word.
    private static func names(_ codes: Set<Symbol>, in text: String, _ symbols: SymbolTable) -> Bool {
        text.split { $0.isWhitespace || ",;:()[]\"'!?".contains($0) }.contains { word in
            let bare = word.last == "." ? word.dropLast() : word
            return symbols.symbol(for: String(bare)).map(codes.contains) ?? false
        }
    }
}
