import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// How cells look on the sheets that are read first, where several small tables stand below each other.
package enum PageStyle {
    /// The zoom of a page, in percent: at it all columns stand in a window of 1366 pixels, also beside the side bar of LibreOffice. By when
    /// somebody has to act stands in the last ones.
    package static let zoom = 84
    /// How many characters of ``title`` a window and a page hold.
    package static let titleLength = 96
    /// The name of the report.
    package static let title = Style(
        fontSize: 16, isBold: true, fontColor: Palette.ribbonBlue, vertical: .center, role: .title)
    /// What stands below the name.
    package static let subtitle = Style(fontColor: Palette.grey, vertical: .center)
    /// The name of a part of the sheet.
    package static let section = Style(
        fontSize: 12, isBold: true, fontColor: Palette.ribbonBlue, vertical: .center, role: .section)
    /// The headings of a table, over text and over numbers.
    package static let heading = CellStyle.heading.style
    package static let numberHeading = heading.with { ($0.horizontal, $0.indent) = (.right, 0) }
    /// The rest of a heading that is wider than its column.
    package static let headingRest = heading.with { ($0.border, $0.role) = (Border(), nil) }

    /// A cell of a table.
    package static let text = Style(border: line, horizontal: .left, vertical: .center, indent: 1)
    package static let wrapped = text.with { $0.wrapsText = true }
    package static let strong = text.with { $0.isBold = true }
    package static let muted = text.with { $0.fontColor = Palette.grey }
    package static let link = text.with {
        $0.isUnderlined = true
        $0.fontColor = Palette.darkBlue
    }
    /// Words where a number would stand.
    package static let words = muted.with { ($0.horizontal, $0.indent) = (.right, 0) }
    /// The one figure of a score.
    package static let score = Style(
        isBold: true, fontColor: Palette.ribbonBlue, border: line, horizontal: .left, vertical: .center,
        indent: 1)
    /// A status: the word and symbol carry it, the tint repeats it.
    package static func mark(_ look: CellStyle) -> Style {
        look.style.with {
            $0.border = line
            $0.vertical = .center
            $0.wrapsText = false
        }
    }

    /// A number in this format.
    package static func number(_ format: String) -> Style {
        text.with { ($0.numberFormat, $0.horizontal, $0.indent) = (format, .right, 0) }
    }
    package static let percent = number("0%")
    package static let day = text.with { $0.numberFormat = "dd-mm-yyyy" }
    /// A day that has passed: the symbol says so, the tint repeats it.
    package static let overdueDay = mark(.warning).with { $0.numberFormat = "\"▲ \"dd-mm-yyyy" }
    package static let count = number("#,##0")
    /// A status whose tint a rule gives, by what the cell says.
    package static let status = text.with { ($0.fontColor, $0.wrapsText) = (.black, false) }
    /// A day with a sign before it when it lies before `today`.
    package static func due(before today: Day) -> Style {
        text.with { $0.numberFormat = "[<\(today.spreadsheetSerial)]\"▲ \"dd-mm-yyyy;dd-mm-yyyy" }
    }

    private static let line = Border(bottom: .thin, color: Palette.line)
}

/// Number formats that say what is counted, in the singular for exactly one.
package enum UnitFormat {
    /// Whole euros: cents are in the cell, and on the sheet with the rows.
    package static let euros = "\"€\" #,##0"

    /// A number with its unit behind it.
    package static func of(_ measure: Measure, _ language: Language) -> String {
        let (one, more) = (measure.singular[language], measure.name[language])
        return switch measure {
        case .euros: euros
        case .fullTimeEquivalents: "#,##0.00 \"\(more)\""
        case .persons, .hours, .places, .commitments: counted(one, more)
        }
    }

    /// What earlier periods add, where that is not simply what they had: persons who take part now too are counted now. Nil elsewhere.
    package static func ofEarlier(_ measure: Measure, _ language: Language) -> String? {
        guard measure == .persons else { return nil }
        return language == .dutch
            ? counted("ander persoon", "andere personen", none: "geen anderen")
            : counted("other person", "other persons", none: "no others")
    }

    /// `1 punt`, `3 punten`; `none` says what to show for nothing, nil the number.
    package static func counted(_ one: String, _ more: String, none: String? = nil) -> String {
        none.map { "[=0]\"\($0)\";[=1]0 \"\(one)\";#,##0 \"\(more)\"" } ?? "[=1]0 \"\(one)\";#,##0 \"\(more)\""
    }
}
