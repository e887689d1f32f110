import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

/// Random placements, valued against results that another language worked out with exact fractions and its own
/// calendar.
@Suite struct OracleTests {
    static let values = [
        "40000", "20000", "30000,01", "25000,55", "50000", "0,01", "123456,78", "5000", "10000", "15000",
        "999999999,99",
        "7500", "0", "35000", "33333,33", "1,25", "750,50",
    ]
    static let countingMonths = ["", "12", "", "24", "", "6", "", "3", "1", "36", "", "24", "", "", "", "18", ""]
    static let periods = [
        ("2026-01-01", "2026-12-31"), ("2026-01-01", "2026-03-31"), ("2024-01-01", "2024-12-31"),
        ("2024-02-01", "2024-02-29"), ("2026-04-15", "2026-09-10"), ("2023-07-01", "2027-06-30"),
    ]

    /// One contract with one obligation a case, all with the same table.
    static func register(_ cases: [[String]]) throws -> ContractRegister {
        let contracts = cases.enumerated().map { index, fields in
            "C\(index);Proef;X;12345678;dienst;\(fields[6]);\(fields[7]);klassiek;geen;x@example.nl;jaar"
        }
        let obligations = cases.enumerated().map { index, fields in
            "C\(index);PROEF;contract;\(fields[8]);\(fields[10]);\(fields[11]);\(fields[2]);\(fields[9]);in_uitvoering"
        }
        let blocks = TargetGroup.allCases.enumerated().map { index, group in
            [
                "blok_code": group.code, "doelgroep": group.code, "waarde": values[index], "eenheid": "jaar",
                "meetelduur": countingMonths[index],
            ]
        }
        let contractHead =
            "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime;"
        let obligationHead = "contractnummer;tabel_id;rekenmethode;terugkijkmaanden;jaarbasis;afronding;voltijd_uren;"
        return try ContractRegister.read(
            [
                SourceFile(
                    name: "contracten.csv",
                    text: ([contractHead + "voorbehoud;contractmanager;rapportagefrequentie"] + contracts)
                        .joined(separator: "\n")),
                SourceFile(
                    name: "verplichtingen.csv",
                    text: ([obligationHead + "meetelduur;status"] + obligations).joined(separator: "\n")),
            ], valuationTables: [SourceFile(name: "proef.csv", text: ownTable("PROEF", ["voltijd_uren": "36"], blocks))]
        )
    }

    @Test func valuesAreThoseOfExactFractions() throws {
        let cases = oracleCases.split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(cases.count == 600)
        let register = try Self.register(cases)
        let tables = try ValuationTables(register: register)
        #expect(tables.problems.isEmpty)
        var valuers = Self.periods.map { from, through in
            Valuer(
                register: register, tables: tables,
                period: ReportingPeriod(from: Day(iso: from), through: Day(iso: through))!)
        }
        for (index, fields) in cases.enumerated() {
            var placement = Placement()
            placement.contract = register.symbols.symbol(for: "C\(index)")
            placement.targetGroup = TargetGroup.allCases.first { $0.code == fields[0] }
            placement.hoursPerWeek = Quantity(fields[1])
            placement.start = Day(iso: fields[3])
            placement.end = fields[4].isEmpty ? nil : Day(iso: fields[4])
            let valuation = valuers[Int(fields[5])!].value(placement)
            let found = [
                valuation.days.description, valuation.fte?.tenThousandths.description,
                valuation.value?.rawValue.description,
            ]
            #expect(
                found == [fields[12], fields[13], fields[14]],
                "\(fields.joined(separator: ";")): \(valuation.explanation(.dutch))")
        }
    }
}
