import SocialReturnModel
import Spreadsheets

/// Something that takes the cells of a row from left to right: a sheet, a measure of widths, or text for a test.
///
/// Sinks are used as generic parameters, so that writing a cell to a sheet is a direct call. Without a look a cell looks as its
/// column does.
package protocol CellWriter {
    mutating func empty(_ look: CellStyle?) throws
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ look: CellStyle?) throws
    mutating func text(_ text: String, _ look: CellStyle?) throws
    mutating func decimal(_ value: Int64, decimals: Int, _ look: CellStyle?) throws
    mutating func number(_ value: Double, _ look: CellStyle?) throws
    mutating func day(_ day: Day, _ look: CellStyle?) throws
    mutating func formula(_ formula: String, _ cached: CachedValue, _ look: CellStyle?) throws
    mutating func link(_ text: String, _ target: LinkTarget, _ look: CellStyle?) throws
}

extension CellWriter {
    /// Takes a declared cell.
    package mutating func cell(_ cell: Cell) throws {
        switch cell.content {
        case .empty: try empty(cell.look)
        case .text(let value): try text(value, cell.look)
        case .decimal(let value, let decimals): try decimal(value, decimals: decimals, cell.look)
        case .number(let value): try number(value, cell.look)
        case .day(let value): try day(value, cell.look)
        case .formula(let value, let cached): try formula(value, cached, cell.look)
        case .link(let value, let target): try link(value, target, cell.look)
        }
    }
}
