import Intake
import SocialReturnModel
import Spreadsheets

/// The workbook that a supplier fills in: `sjabloon.xlsx`. A sheet a table, made from the definition that the reader reads by.
public enum TemplateWorkbook {
    /// Writes the template to `path`, where it is whole or absent. Equal arguments give equal bytes.
    ///
    /// - Parameters:
    ///   - contents: what is filled in beforehand.
    ///   - language: of titles, hints and instructions; names of sheets, columns and choices are Dutch in both.
    ///   - day: what the document says of when it was made.
    /// - Throws: `SpreadsheetError` when the file cannot be written.
    public static func write(
        _ contents: TemplateContents, _ profile: TemplateProfile, _ language: Language, on day: Day, to path: String
    ) throws {
        let title = OwnTexts.templateOnPages
        let name = [title[language], contents.supplierName].compactMap { $0 }.joined(separator: " · ")
        var properties = DocumentProperties(title: name, created: Int64(day.daysSince1970) * 86_400)
        properties.subject = "Social return"
        properties.author = "maatwerk"
        properties.language = language == .dutch ? "nl-NL" : "en-GB"
        let writer = try WorkbookWriter(
            at: path, properties, language, homeSheet: TemplateSheetName.instructions, footerText: name,
            printsWhatFits: true)
        let template = Template(contents: contents, profile: profile, writer: writer)
        try InstructionsSheet(template).write()
        for id in TableID.submission { try TemplateTableSheet(template, AllTables.facts(id)).write() }
        try writer.write(TemplateLists.plan, TemplateLists.submission.lines)
        try template.defineNames()
        try writer.file.close()
    }
}

/// The names of the template's sheets, Dutch in both languages.
enum TemplateSheetName {
    /// What to read first.
    static let instructions = SheetNames.explanation
    /// The code lists.
    static let lists = "Keuzelijsten"

    /// The sheet of a table.
    static func of(_ table: TableID) -> String { AllTables.facts(table).sheetName }
}

/// The template being written: what every sheet of it works with.
struct Template: Bilingual {
    /// What is filled in beforehand.
    let contents: TemplateContents
    /// How much is in sight.
    let profile: TemplateProfile
    /// The workbook.
    let writer: WorkbookWriter

    /// The language of titles, hints and instructions.
    var language: Language { writer.language }

    /// Whether a table's sheet is in sight.
    func shows(_ table: TableID) -> Bool { profile.shows(table, in: contents) }

    /// Names the ranges that drop-downs take their choices from.
    func defineNames() throws {
        for (name, reference) in TemplateLists.submission.ranges { try writer.file.defineName(name, as: reference) }
        for column in FilledColumn.all { try writer.file.defineName(column.name, as: column.reference(in: contents)) }
        if let range = InstructionsSheet.contractRange(self) {
            try writer.file.defineName(
                ContractNames.rangeName, as: range.reference(in: TemplateSheetName.instructions))
        }
    }
}

/// The drop-down of contract numbers.
enum ContractNames {
    /// The name of the range with the supplier's contract numbers.
    static let rangeName = "Uw_contracten"
    /// The column that takes its choices from there.
    static let column = TableFacts.nameOfContractColumn
}
