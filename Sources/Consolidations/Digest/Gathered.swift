import SocialReturnModel
import Valuations

/// What is known of a contract while rows come in.
struct Gathered {
    var activities = 0
    var activityValue = Cents.zero
    var inConsultation = Cents.zero
    var discountHolds: Bool?
    var conversations = 0
    var lastConversation: Day?
    var commitments: [CommitmentDigest] = []
    var obstacles: [String: (count: Int, help: Int, words: [String])] = [:]
    var lessons: [LessonDigest] = []
    var elsewhere: [ElsewhereDigest] = []
    private var regions: [String: [UInt64]] = [:]
    private var careers = GatheredCareers()
    private var period: ReportingPeriod?
    var examples: [ExampleDigest] = []

    private var groups: [TargetGroup?: GatheredSlice] = [:]
    private var kinds: [PlacementKind?: GatheredSlice] = [:]
    private var partners: [PartnerKey: PartnerDigest] = [:]
    private var invoices: [InvoiceDigest] = []
    private var claims: [UInt64] = []
    private var roundedValue = Cents.zero
    private var exactValue = ExactAmount(.zero)
    private var isRoundedAtTheEnd = false

    private struct PartnerKey: Hashable {
        let kvk: KvKNumber?
        let name: String
    }

    /// Adds a placement.
    mutating func add(
        _ row: Placement, _ value: PlacementValuation?, _ presence: Presence?, _ period: ReportingPeriod,
        becamePermanent: Bool, person: UInt64, place: UInt64, claim: UInt64?, region: String
    ) {
        // What has no day that counts realises nothing; two suppliers can claim it all the same.
        if let claim { claims.append(claim) }
        guard let value, value.days > 0 else { return }
        self.period = period
        careers.add(row, person, period)
        regions[region, default: []].append(person)
        groups[row.targetGroup, default: GatheredSlice()].add(
            row, value, presence, period, becamePermanent: becamePermanent, person, place)
        kinds[row.kind, default: GatheredSlice()].add(
            row, value, presence, period, becamePermanent: becamePermanent, person, place)
        inConsultation += value.inConsultation ?? .zero
        guard let cents = value.value else { return }
        roundedValue += cents
        exactValue = exactValue + (value.exactValue ?? ExactAmount(cents))
        if value.terms?.rounding.value == .perTotal { isRoundedAtTheEnd = true }
    }

    /// Adds an invoice. One that does not count in the period can stand in two reports all the same.
    mutating func add(
        _ row: SocialPurchase, name: String, _ value: PurchaseValuation?, _ invoice: InvoiceDigest?, counts: Bool
    ) {
        if let invoice { invoices.append(invoice) }
        guard counts else { return }
        let key = PartnerKey(kvk: row.partner, name: row.partner == nil ? FoldedName.fold(name) : "")
        var partner =
            partners[key] ?? PartnerDigest(kvk: row.partner, name: name, invoices: 0, amount: .zero, value: .zero)
        partner.invoices += 1
        if let role = row.chainRole?.code, !(partner.chains ?? []).contains(role) {
            partner.chains = ((partner.chains ?? []) + [role]).sorted()
        }
        partner.amount += row.amount ?? .zero
        partner.value += value?.value ?? .zero
        if let value, value.value == nil, value.terms?.tableInUse != nil {
            partner.unvalued = (partner.unvalued ?? 0) + 1
        }
        inConsultation += value?.inConsultation ?? .zero
        partners[key] = partner
    }

    /// The digest of the contract numbered `id`.
    func digest(_ id: String) -> ContractDigest {
        let partners = partners.values.sorted {
            ($0.kvk?.rawValue ?? 0, $0.name) < ($1.kvk?.rawValue ?? 0, $1.name)
        }
        return ContractDigest(
            id: id, placementValue: isRoundedAtTheEnd ? exactValue.rounded : roundedValue,
            purchaseValue: partners.reduce(.zero) { $0 + $1.value }, activityValue: activityValue,
            inConsultation: inConsultation == .zero ? nil : inConsultation, discountHolds: discountHolds,
            activities: activities, groups: Self.slices(groups), kinds: Self.slices(kinds), partners: partners,
            invoices: invoices.sorted { $0.key < $1.key }, claims: KeySet(claims), commitments: commitments,
            obstacles: obstacles.keys.sorted().map {
                ObstacleDigest(
                    kind: $0, count: obstacles[$0]?.count ?? 0, helpRequests: obstacles[$0]?.help ?? 0,
                    words: obstacles[$0].flatMap { $0.words.isEmpty ? nil : $0.words })
            },
            examples: examples, conversations: conversations, lastConversation: lastConversation,
            careers: careers.digest(period), lessons: lessons.isEmpty ? nil : lessons,
            elsewhere: elsewhere.isEmpty ? nil : elsewhere,
            regions: regions.isEmpty
                ? nil : regions.keys.sorted().map { RegionDigest(name: $0, persons: KeySet(regions[$0] ?? [])) })
    }

    /// In the order of the code list; rows without a code come last.
    private static func slices<List: CodeList>(_ gathered: [List?: GatheredSlice]) -> [PlacementSlice] {
        (List.allCases.map(Optional.some) + [nil]).compactMap { code in
            gathered[code]?.slice(code?.code ?? "")
        }
    }
}

/// Placements with a code in common, while rows come in.
private struct GatheredSlice {
    private var persons: [UInt64] = []
    private var permanentJobs: [UInt64] = []
    private var permanentContracts: [UInt64] = []
    private var placements: [UInt64] = []
    private var fte = FTETotal()
    private var withHours = 0
    private var valued = 0
    private var hours = Quantity.zero
    private var value = Cents.zero

    mutating func add(
        _ row: Placement, _ valuation: PlacementValuation, _ presence: Presence?, _ period: ReportingPeriod,
        becamePermanent: Bool, _ person: UInt64, _ place: UInt64
    ) {
        persons.append(person)
        if becamePermanent { permanentJobs.append(person) }
        if row.contractForm == .permanent { permanentContracts.append(person) }
        placements.append(place)
        if let presence { fte.add(presence, valuation, period) }
        if let worked = valuation.workedHours {
            hours += worked
            withHours += 1
        }
        if let worth = valuation.value {
            value += worth
            valued += 1
        }
    }

    func slice(_ code: String) -> PlacementSlice {
        PlacementSlice(
            code: code, persons: KeySet(persons), placements: KeySet(placements), fte: fte, withHours: withHours,
            valued: valued, hours: hours, value: value, permanentJobs: KeySet(permanentJobs),
            permanentContracts: KeySet(permanentContracts))
    }
}
