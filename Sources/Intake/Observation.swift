import SocialReturnModel

/// Where something was seen: a table, and as far as known a record, a column and a line of its file.
public struct Place: BitwiseCopyable, Hashable, Sendable {
    /// The table, which names the file.
    public var table: TableID
    /// The column, or none.
    public var column: ColumnReference
    /// The record in the file's cells; negative for a whole file, column or submission.
    public var record: Int32
    /// The physical line, where it is not the line on which the record begins; else 0.
    public var line: Int32

    /// A place. Leave out what does not apply.
    public init(_ table: TableID, record: Int32 = -1, column: ColumnReference = .none, line: Int32 = 0) {
        self.table = table
        self.column = column
        self.record = record
        self.line = line
    }

    /// Whether the place is a row, or a cell of one.
    public var isInRow: Bool { record >= 0 }
}

/// A column of a table: one that its definition knows, or one that the file brings along.
public struct ColumnReference: BitwiseCopyable, Hashable, Sendable {
    private let rawValue: Int16

    /// The column *Uw antwoord* of feedback that came back, which is none of the table.
    public static var answer: ColumnReference { ColumnReference(rawValue: .min) }

    /// The column *Correctie* of feedback that came back, which is none of the table.
    public static var correction: ColumnReference { ColumnReference(rawValue: .min + 1) }

    /// No column.
    public static var none: ColumnReference { ColumnReference(rawValue: -1) }

    /// The column at `index` of the table's definition.
    public static func known(_ index: Int) -> ColumnReference { ColumnReference(rawValue: Int16(clamping: index)) }

    /// The column at `index` of the columns that the file brings along.
    public static func extra(_ index: Int) -> ColumnReference {
        ColumnReference(rawValue: max(.min + 2, Int16(clamping: -2 - index)))
    }

    /// The index in the table's definition, when the definition knows the column.
    public var knownIndex: Int? { rawValue >= 0 ? Int(rawValue) : nil }

    /// The index among the columns that the file brings along, when it is one of those.
    public var extraIndex: Int? { rawValue <= -2 && rawValue > .min + 1 ? -2 - Int(rawValue) : nil }

    /// Whether it is one of the columns of the feedback itself, in which the supplier writes to us; nothing of a row is read from them.
    public var isOfFeedback: Bool { self == .answer || self == .correction }

    /// Known columns first in their order, then those that the file brings along.
    public var sortKey: Int { rawValue >= -1 ? Int(rawValue) : 1000 - Int(rawValue) }
}

/// What reading saw. Whether it matters, and what to say of it, is for a rule.
public struct Observation: BitwiseCopyable, Hashable, Sendable {
    /// What was seen.
    public let kind: Kind
    /// Where.
    public let place: Place
    /// A number that belongs to it: fields found, bytes dropped, what may be meant, or the position of a column from 1; else 0.
    public let number: Int32

    init(_ kind: Kind, _ place: Place, number: Int = 0) {
        self.kind = kind
        self.place = place
        self.number = Int32(clamping: number)
    }

