import SocialReturnModel

/// The guide to the files of a submission: every table, every column, every list of codes, made from the definitions that the
/// reader reads by.
public struct FieldGuide: Bilingual {
    /// The language of the guide.
    public let language: Language
    /// The tables that a supplier hands in.
    let tables = TableID.submission.map { AllTables.facts($0) }
    /// The lists that they use.
    let lists = CodeListDescription.lists(of: TableID.submission.map { AllTables.facts($0) })

    /// The forms in which the guide is written.
    public enum Form: String, CaseIterable, Sendable {
        /// Markdown.
        case markdown = "md"
        /// One page of HTML that needs nothing else.
        case html
    }

    /// The guide in `language`.
    public init(_ language: Language) { self.language = language }

    /// The name of the guide's file: `veldengids.md`, `field-guide.html`.
    public func fileName(_ form: Form) -> String {
        (language == .dutch ? "veldengids." : "field-guide.") + form.rawValue
    }

    /// The guide as text.
    public func text(_ form: Form) -> String {
        switch form {
        case .markdown: markdown
        case .html: html
        }
    }

    /// Writes the guide to `path`.
    ///
    /// - Throws: ``OutputError/cannotWrite(path:errorNumber:)``.
    public func write(_ form: Form, to path: String) throws(OutputError) { try TextFile.write(text(form), to: path) }
}

/// The words of the guide, the same in both forms.
extension FieldGuide {
    var title: String { say("Veldengids social return", "Field guide to social return reports") }

    var introduction: [String] {
        [
            say(
                "Deze gids legt uit wat u in elke kolom invult. Hij komt uit dezelfde definitie als het sjabloon en als het programma dat uw rapportage leest.",
                "This guide explains what to fill in in each column. It is made from the same definition as the template and the program that reads your report."
            ),
            say(
                "Verplicht zijn het voorblad en ten minste één andere tabel. Lever alleen tabellen in waar u iets te melden heeft. Kolommen mogen in elke volgorde staan; hoofdletters, accenten, spaties en streepjes in een kop maken niet uit.",
                "The cover and at least one other table are required. Hand in only tables in which you have something to report. Columns may stand in any order; capitals, accents, blanks and hyphens in a heading do not matter."
            ),
            say(
                "Laat leeg wat u niet heeft. Noem nooit een naam van een deelnemer, een BSN, een geboortedatum, een rekeningnummer of iets over gezondheid.",
                "Leave empty what you do not have. Never give a participant's name, a citizen service number, a birth date, an account number or anything about health."
            ),
        ]
    }

    var columnHeadings: [String] {
        [
            say("Kolom", "Column"), say("Verplicht", "Required"), say("Wat u invult", "What to fill in"),
            say("Zo schrijft u het", "How to write it"), say("Voorbeeld", "Example"),
            say("Wij lezen ook de kop", "Also read as heading"), "Privacy",
        ]
    }

    var listHeadings: [String] {
        [
            "Code", say("Naam", "Dutch name"), say("Engels", "English"), say("Wij lezen ook", "Also read as"),
        ]
    }

    var listsTitle: String { say("Keuzelijsten", "Lists of codes") }

    var listsIntroduction: String {
        say(
            "U mag de code of de naam schrijven. Hoofdletters, spaties en streepjes maken niet uit.",
            "Write the code or the Dutch name. Capitals, blanks and hyphens do not matter.")
    }

    func need(of column: ColumnFacts) -> String {
        column.isRequired ? say("ja", "yes") : say("nee, mag leeg", "no, may be empty")
    }

    /// The file and the sheet of a table.
    func place(of table: TableFacts) -> String {
        say("Bestand \(table.fileName), blad \(table.title.nl).", "File \(table.fileName), sheet \(table.title.nl).")
    }

    /// Where a link to a table or a list goes: ASCII letters, digits and hyphens.
    func anchor(of table: TableFacts) -> String { "tabel-" + Self.anchorText(table.title.nl) }
    func anchor(of list: CodeListDescription) -> String { "lijst-" + Self.anchorText(list.name.nl) }

    private static func anchorText(_ text: String) -> String {
        String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
