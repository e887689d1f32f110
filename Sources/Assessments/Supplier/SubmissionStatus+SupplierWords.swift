import Rules
import SocialReturnModel

// How a supplier reads its own status and scores. The three scores stand side by side and are never added up.

extension SubmissionStatus {
    /// What the status means for the supplier, without reproach.
    public var supplierMeaning: Text {
        switch self {
        case .received:
            Text(
                nl:
                    "Wij hebben uw rapportage ontvangen. Wij konden uw rapportage nog niet met uw contract "
                    + "vergelijken.",
                en: "We received your report. We could not compare it with your contract yet.")
        case .rejected:
            Text(
                nl: "Wij kunnen uw rapportage zo nog niet gebruiken. Hieronder staat wat daarvoor nodig is.",
                en: "We cannot use your report like this yet. Below you read what that takes.")
        case .approvedWithRemarks:
            Text(
                nl: "Wij kunnen uw rapportage gebruiken. Er zijn nog punten om te herstellen of te bespreken.",
                en: "We can use your report. There are still points to correct or to discuss.")
        case .approved:
            Text(
                nl: "Wij kunnen uw rapportage gebruiken. U hoeft niets te doen.",
                en: "We can use your report. No action is needed.")
        }
    }
}

extension CompletenessScore {
    /// What the score is called.
    public static let name = Text(nl: "Volledigheid van de rapportage", en: "Completeness of the report")

    /// The score in a sentence or two.
    public var sentence: Text {
        let rows = { (language: Language) in
            (Quantity(self.rows.accepted).formatted(language), Quantity(self.rows.read).formatted(language))
        }
        let (nl, en) = (rows(.dutch), rows(.english))
        var text = (
            nl: "\(nl.0) van de \(nl.1) rijen \(self.rows.accepted == 1 ? "telt" : "tellen") mee.",
            en: "\(en.0) of \(en.1) rows \(self.rows.accepted == 1 ? "counts" : "count")."
        )
        if self.rows.read == 0 { text = ("Wij vonden nog geen rijen.", "We did not find rows yet.") }
        if self.rows.read == 1 {
            text =
                self.rows.accepted == 1
                ? ("Uw rij telt mee.", "Your row counts.")
                : ("Uw rij telt nog niet mee.", "Your row does not count yet.")
        }
        if evidenceMissing > 0 {
            if evidenceNeeded == 1 {
                text.nl += " Bij de enige inzet of factuur noemt u nog geen bewijs."
                text.en += " The only placement or invoice lacks evidence."
            } else if evidenceMissing == evidenceNeeded {
                text.nl += " Bij geen van de \(evidenceNeeded) rijen met inzet of een factuur noemt u al bewijs."
                text.en += " None of the \(evidenceNeeded) rows with a placement or an invoice names evidence yet."
            } else {
                text.nl +=
                    " Bij \(evidenceMissing) van de \(evidenceNeeded) rijen met inzet of een factuur noemt u "
                    + "nog geen bewijs."
                text.en +=
                    " \(evidenceMissing) of \(evidenceNeeded) rows with a placement or an invoice "
                    + "\(evidenceMissing == 1 ? "lacks" : "lack") evidence."
            }
        } else if evidenceNeeded > 0 {
            text.nl += " Bij elke inzet en factuur is bewijs genoemd."
            text.en += " Every placement and invoice names evidence."
        }
        return Text(nl: text.nl, en: text.en)
    }
}

extension RealisationScore {
    /// What the score is called.
    public static let name = Text(nl: "Realisatie tegenover de afspraak", en: "Realised against what was agreed")

    /// The score over some contracts.
    init(of contracts: [ContractSummary], isKnown: Bool) {
        self.isKnown = isKnown
        self.contracts = contracts.count
        for contract in contracts {
            inConsultation += contract.totals.inConsultation
            if contract.goals.isEmpty { contractsWithoutGoal += 1 }
            for goal in contract.goals { add(goal) }
        }
    }

    /// Over how many of the contracts `part` is, in words; nil when it is over all.
    public func coverage(of part: Part) -> Text? {
        guard part.goals < contracts else { return nil }
        return Text(
            nl: "over \(part.goals) van de \(contracts) contracten",
            en: "over \(part.goals) of the \(contracts) contracts")
    }

    /// The score in a sentence or more, each measure by itself.
    public var sentence: Text { Text(nl: sentence(.dutch), en: sentence(.english)) }

    private func sentence(_ language: Language) -> String {
        let words = { (nl: String, en: String) in language == .dutch ? nl : en }
        guard isKnown else {
            return words(
                "Hierover kunnen wij nog niets zeggen: daarvoor is het contractregister nodig.",
                "We cannot say anything about this yet: that takes the contract register.")
        }
        var sentences = parts.map { part in
            let share = part.share.flatMap { SafeInteger.nearest(100 * $0) }.map { " (\($0)%)" } ?? ""
            let (agreed, realised) = (part.agreed.formatted(language), part.realised.formatted(language))
            let covered = coverage(of: part).map { ", \($0[language])" } ?? ""
            return words(
                "Afgesproken: \(agreed). Gerealiseerd voor zover wij weten: \(realised)\(share)\(covered).",
                "Agreed: \(agreed). Realised as far as we know: \(realised)\(share)\(covered).")
        }
        if inConsultation != .zero {
            let amount = inConsultation.formatted(language)
            sentences.append(
                words(
                    "Daarnaast staat \(amount) in overleg. Dat telt mee zodra de opdrachtgever het aanvaardt.",
                    "Beside this \(amount) is in consultation. It counts as soon as the client accepts it."))
        }
        if goalsWithoutFigure > 0 {
            sentences.append(
                words(
                    parts.isEmpty
                        ? "Wat is afgesproken, is met deze rapportage niet in een getal te tellen."
                        : "Een deel van de afspraken is niet in een getal te tellen.",
                    parts.isEmpty
                        ? "What was agreed cannot be counted as a figure with this report."
                        : "A part of what was agreed cannot be counted as a figure."))
        } else if parts.isEmpty {
            sentences.append(words("Er is geen getal afgesproken.", "No figure was agreed."))
        }
        if parts.count > 1 {
            sentences.append(
                words("Verschillende eenheden tellen wij niet op.", "We do not add up different units."))
        }
        return sentences.joined(separator: " ")
    }
}

extension LearningScore {
    /// What the score is called.
    public static let name = Text(nl: "Leren en samenwerken", en: "Learning and working together")

    /// The score in a sentence. Counts and no grade.
    public var sentence: Text {
        let count = { (count: Int, one: String, more: String) in "\(count) \(count == 1 ? one : more)" }
        if conversations + lessons + examples + helpRequests == 0 {
            return Text(
                nl: "Hierover staat nog niets in uw rapportage. Heeft u een verhaal of een vraag? Graag.",
                en: "Your report has nothing on this yet. Do you have a story or a question? Please share it.")
        }
        return Text(
            nl: "\(count(conversations, "gesprek", "gesprekken")), \(count(lessons, "leerpunt", "leerpunten")), "
                + "\(count(examples, "goed voorbeeld", "goede voorbeelden")) en "
                + "\(count(helpRequests, "open hulpvraag", "open hulpvragen"))."
                + (helpRequests > 0 ? " Wij denken graag met u mee." : ""),
            en: "\(count(conversations, "conversation", "conversations")), \(count(lessons, "lesson", "lessons")), "
                + "\(count(examples, "good example", "good examples")) and "
                + "\(count(helpRequests, "open request for help", "open requests for help"))."
                + (helpRequests > 0 ? " We are glad to think along with you." : ""))
    }
}
