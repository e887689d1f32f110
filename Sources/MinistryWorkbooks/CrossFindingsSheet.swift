import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let control = MinistrySheet(
        "Controle", at: 180,
        meaning: Text(
            nl: "Wat pas opvalt als rapportages naast elkaar liggen, en de bevindingen per regel.",
            en: "What only shows when reports are laid beside each other, and the findings by rule."),
        count: { $0.crossFindings.count + $0.ruleLines.count }
    ) { _ in .findingsOfAll }
}

extension SheetDefinition<MinistryLine> {
    /// *Controle*: what only shows when reports are laid beside each other, then what the checks found, by rule.
    static var findingsOfAll: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.control.name, title: Text(nl: "Controle", en: "Control"),
            explanation: Text(
                nl: "Eerst wat pas opvalt als rapportages naast elkaar liggen, dan wat de controles vonden, per regel.",
                en:
                    "First what only shows when reports are laid beside each other, then what the checks found, by rule."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Ernst", en: "Severity"), key: "ernst", width: 16...16) { line, language in
                    line.severity(language)
                },
                SheetColumn(Text(nl: "Regel", en: "Rule"), key: "regel", width: 8...8) { line, _ in
                    .text(line.rule)
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "naam", width: 26...28, .wrapped) { line, language in
                    .text(line.ruleName[language])
                },
                SheetColumn(Text(nl: "Wat er opvalt", en: "What was seen"), key: "bevinding", width: 40...40, .wrapped)
                {
                    line, language in .text(line.message(language))
                },
                // What to do speaks to whose turn it is.
                SheetColumn(Text(nl: "Aan zet", en: "Whose turn"), key: "aan_zet", width: 13...13) { line, language in
                    line.turn(language)
                },
                SheetColumn(Text(nl: "Wat te doen", en: "What to do"), key: "herstel", width: 34...34, .wrapped) {
                    line, language in .text(line.remedy[language])
                },
                SheetColumn(Text(nl: "Keer", en: "Times"), key: "keer", width: 9...12, .integer) { line, _ in
                    // A rounded number of findings is never smaller than the number of reports that have one, which stands beside it.
                    .integer(line.ruleCount.map { max($0.count, $0.reports) } ?? line.crossCount)
                },
                SheetColumn(Text(nl: "Rapportages", en: "Reports"), key: "rapportages", width: 11...15, .integer) {
                    line, _ in .integer(line.ruleCount?.reports ?? line.cross?.reports.count)
                },
                SheetColumn(Text(nl: "Leveranciers", en: "Suppliers"), key: "leveranciers", width: 11...15, .integer) {
                    line, _ in
                    .integer(
                        line.ruleCount?.suppliers
                            ?? line.cross.map { Set($0.reports.map { line.overview.digests[$0].supplier }).count })
                },
                SheetColumn(Text(nl: "Niet getoetst", en: "Not tested"), key: "niet_getoetst", width: 11...14, .integer)
                {
                    line, _ in .integer(line.ruleCount?.notTested)
                },
                SheetColumn(
                    Text(nl: "In deze rapportages", en: "In these reports"), key: "waar", width: 36...50, .wrapped
                ) {
                    line, _ in .text(line.reportNames)
                },
            ])
    }
}

extension MinistryLine {
    /// The finding across reports on this line; nil for a rule.
    fileprivate var cross: CrossFinding? {
        index < overview.crossFindings.count ? overview.crossFindings[index] : nil
    }

    /// The rule on this line; nil for a finding across reports.
    fileprivate var ruleCount: RuleCountLine? {
        index < overview.crossFindings.count ? nil : overview.ruleLines[index - overview.crossFindings.count]
    }

    fileprivate var rule: String { cross?.rule ?? ruleCount?.rule ?? "" }

    fileprivate var crossCount: Int? {
        guard let cross else { return nil }
        return if case .placementClaimed(let count) = cross.kind { count } else { 1 }
    }

