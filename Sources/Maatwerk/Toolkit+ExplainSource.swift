import Parameters
import Rules
import SocialReturnModel

extension Toolkit {
    /// The explanation of the source with this key.
    func explanationsOfSources(_ folded: String) -> [Explanation] {
        SourceRegister.builtIn.all.filter { FoldedName.fold($0.key) == folded }.map { explanation(of: $0) }
    }

    private func explanation(of source: Source) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (words("Titel", "Title"), source.title),
            (words("Adres", "Address"), source.url ?? words("geen openbaar adres", "no public address")),
            (words("Soort", "Kind"), words(for: source.kind)),
            (words("Hoe zeker", "How certain"), words(for: source.certainty)),
        ]
        if !source.remark[language].isEmpty { lines.append((words("Let op", "Note"), source.remark[language])) }
        let rules = currentRules.filter { $0.sources.contains(source.key) }
        if !rules.isEmpty {
            lines.append(
                (
                    words("Regels die erop steunen", "Rules that rest on it"),
                    rules.map { "\($0.id) (\($0.name[language]))" }.joined(separator: ", ")
                ))
        }
        let named = tables.all.filter { $0.sourceKey == source.key }.map { $0.shownID[language] }
        if !named.isEmpty {
            lines.append((words("Tabellen eruit", "Tables taken from it"), named.joined(separator: ", ")))
        }
        if rules.isEmpty, named.isEmpty {
            lines.append(
                (
                    words("Gebruik", "Use"),
                    words(
                        "achtergrond; geen regel of tabel steunt er rechtstreeks op",
                        "background; no rule or table rests on it directly")
                ))
        }
        return Explanation(title: words("bron ", "source ") + source.key, lines: lines)
    }

    private func words(for kind: Source.Kind) -> String {
        switch kind {
        case .law: words("wet of rechtspraak", "law or case law")
        case .policy: words("beleid of uitleg van de overheid", "policy or guidance of the government")
        case .regional: words("regionale afspraak", "regional convention")
        case .label: words("keurmerk of register", "label or register")
        case .technical: words("technische beschrijving", "technical description")
        case .secondary: words("bron uit de tweede hand", "second-hand source")
        }
    }

    /// How a source was read, in words.
    func words(for certainty: Source.Certainty) -> String {
        switch certainty {
        case .official: words("gelezen in de eerste bron zelf (A)", "read in the first source itself (A)")
        case .secondHand: words("gelezen in een tweede bron (B)", "read in a second source (B)")
        case .mixed:
            words(
                "deels in de eerste, deels in een tweede bron (A/B)",
                "in part in the first, in part in a second source (A/B)")
        case .general: words("algemene kennis, niet nagelezen (M)", "general knowledge, not looked up (M)")
        }
    }
}
