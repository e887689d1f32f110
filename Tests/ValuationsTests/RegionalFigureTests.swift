import Foundation
import Intake
import Parameters
import SocialReturnModel
import TestSupport
import Testing
import Valuations

/// The built-in tables beside a list of figures that was typed from the sources apart from the tables: what a placement, activity, purchase or
/// bonus of each kind is worth, whatever the blocks are called.
@Suite struct RegionalFigureTests {
    struct Figure: Sendable, CustomTestStringConvertible {
        let line: String
        let fields: [String]

        var testDescription: String { line }
        var valuedTable: String { fields[0] }
        var table: String { fields[1] }
        var expected: String { fields[6] }
        var unit: String { fields[7] }
        var months: Int? { Int(fields[8]) }
        var maximum: String { fields[9] }

        func code<List: CodeList>(_ position: Int) -> List? {
            guard !fields[position].isEmpty else { return nil }
            let code = List.allCases.first { $0.code == fields[position] }
            if code == nil { Issue.record("no such code: \(line)") }
            return code
        }
    }

    static let figures: [Figure] = {
        let file = Repository.file("Tests/ValuationsTests/Fixtures/regionale-bedragen.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            Figure(
                line: String(line),
                fields: line.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
        }
    }()

    @Test func everyTableHasFigures() throws {
        #expect(Set(Self.figures.map(\.table)) == Set(ValuationTables(register: nil).all.map(\.id)))
        #expect(Self.figures.allSatisfy { $0.fields.count == 10 })
    }

    @Test(arguments: figures)
    func aFigureIsThatOfTheSource(_ figure: Figure) throws {
        let table = try #require(ValuationTables(register: nil)[figure.table])
        let choice: BlockChoice
        switch figure.valuedTable {
        case "bonus": return try expectBonus(figure, in: table)
        case "inzet":
            var placement = Placement()
            placement.targetGroup = figure.code(2)
            placement.durationClass = figure.code(3)
            placement.level = figure.code(4)
            placement.kind = figure.code(5) ?? .employment
            choice = table.block(for: placement)
        case "activiteiten":
            var activity = Activity()
            activity.kind = figure.code(5)
            choice = table.block(for: activity)
        default:
            var recognition = CodeSet<Recognition>()
            if let code: Recognition = figure.code(5) { recognition.bits = 1 << UInt32(code.rawValue) }
            choice = table.block(for: SocialPurchase(), recognition: recognition)
        }
        guard figure.expected != "geen" else {
            #expect(choice == .none)
            return
        }
        guard case .block(let index) = choice else {
            Issue.record("no block for \(figure.line)")
            return
        }
        let block = table.blocks[index]
        #expect(block.unit.code == figure.unit)
        #expect(block.value == Int64(figure.expected).map { Cents($0 * 100) })
        #expect(block.countingMonths == figure.months)
        #expect(block.isInConsultation == (figure.expected == "in overleg"))
        #expect(block.countsLabourOnly == (figure.expected == "arbeid"))
        let maximum = block.maximum.map { "\($0.amount.rawValue / 100) per \($0.span.name.nl)" }
        #expect(maximum ?? block.maximumEach.map { "\($0.rawValue / 100) per keer" } ?? "" == figure.maximum)
    }

    private func expectBonus(_ figure: Figure, in table: ValuationTable) throws {
        let age: AgeClass? = figure.code(5)
        let found = table.bonuses.filter { bonus in
            bonus.code == figure.fields[2]
                && (age == nil
                    || bonus.conditions.contains {
                        if case .ageClass(let codes) = $0 { codes.contains(age!) } else { false }
                    })
        }
        #expect(found.count == 1, "\(figure.line)")
        #expect(found.first?.value == Int64(figure.expected).map { Cents($0 * 100) })
        #expect(found.first?.spread.code == figure.unit)
    }

