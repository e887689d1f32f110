import DelimitedText
import SocialReturnModel

/// Tells of each record whether it is about a sole trader: by a column of legal forms in the file, else by the
/// register.
struct LegalForms {
    /// What is known of the legal form of an organisation.
    enum Standing {
        /// *Eenmanszaak*: the VAT number of before 2020 holds a BSN.
        case soleTrader
        /// Any other legal form: the VAT number holds none.
        case legalEntity
        case unknown
    }

    private let legalFormFields: [Int]
    private let kvkFields: [Int]
    private let known: KnownOrganisations
    private static let forms = CodeListDescription(LegalForm.self)

    init(_ fields: [PrivacyGate.Field], _ known: KnownOrganisations) {
        self.known = known
        legalFormFields = fields.filter(\.isLegalForm).map(\.index)
        kvkFields = fields.filter(\.isKvK).map(\.index)
    }

    /// What is known of the organisation that `record` is about. One sign of a sole trader is enough.
    func standing(_ cells: DelimitedTable, _ record: Int) -> Standing {
        let standings =
            legalFormFields.map { standing(named: cells.text(record, $0)) }
            + kvkFields.map { field in
                cells.withCell(record, field) { CellReader.kvk($0).value.map(standing) ?? .unknown }
            }
        return standings.contains(.soleTrader)
            ? .soleTrader : standings.contains(.legalEntity) ? .legalEntity : .unknown
    }

    private func standing(named legalForm: String) -> Standing {
        guard let form = Self.forms.rawValue(for: legalForm).flatMap(LegalForm.init) else {
            return FoldedName.fold(legalForm).hasPrefix("eenmanszaak") ? .soleTrader : .unknown
        }
        return form == .soleTrader ? .soleTrader : .legalEntity
    }

    private func standing(of organisation: KvKNumber) -> Standing {
        if known.soleTraders.contains(organisation) { return .soleTrader }
        return known.legalEntities.contains(organisation) ? .legalEntity : .unknown
    }
}
