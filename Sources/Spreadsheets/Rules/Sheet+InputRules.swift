import CLibXlsxWriter

extension Sheet {
    /// Says what may be typed into the cells of `range`. At most 255 rules a sheet, so give a whole column one rule.
    public func inputRule(_ rule: InputRule, for range: CellRange) throws(SpreadsheetError) {
        try require(range)
        guard inputRuleCount < limits.inputRules else {
            throw .tooManyInputRules(sheet: name, limit: limits.inputRules)
        }
        var validation = lxw_data_validation()
        let strings = CStrings()
        try fill(&validation, rule.condition, strings)
        validation.error_type = rule.severity.value
        validation.ignore_blank = UInt8((rule.allowsBlank ? LXW_VALIDATION_DEFAULT : LXW_VALIDATION_OFF).rawValue)
        validation.input_title = message(rule.promptTitle, 32, strings)
        validation.input_message = message(rule.prompt, 255, strings)
        validation.error_title = message(rule.errorTitle, 32, strings)
        validation.error_message = message(rule.errorMessage, 255, strings)
        try withExtendedLifetime(strings) { () throws(SpreadsheetError) in
            try check(
                worksheet_data_validation_range(
                    open, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
                    lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound), &validation),
                "worksheet_data_validation_range")
        }
        if rule.condition.isList { makeLastRuleAList() }
        inputRuleCount += 1
    }

    /// The library copies the formula of a list twice and loses the first, so lists are handed over as rules with a formula,
    /// which it copies once.
    private func makeLastRuleAList() {
        var rule = open.pointee.data_validations.pointee.stqh_first
        while let next = rule?.pointee.list_pointers.stqe_next { rule = next }
        rule?.pointee.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    }

    private func fill(
        _ validation: inout lxw_data_validation, _ condition: InputRule.Condition, _ strings: CStrings
    ) throws(SpreadsheetError) {
        switch condition {
        case .list(let items):
            try checkList(items)
            validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            // The same text that the library would make of the items, but in a buffer of its own length.
            validation.value_formula = strings.copy("\"\(items.joined(separator: ","))\"")
        case .listFrom(let formula), .formula(let formula):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            validation.value_formula = strings.copy(try checkedRuleFormula(formula))
        case .whole(let range):
            try fill(&validation, LXW_VALIDATION_TYPE_INTEGER, Double(range.lowerBound)...Double(range.upperBound))
        case .number(let range):
            try fill(&validation, LXW_VALIDATION_TYPE_DECIMAL, range)
        case .day(let range):
            try fill(&validation, LXW_VALIDATION_TYPE_DATE_NUMBER, Double(range.lowerBound)...Double(range.upperBound))
        case .textLength(let range):
            try fill(&validation, LXW_VALIDATION_TYPE_LENGTH, Double(range.lowerBound)...Double(range.upperBound))
        case .anything:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        }
    }

    private func fill(
        _ validation: inout lxw_data_validation, _ type: lxw_validation_types, _ range: ClosedRange<Double>
    ) throws(SpreadsheetError) {
        guard range.lowerBound.isFinite, range.upperBound.isFinite else { throw .ruleNotFinite(sheet: name) }
        validation.validate = UInt8(type.rawValue)
        validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        validation.minimum_number = range.lowerBound
        validation.maximum_number = range.upperBound
    }

    private func checkList(_ items: [String]) throws(SpreadsheetError) {
        if items.isEmpty { throw .dropDownEmpty(sheet: name) }
        for item in items {
            let isGood = item.unicodeScalars.allSatisfy {
                $0 != "," && $0 != "\"" && $0.value >= 0x20 && isXMLCharacter($0)
            }
            if item.isEmpty || !isGood { throw .dropDownItem(sheet: name, item: item) }
        }
        let bytes = InputRule.listBytes(items)
        if bytes > InputRule.maximumListBytes { throw .dropDownTooLong(sheet: name, bytes: bytes) }
    }

    /// A formula or reference for a rule, checked.
    func checkedRuleFormula(_ formula: String) throws(SpreadsheetError) -> String {
        let isGood =
            !formula.isEmpty && formula != "=" && formula.utf16.count <= 255
            && formula.unicodeScalars.allSatisfy { $0.value >= 0x20 && isXMLCharacter($0) }
            && FutureFunctions.firstWithoutPrefix(in: formula) == nil
        guard isGood else { throw .ruleFormula(sheet: name, formula: formula) }
        return formula
    }

    private func message(_ text: String, _ limit: Int, _ strings: CStrings) -> UnsafeMutablePointer<CChar>? {
        guard !text.isEmpty else { return nil }
        var kinds: ReplacementKinds = []
        var message: String
        if text.hasPrefix("=") {
            // The library takes the first `=` away.
            message = "=" + TextBuffer.cleaned(text, limit: limit - 1, &kinds)
        } else {
            message = TextBuffer.cleaned(text, limit: limit, &kinds)
        }
        record(kinds, .inputMessage)
        return strings.copy(message)
    }
}

extension InputRule.Condition {
    fileprivate var isList: Bool {
        switch self {
        case .list, .listFrom: true
        default: false
        }
    }
}

extension InputRule.Severity {
    fileprivate var value: UInt8 {
        switch self {
        case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
        }
    }
}
