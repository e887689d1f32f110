import Intake
import SocialReturnModel

/// Of the staff of the organisation that has a reserved contract, at least 30 per cent is disabled or disadvantaged.
///
/// The requirement is for who may take part: the contractor. What its partners are is for rule INK-17. Until edition 2026.3 the rule held every
/// partner to it and never the contractor.
enum ReservedShareEnough: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-06", since: .v2026_3, .error, level: .acrossTables, basis: .law, sources: ["AW-TXT"],
        column: .of(\SocialPurchase.targetGroupShare), needs: [.register], limits: [leastShare],
        audience: .contractManager,
        earlier: [
            .since(
                .v2026_1, audience: .supplier,
                message: Text(
                    nl: "Het aandeel van de doelgroep is {read} procent. Bij een voorbehouden opdracht moet dat ten "
                        + "minste {detail} zijn.",
                    en: "The share of the target group is {read} per cent. For a reserved contract it must be at least "
                        + "{detail}."),
                remedy: Text(
                    nl: "Controleer het aandeel: is het goed geteld en goed ingevuld?",
                    en: "Check the share: was it counted and filled in correctly?"),
                examples: [
                    .triggers(reserved, "sociale_inkoop: aandeel_doelgroep=29,9"),
                    .triggers(reserved, "sociale_inkoop: aandeel_doelgroep=0,415"),
                    .passes(reserved, "sociale_inkoop: aandeel_doelgroep=30"),
                    .passes(reserved, "leveranciers: aandeel_doelgroep=12"),
                    .passes("sociale_inkoop: aandeel_doelgroep=12"),
                ])
        ],
        name: Text(nl: "Is het aandeel ten minste 30%?", en: "Is the share at least 30%?"),
        message: Text(
            nl:
                "Deze leverancier heeft een voorbehouden opdracht. Het aandeel van de doelgroep is {read} procent; de wet "
                + "vraagt ten minste {detail}.",
            en:
                "This supplier has a reserved contract. The share of the target group is {read} per cent; the law asks for "
                + "at least {detail}."),
        remedy: Text(
            nl:
                "Vraag de leverancier hoe en wanneer het aandeel is geteld, en of integratie in werk het hoofddoel is. Klopt "
                + "het getal? Overleg dan met uw jurist wat dit betekent.",
            en:
                "Ask the supplier how and when the share was counted, and whether integration into work is the main aim. Is "
                + "the number right? Then discuss with your lawyer what it means."),
        why: Text(
            nl: "Een opdracht mag volgens de wet alleen zijn voorbehouden aan organisaties waar ten minste 30 procent "
                + "van de werknemers gehandicapt of kansarm is.",
            en: "By law a contract may only be reserved for organisations where at least 30 per cent of the employees "
                + "are disabled or disadvantaged."),
        examples: [
            .triggers(reserved, "leveranciers: aandeel_doelgroep=29,9"),
            .triggers("contracten: regime=klassiek; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=29"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=deels", "leveranciers: aandeel_doelgroep=12"),
            // A share written as a fraction.
            .triggers(reserved, "leveranciers: aandeel_doelgroep=0,415"),
            // The register has the supplier as a partner, or the report has a row of its own.
            .triggers(
                reserved, "partners: kvk=12345678; naam=Voorbeeld Schoon B.V.; aandeel_doelgroep=20"),
            .triggers(reserved, "sociale_inkoop: partner_kvk=12345678; aandeel_doelgroep=20"),
            .passes(reserved, "leveranciers: aandeel_doelgroep=30"),
            .passes(reserved, "leveranciers: aandeel_doelgroep="),
            // A partner need not meet what holds for the contractor.
            .passes(reserved, "leveranciers: aandeel_doelgroep=41", "sociale_inkoop: aandeel_doelgroep=12"),
            .passes("leveranciers: aandeel_doelgroep=12"),
        ])

    /// A contract that is reserved as a whole, for the examples.
    static let reserved = "contracten: regime=voorbehouden; voorbehoud=geheel"

    /// Article 2.82 of the Public Procurement Act: at least 30 per cent.
    static let leastShare = Limit(
        "voorbehouden_aandeel", .percent, .since(.v2026_1, 30, source: "AW-TXT"), within: 0...100, isSetByLaw: true,
        name: Text(
            nl: "Aandeel van de doelgroep bij een voorbehouden opdracht",
            en: "Target group share of a reserved contract"))

    static let variants = [
        Text(
            nl: "Het aandeel van de doelgroep is {read}. Dat lezen wij als minder dan één procent.",
            en: "The share of the target group is {read}. We read that as less than one per cent.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let limit = context.limit(Self.leastShare)
        func judge(_ share: Quantity?, at place: Place) {
            guard let share, share < limit else { return }
            report.found(at: place, .number(limit), variant: share > .zero && share < Quantity(1) ? 1 : 0)
        }
        if context.ruleSet >= .v2026_3 {
            for contractor in Contractor.ofReservedContracts(context) {
                judge(contractor.share, at: contractor.place(ofColumn: .of(\SocialPurchase.targetGroupShare)))
            }
        } else if let table = context.submission.purchases {
            let column = ColumnReference(\SocialPurchase.targetGroupShare)
            for index in table.acceptedIndices where context.isReserved(table.rows[index].contract) {
                judge(table.rows[index].targetGroupShare, at: table.place(index, column))
            }
        }
    }
}
