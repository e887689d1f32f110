import CLibXlsxWriter
import Glibc
import Plumbing

extension SpreadsheetFile {
    /// Puts the file together and gives it its name. Afterwards neither the file nor its sheets can be written.
    ///
    /// On an error nothing stands at ``path`` that was not there before, and the temporary files are gone. Most of the time goes
    /// into compression, on this thread.
    ///
    /// Throws ``SpreadsheetError``: links and charts to missing sheets, no visible sheet, a full disk, and what libxlsxwriter
    /// refuses.
    public func close() throws(SpreadsheetError) {
        requireOpen()
        do throws(SpreadsheetError) {
            try finishSheets()
            try assemble()
            do { try pending.commit() } catch { throw .cannotWrite(path: path, errorNumber: error.number) }
        } catch {
            discard()
            throw error
        }
    }

    /// Has libxlsxwriter write the temporary file, and looks whether it is whole.
    private func assemble() throws(SpreadsheetError) {
        let sizes = sheets.map(\.writtenBytes)
        // Sheets without a row leave their temporary file open.
        let unused = sheets.filter(\.isWithoutRows).compactMap { $0.open.pointee.optimize_tmpfile }
        let folder = storage.folder(holding: sizes.reduce(0, +))
        if sizes.reduce(0, +) > 4_000_000_000 { workbook.pointee.options.use_zip64 = 1 }
        isClosed = true
        for sheet in sheets { sheet.detach() }
        workbook.pointee.options.tmpdir = folder.flatMap { strdup($0) }  // freed by the library
        let error = workbook_close(workbook)  // frees the workbook, also when it fails
        let number = errno
        switch error {
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_ZIP_FILE_OPERATION:
            throw .cannotWrite(path: path, errorNumber: number)
        case LXW_ERROR_CREATING_TMPFILE: throw .temporaryFile(errorNumber: number)
        default: try check(error, "workbook_close")
        }
        for file in unused { fclose(file) }
        for sheet in sheets { sheet.freeRowBuffer() }
        let package = try WrittenPackage(path: pending.path)
        try package.requireSheets(longerThan: sizes)
        try package.replace("docProps/core.xml", with: Array(properties.coreXML.utf8))
        if !styles.roles.isEmpty { try package.change("xl/styles.xml", NamedStyles.added) }
        guard !properties.language.isEmpty else { return }
        for part in package.parts(in: "xl/charts/") {
            try package.change(part) { Self.chart($0, in: properties.language) }
        }
    }

    /// A chart with its texts in `language`, for who has them read out; libxlsxwriter writes `en-US`.
    private static func chart(_ part: [UInt8], in language: String) -> [UInt8] {
        let value = ArraySlice("\"\(xmlEscaped(language))\"".utf8)
        var result: [UInt8] = []
        var rest = part[...]
        while let place = rest.range(of: "\"en-US\"") {
            let before = rest[..<place.lowerBound]
            let isLanguage = [" lang=", "<c:lang val="].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
            result += before
            result += isLanguage ? value : rest[place]
            rest = rest[place.upperBound...]
        }
        return result + rest
    }

    /// Gives everything back without a file.
    func discard() {
        pending.remove()
        guard !isClosed else { return }
        isClosed = true
        for sheet in sheets {
            // Left open by `lxw_workbook_free`.
            if let file = sheet.open.pointee.optimize_tmpfile { fclose(file) }
            sheet.freeRowBuffer()
            sheet.detach()
        }
        lxw_workbook_free(workbook)
    }

    /// Checks what can only be checked at the end, and hands over what sheets kept back.
    private func finishSheets() throws(SpreadsheetError) {
        try LocaleDecimalPoint.requirePoint()
        let names = Set(sheets.map(\.name))
        guard let firstVisible = sheets.first(where: { !$0.isHidden }) else { throw .noVisibleSheet }
        let active = sheets.last { $0.isActive && !$0.isHidden } ?? firstVisible
        let charts = ChartWriter(workbook: workbook, font: font)
        for sheet in sheets {
            if let missing = sheet.linkedSheets.subtracting(names).min() {
                throw .linkToMissingSheet(sheet: sheet.name, target: missing)
            }
            if sheet.isHidden { worksheet_hide(sheet.open) }
            try sheet.applyFilter()
            try sheet.applyTable()
            for chart in sheet.charts { try charts.write(chart, on: sheet, sheets: names) }
        }
        worksheet_activate(active.open)
        worksheet_set_first_sheet(firstVisible.open)
        try endRows()
    }

    /// Ends the rows of each sheet. Throws when a temporary file failed, or when the largest sheet, which is copied once more, will not fit.
    private func endRows() throws(SpreadsheetError) {
        var (needed, written) = (1 << 20, 0)
        for sheet in sheets {
            guard let file = sheet.open.pointee.optimize_tmpfile else { continue }
            lxw_worksheet_write_single_row(sheet.open)  // the last row, which waits for a next one
            // Room for 16,384 cells of a row, which are written: the library would look at each of them for one to free.
            free(sheet.open.pointee.array)
            sheet.open.pointee.array = nil
            guard fflush(file) == 0, ferror(file) == 0 else { throw .temporaryFile(errorNumber: errno) }
            needed = max(needed, sheet.writtenBytes + 1 << 20)
            written += sheet.writtenBytes
        }
        let folder = storage.folder(holding: written) ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        guard let available = RowStorage.room(in: folder) else { return }
        guard available >= needed else { throw .notEnoughSpace(needed: needed, available: available) }
    }
}

extension Sheet {
    /// How many bytes of rows went to the temporary file.
    fileprivate var writtenBytes: Int { open.pointee.optimize_tmpfile.map { ftello($0) } ?? 0 }

    /// Whether libxlsxwriter saw no row, in which case it does not close the temporary file.
    fileprivate var isWithoutRows: Bool { open.pointee.dim_rowmin == lxw_row_t(LXW_ROW_MAX) }

    /// Sets the filter. The library refuses rows that are written already, so it is told that none are.
    fileprivate func applyFilter() throws(SpreadsheetError) {
        guard let filter else { return }
        let row = open.pointee.optimize_row
        let current = row?.pointee.row_num ?? 0
        row?.pointee.row_num = 0
        let error = worksheet_autofilter(
            open, lxw_row_t(filter.rows.lowerBound), lxw_col_t(filter.columns.lowerBound),
            lxw_row_t(filter.rows.upperBound), lxw_col_t(filter.columns.upperBound))
        row?.pointee.row_num = current
        try check(error, "worksheet_autofilter")
    }
}
