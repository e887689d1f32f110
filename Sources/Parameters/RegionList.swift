import DelimitedText
import Intake
import SocialReturnModel

/// The regions that a learning place can lie in: the labour market regions, the provinces that are no such region, and the whole country.
///
/// A region has names that are read, and words by which somebody may mean it, such as its cities: those are asked about and not read.
public struct RegionList: Sendable {
    /// The names as they are shown, in the order of the list.
    public private(set) var names: [String] = []
    private var known: [String: Int] = [:]
    private var asked: [String: Int] = [:]
    private var spellings: [(word: SpelledWord, region: Int)] = []

    /// The list that the toolkit brings along: see its `README.md` for source and date.
    public static let builtIn: RegionList = {
        do {
            return try RegionList(csv: PackageResources.arbeidsmarktregios_csv)
        } catch {
            preconditionFailure("the built-in list of regions must be readable")
        }
    }()

    /// Reads a list: the columns `naam`, `soort`, `ook_wel` and `vraag_bij` under a header line, with `|` between two words of a cell.
    ///
    /// - Throws: ``DelimitedTextError`` when the file cannot be parsed.
    init(csv: [UInt8]) throws(DelimitedTextError) {
        let cells = try DelimitedTable(parsing: csv)
        for record in 1..<max(cells.recordCount, 1) where cells.fieldCount(of: record) >= 4 {
            let (name, others) = (cells.text(record, 0), Self.words(cells.text(record, 2)))
            guard !name.isEmpty else { continue }
            let region = add(name)
            for other in others { known[FoldedName.fold(other), default: region] = region }
            for word in Self.words(cells.text(record, 3)) { asked[FoldedName.fold(word)] = region }
        }
        spell()
    }

    /// This list with what `regios.csv` of a register says: a name that is not known is a region of its own, and another name of a region is
    /// that region, also where the list has it as another one.
    public func adding(_ table: TableData<RegisterRegion>?) -> RegionList {
        guard let table, !table.rows.isEmpty else { return self }
        var list = self
        for index in table.acceptedIndices {
            let row = table.rows[index]
            let name = Self.trimmed(table.source.text(row.name))
            guard !name.isEmpty else { continue }
            let region = list.add(name)
            for other in Self.words(table.source.text(row.alias)) { list.known[FoldedName.fold(other)] = region }
        }
        list.spell()
        return list
    }

    /// The name of the region that `text` names; nil for none that is known. `regio`, `arbeidsmarktregio` and `provincie` in front add nothing.
    public func region(_ text: String) -> String? { position(text).map { names[$0] } }

    /// Whether `text` names one region that is known, or several with a comma, a slash, `en` or the like between them.
    public func knows(_ text: String) -> Bool {
        if position(text) != nil { return true }
        let parts = Self.parts(text)
        return !parts.isEmpty && parts.allSatisfy { position($0) != nil }
    }

    /// The region that somebody may mean by `text`, which names none: by a city, or by a name with a mistake of the fingers; nil for none, and
    /// for a text that says too much to be a name.
    public func proposal(for text: String) -> String? {
        guard text.utf8.count <= Self.longest else { return nil }
        let folded = Self.core(text)
        if let region = asked[FoldedName.fold(text)] ?? asked[folded] { return names[region] }
        let typed = SpelledWord(folded)
        var best: (mistakes: Int, region: Int)?
        for (word, region) in spellings {
            guard let mistakes = EditDistance.mistakes(typed, word) else { continue }
            if let found = best {
                // Two regions as near leave the choice open.
                if found.mistakes == mistakes, found.region != region { return nil }
                if found.mistakes <= mistakes { continue }
            }
            best = (mistakes, region)
        }
        return best.map { names[$0.region] }
    }

    /// What two texts have in common that mean the same region: its name, or the text itself where nobody knows it; folded.
    public func key(_ text: String) -> String { FoldedName.fold(region(text) ?? text) }

    /// A longer text is no name of a region.
    private static let longest = 60
    private static let prefixes = ["arbeidsmarktregio", "regio", "provincie"]

    private func position(_ text: String) -> Int? {
        guard text.utf8.count <= Self.longest else { return nil }
        return known[FoldedName.fold(text)] ?? known[Self.core(text)]
    }

    /// The folded text without the word in front that says what it is.
    private static func core(_ text: String) -> String {
        let folded = FoldedName.fold(text)
        for prefix in prefixes where folded.hasPrefix(prefix) && folded.utf8.count > prefix.utf8.count {
            return String(folded.dropFirst(prefix.count))
        }
        return folded
    }

    private static func parts(_ text: String) -> [String] {
        text.split { ",;/|+&".contains($0) }.flatMap { part -> [String] in
            var parts: [[Substring]] = [[]]
            for word in part.split(whereSeparator: \.isWhitespace) {
                if word.lowercased() == "en" { parts.append([]) } else { parts[parts.count - 1].append(word) }
            }
            return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func words(_ cell: String) -> [String] {
        cell.split(separator: "|").map(Self.trimmed).filter { !$0.isEmpty }
    }

    /// The position of the region called `name`, which is added when nobody has it.
    private mutating func add(_ name: String) -> Int {
        let key = FoldedName.fold(name)
        if let region = known[key] { return region }
        names.append(name)
        known[key] = names.count - 1
        return names.count - 1
    }

    private mutating func spell() {
        spellings = known.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { (SpelledWord($0.key), $0.value) }
    }
}
