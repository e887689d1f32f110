import DelimitedText
import SocialReturnModel

/// The sources that rules, tables and code lists refer to.
public struct SourceRegister: Sendable {
    /// The sources in the order of the file.
    public let all: [Source]
    private let positions: [String: Int]

    /// The name of the file that it is built from, in the folder of the valuation tables.
    static let fileName = "bronnen.csv"

    /// The register that the toolkit brings along.
    public static let builtIn: SourceRegister = {
        do {
            return try SourceRegister(csv: PackageResources.bronnen_csv)
        } catch {
            preconditionFailure("the built-in register of sources must be readable")
        }
    }()

    /// Reads a register: the columns `key`, `titel`, `url`, `soort`, `zekerheid`, `opmerking` and `opmerking_en`
    /// under a header line.
    /// Lines without a key or a title are left out, and so are those whose kind or certainty is not one of the list.
    ///
    /// - Throws: ``DelimitedTextError`` when the file cannot be parsed.
    public init(csv: [UInt8]) throws(DelimitedTextError) {
        let cells = try DelimitedTable(parsing: csv)
        var sources: [Source] = []
        for record in 1..<max(cells.recordCount, 1) where cells.fieldCount(of: record) >= 7 {
            let fields = (0..<7).map { cells.text(record, $0) }
            guard let kind = Source.Kind(rawValue: fields[3]), let certainty = Source.Certainty(rawValue: fields[4]),
                !fields[0].isEmpty, !fields[1].isEmpty
            else { continue }
            sources.append(
                Source(
                    key: fields[0], title: fields[1], url: fields[2].isEmpty ? nil : fields[2], kind: kind,
                    certainty: certainty, remark: Text(nl: fields[5], en: fields[6])))
        }
        all = sources
        positions = Dictionary(sources.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The source with this key; nil for none.
    public subscript(_ key: String) -> Source? { positions[key].map { all[$0] } }
}

/// A law, page or document that something was taken from.
public struct Source: Sendable, Hashable {
    /// The short name that rules and tables use.
    public let key: String
    /// The title, as its publisher has it.
    public let title: String
    /// The address; nil where there is none.
    public let url: String?
    /// What kind of source it is.
    public let kind: Kind
    /// How sure it is that the source says so.
    public let certainty: Certainty
    /// What a reader must know; empty for nothing.
    public let remark: Text

    /// The kinds of source.
    public enum Kind: String, Sendable, CaseIterable {
        case law = "wet"
        case policy = "beleid"
        case regional = "regionaal"
        case label = "schema"
        case technical = "technisch"
        case secondary = "secundair"
    }

    /// How a source was read.
    public enum Certainty: String, Sendable, CaseIterable {
        /// Read in an official or first source.
        case official = "A"
        /// Read in a second source: press, advisers, public source code.
        case secondHand = "B"
        /// In part the one, in part the other.
        case mixed = "A/B"
        /// General knowledge, not looked up.
        case general = "M"
    }
}
