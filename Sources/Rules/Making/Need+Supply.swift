import SocialReturnModel

extension Need {
    /// What to supply so that the rule can be tested.
    public var supply: Text {
        switch self {
        case .register:
            Text(
                nl: "Geef het contractregister mee: --register MAP. Dat is de map met contracten.csv.",
                en: "Give the contract register: --register FOLDER. That is the folder with contracten.csv.")
        case .previous:
            Text(
                nl:
                    "Geef het resultaat van een eerdere periode mee: --previous MAP. Dat is de map die maatwerk convert toen maakte.",
                en:
                    "Give the result of an earlier period: --previous FOLDER. That is the folder that maatwerk convert made then."
            )
        case .otherSuppliers:
            Text(
                nl:
                    "Geef de resultaten van alle leveranciers mee: --previous MAP. Dat is de map waarin maatwerk convert ze zette (--output).",
                en:
                    "Give the results of all suppliers: --previous FOLDER. That is the folder into which maatwerk convert put them (--output)."
            )
        case .column(let column):
            Text(
                nl: "Neem in \(AllTables.facts(column.table).fileName) van het register een kolom '\(column.name)' op.",
                en: "Include a column '\(column.name)' in \(AllTables.facts(column.table).fileName) of the register.")
        case .cpvList:
            Text(
                nl: "Zet de officiële CPV-lijst als cpv.csv in de map met het register.",
                en: "Put the official CPV list into the folder with the register, as cpv.csv.")
        case .table(.cover):
            Text(nl: "Het voorblad is altijd nodig.", en: "The cover is always needed.")
        case .table(let id):
            Text(
                nl: "Lever \(AllTables.facts(id).fileName) mee als er iets te melden is.",
                en: "Send \(AllTables.facts(id).fileName) along if there is something to report.")
        case .identifierColumn(let name):
            Text(
                nl: "Neem een kolom '\(name)' op als dit nummer bekend is.",
                en: "Include a column '\(name)' if this number is known.")
        }
    }

    /// Whether it is the register that lacks it.
    public var isOfRegister: Bool {
        switch self {
        case .register, .column, .cpvList: true
        case .previous, .otherSuppliers, .table, .identifierColumn: false
        }
    }

    /// Who can supply it; nil for what is welcome and asked of nobody.
    public var supplier: Audience? {
        switch self {
        case .register, .previous, .otherSuppliers, .column, .cpvList: .contractManager
        case .table: .supplier
        case .identifierColumn: nil
        }
    }
}