    fileprivate func severity(_ language: Language) -> Cell {
        if let cross {
            return StatusMark(cross.isAboutRegister || cross.changesFigures ? .warning : .signal).cell(language)
        }
        switch ruleCount?.severity {
        case Severity.error.code: return StatusMark(.error).cell(language)
        case Severity.warning.code: return StatusMark(.warning).cell(language)
        case Severity.signal.code: return StatusMark(.signal).cell(language)
        default: return StatusMark.notTested.cell(language)
        }
    }

    fileprivate var ruleName: Text {
        switch cross?.kind {
        case .invoiceTwice: Text(nl: "Factuur twee keer gemeld", en: "Invoice reported twice")
        case .invoiceClaimed: Text(nl: "Factuur door twee leveranciers gemeld", en: "Invoice reported by two suppliers")
        case .placementClaimed:
            Text(nl: "Inzet door twee leveranciers gemeld", en: "Placement reported by two suppliers")
        case .severalNames: Text(nl: "Eén organisatie, meer namen", en: "One organisation, several names")
        case .orderUnknown: Text(nl: "Welke rapportage is de laatste?", en: "Which report is the last one?")
        case .periodsOverlap: Text(nl: "Zelfde dagen in twee rapportages", en: "The same days in two reports")
        case .inRegister, nil: Catalogue.entry(rule)?.facts.name ?? Text(verbatim: rule)
        }
    }

    fileprivate func message(_ language: Language) -> String? {
        guard let cross else { return nil }
        let contracts = cross.contracts.joined(separator: ", ")
        func invoice(_ partner: KvKNumber, _ amount: Cents?, _ date: Day?) -> String {
            let name = overview.names[partner].map { "\($0) (KvK \(partner))" } ?? "KvK \(partner)"
            return [name, date?.formatted(language), amount?.formatted(language)].compactMap { $0 }.joined(
                separator: ", ")
        }
        switch cross.kind {
        case .invoiceTwice(let partner, let amount, let date):
            return Text(
                nl:
                    "Dezelfde factuur van \(invoice(partner, amount, date)) staat in \(cross.reports.count) rapportages (contract \(contracts)).",
                en:
                    "The same invoice of \(invoice(partner, amount, date)) is in \(cross.reports.count) reports (contract \(contracts))."
            )[language]
        case .invoiceClaimed(let partner, let amount, let date):
            return Text(
                nl:
                    "Meer leveranciers melden dezelfde factuur van \(invoice(partner, amount, date)) (contract \(contracts)).",
                en:
                    "Several suppliers report the same invoice of \(invoice(partner, amount, date)) (contract \(contracts))."
            )[language]
        case .placementClaimed:
            return Text(
                nl:
                    "Zelfde werkgever, deelnemercode, doelgroep en begindatum bij meer leveranciers (contract \(contracts)).",
                en:
                    "The same employer, participant code, target group and first day at several suppliers (contract \(contracts))."
            )[language]
        case .severalNames(let kvk, let names):
            return Text(
                nl: "KvK \(kvk) heet: \(names.joined(separator: "; "))",
                en: "KvK \(kvk) is called: \(names.joined(separator: "; "))")[language].endedSentence
        case .orderUnknown(let name):
            return Text(
                nl:
                    "Twee rapportages over dezelfde periode verschillen, en hebben dezelfde dag bij opgesteld_op. Nu telt \(name) (contract "
                    + "\(contracts)).",
                en:
                    "Two reports on the same period differ, and have the same day at opgesteld_op. Now \(name) counts (contract "
                    + "\(contracts)).")[language]
        case .periodsOverlap(let first, let second):
            return Text(
                nl:
                    "\(first) en \(second) gaan over dezelfde dagen, en tellen allebei mee: euro's en uren kunnen dubbel zijn (contract \(contracts)).",
                en:
                    "\(first) and \(second) are about the same days, and both count: euros and hours may be double (contract \(contracts))."
            )[language]
        case .inRegister(let issue): return issue.message[language]
        }
    }

