import Assessments
import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

/// Something to talk about, as *Dashboard* has it.
struct MinistryTopic {
    /// The symbol and the word.
    let mark: String
    /// The tint, which repeats the word.
    let look: CellStyle
    /// Contracts and suppliers by name.
    let place: String
    /// What there is to know about it, in words of this program; of a supplier's own it quotes what helped elsewhere.
    var note = ""
    /// What was said about it, in the words of whoever said it and nobody else's; empty where nothing was.
    var words = ""
    /// Who has to act.
    let owner: String
    /// By when.
    let due: String
    /// Where there is more.
    let target: LinkTarget?
}

extension Ministry {
    private var picture: Picture { overview.picture }

    /// Whether how far people have come is told: of a few people each stage would tell that somebody is there.
    var showsStages: Bool {
        overview.precision == .exact || picture.funnel.all > 4 * Precision.persons || picture.funnel.all == 0
    }

    // MARK: - Sentences

    /// Who reported, and who did not.
    var coverage: String {
        guard let response = picture.response, response.expected > 0 else {
            let used = overview.results.count { if case .used = $0.use { true } else { false } }
            return words(
                used == 1
                    ? "1 rapportage telt mee; wat verwacht werd is niet bekend"
                    : "\(used) rapportages tellen mee; wat verwacht werd is niet bekend",
                used == 1
                    ? "1 report counts; what was expected is not known"
                    : "\(used) reports count; what was expected is not known")
        }
        // In full as long as that fits; names stand on Respons too.
        let full = coverage(response, naming: true)
        return full.count > Self.longestCoverage ? coverage(response, naming: false) : full
    }

    /// How many characters of ``coverage`` *Dashboard* shows.
    static let longestCoverage = 200

    private func coverage(_ response: ReportingResponse, naming: Bool) -> String {
        let counting = response.count(.approved) + response.count(.received)
        func named(_ states: [ResponseState], _ one: Text, _ more: Text) -> String? {
            let lines = response.lines.filter { $0.isExpected && states.contains($0.state) }
            guard !lines.isEmpty else { return nil }
            let head = "\(number(lines.count)) \(lines.count == 1 ? one[language] : more[language])"
            guard naming else { return head }
            let names =
                lines.prefix(2).map { line in
                    "\(line.title.isEmpty ? line.contract : line.title), \(line.period.period)"
                }.joined(separator: "; ")
                + (lines.count > 2
                    ? words(" en nog \(number(lines.count - 2))", " and \(number(lines.count - 2)) more") : "")
            return "\(head) (\(names))"
        }
        // What came in and is about nothing that the register knows would show nowhere else.
        func astray(_ reasons: [UnexpectedReport.Reason], _ one: Text, _ more: Text) -> String? {
            let count = Set(response.unexpected.filter { reasons.contains($0.reason) }.map(\.report)).count
            return count == 0 ? nil : "\(number(count)) \(count == 1 ? one[language] : more[language])"
        }
        let parts = [
            words(
                "\(number(counting)) van \(number(response.expected)) verwachte rapportages tellen mee",
                "\(number(counting)) of \(number(response.expected)) expected reports count"),
            astray(
                [.supplierUnknown, .contractUnknown, .noContract, .ofAnotherSupplier],
                Text(
                    nl: "noemt een contract dat zo niet in het register staat",
                    en: "names a contract that is not so in the register"),
                Text(
                    nl: "noemen een contract dat zo niet in het register staat",
                    en: "name a contract that is not so in the register")),
            astray(
                [.outsideTerm],
                Text(
                    nl: "gaat over een tijd waarin het contract niet loopt",
                    en: "is about a time in which the contract does not run"),
                Text(
                    nl: "gaan over een tijd waarin het contract niet loopt",
                    en: "are about a time in which the contract does not run")),
            named(
                [.late, .missing], Text(nl: "ontbreekt", en: "is missing"), Text(nl: "ontbreken", en: "are missing")),
            named(
                [.rejected], Text(nl: "is afgekeurd", en: "was rejected"),
                Text(nl: "zijn afgekeurd", en: "were rejected")),
            named(
                [.notYet], Text(nl: "kan nog komen", en: "can still come"),
                Text(nl: "kunnen nog komen", en: "can still come")),
        ]
        let lost = response.unexpected.filter { $0.reason == .coverIncomplete || $0.reason == .unreadable }
        let unusable =
            lost.isEmpty
            ? nil
            : words(
                "\(number(lost.count)) \(lost.count == 1 ? "kwam binnen en is" : "kwamen binnen en zijn") niet bruikbaar",
                "\(number(lost.count)) came in and cannot be used")
                + (naming
                    ? " ("
                        + lost.prefix(2).map { $0.supplierName.isEmpty ? $0.report : $0.supplierName }
                        .joined(separator: ", ")
                        + (lost.count > 2
                            ? words(" en nog \(number(lost.count - 2))", " and \(number(lost.count - 2)) more") : "")
                        + ")" : "")
        return (parts + [unusable]).compactMap { $0 }.joined(separator: " · ")
    }

