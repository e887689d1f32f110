/// How a cell looks. A value: two equal styles are one style in the file.
public struct Style: Hashable, Sendable {
    /// Excel's number format in its English notation: `#,##0.00`, `dd-mm-yyyy`, `0%`. At most 127 bytes.
    public var numberFormat: String?
    /// The font's name; `nil` takes the workbook's.
    public var fontName: String?
    /// The font's size in points, taken to 1 to 409; `nil` takes the workbook's.
    public var fontSize: Double?
    /// Bold letters.
    public var isBold: Bool
    /// Italic letters.
    public var isItalic: Bool
    /// Underlined letters.
    public var isUnderlined: Bool
    /// The colour of the letters.
    public var fontColor: Color?
    /// The colour of the cell.
    public var fill: Color?
    /// The lines round the cell.
    public var border: Border
    /// Where the text stands from left to right.
    public var horizontal: HorizontalAlignment
    /// Where the text stands from top to bottom.
    public var vertical: VerticalAlignment
    /// Whether long text goes on in the next line.
    public var wrapsText: Bool
    /// The indentation, taken to 0 to 15 steps.
    public var indent: Int
    /// Whether the cell may be changed on a protected sheet.
    public var isUnlocked: Bool
    /// What the cell is, as programs name it to who cannot see how it looks; nil for a plain cell.
    public var role: CellRole?

    /// A style that differs from plain cells in what is named.
    public init(
        numberFormat: String? = nil, fontName: String? = nil, fontSize: Double? = nil, isBold: Bool = false,
        isItalic: Bool = false, isUnderlined: Bool = false, fontColor: Color? = nil, fill: Color? = nil,
        border: Border = Border(), horizontal: HorizontalAlignment = .general, vertical: VerticalAlignment = .bottom,
        wrapsText: Bool = false, indent: Int = 0, isUnlocked: Bool = false, role: CellRole? = nil
    ) {
        self.numberFormat = numberFormat
        self.fontName = fontName
        self.fontSize = fontSize
        self.isBold = isBold
        self.isItalic = isItalic
        self.isUnderlined = isUnderlined
        self.fontColor = fontColor
        self.fill = fill
        self.border = border
        self.horizontal = horizontal
        self.vertical = vertical
        self.wrapsText = wrapsText
        self.indent = indent
        self.isUnlocked = isUnlocked
        self.role = role
    }

    /// The same style with `change` made.
    public func with(_ change: (inout Style) -> Void) -> Style {
        var style = self
        change(&style)
        return style
    }
}

/// What a cell is: one of the styles that spreadsheet programs have a name for, in the reader's own language. Those of a file look as the first cell
/// of theirs does.
public enum CellRole: CaseIterable, Hashable, Sendable {
    /// The title of a sheet.
    case title
    /// The name of a part of a sheet.
    case section
    /// The heading of a column.
    case heading
    /// A cell for somebody to fill in.
    case input
    /// A word on what the sheet shows.
    case explanation

    /// The name in the file, and the number by which programs know it.
    var builtIn: (name: String, id: Int) {
        switch self {
        case .title: ("Heading 1", 16)
        case .section: ("Heading 2", 17)
        case .heading: ("Heading 3", 18)
        case .input: ("Input", 20)
        case .explanation: ("Explanatory Text", 53)
        }
    }
}

/// Where text stands from left to right.
public enum HorizontalAlignment: Hashable, Sendable {
    /// Text left, numbers right.
    case general
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
}

/// Where text stands from top to bottom.
public enum VerticalAlignment: Hashable, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case center
    /// At the bottom, as Excel does.
    case bottom
}

/// The lines round a cell.
public struct Border: Hashable, Sendable {
    /// A kind of line.
    public enum Line: Hashable, Sendable {
        /// No line.
        case none
        /// The finest line.
        case hair
        /// A thin line.
        case thin
        /// A line of middling weight.
        case medium
        /// A thick line.
        case thick
        /// Two lines.
        case double
    }

    /// The line above.
    public var top: Line
    /// The line below.
    public var bottom: Line
    /// The line at the left.
    public var left: Line
    /// The line at the right.
    public var right: Line
    /// The colour of all four; `nil` is black.
    public var color: Color?

    /// Lines at some of the sides.
    public init(top: Line = .none, bottom: Line = .none, left: Line = .none, right: Line = .none, color: Color? = nil) {
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
        self.color = color
    }

    /// The same line at all sides.
    public static func all(_ line: Line, color: Color? = nil) -> Border {
        Border(top: line, bottom: line, left: line, right: line, color: color)
    }
}

/// The font of cells that name none.
public struct Font: Hashable, Sendable {
    /// The font's name.
    public var name: String
    /// The size in points, taken to 1 to 409.
    public var size: Double

    /// A font of `size` points.
    public init(_ name: String, size: Double) {
        self.name = name
        self.size = size
    }

    /// Verdana of 10 points.
    public static let verdana = Font("Verdana", size: 10)
}
