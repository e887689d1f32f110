import Intake
import SocialReturnModel

/// What is known of an organisation that has a reserved contract: from its row in `leveranciers.csv`, else from `partners.csv` under its own
/// number, else from a row of the report with itself as partner.
struct Contractor {
    /// Its share of the target group, in per cent.
    private(set) var share: Quantity?
    /// The day on which the share was counted.
    private(set) var shareDate: Day?
    /// Whether integration into work is its main aim.
    private(set) var mainAim: YesNo?
    /// Whether it is a sheltered workshop, which has the main aim by what it is.
    private(set) var isWorkshop = false
    /// Where that is written; the contract where it is written nowhere.
    private let place: Place

    /// The place of the column with the name of `column`; of the contract the column that names the supplier.
    func place(ofColumn column: TableColumn) -> Place {
        var place = place
        place.column =
            AllTables.facts(place.table).index(of: column.name).map(ColumnReference.known)
            ?? ColumnReference(\Contract.supplier)
        return place
    }

    /// The contractors of the reserved contracts that the submission concerns, each once, in the order of the register.
    static func ofReservedContracts(_ context: RuleContext) -> [Contractor] {
        var seen: Set<KvKNumber> = []
        return context.concernedContracts.compactMap { contract in
            guard context.isReserved(contract.row.id), let kvk = contract.row.supplier, seen.insert(kvk).inserted else {
                return nil
            }
            return Contractor(kvk, contract.place, context)
        }
    }

    private init(_ kvk: KvKNumber, _ contract: Place, _ context: RuleContext) {
        let register = context.register
        let suppliers = (register?.positions(in: .suppliers, of: [kvk]) ?? []).first.flatMap { position in
            register?.suppliers.map { ($0.rows[position], $0.place(position)) }
        }
        let partners = (register?.positions(in: .partners, of: [kvk]) ?? []).first.flatMap { position in
            register?.partners.map { ($0.rows[position], $0.place(position)) }
        }
        let own = context.submission.purchases.flatMap { table in
            table.acceptedIndices.first { table.rows[$0].partner == kvk && table.rows[$0].targetGroupShare != nil }
                .map { (table.rows[$0], table.place($0)) }
        }
        if let (row, place) = suppliers, row.targetGroupShare != nil || partners == nil && own == nil {
            self.place = place
            share = row.targetGroupShare
            shareDate = row.shareDate
            mainAim = row.mainAimIntegration
            isWorkshop = row.recognition.contains(.shelteredEmployment)
        } else if let (row, place) = partners, row.targetGroupShare != nil || own == nil {
            self.place = place
            share = row.targetGroupShare
            shareDate = row.shareDate
            mainAim = row.mainAimIntegration
            isWorkshop = row.recognition.contains(.shelteredEmployment)
        } else if let (row, place) = own {
            self.place = place
            share = row.targetGroupShare
            shareDate = row.shareDate
            mainAim = row.mainAimIntegration
            isWorkshop = row.recognition.contains(.shelteredEmployment)
        } else {
            place = contract
        }
        // What the register says in one place holds, wherever the share stands.
        mainAim = mainAim ?? suppliers?.0.mainAimIntegration ?? partners?.0.mainAimIntegration
        isWorkshop =
            isWorkshop || suppliers?.0.recognition.contains(.shelteredEmployment) ?? false
            || partners?.0.recognition.contains(.shelteredEmployment) ?? false
    }
}
