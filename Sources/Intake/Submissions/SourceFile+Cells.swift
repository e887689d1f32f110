import DelimitedText

extension SourceFile {
    /// Splits a file of text into cells.
    ///
    /// - Throws: ``IntakeError`` when it has more rows or cells than `limits` allow, or more than fit in memory.
    func cells(_ limits: DeliveryLimits = .standard, isResult: Bool = false) throws(IntakeError) -> DelimitedTable {
        let cells: DelimitedTable
        do throws(DelimitedTextError) {
            cells = try DelimitedTable(
                parsing: bytes, separator: isResult ? UInt8(ascii: ",") : nil, isWellFormed: isResult)
        } catch {
            switch error {
            case .tooLarge: throw .tooLarge(path: shownName, bytes: bytes.count)
            default: throw .parserFailed(path: shownName)
            }
        }
        try cells.require(limits, in: shownName)
        return isResult ? cells : cells.withoutQuotedLines ?? cells
    }
    /// The same, or why not.
    func parsed(_ limits: DeliveryLimits, isResult: Bool) -> Result<DelimitedTable, IntakeError> {
        do throws(IntakeError) { return .success(try cells(limits, isResult: isResult)) } catch {
            return .failure(error)
        }
    }
}
