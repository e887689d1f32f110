/// How much of the template is in sight. What is not stays in the workbook, hidden.
public enum TemplateProfile: String, CaseIterable, Sendable {
    /// For a supplier with few placements or invoices and no agreements under *Maatwerk voor Mensen*: cover, placements, social
    /// purchases and evidence, with the required columns and those without which nearly every report brings a question.
    case simple = "eenvoudig"
    /// All tables and all columns.
    case full = "volledig"

    /// Whether the simple profile keeps `table`: one with optional columns that are marked so.
    ///
    /// The cover: the day, which tells late from early; whether participants were told, which the law asks; where to answer.
    /// Placements: the last day, and the hours and words that explain what a row does not show. Purchases: what shows that the
    /// partner counts, without which an invoice counts for nothing. Evidence: when it was seen; without evidence every placement
    /// and invoice brings a question.
    private static func keeps(_ table: TableID) -> Bool {
        AllTables.facts(table).columns.contains { $0.marks.contains(.simpleTemplate) }
    }

    /// Whether `table` is in sight in a template with `contents`. A table that is filled always is.
    public func shows(_ table: TableID, in contents: TemplateContents) -> Bool {
        self == .full || Self.keeps(table) || !contents.rows[table, default: []].isEmpty
    }

    /// Whether the column at `column` of `table` is in sight in a template with `contents`. A column that is filled always is.
    public func shows(_ column: Int, of table: TableFacts, in contents: TemplateContents) -> Bool {
        let facts = table.columns[column]
        return self == .full || facts.isRequired || facts.marks.contains(.simpleTemplate)
            || contents.isFilled(table.id, column: column)
    }
}
