import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let matches = MinistrySheet(
        "Verbinden", at: 80,
        meaning: Text(
            nl: "Leerplekken die bij een wens van een ander passen.", en: "Learning places that fit another's wish."),
        count: { $0.matches.count }
    ) {
        .matches($0).beginning(with: [
            "past", "aanbod", "vraag", "vak", "regio", "aantal", "vanaf", "waarom", "anderen",
        ])
    }
}

extension SheetDefinition<MinistryLine> {
    /// *Verbinden*: offers of learning places that fit a demand of another supplier, wishes that are met in two steps, and what fits nothing yet.
    static func matches(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.matches.name, title: Text(nl: "Verbinden", en: "Connecting"),
            explanation: Text(
                nl:
                    "Een plek bij de één past bij een wens van de ander. Eerst wat het best past; onderaan wat nog niets vond. Geen gegevens van deelnemers: mensen kiezen zelf.",
                en:
                    "A place at one fits a wish of another. What fits best comes first; at the end what found nothing yet. No data of participants: people choose themselves."
            ),
            frozenColumns: 1, closing: leftOut(overview.matchesLeftOut),
            columns: [
                SheetColumn(Text(nl: "Hoe het past", en: "How it fits"), key: "past", width: 18...20) {
                    line, language in
                    line.fit(language)
                },
                SheetColumn(Text(nl: "Biedt aan", en: "Offers"), key: "aanbod", width: 20...30, .wrapped) { line, _ in
                    .text(line.offers.map(\.supplierName).joined(separator: "; "))
                },
                SheetColumn(Text(nl: "Zoekt", en: "Looks for"), key: "vraag", width: 20...30, .wrapped) { line, _ in
                    .text(line.demand?.supplierName)
                },
                SheetColumn(Text(nl: "Soort plek", en: "Kind of place"), key: "soort", width: 16...22, .wrapped) {
                    line, language in
                    .text(line.kinds(language))
                },
                SheetColumn(Text(nl: "Vak", en: "Trade"), key: "vak", width: 18...26, .wrapped) { line, _ in
                    .text(line.each(\.occupation))
                },
                SheetColumn(Text(nl: "Regio", en: "Region"), key: "regio", width: 14...22, .wrapped) { line, _ in
                    .text(line.each(\.region))
                },
                SheetColumn(Text(nl: "Vanaf", en: "From"), key: "vanaf", width: 13...13, .day) { line, _ in
                    .day(line.days.from)
                },
                SheetColumn(Text(nl: "Tot en met", en: "Until"), key: "tot", width: 13...13, .day) { line, _ in
                    .day(line.days.until)
                },
                SheetColumn(Text(nl: "Plekken", en: "Places"), key: "aantal", width: 10...12, .integer) { line, _ in
                    .integer(line.places)
                },
                SheetColumn(Text(nl: "Wie nog meer", en: "Who else"), key: "anderen", width: 24...32, .wrapped) {
                    line, language in
                    .text(line.others(language))
                },
                SheetColumn(Text(nl: "Waarom dit past", en: "Why this fits"), key: "waarom", width: 72...72, .wrapped) {
                    line, language in
                    .text(line.reasons.map { $0[language] }.joined(separator: " "))
                },
                SheetColumn(
                    Text(nl: "Contact aanbod", en: "Contact of the offer"), key: "contact_aanbod", width: 22...36
                ) {
                    line, language in
                    line.offers.isEmpty ? .empty : .text(line.match.offerMailbox ?? viaSupplier[language])
                },
                SheetColumn(
                    Text(nl: "Contact vraag", en: "Contact of the demand"), key: "contact_vraag", width: 22...36
                ) {
                    line, language in
                    line.demand == nil ? .empty : .text(line.match.demandMailbox ?? viaSupplier[language])
                },
                SheetColumn(
                    Text(nl: "Wat u de aanbieder mag vertellen", en: "What you may tell who offers"), key: "aan_aanbod",
                    width: 40...40, .wrapped
                ) { line, language in
                    line.isPair ? .text(line.demand.map { line.introduction($0)[language] }) : .empty
                },
                SheetColumn(
                    Text(nl: "Wat u de vrager mag vertellen", en: "What you may tell who looks"), key: "aan_vraag",
                    width: 40...40, .wrapped
                ) { line, language in
                    line.isPair
                        ? .text(line.offers.map { line.introduction($0)[language] }.joined(separator: " "))
                        : .empty
                },
            ])
    }

    private static func leftOut(_ count: Int) -> Text? {
        count == 0
            ? nil
            : Text(
                nl:
                    "Nog \(count) paren die minder goed passen staan er niet in. Maak het werkboek per categorie om ze te zien.",
                en: "\(count) more pairs that fit less well are left out. Make the workbook by category to see them.")
    }

    private static var viaSupplier: Text { Text(nl: "via de contractmanager", en: "through the contract manager") }
}

