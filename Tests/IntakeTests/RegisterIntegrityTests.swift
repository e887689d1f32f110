import SocialReturnModel
import Testing

@testable import Intake

/// What stands twice in the register counts once, and what refers to nothing is found.
@Suite struct RegisterIntegrityTests {
    private static let heading =
        "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum\n"

    private static func contract(_ id: String, _ title: String) -> String {
        "\(id);\(title);GROEN;12345678;dienst;01-01-2026;31-12-2028\n"
    }

    private static func register(_ files: [(String, String)]) throws -> ContractRegister {
        try ContractRegister.read(files.map { SourceFile(name: $0.0, text: $0.1) })
    }

    /// The order of the rows; of A the first is called `A`, the double `anders`.
    @Test(arguments: [
        (["A", "A", "B", "C"], [2], 2), (["A", "B", "A", "C"], [3], 2), (["A", "B", "C", "A"], [4], 2),
        (["A", "A", "A", "B", "C"], [2, 3], 2), (["B", "a", "A", "C"], [3], 3),
    ])
    func theFirstContractStands(_ order: [String], _ doubles: [Int], _ first: Int) throws {
        var seen: Set<String> = []
        let rows = order.map { id in
            Self.contract(id, seen.insert(id.uppercased()).inserted ? id.uppercased() : "anders")
        }
        let register = try Self.register([("contracten.csv", Self.heading + rows.joined())])
        let supplier = try #require(KvKNumber(digits: Array("12345678".utf8)))
        for id in ["A", "B", "C"] {
            let symbol = try #require(register.symbols.symbol(for: id))
            let found = try #require(register.contract(symbol))
            #expect(register.contracts?.source.text(found.row.title) == id)
            #expect(register.contracts(of: supplier).contains(symbol))
            #expect(register.contract(at: found.place) == symbol)
        }
        #expect(register.contracts?.rows.count == order.count && register.contracts?.setAsideCount == doubles.count)
        #expect(register.contracts(of: supplier).count == 3)
        #expect(register.doubles.map { Int($0.place.record) } == doubles)
        #expect(register.doubles.allSatisfy { $0.firstRow == first })
    }

    /// Table, its rows, and which of them are double: file rows counted from 2.
    @Test(
        arguments: [
            ("leveranciers.csv", "kvk;naam\n", ["12345678;Een", "90000001;Twee", "12345678;Drie"], [4]),
            ("partners.csv", "kvk;naam\n", ["12345678;Een", "12345678;Een"], [3]),
            (
                "onderaannemers.csv", "contractnummer;kvk;naam\n",
                ["A;90000001;Een", "B;90000001;Een", "a;90000001;Twee"], [4]
            ),
            (
                "verplichtingen.csv", "contractnummer;doel_aantal;doel_eenheid;status\n",
                ["A;6;personen;in_uitvoering", "A;6,0;fte;in_uitvoering", "A;6,0;Personen;in_uitvoering"], [4]
            ),
            (
                "instellingen.csv", "contractnummer;sleutel;waarde;geldig_vanaf;geldig_tot\n",
                [";x;1;;31-12-2025", ";x;2;01-01-2026;", ";X;3;01-06-2026;30-06-2026", "A;x;4;;", "A;x;4;;"], [4, 6]
            ),
            (
                "woordenlijsten.csv", "lijst;woord;vorm\n",
                ["medische_termen;zorg;niet", "medische_termen;zorg;heel", "medische_termen;zorg;niet"], [4]
            ),
        ] as [(String, String, [String], [Int])])
    func theLaterRowDoesNotCount(_ file: String, _ heading: String, _ rows: [String], _ doubles: [Int]) throws {
        let register = try Self.register([
            ("contracten.csv", Self.heading + Self.contract("A", "A") + Self.contract("B", "B")),
            (file, heading + rows.joined(separator: "\n") + "\n"),
        ])
        #expect(register.doubles.map { Int($0.place.record) + 1 } == doubles)
        var counter = RowCounter()
        register.forEachTable(&counter)
        #expect(counter.rows == 2 + rows.count - doubles.count)
    }

    private struct RowCounter: TableVisitor {
        var rows = 0
        mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
            rows += table.rows.count
            #expect(table.rows.count == table.records.count && table.rows.count == table.isSetAside.count)
        }
    }

    @Test func referencesToNothingAreFound() throws {
        let register = try Self.register([
            ("contracten.csv", Self.heading + Self.contract("A", "A") + Self.contract("B", "B")),
            ("leveranciers.csv", "kvk;naam\n90000001;Een\n"),
            ("verplichtingen.csv", "contractnummer;doel_aantal;doel_eenheid;status\nA;6;fte;open\nZ;6;fte;open\n"),
            ("onderaannemers.csv", "contractnummer;kvk;naam\nY;90000001;Een\nb;90000001;Een\n"),
        ])
        #expect(
            register.referencesToNothing.map { "\($0.table) \($0.record)" } == [
                "obligations 2", "subcontractors 1", "contracts 1", "contracts 2",
            ])
    }

    @Test func aSecondFileOfATableIsNotRead() throws {
        let register = try Self.register([
            ("Contracten.csv", Self.heading + Self.contract("A", "A")),
            ("contracten.csv", Self.heading + Self.contract("B", "B")),
        ])
        #expect(register.contracts?.rows.count == 1 && register.unreadFiles.map(\.name) == ["contracten.csv"])
    }
}
