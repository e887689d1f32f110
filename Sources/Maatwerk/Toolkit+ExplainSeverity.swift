import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanations of a severity.
    func explanationsOfSeverities(_ folded: String) -> [Explanation] {
        Severity.allCases.filter { [$0.code, $0.name.nl, $0.name.en].map(FoldedName.fold).contains(folded) }
            .map { explanation(of: $0) }
    }

    private func explanation(of severity: Severity) -> Explanation {
        let rules = currentRules.filter { $0.severity == severity }.map(\.id)
        let (meaning, remedy): (String, String) =
            switch severity {
            case .error:
                (
                    words(
                        "De rij of het bestand is niet te gebruiken. De rij telt in geen enkel cijfer mee en staat op Afgekeurde rijen.",
                        "The row or file cannot be used. The row counts in no figure and stands on Afgekeurde rijen."),
                    words("Herstel de rij en lever opnieuw aan.", "Correct the row and deliver again.")
                )
            case .warning:
                (
                    words(
                        "Een mens moet kijken. De rij telt meestal gewoon mee.",
                        "A person must look. The row usually counts."),
                    words(
                        "Kijk of het klopt; herstel het of leg het uit.",
                        "See whether it is right; correct it or explain it.")
                )
            case .signal:
                (
                    words("Informatie, en het begin van een gesprek.", "Information, and the start of a conversation."),
                    words("Bespreek het als het nuttig is.", "Discuss it where that helps.")
                )
            }
        return Explanation(
            title: words("ernst ", "severity ") + severity.code,
            lines: [
                (words("Betekenis", "Meaning"), meaning), (words("Wat te doen", "What to do"), remedy),
                (words("Regels", "Rules"), rules.joined(separator: ", ")),
            ])
    }
}
