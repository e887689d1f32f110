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

    /// Above what the topic is about, for people.
    public static let subject = Text(nl: "Onderwerp", en: "Topic")
    /// Above what was agreed before.
    public static let previous = Text(nl: "Vorige keer", en: "Last time")
    /// Above the seals, see ``seal(topic:contracts:period:subject:)``.
    public static let seal = Text(nl: "Zegel", en: "Seal")

    /// What tells later whether a row is still about its topic: a digest of the words that people see, and one of the cells for this program.
    /// Whoever sorts only the columns in sight, or types over a column that is out of sight, would give a decision to another topic.
    ///
    /// - Parameters:
    ///   - topic: the id.
    ///   - contracts: the cell below ``contracts``.
    ///   - period: the cell below ``period``.
    ///   - subject: the cell below ``subject``.
    public static func seal(topic: String, contracts: String, period: String, subject: String) -> String {
        func digest(_ texts: [String]) -> String {
            // Programs save blanks and line breaks in their own ways.
            let text = texts.map { FoldedName.fold(Decision.plain($0)) }.joined(separator: "|")
            return String(SHA256Digest.hexadecimal(of: Array(text.utf8)).prefix(8))
        }
        return digest([subject]) + "." + digest([topic, contracts, period])
    }

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
