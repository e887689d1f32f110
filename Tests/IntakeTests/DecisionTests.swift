import Intake
import SocialReturnModel
import Testing

@Suite struct DecisionTests {
    private static let topic = TopicID("hulpvraag", contract: "C-1")

    private static func decision(
        _ cells: String..., contract: String = "C-1", topic: TopicID = topic, period: String = "2026-Q1"
    ) -> Decision {
        var decision = Decision(contract: contract, topic: topic, period: period)
        decision.cells = (0..<4).map { $0 < cells.count ? cells[$0] : "" }
        return decision
    }

    private static func kind(_ addition: Decisions.Addition) -> String {
        switch addition {
        case .known: "known"
        case .added: "added"
        case .conflicting(let others): "beside \(others.map(\.agreement).joined(separator: ", "))"
        }
    }

    /// What is there, what comes, and what becomes of it.
    @Test(arguments: [
        (decision("A", "wij"), decision("A", "wij"), "known"),
        (decision("A", "wij"), decision("a ", " Wij"), "known"),
        (decision("'=1+1"), decision("=1+1"), "known"),
        // Less than what is there is known; more is added, and contradicts nothing.
        (decision("A", "wij"), decision("A"), "known"),
        (decision("A"), decision("A", "wij", "30-06-2026"), "added"),
        (decision("A"), decision("B"), "beside A"),
        (decision("A", "wij"), decision("A", "zij"), "beside A"),
        (decision("A", "", "01-01-2026"), decision("A", "wij"), "beside A"),
        (decision("A"), decision("B", period: "2026-Q2"), "added"),
        (decision("A"), decision("B", contract: "C-2"), "added"),
        (decision("A"), decision("A", contract: "c-1"), "known"),
        (decision("A"), decision("B", topic: TopicID("loopt-achter", contract: "C-1")), "added"),
    ])
    func theSameTwiceAddsNothing(_ first: Decision, _ second: Decision, _ outcome: String) {
        var decisions = Decisions()
        _ = decisions.add(first)
        #expect(decisions.holds(second) == (outcome == "known"))
        #expect(Self.kind(decisions.add(second)) == outcome)
        #expect(decisions.all.count == (outcome == "known" ? 1 : 2))
        #expect(decisions.all[0] == first)
    }

    /// Decisions by period, the period of the report, and what it shows.
    @Test(
        arguments: [
            ([("2026-Q1", "A"), ("2026-Q2", "B")], "2026-Q3", ["B"]),
            ([("2026-Q2", "B"), ("2026-Q1", "A")], "2026-Q3", ["B"]),
            // Made again it shows what was agreed in the same period; of a later one it knows nothing.
            ([("2026-Q1", "A"), ("2026-Q2", "B")], "2026-Q2", ["B"]),
            ([("2026-Q1", "A"), ("2026-Q2", "B")], "2026-Q1", ["A"]),
            ([("2026-Q1", "A"), ("2026-Q2", "B")], "2025-Q4", []),
            // Two that differ are both shown; one that says less is not.
            ([("2026-Q1", "A"), ("2026-Q1", "B")], "2026-Q2", ["A", "B"]), ([("2026-H1", "A")], "2026-Q2", ["A"]),
        ] as [([(String, String)], String, [String])])
    func theLastTimeIsShown(_ rows: [(String, String)], _ period: String, _ shown: [String]) throws {
        var decisions = Decisions()
        for (period, text) in rows { _ = decisions.add(Self.decision(text, period: period)) }
        let through = try #require(ReportingPeriod(written: period))
        #expect(decisions.previous(of: Self.topic, contracts: ["c-1"], through: through).map(\.agreement) == shown)
        #expect(decisions.previous(of: Self.topic, contracts: ["C-2"], through: through).isEmpty)
    }

    @Test func whatWasOnlyAddedToIsShownOnce() {
        var decisions = Decisions()
        _ = decisions.add(Self.decision("A"))
        _ = decisions.add(Self.decision("A", "wij"))
        #expect(decisions.previous(of: Self.topic, contracts: ["C-1"]).map(\.owner) == ["wij"])
    }

    /// Years of decisions about one topic take no longer than their number: they were all laid beside each other.
    @Test(.timeLimit(.minutes(1))) func thousandsAboutOneTopicAreLookedUp() {
        var decisions = Decisions()
        let texts = (0..<4000).map { "A \($0)" }
        for text in texts { _ = decisions.add(Self.decision(text)) }
        // What only adds to another takes its place.
        _ = decisions.add(Self.decision("A 7", "wij"))
        #expect(decisions.all.count == 4001)
        #expect(decisions.holds(Self.decision("a 7", "Wij")) && !decisions.holds(Self.decision("A 7", "zij")))
        let shown = decisions.previous(of: Self.topic, contracts: ["C-1"])
        #expect(shown.map(\.agreement) == texts.filter { $0 != "A 7" } + ["A 7"])
    }

    @Test func aTopicKeepsItsIDInOtherWords() {
        let old = TopicID(
            "knelpunt", key: TopicID.words("Geen geschikte kandidaten voor de nachtdienst"), contract: "C-1")
        let new = TopicID(
            "knelpunt", key: TopicID.words("Geschikte kandidaten ontbreken voor nachtdiensten"), contract: "C-1")
        var decisions = Decisions()
        _ = decisions.add(Self.decision("A", topic: old))
        #expect(new != old)
        #expect(decisions.known(new, contract: "C-1") == old)
        #expect(decisions.known(new, contract: "C-2") == new)
    }

