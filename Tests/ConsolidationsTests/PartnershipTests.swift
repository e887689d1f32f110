import Intake
import Parameters
import SocialReturnModel
import Testing

@testable import Consolidations

/// What was agreed with partners beside what was bought, and the routes by which contracts are reserved.
@Suite struct PartnershipTests {
    private static func register(_ contract: String, supplier: String = "", partners: String = "") throws
        -> ContractRegister
    {
        try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: """
                    contractnummer;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;contractwaarde;regime;voorbehoud;\
                    voorbehoud_aankondiging;voorbehoud_uitvoering
                    C-1;12345678;dienst;01-01-2026;31-12-2026;1000,00;\(contract)
                    """),
            SourceFile(
                name: "leveranciers.csv", text: "kvk;naam;erkenning;hoofddoel_integratie\n12345678;Groen;\(supplier)"),
            SourceFile(
                name: "onderaannemers.csv", text: "contractnummer;kvk;naam;keten;gepland_aandeel\n\(partners)"),
        ])
    }

    @Test(
        arguments: [
            ("maatwerk;geen;none;nee", ";nee", []), ("voorbehouden;geheel;;", ";", [.unknown]),
            ("voorbehouden;geheel;res-ws;nee", "sw;", [.workshop]),
            ("voorbehouden;geheel;res-ws;nee", ";ja", [.mainAim]),
            ("voorbehouden;geheel;res-ws;", ";", [.participation]),
            ("voorbehouden;deels;none;ja", ";", [.execution]),
            ("voorbehouden;geheel;res-ws;ja", "sw;", [.workshop, .execution]),
            ("voorbehouden;geheel;res-pub-ser;", ";", [.generalInterest]),
        ] as [(String, String, [ReservationRoute])])
    func routesFollowFromNoticeAndSupplier(_ contract: String, _ supplier: String, _ routes: [ReservationRoute]) throws
    {
        let register = try Self.register(contract, supplier: supplier)
        let book = ContractBook(register, ValuationTables(register: register))
        #expect(book.all.map(\.routes) == [routes])
    }

    @Test func plansStandBesidePurchases() throws {
        let register = try Self.register(
            "maatwerk;geen;;",
            partners:
                "C-1;90000001;Sociaal Werk;onderaanneming;10\nC-1;90000002;Transport;levering;5\nC-1;90000003;Zonder plan;;"
        )
        func partner(_ number: Int, _ euros: Int64) -> PartnerDigest {
            PartnerDigest(
                kvk: KvKNumber(digits: Array("\(90_000_000 + number)".utf8)), name: "P\(number)", invoices: 1,
                amount: Cents(euros * 100), value: .zero, chains: ["onderaanneming"])
        }
        var consolidation = Consolidation()
        consolidation.add(
            Small.digest("a", period: "2026-Q1", contracts: [Small.contract("C-1", partners: [partner(1, 60)])]))
        consolidation.add(
            Small.digest("b", contracts: [Small.contract("C-1", partners: [partner(1, 40), partner(4, 7)])]))
        let overview = Overview(
            of: consolidation, register: register, tables: ValuationTables(register: register), precision: .exact)
        let lines = overview.purchases.map { line in
            "\(line.period) \(line.partner.kvk?.description ?? "") \(line.partner.invoices) \(line.boughtSoFar) "
                + "\(line.plan?.share?.description ?? "-") \(line.isNew)"
        }
        #expect(
            lines == [
                "2026-Q1 90000001 1 100.00 10 false", "2026-Q2 90000001 1 100.00 10 false",
                "2026-Q2 90000004 1 7.00 - true",
                // Planned, and nothing was bought. Without a share nothing was planned.
                "2026-Q2 90000002 0 0.00 5 false",
            ])
        #expect(
            overview.picture.partners == 2 && overview.picture.newPartners == 1, "who sold nothing is no partner yet")
    }
}
