import Foundation
import Intake
import SocialReturnModel
import Testing

@testable import Consolidations

/// Figures that no report can come to are refused by name, and sums never leave what can be counted.
@Suite struct DamagedFiguresTests {
    private static let header = SummaryFile.Header(register: nil, tool: "0.1.0")

    private static func summary() throws -> String {
        var consolidation = Consolidation()
        let contract = Small.contract(
            partners: [PartnerDigest(kvk: nil, name: "Partner", invoices: 3, amount: Cents(100), value: Cents(100))],
            invoices: [try Small.invoice("F-1")],
            commitments: [
                CommitmentDigest(
                    id: "A-1", goal: "", owner: "", count: nil, unit: "", due: .first, status: "loopt",
                    progress: Quantity(50))
            ])
        let place = PlaceDigest(
            direction: "aanbod", kind: "stage", occupation: "", region: "R", from: .first, until: .last, count: 2,
            mailbox: nil)
        consolidation.add(Small.digest("a", contracts: [contract], places: [place]))
        var bytes: [UInt8] = []
        SummaryFile.write(consolidation, header) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            "placementValue", "purchaseValue", "activityValue", "amount", "value", "hours", "hourDays", "lastDayHours",
            "progress", "preparedOn", "start", "end", "due", "from", "until", "rowsRead", "rowsAccepted", "activities",
            "conversations", "invoices", "count",
        ],
        [
            "9223372036854775807", "-9223372036854775808", "2000000000000001", "1e300", "99999999999999999999",
            "-2147483648",
            "0.5",
        ])
    func aDamagedNumberIsRefused(_ field: String, _ number: String) throws {
        let text = try Self.summary()
        let damaged = text.replacing(try Regex("\"\(field)\":-?[0-9]+"), maxReplacements: 1) { _ in
            "\"\(field)\":\(number)"
        }
        #expect(damaged != text)
        // Below zero an amount is a credit.
        let mayBe = number == "-2147483648" && !Self.countsAndDays.contains(field)
        do throws(ResultDamage) {
            let read = try SummaryFile.read(Data(damaged.utf8), register: nil)
            #expect(mayBe && read.digests.count == 1)
        } catch {
            #expect(!mayBe && error.line == 2)
            #expect([.figureOutOfBounds, .summaryDamaged].contains(error.reason))
        }
    }

    private static let countsAndDays: Set = [
        "hourDays", "lastDayHours", "preparedOn", "start", "end", "due", "from", "until", "rowsRead", "rowsAccepted",
        "activities", "conversations",
        "invoices", "count",
    ]

    /// Every result is sound by itself; which of them no longer fit depends on nothing but the set.
    @Test(arguments: [([3, 1, 2], 0), ([3000, 1, 2000, 4], 1), ([4000, 4000, 4000, 4000, 7], 4)])
    func whatDoesNotFitIsLeftOut(_ trillions: [Int], _ left: Int) throws {
        let digests = trillions.enumerated().map { number, amount in
            var contract = Small.contract("C-\(number)")
            // Each partner is worth a trillion euros, which a summary can hold.
            contract.partners = (0..<amount).map { _ in
                PartnerDigest(kvk: nil, name: "P", invoices: 1, amount: Cents(1_500_000_000_000_000), value: .zero)
            }
            return Small.digest("r\(number)", contracts: [contract])
        }
        var names: [Set<String>] = []
        for order in [digests, digests.reversed()] {
            var consolidation = Consolidation()
            for digest in order { consolidation.add(digest) }
            consolidation.leaveOutUncountable()
            #expect(consolidation.leftOut.count == left && consolidation.digests.count == trillions.count - left)
            #expect(consolidation.leftOut.allSatisfy { $0.reason == .figuresUncountable })
            names.append(Set(consolidation.leftOut.map(\.name)))
            #expect(consolidation.digests.reduce(Int64(0)) { SafeInteger.sum($0, $1.weight) } <= Int64.max / 2)
        }
        #expect(names[0] == names[1])
    }

    @Test(
        arguments: [
            ("inzet_id,gewerkte_uren\nP-1,900000000000000\n", .figureOutOfBounds, 2),
            ("inzet_id,gewerkte_uren\nP-1,12\nP-2,veel\n", .dataDamaged, 3),
            ("inzet_id,begindatum\nP-1,2505-01-01\n", .figureOutOfBounds, 2),
            ("inzet_id,gewerkte_uren\nP-1,\"12\n", .dataDamaged, 2),
        ] as [(String, SkippedResult.Reason, Int)])
    func damagedDataAreNamed(_ text: String, _ reason: SkippedResult.Reason, _ line: Int) throws {
        // Columns that are missing are damage too, so that all are there.
        let columns = Placement.table.facts.columns.map(\.name)
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let rows = lines.dropFirst().map { cells in
            columns.map { name in lines[0].firstIndex(of: Substring(name)).map { String(cells[$0]) } ?? "" }
        }
        let csv = ([columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
        let submission = try SubmissionReader.read(
            SubmissionFiles(name: "r", files: [SourceFile(name: "inzet.csv", text: csv)]))
        let damage = try #require(ResultDamage.first(in: submission, folder: "gegevens"))
        #expect(damage == ResultDamage(reason, file: "gegevens/inzet.csv", line: line))
        let text = SkippedResult(name: "r", damage).text
        #expect(text.nl.hasPrefix("gegevens/inzet.csv, regel \(line): ") && text.en.contains("line \(line)"))
    }

    @Test(arguments: [["B-1", "A-1", "A-1"], ["A-1", "A-1", "B-1"], ["A-1", "B-1", "A-1"], ["É-1", "é-1", "B-1"]])
    func aDoubleContractTakesNobodysPlace(_ order: [String]) throws {
        let register = try Small.register(order.enumerated().map { ($1, "CAT-\($0)", "12345678") })
        let consolidated = try Small.overview(
            order.map { Small.digest("r-\($0)", contracts: [Small.contract($0)]) },
            contracts: order.enumerated().map { ($1, "CAT-\($0)", "12345678") })
        for line in consolidated.contracts {
            let first = try #require(order.firstIndex { $0.lowercased() == line.facts.id.lowercased() })
            #expect(line.facts.category == "CAT-\(first)")
        }
        #expect(consolidated.contracts.count == 2 && register.doubles.count == 1)
        // Two reports on one contract, whatever its capitals, are told as well.
        #expect(consolidated.crossFindings.filter(\.isAboutRegister).map(\.rule) == ["CTR-16"])
    }
}
