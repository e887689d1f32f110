import Intake
import SocialReturnModel

/// A report without any placement, purchase or activity says why: by an obstacle, or on the cover. Rows that were set aside are rows.
enum EmptyReportExplained: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-08", since: .v2026_3, .warning, level: .table, basis: .own, column: .of(\Cover.explanation),
        earlier: [
            .since(
                .v2026_2,
                examples: [
                    .triggers(
                        "inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs", "knelpunten",
                        "contracten: ingangsdatum=01-07-2026"),
                    .passes("inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs"),
                ])
        ],
        name: Text(nl: "Waarom was er geen inzet?", en: "Why was there nothing to report?"),
        message: Text(
            nl: "In deze rapportage staat geen inzet, sociale inkoop of activiteit, en ook geen reden.",
            en: "This report has no placement, social purchase or activity, and no reason either."),
        remedy: Text(
            nl:
                "Leg uit waarom er deze periode geen inzet was: op het voorblad, of als knelpunt. Wilt u "
                + "hulp? Vraag het "
                + "daar meteen.",
            en:
                "Explain why there was nothing in this period: on the cover, or as an obstacle. Do you want "
                + "help? Ask for "
                + "it there."),
        why: Text(
            nl: "Met een reden kan de contractmanager met u meedenken.",
            en: "With a reason the contract manager can think along."),
        examples: [
            .triggers("inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs", "knelpunten"),
            .triggers("-inzet", "-sociale_inkoop", "-activiteiten", "-uren", "-bewijs", "-knelpunten"),
            .triggers(
                "inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs", "knelpunten", "voorblad: toelichting=geen"),
            .passes(),
            // The contract begins after the period.
            .passes(
                "inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs", "knelpunten",
                "contracten: ingangsdatum=01-07-2026"),
            .passes("inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs"),
            .passes(
                "inzet", "sociale_inkoop", "activiteiten", "uren", "bewijs", "knelpunten",
                "voorblad: toelichting=de opdracht begint pas in juli"),
            .passes("inzet", "sociale_inkoop", "knelpunten"),
            .passes("inzet: doelgroep=", "sociale_inkoop", "activiteiten", "knelpunten"),
            // Nobody knows what stands in a file that is no text.
            .passes(
                "bestand inzet.csv: PK\u{3}\u{4}\u{14}\u{0}", "sociale_inkoop", "activiteiten", "uren", "bewijs",
                "knelpunten"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        let isRead = submission.files.contains { $0.table != nil }
        let rows =
            (submission.placements?.rows.count ?? 0) + (submission.purchases?.rows.count ?? 0)
            + (submission.activities?.rows.count ?? 0) + (submission.obstacles?.rows.count ?? 0)
        guard isRead, rows == 0, submission.cover?.source.isNullMarker(submission.coverRow.explanation) ?? true else {
            return
        }
        if context.ruleSet >= .v2026_3, context.hasNotBegun { return }
        // That the whole template is empty was said already.
        if submission.observations.contains(where: { $0.kind == .templateEmpty }) { return }
        let tables: [TableID] = [.placements, .purchases, .activities, .obstacles]
        guard !submission.hasUnreadParts, tables.allSatisfy({ submission.source(of: $0)?.isReadable ?? true }) else {
            return report.notEvaluated(
                unreadable,
                supply: Text(
                    nl: "Stuur het bestand opnieuw; Bevindingen zegt wat eraan mankeert.",
                    en: "Send the file once more; Bevindingen says what is the matter with it."), by: .supplier)
        }
        report.found(at: context.coverPlace(\.explanation))
    }

    private static let unreadable = Text(
        nl: "Een bestand met inzet, inkoop, activiteiten of knelpunten is niet te lezen.",
        en: "A file with placements, purchases, activities or obstacles cannot be read.")
}

extension RuleContext {
    /// Whether the register has contracts of the supplier, and all of them begin after the period.
    fileprivate var hasNotBegun: Bool {
        guard let register, let period, let supplier = submission.coverRow.supplierKvK else { return false }
        let starts = register.contracts(of: supplier).map { register.contract($0)?.row.start }
        return !starts.isEmpty && starts.allSatisfy { $0.map { $0 > period.end } ?? false }
    }
}
