import Intake
import SocialReturnModel
import Valuations

/// A document about somebody's group tells about the days around the start of the placement, or around the reference date of the
/// contract. How far around is this tool's own choice, which a register replaces.
///
/// Decisions that last (disability, Wajong, Wsw) do not grow old. A look-up in the register may be late, as the register keeps
/// its first days. A statement for the wage benefit may be late too: that is the matter of rule BEW-05.
enum EvidenceRecent: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-03", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Evidence.documentDate),
        needs: [.table(.placements), .table(.evidence)], limits: [longestBefore, longestAfter],
        name: Text(nl: "Is dit bewijs van rond de start?", en: "Is this evidence of around the start?"),
        message: Text(
            nl: "Dit bewijs is van {read}. Voor deze inzet past een datum vanaf {detail} beter.",
            en: "This evidence is of {read}. For this placement a date from {detail} fits better."),
        remedy: Text(
            nl: "Vraag een recent bewijs, van rond de start van de inzet. Controleer ook of de datum goed is ingevuld.",
            en: "Ask for recent evidence, of around the start of the placement. Check the date as well."),
        why: Text(
            nl: "Een uitkering kan beginnen en eindigen. Bewijs van rond de start laat zien hoe het toen was.",
            en: "A benefit can begin and end. Evidence of around the start shows how it was then."),
        examples: [
            .triggers("bewijs: datum_document=28-02-2025"),
            .triggers("bewijs: datum_document=; gezien_op=28-02-2025"),
            .triggers("instellingen: sleutel=bewijs_maanden_ervoor; waarde=3", "bewijs: datum_document=30-11-2025"),
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; gezien_op=28-02-2025"),
            // After the start.
            .triggers("inzet: begindatum=01-12-2025", "bewijs: datum_document=02-06-2026; gezien_op=03-06-2026"),
            .triggers(
                "instellingen: contractnummer=BZK-2026-0147; sleutel=bewijs_maanden_erna; waarde=1",
                "bewijs: datum_document=02-04-2026; gezien_op=02-04-2026"),
            // After the report itself came in.
            .triggers("bewijs: datum_document=20-02-2027"),
            .triggers("bewijs: gezien_op=13-07-2026"),
            .triggers("bewijs: soort=arbeidsovereenkomst_gezien; datum_document=13-07-2026"),
            // Seen before there was anything to see.
            .triggers("bewijs: datum_document=02-04-2026; gezien_op=01-04-2026"),
            .passes("bewijs: datum_document=01-04-2026; gezien_op=01-04-2026"),
            .passes("bewijs: datum_document=01-03-2025"),
            .passes("bewijs: datum_document=; gezien_op="),
            .passes("instellingen: sleutel=bewijs_maanden_ervoor; waarde=3", "bewijs: datum_document=01-12-2025"),
            .passes("inzet: begindatum=01-12-2025", "bewijs: datum_document=01-06-2026; gezien_op=02-06-2026"),
            .passes("bewijs: gezien_op=12-07-2026"),
            // The reference date lies before the start.
            .passes("verplichtingen: peildatum_soort=publicatie", "bewijs: datum_document=01-09-2024"),
            .passes("inzet: doelgroep=WAJ", "bewijs: soort=uwv_verklaring; datum_document=12-05-2012"),
            .passes(
                "inzet: begindatum=01-03-2025",
                "bewijs: soort=registercontrole; datum_document=01-05-2026; gezien_op=01-05-2026"),
            .passes("bewijs: soort=arbeidsovereenkomst_gezien; datum_document=01-01-2019"),
            .passes("bewijs: hoort_bij=P-009; datum_document=01-01-2019"),
            .passes("bewijs: datum_document=01-03-2025", withRegister: false),
        ])

    static let longestBefore = Limit(
        "bewijs_maanden_ervoor", .months, .since(.v2026_2, 12), within: 0...120,
        name: Text(nl: "Bewijs: hoogstens zo lang voor de start", en: "Evidence: at most so long before the start"))
    static let longestAfter = Limit(
        "bewijs_maanden_erna", .months, .since(.v2026_2, 6), within: 0...120,
        name: Text(nl: "Bewijs: hoogstens zo lang na de start", en: "Evidence: at most so long after the start"))

    static let variants = [
        Text(
            nl: "Dit bewijs is van {read}. Voor deze inzet past een datum tot en met {detail} beter.",
            en: "This evidence is of {read}. For this placement a date until {detail} fits better."),
        Text(
            nl: "De datum {read} ligt later dan deze rapportage zelf, die van {detail} is.",
            en: "The date {read} is later than this report itself, which is of {detail}."),
        Text(
            nl: "Dit bewijs is van {read}, maar het is al eerder gezien: op {detail}.",
            en: "This evidence is of {read}, but it was seen before that: on {detail}."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        let reportedOn = context.submission.coverRow.receivedOn ?? context.submission.coverRow.finishedOn
        let ofDocument = ColumnReference(\Evidence.documentDate)
        let ofLook = ColumnReference(\Evidence.seenOn)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            if let reportedOn, max(row.documentDate ?? reportedOn, row.seenOn ?? reportedOn) > reportedOn {
                let isDocument = row.documentDate.map { $0 > reportedOn } ?? false
                report.found(
                    at: table.place(index, isDocument ? ofDocument : ofLook), .day(reportedOn), variant: 2)
                continue
            }
            if let seen = row.seenOn, let document = row.documentDate, seen < document, context.ruleSet >= .v2026_3 {
                report.found(at: table.place(index, ofDocument), .day(seen), variant: 3)
                continue
            }
            guard let kind = row.kind, let placement = placements[row.belongsTo],
                let window = Window(of: placement, context)
            else { continue }
            // What counts of a look-up is the day itself.
            let first = kind == .registerCheck ? row.seenOn : row.documentDate
            guard let day = first ?? row.documentDate ?? row.seenOn else { continue }
            let place = table.place(index, day == row.documentDate ? ofDocument : ofLook)
            if day < window.first, expires(kind, placement) {
                report.found(at: place, .day(window.first))
            } else if day > window.last, kind == .benefitStatementSeen || kind == .benefitAgencyStatement {
                report.found(at: place, .day(window.last), variant: 1)
            }
        }
    }

    /// The days of which evidence tells about the start of a placement, or about the reference date of its contract.
    private struct Window {
        let first: Day
        let last: Day

        init?(of placement: Placement, _ context: RuleContext) {
            guard let start = placement.start else { return nil }
            let reference = referenceDay(of: placement, context) ?? start
            let before = context.wholeLimit(EvidenceRecent.longestBefore, for: placement.contract)
            let after = context.wholeLimit(EvidenceRecent.longestAfter, for: placement.contract)
            first = min(start, reference).adding(months: -before)
            last = max(start, reference).adding(months: after)
        }
    }

    private static func referenceDay(of placement: Placement, _ context: RuleContext) -> Day? {
        guard let terms = placement.contract.flatMap({ context.terms[$0] }), case .known(let day) = terms.referenceDay
        else { return nil }
        return day
    }

    /// Whether the document tells of a state that may have ended since.
    private static func expires(_ kind: EvidenceKind, _ placement: Placement) -> Bool {
        switch kind {
        case .benefitStatementSeen, .registerCheck: true
        case .benefitAgencyStatement, .targetGroupStatement:
            switch placement.targetGroup {
            case .disabilityBenefit, .youngDisabled, .shelteredEmployment, .shelteredWork: false
            default: true
            }
        case .employmentContractSeen, .internshipAgreement, .workLearningAgreement, .invoice, .psoCertificate,
            .articlesOfAssociation, .other:
            false
        }
    }
}
