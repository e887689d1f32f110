import Assessments
import Rules
import SocialReturnModel
import Testing

/// Every text that a supplier reads says what, where, why and how to repair, in both languages.
@Suite struct SupplierTextTests {
    static let entries = Catalogue.all.map(\.facts).filter { $0.audience == .supplier }

    @Test(arguments: entries)
    func whatWhyAndHowDiffer(_ rule: RuleMetadata) {
        for language in Language.allCases {
            let texts = [rule.name, rule.message, rule.remedy, rule.why].map { $0[language] }
            #expect(Set(texts).count == texts.count, "\(rule.id): \(texts)")
            #expect(texts.allSatisfy { $0.contains { $0.isLetter } }, "\(rule.id): \(texts)")
        }
    }

    /// Each finding of each example, as it is shown: what was seen, where, and something to do.
    @Test(arguments: Language.allCases)
    func everyFindingSaysWhereAndWhatToDo(_ language: Language) throws {
        var shown = 0
        for run in ExampleRun.all where run.rule.audience == .supplier && run.example.triggers {
            guard case .success(let assessment) = run.result else { continue }
            for finding in run.findings(in: assessment) {
                let text = assessment.describe(finding, language)
                shown += 1
                #expect(!text.file.isEmpty && !text.message.isEmpty, sourceLocation: run.sourceLocation)
                // A place in a row has the row's number; a finding on its column has the column's name.
                #expect((text.row == nil) == !finding.place.isInRow, sourceLocation: run.sourceLocation)
                #expect(
                    Self.asksSomething(text.remedy, language), "\(run.rule.id): \(text.remedy)",
                    sourceLocation: run.sourceLocation)
            }
        }
        #expect(shown > Self.entries.count / 2)
    }

    @Test(arguments: [
        ("Vul een datum in.", true), ("Het gaat om 5 uur; licht uw waarde toe.", true), ("Is dit een correctie?", true),
        ("U hoeft niets te doen.", true), ("Een factuur telt één keer.", false), ("De vulling klopt.", false),
    ])
    func theTestItselfTellsThemApart(_ remedy: String, _ expected: Bool) {
        #expect(Self.asksSomething(remedy, .dutch) == expected)
    }

    /// Whether a part of `remedy` begins with a verb that asks, or is a question, or says that nothing need be done.
    static func asksSomething(_ remedy: String, _ language: Language) -> Bool {
        let text = remedy.lowercased()
        if text.contains("?") || reassurances[language, default: []].contains(where: text.contains) { return true }
        let parts = text.split { ".!;:,()".contains($0) }
        return parts.contains { part in
            let words = part.split(separator: " ").prefix(2).map(String.init)
            return words.contains(where: verbs[language, default: []].contains)
        }
    }

    private static let reassurances: [Language: [String]] = [
        .dutch: ["hoeft u niets", "u hoeft niets", "geen actie nodig"],
        .english: ["no action needed", "no action is needed"],
    ]

    private static let verbs: [Language: Set<String>] = [
        .dutch: [
            "beschrijf", "bespreek", "bevestig", "controleer", "gebruik", "geef", "haal", "herstel", "kies", "kijk",
            "laat",
            "leg", "lever", "licht", "maak", "meld", "neem", "noem", "onderbouw", "plaats", "plan", "reken", "schrijf",
            "sla",
            "sluit", "splits", "stuur", "toon", "typ", "verander", "verbeter", "verdeel", "verplaats", "vervang",
            "verwijder",
            "voeg",
            "vraag",
            "vul", "zet", "zoek",
        ],
        .english: [
            "change",
            "add", "agree", "ask", "calculate", "call", "check", "choose", "close", "confirm", "correct", "deliver",
            "describe",
            "discuss",
            "divide", "explain", "fill", "format", "give", "join", "leave", "look", "make", "move", "name",
            "place",
            "plan", "put", "remove", "replace", "report", "save", "send", "show", "split", "substantiate", "supply",
            "tell", "type",
            "use", "write",
        ],
    ]
}
