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

    /// 35 regions, each with a number of its source; who borders on another is bordered on by it.
    @Test func regionsHaveNumbersAndNeighbours() {
        let list = RegionList.builtIn
        #expect(list.names.compactMap(list.number).sorted() == Array(1...35))
        for name in list.names where list.number(of: name) != nil {
            let neighbours = list.neighbours(of: name)
            #expect(!neighbours.isEmpty && !neighbours.contains(name))
            for other in neighbours { #expect(list.neighbours(of: other).contains(name), "\(name), \(other)") }
        }
        #expect(list.neighbours(of: "Zuid-Limburg") == ["Midden-Limburg"])
    }

    @Test(
        arguments: [
            ("Haaglanden", "haaglanden", .same), ("Haaglanden", "Rijnmond", .neighbours),
            ("Haaglanden", "Drenthe", nil), ("Zuid-Holland", "Rijnmond", .within), ("Utrecht", "Rijnmond", nil),
            ("heel Nederland", "Zeeland", .within), ("Delft", "Den Haag", .same), ("Delft", "Rotterdam", .neighbours),
            ("Haaglanden en Twente", "Achterhoek", .neighbours), ("Middelaarde", "Haaglanden", nil),
        ] as [(String, String, RegionList.Nearness?)])
    func regionsAreComparedInDegrees(_ one: String, _ other: String, _ nearness: RegionList.Nearness?) {
        let list = RegionList.builtIn
        let (left, right) = (list.regions(named: one), list.regions(named: other))
        #expect(list.nearness(left, right) == nearness && list.nearness(right, left) == nearness)
    }

    @Test(
        arguments: [
            (2511, "Haaglanden"), (1012, "Groot Amsterdam"), (9712, "Groningen"), (6229, "Zuid-Limburg"), (9999, nil),
            (1000, "Groot Amsterdam"),
        ] as [(Int, String?)])
    func postcodesLieInARegion(_ digits: Int, _ region: String?) {
        #expect(RegionList.builtIn.region(ofPostcode: digits) == region)
    }

    @Test func theRegisterGoesFirst() throws {
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer\nC-1\n"),
            SourceFile(
                name: "regios.csv",
                text: """
                    naam;alias;postcodes;plaatsen;buren
                    Haagstad;HS;2511|2513-2515;Scheveningen;Rijnmond
                    Groningen;;9990-9999;Ter Apel;
                    """),
        ])
        let list = RegionList.builtIn.adding(register.regions)
        #expect(
            [2511, 2512, 2514, 9999].map(list.region(ofPostcode:)) == [
                "Haagstad", "Haaglanden", "Haagstad", "Groningen",
            ])
        #expect(list.place("scheveningen") == "Haagstad" && list.place("Ter Apel") == "Groningen")
        #expect(list.neighbours(of: "Rijnmond").contains("Haagstad"))
        #expect(list.number(of: "Haagstad") == nil && list.number(of: "Groningen") == 1)
    }
}
