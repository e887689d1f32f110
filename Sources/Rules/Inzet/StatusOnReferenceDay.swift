import Intake
import SocialReturnModel
import Valuations

/// A document that shows the target group is from around the day on which the contract wants the participant to belong to it.
///
/// This is about contracts with one fixed day, that of publication or award. Whoever began before that day is looked at on the
/// first day of the placement. What a document says stays with the supplier, so only its date can be looked at.
enum StatusOnReferenceDay: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-11", since: .v2026_2, .warning, level: .acrossTables, basis: .contract, sources: ["SWF"],
        column: .of(\Placement.targetGroup), needs: [.register, .table(.placements), .table(.evidence)],
        limits: [reach],
        yields: [.to("BEW-03", .subject)], traits: [.settledByExplanation],
        name: Text(nl: "Gold de status op de peildatum?", en: "Did the status hold on the reference date?"),
        message: Text(
            nl: "Bij het bewijs van de doelgroep staat geen datum rond de peildatum {detail} of het begin van de "
                + "inzet.",
            en: "The evidence of the target group has no date around the reference date {detail} or the start of the "
                + "placement."),
        remedy: Text(
            nl: "Toon aan dat de status gold op de peildatum. Noem een stuk uit die tijd, of leg uit waaruit het "
                + "blijkt.",
            en: "Show that the status held on the reference date. Name a document of that time, or explain what shows "
                + "it."),
        why: Text(
            nl: "Dit contract noemt een vaste dag waarop iemand bij de doelgroep moet horen. Een veel ouder of nieuwer "
                + "stuk laat dat niet zien.",
            en: "This contract names one day on which someone must belong to the target group. A much older or newer "
                + "document does not show that."),
        examples: [
            // Awarded on 15-01-2026, begun on 01-03-2026.
            .triggers("verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=14-10-2025"),
            .triggers(
                "verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=02-06-2026; gezien_op=02-06-2026"),
            .triggers("verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=; gezien_op="),
            // Published on 01-09-2025.
            .triggers("verplichtingen: peildatum_soort=publicatie", "bewijs: datum_document=31-05-2025"),
            .triggers(
                "verplichtingen: peildatum_soort=gunning", "instellingen: sleutel=peildatum_bewijs_maanden; waarde=1",
                "bewijs: datum_document=14-12-2025"),
            .triggers(
                "verplichtingen: peildatum_soort=gunning", "inzet: begindatum=01-03-2025",
                "bewijs: datum_document=30-11-2024"),
            .passes("verplichtingen: peildatum_soort=gunning"),
            .passes("verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=15-10-2025"),
            .passes("verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=01-06-2026"),
            // One good document is enough.
            .passes(
                "verplichtingen: peildatum_soort=gunning", "bewijs: datum_document=14-10-2025",
                "bewijs: bewijs_id=B-003; datum_document=20-02-2026"),
            // A decision of UWV keeps holding: the day on which it was seen counts.
            .passes(
                "verplichtingen: peildatum_soort=gunning", "bewijs: soort=uwv_verklaring; datum_document=01-02-2019"),
            .passes(
                "verplichtingen: peildatum_soort=gunning", "inzet: begindatum=01-03-2025",
                "bewijs: datum_document=20-02-2025"),
            // Other documents do not show the group; that none does is a matter for the rules about evidence.
            .passes(
                "verplichtingen: peildatum_soort=gunning",
                "bewijs: soort=arbeidsovereenkomst_gezien; datum_document=01-02-2019"),
            // The first day of each placement.
            .passes("bewijs: datum_document=14-10-2020"),
            .passes("verplichtingen: peildatum_soort=", "bewijs: datum_document=14-10-2020"),
        ])

    /// How far from the reference date, or from the start, a document may be.
    static let reach = Limit(
        "peildatum_bewijs_maanden", .months, .since(.v2026_2, 3), within: 0...36,
        name: Text(
            nl: "Bewijs van de doelgroep: hoe ver van de peildatum",
            en: "Evidence of the target group: how far from the reference date"))

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements, let evidence = context.submission.evidence else { return }
        let documents = Documents(evidence, context.submission.symbols)
        let column = ColumnReference(\Placement.targetGroup)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let terms = row.contract.flatMap({ context.terms[$0] }),
                let kind = terms.settling?.row.referenceDateKind,
                kind != .placementStart
            else { continue }
            guard case .known(let day) = terms.referenceDay else {
                report.notEvaluated(
                    Text(
                        nl: "De dag van publicatie of gunning van een contract staat niet in het register.",
                        en: "The register lacks the day of publication or award of a contract."),
                    supply: Text(
                        nl:
                            "Vul publicatiedatum of gunningsdatum in bij het contract in contracten.csv van het register.",
                        en:
                            "Fill in publicatiedatum or gunningsdatum for the contract in contracten.csv of the register."
                    ),
                    by: .contractManager, isRegisterGap: true)
                continue
            }
            guard let id = row.id, documents.showGroup(of: id) else { continue }
            let start = row.start ?? day
            let months = context.wholeLimit(Self.reach, for: row.contract)
            let (first, last) = (min(day, start).adding(months: -months), max(day, start).adding(months: months))
            if !documents.tell(of: id, from: first, through: last) {
                report.found(at: table.place(index, column), .day(day))
            }
        }
    }
}

/// The documents that show to which group people belong, by the placements that they were filed with.
private struct Documents {
    private let evidence: TableData<Evidence>
    /// The row of the last document by the symbol of its placement, and of the one before by row; negative for none.
    private var last: [Int32]
    private var before: [Int32]

    init(_ evidence: TableData<Evidence>, _ symbols: SymbolTable) {
        self.evidence = evidence
        last = Array(repeating: -1, count: symbols.count)
        before = Array(repeating: -1, count: evidence.rows.count)
        for index in evidence.acceptedIndices where evidence.rows[index].showsGroup {
            guard let placement = evidence.rows[index].belongsTo else { continue }
            before[index] = last[Int(placement.rawValue)]
            last[Int(placement.rawValue)] = Int32(index)
        }
    }

    /// Whether there is a document about `placement`.
    func showGroup(of placement: Symbol) -> Bool { last[Int(placement.rawValue)] >= 0 }

    /// Whether a document about `placement` tells of a day from `first` through `last`.
    func tell(of placement: Symbol, from first: Day, through last: Day) -> Bool {
        var row = self.last[Int(placement.rawValue)]
        while row >= 0 {
            if let day = evidence.rows[Int(row)].dayOfStatus, first <= day, day <= last { return true }
            row = before[Int(row)]
        }
        return false
    }
}

extension Evidence {
    /// Whether the document shows that someone belongs to a target group.
    fileprivate var showsGroup: Bool {
        switch kind {
        case .targetGroupStatement, .registerCheck, .benefitAgencyStatement, .benefitStatementSeen: true
        default: false
        }
    }

    /// The day on which the status was seen to hold. A decision of UWV and an entry in the register hold until they are withdrawn;
    /// other documents tell of their own day.
    fileprivate var dayOfStatus: Day? {
        switch kind {
        case .registerCheck, .benefitAgencyStatement: seenOn ?? documentDate
        default: documentDate ?? seenOn
        }
    }
}
