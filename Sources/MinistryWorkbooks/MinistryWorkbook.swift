import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

/// The ministry's workbook: many submissions together.
public enum MinistryWorkbook {
    /// Writes `overview` to `path`, where it is whole or absent. The same overview gives the same bytes.
    ///
    /// - Parameters:
    ///   - language: of headings and sentences; names of sheets are Dutch in both.
    ///   - toolVersion: the version of the program, for *Herkomst*; nil leaves it out.
    ///   - registerDigest: the digest of the contract register, for *Herkomst*; nil for none.
    /// - Throws: `SpreadsheetError` when the file cannot be written.
    public static func write(
        _ overview: Overview, _ language: Language, to path: String, toolVersion: String? = nil,
        registerDigest: String? = nil
    ) throws {
        try write(
            overview, language, to: path, toolVersion: toolVersion, registerDigest: registerDigest, limits: .excel)
    }

    /// Writes the workbook on sheets of a size of one's own.
    static func write(
        _ overview: Overview, _ language: Language, to path: String, toolVersion: String?, registerDigest: String?,
        limits: SheetLimits
    ) throws {
        let title = Text(nl: "Social return", en: "Social return")[language]
        // Whoever holds one page must see it.
        let confidential = Text(nl: "VERTROUWELIJK", en: "CONFIDENTIAL")[language]
        let name = [
            overview.precision == .exact ? confidential : nil, title, overview.scope.name,
            overview.span?.name(language),
        ].compactMap { $0 }.joined(separator: " · ")
        var properties = DocumentProperties(title: name, created: Int64(overview.day.daysSince1970) * 86_400)
        properties.subject = "Social return"
        properties.author = "maatwerk"
        properties.language = language == .dutch ? "nl-NL" : "en-GB"
        let writer = try WorkbookWriter(
            at: path, properties, language, homeSheet: MinistrySheet.dashboard.name, footerText: name, limits: limits,
            printsWhatFits: true)
        let ministry = Ministry(
            overview, language, title: name, sheetRows: limits.rows, toolVersion: toolVersion,
            registerDigest: registerDigest)
        try MinistrySheet.write(MinistrySheet.all, of: (ministry, writer))
        try writer.file.close()
    }
}

extension Overview {
    /// The reported periods from the first day to the last.
    var span: ReportingPeriod? {
        let periods = superseding.inEffect.compactMap { digests[$0].period }
        guard let first = periods.map(\.start).min(), let last = periods.map(\.end).max() else { return nil }
        return ReportingPeriod(from: first, through: last)
    }
}
