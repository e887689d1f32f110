import SocialReturnModel

/// A place in a cell that holds, or may hold, data that must not be delivered.
public struct PrivacyHit: BitwiseCopyable, Hashable, Sendable {
    /// The first byte in the cell.
    public let start: Int
    /// The byte after the last.
    public let end: Int
    /// What it is.
    public let kind: Kind
    /// How sure that is.
    public let certainty: Certainty

    /// What a hit can be.
    public enum Kind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
        /// A number that can be a citizen service number.
        case bsn
        /// A bank account number.
        case iban
        /// A VAT number whose nine digits can be a BSN, as those of a sole trader were until 2020. Those of a legal entity
        /// pass as well, so the legal form must tell.
        case oldVATNumber
        case email, phone
        /// The name of a person.
        case name
        /// A date or year that the text calls one of birth.
        case birthDate
        /// Where somebody lives.
        case homeAddress
    }

    /// How sure a hit is. Every BSN stays a guess in the sense that one in eleven numbers passes its test.
    public enum Certainty: UInt8, BitwiseCopyable, Sendable {
        /// The full form.
        case certain
        /// A form that other numbers share: eight digits that pass with a zero before them, a telephone number without any
        /// mark between its digits, a VAT number that can also be one of after 2020.
        case possible
        /// The text itself calls the number a BSN.
        case named
    }

    /// The bytes of the cell that are masked.
    public var range: Range<Int> { start..<end }

    /// What follows from the hit in a column of class `column`.
    public func treatment(in column: PrivacyClass) -> PrivacyTreatment {
        switch (kind, column) {
        case (.oldVATNumber, _): .dependsOnLegalForm
        // Words are less sure than numbers.
        case (.name, _), (.birthDate, _), (.homeAddress, _): .warning
        case (.bsn, .reference) where certainty != .named: .dependsOnColumn
        case (_, _): certainty == .possible ? .warning : .refused
        }
    }

    /// Whether the hit is masked in every output, also where it is only a warning.
    ///
    /// A VAT number in a column of its own is masked only when the rule on it refuses it.
    public func isMasked(in column: PrivacyClass) -> Bool {
        switch (kind, column) {
        case (.oldVATNumber, .organisation): false
        default: true
        }
    }
}

/// What follows from a hit.
public enum PrivacyTreatment: Sendable, Hashable {
    /// The value is refused: an error.
    case refused
    /// Somebody must look.
    case warning
    /// A warning, and refused when ``ReferenceColumnScan/isRefused`` holds for the whole column.
    case dependsOnColumn
    /// Refused when the organisation is a sole trader's.
    case dependsOnLegalForm
}
