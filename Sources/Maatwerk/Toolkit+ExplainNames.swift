import Parameters
import Rules
import SocialReturnModel

extension Toolkit {
    /// At most three names that differ little from `subject` or begin with it, for 'do you mean'.
    public func namesNear(_ subject: String) -> [String] {
        // Nothing that is explained has a longer name, and the comparison takes time with the square of the length.
        let longest = 60
        let folded = String(FoldedName.fold(subject).prefix(longest))
        guard !folded.isEmpty else { return [] }
        var seen: Set<String> = []
        let near = explainedNames.filter { seen.insert(FoldedName.fold($0)).inserted }.compactMap { name in
            distance(FoldedName.fold(name), folded).map { (name: name, distance: $0) }
        }
        // The sort is stable in its key only, so the order of the names decides between equals.
        let ranked = near.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        return ranked.prefix(3).map(\.element.name)
    }

    /// Everything that ``explain(_:)`` has an answer for, by the name one would type.
    public var explainedNames: [String] {
        currentRules.map(\.id) + AllTables.facts.map(\.fileName)
            + Set(AllTables.facts.flatMap(\.columns).map(\.name)).sorted()
            + Self.codeLists.flatMap { $0.entries.map(\.code) } + tables.all.map(\.id)
            + Set(tables.all.flatMap { $0.blocks.map(\.code) + $0.bonusCodes }).sorted()
            + SourceRegister.builtIn.all.map(\.key) + limits.map(\.key) + wordLists.map(\.key)
            + Severity.allCases.map(\.code)
    }

    /// How far `name` is from what was typed; nil for too far.
    private func distance(_ name: String, _ typed: String) -> Int? {
        let letters = EditDistance.between(name, typed)
        if letters <= max(1, typed.count / 3) { return letters }
        let fewestLetters = 3
        return typed.count >= fewestLetters && name.hasPrefix(typed) ? name.count - typed.count : nil
    }
}
