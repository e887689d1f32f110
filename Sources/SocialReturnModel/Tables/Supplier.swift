/// One supplier: a row of `leveranciers.csv` in the register.
public struct Supplier: TableRow {
    /// Column `kvk`.
    public var kvk: KvKNumber?
    /// Column `naam`.
    public var name = TextCell.empty
    /// Column `rechtsvorm`.
    public var legalForm: LegalForm?
    /// Column `erkenning`.
    public var recognition = CodeSet<Recognition>()
    /// Column `erkenning_geldig_tot`.
    public var recognitionValidUntil: Day?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Supplier>(
        .suppliers, file: "leveranciers.csv",
        title: Text(nl: "Leveranciers", en: "Suppliers"),
        meaning: Text(nl: "Eén rij is één leverancier van het Rijk.", en: "One row is one supplier of the State."),
        columns: [
            .kvk(
                "kvk", \.kvk, required: true, also: ["kvknummer", "kvk nr"], example: "12345678",
                nl: "Het KvK-nummer van de leverancier: acht cijfers.",
                en: "The KvK number of the supplier: eight digits."),
            .text(
                "naam", \.name, required: true, privacy: .plain, also: ["bedrijfsnaam", "organisatie"],
                example: "Voorbeeld Schoon B.V.",
                nl: "De naam van de leverancier.", en: "The name of the supplier."),
            .code(
                "rechtsvorm", \.legalForm, also: ["juridische vorm", "vorm"], example: "bv",
                nl: "De rechtsvorm van de organisatie.", en: "The legal form of the organisation."),
            .codes(
                "erkenning", \.recognition, also: ["erkenningen", "keurmerk", "certificaat"], example: "pso_trede",
                nl: "Welke keurmerken of erkenningen de leverancier zelf heeft.",
                en: "Which marks or recognitions the supplier itself has."),
            .day(
                "erkenning_geldig_tot", \.recognitionValidUntil,
                also: ["geldig tot", "certificaat geldig tot", "keurmerk geldig tot"], example: "30-06-2027",
                nl: "De laatste dag waarop de erkenning geldt.", en: "The last day on which the recognition is valid."),
        ])
}
