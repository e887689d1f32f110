import Intake
import SocialReturnModel

/// The supplier confirms that the participants know which data it shares, and why.
enum ParticipantsInformed: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-11", since: .v2026_3, .signal, level: .table, basis: .law, sources: ["AVG", "EUDEC"],
        column: .of(\Cover.participantsInformed),
        needs: [.table(.cover), .table(.placements)],
        earlier: [
            .since(
                .v2026_1, .warning,
                examples: [
                    .triggers("voorblad: deelnemers_geinformeerd="), .passes("voorblad: deelnemers_geinformeerd=ja"),
                ])
        ],
        traits: [.aboutPrivacy],
        name: Text(nl: "Informeren niet bevestigd", en: "Informing not confirmed"),
        message: Text(
            nl: "Op het voorblad staat niet dat de deelnemers weten welke gegevens u deelt.",
            en: "The cover does not say that the participants know which data you share."),
        remedy: Text(
            nl: "Weten de deelnemers dat? Vul dan graag 'ja' in. Zo niet, vertel het hun dan nog.",
            en: "Do the participants know? Then please fill in 'ja' (yes). If not, please tell them."),
        why: Text(
            nl: "Mensen hebben recht om te weten welke gegevens over hen worden gedeeld, en waarom.",
            en: "People have a right to know which data on them are shared, and why."),
        examples: [
            .triggers("voorblad: deelnemers_geinformeerd="),
            .triggers("voorblad: deelnemers_geinformeerd=nee"),
            .triggers("voorblad -deelnemers_geinformeerd:"),
            .passes("voorblad: deelnemers_geinformeerd=ja"),
            .passes("voorblad: deelnemers_geinformeerd=", "inzet"),
            .triggers("voorblad: deelnemers_geinformeerd=n.v.t."),
            .passes("voorblad: deelnemers_geinformeerd=misschien"),
        ])

    static let variants = [
        Text(
            nl: "Op het voorblad staat dat de deelnemers nog niet weten welke gegevens u deelt.",
            en: "The cover says that the participants do not yet know which data you share.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let cover = context.submission.cover, let index = context.submission.coverIndex,
            cover.rows[index].participantsInformed != .yes,
            let placements = context.submission.placements, !placements.rows.isEmpty
        else { return }
        let column = ColumnReference(\Cover.participantsInformed)
        guard cover.source.field(of: column) != nil else { return report.found(at: Place(.cover, column: column)) }
        let place = cover.place(index, column)
        switch cover.rows[index].participantsInformed {
        // An answer that people were not told is more than a column that may be empty.
        case .no: report.found(at: place, severity: .warning, variant: 1)
        // A word that is no answer is the complaint of the rule about codes.
        case nil where !cover.source.isNothing(at: place): break
        default: report.found(at: place)
        }
    }
}
