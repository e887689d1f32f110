/// What may be typed into cells, with a hint beforehand and a message when it is something else.
public struct InputRule: Hashable, Sendable {
    /// What may be typed.
    public enum Condition: Hashable, Sendable {
        /// One of these, from a drop-down list. All together, with a comma between them, at most 255 bytes; none is empty or
        /// holds a comma, a quotation mark or a control character.
        case list([String])
        /// One of the cells of a range or defined name, from a drop-down list: `'Codes'!$A$2:$A$30`, `Doelgroepen`.
        case listFrom(String)
        /// A whole number.
        case whole(ClosedRange<Int>)
        /// A number; the limits must be finite.
        case number(ClosedRange<Double>)
        /// A day, as Excel counts them; see ``ExcelDay``.
        case day(ClosedRange<Int>)
        /// A text of so many characters.
        case textLength(ClosedRange<Int>)
        /// Whatever makes the formula true, which speaks of the first cell of the range: `LEN(B2)=8`.
        case formula(String)
        /// Anything; the rule is there for its hint.
        case anything
    }

    /// What happens when something else is typed.
    public enum Severity: Hashable, Sendable {
        /// It is refused.
        case stop
        /// The reader is asked.
        case warning
        /// The reader is told.
        case information
    }

    /// What may be typed.
    public var condition: Condition
    /// The title of the hint shown at the cell, at most 32 UTF-16 units; longer ones are cut and recorded, as below.
    public var promptTitle: String
    /// The hint shown at the cell, at most 255 UTF-16 units.
    public var prompt: String
    /// The title of the message, at most 32 UTF-16 units.
    public var errorTitle: String
    /// The message, at most 255 UTF-16 units.
    public var errorMessage: String
    /// What happens when something else is typed.
    public var severity: Severity
    /// Whether the cell may stay empty.
    public var allowsBlank: Bool

    /// A rule with `condition`.
    public init(
        _ condition: Condition, promptTitle: String = "", prompt: String = "", errorTitle: String = "",
        errorMessage: String = "", severity: Severity = .stop, allowsBlank: Bool = true
    ) {
        self.condition = condition
        self.promptTitle = promptTitle
        self.prompt = prompt
        self.errorTitle = errorTitle
        self.errorMessage = errorMessage
        self.severity = severity
        self.allowsBlank = allowsBlank
    }

    /// How many bytes the items of a list take, commas included; more than ``maximumListBytes`` need
    /// ``Condition/listFrom(_:)``.
    public static func listBytes(_ items: [String]) -> Int {
        items.reduce(0) { $0 + $1.utf8.count } + max(0, items.count - 1)
    }

    /// How many bytes the items of a list may take. libxlsxwriter 1.1.4 counts characters but has room for bytes, and ends
    /// the process when accents make the difference.
    public static let maximumListBytes = 255
}
