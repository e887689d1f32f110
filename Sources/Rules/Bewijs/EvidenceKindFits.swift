import Intake
import SocialReturnModel

/// The documents that are named for a participant are of a kind that usually shows to which group someone belongs.
///
/// One fitting document of a participant is enough, also one of an earlier report. A kind that is not in the list, and *overig*, may
/// be anything; they are left alone. A contract can accept other kinds in `aanvaard_bewijs`.
enum EvidenceKindFits: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-02", since: .v2026_2, .warning, level: .row, basis: .contract,
        sources: ["UWV-DGR", "SVK", "UTR-OUD", "SWF"], column: .of(\Evidence.kind),
        needs: [.table(.placements), .table(.evidence)],
        name: Text(nl: "Past deze soort bewijs?", en: "Does this kind of evidence fit?"),
        message: Text(
            nl: "Met '{value}' is meestal niet te zien of iemand bij de doelgroep van deze inzet hoort.",
            en: "'{value}' mostly does not show whether someone belongs to the target group of this placement."),
        remedy: Text(
            nl: "Gebruik één van: {detail}. Is in uw contract iets anders afgesproken, meld dat dan.",
            en: "Use one of: {detail}. If your contract agrees on something else, say so."),
        why: Text(
            nl:
                "Elke doelgroep heeft eigen papieren. Met het goede papier is er later geen discussie over wie meetelt.",
            en: "Every target group has papers of its own. With the right paper there is no discussion later about who "
                + "counts."),
        examples: [
            .triggers("bewijs: soort=arbeidsovereenkomst_gezien"),
            .triggers("bewijs: soort=factuur"),
            .triggers("bewijs: soort=praktijkovereenkomst"),
            .triggers("inzet: doelgroep=NUG"),
            .triggers("inzet: doelgroep=BBL"),
            .triggers(
                "contracten: aanvaard_bewijs=arbeidsovereenkomst_gezien", "bewijs: soort=stageovereenkomst"),
            // Fitting evidence of somebody else.
            .triggers(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002",
                "bewijs: soort=arbeidsovereenkomst_gezien", "bewijs: bewijs_id=B-003; hoort_bij=P-002"),
            .triggers(
                "bewijs: soort=arbeidsovereenkomst_gezien",
                previous: [["voorblad: periode=2026-Q1", "bewijs: soort=factuur"]]),
            .passes(),
            .passes("bewijs: soort=doelgroepverklaring"),
            .passes("bewijs: soort=overig"),
            .passes("bewijs: soort=brief van de wijkraad"),
            .passes("inzet: doelgroep=BBL", "bewijs: soort=praktijkovereenkomst"),
            .passes("inzet: doelgroep=WSW", "bewijs: soort=factuur"),
            .passes("inzet: doelgroep=NUG", "bewijs: soort=uwv_verklaring"),
            // Groups without a usual document.
            .passes("inzet: doelgroep=STA", "bewijs: soort=arbeidsovereenkomst_gezien"),
            .passes("inzet: doelgroep=OVG", "bewijs: soort=arbeidsovereenkomst_gezien"),
            .passes(
                "contracten: aanvaard_bewijs=stageovereenkomst, arbeidsovereenkomst_gezien",
                "bewijs: soort=arbeidsovereenkomst_gezien"),
            // A second document beside the fitting one.
            .passes("bewijs:", "bewijs: bewijs_id=B-003; soort=arbeidsovereenkomst_gezien"),
            .passes(
                "bewijs: soort=arbeidsovereenkomst_gezien", previous: [["voorblad: periode=2026-Q1"]]),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        var shown = membersShownBefore(context)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let placement = placements[row.belongsTo], let member = Member(placement) else { continue }
            if isFitting(row.kind, placement, context) { shown.insert(member) }
        }
        let column = ColumnReference(\Evidence.kind)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let placement = placements[row.belongsTo], let member = Member(placement),
                let usual = usualKinds(of: member.group), shown.insert(member)
            else { continue }
            let accepted = context.contract(placement.contract)?.acceptedEvidence ?? CodeSet()
            let kinds = usual + accepted.codes.filter { !usual.contains($0) } + [.other]
            report.found(
                at: table.place(index, column), report.text(kinds.map(\.code).joined(separator: ", "), from: .tool))
        }
    }

    /// Somebody as a member of a group: the same person may report under another group later.
    private struct Member {
        let participant: Symbol
        let group: TargetGroup

        init?(_ placement: Placement) {
            guard let participant = placement.participant, let group = placement.targetGroup else { return nil }
            self.participant = participant
            self.group = group
        }

        init(participant: Symbol, group: TargetGroup) {
            self.participant = participant
            self.group = group
        }
    }

    /// Members, as a bit for each group of each participant.
    private struct Members {
        private var groups: [UInt32]

        /// Nobody of `table`.
        init(_ table: SymbolTable) { groups = Array(repeating: 0, count: table.count) }

        /// Adds `member`, and says whether it was new.
        @discardableResult
        mutating func insert(_ member: Member) -> Bool {
            let (participant, group) = (Int(member.participant.rawValue), UInt32(1) << UInt32(member.group.rawValue))
            defer { groups[participant] |= group }
            return groups[participant] & group == 0
        }
    }

    private static func isFitting(_ kind: EvidenceKind?, _ placement: Placement, _ context: RuleContext) -> Bool {
        guard let kind, kind != .other, let group = placement.targetGroup, let usual = usualKinds(of: group) else {
            return true
        }
        return usual.contains(kind)
            || context.contract(placement.contract)?.acceptedEvidence.contains(kind) ?? false
    }

    /// The members whose group an earlier report showed.
    private static func membersShownBefore(_ context: RuleContext) -> Members {
        var shown = Members(context.submission.symbols)
        for earlier in context.previous {
            guard let table = earlier.submission.evidence else { continue }
            let placements = PlacementIndex(earlier.submission)
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            for row in table.rows {
                guard let placement = placements[row.belongsTo], let group = placement.targetGroup,
                    let participant = placement.participant.flatMap({ translation[$0] }),
                    row.kind.map({ usualKinds(of: group)?.contains($0) ?? true }) ?? true
                else { continue }
                shown.insert(Member(participant: participant, group: group))
            }
        }
        return shown
    }

    /// What practice uses to show that somebody belongs to `group`; nil for a group without a document of its own, and for the
    /// job agreement, which has a rule of its own about the look-up in the register.
    private static func usualKinds(of group: TargetGroup) -> [EvidenceKind]? {
        switch group {
        case .participationAct: [.benefitStatementSeen, .targetGroupStatement]
        case .unemployment, .disabilityBenefit:
            [.benefitAgencyStatement, .benefitStatementSeen, .targetGroupStatement]
        case .youngDisabled:
            [.benefitAgencyStatement, .registerCheck, .benefitStatementSeen, .targetGroupStatement]
        case .shelteredEmployment: [.benefitAgencyStatement, .invoice, .targetGroupStatement]
        case .withoutBenefit: [.benefitAgencyStatement]
        case .workLearning: [.workLearningAgreement, .employmentContractSeen]
        case .internship: [.internshipAgreement, .workLearningAgreement]
        case .specialEducation: [.internshipAgreement, .employmentContractSeen, .workLearningAgreement]
        case .jobAgreement, .shelteredWork, .youthWithoutQualification, .statusHolder, .refugee, .exDetainee,
            .formerAthlete, .other:
            nil
        }
    }
}
