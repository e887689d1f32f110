import SocialReturnModel
import Testing

@testable import Intake

/// What nobody may deliver is masked in the register too, and what the register itself gives out stays.
@Suite("Privacy: the files of the register") struct RegisterPrivacyTests {
    private static let bsn = "123456782"
    private static let heading =
        "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;raamovereenkomst\n"

    private static func contract(_ id: String) -> String {
        "\(id);Groen;GROEN;12345678;dienst;01-01-2026;31-12-2028;\n"
    }

    private static func register(_ files: [(String, String)]) throws -> ContractRegister {
        try ContractRegister.read(files.map { SourceFile(name: $0.0, text: $0.1) })
    }

    /// What was seen in rows: the registers below have few columns.
    private static func inRows(_ register: ContractRegister) -> [Observation.Kind] {
        register.observations.filter(\.place.isInRow).map(\.kind)
    }

    private static func decision(topic: String = "loopt-achter/c-1", contract: String = "C-1", text: String = "a")
        -> String
    {
        "contractnummer;onderwerp;periode;afspraak;wie;toelichting\n\(contract);\(topic);2026-Q1;\(text);leverancier;\(text)\n"
    }

    /// A number that can be a BSN, alone in a column of references of another table than that of contracts.
    @Test(arguments: [
        ("besluiten.csv", decision(topic: bsn)), ("besluiten.csv", decision(contract: bsn)),
        ("besluiten.csv", decision(topic: "rap-03/123.456.782/@12345678")),
        ("onderaannemers.csv", "contractnummer;kvk;naam\n\(bsn);90000001;Voorbeeld\n"),
        ("verplichtingen.csv", "contractnummer;doel_aantal;doel_eenheid;status\n\(bsn);1;fte;in_uitvoering\n"),
        ("verhalen.csv", "contractnummer;titel;gedeeld_door\n\(bsn);Van stage naar baan;communicatie\n"),
        ("instellingen.csv", "contractnummer;sleutel;waarde\n\(bsn);korte_plaatsing;3\n"),
    ])
    func aLoneNumberInAReference(_ file: String, _ text: String) throws {
        let register = try Self.register([("contracten.csv", Self.heading + Self.contract("C-1")), (file, text)])
        #expect(register.observations.map(\.kind).contains(.citizenNumberPossible), "\(register.observations)")
        let shown = TableID.register.compactMap { register.source(of: $0) }.flatMap { source in
            (0..<source.cells.recordCount).flatMap { record in
                (0..<source.cells.fieldCount(of: record)).map { source.cells.text(record, $0) }
            }
        }.joined(separator: " ").filter(\.isASCII).filter { $0.isNumber || $0 == " " }
        #expect(!shown.contains(Self.bsn), "\(shown)")
    }

    /// Numbers that a department gave to its contracts, which look like a BSN or a telephone number, are read wherever the register names
    /// them, whatever the order of its files.
    @Test(arguments: [
        bsn, "123-456-782", "123456782-01", "C123456782", "0123456782", "0612345678", "06-12345678", "0201-234567",
    ])
    func aContractNumberIsNone(_ number: String) throws {
        let register = try Self.register([
            ("besluiten.csv", Self.decision(topic: "loopt-achter/\(number.lowercased())", contract: number)),
            ("verplichtingen.csv", "contractnummer;doel_aantal;doel_eenheid;status\n\(number);1;fte;in_uitvoering\n"),
            ("contracten.csv", Self.heading + Self.contract(number)),
        ])
        #expect(Self.inRows(register).isEmpty && register.referencesToNothing.isEmpty, "\(register.observations)")
        #expect(register.decisions.all.map(\.contract) == [number])
        #expect(register.decisions.all.map(\.topic.text) == ["loopt-achter/\(number.lowercased())"])
        #expect(register.files.map(\.name).first == "besluiten.csv")
        let file = try DecisionFile(
            SourceFile(name: "besluiten.csv", text: Self.decision(contract: number)), register.knownOrganisations)
        #expect(file.decisions.all.map(\.contract) == [number])
        // In a delivery as well.
        var known = KnownOrganisations()
        known.contracts = [number]
        var table = try SourceFile(
            name: "inzet.csv", text: "contractnummer\n\(number)\n\(number)\n999990019\n"
        ).cells()
        let field = PrivacyGate.Field.known(1, of: Placement.table.facts, at: 0)
        let seen = PrivacyGate.mask(
            &table, [PrivacyGate.Region(records: 1..<4, fields: [field])], table: .placements,
            holdsParticipants: true, known)
        #expect(table.text(1, 0) == number && table.text(2, 0) == number && table.text(3, 0) == "*********")
        #expect(seen.map(\.place.record) == [3])
    }