    /// The kinds of thing that reading sees. Each is the matter of one rule.
    public enum Kind: UInt8, BitwiseCopyable, CaseIterable, Sendable {
        // Files
        case encodingUnreadable, separatorUnclear, requiredColumnMissing, registerColumnMissing, headingDouble,
            headingUnknown,
            headingMeantRequired, headingMeant, headingOfUnitRequired, headingOfUnit, coverHeadingMeant,
            headingAlike, tableBeside, periodsBeside, periodsBesideRequired, headingMissing, noHeadingKnown, oneColumn,
            fixedWidth,
            coverUpright, templateEmpty,
            requiredFileMissing,
            fileUnknown, fileEmpty, fileDouble, templateVersionUnknown, templateVersionMissing, coverDiffers,
            coverContradicted,
            coverRowExtra,
            bytesDropped,
            sheetUnknown, sheetDouble, workbookNamedAsText, fileCopy, fileReplaced, fileUnreadable, tableUnreadable,
            sheetUnreadable, sheetHidden, rowsHidden, textOnFirstSheet, textBesideTables,
            textInBox, textOnPages, fileJoined, sheetJoined, coverOfBranch, coverOfOther,
            sheetLinked, feedbackAsText, coverKept, sheetGone
        // Records
        case tooManyFields, commaParted, otherSeparator, tooFewFields, emptyFieldsMissing, quoteNotClosed,
            quoteMisplaced, totalsRow,
            correctionUnclear, correctionRefused, textAstray, titleOfUnit, rowAboveHeadings, headingsRepeated, noteRow,
            exampleRow, preparedRow,
            notDataRow
        // Cells
        case formulaSign, excelError, damagedByExcel, ambiguousNumber, partOrPercent, notWhole, mixedDecimalSigns,
            decimalsRounded, columnRounded, weekdayDiffers, questionMark,
            unreadableNumber,
            timeNotNumber, otherUnit, amountShown, shortenedNumber,
            numberMerged, invalidDate,
            monthBeforeDay, monthMayBeFirst, monthFirstElsewhere, americanDate, twoDigitYear, serialDay,
            strangeCharacters, valueMissing,
            codeUnknown,
            openCodeUnknown, codeMeant, openCodeMeant,
            invalidKvK, foreignNumber, invalidPeriod, monthOrQuarter, formulaNotComputed, valueOutOfBounds,
            columnTotalOutOfBounds
        // Beside cells
        case rowStruck, cellStruck, noteAtCell, noteMark, noteAtCorrection, struckCorrection, cellHidden, cellAcross,
            columnLinked
        // Privacy
        case citizenNumber, citizenNumberPossible, citizenNumberColumn, nameColumn, personName, personNameAstray,
            birthDateColumn,
            birthDate,
            contactColumn, contactDetail, accountColumn, accountNumber, soleTraderVATNumber,
            soleTraderVATNumberPossible,
            identityColumn, healthColumn, sensitiveColumn, birthDateInText, birthDateAstray, homeAddress,
            homeAddressAstray
    }
}

extension Observation.Kind {
    /// Whether a cell could not be read as any value of its column, by the way in which it is written.
    var leavesNoValue: Bool {
        switch self {
        case .unreadableNumber, .invalidDate, .codeUnknown, .openCodeUnknown, .codeMeant, .openCodeMeant, .invalidKvK,
            .invalidPeriod:
            true
        default: false
        }
    }

    /// Whether it is about a file or sheet that is no table, whose position among the submission's files is the number.
    public var isAboutAFile: Bool {
        switch self {
        case .fileUnknown, .fileEmpty, .fileDouble, .sheetUnknown, .sheetDouble, .workbookNamedAsText, .fileCopy,
            .fileReplaced,
            .fileUnreadable, .tableUnreadable, .sheetUnreadable, .sheetHidden, .rowsHidden,
            .textOnFirstSheet, .textBesideTables, .textInBox, .textOnPages, .fileJoined, .sheetJoined,
            .coverOfBranch, .coverOfOther, .sheetLinked, .feedbackAsText, .coverKept, .sheetGone, .coverUpright:
            true
        default: false
        }
    }

    /// Whether the number is the position, from 1, of a heading that stands for the column in other words or in another unit.
    public var isOfHeading: Bool {
        switch self {
        case .headingMeantRequired, .headingMeant, .headingOfUnitRequired, .headingOfUnit, .periodsBesideRequired: true
        default: false
        }
    }

    /// Whether it names what somebody may have meant: the number is the position, from 1, of the heading among the columns that the file
    /// brings along, of the column of the cover, or of the code in the column's list.
    public var isProposal: Bool {
        switch self {
        case .headingMeantRequired, .headingMeant, .headingOfUnitRequired, .headingOfUnit, .headingAlike,
            .coverHeadingMeant, .codeMeant, .openCodeMeant, .periodsBesideRequired:
            true
        default: false
        }
    }
}

extension ColumnReference {
    /// The column that is read into the property at `keyPath` of a row.
    public init<Row: TableRow>(_ keyPath: PartialKeyPath<Row>) { self = .known(Row.table.index(of: keyPath)) }
}
