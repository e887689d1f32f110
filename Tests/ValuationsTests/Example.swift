import Intake
import Parameters
import SocialReturnModel
import Valuations

/// A register with one contract, and placements under it, for tests.
struct Example {
    /// Days as `2026-03-01`; nil for an empty cell.
    var start: String? = "2026-01-01"
    var end: String? = "2027-12-31"
    var published: String? = "2025-09-01"
    var awarded: String? = "2025-12-01"
    /// The obligations: column to value.
    var obligations: [[String: String]] = []
    /// The department's own tables: file name to text.
    var tables: [(name: String, text: String)] = []
    var partners: String?

    static let contractID = "BZK-1"

    /// A contract with one obligation.
    init(_ obligation: [String: String]) {
        obligations = [obligation]
    }

    var register: ContractRegister {
        get throws {
            let contract =
                """
                contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;\
                einddatum;regime;voorbehoud;contractmanager;rapportagefrequentie
                \(Self.contractID);Proef;SCHOONMAAK;12345678;dienst;\(published ?? "");\(awarded ?? "");\(start ?? "");\
                \(end ?? "");klassiek;geen;contracten@example.nl;kwartaal
                """
            let columns = Set(obligations.flatMap(\.keys)).sorted()
            let rows = obligations.map { row in
                ([Self.contractID, row["status"] ?? "in_uitvoering"]
                    + columns.map { $0 == "status" ? "" : row[$0] ?? "" })
                    .joined(separator: ";")
            }
            let headings = ["contractnummer", "status"] + columns.map { $0 == "status" ? "anders" : $0 }
            var files = [
                SourceFile(name: "contracten.csv", text: contract + "\n"),
                SourceFile(
                    name: "verplichtingen.csv",
                    text: ([headings.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"),
            ]
            if let partners { files.append(SourceFile(name: "partners.csv", text: partners)) }
            return try ContractRegister.read(
                files, valuationTables: tables.map { SourceFile(name: $0.name, text: $0.text) })
        }
    }

    /// A valuer for `period`, such as `2026-01-01` through `2026-12-31`.
    func valuer(_ from: String = "2026-01-01", _ through: String = "2026-12-31") throws -> Valuer {
        let register = try register
        return Valuer(
            register: register, tables: ValuationTables(register: register),
            period: ReportingPeriod(from: Day(iso: from), through: Day(iso: through))!)
    }

    /// The terms of the contract.
    var terms: ContractTerms {
        get throws {
            var valuer = try valuer()
            return try valuer.terms(of: register.contractSymbol)!
        }
    }

    /// The valuation of one placement, made from a participant under the Participation Act for less than two years, 24
    /// hours a week from 1 January 2026.
    func value(
        _ from: String = "2026-01-01", _ through: String = "2026-12-31", bonuses: String = "",
        _ change: (inout Placement) -> Void = { _ in }
    ) throws -> PlacementValuation {
        var valuer = try valuer(from, through)
        return try valuer.value(placement(change), bonuses: bonuses)
    }

    func placement(_ change: (inout Placement) -> Void = { _ in }) throws -> Placement {
        var placement = Placement()
        placement.contract = try register.contractSymbol
        placement.targetGroup = .participationAct
        placement.durationClass = .underTwoYears
        placement.kind = .employment
        placement.contractForm = .fixedTerm
        placement.start = Day(iso: "2026-01-01")
        placement.hoursPerWeek = Quantity(24)
        change(&placement)
        return placement
    }
}

extension ContractRegister {
    var contractSymbol: Symbol { symbols.symbol(for: Example.contractID)! }
}

extension Day {
    /// The day that `2026-03-01` spells.
    init(iso: String) {
        let parts = iso.split(separator: "-").map { Int($0)! }
        self = Day(year: parts[0], month: parts[1], day: parts[2])!
    }
}

extension Quantity {
    /// The number that `37.5` spells.
    init(_ text: String) {
        let parts = text.split(separator: ".")
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        self.init(
            tenThousandths: Int64(String(parts[0]) + decimals + String(repeating: "0", count: 4 - decimals.count))!)
    }
}

/// The text of a valuation table of the department's own: the line of the table, then blocks and bonuses, column to
/// value.
func ownTable(_ id: String, _ head: [String: String], _ lines: [[String: String]]) -> String {
    let columns = ValuationLine.table.facts.columns.map(\.name)
    let rows =
        [head.merging(["soort_regel": "tabel"]) { $1 }]
        + lines.map {
            $0.merging(["soort_regel": $0["bonus_code"] == nil ? "blok" : "bonus", "invoertabel": "inzet"]) { old, _ in
                old
            }
        }
    return ([columns] + rows.map { row in columns.map { $0 == "tabel_id" ? id : row[$0] ?? "" } })
        .map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
}