    /// What people of the department write in own words is searched for persons, and what was agreed for their contact details: `decisions`
    /// masks the same in blue cells.
    @Test(arguments: [
        ("mevr. Voorbeeldstra belt", Observation.Kind.personName), ("bel 06-12345678", .contactDetail),
        ("woont aan de Voorbeeldstraat 12", .homeAddress), ("geboren 12-03-1988", .birthDateInText),
        ("mail naar jan@voorbeeld.example", .contactDetail), ("nummer 123456782", .citizenNumber),
    ])
    func ownWords(_ text: String, _ kind: Observation.Kind) throws {
        let register = try Self.register([
            ("contracten.csv", Self.heading + Self.contract("C-1")), ("besluiten.csv", Self.decision(text: text)),
        ])
        #expect(Self.inRows(register) == [kind, kind])
        let decision = try #require(register.decisions.all.first)
        for cell in [decision.agreement, decision.remark] { #expect(cell.contains("****") && cell != text, "\(cell)") }
        guard kind != .contactDetail else { return }
        let answers = try Self.register([
            ("contracten.csv", Self.heading + Self.contract("C-1")),
            (
                "hulpantwoorden.csv",
                "contractnummer;soort;antwoord;beantwoord_op\nC-1;geen_kandidaten;\(text);15-07-2026\n"
            ),
        ])
        #expect(Self.inRows(answers) == [kind])
    }

    /// A name where a number, a day or a code is asked.
    @Test(arguments: [
        ("besluiten.csv", decision(contract: "mevr. A. Voorbeeldstra")),
        ("hulpantwoorden.csv", "contractnummer;soort;antwoord;beantwoord_op\n;Jan Jansen;x;15-07-2026\n"),
        ("hulpantwoorden.csv", "contractnummer;soort;antwoord;beantwoord_op\n;geen_kandidaten;x;Jan Jansen\n"),
        ("leveranciers.csv", "kvk;naam\nFatima Voorbeeldstra;Voorbeeld B.V.\n"),
    ])
    func aNameAstray(_ file: String, _ text: String) throws {
        let register = try Self.register([("contracten.csv", Self.heading + Self.contract("C-1")), (file, text)])
        #expect(register.observations.map(\.kind).contains(.personNameAstray), "\(register.observations)")
    }

    /// What a register rightly holds.
    @Test func soundWords() throws {
        let register = try Self.register([
            (
                "contracten.csv",
                Self.heading.replacing("titel", with: "titel;contractmanager")
                    + "C-1;Onderhoud Jan Voorbeeldschool;mail@voorbeeld.example;GROEN;12345678;dienst;01-01-2026;31-12-2028;111222333\n"
            ),
            ("leveranciers.csv", "kvk;naam;contactpersoon\n12345678;Jan de Vries Hoveniers;J. Voorbeeld\n"),
            ("partners.csv", "kvk;naam\n90000001;Jansen & Zn\n"),
            ("besluiten.csv", Self.decision(text: "Samen met De Vries Schilders B.V. twee leerplekken zoeken")),
            (
                "hulpantwoorden.csv",
                "contractnummer;soort;antwoord;beantwoord_op\n;geen_kandidaten;Bel het werkgeversservicepunt: 070-1234567;15-07-2026\n"
            ),
        ])
        #expect(Self.inRows(register).isEmpty, "\(register.observations)")
    }
}
