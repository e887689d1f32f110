/// A trade that a department adds to the list of trades: a row of `vakken.csv` in the register.
public struct RegisterTrade: TableRow {
    /// Column `vak`: what the trade is called.
    public var name = TextCell.empty
    /// Column `vakveld`: trades with the same field are related.
    public var field = TextCell.empty
    /// Column `woorden`: by which words it is known.
    public var words = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterTrade>(
        .trades, .register, at: 110, file: "vakken.csv",
        title: Text(nl: "Vakken", en: "Trades"),
        meaning: Text(
            nl: "Eén rij is een vak dat de lijst van vakken niet heeft, of anders noemt.",
            en: "One row is a trade that the list of trades lacks, or calls otherwise."),
        columns: [
            .text(
                "vak", \.name, required: true, privacy: .plain, also: ["beroep"], example: "drone-operator",
                nl: "Hoe het vak moet heten.", en: "What the trade must be called."),
            .text(
                "vakveld", \.field, privacy: .plain, also: ["veld", "sector"], example: "Techniek",
                nl: "Waar het vak bij hoort. Vakken met hetzelfde vakveld zijn verwant.",
                en: "What the trade belongs to. Trades with the same field are related."),
            .text(
                "woorden", \.words, privacy: .plain, also: ["alias", "ook wel"], example: "drone|dronevlieger",
                nl: "Woorden waaraan het vak te herkennen is, met | ertussen; het begin van een woord is genoeg.",
                en: "Words by which the trade is known, with | between them; the beginning of a word is enough."),
        ])
}
