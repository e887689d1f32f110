import Parameters
import SocialReturnModel

/// The valuation table of a contract, or why there is none.
public enum TableStanding: Sendable {
    /// The table counts, as far as the contract's own dates tell.
    case inUse(ValuationTable)
    /// No obligation names a table.
    case notNamed
    /// Every obligation is exempt.
    case exempt
    /// Nobody knows the table that is named.
    case unknown(String)
    /// The table that is named is the department's own and has errors.
    case refused(String)
    /// The table is not valid on the contract's reference date.
    case notValid(ValuationTable, on: Day)
    /// The obligations name different tables.
    case several([String])

    init(_ obligations: [ResolvedObligation], _ referenceDay: ReferenceDay, _ tables: ValuationTables) {
        let active = obligations.filter { !$0.isExempt }
        guard !active.isEmpty || obligations.isEmpty else {
            self = .exempt
            return
        }
        let names = active.compactMap(\.tableID)
        guard let name = names.first else {
            self = .notNamed
            return
        }
        if names.contains(where: { !tables.isSame($0, name) }) {
            self = .several(names)
        } else if let table = tables[name] {
            if case .known(let day) = referenceDay, !table.isValid(on: day) {
                self = .notValid(table, on: day)
            } else {
                self = .inUse(table)
            }
        } else {
            self = tables.isRefused(name) ? .refused(name) : .unknown(name)
        }
    }

    /// Why there is no table; nil for one that is in use.
    public var reason: ValuationReasons? {
        switch self {
        case .inUse: nil
        case .notNamed: .tableNotNamed
        case .exempt: .obligationExempt
        case .unknown: .tableUnknown
        case .refused: .tableRefused
        case .notValid: .tableNotValid
        case .several: .severalTables
        }
    }
}

/// The day that tells whether a valuation table is valid.
public enum ReferenceDay: BitwiseCopyable, Sendable, Hashable {
    /// One day for the whole contract.
    case known(Day)
    /// The first day of each placement; the date of an activity or invoice.
    case ofEachRow
    /// The obligation names no kind of day, or the register lacks the day.
    case unknown

    init(_ kind: ReferenceDateKind?, _ contract: Contract) {
        switch kind {
        case .publication: self = contract.publicationDate.map(ReferenceDay.known) ?? .unknown
        case .award: self = contract.awardDate.map(ReferenceDay.known) ?? .unknown
        case .placementStart: self = .ofEachRow
        case nil: self = .unknown
        }
    }
}
