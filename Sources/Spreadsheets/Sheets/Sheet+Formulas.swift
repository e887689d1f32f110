import CLibXlsxWriter

/// What a formula gives, for readers that do not calculate. It must be what a recalculation gives.
///
/// libxlsxwriter 1.1.4 cannot keep a logical value or an error: let the formula give text or a number, as in
/// `IF(B2>=C2,"ja","nee")` or `IFERROR(B2/C2,0)`.
public enum CachedValue: Hashable, Sendable {
    /// A number. NaN and infinity are kept as an empty text, and that is recorded.
    case number(Double)
    /// A text, cleaned like any text of a cell.
    case text(String)

    /// An exact decimal: `.scaled(1_995, decimals: 2)` is 19.95.
    public static func scaled(_ value: Int64, decimals: Int) -> CachedValue {
        .number(Decimal.nearest(value, decimals: decimals))
    }
}

extension Sheet {
    /// Writes a live formula with the value it has now.
    ///
    /// Functions that came after Excel 2007 need their prefix (`_xlfn.TEXTJOIN`), as Excel shows `#NAME?` without; the most
    /// common ones are checked. Never put a supplier's text in a formula.
    ///
    /// - Parameters:
    ///   - formula: in English notation with commas, with or without the leading `=`. In place of one that is longer than 8,192 UTF-16
    ///     units its value is written, and that is recorded in ``replacements``.
    ///   - cached: what the formula gives.
    public func formula(
        _ formula: String, cached: CachedValue, row: Int, column: Int, style: StyleID? = nil
    ) throws(SpreadsheetError) {
        guard formula.utf16.count <= Self.maximumFormulaLength else {
            record(.formulaTooLong, .cell, row: row, column: column)
            switch cached {
            case .number(let value): return try number(value, row: row, column: column, style: style)
            case .text(let value): return try text(value, row: row, column: column, style: style)
            }
        }
        try checkFormula(formula, row, column)
        switch cached {
        case .number(let value) where !value.isFinite:
            record(.notANumber, .cell, row: row, column: column)
            try self.formula(formula, cached: .text(""), row: row, column: column, style: style)
        case .number(let value):
            let worksheet = try enter(row, column, style)
            contents?.addFormula()
            contents?.addGivenValue()
            try check(
                worksheet_write_formula_num(
                    worksheet, lxw_row_t(row), lxw_col_t(column), formula, style?.format, value),
                "worksheet_write_formula_num")
        case .text(let value):
            let worksheet = try enter(row, column, style)
            keep(value)
            contents?.addFormula()
            // Unlike the text of a cell, LibreOffice shows this one as it stands; Excel calculates it anew.
            let kinds = scratch.fill(value, limit: limits.textLength, escapesHex: false)
            contents?.add(given: scratch.text(of: value, kinds))
            record(kinds, .cell, row: row, column: column)
            try check(
                worksheet_write_formula_str(
                    worksheet, lxw_row_t(row), lxw_col_t(column), formula, style?.format, scratch.cString),
                "worksheet_write_formula_str")
        }
    }

    /// The longest formula that Excel takes, in UTF-16 units.
    private static let maximumFormulaLength = 8_192

    private func checkFormula(_ formula: String, _ row: Int, _ column: Int) throws(SpreadsheetError) {
        let shape = FormulaShapes.shape(of: formula)
        if let shape, soundShapes.contains(shape) { return }
        let place = place(row, column)
        if formula.isEmpty || formula == "=" { throw .emptyFormula(place) }
        if let scalar = formula.unicodeScalars.first(where: { $0.value == 0 || !isXMLCharacter($0) }) {
            throw .formulaForbiddenCharacter(place, scalar)
        }
        if let function = FutureFunctions.firstWithoutPrefix(in: formula) {
            throw .formulaNeedsPrefix(place, function: function)
        }
        if let shape { soundShapes.insert(shape) }
    }
}
