import Intake
import SocialReturnModel

/// A place that this supplier offers or looks for fits a place of another supplier: ``LearningPlaceMatch`` tells when. The contract
/// manager sees who the other is.
enum LearningPlacesMeet: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-14", since: .v2026_3, .signal, level: .acrossSubmissions, basis: .policy,
        sources: ["INTERVIEW"], column: .of(\LearningPlace.kind), needs: [.table(.learningPlaces), .otherSuppliers],
        limits: [overlap],
        audience: .contractManager,
        earlier: [
            .since(
                .v2026_1,
                examples: [
                    // The last day of the one was the first of the other.
                    .triggers(
                        previous: [
                            [
                                "voorblad: leverancier_kvk=90000003",
                                "leerplekken: richting=vraag; van=28-02-2027; tot=31-08-2027",
                            ]
                        ]),
                    .passes(
                        previous: [
                            ["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; soort_plek=stage"]
                        ]),
                ])
        ],
        traits: [.quotesThirdPartyNames, .goodNews],
        name: Text(nl: "Mogelijke match", en: "Possible match"),
        message: Text(
            nl: "Deze plek past bij wat een andere leverancier vraagt of aanbiedt: {detail}.",
            en: "This place fits what another supplier looks for or offers: {detail}."),
        remedy: Text(
            nl: "Adviesteam: breng leveranciers met elkaar in contact.",
            en: "Advisory team: bring the suppliers into contact."),
        why: Text(
            nl: "Wie een plek zoekt, kan vaak terecht bij een ander bedrijf dat voor het Rijk werkt.",
            en: "Who looks for a place can often go to another company that works for the State."),
        examples: [
            .triggers(previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag"]]),
            .triggers(
                "leerplekken: richting=vraag; tot=",
                previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: regio=haaglanden"]]),
            // Four weeks together.
            .triggers(
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000003",
                        "leerplekken: richting=vraag; van=01-02-2027; tot=31-08-2027",
                    ]
                ]),
            // A place that is shorter itself, and fits all along.
            .triggers(
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000003",
                        "leerplekken: richting=vraag; van=01-02-2027; tot=10-02-2027",
                    ]
                ]),
            // At an internship and at a learning place people learn the trade.
            .triggers(previous: [
                ["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; soort_plek=stage"]
            ]),
            // A neighbouring region, and a place that lies in the region.
            .triggers(previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; regio=Rijnmond"]]
            ),
            .triggers(previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; regio=Delft"]]),
            .triggers(
                "instellingen: sleutel=verbinden_overlap_dagen; waarde=1",
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000003",
                        "leerplekken: richting=vraag; van=28-02-2027; tot=31-08-2027",
                    ]
                ]),
            // The other's last report says nothing of places.
            .triggers(
                previous: [
                    ["voorblad: leverancier_kvk=90000003; periode=2026-Q1", "leerplekken: richting=vraag"],
                    ["voorblad: leverancier_kvk=90000003", "-leerplekken"],
                ]),
            .passes(previous: [["voorblad: leverancier_kvk=90000003"]]),
            // A day less than four weeks together.
            .passes(
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000003",
                        "leerplekken: richting=vraag; van=02-02-2027; tot=31-08-2027",
                    ]
                ]),
            // Another trade.
            .passes(previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; vak=chauffeur"]]),
            // Another trade in a neighbouring region.
            .passes(
                previous: [
                    ["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; regio=Rijnmond; vak=hovenier"]
                ]),
            .passes(
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000003",
                        "leerplekken: richting=vraag; van=01-03-2027; tot=31-08-2027",
                    ]
                ]),
            .passes(
                previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; regio=Drenthe"]]),
            .passes(
                previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; soort_plek=baan"]]),
            // Its own demand of an earlier period.
            .passes(previous: [["voorblad: periode=2026-Q1", "leerplekken: richting=vraag"]]),
            // What is over when the report is judged.
            .passes(
                "leerplekken: van=01-01-2026; tot=09-07-2026",
                previous: [["voorblad: leverancier_kvk=90000003", "leerplekken: richting=vraag; van=01-01-2026"]]),
            // The other's last report no longer has it.
            .passes(
                previous: [
                    ["voorblad: leverancier_kvk=90000003; periode=2026-Q1", "leerplekken: richting=vraag"],
                    ["voorblad: leverancier_kvk=90000003", "leerplekken"],
                ]),
            .passes(),
        ])

    static let overlap = Limit(
        "verbinden_overlap_dagen", .days, .since(.v2026_1, 28), within: 1...366,
        name: Text(
            nl: "Verbinden: zoveel dagen moeten twee plekken samenvallen",
            en: "Connecting: so many days two places must hold together"))

    /// How many suppliers are named.
    private static let named = 3

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let own = context.submission.coverRow.supplierKvK else { return }
        let column = ColumnReference(\LearningPlace.kind)
        let isFirst = context.ruleSet < .v2026_3
        let leastDays = isFirst ? 1 : context.wholeLimit(Self.overlap)
        for notice in LearningPlaceNotice.all(in: context.submission) {
            let matches = context.others.matches(of: notice, besides: own, leastDays: leastDays, on: context.today)
                .filter { isFirst ? $0.isSameKind && $0.region == .same : $0.fit <= .nearly }
            var suppliers: [KvKNumber] = []
            for match in matches where suppliers.count < named {
                let other = notice.direction == .offer ? match.demand : match.offer
                if let supplier = other.supplier, !suppliers.contains(supplier) { suppliers.append(supplier) }
            }
            guard !suppliers.isEmpty else { continue }
            var place = notice.place
            place.column = column
            report.found(
                at: place, report.text(suppliers.map(context.others.name).joined(separator: ", "), from: .thirdParty))
        }
    }
}
