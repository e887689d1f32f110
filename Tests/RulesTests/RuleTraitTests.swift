import Assessments
import Intake
@testable import Rules
import SocialReturnModel
import Testing

/// Whether rules say of themselves what decides who may read their findings.
@Suite struct RuleTraitTests {
    /// A name of another in a message is told by the trait, whoever wrote the rule; what the supplier wrote itself needs none.
    ///
    /// Each example of each rule runs; then every message is searched for the names of organisations that only the register has, and for texts
    /// that only another supplier's report has.
    @Test func namesOfOthersAreToldByTheTrait() throws {
        var quoting: Set<String> = []
        for run in ExampleRun.all {
            let assessment = try run.result.get()
            let foreign = Self.foreignTexts(in: assessment, run.example)
            guard !foreign.isEmpty else { continue }
            for finding in assessment.findings.all where finding.place.table.isSubmission {
                let facts = Catalogue.all[Int(finding.rule)].facts
                let words = Language.allCases.map { language in
                    let shown = assessment.describe(finding, language)
                    return shown.message + " " + shown.remedy
                }
                guard let name = foreign.first(where: { name in words.contains { $0.contains(name) } }) else {
                    continue
                }
                quoting.insert(facts.id)
                #expect(facts.has(.quotesThirdPartyNames), "\(facts.id) quotes '\(name)': \(words[0])")
            }
        }
        // The search finds something: an example shows what a rule for the supplier quotes.
        let told = Catalogue.all.map(\.facts).filter { $0.has(.quotesThirdPartyNames) && $0.audience == .supplier }
        #expect(!told.isEmpty && quoting.isSuperset(of: told.map(\.id)), "\(quoting)")
    }

    /// What reading calls a personal datum is the matter of a rule about privacy, and the other way round, so that no kind is forgotten in one
    /// of the two.
    @Test func personalDataAreTheMatterOfRulesAboutPrivacy() {
        var judged: Set<Observation.Kind> = []
        for entry in Catalogue.all {
            for trigger in entry.observationTriggers where trigger.kind.personalDatum != nil {
                judged.insert(trigger.kind)
                #expect(
                    entry.facts.has(.aboutPrivacy) || entry.facts.id == "BEW-09", "\(entry.facts.id): \(trigger.kind)")
            }
            if entry.facts.has(.aboutPrivacy) {
                for trigger in entry.observationTriggers {
                    #expect(trigger.kind.personalDatum != nil, "\(entry.facts.id): \(trigger.kind)")
                }
            }
        }
        #expect(judged == Set(Observation.Kind.allCases.filter { $0.personalDatum != nil }))
        #expect(Set(judged.compactMap(\.personalDatum)) == Set(PersonalDatum.allCases))
    }

    @Test func onlyTheTraitLetsAThirdPartyIn() {
        for facts in Catalogue.all.map(\.facts) {
            for origin in [TextOrigin.supplier, .tool, .register] { #expect(facts.mayQuote(origin), "\(facts.id)") }
            #expect(facts.mayQuote(.thirdParty) == facts.has(.quotesThirdPartyNames), "\(facts.id)")
        }
    }

    /// Names in the register and texts of other suppliers' reports that the submission itself does not hold.
    private static func foreignTexts(in assessment: Assessment, _ example: Example) -> Set<String> {
        var own = CellTexts()
        assessment.submission.forEachTable(&own)
        var foreign = NamesOfOrganisations()
        assessment.context.register?.forEachTable(&foreign)
        var texts = foreign.names
        for lines in example.previous {
            guard let files = try? ExampleSubmission(lines).submissionFiles,
                let report = try? SubmissionReader.read(files),
                report.coverRow.supplierKvK != assessment.submission.coverRow.supplierKvK
            else { continue }
            var others = CellTexts()
            report.forEachTable(&others)
            texts.formUnion(others.texts)
        }
        // A short text, a number or a code, says nothing of whose it is.
        return texts.filter { text in
            text.count > 8 && text.contains { $0.isLetter } && !own.texts.contains { $0.contains(text) }
        }
    }
}

/// The texts of all cells of tables.
private struct CellTexts: TableVisitor {
    var texts: Set<String> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        for index in table.rows.indices {
            for column in Row.table.facts.columns.indices { texts.insert(table.written(index, column: column)) }
        }
    }
}

/// The names in the register's lists of organisations.
private struct NamesOfOrganisations: TableVisitor {
    var names: Set<String> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard [.suppliers, .partners, .subcontractors].contains(table.source.id),
            let column = Row.table.facts.columns.firstIndex(where: { $0.name == "naam" })
        else { return }
        for index in table.rows.indices { names.insert(table.written(index, column: column)) }
    }
}
