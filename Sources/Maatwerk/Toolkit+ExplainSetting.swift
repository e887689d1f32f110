import Parameters
import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanations of a limit or a word list of the rules.
    func explanationsOfSettings(_ folded: String) -> [Explanation] {
        limits.filter { isCalled(folded, $0.key, $0.name) }.map(explanation)
            + wordLists.filter { isCalled(folded, $0.key, $0.name) }.map(explanation)
    }

    /// The limits of all rules, the department's own behind those of the catalogue.
    var limits: [Limit] { Catalogue.limits + rules.limits }

    /// The word lists of all rules, the department's own behind those of the catalogue.
    var wordLists: [RuleWords] { Catalogue.wordLists + rules.wordLists }

    private func isCalled(_ folded: String, _ key: String, _ name: Text) -> Bool {
        [key, name.nl, name.en].map(FoldedName.fold).contains(folded)
    }

    /// What holds on the day of the rules; without one, when the newest rules began.
    private var parameters: RuleParameters {
        RuleParameters(register: register, department: rules, on: rulesAsOf ?? RuleSet.newest.validFrom)
    }

    private func explanation(of limit: Limit) -> Explanation {
        let rules = currentRules.filter { $0.limits.contains { $0 === limit } }
        var lines: [(label: String, text: String)] = [(words("Betekenis", "Meaning"), limit.name[language] + ".")]
        for dated in limit.values {
            let source = dated.source.flatMap { SourceRegister.builtIn[$0]?.title }
            lines.append(
                (
                    words("Ingebouwde waarde", "Built-in value"),
                    "\(amount(dated.value, limit)), "
                        + words("sinds regelset \(dated.since.version)", "since rule set \(dated.since.version)") + "; "
                        + (source ?? words("een keuze van dit hulpmiddel", "a choice of this tool"))
                ))
        }
        for setting in parameters.settings where setting.limit === limit {
            guard case .register = setting.origin, let symbols = register?.symbols else { continue }
            let contract = setting.contract.map { symbols[$0] } ?? words("alle contracten", "all contracts")
            lines.append((words("In het register", "In the register"), "\(amount(setting.value, limit)), \(contract)"))
        }
        return Explanation(
            title: words("instelling ", "setting ") + limit.key, lines: lines + practice(of: rules, change(limit)))
    }

    private func amount(_ value: Quantity, _ limit: Limit) -> String {
        "\(value.formatted(language)) \(limit.unit.name[language])"
    }

    private func change(_ limit: Limit) -> String {
        guard !limit.isSetByLaw else {
            return words(
                "Dit getal staat in de wet en is niet te veranderen.", "The law sets this number; it cannot be changed."
            )
        }
        let (least, most) = (limit.range.lowerBound.formatted(language), limit.range.upperBound.formatted(language))
        return words(
            "Zet in instellingen.csv van het register een regel met sleutel \(limit.key) en een waarde van \(least) tot en met \(most).",
            "Put a line in instellingen.csv of the register with the key \(limit.key) and a value from \(least) to \(most)."
        )
    }

    private func explanation(of list: RuleWords) -> Explanation {
        let rules = currentRules.filter { $0.words.contains { $0 === list } }
        let count = parameters.list(list).words.count
        let lines: [(label: String, text: String)] = [
            (words("Betekenis", "Meaning"), list.name[language] + "."),
            (
                words("Woorden", "Words"),
                words(
                    "\(count), sinds regelset \(list.since.version)", "\(count), since rule set \(list.since.version)")
            ),
        ]
        let change = words(
            "Zet in woordenlijsten.csv van het register een regel met lijst \(list.key), het woord en de vorm: heel, begin of niet.",
            "Put a line in woordenlijsten.csv of the register with the list \(list.key), the word and the form: heel, begin or niet."
        )
        return Explanation(
            title: words("woordenlijst ", "word list ") + list.key, lines: lines + practice(of: rules, change))
    }

    private func practice(of rules: [RuleMetadata], _ change: String) -> [(label: String, text: String)] {
        [
            (words("Regels", "Rules"), rules.map { "\($0.id) (\($0.name[language]))" }.joined(separator: ", ")),
            (words("Waarom", "Why"), rules.first?.why[language] ?? ""),
            (words("Zo verandert u het", "How to change it"), change),
        ]
    }
}
