import SocialReturnModel

/// Every rule there is. The list itself is made from the source files, so that adding a rule is adding a file.
public enum Catalogue {
    /// Every rule, family by family, in the order of the ids; a rule with several versions has the oldest first.
    public static let all: [CatalogueEntry] = entries.flatMap(\.versions).map { (key: $0.sortKey, entry: $0) }
        .sorted { $0.key < $1.key }.map(\.entry)

    /// Every rule as it is in the newest edition.
    public static let current: [CatalogueEntry] = rules(in: .newest)

    /// The families of rules, by the letters that their ids begin with, in the order in which a submission is read.
    static let families = ["BST", "IDN", "AVG", "CTR", "INZ", "WRD", "BEW", "INK", "MVM", "RAP"]

    /// The version of the rule with this id in `ruleSet`, whatever the case of its letters; without it the last version.
    public static func entry(_ id: String, in ruleSet: RuleSet? = nil) -> CatalogueEntry? {
        all.last { $0.facts.id == id.uppercased() && (ruleSet.map($0.facts.isPart) ?? true) }
    }

    /// The id of the rule about what shows when reports are compared.
    public static func rule(foundAcrossReports matter: CrossMatter) -> String { ruleOfMatter[matter] ?? "" }

    private static let ruleOfMatter: [CrossMatter: String] = CrossMatter.allCases.reduce(into: [:]) { rules, matter in
        rules[matter] = current.first { $0.facts.has(.foundAcrossReports(matter)) }?.facts.id
    }

    /// Whether the rule with this id looks for personal data; a rule that this catalogue does not know is judged by its family.
    public static func isAboutPrivacy(_ id: String) -> Bool {
        aboutPrivacy[id] ?? privacyFamilies.contains(id.prefix(4))
    }

    private static let aboutPrivacy = Dictionary(
        all.map { ($0.facts.id, $0.facts.has(.aboutPrivacy)) }, uniquingKeysWith: { $0 || $1 })
    private static let privacyFamilies = Set(aboutPrivacy.filter(\.value).keys.map { $0.prefix(4) })

    /// The rules of `ruleSet`.
    public static func rules(in ruleSet: RuleSet) -> [CatalogueEntry] { all.filter { $0.facts.isPart(of: ruleSet) } }

    /// The limits of all rules, in the order of the catalogue, each once.
    public static let limits: [Limit] = unique(all.flatMap(\.facts.limits))

    /// The word lists of all rules, in the order of the catalogue, each once.
    public static let wordLists: [RuleWords] = unique(all.flatMap(\.facts.words))

    /// The limit with this folded key, of the catalogue or of `department`.
    static func limit(_ key: String, _ department: DepartmentRules) -> Limit? {
        limitOfKey[key] ?? department.limits.first { FoldedName.fold($0.key) == key }
    }

    private static let limitOfKey: [String: Limit] = Dictionary(
        limits.map { (FoldedName.fold($0.key), $0) }, uniquingKeysWith: { first, _ in first })

    static func unique<Object: AnyObject>(_ objects: [Object]) -> [Object] {
        var known: Set<ObjectIdentifier> = []
        return objects.filter { known.insert(ObjectIdentifier($0)).inserted }
    }
}

extension CatalogueEntry {
    /// The family's place, the number in it, and the version.
    fileprivate var sortKey: (Int, Substring, Int) {
        let family = Catalogue.families.firstIndex { facts.id.hasPrefix($0) } ?? Catalogue.families.count
        return (family, facts.id.dropFirst(4), facts.version)
    }
}
