import CLibXlsxWriter

extension Sheet {
    /// Makes a table of `range`, whose first row holds `headings`: a program then knows which cells belong together, sorts them as a whole
    /// and reads the headings out. Where the headings cannot be those of a table (double, empty, too long, of several lines) the rows
    /// get a filter and no more.
    ///
    /// The cells are written by the caller, the headings as text.
    ///
    /// - Parameter name: what formulas and programs call the table; what is no letter or digit becomes `_`. Two tables of one file may not
    ///   have the same.
    public func table(_ range: CellRange, headings: [String], name: String) throws(SpreadsheetError) {
        try require(range)
        guard range.rows.count > 1, headings.count == range.columns.count, Self.areHeadings(headings) else {
            return try autofilter(range)
        }
        table = (range, Self.tableName(name), headings)
    }

    /// Whether each is one line of text that a table can have, unlike any other.
    private static func areHeadings(_ headings: [String]) -> Bool {
        var seen: Set<String> = []
        return headings.allSatisfy { heading in
            !heading.isEmpty && heading.utf16.count <= 200 && heading.first != " " && heading.last != " "
                && ArraySlice(heading.utf8).range(of: "_x") == nil
                && heading.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && isXMLCharacter($0) }
                && seen.insert(heading.lowercased()).inserted
        }
    }

    /// A name that every program takes: `Sociale_inkoop`.
    static func tableName(_ name: String) -> String {
        var result = ""
        for scalar in name.decomposedStringWithoutMarks.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            result.unicodeScalars.append(isPlain ? scalar : "_")
        }
        return "T_" + result.prefix(200)
    }

    /// Tells the library of the table. It refuses tables in files that keep rows in temporary files, for one reason: it wants to write the
    /// headings itself, and they are written. So it is told for this one call that it keeps rows in memory, and what it puts there is
    /// never written. Called when the file is closed, on one thread, as the texts of headings go to a list of the whole file.
    func applyTable() throws(SpreadsheetError) {
        guard let table else { return }
        let strings = CStrings()
        var columns = table.headings.map { heading in
            var column = lxw_table_column()
            column.header = strings.copy(heading)
            return column
        }
        let name = strings.copy(table.name)
        let error = columns.withUnsafeMutableBufferPointer { columns -> lxw_error in
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map { position in
                columns.baseAddress?.advanced(by: position)
            }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { pointers in
                var options = lxw_table_options()
                options.name = name
                options.no_banded_rows = 1
                // Cells have looks of their own.
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 0
                options.columns = pointers.baseAddress
                let worksheet = open
                let optimize = worksheet.pointee.optimize
                worksheet.pointee.optimize = 0
                defer { worksheet.pointee.optimize = optimize }
                return worksheet_add_table(
                    worksheet, lxw_row_t(table.range.rows.lowerBound), lxw_col_t(table.range.columns.lowerBound),
                    lxw_row_t(table.range.rows.upperBound), lxw_col_t(table.range.columns.upperBound), &options)
            }
        }
        try check(error, "worksheet_add_table")
    }
}

extension String {
    /// The letters without their accents.
    fileprivate var decomposedStringWithoutMarks: String {
        var result = String.UnicodeScalarView()
        for character in self {
            let scalars = String(character).unicodeScalars
            guard let first = scalars.first else { continue }
            switch first {
            case "à"..."å": result.append("a")
            case "è"..."ë": result.append("e")
            case "ì"..."ï": result.append("i")
            case "ò"..."ö": result.append("o")
            case "ù"..."ü": result.append("u")
            default: result.append(first)
            }
        }
        return String(result)
    }
}
