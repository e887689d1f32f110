import Spreadsheets

/// How a cell looks, by what it holds.
package enum CellStyle: Int, CaseIterable, Sendable {
    // Above a table
    case title, section, explanation, backLink, blank, heading
    // In a table
    case text, wrapped, rowNumber, integer, quantity, fte, euros, wholeEuros, day, leftInteger, leftEuros, percent,
        link,
        sourceLink, strong, muted
    // With a meaning, which the words of the cell carry too
    case error, warning, signal, good, notTested, information, decision
    // In the ministry's workbook: full-time equivalents, hours, and what stands in place of a number that is not shown
    case fullTime, hours, overdueDay
    // A supplier's own cells in the feedback: formatted as text, so that what is typed over them stays as typed
    case supplied, correction, errorText, warningText, signalText, filledText, offeredText
    // Below a table
    case totalText, totalInteger, totalQuantity, totalWholeEuros, closing

    /// The style as the file has it.
    package var style: Style {
        switch self {
        case .title: Style(fontSize: 14, isBold: true, fontColor: Palette.ribbonBlue, role: .title)
        case .section:
            Style(fontSize: 11, isBold: true, fontColor: Palette.ribbonBlue, vertical: .bottom, role: .section)
        case .explanation: Style(fontColor: Palette.grey, role: .explanation)
        case .backLink: Style(isUnderlined: true, fontColor: Palette.darkBlue)
        // Not the plain style: LibreOffice takes that for no cell at all, and shows the column's look.
        case .blank: Style(vertical: .center)
        case .heading:
            Style(
                isBold: true, fontColor: .white, fill: Palette.ribbonBlue, border: .all(.thin, color: .white),
                horizontal: .left, vertical: .center, wrapsText: true, indent: 1, role: .heading)
        case .text: Self.body { $0.indent = 1 }
        case .wrapped: Self.body { ($0.indent, $0.wrapsText) = (1, true) }
        case .rowNumber: Self.body { $0.indent = 1 }
        case .integer: Self.body { ($0.numberFormat, $0.horizontal) = ("#,##0", .right) }
        case .quantity: Self.body { $0.horizontal = .right }
        case .fte: Self.body { ($0.numberFormat, $0.horizontal) = ("0.0000", .right) }
        case .euros: Self.body { ($0.numberFormat, $0.horizontal) = (Self.eurosFormat, .right) }
        case .wholeEuros: Self.body { ($0.numberFormat, $0.horizontal) = (UnitFormat.euros, .right) }
        case .leftInteger: Self.body { ($0.numberFormat, $0.indent) = ("#,##0", 1) }
        case .leftEuros: Self.body { ($0.numberFormat, $0.indent) = (Self.eurosFormat, 1) }
        case .day: Self.body { ($0.numberFormat, $0.indent) = ("dd-mm-yyyy", 1) }
        case .percent: Self.body { ($0.numberFormat, $0.horizontal) = ("0%", .right) }
        case .link: Self.body { ($0.isUnderlined, $0.fontColor, $0.indent) = (true, Palette.darkBlue, 1) }
        case .sourceLink:
            Self.body { ($0.isUnderlined, $0.fontColor, $0.wrapsText, $0.indent) = (true, Palette.darkBlue, true, 1) }
        case .strong: Self.body { ($0.isBold, $0.wrapsText, $0.indent) = (true, true, 1) }
        case .muted: Self.body { ($0.fontColor, $0.wrapsText, $0.indent) = (Palette.grey, true, 1) }
        case .error: Self.status(Palette.redTint)
        case .warning: Self.status(Palette.orangeTint)
        case .signal: Self.status(Palette.yellowTint)
        case .good: Self.status(Palette.greenTint)
        case .notTested: Self.status(Palette.violetTint)
        case .information: Self.status(Palette.blueTint)
        // What a contract manager fills in, also when somebody protects the sheet.
        case .decision: Self.status(Palette.blueTint).with { ($0.isUnlocked, $0.role) = (true, .input) }
        case .fullTime: Self.body { ($0.numberFormat, $0.horizontal) = ("#,##0.00", .right) }
        case .hours: Self.body { ($0.numberFormat, $0.horizontal) = ("#,##0.0", .right) }
        case .overdueDay: Self.status(Palette.orangeTint).with { $0.numberFormat = "\"▲ \"dd-mm-yyyy" }
        case .supplied: Self.body { ($0.numberFormat, $0.indent, $0.wrapsText) = (Self.textFormat, 1, true) }
        case .correction: Self.body { ($0.numberFormat, $0.indent, $0.wrapsText) = (Self.textFormat, 1, true) }
        case .errorText: Self.status(Palette.redTint).with { $0.numberFormat = Self.textFormat }
        case .warningText: Self.status(Palette.orangeTint).with { $0.numberFormat = Self.textFormat }
        case .signalText: Self.status(Palette.yellowTint).with { $0.numberFormat = Self.textFormat }
        case .filledText: Self.status(Palette.greenTint).with { $0.numberFormat = Self.textFormat }
        case .offeredText: Self.status(Palette.blueTint).with { $0.numberFormat = Self.textFormat }
        case .totalText: Self.total(nil)
        case .totalInteger: Self.total("#,##0")
        case .totalQuantity: Self.total("#,##0.0")
        case .totalWholeEuros: Self.total(UnitFormat.euros)
        case .closing: Style(isItalic: true, fontColor: Palette.grey, vertical: .top)
        }
    }

    /// Euros with cents; the reader's program writes them its own way.
    package static let eurosFormat = "\"€\" #,##0.00"

    /// As text, whatever it looks like: a number keeps its zeros in front, a period does not become a day.
    private static let textFormat = "@"

    /// Whether long text goes on in the next line of the cell.
    package var wraps: Bool {
        switch self {
        case .wrapped, .heading, .sourceLink, .strong, .muted, .error, .warning, .signal, .good, .notTested,
            .information, .decision, .supplied, .correction, .errorText, .warningText, .signalText, .filledText,
            .offeredText:
            true
        default: false
        }
    }

    /// A cell of a table, with a fine line under it; the line also shows where a row has no cell.
    private static func body(_ change: (inout Style) -> Void) -> Style {
        Style(border: Border(bottom: .thin, color: Palette.line), horizontal: .left, vertical: .top).with(change)
    }

    private static func status(_ tint: Color) -> Style {
        body { ($0.fontColor, $0.fill, $0.wrapsText, $0.indent) = (.black, tint, true, 1) }
    }

    private static func total(_ format: String?) -> Style {
        Style(
            numberFormat: format, isBold: true, border: Border(top: .thin, color: Palette.ribbonBlue), vertical: .top)
    }
}
