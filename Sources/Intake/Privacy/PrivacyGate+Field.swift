import DelimitedText
import SocialReturnModel

extension PrivacyGate {
    /// A field of a region, and how it is searched: plain bytes, as each cell asks for it, so that no cell counts a reference.
    struct Field: Sendable {
        /// The field's position in its record.
        let index: Int
        /// The table and column that findings are placed in: in a file that is a submission by itself some are the cover's.
        let table: TableID
        let column: ColumnReference
        /// How strictly it is searched for numbers.
        let privacy: PrivacyClass
        let content: Content
        /// The identifier of an organisation that the column announces.
        let identifier: OrganisationIdentifier?
        let isKvK: Bool
        let isLegalForm: Bool

        /// Where a finding in it is placed.
        func place(_ record: Int) -> Place { Place(table, record: Int32(record), column: column) }

        /// How strictly its cells are searched: a function or department as free text.
        var searchedAs: PrivacyClass {
            if case .position = content, privacy != .organisation { return .freeText }
            return privacy
        }

        /// What stands in the field besides what its class says.
        enum Content: Sendable {
            case ordinary
            /// What the heading asks for is refused: every cell is masked as a whole.
            case refused
            /// An age class, which a date of birth is not.
            case ageClass
            /// Where a document is found, which no name tells.
            case reference
            /// A code for a person, or of a row about one. Under a heading that is no more than a word for a person (`Deelnemer`), what is no
            /// code is a name.
            case participantCode, participant, rowCode
            /// What a row about a person may be called after, an invoice too.
            case rowReference
            /// A number, day or code, or the code of something else than a person: no name has a place here.
            case nameless
            /// An invoice, or the file that a cover corrects, either of which may be called after a firm: no title has a place here.
            case invoice
            /// Where the work is, by its postcode: no name has a place here, but a street does no harm.
            case workPlace
            /// The name of a region, a list or a table, which can look like a person's.
            case properName
            /// How an organisation is reached: a telephone number is asked for.
            case contact
            /// The name of an organisation, which may have that of a person in it.
            case organisation
            /// A function, a department or a mailbox, or what somebody of the department wrote in own words: in the register no other text is
            /// searched for persons, as they hold names of organisations.
            case position
            /// What the register itself gives out, so that deliveries are compared with it: only a pattern of hits is refused.
            case givenOut

            /// Whether a number, a day or a code is asked for, so that nothing has a place here by which a person is known or reached.
            var isBare: Bool {
                switch self {
                case .ageClass, .participantCode, .participant, .rowCode, .rowReference, .nameless, .workPlace,
                    .properName:
                    true
                case .ordinary, .refused, .reference, .invoice, .contact, .organisation, .position, .givenOut: false
                }
            }
        }
    }

    /// Records under one record of headings.
    struct Region {
        /// The records below the headings.
        let records: Range<Int>
        /// The fields in them, in any order. Others are searched as free text.
        let fields: [Field]
    }
}

/// Making the fields of a region.
extension PrivacyGate.Field {
    /// The column at `column` of the definition of `facts`, which stands in the field at `index`.
    ///
    /// - Parameter isHeadedByPerson: whether the heading is no more than a word for a person.
    static func known(_ column: Int, of facts: TableFacts, at index: Int, isHeadedByPerson: Bool = false) -> Self {
        let column = (position: column, facts: facts.columns[column])
        let isAboutParticipants = RefusedHeading.participantTables.contains(facts.id)
        let content: Content =
            switch column.facts.name {
            case "leeftijdsklasse": .ageClass
            case "verwijzing" where facts.id == .evidence: .reference
            case "deelnemercode": isHeadedByPerson ? .participant : .participantCode
            case "inzet_id" where isAboutParticipants: .rowCode
            case "hoort_bij" where facts.id == .evidence: .rowReference
            case "contractmanager", "gedeeld_door", "beantwoord_door", "wie": .position
            case "titel" where facts.id == .contracts: .ordinary
            case _ where !facts.id.isSubmission && column.facts.kind == .text && column.facts.privacy == .freeText:
                .position
            // An organisation may be called by its address on the web.
            case _ where !facts.id.isSubmission && column.facts.kind == .text && column.facts.privacy == .plain:
                column.facts.name == "naam" ? .ordinary : .properName
            case _ where Self.givesOut(facts.id, column.facts): .givenOut
            case "contact" where facts.id == .cover || facts.id == .learningPlaces: .contact
            // The number of an invoice can be the name of a sole trader's firm.
            case "factuurnummer", "correctie_op": .invoice
            case "afgever", "bewaard_bij": .ordinary
            case "regio" where column.facts.kind != .text: .properName
            case "sjabloonversie", "bonussen": .nameless
            case "werkpostcode": .workPlace
            // A topic has words of texts in it that were searched where they stood.
            case "onderwerp" where facts.id == .recordedDecisions: .ordinary
            default:
                (facts.id <= .learningPlaces || !facts.id.isSubmission) && column.facts.kind != .text
                    ? .nameless : .ordinary
            }
        return Self(
            index: index, table: facts.id, column: .known(column.position), privacy: column.facts.privacy,
            content: content,
            identifier: nil, isKvK: column.facts.kind == .kvk, isLegalForm: column.facts.name == "rechtsvorm")
    }

    /// Whether the column is one of the register in which the department writes what others refer to, or a source's address.
    private static func givesOut(_ table: TableID, _ column: ColumnDescriptor) -> Bool {
        column.privacy == .reference && (table == .contracts || table == .valuationLines && column.kind == .text)
    }

    /// A column that no definition knows: the one at `extra` of those that the file brings along, with what its heading says of it.
    static func extra(
        _ extra: Int, heading: String, identifier: OrganisationIdentifier?, isRefused: Bool, table: TableID,
        at index: Int
    ) -> Self {
        let content: Content =
            isRefused ? .refused : HeadingWords(heading).nameAnOrganisation ? .organisation : .ordinary
        return Self(
            index: index, table: table, column: .extra(extra), privacy: identifier == nil ? .freeText : .organisation,
            content: content, identifier: identifier, isKvK: false,
            isLegalForm: FoldedName.fold(heading) == "rechtsvorm")
    }
}

extension PrivacyGate.Region {
    /// The records `records` of a table that was not recognised, below the headings in `headings`: every column as free text, and refused
    /// where its heading asks for what may not be delivered. Also those headings, with what each asks for.
    static func unknown(
        _ records: Range<Int>, below headings: Int, in cells: DelimitedTable, table: TableID
    ) -> (region: Self, refused: [(field: Int, heading: RefusedHeading)]) {
        var refused: [(field: Int, heading: RefusedHeading)] = []
        let fields = (0..<cells.fieldCount(of: headings)).map { field -> PrivacyGate.Field in
            let heading = cells.text(headings, field)
            let refusal = RefusedHeading(heading: heading, in: nil)
            if let refusal { refused.append((field, refusal)) }
            return PrivacyGate.Field(
                index: field, table: table, column: .none, privacy: .freeText,
                content: refusal != nil
                    ? .refused : HeadingWords(heading).nameAnOrganisation ? .organisation : .ordinary,
                identifier: nil, isKvK: false, isLegalForm: false)
        }
        return (Self(records: records, fields: fields), refused)
    }
}
