import Intake
import SocialReturnModel
import Testing

@testable import Parameters

/// Built-in tables are read one by one, by a shorter way than those of a department: both ways must give the same.
@Suite struct BuiltInTablesTests {
    static let files = PackageResources.files(in: "Tables").filter { $0.name != SourceRegister.fileName }

    @Test func everyFileGivesTheTableItIsNamedAfter() throws {
        #expect(Self.files.count == BuiltInTables.keys.count && !Self.files.isEmpty)
        for file in Self.files {
            let key = try #require(BuiltInTables.keys.first { $0 + ".CSV" == file.name.uppercased() })
            let table = try #require(BuiltInTables[key])
            #expect(table.file == file.name && table.isBuiltIn)
            #expect(BuiltInTables.name(key) == table.id)
        }
        #expect(BuiltInTables["BESTAAT-NIET"] == nil)
    }

    @Test func namesThatTablesHadBeforeAreThoseInTheirFiles() {
        let former = BuiltInTables.keys.compactMap { key in
            BuiltInTables[key].flatMap { table in table.formerID.map { (BuiltInTables.key($0), key) } }
        }
        #expect(former.map(\.0) == ["OOST-NEDERLAND"])
        for (old, present) in former { #expect(BuiltInTables.presentKey(ofFormer: old) == present) }
        #expect(ValuationTables(register: nil)["Oost-Nederland"]?.id == "OOST-NEDERLAND-2023-04")
        #expect(BuiltInTables.presentKey(ofFormer: "UTRECHT") == nil)
    }

    @Test func theyAreReadAsThoseOfADepartmentWouldBe() throws {
        let sources = Self.files.map { SourceFile(name: $0.name, bytes: $0.bytes) }
        let contracts = SourceFile(name: "contracten.csv", text: "contractnummer\nC-1\n")
        let own = ValuationTables(register: try ContractRegister.read([contracts], valuationTables: sources))
        // Only what a department replaces is told: nothing is masked, and no cell is in doubt.
        #expect(own.problems.count == sources.count && own.problems.allSatisfy(\.isUsable))
        for key in BuiltInTables.keys {
            let (built, read) = (try #require(BuiltInTables[key]), try #require(own[key]))
            #expect(!read.isBuiltIn)
            #expect(Self.facts(built) == Self.facts(read))
        }
    }

    /// All that a table says, apart from who brought it along.
    private static func facts(_ table: ValuationTable) -> [String] {
        Mirror(reflecting: table).children.filter { $0.label != "isBuiltIn" }
            .map { "\($0.label ?? ""): \(String(reflecting: $0.value))" }
    }
}