    // MARK: - The file

    private static let headings =
        "contractnummer;onderwerp;periode;afspraak;wie;voor_wanneer;toelichting;vastgelegd_op;bron"

    private static func register(_ lines: [String]) throws -> ContractRegister {
        let contracts =
            "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum\n"
            + "C-1;Een;GROEN;12345678;dienst;01-01-2026;31-12-2028\n"
        return try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: contracts),
            SourceFile(name: "besluiten.csv", text: ([headings] + lines).joined(separator: "\n") + "\n"),
        ])
    }

    /// A line, the problems with it by name, and whether it holds.
    @Test(
        arguments: [
            ("C-1;hulpvraag/c-1;2026-Q1;A;wij;30-06-2026;;;", [], true),
            (";register-ontbreekt/@12345678;2026-Q1;A;;;;;", [], true),
            ("C-1;hulpvraag/c-1;2026-Q1;A;;volgende maand;;;", ["noDay"], true),
            ("C-1;;2026-Q1;A;;;;;", ["noTopic"], false),
            ("C-1;hulpvraag/c-1;winter;A;;;;;", ["noPeriod"], false),
            ("C-9;hulpvraag/c-9;2026-Q1;A;;;;;", ["reference"], true),
        ] as [(String, [String], Bool)])
    func linesAreReadWithCare(_ line: String, _ problems: [String], _ holds: Bool) throws {
        let register = try Self.register([line])
        let found =
            register.decisions.problems.map { "\($0.problem)" } + register.referencesToNothing.map { _ in "reference" }
        #expect(found == problems)
        #expect(register.decisions.all.count == (holds ? 1 : 0))
        if line.contains("volgende") { #expect(register.decisions.all.first?.dueBy == "volgende maand") }
    }

    @Test func aDoubledLineCountsOnce() throws {
        let register = try Self.register([
            "C-1;hulpvraag/c-1;2026-Q1;A;wij;;;01-07-2026;een", "C-1;hulpvraag/c-1;2026-Q1;A;wij;;;02-07-2026;twee",
            "C-1;hulpvraag/c-1;2026-Q1;B;wij;;;02-07-2026;twee",
        ])
        #expect(register.doubles.map(\.firstRow) == [2])
        #expect(register.decisions.all.map(\.agreement) == ["A", "B"])
    }

    /// A file as somebody left it, and how the part before new rows begins and ends.
    @Test(arguments: [
        ("\u{FEFF}\(headings)\r\nC-1;x;2026-Q1;één;;;;;\r\n", "\r\n", false),
        ("\(headings)\nC-1;x;2026-Q1;één;;;;;\n", "\n", false),
        ("\(headings)\nC-1;x;2026-Q1;één;;;;;", "\n", false),
        ("onderwerp,periode,contractnummer,afspraak\nx,2026-Q1,C-1,\"één, twee\"\n", "\n", true),
    ])
    func nothingThatIsThereChanges(_ text: String, _ end: String, _ isRewritten: Bool) throws {
        let file = try DecisionFile(SourceFile(name: "besluiten.csv", text: text))
        let beginning = String(decoding: file.beginning, as: UTF8.self)
        #expect(beginning.hasSuffix(end))
        #expect(file.lineEnd == Array(end.utf8))
        #expect(file.decisions.all.first?.agreement.hasPrefix("één") == true)
        if isRewritten {
            #expect(beginning.contains("x,2026-Q1,C-1,\"één, twee\",,,,,\n"))
            #expect(file.columns.compactMap(\.self).count == 9)
        } else {
            #expect(beginning == text || beginning == text + end)
        }
    }

    /// Nobody knows where the cells of a line end whose quote stays open: written anew, it would become a decision.
    @Test func aLineThatCannotBeReadIsNotWrittenAnew() throws {
        func text(_ headings: String) -> String {
            "\(headings)\nC-1;x;2026-Q1;een\nC-1;y;2026-Q1;\"open; twee\nC-1;z;2026-Q1;drie\n"
        }
        let whole = text(Self.headings)
        let file = try DecisionFile(SourceFile(name: "besluiten.csv", text: whole))
        #expect(file.decisions.all.map(\.topic.text) == ["x", "z"])
        #expect(file.beginning == Array(whole.utf8))
        let wide: [UInt8] = [0xFF, 0xFE] + whole.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [wide, Array(text("contractnummer;onderwerp;periode;afspraak").utf8)] {
            #expect(
                throws: IntakeError.badContainer(path: "besluiten.csv", problem: ContainerProblem(.openQuote(line: 3)))
            ) { try DecisionFile(SourceFile(name: "besluiten.csv", bytes: bytes)) }
        }
    }

    @Test func anOldCodePageBecomesUTF8() throws {
        let bytes = Array("\(Self.headings)\r\nC-1;x;2026-Q1;caf".utf8) + [0xE9] + Array(" en meer;;;;;\r\n".utf8)
        let file = try DecisionFile(SourceFile(name: "besluiten.csv", bytes: bytes))
        #expect(String(decoding: file.beginning, as: UTF8.self).contains("C-1;x;2026-Q1;café en meer;;;;;\r\n"))
    }

    @Test(arguments: ["zomaar\ntekst\n", "a;b\n1;2\n"]) func anotherFileIsLeftAlone(_ text: String) {
        #expect(throws: IntakeError.self) { try DecisionFile(SourceFile(name: "besluiten.csv", text: text)) }
    }
}