    /// What it comes to, in one or two sentences.
    var sentence: String {
        let funnel = picture.funnel
        let periods = Set(overview.contracts.flatMap(\.periods)).count
        var parts: [String] = []
        if funnel.all > 0, !showsStages {
            parts.append(words("Er deden \(number(funnel.all)) mensen mee.", "\(number(funnel.all)) people took part."))
        } else if funnel.all > 0 {
            parts.append(
                words(
                    "\(periods == 1 ? "In deze periode" : "In \(periods) perioden") deden \(number(funnel.all)) mensen mee; \(funnel.permanent == 0 ? "nog niemand heeft" : "\(number(funnel.permanent)) hebben") vast werk.",
                    "\(periods == 1 ? "In this period" : "In \(periods) periods") \(number(funnel.all)) people took part; \(funnel.permanent == 0 ? "nobody has permanent work yet" : "\(number(funnel.permanent)) have permanent work")."
                ))
        } else {
            // Reported or not: what lies outside the term of its contract, or was set aside, does not count either.
            parts.append(words("Er telt nog geen inzet mee.", "No placements count yet."))
            if picture.response?.unexpected.contains(where: { $0.reason == .outsideTerm }) == true {
                parts.append(
                    words(
                        "Gemeld is over een tijd waarin contracten niet lopen: is dit het register van dit jaar?",
                        "Reports are about a time in which contracts do not run: is this the register of this year?"))
            }
        }
        let asking = Set(picture.help.flatMap(\.asking).map { overview.contracts[$0].supplierName })
        if !asking.isEmpty {
            let kinds = picture.help.filter { !$0.asking.isEmpty }
            let kind = kinds.first.map { codeName($0.kind).lowercased() } ?? ""
            parts.append(
                words(
                    "\(asking.count) \(asking.count == 1 ? "leverancier vraagt" : "leveranciers vragen") hulp\(asking.count == 1 && kinds.count == 1 ? "" : kinds.count == 1 ? ", steeds" : ", vooral") bij: \(kind).",
                    "\(asking.count) \(asking.count == 1 ? "supplier asks" : "suppliers ask") for help\(asking.count == 1 && kinds.count == 1 ? "" : kinds.count == 1 ? ", each time" : ", mostly") with: \(kind)."
                ))
        }
        if funnel.ending > 0, showsStages, let until = picture.endingUntil {
            parts.append(
                words(
                    "Voor \(number(funnel.ending)) mensen loopt tijdelijk werk af, uiterlijk op \(until.formatted(language)): praat nu.",
                    "For \(number(funnel.ending)) people temporary work ends by \(until.formatted(language)): talk now."
                ))
        }
        let lagging = lagging
        if let first = lagging.first {
            let most = name(ofContract: first)
            let seen = lagging.count { overview.contracts[$0].standing == .behind }
            if seen == 0 {
                parts.append(
                    lagging.count == 1
                        ? words(
                            "Van 1 contract telt nog niets mee: \(most).", "Of 1 contract nothing counts yet: \(most).")
                        : words(
                            "Van \(number(lagging.count)) contracten telt nog niets mee.",
                            "Of \(number(lagging.count)) contracts nothing counts yet."))
            } else {
                parts.append(
                    lagging.count == 1
                        ? words("1 contract loopt achter: \(most).", "1 contract lags: \(most).")
                        : seen == lagging.count
                            ? words(
                                "\(number(seen)) contracten lopen achter, het meest: \(most).",
                                "\(number(seen)) contracts lag, most of all: \(most).")
                            : words(
                                "\(number(lagging.count)) contracten lopen achter of meldden nog niets dat telt, het meest: \(most).",
                                "\(number(lagging.count)) contracts lag or reported nothing that counts yet, most of all: \(most)."
                            ))
            }
        }
        let late = picture.turns.reduce(0) { $0 + $1.overdue }
        if late > 0, let most = picture.turns.max(by: { $0.overdue < $1.overdue }) {
            let owner = Ministry.codeName(Owner.self, most.owner, language)
            parts.append(
                late == most.overdue
                    ? words(
                        "\(number(late)) \(late == 1 ? "afspraak is" : "afspraken zijn") te laat; aan zet: \(owner).",
                        "\(number(late)) \(late == 1 ? "commitment is" : "commitments are") overdue; whose turn: \(owner)."
                    )
                    : words(
                        "\(number(late)) afspraken zijn te laat; aan zet bij \(number(most.overdue)) daarvan: \(owner).",
                        "\(number(late)) commitments are overdue; whose turn for \(number(most.overdue)) of them: \(owner)."
                    ))
        }
        return parts.joined(separator: " ")
    }

