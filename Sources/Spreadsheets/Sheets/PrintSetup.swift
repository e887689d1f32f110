import CLibXlsxWriter

/// How a sheet is printed. As it stands: A4, landscape, one page wide and as many long as it takes.
public struct PrintSetup: Hashable, Sendable {
    /// Whether the page lies on its long side.
    public var isLandscape = true
    /// How many pages the sheet is wide; 0 for as many as it takes.
    public var pagesWide = 1
    /// How many pages the sheet is long; 0 for as many as it takes.
    public var pagesLong = 0
    /// The margins at the four sides, in centimetres, taken to 0 to 20.
    public var margins = Margins()
    /// What stands above every page.
    public var header = HeaderFooter()
    /// What stands below every page.
    public var footer = HeaderFooter()
    /// Rows repeated on every page, usually those with the headings.
    public var repeatedRows: ClosedRange<Int>?
    /// Columns repeated on every page.
    public var repeatedColumns: ClosedRange<Int>?
    /// The cells that are printed; `nil` for all.
    public var area: CellRange?
    /// The rows, from 0, with which a new page begins, ascending; the first row never does.
    public var pageStarts: [Int] = []

    /// A4, landscape, one page wide.
    public init() {}

    /// The margins of a page, in centimetres.
    public struct Margins: Hashable, Sendable {
        /// At the left.
        public var left = 1.5
        /// At the right.
        public var right = 1.5
        /// Above; the header stands in it.
        public var top = 2.0
        /// Below; the footer stands in it.
        public var bottom = 1.8

        /// Margins of 1.5 centimetres at the sides, 2.0 above and 1.8 below.
        public init() {}
    }
}

extension Sheet {
    /// Sets how the sheet is printed; may come at any time, the last setting holds.
    ///
    /// Texts of header and footer are cut, and that is recorded, where they would not fit.
    public func print(_ setup: PrintSetup) throws(SpreadsheetError) {
        let worksheet = open
        try repeatHeadings(setup, worksheet)
        let header = try headerText(setup.header)
        let footer = try headerText(setup.footer)
        worksheet_set_paper(worksheet, 9)  // A4
        if setup.isLandscape { worksheet_set_landscape(worksheet) } else { worksheet_set_portrait(worksheet) }
        worksheet_fit_to_pages(
            worksheet, UInt16(Fitting.pages(setup.pagesWide)), UInt16(Fitting.pages(setup.pagesLong)))
        let margins = setup.margins
        worksheet_set_margins(
            worksheet, inches(margins.left), inches(margins.right), inches(margins.top), inches(margins.bottom))
        if let area = setup.area {
            try require(area)
            try check(
                worksheet_print_area(
                    worksheet, lxw_row_t(area.rows.lowerBound), lxw_col_t(area.columns.lowerBound),
                    lxw_row_t(area.rows.upperBound), lxw_col_t(area.columns.upperBound)),
                "worksheet_print_area")
        } else {
            worksheet.pointee.print_area.in_use = 0
        }
        // The library takes them up to a zero.
        var breaks = setup.pageStarts.filter { $0 > 0 && $0 < limits.rows }.map { lxw_row_t($0) } + [0]
        if breaks.count > 1 { try check(worksheet_set_h_pagebreaks(worksheet, &breaks), "worksheet_set_h_pagebreaks") }
        if !header.isEmpty { try check(worksheet_set_header(worksheet, header), "worksheet_set_header") }
        if !footer.isEmpty { try check(worksheet_set_footer(worksheet, footer), "worksheet_set_footer") }
    }

    private func repeatHeadings(
        _ setup: PrintSetup, _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(SpreadsheetError) {
        let rows = setup.repeatedRows ?? 0...0
        let columns = setup.repeatedColumns ?? 0...0
        guard rows.lowerBound >= 0, rows.upperBound < limits.rows else {
            throw .rowOutOfRange(sheet: name, row: rows.upperBound, rows: limits.rows)
        }
        guard columns.lowerBound >= 0, columns.upperBound < limits.columns else {
            throw .columnOutOfRange(sheet: name, column: columns.upperBound, columns: limits.columns)
        }
        if setup.repeatedRows != nil, setup.repeatedColumns != nil {
            // The library writes this text, and cuts it off where it is too long for a defined name.
            let quoted = SheetName.quoted(name)
            let letters = (ColumnName.letters(columns.lowerBound), ColumnName.letters(columns.upperBound))
            let title =
                "\(quoted)!$\(letters.0):$\(letters.1),\(quoted)!$\(rows.lowerBound + 1):$\(rows.upperBound + 1)"
            guard title.utf8.count <= DefinedName.maximumBytes else {
                throw .repeatedHeadingsTooLong(sheet: name, bytes: title.utf8.count)
            }
        }
        worksheet.pointee.repeat_rows.in_use = 0
        worksheet.pointee.repeat_cols.in_use = 0
        if setup.repeatedRows != nil {
            try check(
                worksheet_repeat_rows(worksheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)),
                "worksheet_repeat_rows")
        }
        if setup.repeatedColumns != nil {
            try check(
                worksheet_repeat_columns(worksheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound)),
                "worksheet_repeat_columns")
        }
    }

    /// The header or footer as text with codes, short enough.
    private func headerText(_ header: HeaderFooter) throws(SpreadsheetError) -> String {
        var kinds: ReplacementKinds = []
        var text = header.text(longestPiece: HeaderFooter.maximumLength, &kinds)
        if text.utf16.count > HeaderFooter.maximumLength { text = header.text(longestPiece: 60, &kinds) }
        record(kinds, .headerOrFooter)
        guard text.utf16.count <= HeaderFooter.maximumLength else {
            throw .headerTooLong(sheet: name, length: text.utf16.count)
        }
        return text
    }

    /// Centimetres in inches, rounded to hundredths so that the file reads well.
    private func inches(_ centimetres: Double) -> Double {
        (Fitting.margin(centimetres) / 2.54 * 100).rounded() / 100
    }
}
