import CLibXlsxWriter

/// Which cells a rule picks out. Colour alone must not carry a meaning: let the cell say it in words too.
public enum HighlightCondition: Hashable, Sendable {
    /// The cell's text is this; case does not count.
    case equals(String)
    /// The cell's text holds this somewhere; case does not count.
    case contains(String)
    /// The cell's number is below this.
    case below(Double)
    /// The cell's number is above this.
    case above(Double)
    /// The cell's number lies in this range, limits included.
    case between(ClosedRange<Double>)
    /// The formula gives true; it speaks of the first cell of the range and goes along with the others: `$C5="fout"`.
    case formula(String)
}

extension Sheet {
    /// Picks out the cells of `range` for which `condition` holds.
    ///
    /// Rules for text are written as formulas: libxlsxwriter 1.1.4 lets its own text rules look at the last column of the
    /// range instead of the first.
    ///
    /// - Parameter style: registered with ``SpreadsheetFile/highlight(_:)``.
    public func highlight(
        _ range: CellRange, where condition: HighlightCondition, as style: HighlightID
    ) throws(SpreadsheetError) {
        precondition(style.file == file, "A style belongs to the file that registered it.")
        let strings = CStrings()
        var rule = lxw_conditional_format()
        rule.format = style.format
        switch condition {
        case .equals(let text):
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
            rule.value_string = strings.copy(try checkedRuleFormula(Self.literal(text)))
        case .contains(let text):
            // The search knows wildcards; a tilde takes their meaning away.
            let plain = text.flatMap { "~*?".contains($0) ? "~\($0)" : "\($0)" }
            let search = "NOT(ISERROR(SEARCH(\(Self.literal(String(plain))),\(range.first.a1))))"
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            rule.value_string = strings.copy(try checkedRuleFormula(search))
        case .formula(let formula):
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            rule.value_string = strings.copy(try checkedRuleFormula(formula))
        case .below(let limit), .above(let limit):
            guard limit.isFinite else { throw .ruleNotFinite(sheet: name) }
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            if case .below = condition {
                rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
            } else {
                rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
            }
            rule.value = limit
        case .between(let limits):
            guard limits.lowerBound.isFinite, limits.upperBound.isFinite else { throw .ruleNotFinite(sheet: name) }
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
            rule.min_value = limits.lowerBound
            rule.max_value = limits.upperBound
        }
        try apply(&rule, to: range, strings)
    }

    /// Draws a bar in each cell of `range`, as long as its number. The number stays readable.
    ///
    /// - Parameter limits: the numbers of an empty and a full bar; `nil` takes the smallest and largest number there.
    public func dataBar(
        _ range: CellRange, color: Color, from limits: ClosedRange<Double>? = nil
    ) throws(SpreadsheetError) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        rule.data_bar_2010 = 1
        rule.bar_solid = 1
        rule.bar_no_border = 1
        rule.bar_color = color.value & 0xFFFFFF
        if let limits {
            guard limits.lowerBound.isFinite, limits.upperBound.isFinite else { throw .ruleNotFinite(sheet: name) }
            rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            rule.min_value = limits.lowerBound
            rule.max_value = limits.upperBound
        }
        try apply(&rule, to: range, CStrings())
    }

    private func apply(
        _ rule: inout lxw_conditional_format, to range: CellRange, _ strings: CStrings
    ) throws(SpreadsheetError) {
        try require(range)
        let error = withExtendedLifetime(strings) {
            worksheet_conditional_format_range(
                open, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
                lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound), &rule)
        }
        try check(error, "worksheet_conditional_format_range")
    }

    /// The text as a formula writes it: between quotation marks, those inside doubled.
    private static func literal(_ text: String) -> String {
        "\"\(text.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined())\""
    }
}
