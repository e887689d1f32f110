/// One subcontractor under one contract: a row of `onderaannemers.csv` in the register.
public struct Subcontractor: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `kvk`.
    public var kvk: KvKNumber?
    /// Column `naam`.
    public var name = TextCell.empty
    /// Column `keten`.
    public var chainRole: ChainRole?
    /// Column `gepland_aandeel`, in per cent of the contract's value.
    public var plannedShare: Quantity?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Subcontractor>(
        .subcontractors, .register, at: 50, file: "onderaannemers.csv",
        title: Text(nl: "Onderaannemers", en: "Subcontractors"),
        meaning: Text(
            nl: "Eén rij is één onderaannemer onder één overeenkomst.",
            en: "One row is one subcontractor under one contract."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar de onderaannemer voor werkt.",
                en: "The number of the contract the subcontractor works for."),
            .kvk(
                "kvk", \.kvk, required: true, also: ["kvknummer", "kvk nr"], example: "90000002",
                nl: "Het KvK-nummer van de onderaannemer: acht cijfers.",
                en: "The KvK number of the subcontractor: eight digits."),
            .text(
                "naam", \.name, required: true, privacy: .plain, also: ["bedrijfsnaam", "organisatie"],
                example: "Voorbeeld Transport B.V.",
                nl: "De naam van de onderaannemer.", en: "The name of the subcontractor."),
            .code(
                "keten", \.chainRole, also: ["rol in keten", "ketenrol"], example: "onderaanneming",
                nl: "Hoe de partner meewerkt: onderaanneming, levering of inhuur.",
                en: "How the partner takes part: subcontracting, supply or hire."),
            .number(
                "gepland_aandeel", \.plannedShare, within: .share, also: ["aandeel", "gepland", "afgesproken aandeel"],
                example: "5",
                nl: "Welk deel van de contractwaarde volgens de afspraak naar deze partner gaat, in procent.",
                en: "Which part of the contract's value goes to this partner by agreement, in per cent."),
        ])
}
