import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct BuiltInTableTests {
    /// Every block and bonus as the sources have them: code, what it is chosen by, value, unit, months it counts.
    static let expected: [(id: String, hours: Int?, blocks: String, bonuses: String)] = [
        (
            "ALPHEN", nil,
            """
            PW(PW) <2j 25000/jaar, PW(PW) >2j 30000/jaar, BAN(BAN) 50000/jaar, WAJ(WAJ) 25000/jaar, WSW(WSW) 50000/jaar, \
            WIA(WIA) 20000/jaar, WW(WW) 10000/jaar, NUG(NUG) 5000/jaar, NUG-AB(NUG) {verklaring=arbeidsbeperking} 10000/jaar, \
            BBL(BBL) 25000/jaar, BOL(BOL) 5000/jaar, VSO(VSO) 25000/jaar
            """, "LEEFTIJD {leeftijdsklasse=55|56+} 10000"
        ),
        (
            "GRONINGEN-2025", nil,
            """
            WEP(PW|WW|WIA|WAJ|BAN|WSW|BSW|NUG|JSK|BBL|BOL|VSO|STA|VLU|EXD|TOP|OVG) werkervaring 75/uur 3m max 750/week, \
            COACH {soort=coaching} 25/uur max 250/week, LES {soort=gastles|rondleiding} 100/uur, \
            SOCINK {erkenning=sw|pso30|code_so|regionaal|art282 & bedrag=waarvan_arbeid} -/factuur
            """, ""
        ),
        (
            "HAAGLANDEN-2023-07", 36,
            """
            NUG(NUG) 5000/jaar 12m, JSK(JSK) 10000/jaar 12m, BOL(BOL) 5000/jaar 12m, VSO(VSO) stage 7500/jaar 24m, \
            BBL(BBL) 1|2 25000/jaar 24m, BBL(BBL) 3|4 15000/jaar 36m, WW(WW) 20000/jaar 12m, WIA(WIA) 30000/jaar 24m, \
            PW(PW) 40000/jaar 24m, BAN(WAJ|BAN|WSW) 50000/jaar
            """,
            """
            LEEFTIJD {leeftijdsklasse=55|56+} 10000, OPLEIDING -, VSOBAAN {doelgroep=VSO & soort_inzet=dienstverband & \
            verklaring=na_stage_van_ten_minste_6_maanden} 25000, IPS {soort_inzet=dienstverband & verklaring=ips} 10000
            """
        ),
        (
            "HARLINGEN", 36,
            """
            PW(PW) <2j 35000/jaar, PW(PW) >2j 40000/jaar, BAN(BAN) 40000/jaar, WAJ(WAJ) 40000/jaar, WIA(WIA) 35000/jaar, \
            WW(WW) <1j {verklaring=ww_ten_minste_3_maanden} 15000/jaar, WW(WW) >1j 20000/jaar, \
            BBL(BBL) {eerder_in_dienst=nee} 15000/jaar, BBL(BBL) {eerder_in_dienst=ja} 10000/jaar, \
            BOL(BOL) 1|2 5000/jaar, BOL(BOL) 3|4|hbo 2500/jaar, WEP(PW|WW|WIA|WAJ|BAN) werkervaring 7500/jaar, \
            SWINK {erkenning=sw & keten=onderaanneming & bedrag=waarvan_arbeid} -/factuur
            """, "LEEFTIJD {leeftijdsklasse=50-54} 5000, LEEFTIJD {leeftijdsklasse=55|56+} 7500"
        ),
        (
            "LEIDEN-2023-09", nil,
            """
            PW(PW) 30000/jaar, BAN(BAN) 50000/jaar, WAJ(WAJ) 25000/jaar, WSW(WSW) 50000/jaar, WIA(WIA) 40000/jaar, \
            WW(WW) 15000/jaar, NUG(NUG) 5000/jaar, NUG-AB(NUG) {verklaring=arbeidsbeperking} 10000/jaar, \
            BBL(BBL) 25000/jaar, BOL(BOL) 10000/jaar, VSO(VSO) 25000/jaar, ACT 1000/dag max 1000/dag, \
            SWINK {erkenning=sw} -/factuur
            """,
            """
            LEEFTIJD {leeftijdsklasse=55|56+} 15000, VSOBAAN {doelgroep=VSO & soort_inzet=dienstverband & \
            verklaring=na_stage_ten_minste_6_maanden_in_dienst} 10000
            """
        ),
        (
            "OOST-NEDERLAND-2023-04", nil,
            """
            PW(PW) <2j 30000/jaar 24m, PW(PW) >2j 40000/jaar 24m, BAN(WIA|WAJ|BAN|WSW|BSW) 40000/jaar, \
            WW(WW) <1j 10000/jaar 12m, WW(WW) >1j 15000/jaar 12m, NUG(NUG) 10000/jaar 12m, \
            WEP(PW|WW|WIA|WAJ|BAN|WSW|BSW|NUG) werkervaring|proefplaatsing 750/maand, BBL(BBL) 1|2 20000/jaar
            """, ""
        ),
        (
            "OOST-NEDERLAND-2023-B", nil,
            """
            PW(PW) <2j 30000/jaar 24m, PW(PW) >2j 40000/jaar 24m, BAN(WIA|WAJ|BAN|WSW|BSW) 40000/jaar, \
            WW(WW) <1j 10000/jaar 12m, WW(WW) >1j 15000/jaar 12m, NUG(NUG) 10000/jaar 12m, \
            WEP(PW|WW|WIA|WAJ|BAN|WSW|BSW|NUG) werkervaring|proefplaatsing 750/maand, BBL(BBL) 1|2 20000/jaar, \
            BBL(BBL) 3|4 15000/jaar, BOL(BOL) 1|2 7500/eenmalig, BOL(BOL) 3|4|hbo 5000/eenmalig, \
            VSO(VSO) stage 5000/eenmalig, \
            VSO-UIT(VSO) dienstverband {verklaring=na_uitstroom_en_jonger_dan_18_jaar} 25000/eenmalig, \
            ACT 100/uur, SOCINK {erkenning=sw|code_so|regionaal|art282} -/factuur
            """,
            """
            LEEFTIJD {leeftijdsklasse=50-54|55|56+} 5000, \
            STA {verklaring=statushouder_of_vluchteling & verklaring=in_overleg} 5000, VAST {contractvorm=onbepaald} 10000
            """
        ),
        (
            "STROOMOPWAARTS", nil,
            """
            PW(PW) 50000/jaar 36m, BAN(WIA|WAJ|BAN) 50000/jaar, WW(WW) 25000/jaar 24m, NUG(NUG) 15000/jaar 24m, \
            BBL(BBL) 1|2|3|4 15000/jaar, VSO(VSO) 15000/jaar, BOL(BOL) 7500/jaar, \
            SCHOLING {soort=coaching|scholing} -/factuur, LES {soort=gastles|rondleiding} 150/uur, \
            SOCINK {erkenning=sw|pso30|code_so|regionaal|art282} -/factuur
            """, "LEEFTIJD {leeftijdsklasse=56+} 5000"
        ),
        (
            "UTRECHT", 36,
            """
            PW(PW) 40000/jaar, BAN(WAJ|BAN|WSW) 50000/jaar, VSO(VSO) 35000/jaar, ENTREE(BBL|BOL) 1 35000/jaar, \
            WIA(WIA) 40000/jaar, WW(WW) 20000/jaar, BBL(BBL) 2|3|4 35000/jaar, BOL(BOL) 2|3|4 20000/jaar, \
            NUG(NUG) 10000/jaar, ACT 100/uur, SOCINK {verklaring=in_overleg} -/factuur
            """,
            """
            LEEFTIJD {leeftijdsklasse=50-54|55|56+} 10000, STA {verklaring=statushouder_of_taalachterstand} 10000, \
            VAST {contractvorm=onbepaald} 10000
            """
        ),
        (
            "UTRECHT-OUD-36U", 36, olderUtrecht + ", ACT 100/uur, SOCINK -/factuur",
            "VAST {contractvorm=onbepaald} 10000, LEEFTIJD {leeftijdsklasse=50-54|55|56+} 5000"
        ),
        (
            "UTRECHT-OUD-40U", 40, olderUtrecht,
            "VAST {contractvorm=onbepaald} 10000, LEEFTIJD {leeftijdsklasse=50-54|55|56+} 5000"
        ),
    ]

    static let olderUtrecht =
        """
        PW(PW) <2j 30000/jaar, PW(PW) >2j 40000/jaar, WW(WW) <1j 15000/jaar, WW(WW) >1j 20000/jaar, WIA(WIA) 30000/jaar, \
        BAN(WAJ|BAN|WSW) 35000/jaar, WSW(WSW) detachering -/factuur, BBL(BBL) 15000/jaar, BOL(BOL) 10000/jaar, \
        NUG(NUG) 10000/jaar, SWINK {erkenning=sw} -/factuur
        """

    @Test(arguments: expected)
    func blocksAndBonusesAreThoseOfTheSource(id: String, hours: Int?, blocks: String, bonuses: String) throws {
        let table = try #require(ValuationTables(register: nil)[id.lowercased()])
        #expect(table.id == id && table.isBuiltIn)
        #expect(table.fullTimeHours == hours.map { Quantity($0) })
        #expect(table.blocks.map(\.line).joined(separator: ", ") == blocks)
        #expect(table.bonuses.map(\.line).joined(separator: ", ") == bonuses)
    }

    @Test func theBuiltInTablesAreTheseEleven() throws {
        let tables = ValuationTables(register: nil)
        #expect(tables.all.map(\.id) == Self.expected.map(\.id))
        #expect(tables.problems.isEmpty)
        #expect(tables["GRONINGEN"] == nil && !tables.isRefused("GRONINGEN"))
        #expect(tables.all.filter { $0.incompleteness == nil }.map(\.id) == ["HAAGLANDEN-2023-07", "LEIDEN-2023-09"])
        #expect(tables["HAAGLANDEN-2023-07"]?.lookBackMonths == 12)
        #expect(tables["HARLINGEN"]?.minimumHours == Quantity(12))
        #expect(tables["UTRECHT"]?.bonusCodes == ["LEEFTIJD", "STA", "VAST"])
        for table in tables.all {
            let texts = [table.name, table.remark] + table.blocks.flatMap { [$0.description, $0.remark] }
            #expect(texts.allSatisfy { !$0.contains("*") && !$0.contains("█") && !$0.contains("•") }, "\(table.id)")
        }
    }

    @Test func validityHasBothEnds() throws {
        let tables = ValuationTables(register: nil)
        let leiden = try #require(tables["LEIDEN-2023-09"])
        #expect(!leiden.isValid(on: Day(iso: "2023-08-31")))
        #expect(leiden.isValid(on: Day(iso: "2023-09-01")))
        #expect(leiden.isValid(on: Day(iso: "2050-01-01")))
        #expect(tables["ALPHEN"]?.isValid(on: Day(iso: "1999-01-01")) == true)
    }

    /// Whatever a supplier fills in, the built-in tables never leave the choice open.
    @Test func noCombinationFitsTwoBlocksEqually() throws {
        var ties: [String] = []
        for table in ValuationTables(register: nil).all {
            var placement = Placement()
            for group in TargetGroup.allCases {
                for duration in [nil] + DurationClass.allCases.map(Optional.some) {
                    for level in [nil] + EducationLevel.allCases.map(Optional.some) {
                        for kind in PlacementKind.allCases {
                            for before in [nil, YesNo.yes, .no] {
                                placement.targetGroup = group
                                placement.durationClass = duration
                                placement.level = level
                                placement.kind = kind
                                placement.employedBefore = before
                                if table.block(for: placement) == .several { ties.append("\(table.id) \(group)") }
                            }
                        }
                    }
                }
            }
        }
        #expect(ties.isEmpty)
    }

    @Test func sourcesOfTablesAreInTheRegister() throws {
        let sources = SourceRegister.builtIn
        #expect(sources.all.count == 105 && Set(sources.all.map(\.key)).count == 105)
        for table in ValuationTables(register: nil).all {
            let source = try #require(table.sourceKey.flatMap { sources[$0] })
            #expect(source.url == table.url)
            #expect(source.certainty == (table.isSecondHand ? .secondHand : .official))
            #expect(source.kind == (table.isSecondHand ? .secondary : .regional))
        }
        #expect(sources["AW-TXT"]?.kind == .law)
        #expect(sources["FISC"]?.certainty == .mixed)
        #expect(sources["GH-GEM"]?.url == nil)
        #expect(sources["BESTAAT-NIET"] == nil)
    }
}

extension Block {
    fileprivate var line: String {
        var line = code
        if !targetGroups.isEmpty { line += "(" + targetGroups.codes.map(\.code).joined(separator: "|") + ")" }
        if let durationClass { line += " " + durationClass.code }
        if !levels.isEmpty { line += " " + levels.codes.map(\.code).joined(separator: "|") }
        if !kinds.isEmpty { line += " " + kinds.codes.map(\.code).joined(separator: "|") }
        if !conditions.isEmpty { line += " {" + conditions.map(\.text).joined(separator: " & ") + "}" }
        line += " " + (value.map { "\($0.rawValue / 100)" } ?? "-") + "/" + unit.code
        if let countingMonths { line += " \(countingMonths)m" }
        if let maximum { line += " max \(maximum.amount.rawValue / 100)/\(maximum.span.name.nl)" }
        return line
    }
}

extension Bonus {
    fileprivate var line: String {
        let conditions = conditions.isEmpty ? "" : " {" + conditions.map(\.text).joined(separator: " & ") + "}"
        return code + conditions + " " + (value.map { "\($0.rawValue / 100)" } ?? "-")
    }
}
