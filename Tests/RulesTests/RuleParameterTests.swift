import Assessments
@testable import Rules
import SocialReturnModel
import Testing

/// Limits and word lists: built in, replaced by the register, never in silence.
@Suite struct RuleParameterTests {
    private static func settings(_ lines: String...) throws -> (Assessment, [LimitSetting]) {
        let assessment = try ExampleSubmission.assessment(of: lines)
        return (assessment, assessment.context.parameters.settings)
    }

    private static func ids(_ assessment: Assessment) -> Set<String> {
        Set(assessment.findings.all.map { Catalogue.all[Int($0.rule)].facts.id })
    }

    @Test func everyLimitHasAValueWithinItsRange() {
        for limit in Catalogue.limits {
            for dated in limit.values { #expect(limit.range.contains(dated.value), "\(limit.key)") }
            #expect(limit.values.map(\.since.validFrom) == limit.values.map(\.since.validFrom).sorted())
        }
        let keys = Set(Catalogue.limits.map { FoldedName.fold($0.key) })
        #expect(keys.count == Catalogue.limits.count, "two limits have one key")
    }

    @Test func aLimitOfTheDepartmentGoesBeforeTheBuiltIn() throws {
        let (assessment, settings) = try Self.settings("instellingen: sleutel=ongebruikelijke_weekuren; waarde=20")
        let setting = try #require(settings.first { $0.limit.key == "ongebruikelijke_weekuren" })
        #expect(setting.value == 20)
        guard case .register = setting.origin else {
            Issue.record("the origin of a replaced limit must be the register")
            return
        }
        #expect(Self.ids(assessment).contains("INZ-06"))
    }

    @Test func aLimitOfAContractGoesBeforeThatOfTheDepartment() throws {
        let both = try Self.settings(
            "instellingen: sleutel=ongebruikelijke_weekuren; waarde=20",
            "instellingen: contractnummer=BZK-2026-0147; sleutel=ongebruikelijke_weekuren; waarde=30")
        #expect(!Self.ids(both.0).contains("INZ-06"))
        #expect(both.1.filter { $0.limit.key == "ongebruikelijke_weekuren" }.map(\.value) == [20, 30])
        let other = try Self.settings(
            "contracten:", "contracten: contractnummer=BZK-2026-0200",
            "instellingen: contractnummer=BZK-2026-0200; sleutel=ongebruikelijke_weekuren; waarde=20")
        #expect(!Self.ids(other.0).contains("INZ-06"))
    }

    @Test(arguments: [
        "sleutel=voorbehouden_aandeel; waarde=20", "sleutel=ongebruikelijke_weekuren; waarde=500",
        "sleutel=bestaat_niet; waarde=1",
    ])
    func aLineThatIsNotValidChangesNothingAndIsReported(_ line: String) throws {
        let (assessment, settings) = try Self.settings("instellingen: \(line)")
        #expect(Self.ids(assessment).contains("CTR-15"))
        for setting in settings { #expect(setting.value == setting.limit.builtIn(on: assessment.context.today).value) }
    }

    @Test func wordsOfTheDepartmentAreFoundAndItsExceptionsAreNot() throws {
        let text = "inzet: toelichting=begeleiding na wintertenen"
        #expect(try !Self.ids(ExampleSubmission.assessment(of: [text])).contains("AVG-06"))
        let added = "woordenlijsten: lijst=medische_termen; woord=wintertenen; vorm=heel"
        #expect(try Self.ids(ExampleSubmission.assessment(of: [text, added])).contains("AVG-06"))
        let ended = added + "; geldig_tot=31-12-2025"
        #expect(try !Self.ids(ExampleSubmission.assessment(of: [text, ended])).contains("AVG-06"))

        let autism = "inzet: toelichting=extra begeleiding vanwege autisme"
        #expect(try Self.ids(ExampleSubmission.assessment(of: [autism])).contains("AVG-06"))
        let exception = "woordenlijsten: lijst=Medische termen; woord=autisme; vorm=niet"
        #expect(try !Self.ids(ExampleSubmission.assessment(of: [autism, exception])).contains("AVG-06"))
    }
}
