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
            (say("Titel", "Title"), source.title),
            (say("Adres", "Address"), source.url ?? say("geen openbaar adres", "no public address")),
            (say("Soort", "Kind"), words(for: source.kind)),
            (say("Hoe zeker", "How certain"), words(for: source.certainty)),
        ]
        if !source.remark.isEmpty { lines.append((say("Let op", "Note"), source.remark)) }
        let rules = Catalogue.current.map(\.facts).filter { $0.sources.contains(source.key) }
        if !rules.isEmpty {
            lines.append(
                (
                    say("Regels die erop steunen", "Rules that rest on it"),
                    rules.map { "\($0.id) (\($0.name[language]))" }.joined(separator: ", ")
                ))
        }
        let named = tables.all.filter { $0.sourceKey == source.key }.map { $0.shownID[language] }
        if !named.isEmpty {
            lines.append((say("Tabellen eruit", "Tables taken from it"), named.joined(separator: ", ")))
        }
        if rules.isEmpty, named.isEmpty {
            lines.append(
                (
                    say("Gebruik", "Use"),
                    say(
                        "achtergrond; geen regel of tabel steunt er rechtstreeks op",
                        "background; no rule or table rests on it directly")
                ))
        }
        return Explanation(title: say("bron ", "source ") + source.key, lines: lines)
    }

    private func words(for kind: Source.Kind) -> String {
        switch kind {
        case .law: say("wet of rechtspraak", "law or case law")
        case .policy: say("beleid of uitleg van de overheid", "policy or guidance of the government")
        case .regional: say("regionale afspraak", "regional convention")
        case .label: say("keurmerk of register", "label or register")
        case .technical: say("technische beschrijving", "technical description")
        case .secondary: say("bron uit de tweede hand", "second-hand source")
        }
    }

    /// How a source was read, in words.
    func words(for certainty: Source.Certainty) -> String {
        switch certainty {
        case .official: say("gelezen in de eerste bron zelf (A)", "read in the first source itself (A)")
        case .secondHand: say("gelezen in een tweede bron (B)", "read in a second source (B)")
        case .mixed:
            say(
                "deels in de eerste, deels in een tweede bron (A/B)",
                "in part in the first, in part in a second source (A/B)")
        case .general: say("algemene kennis, niet nagelezen (M)", "general knowledge, not looked up (M)")
        }
    }
}
