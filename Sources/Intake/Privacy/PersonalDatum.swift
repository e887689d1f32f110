import SocialReturnModel

/// What kind of personal datum an observation is about.
public enum PersonalDatum: Sendable, Hashable, CaseIterable {
    case citizenNumber, name, birthDate, contact, account, homeAddress
    /// One that people have no word of their own for here: the number of a sole trader, a column about health.
    case other

    /// What stands in the cell, in words that end a sentence.
    public var words: Text {
        switch self {
        case .citizenNumber: Text(nl: "iets dat een BSN kan zijn", en: "what may be a citizen service number (BSN)")
        case .name: Text(nl: "een naam van een persoon", en: "a name of a person")
        case .birthDate: Text(nl: "een geboortedatum", en: "a date of birth")
        case .contact: Text(nl: "een mailadres of telefoonnummer", en: "a mail address or telephone number")
        case .account: Text(nl: "een rekeningnummer", en: "a bank account number")
        case .homeAddress: Text(nl: "een woonadres", en: "a home address")
        case .other: Text(nl: "een persoonsgegeven", en: "a personal datum")
        }
    }
}

extension Observation.Kind {
    /// The personal datum that was seen, and masked; nil where it is about something else. Every kind stands here, so that a new one is not
    /// forgotten.
    public var personalDatum: PersonalDatum? {
        switch self {
        case .citizenNumber, .citizenNumberPossible, .citizenNumberColumn: .citizenNumber
        case .nameColumn, .personName, .personNameAstray: .name
        case .birthDateColumn, .birthDate, .birthDateInText, .birthDateAstray: .birthDate
        case .contactColumn, .contactDetail: .contact
        case .accountColumn, .accountNumber: .account
        case .homeAddress, .homeAddressAstray: .homeAddress
        case .soleTraderVATNumber, .soleTraderVATNumberPossible, .identityColumn, .healthColumn, .sensitiveColumn:
            .other
        case .encodingUnreadable, .separatorUnclear, .requiredColumnMissing, .registerColumnMissing, .headingDouble,
            .headingUnknown, .headingMeantRequired, .headingMeant, .headingOfUnitRequired, .headingOfUnit,
            .coverHeadingMeant, .headingAlike, .tableBeside, .periodsBeside, .periodsBesideRequired, .headingMissing,
            .noHeadingKnown, .oneColumn, .fixedWidth, .coverUpright, .templateEmpty, .requiredFileMissing, .fileUnknown,
            .fileEmpty,
            .fileDouble, .templateVersionUnknown, .templateVersionMissing, .coverDiffers, .coverContradicted,
            .coverRowExtra, .bytesDropped, .sheetUnknown, .sheetDouble, .workbookNamedAsText, .fileCopy, .fileReplaced,
            .fileUnreadable, .tableUnreadable, .sheetUnreadable, .sheetHidden, .rowsHidden, .textOnFirstSheet,
            .textBesideTables, .textInBox, .textOnPages, .fileJoined, .feedbackAsText, .tooManyFields, .commaParted,
            .otherSeparator, .tooFewFields, .emptyFieldsMissing, .quoteNotClosed, .quoteMisplaced, .totalsRow,
            .correctionUnclear, .correctionRefused, .textAstray, .titleOfUnit, .rowAboveHeadings, .headingsRepeated,
            .noteRow, .exampleRow, .preparedRow, .notDataRow, .formulaSign, .excelError, .damagedByExcel,
            .ambiguousNumber,
            .partOrPercent, .notWhole, .mixedDecimalSigns, .unreadableNumber, .timeNotNumber, .otherUnit, .amountShown,
            .shortenedNumber, .numberMerged, .invalidDate, .monthBeforeDay, .monthMayBeFirst, .monthFirstElsewhere,
            .americanDate,
            .twoDigitYear, .serialDay, .strangeCharacters, .valueMissing, .codeUnknown, .openCodeUnknown, .codeMeant,
            .openCodeMeant, .invalidKvK, .foreignNumber, .invalidPeriod, .monthOrQuarter, .formulaNotComputed,
            .valueOutOfBounds, .columnTotalOutOfBounds, .rowStruck, .cellStruck, .noteAtCell, .noteMark,
            .noteAtCorrection,
            .struckCorrection, .cellHidden, .cellAcross, .columnLinked,
            .columnRounded, .coverKept, .coverOfBranch, .coverOfOther, .decimalsRounded, .questionMark, .sheetGone,
            .sheetJoined, .sheetLinked, .weekdayDiffers:
            nil
        }
    }
}
