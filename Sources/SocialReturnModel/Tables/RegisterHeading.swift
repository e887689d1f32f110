/// A heading of a supplier's own that is read as a column of the template: a row of `kolommen.csv` in the register.
public struct RegisterHeading: TableRow {
    /// Column `kvk`: the supplier's KvK number, or `*` for all suppliers.
    public var supplier = TextCell.empty
    /// Column `tabel`: the name of a table's file or sheet.
    public var tableName = TextCell.empty
    /// Column `kop`: the heading as the supplier writes it.
    public var heading = TextCell.empty
    /// Column `kolom`: the column's name.
    public var columnName = TextCell.empty
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// What stands in column `kvk` for all suppliers.
    public static let allSuppliers = "*"

    /// The table and its columns.
    public static let table = TableDefinition<RegisterHeading>(
        .headings, .register, at: 80, file: "kolommen.csv",
        title: Text(nl: "Kolommen", en: "Columns"),
        meaning: Text(
            nl: "Eén rij is één eigen kop van een leverancier, die wordt gelezen als een kolom van het sjabloon.",
            en: "One row is one heading of a supplier's own, which is read as a column of the template."),
        columns: [
            .text(
                "kvk", \.supplier, required: true, privacy: .organisation,
                also: ["leverancier_kvk", "kvknummer", "leverancier"],
                example: "12345678",
                nl: "Het KvK-nummer van de leverancier, of * voor alle leveranciers.",
                en: "The supplier's KvK number, or * for all suppliers."
            ).marked(.nothingSaysSomething),
            .text(
                "tabel", \.tableName, required: true, privacy: .plain, also: ["bestand", "blad"], example: "inzet",
                nl: "De naam van het bestand of blad waar de kop in staat.",
                en: "The name of the file or sheet that the heading stands in."),
            .text(
                "kop", \.heading, required: true, privacy: .plain, also: ["kolomkop", "eigen kop"],
                example: "Datum in dienst",
                nl: "De kop zoals de leverancier die schrijft.", en: "The heading as the supplier writes it."
            ).marked(.nothingSaysSomething),
            .text(
                "kolom", \.columnName, required: true, privacy: .plain, also: ["sjabloonkolom", "kolom sjabloon"],
                example: "begindatum",
                nl: "De kolom van het sjabloon die ermee is bedoeld.",
                en: "The column of the template that is meant by it."),
            .text(
                "toelichting", \.explanation, also: ["reden", "opmerking"], example: "kop uit het personeelssysteem",
                nl: "Waarom de kop zo wordt gelezen.", en: "Why the heading is read so."),
        ])
}