extension MinistryLine {
    fileprivate var match: MatchLine { overview.matches[index] }

    fileprivate var isPair: Bool { if case .unmatched = match.kind { false } else { true } }

    fileprivate func introduction(_ notice: LearningPlaceNotice) -> Text {
        overview.introductions[notice] ?? notice.introduction(overview.places)
    }

    /// What is offered: nothing for a wish that found nothing, and twice for a wish that is met in two steps.
    fileprivate var offers: [LearningPlaceNotice] {
        switch match.kind {
        case .match(let line): [line.match.offer]
        case .chain(let chain): [chain.first.offer, chain.second.offer]
        case .unmatched(let notice): notice.direction == .offer ? [notice] : []
        }
    }

    fileprivate var demand: LearningPlaceNotice? {
        switch match.kind {
        case .match(let line): line.match.demand
        case .chain(let chain): chain.demand
        case .unmatched(let notice): notice.direction == .demand ? notice : nil
        }
    }

    fileprivate func fit(_ language: Language) -> Cell {
        switch match.kind {
        case .match(let line):
            let name = line.match.fit.name[language]
            return switch line.match.fit {
            case .whole: .text("✓ \(name)", .good)
            case .nearly: .text("↔ \(name)", .information)
            case .perhaps: .text("? \(name)")
            }
        case .chain: return .text(Text(nl: "→ in twee stappen", en: "→ in two steps")[language], .signal)
        case .unmatched(let notice):
            return .text(
                notice.direction == .offer
                    ? Text(nl: "○ vrij, nog geen wens", en: "○ free, no wish yet")[language]
                    : Text(nl: "○ wens, nog geen plek", en: "○ wish, no place yet")[language])
        }
    }

    /// What stands in the notices of the line, each text once: the offer first.
    fileprivate func each(_ text: (LearningPlaceNotice) -> String) -> String {
        var seen: Set<String> = []
        return (offers + [demand].compactMap { $0 }).map(text).filter {
            !$0.isEmpty && seen.insert($0.lowercased()).inserted
        }
        .joined(separator: " / ")
    }

    fileprivate func kinds(_ language: Language) -> String { each { $0.kind.name[language] } }

    fileprivate var days: (from: Day?, until: Day?) {
        switch match.kind {
        case .match(let line): (line.match.from, line.match.until)
        case .chain(let chain): (chain.first.from, chain.second.until)
        case .unmatched(let notice): (notice.from, notice.until)
        }
    }

    fileprivate var places: Int {
        switch match.kind {
        case .match(let line): line.places
        case .chain(let chain): min(chain.first.count, chain.second.count)
        case .unmatched(let notice): notice.count
        }
    }

    /// Who else wants what is offered, or offers what is wanted; and that nothing is left where better matches take it all.
    fileprivate func others(_ language: Language) -> String? {
        guard case .match(let line) = match.kind else { return nil }
        func text(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
        let (demands, offers) = (line.otherDemands, line.otherOffers)
        return [
            line.places == 0
                ? text("Al vergeven als wat beter past voorgaat.", "Taken when what fits better goes first.") : nil,
            demands > 0
                ? text(
                    "Nog \(demands) \(demands == 1 ? "ander zoekt" : "anderen zoeken") dit.",
                    "\(demands) \(demands == 1 ? "other looks" : "others look") for this.") : nil,
            offers > 0
                ? text(
                    "Nog \(offers) \(offers == 1 ? "ander biedt" : "anderen bieden") dit.",
                    "\(offers) \(offers == 1 ? "other offers" : "others offer") this.") : nil,
        ].compactMap { $0 }.joined(separator: " ")
    }

    fileprivate var reasons: [Text] {
        switch match.kind {
        case .match(let line): line.match.reasons
        case .chain(let chain): [chain.text]
        case .unmatched: []
        }
    }
}
