import Intake
import Parameters
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

    private static let comparison = PlaceComparison(register: nil, leastDays: 28)

    private static func matching(_ notices: LearningPlaceNotice...) -> PlaceMatching {
        PlaceMatching(notices, comparison)
    }

    /// How far a demand lies from the default offer, which is an internship in Haaglanden without a trade; nil for no match.
    @Test(
        arguments: [
            ("the same kind, region and time", notice(.demand, supplier: "90000002"), 2),
            ("the region spelled otherwise", notice(.demand, supplier: "90000002", region: "haag-landen "), 2),
            ("no last day", notice(.demand, supplier: "90000002", from: (2026, 10), until: nil), 2),
            ("four weeks together", notice(.demand, supplier: "90000002", from: (2027, 1), until: (2027, 3)), 2),
            ("one day together", notice(.demand, supplier: "90000002", from: (2027, 2), until: (2027, 3)), nil),
            ("after the offer", notice(.demand, supplier: "90000002", from: (2027, 3), until: nil), nil),
            ("before the offer", notice(.demand, supplier: "90000002", from: (2026, 1), until: (2026, 8)), nil),
            ("a job", notice(.demand, supplier: "90000002", kind: .job), nil),
            ("another place to learn", notice(.demand, supplier: "90000002", kind: .learningPlace), 3),
            ("work experience", notice(.demand, supplier: "90000002", kind: .workExperience), 3),
            ("a region that borders on it", notice(.demand, supplier: "90000002", region: "Rijnmond"), 4),
            ("a place in the region", notice(.demand, supplier: "90000002", region: "Delft"), 2),
            ("the province", notice(.demand, supplier: "90000002", region: "Zuid-Holland"), 3),
            ("the whole country", notice(.demand, supplier: "90000002", region: "landelijk"), 3),
            ("one of several", notice(.demand, supplier: "90000002", region: "Drechtsteden en Haaglanden"), 2),
            ("a region far away", notice(.demand, supplier: "90000002", region: "Drenthe"), nil),
            ("a region that nobody knows", notice(.demand, supplier: "90000002", region: "Middelaarde"), nil),
            ("another offer", notice(.offer, supplier: "90000002"), nil),
            ("the same supplier", notice(.demand, supplier: "90000001"), nil),
        ] as [(String, LearningPlaceNotice, Int?)])
    func fits(_ what: String, _ other: LearningPlaceNotice, _ distance: Int?) {
        #expect(
            Self.matching(Self.offer(), other).lines.map(\.match.distance) == [distance].compactMap { $0 }, "\(what)")
        let turned = Self.matching(other, Self.offer())
        #expect(turned.lines.map(\.match.distance) == [distance].compactMap { $0 }, "\(what), the other way round")
        #expect(turned.unmatched.count == (distance == nil ? 2 : 0), "\(what): who fits nothing is shown")
    }

    @Test(
        arguments: [
            ("Glazenwasser", "schoonmaker", .same), ("glazenwasser", "GLAZENWASSER", .same),
            ("zweefmolenaar", "Zweefmolenaar", .same), ("kok", "medewerker catering", .related),
            ("helpdesk", "software-ontwikkelaar", .related), ("hovenier", "helpdesk", .other),
            ("hovenier", "", .unknown), ("", "", .unknown), ("zweefmolenaar", "hovenier", .unknown),
        ] as [(String, String, TradeList.Nearness)])
    func tradesAreComparedInDegrees(_ offered: String, _ wanted: String, _ nearness: TradeList.Nearness) throws {
        let match = try #require(
            Self.matching(
                Self.notice(.offer, occupation: offered), Self.notice(.demand, supplier: "90000002", occupation: wanted)
            ).lines.first?.match)
        #expect(match.trade == nearness)
        let said = try #require(
            match.reasons.map(\.nl).first { $0.lowercased().contains("vak") && !$0.contains("leert") })
        let word: String =
            switch nearness {
            case .same: "Zelfde vak"
            case .related: "Verwant vak"
            case .other: "Ander vak"
            case .unknown: offered.isEmpty || wanted.isEmpty ? "Het vak is niet" : "Of de vakken"
            }
        #expect(said.hasPrefix(word))
    }

    @Test func matchHoldsWhatBothHave() throws {
        let demand = Self.notice(.demand, supplier: "90000002", from: (2026, 10), until: nil, count: 5)
        let match = try #require(Self.matching(Self.offer(), demand).lines.first?.match)
        #expect(match.count == 2)
        #expect(match.from == Self.day((2026, 10)))
        #expect(match.until == Self.day((2027, 2)))
        #expect(match.offer.supplierName == "Voorbeeld 90000001")
        #expect(
            match.reasons.map(\.nl) == [
                "Zelfde soort plek: stage.", "Het vak is niet overal ingevuld.", "Zelfde regio: Haaglanden.",
                "Samen beschikbaar vanaf 01-10-2026 tot en met 01-02-2027.", "2 aangeboden, 5 gevraagd: 2 passen.",
            ])
        #expect(match.reasons.allSatisfy { !$0.en.isEmpty && $0.en != $0.nl })
    }

    @Test func bestFitComesFirstThenTheEarliest() {
        let offer = Self.notice(.offer, occupation: "Glazenwasser", count: 3)
        let found = Self.matching(
            offer, Self.notice(.demand, supplier: "90000002", from: (2026, 11), count: 3),
            Self.notice(.demand, supplier: "90000003", count: 3),
            Self.notice(.demand, supplier: "90000005", occupation: "glazenwasser", from: (2026, 12), count: 1),
            Self.notice(.demand, supplier: "90000006", occupation: "helpdesk", count: 1))
        #expect(
            found.lines.map { $0.match.demand.supplier?.description } == [
                "90000005", "90000003", "90000002", "90000006",
            ])
        #expect(found.lines.map(\.match.fit) == [.whole, .nearly, .nearly, .perhaps])
        // Three places: one for what fits best, two for the next, and none are left.
        #expect(found.lines.map(\.places) == [1, 2, 0, 0])
        #expect(found.lines.map(\.otherDemands) == [3, 3, 3, 3])
        #expect(found.lines.map(\.otherOffers) == [0, 0, 0, 0])
    }

    @Test func severalOffersOfOneSupplierAreOneOther() {
        let found = Self.matching(
            Self.notice(.offer), Self.notice(.offer, from: (2026, 10)), Self.notice(.offer, supplier: "90000003"),
            Self.notice(.demand, supplier: "90000002"))
        #expect(found.lines.count == 3 && found.lines.allSatisfy { $0.otherOffers == 1 && $0.otherDemands == 0 })
    }

    /// First an internship at one, then a learning place at another, for one wish.
    @Test(
        arguments: [
            (notice(.offer, occupation: "hovenier", until: (2026, 12)), (2027, 1), .learningPlace, "90000003", true),
            // Of one supplier it is no chain; nor without a step further.
            (notice(.offer, occupation: "hovenier", until: (2026, 12)), (2027, 1), .learningPlace, "90000001", false),
            (notice(.offer, occupation: "hovenier", until: (2026, 12)), (2027, 1), .internship, "90000003", false),
            // Half a year between is too long.
            (notice(.offer, occupation: "hovenier", until: (2026, 10)), (2027, 4), .learningPlace, "90000003", false),
            // Another trade is no second step.
            (notice(.offer, occupation: "helpdesk", until: (2026, 12)), (2027, 1), .learningPlace, "90000003", false),
        ] as [(LearningPlaceNotice, (Int, Int), PlaceKind, String, Bool)])
    func aWishCanBeMetInTwoSteps(
        _ first: LearningPlaceNotice, _ from: (Int, Int), _ kind: PlaceKind, _ supplier: String, _ isChain: Bool
    ) throws {
        let wish = Self.notice(
            .demand, supplier: "90000002", kind: .learningPlace, occupation: "tuinman", until: (2027, 8), count: 1)
        let second = Self.notice(
            .offer, supplier: supplier, kind: kind, occupation: "groenmedewerker", from: from, until: (2027, 8))
        let chains = Self.matching(first, second, wish).chains
        #expect(chains.count == (isChain ? 1 : 0))
        guard isChain else { return }
        let chain = try #require(chains.first)
        #expect(chain.demand == wish && chain.first.offer == first && chain.second.offer == second)
        #expect(chain.text.nl == "Eerst stage tot en met 01-12-2026, dan leerplek vanaf 01-01-2027.")
    }

    @Test func withoutNumbersTheNamesTellSuppliersApart() {
        var (offer, demand) = (Self.offer(), Self.notice(.demand))
        offer.supplier = nil
        #expect(Self.matching(offer, demand).lines.isEmpty)
        demand.supplierName = "Voorbeeld Anders B.V."
        #expect(Self.matching(offer, demand).lines.count == 1)
    }

    /// What a supplier is told of another before both agree: never who, in whose words, or where exactly.
    @Test(arguments: ["hovenier", "de tuin van mevrouw Jansen in de Kerkstraat", "", "06-12345678"])
    func anIntroductionTellsNothingOfWhoItIs(_ occupation: String) {
        for direction in PlaceDirection.allCases {
            for region in ["Haaglanden", "Delft", "bij ons op de Plaats 3"] {
                let notice = Self.notice(direction, region: region, occupation: occupation)
                let text = notice.introduction(Self.comparison)
                for words in [text.nl, text.en] {
                    for secret in ["Voorbeeld", "90000001", "Jansen", "Kerkstraat", "06-", "Plaats 3", "Delft"] {
                        #expect(!words.contains(secret), "\(words)")
                    }
                    #expect(
                        words.contains("01-09-2026") || words.contains("2026-09-01") || words.contains("1 Sep 2026"))
                }
                #expect(text.nl.contains("hovenier") == (occupation == "hovenier"))
                #expect(text.nl.contains("Haaglanden") == (region != "bij ons op de Plaats 3"))
            }
        }
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
}
