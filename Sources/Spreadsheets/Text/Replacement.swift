/// What a text or number lost on its way into the workbook, as a set.
struct ReplacementKinds: OptionSet {
    let rawValue: UInt8

    static let invalidUTF8 = ReplacementKinds(.invalidUTF8)
    static let illegalCharacter = ReplacementKinds(.illegalCharacter)
    static let cut = ReplacementKinds(.cut)
    static let lostDigits = ReplacementKinds(.lostDigits)
    static let notANumber = ReplacementKinds(.notANumber)
    static let dayAsText = ReplacementKinds(.dayAsText)
    static let formulaTooLong = ReplacementKinds(.formulaTooLong)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    private init(_ kind: Replacement.Kind) { rawValue = 1 << kind.rawValue }

    func contains(_ kind: Replacement.Kind) -> Bool { contains(ReplacementKinds(kind)) }
}

/// Something that could not be written as it was, and what was done instead.
public struct Replacement: Hashable, Sendable {
    /// What was done.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// Bytes that are not UTF-8 became U+FFFD.
        case invalidUTF8
        /// Characters that XML does not know (control characters, zero bytes, U+FFFE, U+FFFF) became U+FFFD.
        case illegalCharacter
        /// The text was too long and ends with an ellipsis.
        case cut
        /// The number has more digits than Excel keeps (15); the nearest number was written.
        case lostDigits
        /// NaN or infinity became an empty cell.
        case notANumber
        /// The day lies before 1 March 1900 or after 31 December 9999 and was written as text.
        case dayAsText
        /// The formula was too long; its value was written.
        case formulaTooLong
    }

    /// Where it stood.
    public enum Place: Hashable, Sendable {
        /// In the cell, its formula's cached text included.
        case cell
        /// In the cell's note.
        case note
        /// In the header or footer of the printed page.
        case headerOrFooter
        /// In a chart.
        case chart
        /// In the title or message of an input rule.
        case inputMessage
        /// In the document's properties.
        case property
    }

    /// What was done.
    public let kind: Kind
    /// Where it stood.
    public let place: Place
    /// The sheet; `nil` for the document's properties.
    public let sheet: String?
    /// The row from 0, where there is a cell.
    public let row: Int?
    /// The column from 0, where there is a cell.
    public let column: Int?

    /// What was done, and where.
    package init(kind: Kind, place: Place, sheet: String?, row: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.place = place
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}

/// What was replaced: the first ones one by one, all of them counted.
public struct Replacements: Sendable {
    /// The first of each sheet, in the order in which they were written.
    public internal(set) var listed: [Replacement] = []
    /// How many there were.
    public internal(set) var count = 0

    /// How many there were of each kind.
    public internal(set) var counts: [Replacement.Kind: Int] = [:]

    /// These, and no others.
    package init(_ listed: [Replacement] = []) {
        self.listed = listed
        count = listed.count
        for replacement in listed { counts[replacement.kind, default: 0] += 1 }
    }

    mutating func record(
        _ kinds: ReplacementKinds, _ place: Replacement.Place, sheet: String?, row: Int? = nil, column: Int? = nil,
        limit: Int
    ) {
        for kind in Replacement.Kind.allCases where kinds.contains(kind) {
            count += 1
            counts[kind, default: 0] += 1
            if listed.count < limit {
                listed.append(Replacement(kind: kind, place: place, sheet: sheet, row: row, column: column))
            }
        }
    }

    mutating func append(_ other: Replacements) {
        listed += other.listed
        count += other.count
        counts.merge(other.counts, uniquingKeysWith: +)
    }
}
