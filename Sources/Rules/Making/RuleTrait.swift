/// What others must know of a rule to decide about its findings. They ask for a trait and never for an id.
public enum RuleTrait: Sendable, Hashable {
    /// The message can hold the name of an organisation, or a text, that the register or another supplier gave. The supplier reads such a finding
    /// only where the submission holds the name itself. `FindingCollector.text(_:from:)` quotes nothing of others for a rule without this trait.
    case quotesThirdPartyNames
    /// The finding only says that a contract is in another organisation's name, and nothing else of it; so the supplier may read it.
    case saysOnlyWhoseContract
    /// The finding only says what this tool did or sees, and asks for nothing.
    case informsOnly
    /// The finding is good news: permanent work, a match, a result beyond what was agreed.
    case goodNews
    /// The matter is a topic of its own, made from the figures: that a contract is behind, commitments whose date has passed.
    case hasOwnTopic
    /// The row tells once more what an earlier row tells. Whoever takes it out loses nothing, and gains no row either; one that is something else
    /// after all counts again once it says so, where `mayDiffer`.
    case reportsDouble(mayDiffer: Bool)
    /// The rule looks for personal data, and masks what it finds.
    case aboutPrivacy
    /// An explanation in the row makes the finding a matter for the contract manager, from edition 2026.3.
    case settledByExplanation
    /// An answer in feedback that came back does the same. What stands in the row does not, since the finding is about those very words.
    case settledByAnswer
    /// The rule looks at every column of a kind.
    case ofEveryColumn(ColumnGroup)
    /// The rule's matter also shows when the results of several reports are compared.
    case foundAcrossReports(CrossMatter)
}

/// The groups of columns that rules about reading look at.
public enum ColumnGroup: Sendable, Hashable, CaseIterable {
    case required, text, freeText, identifier, kvk, day, figure, period, code, targetGroup
}

/// What only shows when the reports of several suppliers or periods are compared.
public enum CrossMatter: Sendable, Hashable, CaseIterable {
    /// One supplier reported an invoice in two reports.
    case invoiceTwice
    /// Two suppliers reported an invoice.
    case invoiceClaimed
    /// Two suppliers reported what looks like the same placement.
    case placementClaimed
    /// One organisation goes by several names.
    case severalNames
    /// Two reports of one supplier on one period differ, and nothing but their names tells which one is the later.
    case orderUnknown
    /// Two reports of one supplier that both count are about the same days of a contract.
    case periodsOverlap
}

/// Where a text in a message comes from. What a supplier may read follows from it, so a rule has to say.
public enum TextOrigin: Sendable, Hashable {
    /// The supplier handed it in itself, now or earlier.
    case supplier
    /// Codes and words of this tool and its tables.
    case tool
    /// What the register says of the contract that the finding is about: read by its own supplier only.
    case register
    /// A name or text of another: from a list of organisations in the register, or from another supplier's report.
    case thirdParty
}
