import Intake
import SocialReturnModel

/// Client and supplier talk before the award. It is said once: in the report with the first conversation.
enum FirstConversationBeforeAward: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-03", since: .v2026_2, .signal, level: .table, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Conversation.date), needs: [.register, .table(.conversations)], audience: .contractManager,
        name: Text(nl: "Was er een gesprek voor de gunning?", en: "Was there a conversation before the award?"),
        message: Text(
            nl: "Het eerste gesprek dat wij zien, was op {read}. De gunning was op {detail}.",
            en: "The first conversation that we see was on {read}. The award was on {detail}."),
        remedy: Text(
            nl: "Neem dit mee voor de volgende aanbesteding: praat al voor de gunning met de markt.",
            en: "Bear this in mind for the next tender: talk with the market before the award."),
        why: Text(
            nl: "Hoe eerder het gesprek, hoe meer er mogelijk is.",
            en: "The earlier the conversation, the more is possible."),
        examples: [
            .triggers(
                "contracten: ingangsdatum=01-04-2026", "gesprekken", "gesprekken: datum=16-01-2026; fase=start"),
            .triggers("gesprekken", "gesprekken:", previous: [["voorblad: periode=2026-Q1", "gesprekken"]]),
            .passes(),
            .passes("contracten: ingangsdatum=01-04-2026; gunningsdatum=07-05-2026", "gesprekken", "gesprekken:"),
            .passes("contracten: ingangsdatum=01-04-2026; gunningsdatum=", "gesprekken", "gesprekken:"),
            .passes("contracten: ingangsdatum=01-04-2026; regime=klassiek", "gesprekken", "gesprekken:"),
            .passes("gesprekken", "gesprekken: contractnummer=BZK-2026-0999"),
            // The contract ran before this period, and nobody gave the earlier reports.
            .passes("contracten: gunningsdatum=15-10-2025"),
            // It was in an earlier report, and was said then.
            .passes(
                "contracten: gunningsdatum=15-10-2025",
                previous: [["voorblad: periode=2026-Q1", "gesprekken: datum=01-02-2026"]]),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.conversations else { return }
        let column = ColumnReference(\Conversation.date)
        let days = ConversationDays(context)
        let before = context.reportsBefore
        var reported: Set<Symbol> = []
        for index in table.acceptedIndices {
            guard let id = table.rows[index].contract, let day = table.rows[index].date, day == days.first(of: id),
                let contract = context.contract(id), contract.isTailored, let award = contract.awardDate, day > award,
                !isKnown(id, before, context)
            else { continue }
            let isFirstReport = contract.start.flatMap { start in context.period.map { start >= $0.start } } ?? false
            if !isFirstReport, before.isEmpty {
                report.notEvaluated(
                    Text(
                        nl:
                            "Zonder de eerdere rapportages (--previous) is niet te zeggen of dit het eerste gesprek was.",
                        en: "Without the earlier reports (--previous) nobody can tell whether this was the first "
                            + "conversation."),
                    supply: Need.previous.supply, by: .contractManager)
            } else if reported.insert(id).inserted {
                report.found(at: table.place(index, column), .day(award))
            }
        }
    }

    /// Whether an earlier report names a conversation under `contract`.
    private static func isKnown(_ contract: Symbol, _ reports: [EarlierReport], _ context: RuleContext) -> Bool {
        let text = context.submission.symbols[contract]
        return reports.contains { report in
            guard let symbol = report.submission.symbols.symbol(for: text), let table = report.submission.conversations
            else { return false }
            return table.acceptedIndices.contains { table.rows[$0].contract == symbol && table.rows[$0].date != nil }
        }
    }
}
