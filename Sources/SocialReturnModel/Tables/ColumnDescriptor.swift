/// What people need to know of a column.
public struct ColumnDescriptor: Sendable {
    /// The column's name in files and on sheets. Dutch in both languages.
    public let name: String
    /// What kind of value it holds.
    public let kind: ColumnKind
    /// Whether every row must have a value.
    public let isRequired: Bool
    /// Whose data it may hold, and how strictly it is searched for numbers and names that must not be there.
    public let privacy: PrivacyClass
    /// Other headings that are read as this column.
    public let aliases: [String]
    /// What to fill in, in plain words.
    public let meaning: Text
    /// A value as a supplier would write it.
    public let example: String
    /// The codes that may stand in the column, where there is a list.
    public let codes: CodeListDescription?
    /// Between which numbers a value must lie, in a column of amounts or numbers.
    public var bounds: NumberBounds?
    /// How far from the period of a report a day can lie without a question, in a column of days that are near one.
    public var reach: DayReach?
    /// What else a template asks of the column.
    public internal(set) var marks: ColumnMark = []
}

extension ColumnDescriptor {
    /// Whether the column may be empty but is asked for all the same.
    public var isWelcome: Bool { !isRequired && marks.contains(.welcome) }
}

/// What a template does with a column besides showing it.
public struct ColumnMark: OptionSet, Sendable, Hashable {
    /// One bit a mark.
    public let rawValue: UInt8

    /// The marks of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// An optional column that the simple profile keeps in sight.
    public static let simpleTemplate = ColumnMark(rawValue: 1 << 0)
    /// A value that belongs to the period that was reported on, or ends the row: it is not carried over to the next report.
    public static let ofPeriod = ColumnMark(rawValue: 1 << 1)
    /// An optional column that is asked for all the same: who leaves it empty gets a question about it.
    public static let welcome = ColumnMark(rawValue: 1 << 2)
    /// A value of the cover that says who reports. The rest of the cover is about one period.
    public static let ofSupplier = ColumnMark(rawValue: 1 << 3)
    /// A value that gives way to others where there is little room: in a report it stands behind the other columns, beyond what a page holds.
    public static let aside = ColumnMark(rawValue: 1 << 4)
    /// A required text in which a word for nothing, such as `geen`, says something, which a rule of its own asks about.
    public static let nothingSaysSomething = ColumnMark(rawValue: 1 << 5)
}

/// The kinds of value a column holds.
public enum ColumnKind: String, Sendable, CaseIterable {
    case text, identifier, kvk, day, money, number, period, code, codes
}

/// How a column is searched for data that must not be delivered. The classes follow what a column is for.
public enum PrivacyClass: Sendable {
    /// Free text: every nine-digit number that can be a BSN is refused, an eight-digit one is a warning.
    case freeText
    /// A reference with digits of its own (invoice number, evidence reference): only a pattern of hits is refused.
    case reference
    /// A code that the supplier makes up for a person; it must not be traceable.
    case pseudonym
    /// A typed identifier of an organisation, checked by a rule of its own and not searched.
    case organisation
    /// A number, day or code, or the name of an organisation. A value that can be a BSN has no place here and is refused.
    case plain
}
