import Assessments
import Parameters
@testable import Rules
import SocialReturnModel
import Testing

/// What every rule must have.
@Suite struct CatalogueTests {
    static let rules = Catalogue.all.map(\.facts)
    private static let known = Set(MessageTemplate.Slot.allCases.map(\.rawValue))
    private static let families = ["BST", "IDN", "AVG", "CTR", "INZ", "WRD", "BEW", "INK", "MVM", "RAP"]

    @Test func idsAreUniqueAndInOrder() {
        // Versions of a rule stand beside each other.
        let ids = Self.rules.map(\.id)
        #expect(Set(Self.rules.map { "\($0.id) \($0.version)" }).count == ids.count)
        let positions = ids.compactMap(Self.position)
        #expect(positions.count == ids.count)
        #expect(positions == positions.sorted())
    }

    @Test(arguments: rules)
    func idIsAFamilyAndTwoDigits(_ rule: RuleMetadata) {
        #expect(Self.position(rule.id) != nil, "\(rule.id)")
        #expect(Catalogue.entry(rule.id.lowercased())?.facts.id == rule.id)
        #expect(rule.until != nil || Catalogue.entry(rule.id)?.facts.version == rule.version)
    }

    @Test(arguments: rules)
    func showsATriggeringAndAPassingExample(_ rule: RuleMetadata) {
        #expect(rule.examples.contains { $0.triggers }, "\(rule.id) shows no example that breaks it")
        #expect(rule.examples.contains { !$0.triggers }, "\(rule.id) shows no example that passes")
    }

    @Test(arguments: rules)
    func sourcesExist(_ rule: RuleMetadata) {
        for key in rule.sources {
            #expect(SourceRegister.builtIn[key] != nil, "\(rule.id) names the unknown source \(key)")
        }
        if rule.basis == .law { #expect(!rule.sources.isEmpty, "\(rule.id) stands on a law and names none") }
    }

    @Test(arguments: rules)
    func everyTextIsThereInBothLanguages(_ rule: RuleMetadata) {
        for text in Self.texts(of: rule) {
            #expect(!text.nl.isEmpty && !text.en.isEmpty, "\(rule.id): \(text)")
            #expect(text.nl != text.en || text.nl.count < 12, "\(rule.id) says the same in both languages: \(text.nl)")
        }
    }

    @Test(arguments: rules)
    func placeholdersAreKnownAndTheSameInBothLanguages(_ rule: RuleMetadata) {
        for text in Self.texts(of: rule) {
            #expect(Self.placeholders(in: text.nl) == Self.placeholders(in: text.en), "\(rule.id): \(text)")
            #expect(Self.placeholders(in: text.nl).isSubset(of: Self.known), "\(rule.id): \(text)")
        }
        #expect(Self.placeholders(in: rule.name.nl).isEmpty)
        #expect(Self.placeholders(in: rule.why.nl).isEmpty)
    }

    @Test(arguments: rules)
    func sentencesEndAndNobodyIsFined(_ rule: RuleMetadata) {
        for text in Self.texts(of: rule) where text != rule.name {
            // What a column means is a sentence.
            let ends = { (words: String) in words.hasSuffix("{meaning}") || words.last.map(".?!".contains) == true }
            #expect(ends(text.nl), "\(rule.id): \(text.nl)")
            #expect(ends(text.en), "\(rule.id): \(text.en)")
        }
        for text in Self.texts(of: rule) {
            #expect(!text.nl.lowercased().contains("boete"), "\(rule.id)")
            #expect(!text.en.lowercased().split(separator: " ").contains("fine"), "\(rule.id)")
        }
    }

    @Test(arguments: rules)
    func ownColumnExists(_ rule: RuleMetadata) {
        guard let column = rule.column else { return }
        #expect(AllTables.facts.contains { $0.index(of: column) != nil }, "\(rule.id) points at '\(column)'")
    }

    @Test(arguments: rules)
    func privacyIsAFamilyAndATrait(_ rule: RuleMetadata) {
        #expect(rule.has(.aboutPrivacy) == rule.id.hasPrefix("AVG-"), "\(rule.id)")
    }

    @Test func everyMatterAcrossReportsHasOneRule() {
        for matter in CrossMatter.allCases {
            let rules = Catalogue.current.filter { $0.facts.has(.foundAcrossReports(matter)) }.map(\.facts.id)
            #expect(rules.count == 1, "\(matter): \(rules)")
            #expect([Catalogue.rule(foundAcrossReports: matter)] == rules)
        }
    }

    @Test(arguments: Catalogue.all.filter { $0.facts.has(.aboutPrivacy) }.map(\.facts))
    func privacyRulesNeverShowTheValue(_ rule: RuleMetadata) {
        for text in Self.texts(of: rule) { #expect(!text.nl.contains("{value}"), "\(rule.id)") }
    }

    @Test func soundSubmissionHasNoFindingAboveASignal() throws {
        let assessment = try Example.passes().assess()
        for finding in assessment.findings.all where finding.severity > .signal {
            let shown = assessment.describe(finding, .english)
            Issue.record("\(shown.rule.id) \(shown.file) \(shown.column ?? ""): \(shown.message)")
        }
        #expect(assessment.submission.rowCounts.setAside == 0)
    }

    @Test func soundSubmissionHasEveryTable() throws {
        let submission = try Example.passes().assess().submission
        for table in TableID.submission { #expect(submission.source(of: table) != nil, "\(table)") }
    }

    /// Position of an id in the catalogue document; nil when it is not an id.
    private static func position(_ id: String) -> Int? {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
            let family = families.firstIndex(of: String(parts[0])), let number = Int(parts[1]), number > 0
        else { return nil }
        return family * 100 + number
    }

    private static func texts(of rule: RuleMetadata) -> [Text] {
        let entry = Catalogue.entry(rule.id)
        return [rule.name, rule.message, rule.remedy, rule.why] + (entry?.messages ?? []) + (entry?.remedies ?? [])
    }

    /// The names between braces.
    private static func placeholders(in text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
                String($0.prefix { $0 != "}" })
            })
    }
}
