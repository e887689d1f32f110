import DelimitedText
import Intake
import SocialReturnModel

/// The trades that a learning place can be in, by the words that people use for them, and which of them are related.
public struct TradeList: Sendable {
    /// How near two trades are.
    public enum Nearness: Int, Sendable, Comparable, CaseIterable {
        /// The same trade.
        case same
        /// Another trade of the same field.
        case related
        /// One of them is not named, or not known.
        case unknown
        /// Another field.
        case other

        /// The nearer one comes first.
        public static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
    }

    private struct Trade: Sendable {
        let name: String
        let field: String
        let words: [[String]]
    }

    private var trades: [Trade] = []

    /// The list that the toolkit brings along: see its `README.md`.
    public static let builtIn: TradeList = {
        do {
            return try TradeList(csv: PackageResources.vakken_csv)
        } catch {
            preconditionFailure("the built-in list of trades must be readable")
        }
    }()

    /// Reads a list: the columns `vak`, `vakveld` and `woorden` under a header line, with `|` between two words of a cell.
    ///
    /// - Throws: ``DelimitedTextError`` when the file cannot be parsed.
    init(csv: [UInt8]) throws(DelimitedTextError) {
        let cells = try DelimitedTable(parsing: csv)
        for record in 1..<max(cells.recordCount, 1) where cells.fieldCount(of: record) >= 3 {
            add(cells.text(record, 0), cells.text(record, 1), cells.text(record, 2), first: false)
        }
    }

    /// This list with what `vakken.csv` of a register says, which takes precedence.
    public func adding(_ table: TableData<RegisterTrade>?) -> TradeList {
        guard let table, !table.rows.isEmpty else { return self }
        var list = self
        for index in table.acceptedIndices.reversed() {
            let row = table.rows[index]
            list.add(
                table.source.text(row.name), table.source.text(row.field), table.source.text(row.words), first: true)
        }
        return list
    }

    /// The trade that `text` names; nil where none is known.
    public func trade(_ text: String) -> String? { position(text).map { trades[$0].name } }

    /// The field of the trade that `text` names; nil where none is known.
    public func field(_ text: String) -> String? { position(text).map { trades[$0].field } }

    /// A trade as it was written, looked up once.
    public struct Named: Sendable, Hashable {
        fileprivate let folded: String
        fileprivate let position: Int?
    }

    /// The trade that `text` names.
    public func named(_ text: String) -> Named { Named(folded: FoldedName.fold(text), position: position(text)) }

    /// How near two trades are.
    public func nearness(_ left: Named, _ right: Named) -> Nearness {
        if !left.folded.isEmpty, left.folded == right.folded { return .same }
        guard let one = left.position, let two = right.position else { return .unknown }
        if one == two { return .same }
        return trades[one].field == trades[two].field ? .related : .other
    }

    /// A longer text is no name of a trade.
    private static let longest = 120

    private mutating func add(_ name: String, _ field: String, _ words: String, first: Bool) {
        guard !name.isEmpty else { return }
        let phrases = ([name] + words.split(separator: "|").map(String.init)).map(Self.words).filter { !$0.isEmpty }
        let trade = Trade(name: name, field: field.isEmpty ? name : field, words: phrases)
        if first { trades.insert(trade, at: 0) } else { trades.append(trade) }
    }

    /// The trade with the longest word that fits; of equals the first in the list.
    private func position(_ text: String) -> Int? {
        guard text.utf8.count <= Self.longest else { return nil }
        let words = Self.words(text)
        var best: (position: Int, length: Int)?
        for (position, trade) in trades.enumerated() {
            for phrase in trade.words where Self.fits(phrase, words) {
                let length = phrase.reduce(0) { $0 + $1.count }
                if length > best?.length ?? 0 { best = (position, length) }
            }
        }
        return best?.position
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }.filter { !$0.isEmpty }
    }

    /// Whether the words of `phrase` stand behind each other in `words`, the beginning of each; short ones as they are.
    private static func fits(_ phrase: [String], _ words: [String]) -> Bool {
        guard phrase.count <= words.count else { return false }
        return (0...words.count - phrase.count).contains { start in
            zip(phrase, words[start...]).allSatisfy { part, word in
                part.count <= 3 ? part == word : word.hasPrefix(part)
            }
        }
    }
}
