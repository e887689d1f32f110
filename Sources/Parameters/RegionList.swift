import DelimitedText
import Intake
import Plumbing
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
    /// What is known of each region besides its names.
    private var facts: [Facts] = []
    /// By folded name of a municipality or place: the regions that it lies in.
    private var places: [String: Int] = [:]
    /// The postcodes of four digits, by region, in order; those of a register go first.
    private var postcodes: [(codes: ClosedRange<Int>, region: Int)] = []

    /// What a region is.
    public enum Kind: Sendable, Hashable {
        /// A labour market region, or one of the department's own.
        case region
        /// A province that is no labour market region.
        case province
        /// The whole country.
        case country
    }

    private struct Facts: Sendable {
        let key: String
        var kind = Kind.region
        var number: Int?
        var provinces: Set<String> = []
        var neighbours: Set<String> = []
    }

    /// How near two places are, by the regions that they lie in.
    public enum Nearness: Int, Sendable, Comparable {
        /// They share a region.
        case same
        /// One is a province or the whole country, in which the other lies.
        case within
        /// Their regions border on each other.
        case neighbours

        /// The nearer one comes first.
        public static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
    }

    /// The regions that a text names.
    public struct Named: Sendable, Hashable {
        /// Their names in the list.
        public let names: [String]
        /// Whether the text names none itself, and this is what is meant by a place or a name with a mistake in it.
        public let isGuess: Bool
        /// Where they stand in the list.
        fileprivate let positions: [Int]
    }

    /// The list that the toolkit brings along: see its `README.md` for source and date.
    public static let builtIn: RegionList = {
        do {
            return try RegionList(csv: PackageResources.arbeidsmarktregios_csv)
        } catch {
            preconditionFailure("the built-in list of regions must be readable")
        }
    }()

    /// Reads a list: the columns `naam`, `soort`, `ook_wel`, `vraag_bij`, `nummer`, `provincie`, `buren`, `gemeenten` and `postcodes` under a
    /// header line, with `|` between two words of a cell.
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
            let kind = cells.text(record, 1)
            facts[region].kind = kind == "provincie" ? .province : kind == "landelijk" ? .country : .region
            guard cells.fieldCount(of: record) >= 9 else { continue }
            facts[region].number = Int(cells.text(record, 4))
            facts[region].provinces = Set(Self.words(cells.text(record, 5)).map(FoldedName.fold))
            facts[region].neighbours = Set(Self.words(cells.text(record, 6)).map(FoldedName.fold))
            for place in Self.words(cells.text(record, 3)) + Self.words(cells.text(record, 7)) {
                places[FoldedName.fold(place), default: region] = region
            }
            postcodes += Self.ranges(cells.text(record, 8)).map { ($0, region) }
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
            for place in Self.words(table.source.text(row.places)) { list.places[FoldedName.fold(place)] = region }
            list.postcodes.insert(
                contentsOf: Self.ranges(table.source.text(row.postcodes)).map { ($0, region) }, at: 0)
            for other in Self.words(table.source.text(row.neighbours)).map(list.key) {
                list.facts[region].neighbours.insert(other)
            }
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

    /// The regions that `text` names; those that it may mean where it names none, and nothing where nobody can tell.
    public func regions(named text: String) -> Named {
        if let position = position(text) { return named([position], isGuess: false) }
        let parts = Self.parts(text)
        let found = parts.compactMap(position)
        if !found.isEmpty, found.count == parts.count { return named(found, isGuess: false) }
        let guesses = ([text] + (parts.count > 1 ? parts : [])).compactMap { text in
            (place(text) ?? proposal(for: text)).flatMap { known[FoldedName.fold($0)] }
        }
        var seen: Set<Int> = []
        return named((found + guesses).filter { seen.insert($0).inserted }, isGuess: true)
    }

    private func named(_ positions: [Int], isGuess: Bool) -> Named {
        Named(names: positions.map { names[$0] }, isGuess: isGuess, positions: positions)
    }

    /// All regions of the list, each by itself.
    public var each: [Named] { names.indices.map { named([$0], isGuess: false) } }

    /// The region in which a municipality or place called `text` lies; nil where nobody can tell.
    public func place(_ text: String) -> String? { places[FoldedName.fold(text)].map { names[$0] } }

    /// The region in which a postcode lies, by its four digits; nil where the list does not have it.
    public func region(ofPostcode digits: Int) -> String? {
        postcodes.first { $0.codes.contains(digits) }.map { names[$0.region] }
    }

    /// The number of a region in its source; nil for what is no labour market region of that source.
    public func number(of name: String) -> Int? { known[FoldedName.fold(name)].flatMap { facts[$0].number } }

    /// What a region of the list is.
    public func kind(of name: String) -> Kind? { known[FoldedName.fold(name)].map { facts[$0].kind } }

    /// The regions that border on a region of the list, in the order of the list.
    public func neighbours(of name: String) -> [String] {
        guard let region = known[FoldedName.fold(name)] else { return [] }
        return names.indices.filter { border($0, region) }.map { names[$0] }
    }

    /// How near two lists of regions are, by the nearest of each; nil where they have nothing to do with each other.
    public func nearness(_ left: Named, _ right: Named) -> Nearness? {
        var best: Nearness?
        for a in left.positions {
            for b in right.positions {
                let found: Nearness? =
                    a == b ? .same : holds(a, b) || holds(b, a) ? .within : border(a, b) ? .neighbours : nil
                if let found, best.map({ found < $0 }) ?? true { best = found }
            }
        }
        return best
    }

    private func border(_ a: Int, _ b: Int) -> Bool {
        facts[a].neighbours.contains(facts[b].key) || facts[b].neighbours.contains(facts[a].key)
    }

    /// Whether region `b` lies in `a`, all of it or a part.
    private func holds(_ a: Int, _ b: Int) -> Bool {
        switch facts[a].kind {
        case .country: true
        case .province: facts[b].provinces.contains(facts[a].key)
        // Some regions are provinces too, and have parts of other regions.
        case .region: facts[b].kind == .region && facts[b].provinces.contains(facts[a].key)
        }
    }

    private static func ranges(_ cell: String) -> [ClosedRange<Int>] {
        words(cell).compactMap { text in
            let ends = text.split { $0 == "-" || $0 == "–" }.map { Int($0.filter(\.isNumber)) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                (1000...9999).contains(first), (1000...9999).contains(last)
            else { return nil }
            return first...last
        }
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
        text.listed(joinedBy: ["en"])
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        Substring(text).words.joined(separator: " ")
    }

    private static func words(_ cell: String) -> [String] {
        cell.split(separator: "|").map(Self.trimmed).filter { !$0.isEmpty }
    }

    /// The position of the region called `name`, which is added when nobody has it.
    private mutating func add(_ name: String) -> Int {
        let key = FoldedName.fold(name)
        if let region = known[key] { return region }
        names.append(name)
        facts.append(Facts(key: key))
        known[key] = names.count - 1
        return names.count - 1
    }

    private mutating func spell() {
        spellings = known.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { (SpelledWord($0.key), $0.value) }
    }
}
