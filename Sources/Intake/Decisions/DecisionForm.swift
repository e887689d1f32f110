import SocialReturnModel

/// How a sheet asks for decisions: what stands above its columns, wherever they are.
///
/// A block of topics begins with a row of headings that has ``topic`` in it. Below it each row is a topic until the next such row, whatever
/// stands between, in whatever order; columns are found by their headings. So a sheet can have its blocks and columns anywhere, and can be
/// sorted, as long as each row keeps its id. The columns ``topic``, ``contracts`` and ``period`` are for this program and may be hidden.
public enum DecisionForm {
    /// The names of the sheets on which a report asks for decisions, and that of the one sheet that older reports had.
    public static let sheetNames = ["Gesprek", "Meer onderwerpen", "Controle", "Register", "Te bespreken"]

    /// The names of the other sheets of a report, besides those of tables. They may be long, and are passed over; every sheet with a name
    /// of its own is searched, as people rename them.
    public static let otherSheetNames = [
        "Leeswijzer", "Samenvatting", "Bevindingen", "Waardering", "Elders", "Elders per rij", "Afgekeurde rijen",
        "Regels",
        "Instellingen en bronnen", "Herkomst",
    ]

    /// Above the ids of the topics.
    public static let topic = Text(nl: "Onderwerp-id", en: "Topic id")
    /// Above the numbers of the contracts, one a line.
    public static let contracts = Text(nl: "Contractnummers", en: "Contract numbers")
    /// Above the period of the report.
    public static let period = Text(nl: "Periode van het rapport", en: "Period of the report")

    /// Above what was agreed.
    public static let agreement = Text(nl: "Afspraak", en: "Agreed")
    /// Above who does it.
    public static let owner = Text(nl: "Wie", en: "Who")
    /// Above by when.
    public static let dueBy = Text(nl: "Voor wanneer", en: "By when")
    /// Above the remark.
    public static let remark = Text(nl: "Toelichting", en: "Remark")

    /// The four columns that a contract manager fills in, in their order.
    public static let inputs = [agreement, owner, dueBy, remark]

    /// Of more contracts than this a topic names none: its decisions stand under its supplier.
    public static let mostContracts = 20

    /// The numbers as they stand in the column ``contracts``.
    public static func contractCell(_ numbers: [String]) -> String {
        numbers.count > mostContracts ? "" : numbers.joined(separator: "\n")
    }

    /// The columns by which older reports asked for a decision; they had no ids.
    static let olderInputs = ["besluit", "door", "datum", "toelichting"]

    static func isHeading(_ cell: String, _ heading: Text) -> Bool {
        cell == FoldedName.fold(heading.nl) || cell == FoldedName.fold(heading.en)
    }
}