    fileprivate var remedy: Text {
        switch cross?.kind {
        case .invoiceTwice:
            Text(
                nl: "Een factuur telt één keer. Spreek af in welke periode.",
                en: "An invoice counts once. Agree in which period.")
        case .invoiceClaimed: Text(nl: "Spreek af wie de factuur meldt.", en: "Agree who reports the invoice.")
        case .placementClaimed: Text(nl: "Spreek af wie de inzet meldt.", en: "Agree who reports the placement.")
        case .severalNames: Text(nl: "Gebruik steeds dezelfde naam.", en: "Always use the same name.")
        case .orderUnknown:
            Text(
                nl:
                    "Vraag welke rapportage geldt. Haal de andere uit de map, of laat de laatste dag invullen bij opgesteld_op.",
                en:
                    "Ask which report holds. Take the other one out of the folder, or have the last day filled in at opgesteld_op."
            )
        case .periodsOverlap:
            Text(
                nl:
                    "Vraag de leverancier welke rapportage over deze dagen geldt, of om rapportages die op elkaar aansluiten.",
                en: "Ask the supplier which report on these days holds, or for reports that follow each other.")
        case .inRegister(let issue):
            issue.remedy ?? Catalogue.entry(rule)?.facts.remedy.withoutPlaceholders ?? Text(verbatim: "")
        case nil where !isFound:
            // The remedy is for what nobody has seen.
            Text(
                nl: "Waar dit niet is getoetst, zeggen Controle en Register van het rapport wat ervoor nodig is.",
                en: "Where this was not tested, Controle and Register of the report say what it takes.")
        case nil:
            (Catalogue.entry(rule)?.facts).map { facts in
                let remedy = facts.remedy.withoutPlaceholders
                return facts.audience == .supplier ? ClientWords.replacing(remedy) : remedy
            } ?? Text(verbatim: "")
        }
    }

    /// Whether the checks found something by the rule on this line.
    private var isFound: Bool { ruleCount.map { $0.count > 0 } ?? false }

    /// Whose turn it is; nothing for a rule that found nothing.
    fileprivate func turn(_ language: Language) -> Cell {
        let owner: Owner
        switch cross?.kind {
        case .invoiceTwice, .invoiceClaimed, .placementClaimed: owner = .together
        case .severalNames: owner = .supplier
        case .orderUnknown: owner = .state
        case .periodsOverlap: owner = .together
        case .inRegister: owner = .state
        case nil:
            guard isFound, let facts = Catalogue.entry(rule)?.facts else { return .empty }
            guard !facts.has(.informsOnly) else {
                return .text(Text(nl: "niemand", en: "nobody")[language], .muted)
            }
            owner = facts.turn(facts.audience)
        }
        return .text(owner.name[language])
    }

    /// The names of the reports, the first ten of them.
    fileprivate var reportNames: String? {
        guard let reports = cross?.reports else { return nil }
        let names = reports.prefix(10).map { overview.digests[$0].name }.joined(separator: ", ")
        return reports.count > 10 ? "\(names), …" : names
    }
}

extension String {
    /// The text with a full stop, unless one ends it already, as in `B.V.`
    fileprivate var endedSentence: String { hasSuffix(".") ? self : self + "." }
}

extension Text {
    /// The text for many findings at once: a sentence in which each finding has a word of its own is left out. Where nothing else is said,
    /// `…` stands for that word.
    fileprivate var withoutPlaceholders: Text { Text(nl: Self.plain(nl), en: Self.plain(en)) }

    private static func plain(_ text: String) -> String {
        var sentences: [[Substring]] = [[]]
        for word in text.split(separator: " ") {
            sentences[sentences.count - 1].append(word)
            if let last = word.last, ".?!".contains(last) { sentences.append([]) }
        }
        let general = sentences.map { $0.joined(separator: " ") }.filter { !$0.isEmpty && !$0.contains(placeholder) }
        return general.isEmpty ? text.replacing(placeholder, with: "…") : general.joined(separator: " ")
    }

    private static var placeholder: Regex<Substring> { /\{[a-z]+\}/ }
}
