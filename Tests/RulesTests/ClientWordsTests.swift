import Assessments
import SocialReturnModel
import Testing

@testable import Rules

/// Who did not hand in the report reads of the supplier, and is not spoken to as if it were the supplier.
@Suite struct ClientWordsTests {
    @Test(arguments: [
        (Language.dutch, "Haal deze rij weg. Uw rij 3 blijft staan.", "Haal deze rij weg. Rij 3 blijft staan."),
        (.dutch, "Eerder meldde u PW.", "Eerder meldde de leverancier PW."),
        (.dutch, "Overleg dan met uw jurist.", "Overleg dan met uw jurist."),
        (.dutch, "Zeg dat dan in 'Uw antwoord'.", "Zeg dat dan in 'Uw antwoord'."),
        (.english, "Remove this row. Your row 3 stays.", "Remove this row. Row 3 stays."),
        (.english, "Before you reported PW.", "Before, the supplier reported PW."),
        (.english, "There is no total.", "There is no total."),
    ])
    func speaksOfTheSupplier(_ language: Language, _ text: String, _ words: String) {
        #expect(ClientWords.replacing(text, language) == words)
    }

    /// What was seen is said of the supplier, by every rule; what to do speaks to whose turn it is, but not of rows and reports of the reader.
    @Test func everyRuleHasWordsForWhoDidNotHandIn() throws {
        let (you, your) = (/\b([Uu]|[Uu]w|[Yy]ou|[Yy]our)\b/, /\b([Uu]w|[Yy]our)\b(?! (antwoord|answer|own\.))/)
        var checked = 0
        for run in ExampleRun.all where run.example.triggers {
            guard case .success(let assessment) = run.result else { continue }
            for finding in run.findings(in: assessment)
            where finding.audience == .supplier && finding.place.table.isSubmission {
                for language in Language.allCases {
                    let shown = assessment.describe(finding, language, for: .client)
                    // What a column means is said in the words of the field guide.
                    let meaning = finding.place.column.knownIndex.map {
                        AllTables.facts(finding.place.table).columns[$0].meaning[language]
                    }
                    let message = shown.message.replacing(meaning ?? "\u{1}", with: "")
                    #expect(message.firstMatch(of: you) == nil, "\(message)", sourceLocation: run.sourceLocation)
                    #expect(
                        shown.remedy.firstMatch(of: your) == nil, "\(shown.remedy)", sourceLocation: run.sourceLocation)
                    checked += 1
                }
            }
        }
        #expect(checked > 400)
    }

    @Test func whatTheContractManagerIsAskedSpeaksToIt() throws {
        let assessment = try Example.triggers("inzet: inzet_id=P-001", "inzet: inzet_id=P-002").assess()
        let finding = try #require(assessment.findings.all.first { Catalogue.all[Int($0.rule)].facts.id == "INZ-14" })
        #expect(assessment.describe(finding, .dutch).message.hasSuffix("als in uw rij 2."))
        #expect(assessment.describe(finding, .dutch, for: .client).message.hasSuffix("als in rij 2."))
        #expect(assessment.turn(of: finding) == .supplier)
    }
}
