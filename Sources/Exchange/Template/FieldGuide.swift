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
    var title: String { words("Veldengids social return", "Field guide to social return reports") }

    var introduction: [String] {
        [
            words(
                "Deze gids legt uit wat u in elke kolom invult. Hij komt uit dezelfde definitie als het "
                    + "sjabloon en als het programma dat uw rapportage leest.",
                "This guide explains what to fill in in each column. It is made from the same definition as "
                    + "the template and the program that reads your report."
            ),
            words(
                "Verplicht zijn het voorblad en ten minste één andere tabel. Lever alleen tabellen in waar u "
                    + "iets te melden heeft. Kolommen mogen in elke volgorde staan; hoofdletters, accenten, "
                    + "spaties en streepjes in een kop maken niet uit.",
                "The cover and at least one other table are required. Hand in only tables in which you have "
                    + "something to report. Columns may stand in any order; capitals, accents, blanks and hyphens "
                    + "in a heading do not matter."
            ),
            words(
                "Laat leeg wat u niet heeft. Noem nooit een naam van een deelnemer, een BSN, een "
                    + "geboortedatum, een rekeningnummer of iets over gezondheid.",
                "Leave empty what you do not have. Never give a participant's name, a citizen service "
                    + "number, a birth date, an account number or anything about health."
            ),
        ]
    }

    var columnHeadings: [String] {
        [
            words("Kolom", "Column"), words("Verplicht", "Required"), words("Wat u invult", "What to fill in"),
            words("Zo schrijft u het", "How to write it"), words("Voorbeeld", "Example"),
            words("Wij lezen ook de kop", "Also read as heading"), "Privacy",
        ]
    }

    var listHeadings: [String] {
        [
            "Code", words("Naam", "Dutch name"), words("Engels", "English"), words("Wij lezen ook", "Also read as"),
        ]
    }

    var listsTitle: String { words("Keuzelijsten", "Lists of codes") }

    var listsIntroduction: String {
        words(
            "U mag de code of de naam schrijven. Hoofdletters, spaties en streepjes maken niet uit.",
            "Write the code or the Dutch name. Capitals, blanks and hyphens do not matter.")
    }

    func need(of column: ColumnDescriptor) -> String {
        column.isRequired
            ? words("ja", "yes")
            : column.isWelcome
                ? words("nee, graag invullen", "no, please fill in") : words("nee, mag leeg", "no, may be empty")
    }

    /// The file and the sheet of a table.
    func place(of table: TableFacts) -> String {
        words("Bestand \(table.fileName), blad \(table.title.nl).", "File \(table.fileName), sheet \(table.title.nl).")
    }

    /// Where a link to a table or a list goes: ASCII letters, digits and hyphens.
    func anchor(of table: TableFacts) -> String { "tabel-" + Self.anchorText(table.title.nl) }
    func anchor(of list: CodeListDescription) -> String { "lijst-" + Self.anchorText(list.name.nl) }

    private static func anchorText(_ text: String) -> String {
        String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
