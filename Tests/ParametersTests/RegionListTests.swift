import Intake
import SocialReturnModel
import Testing

@testable import Parameters

@Suite struct RegionListTests {
    private static func list(_ lines: String...) throws -> RegionList {
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer\nC-1\n"),
            SourceFile(name: "regios.csv", text: (["naam;alias"] + lines).joined(separator: "\n")),
        ])
        return RegionList.builtIn.adding(register.regions)
    }

    @Test func theListHasTheRegionsOfItsSource() {
        // 35 regions, 7 provinces that are no region, and the whole country.
        #expect(RegionList.builtIn.names.count == 43)
        for name in RegionList.builtIn.names { #expect(RegionList.builtIn.region(name) == name) }
    }

    @Test(
        arguments: [
            ("haaglanden", "Haaglanden"), ("Arbeidsmarktregio Haaglanden", "Haaglanden"), ("FOODVALLEY", "Food Valley"),
            ("Regio Zwolle", "IJsselvechtstreek"), ("Zaanstreek-Waterland", "Zaanstreek/Waterland"),
            ("fryslan", "Friesland"),
            ("Provincie Utrecht", "Utrecht"), ("landelijk", "heel Nederland"),
            ("Holland  Rijnland", "Holland Rijnland"),
            ("Rotterdam", nil), ("Middelaarde", nil), ("", nil), ("regio", nil),
        ] as [(String, String?)])
    func namesAreRead(text: String, region: String?) {
        #expect(RegionList.builtIn.region(text) == region)
    }

    @Test(arguments: [
        ("Haaglanden en Rijnmond", true), ("Haaglanden, Rijnmond, Drechtsteden", true),
        ("Zuid-Kennemerland en IJmond", true),
        ("Haaglanden en Middelaarde", false), ("en", false), (String(repeating: "Haaglanden, ", count: 40), true),
    ])
    func severalMayStandTogether(text: String, isKnown: Bool) {
        #expect(RegionList.builtIn.knows(text) == isKnown)
    }

    @Test(
        arguments: [
            ("Haagladen", "Haaglanden"), ("Den Haag", "Haaglanden"), ("regio Rotterdam", "Rijnmond"),
            ("'s-Hertogenbosch", "Noordoost-Brabant"),
            ("Drechsteden", "Drechtsteden"), ("Middelaarde", nil), ("in overleg", nil),
            (String(repeating: "x", count: 100), nil),
        ] as [(String, String?)])
    func whatMayBeMeantIsAsked(text: String, region: String?) {
        #expect(RegionList.builtIn.proposal(for: text) == region)
    }

    @Test func aDepartmentAddsRegionsAndNames() throws {
        let list = try Self.list(
            "Middelaarde;Hobbitstreek|Gouw", "Rijnmond;Rotterdam", "Regio Zwolle-Plus;IJsselvechtstreek", ";leeg")
        #expect(list.region("hobbitstreek") == "Middelaarde" && list.region("Rotterdam") == "Rijnmond")
        #expect(list.region("IJsselvechtstreek") == "Regio Zwolle-Plus")
        #expect(list.proposal(for: "Midelaarde") == "Middelaarde")
        #expect(list.key("Gouw") == list.key("MIDDELAARDE") && list.key("elders") == "elders")
        #expect(RegionList.builtIn.region("Middelaarde") == nil)
    }
}
