import SocialReturnModel

/// What a rule found in earlier editions of the catalogue, where that differs from what it finds now.
///
/// The catalogue has an entry for each version, so that `--rules-as-of` an earlier day still gives the old judgement. The check is one, and
/// asks ``RuleContext/ruleSet`` where the finding itself differs.
public struct EarlierVersion: Sendable {
    /// The first edition with this version; the last is the one before the next version.
    let since: RuleSet
    let severity: Severity?
    let basis: Basis?
    let audience: Audience?
    let column: TableColumn?
    let informsOnly: Bool?
    let message: Text?
    let remedy: Text?
    let examples: [Example]

    /// The version that began with `since`; what is nil was as it is now. Its examples run by the rules of its last day.
    public static func since(
        _ since: RuleSet, _ severity: Severity? = nil, basis: Basis? = nil, audience: Audience? = nil,
        column: TableColumn? = nil, informsOnly: Bool? = nil, message: Text? = nil, remedy: Text? = nil,
        examples: [Example]
    ) -> EarlierVersion {
        EarlierVersion(
            since: since, severity: severity, basis: basis, audience: audience, column: column,
            informsOnly: informsOnly, message: message, remedy: remedy, examples: examples)
    }
}

extension RuleMetadata {
    /// The facts of every version of the rule, the oldest first.
    var versions: [RuleMetadata] {
        guard !earlier.isEmpty else { return [self] }
        let following = earlier.dropFirst().map(\.since) + [since]
        let before = zip(earlier, following).enumerated().map { index, pair in
            RuleMetadata(self, as: pair.0, version: index + 1, until: pair.1)
        }
        return before + [self]
    }

    private init(_ facts: RuleMetadata, as earlier: EarlierVersion, version: Int, until: RuleSet) {
        self.init(
            facts.id, version: version, since: earlier.since, until: until, earlier.severity ?? facts.severity,
            level: facts.level, basis: earlier.basis ?? facts.basis, sources: facts.sources,
            column: earlier.column ?? facts.ownColumn, needs: facts.needs, limits: facts.limits, words: facts.words,
            audience: earlier.audience ?? facts.audience,
            traits: earlier.informsOnly.map {
                $0 ? facts.traits.union([.informsOnly]) : facts.traits.subtracting([.informsOnly])
            }
                ?? facts.traits,
            name: facts.name, message: earlier.message ?? facts.message, remedy: earlier.remedy ?? facts.remedy,
            why: facts.why, examples: earlier.examples)
    }
}

/// A day on which a law that a rule stands on begins to hold, or stops. It is beside the rule that asks for it, as a ``Limit`` is.
///
/// Laws change within a year. So the day comes from the law and not from the edition of the catalogue.
public struct LawDay: Sendable, Hashable {
    /// The first day of what holds now.
    public let day: Day
    /// What begins on that day, or ended before it.
    public let name: Text
    /// The key of the source in the source register.
    public let source: String

    /// The day `year`-`month`-`day`.
    public init(_ year: Int, _ month: Int, _ day: Int, source: String, name: Text) {
        guard let day = Day(year: year, month: month, day: day) else {
            preconditionFailure("the day of a law must be a day of the calendar")
        }
        self.day = day
        self.source = source
        self.name = name
    }
}
