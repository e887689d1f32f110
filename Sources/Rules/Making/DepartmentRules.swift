import SocialReturnModel
import Synchronization

/// Rules that a department wrote itself in Swift, to judge along with those of the catalogue.
///
/// Their findings stand in every report, letter and file like all others, behind those of the catalogue. They may not do what only reading can:
/// judge what was seen in a cell that could not be read.
public struct DepartmentRules: Sendable {
    /// No rules besides those of the catalogue.
    public static let none = DepartmentRules()

    /// Their positions, behind the rules of the catalogue.
    let positions: [Int16]
    /// The limits that they bring along; `instellingen.csv` of the register may set them like any other.
    public let limits: [Limit]
    /// The word lists that they bring along; `woordenlijsten.csv` of the register may add to them like any other.
    public let wordLists: [RuleWords]

    private init() { (positions, limits, wordLists) = ([], [], []) }

    /// The rules `rules`: `try DepartmentRules(CatalogueEntry(StartsOnWorkday.self))`.
    ///
    /// - Throws: ``DepartmentRuleProblem`` when a rule cannot stand beside those of the catalogue.
    public init(_ rules: CatalogueEntry...) throws(DepartmentRuleProblem) { try self.init(rules) }

    /// The rules of the list `rules`.
    ///
    /// - Throws: ``DepartmentRuleProblem`` when a rule cannot stand beside those of the catalogue.
    public init(_ rules: [CatalogueEntry]) throws(DepartmentRuleProblem) {
        let versions = rules.flatMap(\.versions)
        limits = Catalogue.unique(versions.flatMap(\.facts.limits)).filter { limit in
            !Catalogue.limits.contains { $0 === limit }
        }
        wordLists = Catalogue.unique(versions.flatMap(\.facts.words)).filter { list in
            !Catalogue.wordLists.contains { $0 === list }
        }
        if let problem = Self.problem(rules, limits, wordLists) { throw problem }
        guard let positions = Catalogue.positions(ofOwn: versions) else { throw .tooMany }
        self.positions = positions
    }

    /// The rules by their positions in the catalogue.
    var entries: [(position: Int16, entry: CatalogueEntry)] { positions.map { ($0, Catalogue.entry(at: $0)) } }

    /// The rules as they are in the newest edition.
    public var current: [RuleMetadata] { entries.map(\.entry.facts).filter { $0.isPart(of: .newest) } }

    /// What tells these rules from others: their ids and versions, in order.
    public var names: [String] { entries.map { "\($0.entry.facts.id) \($0.entry.facts.version)" } }

    private static func problem(
        _ rules: [CatalogueEntry], _ limits: [Limit], _ wordLists: [RuleWords]
    ) -> DepartmentRuleProblem? {
        var ids: Set<String> = []
        for facts in rules.map(\.facts) {
            guard facts.id.wholeMatch(of: /[A-Z]{2,6}-[0-9]{2,4}/) != nil else { return .idUnclear(facts.id) }
            if Catalogue.families.contains(where: { facts.id.hasPrefix($0 + "-") }) { return .familyTaken(facts.id) }
            if !ids.insert(facts.id).inserted { return .idTaken(facts.id) }
        }
        if let rule = rules.first(where: { !$0.observationTriggers.isEmpty }) { return .judgesReading(rule.facts.id) }
        var keys = Set((Catalogue.limits.map(\.key) + Catalogue.wordLists.map(\.key)).map(FoldedName.fold))
        for key in limits.map(\.key) + wordLists.map(\.key) where !keys.insert(FoldedName.fold(key)).inserted {
            return .keyTaken(key)
        }
        return nil
    }
}

/// Why a rule of a department cannot stand beside those of the catalogue. A mistake of who wrote the rule, found before anything is judged.
public enum DepartmentRuleProblem: Error, Sendable, Hashable {
    /// The id is not two to six capitals, a hyphen and two to four digits: `OCW-01`.
    case idUnclear(String)
    /// The letters of the id are those of a family of the catalogue, which may get a rule of that number itself.
    case familyTaken(String)
    /// Two rules have this id.
    case idTaken(String)
    /// The key of a limit or word list is that of another one.
    case keyTaken(String)
    /// The rule judges what reading saw.
    case judgesReading(String)
    /// A process knows 1,023 rules at most, the versions of those of the catalogue included.
    case tooMany
}

extension Catalogue {
    /// The rules of departments that this process has met, by type; they keep their positions for as long as it runs, so that a finding stays
    /// as small as it is. Nothing is judged by a rule because it stands here: ``RuleContext/department`` says which ones judge.
    private static let ownEntries = Mutex<[CatalogueEntry]>([])

    /// The most rules that the order of findings has room for.
    private static let mostRules = 1_023

    /// The positions of `versions`, which get one if they have none yet; nil where there is no room.
    fileprivate static func positions(ofOwn versions: [CatalogueEntry]) -> [Int16]? {
        ownEntries.withLock { own in
            var positions: [Int16] = []
            for version in versions {
                let known = own.firstIndex { $0.type == version.type && $0.facts.version == version.facts.version }
                if known == nil { own.append(version) }
                positions.append(Int16(clamping: all.count + (known ?? own.count - 1)))
            }
            guard all.count + own.count <= mostRules else {
                own.removeLast(min(own.count, all.count + own.count - mostRules))
                return nil
            }
            return positions
        }
    }

    /// The rule at `position`: one of the catalogue, or behind those a department's.
    public static func entry(at position: Int16) -> CatalogueEntry {
        let index = Int(position)
        return index < all.count ? all[index] : ownEntries.withLock { $0[index - all.count] }
    }

    /// The number of positions that findings can have, for what is counted by rule.
    public static var positionCount: Int { all.count + ownEntries.withLock { $0.count } }
}

/// Something that is asked of the rule behind many findings: made once for each rule of the catalogue, and when asked for a department's.
public struct PerRule<Value: Sendable>: Sendable {
    @usableFromInline
    let ofCatalogue: [Value]
    private let value: @Sendable (CatalogueEntry) -> Value

    /// What `value` gives for each rule.
    public init(_ value: @escaping @Sendable (CatalogueEntry) -> Value) {
        ofCatalogue = Catalogue.all.map(value)
        self.value = value
    }

    /// The value for the rule at `position`.
    @inlinable
    public subscript(position: Int16) -> Value {
        Int(position) < ofCatalogue.count ? ofCatalogue[Int(position)] : ofDepartment(position)
    }

    /// The value for a department's rule.
    @usableFromInline
    func ofDepartment(_ position: Int16) -> Value { value(Catalogue.entry(at: position)) }
}