    /// What most commitments that are overdue have in common.
    var lateWords: String {
        guard let late = lateGroup, let owner = late.first.map({ overview.commitments[$0].commitment.owner }) else {
            return words("Geen enkele afspraak is te laat.", "No commitment is overdue.")
        }
        let name = Ministry.codeName(Owner.self, owner, language)
        let goal = overview.commitments[late[0]].commitment.goal
        return words(
            "Te laat, \(late.count) keer, \(name): \(goal.isEmpty ? "zie Afspraken" : "\"\(goal)\"")",
            "Overdue, \(late.count) \(late.count == 1 ? "time" : "times"), \(name): \(goal.isEmpty ? "see Afspraken" : "\"\(goal)\"")"
        )
    }

    /// The largest group of overdue commitments with one goal and one owner, by position.
    private var lateGroup: [Int]? {
        struct Key: Hashable {
            let owner: String
            let goal: String
        }
        var groups: [Key: [Int]] = [:]
        for (index, line) in overview.commitments.enumerated() where line.isOverdue {
            groups[Key(owner: line.commitment.owner, goal: line.commitment.goal.lowercased()), default: []].append(
                index)
        }
        return groups.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) }
    }

    /// The contracts that lag, or of which nothing was reported, those furthest behind first. That goes by the figures that are shown, and so tells
    /// no more than they do; what has none comes last.
    private var lagging: [Int] {
        overview.contracts.indices.filter { overview.contracts[$0].isBehind }.map {
            ($0, overview.contracts[$0].shownLag)
        }
        .sorted { left, right in (-(left.1 ?? -1), left.0) < (-(right.1 ?? -1), right.0) }.map(\.0)
    }

    // MARK: - Topics

    /// What to talk about now: help first, then what is a chance, what is late, what lags, what to celebrate and whom to bring together.
    var topics: [MinistryTopic] { [help, chance, late, behind, celebrate, connect].compactMap { $0 } }

    private var help: MinistryTopic? {
        // What nobody answered yet comes first.
        guard let line = picture.help.first(where: { !$0.asking.isEmpty }) else { return nil }
        let answer =
            line.unanswered.isEmpty
            ? line.answers.first.map { words("Beantwoord: ", "Answered: ") + $0.line(language) } ?? "" : ""
        let story = story(for: line.kind).map { words("Elders hielp: \($0)", "Elsewhere this helped: \($0)") } ?? ""
        return MinistryTopic(
            mark: words("? Hulp", "? Help"), look: .information, place: names(line.asking),
            note: [
                codeName(line.kind) + ".",
                line.periods.count > 1
                    ? words("In \(line.periods.count) perioden genoemd.", "Named in \(line.periods.count) periods.")
                    : "",
                answer, story,
            ].filter { !$0.isEmpty }.joined(separator: " "),
            words: quoted(line.words),
            owner: words("Adviesteam", "Advice team"), due: words("deze maand", "this month"),
            target: extents[.obstacles]?.top)
    }

    private var chance: MinistryTopic? {
        let funnel = picture.funnel
        guard funnel.ending > 0, showsStages, let until = picture.endingUntil else { return nil }
        return MinistryTopic(
            mark: words("★ Kans op vast werk", "★ Permanent work"), look: .good,
            place: picture.endingSuppliers.map {
                words(
                    "bij \(number($0)) \($0 == 1 ? "leverancier" : "leveranciers")",
                    "at \(number($0)) \($0 == 1 ? "supplier" : "suppliers")")
            } ?? words("bij veel leveranciers", "at many suppliers"),
            note: words(
                "Voor \(number(funnel.ending)) mensen loopt tijdelijk werk af, uiterlijk op \(until.formatted(language)).\(funnel.permanent == 0 ? "" : " \(number(funnel.permanent)) \(funnel.permanent == 1 ? "heeft" : "hebben") al vast werk.")",
                "For \(number(funnel.ending)) people temporary work ends, by \(until.formatted(language)).\(funnel.permanent == 0 ? "" : " \(number(funnel.permanent)) \(funnel.permanent == 1 ? "has" : "have") permanent work already.")"
            ),
            owner: words("Contractmanagers", "Contract managers"),
            due: words("voor ", "before ") + until.formatted(language), target: extents[.contracts]?.top)
    }

    private var late: MinistryTopic? {
        guard let group = lateGroup else { return nil }
        let lines = group.map { overview.commitments[$0] }
        let due = lines.compactMap(\.commitment.due).min()
        return MinistryTopic(
            mark: words("▲ Te laat", "▲ Overdue"), look: .warning, place: names(lines.map(\.contract)),
            note: due.map { words("Streefdatum ", "Due ") + $0.formatted(language) + "." } ?? "",
            words: quoted(lines[0].commitment.goal),
            owner: Ministry.codeName(Owner.self, lines[0].commitment.owner, language),
            due: words("nieuwe datum", "a new date"), target: extents[.commitments]?.top)
    }

    private var behind: MinistryTopic? {
        let lagging = lagging
        guard !lagging.isEmpty else { return nil }
        // Of what was rejected, or never came, nobody knows how it stands.
        guard lagging.contains(where: { overview.contracts[$0].standing == .behind }) else {
            return MinistryTopic(
                mark: words("▲ Nog niets dat telt", "▲ Nothing that counts yet"), look: .warning, place: names(lagging),
                note: noteOnNothing(lagging),
                owner: words("Contractmanagers", "Contract managers"), due: words("deze maand", "this month"),
                target: extents[.response]?.top)
        }
        return MinistryTopic(
            mark: words("▲ Loopt achter", "▲ Behind"), look: .warning, place: names(lagging),
            note: (lagging.count == 1
                ? overview.contracts[lagging[0]].standing.name[language] + ". "
                : words("Wat het meest achterloopt, staat vooraan. ", "What lags most stands first. "))
                + words("Vraag wat nodig is om het samen te halen.", "Ask what is needed to reach it together."),
            owner: words("Contractmanagers", "Contract managers"), due: words("volgend gesprek", "next conversation"),
            target: extents[.contracts]?.top)
    }

    /// What there is to know and to ask of contracts under which nothing counts: a report without any row is one that counts all the same.
    private func noteOnNothing(_ positions: [Int]) -> String {
        if positions.allSatisfy(isReportedEmpty) {
            return words(
                "Er is gerapporteerd, maar zonder iets dat telt. Vraag wat er speelde, en wat kan helpen.",
                "There was a report, but without anything that counts. Ask what happened, and what can help.")
        }
        if positions.contains(where: isReportedEmpty) {
            return words(
                "Er is niets gemeld dat telt. Vraag wat er speelde, en wat kan helpen.",
                "Nothing was reported that counts. Ask what happened, and what can help.")
        }
        let reason =
            positions.allSatisfy(isOnlyRejected)
            ? positions.count == 1
                ? words("De rapportage is afgekeurd. ", "The report was rejected. ")
                : words("De rapportages zijn afgekeurd. ", "The reports were rejected. ")
            : words("Er is geen rapportage die meetelt. ", "There is no report that counts. ")
        return reason
            + words("Vraag wat nodig is om er een te maken die meetelt.", "Ask what is needed to make one that counts.")
    }

    /// Whether a report that counts came in about the contract at `position`, and has nothing under it.
    private func isReportedEmpty(_ position: Int) -> Bool {
        let contract = overview.contracts[position]
        return contract.standing == .nothingReported && answeredContracts.contains(contract.facts.id)
    }

    /// Whether the contract at `position` has no figures because its report was rejected.
    private func isOnlyRejected(_ position: Int) -> Bool {
        let contract = overview.contracts[position]
        return contract.standing == .nothingReported && rejectedContracts.contains(contract.facts.id)
    }

    /// How the contract at `position` stands, in a word with its symbol.
    func mark(ofContract position: Int) -> Mark {
        let contract = overview.contracts[position]
        return isOnlyRejected(position) && !contract.isTooSmallToTell ? .reportRejected : Mark(contract)
    }

    private var celebrate: MinistryTopic? {
        if let index = overview.examples.indices.first(where: { overview.examples[$0].example.waitsForReader != true })
        {
            let example = overview.examples[index]
            return MinistryTopic(
                mark: words("✓ Vieren", "✓ Celebrate"), look: .good, place: name(ofContract: example.contract),
                note: words("Een goed voorbeeld om te delen.", "A good example to share."),
                words: [example.example.title, example.example.story].map(quoted).joined(separator: " "),
                owner: words("Netwerk", "Network"), due: words("nieuwsbrief", "newsletter"),
                target: extents[.examples]?.top)
        }
        if let lesson = picture.lessons.first {
            return MinistryTopic(
                mark: words("✓ Vieren", "✓ Celebrate"), look: .good,
                place: names(picture.lessons.filter { $0.lesson == lesson.lesson }.map(\.contract)),
                note: words("Een leerpunt om te delen.", "A lesson to share."), words: Self.told(lesson.lesson),
                owner: words("Netwerk", "Network"), due: words("nieuwsbrief", "newsletter"),
                target: extents[.learning]?.top)
        }
        let met = overview.commitments.filter { $0.commitment.status == CommitmentStatus.met.code }
        guard let first = met.first else { return nil }
        return MinistryTopic(
            mark: words("✓ Vieren", "✓ Celebrate"), look: .good, place: names(met.map(\.contract)),
            note: words("Een afspraak die is gehaald.", "A commitment that was met."),
            words: quoted(first.commitment.goal),
            owner: words("Netwerk", "Network"), due: words("nieuwsbrief", "newsletter"),
            target: extents[.commitments]?.top)
    }

    private var connect: MinistryTopic? {
        let pairs = overview.matches.compactMap { line in
            if case .match(let pair) = line.kind { pair } else { nil }
        }
        guard let match = pairs.first?.match else { return nil }
        // The same place fits many wishes, and can be given once.
        let given = pairs.count { $0.places > 0 }
        return MinistryTopic(
            mark: words("↔ Verbinden", "↔ Connect"), look: .information,
            place: "\(match.offer.supplierName) ↔ \(match.demand.supplierName)",
            note: words(
                "\(match.offer.kind.name.nl)\(match.offer.occupation.isEmpty ? "" : " \(match.offer.occupation)") in \(match.offer.region), vanaf \(match.from.formatted(language)).\(given > 1 ? " In totaal passen \(number(given)) plekken bij een wens." : "")",
                "\(match.offer.kind.name.en)\(match.offer.occupation.isEmpty ? "" : " \(match.offer.occupation)") in \(match.offer.region), from \(match.from.formatted(language)).\(given > 1 ? " In all \(number(given)) places fit a wish." : "")"
            ),
            owner: words("Adviesteam", "Advice team"), due: words("nu", "now"), target: extents[.matches]?.top)
    }

    /// A lesson or story of a contract that names the same kind of obstacle.
    func story(for kind: String) -> String? {
        picture.lessons.first { $0.obstacles.contains(kind) && !$0.lesson.learned.isEmpty }.map { Self.told($0.lesson) }
    }

    /// A lesson in one sentence: what was tried, what happened, what was learned.
    static func told(_ lesson: LessonDigest) -> String {
        let parts = [lesson.tried, lesson.happened, lesson.learned].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : "\"" + parts.joined(separator: "; ") + "\""
    }

    private func quoted(_ text: String) -> String { text.isEmpty ? "" : "\"\(text)\"" }

    // MARK: - Names

    func number(_ count: Int) -> String { Quantity(count).formatted(language) }

    /// What people call a contract: its title, else its supplier, else its number.
    func name(ofContract position: Int) -> String {
        let contract = overview.contracts[position]
        if !contract.facts.title.isEmpty { return contract.facts.title }
        return contract.supplierName.isEmpty ? contract.facts.id : contract.supplierName
    }

    /// The first three names, and how many more there are.
    private func names(_ positions: [Int]) -> String {
        let names = positions.reduce(into: [String]()) { names, position in
            let name = name(ofContract: position)
            if !names.contains(name) { names.append(name) }
        }
        return shown(names)
    }

    /// The first of `names`, at most three and as many as two short lines hold, and how many more there are.
    func shown(_ names: [String]) -> String {
        var (shown, length) = ([String](), 0)
        for name in names.prefix(3) {
            guard shown.isEmpty || length + name.count <= 56 else { break }
            shown.append(name)
            length += name.count + 2
        }
        let first = shown.joined(separator: ", ")
        let left = names.count - shown.count
        return left > 0 ? first + words(" en nog \(number(left))", " and \(number(left)) more") : first
    }

    private func codeName(_ kind: String) -> String { Ministry.codeName(ObstacleKind.self, kind, language) }

    /// How the contracts stand: one word where all of those of which anything can be said agree, and else how many lag. Those of
    /// which nothing can be said are no reason to say that all is well.
    func mark(of all: [ContractLine]) -> (text: String, look: CellStyle) {
        // Of what begins later nothing is expected: that is neither good nor a question.
        let contracts = all.filter { $0.standing != .notBegun }
        if contracts.isEmpty, !all.isEmpty { return plain(Mark(.notBegun)) }
        let behind = contracts.count(where: \.isBehind)
        let told = contracts.filter(\.tellsStanding)
        let known = behind + told.count
        if known == 0 || known * 5 < contracts.count { return plain(.unclear) }
        if behind * 2 > known { return markOfLag(contracts, behind, of: told.isEmpty ? contracts.count : known) }
        if behind * 5 > known {
            let (lag, all) = (number(behind), number(known))
            return (words("◆ \(lag) van \(all) achter", "◆ \(lag) of \(all) behind"), .signal)
        }
        if behind > 0 {
            // The few that lag are named beside it, so that all of them are not on course.
            let (few, all) = (number(told.count), number(known))
            return (words("✓ \(few) van \(all) op koers", "✓ \(few) of \(all) on course"), Mark(.onCourse).look)
        }
        return markWithoutLag(told, of: contracts.count)
    }

    private func plain(_ mark: Mark) -> (text: String, look: CellStyle) { (mark.text[language], mark.look) }

    /// How `contracts` stand of which so many as are most of `known` are behind.
    private func markOfLag(
        _ contracts: [ContractLine], _ behind: Int, of known: Int
    ) -> (text: String, look: CellStyle) {
        // Of what was rejected, or never came, nobody knows how it stands.
        let isSeen = contracts.contains { $0.isBehind && $0.standing == .behind }
        let look = Mark(.behind).look
        if behind == contracts.count {
            return isSeen ? plain(Mark(.behind)) : (words("▲ Nog niets dat telt", "▲ Nothing that counts yet"), look)
        }
        // The others may have done so much that all together are on course: the word is about contracts, and says about how many.
        let (lag, all) = (number(behind), number(known))
        return isSeen
            ? (words("▲ \(lag) van \(all) achter", "▲ \(lag) of \(all) behind"), look)
            : (words("▲ \(lag) van \(all): nog niets", "▲ \(lag) of \(all): nothing yet"), look)
    }

    /// How so many contracts stand of which none is behind, and `told` are those of which anything can be said.
    private func markWithoutLag(_ told: [ContractLine], of count: Int) -> (text: String, look: CellStyle) {
        let isReached = told.allSatisfy { $0.standing == .reached }
        // One of two that is on course does not make both of them so, and the sum beside it may lag.
        guard told.count * 2 <= count, told.count < count else {
            return plain(Mark(isReached ? .reached : .onCourse))
        }
        let (few, all) = (number(told.count), number(count))
        return (
            isReached
                ? words("○ \(few) van \(all) gehaald", "○ \(few) of \(all) reached")
                : words("○ \(few) van \(all) op koers", "○ \(few) of \(all) on course"), Mark.unclear.look
        )
    }
}

extension Cents {
    /// The amount in whole euros, half up, as cells without cents show it.
    func wholeEuros(_ language: Language) -> String {
        let text = Cents(rawValue.addingWithinRange(rawValue < 0 ? -50 : 50) / 100 * 100).formatted(language)
        return text.firstIndex(of: language == .dutch ? "," : ".").map { String(text[..<$0]) } ?? text
    }
}
