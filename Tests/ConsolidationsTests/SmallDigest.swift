import Intake
import Parameters
import SocialReturnModel
import Valuations
import Testing

@testable import Consolidations

/// Digests and a register made in a few words.
enum Small {
    /// A report with one contract, unless `contracts` says otherwise.
    static func digest(
        _ name: String, supplier: String = "12345678", supplierName: String = "Voorbeeld Schoon B.V.",
        period: String = "2026-Q2", prepared: Int32 = 20_640, correction: String = "",
        status: DigestStatus = .approved, contracts: [ContractDigest] = [contract()], places: [PlaceDigest] = []
    ) -> SubmissionAggregate {
        SubmissionAggregate(
            name: name, supplier: KvKNumber(digits: Array(supplier.utf8)), supplierName: supplierName,
            period: Self.period(period), preparedOn: Day(daysSince1970: prepared), correctionOf: correction,
            ruleSet: "2026.2", status: status, rowsRead: 10, rowsAccepted: 10,
            findings: [FindingCount(rule: "BEW-01", severity: "waarschuwing", count: 2)], notEvaluated: ["BEW-07"],
            contracts: contracts, places: places)
    }

    /// A contract with placements by group: the persons are numbered from `first`.
    static func contract(
        _ id: String = "C-1", groups: [(String, ClosedRange<Int>)] = [("PW", 1...9)], partners: [PartnerDigest] = [],
        invoices: [InvoiceDigest] = [], claims: [UInt64] = [], commitments: [CommitmentDigest] = []
    ) -> ContractDigest {
        let slices = groups.map { slice($0.0, $0.1) }
        return ContractDigest(
            id: id, placementValue: slices.reduce(.zero) { $0 + $1.value }, purchaseValue: .zero,
            activityValue: .zero, activities: 0, groups: slices,
            kinds: [slices.dropFirst().reduce(slices[0]) { $0.merged(with: $1) }].map {
                var kind = $0
                kind.code = "dienstverband"
                return kind
            }, partners: partners, invoices: invoices, claims: KeySet(claims), commitments: commitments,
            obstacles: [], examples: [], conversations: 0, lastConversation: nil)
    }

    static func slice(_ code: String, _ persons: ClosedRange<Int>) -> PlacementSlice {
        let keys = KeySet(persons.map(UInt64.init))
        return PlacementSlice(
            code: code, persons: keys, placements: keys,
            fte: FTETotal(
                placements: persons.count, hours: Int64(persons.count) * 360_000, fullTime: 360_000, days: 91),
            withHours: persons.count, valued: persons.count, hours: Quantity(persons.count * 10),
            value: Cents(Int64(persons.count) * 1_000),
            permanentJobs: KeySet(), permanentContracts: KeySet())
    }

    /// An invoice of the partner that is `partner` above 90000000.
    static func invoice(_ number: String, partner: Int = 1) throws -> InvoiceDigest {
        let partner = try #require(KvKNumber(digits: Array("\(90_000_000 + partner)".utf8)))
        return InvoiceDigest(
            key: StableHash.of("factuur", partner.description, FoldedName.fold(number)), partner: partner, date: nil,
            amount: Cents(10_000))
    }

    static func period(_ text: String) -> ReportingPeriod? {
        switch text {
        case "2026-Q1": ReportingPeriod(year: 2026, months: 1...3)
        case "2026-Q2": ReportingPeriod(year: 2026, months: 4...6)
        case "2026-H1": ReportingPeriod(year: 2026, months: 1...6)
        case "2026-H2": ReportingPeriod(year: 2026, months: 7...12)
        case "2025-Q4": ReportingPeriod(year: 2025, months: 10...12)
        case "feb-apr": ReportingPeriod(year: 2026, months: 2...4)
        default: nil
        }
    }

    /// The overview of digests, with a register that has these contracts: number, category, supplier.
    static func overview(
        _ digests: [SubmissionAggregate], contracts: [(String, String, String)] = [], scope: Scope = .all,
        precision: Precision = .exact
    ) throws -> Overview {
        var consolidation = Consolidation()
        for digest in digests { consolidation.add(digest) }
        let register = contracts.isEmpty ? nil : try register(contracts)
        return Overview(
            of: consolidation, register: register, tables: ValuationTables(register: register), scope: scope,
            precision: precision)
    }

    static func register(_ contracts: [(String, String, String)]) throws -> ContractRegister {
        let lines = contracts.map { "\($0.0);Opdracht;\($0.1);\($0.2);dienst;01-01-2026;31-12-2028;maatwerk" }
        let heading =
            "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime"
        return try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: ([heading] + lines).joined(separator: "\n") + "\n")
        ])
    }
}
