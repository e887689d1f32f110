import Intake
import SocialReturnModel

/// Under a contract that client and supplier give shape together, a conversation is recorded now and then.
///
/// Looked at are the last months up to the end of the period, and at least the period itself. A contract that has not run that long is
/// left alone.
enum ConversationRecorded: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-02", since: .v2026_2, .signal, level: .table, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Conversation.date), needs: [.register], limits: [months],
        name: Text(nl: "Gesprek niet vastgelegd", en: "Conversation not recorded"),
        message: Text(
            nl: "Bij contract {detail} is de laatste maanden geen gesprek over social return vastgelegd.",
            en: "Under contract {detail} no conversation on social return has been recorded in the last months."),
        remedy: Text(
            nl: "Plan een gesprek met de contractmanager. Was er een gesprek? Zet het dan in gesprekken.csv.",
            en: "Plan a conversation with the contract manager. Was there one? Then put it in gesprekken.csv."),
        why: Text(
            nl: "In een gesprek komt u verder dan met een tabel: wat lukt, wat niet, en wat kan het Rijk doen?",
            en: "A conversation gets you further than a table: what works, what does not, and what can the State do?"),
        examples: [
            .triggers("gesprekken"),
            .triggers("-gesprekken"),
            .triggers("gesprekken: datum=31-03-2026"),
            .triggers("contracten: regime=gunningscriterium", "gesprekken"),
            .triggers("contracten: ingangsdatum=01-04-2026", "gesprekken"),
            .triggers("contracten:", "contracten: contractnummer=BZK-2026-0200"),
            .triggers(
                "voorblad: periode=2026-06", "gesprekken",
                previous: [["voorblad: periode=2026-05", "gesprekken: datum=31-03-2026"]]),
            .passes(),
            .passes("gesprekken: datum=01-04-2026"),
            // After the period, and before the report was finished.
            .passes("gesprekken: datum=05-07-2026"),
            .passes("contracten: regime=klassiek", "gesprekken"),
            .passes("contracten: ingangsdatum=02-04-2026", "gesprekken"),
            .passes("contracten: einddatum=29-06-2026", "gesprekken"),
            .passes("gesprekken", withRegister: false),
            // A month is too short to tell without the earlier reports.
            .passes("voorblad: periode=2026-06", "gesprekken"),
            .passes(
                "voorblad: periode=2026-06", "gesprekken",
                previous: [["voorblad: periode=2026-05", "gesprekken: datum=01-04-2026"]]),
            .passes(
                "instellingen: sleutel=gesprek_maanden; waarde=6", "contracten: ingangsdatum=01-01-2026",
                "gesprekken: datum=01-01-2026"),
        ])

    static let months = Limit(
        "gesprek_maanden", .months, .since(.v2026_2, 3), within: 1...24,
        name: Text(nl: "Gesprek: nakijken na zoveel maanden", en: "Conversation: look again after so many months"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period else { return }
        let conversations = ConversationDays(context)
        let place = Place(.conversations, column: ColumnReference(\Conversation.date))
        for (contract, _) in context.runningContracts {
            guard let id = contract.id, contract.isTailored, contract.end.map({ $0 >= period.end }) ?? true else {
                continue
            }
            let months = context.wholeLimit(Self.months, for: id)
            let since = min(period.end.adding(days: 1).adding(months: -months), period.start)
            guard contract.start.map({ $0 <= since }) ?? true,
                !(conversations.last(of: id).map { $0 >= since } ?? false)
            else { continue }
            if since < period.start, context.reportsBefore.isEmpty {
                report.notEvaluated(
                    Text(
                        nl: "Zonder de eerdere rapportages (--previous) is niet te zeggen of er kort geleden een "
                            + "gesprek was.",
                        en: "Without the earlier reports (--previous) nobody can tell whether there was a conversation "
                            + "lately."),
                    supply: Need.previous.supply, by: .contractManager)
            } else {
                report.found(at: place, report.text(context.submission.symbols[id], from: .register))
            }
        }
    }
}

/// The first and last conversation under each contract, in a submission and in those before it.
struct ConversationDays {
    private var first: [Symbol: Day] = [:]
    private var last: [Symbol: Day] = [:]

    init(_ context: RuleContext) {
        note(context.submission) { $0 }
        for earlier in context.reportsBefore {
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            note(earlier.submission) { translation[$0] }
        }
    }

    /// The day of the first conversation under `contract`.
    func first(of contract: Symbol) -> Day? { first[contract] }

    /// The day of the last conversation under `contract`.
    func last(of contract: Symbol) -> Day? { last[contract] }

    private mutating func note(_ submission: Submission, _ translated: (Symbol) -> Symbol?) {
        guard let table = submission.conversations else { return }
        for index in table.acceptedIndices {
            guard let contract = table.rows[index].contract.flatMap(translated), let day = table.rows[index].date else {
                continue
            }
            first[contract] = min(first[contract] ?? day, day)
            last[contract] = max(last[contract] ?? day, day)
        }
    }
}
