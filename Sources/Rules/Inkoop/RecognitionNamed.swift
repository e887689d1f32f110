import Intake
import SocialReturnModel

/// For every purchase it is known why the partner counts as a social enterprise or SW company: the row says so, or the register.
enum RecognitionNamed: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-05", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["DWWA", "CODE", "SOH"],
        column: .of(\SocialPurchase.recognition),
        needs: [.table(.purchases)],
        name: Text(nl: "Grond van erkenning ontbreekt", en: "Ground of recognition missing"),
        message: Text(
            nl: "Er staat niet waarom deze partner een sociale onderneming of SW-bedrijf is.",
            en: "It does not say why this partner is a social enterprise or SW company."),
        remedy: Text(
            nl: "Noem de erkenning en geldigheid: sw, pso30, code_so, regionaal of art282.",
            en: "Name the recognition and until when it is valid: sw, pso30, code_so, regionaal or art282."),
        why: Text(
            nl: "Inkoop telt als sociale inkoop als de partner erkend is. Er zijn meer wegen; één is genoeg.",
            en: "A purchase counts as social if the partner is recognised. There are several ways; one is enough."),
        examples: [
            .triggers("sociale_inkoop: erkenning=; partner_kvk=90000007"),
            .triggers("sociale_inkoop -erkenning", "partners: erkenning="),
            .triggers("sociale_inkoop: erkenning=", withRegister: false),
            .triggers("sociale_inkoop: erkenning=", "-partners"),
            // A step of the ladder, and a certificate without its last day, are signals.
            .triggers("sociale_inkoop: erkenning=pso_trede; partner_kvk=90000007"),
            .triggers("sociale_inkoop: erkenning_geldig_tot=; partner_kvk=90000007"),
            .passes(),
            .passes("sociale_inkoop: erkenning=sw; erkenning_geldig_tot="),
            .passes("sociale_inkoop: erkenning=code_so; erkenning_geldig_tot=", withRegister: false),
            .passes("sociale_inkoop: erkenning=pso_trede, regionaal"),
            // The register knows the partner.
            .passes("sociale_inkoop: erkenning=; erkenning_geldig_tot="),
            .passes("sociale_inkoop: erkenning_geldig_tot="),
            // An unknown word is a matter for the rule about codes.
            .passes("sociale_inkoop: erkenning=blauwe vlag", "-partners"),
        ])

    static let variants = [
        Text(
            nl: "Bij deze partner staat alleen een PSO-trede. Veel contracten vragen PSO 30+ of een andere erkenning.",
            en: "This partner only has a PSO step. Many contracts ask for PSO 30+ or another recognition."),
        Text(
            nl: "Bij deze partner staat een PSO-certificaat, maar niet tot wanneer het geldt.",
            en: "This partner has a PSO certificate, but it does not say until when it is valid."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let known = context.knownPartners
        let column = ColumnReference(\SocialPurchase.recognition)
        let ofEnd = ColumnReference(\SocialPurchase.recognitionValidUntil)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            let partner = row.partner.flatMap { known[$0] }
            var recognition = row.recognition
            recognition.bits |= partner?.recognition.bits ?? 0
            lazy var cells = RowContext(all: context, table: table, index: index)
            if recognition.isEmpty {
                if cells.isBlank(\.recognition) { report.found(at: table.place(index, column)) }
            } else if isOfLadderOnly(recognition) {
                if !recognition.contains(.pso30) {
                    report.found(at: table.place(index, column), severity: .signal, variant: 1)
                } else if row.recognitionValidUntil == nil, partner?.recognitionValidUntil == nil,
                    cells.isBlank(\.recognitionValidUntil)
                {
                    report.found(at: table.place(index, ofEnd), severity: .signal, variant: 2)
                }
            }
        }
    }

    /// Whether the PSO is all that the partner has.
    private static func isOfLadderOnly(_ recognition: CodeSet<Recognition>) -> Bool {
        recognition.codes.allSatisfy { $0 == .pso30 || $0 == .psoStep }
    }
}
