import Intake
import Parameters
import Testing

@testable import Maatwerk

@Suite struct ExplanationTests {
    private let toolkit: [Language: Toolkit]

    init() throws {
        toolkit = [.dutch: try Toolkit(language: .dutch), .english: try Toolkit(language: .english)]
    }

    /// The explanations of `subject` in `language`, each as text by label; double labels are joined.
    private func explained(_ subject: String, _ language: Language) throws -> [(title: String, lines: [String: String])]
    {
        try #require(toolkit[language]).explain(subject).map { explanation in
            (
                explanation.title,
                Dictionary(explanation.lines.map { ($0.label, $0.text) }, uniquingKeysWith: { "\($0) \($1)" })
            )
        }
    }

    @Test(arguments: Catalogue.all.map(\.facts.id), Language.allCases)
    func everyRuleSaysWhatWhyAndHow(_ id: String, _ language: Language) throws {
        let rule = try #require(try explained(id, language).first)
        let labels =
            language == .dutch
            ? ["Wat wij zien", "Waarom", "Wat te doen", "Ernst", "Kijkt naar", "Grond", "Wie herstelt", "Geldt"]
            : ["What we see", "Why", "What to do", "Severity", "Looks at", "Ground", "Who corrects it", "Holds"]
        #expect(rule.title.hasPrefix(id + "  "))
        for label in labels { #expect(rule.lines[label]?.isEmpty == false, "\(id): \(label)") }
        let facts = try #require(Catalogue.entry(id)).facts
        #expect((rule.lines[language == .dutch ? "Nodig" : "Needs"] != nil) == !facts.needs.isEmpty)
        #expect((rule.lines[language == .dutch ? "Bron" : "Source"] != nil) == !facts.sources.isEmpty)
        for text in rule.lines.values {
            #expect(!text.contains("{") && !text.contains("bestand notities") && !text.contains("=#"), "\(id): \(text)")
        }
    }

    @Test(arguments: AllTables.facts, Language.allCases)
    func everyFileAndColumnSaysWhatAndHow(_ table: TableFacts, _ language: Language) throws {
        let labels =
            language == .dutch
            ? ["Betekenis", "Verplicht", "Zo schrijft u het", "Voorbeeld", "Privacy", "Regels"]
            : ["Meaning", "Required", "How to write it", "Example", "Privacy", "Rules"]
        for column in table.columns {
            let title = "\(column.name)  (\(table.fileName))"
            let found = try #require(try explained(column.name, language).first { $0.title == title }, "\(title)")
            for label in labels { #expect(found.lines[label]?.isEmpty == false, "\(title): \(label)") }
            if let list = column.codes {
                for code in list.entries { #expect(found.lines["Codes"]?.contains(code.code) == true, "\(title)") }
            }
            for alias in column.aliases where language == .dutch {
                #expect(!(try explained(alias, language).isEmpty), "\(alias)")
            }
        }
        for name in [table.fileName, table.stem] {
            let file = try #require(
                try explained(name, language).first { $0.title.hasPrefix(table.fileName) }, "\(name)")
            #expect(file.lines[labels[0]] == table.meaning[language])
            #expect(file.lines[language == .dutch ? "Wat te doen" : "What to do"] != nil)
        }
    }

    @Test(arguments: Toolkit.codeLists.map(\.name.nl), Language.allCases)
    func everyCodeSaysWhatAndHow(_ name: String, _ language: Language) throws {
        let list = try #require(Toolkit.codeLists.first { $0.name.nl == name })
        let labels =
            language == .dutch
            ? ["Betekenis", "In het Engels", "Lijst", "Staat in", "Zo schrijft u het", "Regels"]
            : ["Meaning", "In Dutch", "List", "Used in", "How to write it", "Rules"]
        for entry in list.entries {
            let found = try explained(entry.code, language).filter {
                $0.title == entry.code && $0.lines[labels[2]] == list.name[language]
            }
            #expect(found.count == 1, "\(entry.code) of \(name)")
            for label in labels { #expect(found.first?.lines[label]?.isEmpty == false, "\(entry.code): \(label)") }
            for alias in entry.aliases
            where language == .dutch && list.rawValue(for: alias) == list.rawValue(for: entry.code) {
                #expect(try explained(alias, language).contains { $0.title == entry.code }, "\(alias)")
            }
        }
    }

    /// What somebody asks of a table, and a part of the answer.
    @Test(arguments: [
        ("GRONINGEN-2025", "Hoe zeker", "uit tweede hand (B)"),
        ("UTRECHT", "Hoe zeker", "gelezen bij de bron zelf (A)"),
        ("oost-nederland", "Heette eerder", "OOST-NEDERLAND"), ("EIGEN", "Hoe zeker", "niet vermeld"),
        ("EIGEN", "Staat in", "eigen.csv"), ("EIGEN", "PROEF", "1.234,50"),
        ("STUK", "Fout", "stuk.csv, rij 3, kolom waarde"),
        ("EIGEN/PROEF", "EIGEN", "1.234,50"), ("UTRECHT/SOCINK", "UTRECHT", "in overleg: telt mee zodra"),
    ])
    func aTableSaysHowCertainItIsAndWhereItStands(_ subject: String, _ label: String, _ part: String) throws {
        let heading = "soort_regel;tabel_id;blok_code;invoertabel;doelgroep;waarde;eenheid\n"
        let register = try ContractRegister.read(
            [SourceFile(name: "contracten.csv", text: "contractnummer\nBZK-1\n")],
            valuationTables: [
                SourceFile(
                    name: "eigen.csv", text: heading + "tabel;EIGEN;;;;;\nblok;EIGEN;PROEF;inzet;PW;1234,50;jaar\n"),
                SourceFile(name: "stuk.csv", text: heading + "tabel;STUK;;;;;\nblok;STUK;PROEF;inzet;PW;veel;jaar\n"),
            ])
        let explanations = Toolkit(register: register, language: .dutch).explain(subject)
        #expect(explanations.contains { $0.lines.contains { $0.label == label && $0.text.contains(part) } })
    }

    @Test(arguments: Language.allCases)
    func everyTableBlockSourceAndSettingHasAnExplanation(_ language: Language) throws {
        let meaning = language == .dutch ? "Betekenis" : "Meaning"
        let (why, remedy) = language == .dutch ? ("Waarom", "Wat te doen") : ("Why", "What to do")
        for table in try #require(toolkit[language]).tables.all {
            let found = try #require(try explained(table.id, language).first { $0.title == table.shownID[language] })
            for label in [meaning, why, remedy] {
                #expect(found.lines[label]?.isEmpty == false, "\(table.id): \(label)")
            }
            for code in table.blocks.map(\.code) {
                let block = try #require(
                    try explained(code, language).first { $0.title.hasSuffix(" " + code) }, "\(code)")
                #expect(
                    block.lines[table.shownID[language]] != nil && block.lines[why] != nil && block.lines[remedy] != nil
                )
                #expect(found.lines[code] != nil)
                let own = try #require(try explained("\(table.id)/\(code)", language).first)
                #expect(own.lines[table.shownID[language]] != nil && own.lines.count == 4, "\(table.id)/\(code)")
            }
            for code in table.bonusCodes {
                #expect(try explained(code, language).contains { $0.title == "bonus " + code })
            }
        }
        for source in SourceRegister.builtIn.all {
            let found = try #require(try explained(source.key, language).first { $0.title.hasSuffix(" " + source.key) })
            #expect(found.lines[language == .dutch ? "Titel" : "Title"] == source.title)
        }
        for key in Catalogue.limits.map(\.key) + Catalogue.wordLists.map(\.key) {
            let found = try #require(try explained(key, language).first, "\(key)")
            for label in [meaning, why] { #expect(found.lines[label]?.isEmpty == false, "\(key): \(label)") }
        }
        for severity in Severity.allCases {
            #expect(try explained(severity.code, language).first?.lines[remedy] != nil)
        }
    }

    @Test func generalRulesExist() {
        for column in AllTables.facts.flatMap(\.columns) {
            for group in Toolkit.groups(of: column) {
                #expect(Catalogue.current.contains { $0.facts.has(.ofEveryColumn(group)) }, "\(group)")
            }
        }
    }

    @Test(arguments: [
        ("begindatum", ["INZ-03", "INZ-04", "BST-11"], ["WRD-01"]),
        ("doelgroep", ["INZ-01", "AVG-12", "BST-15"], ["BST-17"]),
        ("deelnemercode", ["AVG-10", "INZ-14"], ["INZ-06"]), ("uren_per_week", ["INZ-06", "BST-16"], ["BST-11"]),
        ("werkgever_kvk", ["IDN-01"], ["BST-16"]),
    ])
    func aColumnNamesTheRulesThatLookAtIt(_ column: String, _ named: [String], _ others: [String]) throws {
        let rules = try #require(try explained(column, .dutch).first?.lines["Regels"])
        for rule in named { #expect(rules.contains(rule), "\(rule)") }
        for rule in others { #expect(!rules.contains(rule), "\(rule)") }
    }

    @Test(
        arguments: [
            (
                Example.triggers("inzet: begindatum=01-06-2026; einddatum="),
                "inzet.csv: begindatum 01-06-2026, einddatum (leeg)"
            ),
            (.triggers("-voorblad"), "geen voorblad.csv"),
            (.triggers("bewijs"), "bewijs.csv: zonder rijen"),
            (.triggers("inzet -einddatum:", withRegister: false), "inzet.csv: zonder kolom einddatum; zonder register"),
            (
                .triggers(previous: [["voorblad: periode=2026-Q1"], []]),
                "een inzending; eerder ontvangen: voorblad.csv: periode 2026-Q1; eerder ontvangen: dezelfde gegevens"
            ),
            (.triggers("inzet: toelichting=nummer 123456782"), "inzet.csv: toelichting nummer *********"),
            (.triggers("bestand uren.csv: a;b\n1;2"), nil), (.triggers(), nil),
        ] as [(Example, String?)])
    func examplesAreReadable(_ example: Example, _ text: String?) {
        #expect(ExampleText(example, .dutch, hidesNewColumns: false)?.text == text)
    }

    @Test func examplesOfPrivacyRulesHoldNoSuchValue() {
        for facts in Catalogue.all.map(\.facts) where facts.id.hasPrefix("AVG-0") {
            for example in facts.examples where example.triggers {
                guard let text = ExampleText(example, .dutch, hidesNewColumns: true)?.text else { continue }
                #expect(!text.contains(/[0-9]{4}/) && !text.contains("@") && !text.contains("Voorbeeldstad"), "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("begindatm", "begindatum"), ("INZ-3", "INZ-03"), ("inzet.cvs", "inzet.csv"), ("leiden", "LEIDEN-2023-09"),
        ("AW-TXTT", "AW-TXT"), ("dienstverbnd", "dienstverband"), ("kleinstegroepp", "kleinste_groep"),
    ])
    func aWordThatIsNearlyRightGivesTheRightOne(_ typed: String, _ name: String) throws {
        let toolkit = try #require(toolkit[.dutch])
        #expect(toolkit.explain(typed).isEmpty)
        #expect(toolkit.namesNear(typed).contains(name))
        #expect(toolkit.namesNear(typed).count <= 3)
    }

    @Test(arguments: ["", " ", "-", "ZZZ-99", String(repeating: "x", count: 100_000)])
    func whatIsNothingHasNoExplanation(_ typed: String) throws {
        #expect(try #require(toolkit[.dutch]).explain(typed).isEmpty)
    }

    @Test func everyNameThatIsProposedIsExplained() throws {
        for name in try #require(toolkit[.dutch]).explainedNames {
            #expect(!(try explained(name, .dutch).isEmpty), "\(name)")
        }
    }
}
