import SocialReturnModel
import Spreadsheets

/// What stands in a cell of a declared sheet, and how it looks where that differs from its column.
package struct Cell: Sendable {
    /// The kinds of content.
    package enum Content: Sendable {
        case empty
        case text(String)
        case decimal(Int64, decimals: Int)
        case number(Double)
        case day(Day)
        case formula(String, CachedValue)
        case link(String, LinkTarget)
    }

    /// What stands in the cell.
    package let content: Content
    /// How it looks; nil for as its column.
    package let look: CellStyle?

    private init(_ content: Content, _ look: CellStyle?) {
        self.content = content
        self.look = look
    }

    /// The text that the cell shows; nil for other contents.
    package var shownText: String? {
        switch content {
        case .text(let text), .formula(_, .text(let text)), .link(let text, _): text
        default: nil
        }
    }

    /// Whether nothing stands in it.
    var isBlank: Bool { if case .empty = content { true } else { false } }

    /// Nothing.
    package static let empty = Cell(.empty, nil)

    /// Text, which never becomes a formula; nil or `""` leaves the cell empty.
    package static func text(_ text: String?, _ look: CellStyle? = nil) -> Cell {
        guard let text, !text.isEmpty else { return Cell(.empty, look) }
        return Cell(.text(text), look)
    }

    /// A whole number.
    package static func integer(_ value: Int?, _ look: CellStyle? = nil) -> Cell {
        value.map { Cell(.decimal(Int64($0), decimals: 0), look) } ?? Cell(.empty, look)
    }

    /// An amount, in euros.
    package static func euros(_ value: Cents?, _ look: CellStyle? = nil) -> Cell {
        value.map { Cell(.decimal($0.rawValue, decimals: 2), look) } ?? Cell(.empty, look)
    }

    /// A number with at most four decimals.
    package static func quantity(_ value: Quantity?, _ look: CellStyle? = nil) -> Cell {
        value.map { Cell(.decimal($0.tenThousandths, decimals: 4), look) } ?? Cell(.empty, look)
    }

    /// Any finite number.
    package static func number(_ value: Double, _ look: CellStyle? = nil) -> Cell { Cell(.number(value), look) }

    /// A day.
    package static func day(_ value: Day?, _ look: CellStyle? = nil) -> Cell {
        value.map { Cell(.day($0), look) } ?? Cell(.empty, look)
    }

    /// A live formula with the value it has now. Never put a supplier's text in it.
    package static func formula(_ formula: String, _ cached: CachedValue, _ look: CellStyle? = nil) -> Cell {
        Cell(.formula(formula, cached), look)
    }

    /// A link to a cell of the workbook, or plain text without a target.
    package static func link(_ text: String, to target: LinkTarget?, _ look: CellStyle = .link) -> Cell {
        target.map { Cell(.link(text, $0), look) } ?? .text(text)
    }
}
