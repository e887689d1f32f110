import Parameters
import Rules
import SocialReturnModel

extension SettingLines {
    /// Every limit and word list that the rules use, with its value and where that comes from.
    mutating func addLimits(_ subject: String) {
        let parameters = report.context.parameters
        for setting in parameters.settings {
            append(
                SettingLine(
                    setting.contract.map(report.text) ?? subject,
                    "\(setting.limit.name[language]) (\(setting.limit.unit.name[language]))",
                    .quantity(setting.value, .rowNumber), origin(of: setting), part: setting.limit.key))
        }
        for list in parameters.wordLists {
            let isExtended = parameters.isExtended(list)
            append(
                SettingLine(
                    subject,
                    words("Woorden in de lijst", "Words in the list") + ": " + list.name[language].lowercased(),
                    .integer(parameters.list(list).words.count, .leftInteger),
                    isExtended
                        ? words(
                            "ingebouwd, met woordenlijsten.csv van het register",
                            "built in, with woordenlijsten.csv of the register")
                        : builtIn(list.since), part: list.key))
        }
    }

    private func origin(of setting: LimitSetting) -> String {
        switch setting.origin {
        case .builtIn(let dated):
            let source = dated.source.flatMap { SourceRegister.builtIn[$0]?.title }
            return builtIn(dated.since) + (source.map { "; " + words("bron: ", "source: ") + $0 } ?? "")
                + (setting.limit.isSetByLaw ? "; " + words("staat in de wet", "set by law") : "")
        case .register(let place):
            let row = report.context.source(of: place.table)?.cells.row(of: Int(place.record))
            return words("instellingen.csv van het register", "instellingen.csv of the register")
                + (row.map { words(", rij \($0)", ", row \($0)") } ?? "")
        }
    }

    private func builtIn(_ since: RuleSet) -> String {
        words(
            "keuze van dit hulpmiddel sinds regelset \(since.version)",
            "choice of this tool since rule set \(since.version)")
    }
}
