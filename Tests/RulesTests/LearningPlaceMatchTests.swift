import Intake
@testable import Rules
import SocialReturnModel
import Testing

@Suite struct LearningPlaceMatchTests {
    /// A notice that fits the default one of the other direction, unless something is changed.
    private static func notice(
        _ direction: PlaceDirection, supplier: String = "90000001", kind: PlaceKind = .internship,
        region: String = "Haaglanden", occupation: String = "", from: (Int, Int) = (2026, 9),
        until: (Int, Int)? = (2027, 2),
        count: Int = 2
    ) -> LearningPlaceNotice {
        LearningPlaceNotice(
            supplier: KvKNumber(digits: Array(supplier.utf8)), supplierName: "Voorbeeld \(supplier)",
            direction: direction,
            kind: kind, region: region, occupation: occupation, from: day(from), until: until.map(day), count: count,
            place: Place(.learningPlaces))
    }

    private static func day(_ month: (year: Int, month: Int)) -> Day {
        Day(year: month.year, month: month.month, day: 1) ?? Day(daysSince1970: 0)
    }

    private static func offer(_ supplier: String = "90000001") -> LearningPlaceNotice {
        notice(.offer, supplier: supplier)
    }

    @Test(arguments: [
        ("the same kind, region and time", notice(.demand, supplier: "90000002"), 1),
        ("the region spelled otherwise", notice(.demand, supplier: "90000002", region: "haag-landen "), 1),
        ("no last day", notice(.demand, supplier: "90000002", from: (2026, 10), until: nil), 1),
        ("one day together", notice(.demand, supplier: "90000002", from: (2027, 2), until: (2027, 3)), 1),
        ("after the offer", notice(.demand, supplier: "90000002", from: (2027, 3), until: nil), 0),
        ("before the offer", notice(.demand, supplier: "90000002", from: (2026, 1), until: (2026, 8)), 0),
        ("another kind", notice(.demand, supplier: "90000002", kind: .job), 0),
        ("another region", notice(.demand, supplier: "90000002", region: "Rijnmond"), 0),
        ("another offer", notice(.offer, supplier: "90000002"), 0),
        ("the same supplier", notice(.demand, supplier: "90000001"), 0),
    ])
    func fits(_ what: String, _ other: LearningPlaceNotice, _ count: Int) {
        #expect(LearningPlaceMatch.matches(among: [Self.offer(), other]).count == count, "\(what)")
        #expect(
            LearningPlaceMatch.matches(among: [other, Self.offer()]).count == count, "\(what), the other way round")
    }

    @Test func matchHoldsWhatBothHave() throws {
        let demand = Self.notice(.demand, supplier: "90000002", from: (2026, 10), until: nil, count: 5)
        let match = try #require(LearningPlaceMatch.matches(among: [Self.offer(), demand]).first)
        #expect(match.count == 2)
        #expect(match.from == Self.day((2026, 10)))
        #expect(match.until == Self.day((2027, 2)))
        #expect(match.offer.supplierName == "Voorbeeld 90000001")
        #expect(!match.hasSameOccupation)
        #expect(
            match.reasons.map(\.nl) == [
                "Zelfde soort plek: stage.", "Zelfde regio: Haaglanden.",
                "Samen beschikbaar vanaf 01-10-2026 tot en met 01-02-2027.", "2 aangeboden, 5 gevraagd: 2 passen.",
            ])
        #expect(match.reasons.allSatisfy { !$0.en.isEmpty && $0.en != $0.nl })
    }

    @Test func bestMatchComesFirst() {
        let offer = Self.notice(.offer, occupation: "Glazenwasser", count: 3)
        let matches = LearningPlaceMatch.matches(among: [
            offer, Self.notice(.demand, supplier: "90000002", from: (2026, 11), count: 3),
            Self.notice(.demand, supplier: "90000003", count: 3), Self.notice(.demand, supplier: "90000004", count: 1),
            Self.notice(.demand, supplier: "90000005", occupation: "glazenwasser", count: 1),
        ])
        #expect(matches.map { $0.demand.supplier?.description } == ["90000005", "90000003", "90000002", "90000004"])
        #expect(matches.first?.hasSameOccupation == true)
        #expect(matches.first?.reasons.map(\.en).contains("Same occupation: Glazenwasser.") == true)
    }

    @Test func withoutNumbersTheNamesTellSuppliersApart() {
        var (offer, demand) = (Self.offer(), Self.notice(.demand))
        offer.supplier = nil
        #expect(LearningPlaceMatch.matches(among: [offer, demand]).isEmpty)
        demand.supplierName = "Voorbeeld Anders B.V."
        #expect(LearningPlaceMatch.matches(among: [offer, demand]).count == 1)
    }

    @Test func noticesComeFromRowsThatCount() throws {
        let lines = [
            "leerplekken:", "leerplekken: richting=vraag; aantal=1", "leerplekken: aantal=0", "leerplekken: regio=",
            "leerplekken: van=31-02-2026",
        ]
        let submission = try SubmissionReader.read(ExampleSubmission(lines).submissionFiles)
        let notices = LearningPlaceNotice.all(in: submission)
        #expect(notices.map(\.direction) == [.offer, .demand])
        #expect(notices.map(\.count) == [2, 1])
        #expect(notices.map(\.region) == ["Haaglanden", "Haaglanden"])
        #expect(notices.first?.supplierName == "Voorbeeld Schoon B.V.")
        #expect(notices.first?.occupation == "medewerker schoonmaak")
        #expect(notices.last?.place.record == 2)
    }

    @Test func atMostSoManyAreLookedAt() {
        let demands = (0..<60).map { Self.notice(.demand, supplier: "9000\(1000 + $0)", count: 1) }
        let day = Self.day((2026, 9))
        #expect(LearningPlaceMatch.matches(of: Self.offer(), with: demands, on: day, most: 50).count == 50)
        #expect(LearningPlaceMatch.matches(of: Self.offer(), with: demands, on: Self.day((2027, 3)), most: 50).isEmpty)
        #expect(LearningPlaceMatch.matches(of: demands[0], with: [Self.offer()], on: day, most: 1).count == 1)
    }
}
