import Parameters
import Rules
import SocialReturnModel

extension CatalogueDocument {
    /// The limits and word lists that a department can replace or extend, as Markdown.
    var settings: [String] {
        var lines = [
            "", words("## Instellingen", "## Settings"), "",
            words(
                "Deze grenzen zijn gegevens. Een afdeling vervangt ze in `instellingen.csv` van het contractregister (kolommen `contractnummer`, `sleutel`, `waarde`, `geldig_vanaf`, `geldig_tot`, `toelichting`), voor alle contracten of voor één. Het blad *Instellingen en bronnen* toont welke waarde is gebruikt en waar zij vandaan komt.",
                "These limits are data. A department replaces them in `instellingen.csv` of the contract register (columns `contractnummer`, `sleutel`, `waarde`, `geldig_vanaf`, `geldig_tot`, `toelichting`), for all contracts or for one. The sheet *Instellingen en bronnen* shows which value was used and where it comes from."
            ),
            "",
            words(
                "| Sleutel | Wat | Waarde | Mag zijn | Sinds regelset | Bron | Regels |",
                "| Key | What | Value | May be | Since rule set | Source | Rules |"), "|---|---|---|---|---|---|---|",
        ]
        for limit in Catalogue.limits {
            for dated in limit.values {
                let range =
                    limit.isSetByLaw
                    ? words("vast, staat in de wet", "fixed by law")
                    : "\(limit.range.lowerBound.formatted(language)) – \(limit.range.upperBound.formatted(language))"
                let source = dated.source.flatMap { SourceRegister.builtIn[$0]?.title }
                let cells = [
                    "`\(limit.key)`", limit.name[language],
                    "\(dated.value.formatted(language)) \(limit.unit.name[language])", range, dated.since.version,
                    source ?? words("eigen keuze", "own choice"), rules { $0.limits.contains { $0 === limit } },
                ]
                lines.append("| " + cells.joined(separator: " | ") + " |")
            }
        }
        lines += [
            "",
            words(
                "Woordenlijsten vult een afdeling aan in `woordenlijsten.csv` (kolommen `lijst`, `woord`, `vorm`: heel, begin of niet).",
                "A department extends word lists in `woordenlijsten.csv` (columns `lijst`, `woord`, `vorm`: heel, begin or niet)."
            ),
            "", words("| Lijst | Wat | Woorden | Regels |", "| List | What | Words | Rules |"), "|---|---|---|---|",
        ]
        for list in Catalogue.wordLists {
            lines.append(
                "| `\(list.key)` | \(list.name[language]) | \(list.builtIn.words.count) | \(rules { $0.words.contains { $0 === list } }) |"
            )
        }
        return lines
    }

    private func rules(where uses: (RuleMetadata) -> Bool) -> String {
        Catalogue.current.map(\.facts).filter(uses).map { "[\($0.id)](#\($0.id.lowercased()))" }.joined(separator: ", ")
    }
}