    @Test(arguments: [
        ("ALPHEN", TableCertainty.atTheSource), ("GRONINGEN-2025", .secondHand), ("HAAGLANDEN-2023-07", .atTheSource),
        ("HARLINGEN", .atTheSource), ("LEIDEN-2023-09", .atTheSource), ("OOST-NEDERLAND-2023-04", .atTheSource),
        ("OOST-NEDERLAND-2023-B", .secondHand), ("STROOMOPWAARTS", .secondHand), ("UTRECHT", .atTheSource),
        ("UTRECHT-OUD-36U", .atTheSource), ("UTRECHT-OUD-40U", .atTheSource),
    ])
    func certaintyIsSaidWhereverTheTableIsNamed(_ id: String, _ certainty: TableCertainty) throws {
        let table = try #require(ValuationTables(register: nil)[id])
        #expect(table.certainty == certainty)
        #expect(table.shownID.nl == (certainty == .secondHand ? "\(id) (uit tweede hand)" : id))
        #expect(table.shownID.en == (certainty == .secondHand ? "\(id) (second hand)" : id))
        if certainty == .secondHand {
            // What was not read at the source is never complete, and says where it comes from.
            #expect(table.incompleteness?.isEmpty == false && table.sourceKey == "GH-GEM" && table.validFrom == nil)
            #expect(table.remark.hasPrefix("Uit tweede hand (zekerheid B)"))
        }
    }

    /// A table counts only by its own name: no contract comes to a second-hand table by leaving the name out, by a part of it, or by the name
    /// of a region.
    @Test(arguments: [
        nil, "", "GRONINGEN", "OOST", "OOST-NEDERLAND-2023", "STROOMOPWAARTS-2025", "OOST-NEDERLAND", "oost-nederland",
        "OOST-NEDERLAND-2023-04",
    ])
    func aSecondHandTableIsNeverUsedByDefault(_ name: String?) throws {
        var obligation = ["voltijd_uren": "36"]
        obligation["tabel_id"] = name
        let terms = try Example(obligation).terms
        #expect(terms.tableInUse?.isSecondHand != true)
        let isOost = name?.lowercased().hasPrefix("oost-nederland") == true && name != "OOST-NEDERLAND-2023"
        #expect(terms.tableInUse?.id == (isOost ? "OOST-NEDERLAND-2023-04" : nil))
    }

    @Test func aSecondHandTableCountsWhenAContractNamesIt() throws {
        let value = try Example(["tabel_id": "stroomopwaarts", "voltijd_uren": "36"]).value()
        #expect(value.terms?.tableInUse?.id == "STROOMOPWAARTS" && value.block?.value == Cents(5_000_000))
    }

    @Test func theFirstDayOfOostNederlandIsThatOfItsVersion() throws {
        let tables = ValuationTables(register: nil)
        let table = try #require(tables["OOST-NEDERLAND"])
        #expect(table.id == "OOST-NEDERLAND-2023-04" && table.validFrom == Day(iso: "2023-04-01"))
        #expect(table.remark.contains("maand uit versienaam, dag niet vermeld"))
        #expect(tables.isSame("Oost-Nederland", "OOST-NEDERLAND-2023-04"))
        #expect(!tables.isSame("OOST-NEDERLAND", "OOST-NEDERLAND-2023-B"))
    }

    /// A department's own table goes before a name that a built-in one had before.
    @Test func anOwnTableKeepsItsName() throws {
        let own = try OwnTableTests.tables([ownTable("Oost-Nederland", [:], [OwnTableTests.block])])
        #expect(own["OOST-NEDERLAND"]?.isBuiltIn == false && own["OOST-NEDERLAND-2023-04"]?.isBuiltIn == true)
        #expect(own.problems.map(\.reason.nl) == ["Deze tabel vervangt de ingebouwde tabel OOST-NEDERLAND-2023-04."])
        #expect(!own.isSame("OOST-NEDERLAND", "OOST-NEDERLAND-2023-04"))
        let broken = try OwnTableTests.tables([
            ownTable("OOST-NEDERLAND", [:], [OwnTableTests.block.merging(["waarde": "veel"]) { $1 }])
        ])
        #expect(broken["OOST-NEDERLAND"] == nil && broken.isRefused("OOST-NEDERLAND"))
    }
}
