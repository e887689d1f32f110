import SocialReturnModel

/// What people need to know of a rule. The check stands beside it, in the same file.
public struct RuleMetadata: Sendable {
    /// The stable id: `INZ-03`. Never used again for another rule.
    public let id: String
    /// The version of the rule itself: it goes up when the rule finds something else than before.
    public let version: Int
    /// The first edition of the catalogue with this version.
    public let since: RuleSet
    /// The first edition without it; nil while it holds.
    public let until: RuleSet?
    /// How much it matters when the rule is broken, unless a finding says otherwise.
    public let severity: Severity
    /// What the rule looks at.
    public let level: Level
    /// On what kind of ground the rule stands.
    public let basis: Basis
    /// Keys of the sources in the source register; empty for a rule of our own.
    public let sources: [String]
    /// The column that a finding points at, by its name; nil for a rule about more than one cell.
    public var column: String? { ownColumn?.name }
    let ownColumn: TableColumn?
    /// What must be there before the rule can be tested.
    public let needs: [Need]
    /// The numbers that it compares with, which a register can replace.
    public let limits: [Limit]
    /// The words that it looks for, which a register can add to.
    public let words: [RuleWords]
    /// Who can do something about it.
    public let audience: Audience
    /// What the rule found in earlier editions, where that differs; the oldest first.
    public let earlier: [EarlierVersion]
    /// The days on which a law that the rule stands on begins to hold or ends.
    public let lawDays: [LawDay]
    /// The rules that speak instead of this one when they found something of the same cause, from edition 2026.3.
    public let yields: [Yield]
    /// What others must know to decide about its findings.
    public let traits: Set<RuleTrait>
    /// The rule's name, as short as a heading.
    public let name: Text
    /// What was seen. `{value}` is the cell, `{column}` the column, `{detail}` what the check found.
    public let message: Text
    /// What to do.
    public let remedy: Text
    /// Why it matters, in one or two sentences.
    public let why: Text
    /// Submissions that do and do not break the rule. They run as tests.
    public let examples: [Example]

    /// The facts of a rule.
    public init(
        _ id: String, version: Int = 1, since: RuleSet, until: RuleSet? = nil, _ severity: Severity, level: Level,
        basis: Basis, sources: [String] = [], column: TableColumn? = nil, needs: [Need] = [], limits: [Limit] = [],
        words: [RuleWords] = [], audience: Audience = .supplier, earlier: [EarlierVersion] = [],
        lawDays: [LawDay] = [], yields: [Yield] = [], traits: Set<RuleTrait> = [],
        name: Text, message: Text, remedy: Text, why: Text, examples: [Example]
    ) {
        self.id = id
        self.version = earlier.isEmpty ? version : earlier.count + 1
        self.earlier = earlier
        self.lawDays = lawDays
        self.yields = yields
        self.traits = traits
        self.since = since
        self.until = until
        self.limits = limits
        self.words = words
        self.severity = severity
        self.level = level
        self.basis = basis
        self.sources = sources
        ownColumn = column
        self.needs = needs
        self.audience = audience
        self.name = name
        self.message = message
        self.remedy = remedy
        self.why = why
        self.examples = examples
    }
}

extension RuleMetadata {
    /// Whether the rule is part of `ruleSet`.
    public func isPart(of ruleSet: RuleSet) -> Bool {
        since.validFrom <= ruleSet.validFrom && until.map { ruleSet.validFrom < $0.validFrom } ?? true
    }

    /// Whether the rule has `trait`.
    public func has(_ trait: RuleTrait) -> Bool { traits.contains(trait) }

    /// Whether a message of the rule may hold a text from `origin`.
    func mayQuote(_ origin: TextOrigin) -> Bool { origin != .thirdParty || has(.quotesThirdPartyNames) }
}

/// How much a finding matters.
public enum Severity: UInt8, BitwiseCopyable, CaseIterable, Comparable, Hashable, Sendable {
    /// *signaal*: information, the start of a conversation.
    case signal
    /// *waarschuwing*: a person must look.
    case warning
    /// *fout*: the row or file cannot be used.
    case error

    /// Whether `left` matters less.
    /// A signal is below a warning, a warning below an error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The code in files, the same in both languages.
    public var code: String {
        switch self {
        case .error: "fout"
        case .warning: "waarschuwing"
        case .signal: "signaal"
        }
    }

    /// The word as people read it.
    public var name: Text {
        switch self {
        case .error: Text(nl: "Fout", en: "Error")
        case .warning: Text(nl: "Waarschuwing", en: "Warning")
        case .signal: Text(nl: "Signaal", en: "Signal")
        }
    }
}

/// What a rule looks at.
public enum Level: String, Sendable, CaseIterable {
    case cell = "cel"
    case row = "rij"
    case table = "tabel"
    case acrossTables = "x-tabel"
    case acrossSubmissions = "x-inzending"
}

/// On what kind of ground a rule stands.
public enum Basis: String, Sendable, CaseIterable {
    case law = "wet"
    case policy = "beleid"
    case contract = "contract"
    case technical = "technisch"
    case own = "eigen"

    /// The ground as people read it.
    public var name: Text {
        switch self {
        case .law: Text(nl: "wet", en: "law")
        case .policy: Text(nl: "beleid van het Rijk", en: "government policy")
        case .contract: Text(nl: "contract of regionale afspraak", en: "contract or regional convention")
        case .technical: Text(nl: "technisch", en: "technical")
        case .own: Text(nl: "eigen keuze van dit hulpmiddel", en: "own choice of this tool")
        }
    }
}

/// Who can do something about a finding.
public enum Audience: Sendable, Hashable {
    /// The supplier mends its submission.
    case supplier
    /// The contract manager mends the register or decides. Not shown to the supplier as a task.
    case contractManager
}

/// What must be there before a rule can be tested.
public enum Need: Sendable, Hashable {
    /// The contract register.
    case register
    /// Results of earlier periods.
    case previous
    /// Results of other suppliers.
    case otherSuppliers
    /// A column of a table of the register.
    case column(TableColumn)
    /// A copy of the official CPV list in the register.
    case cpvList
    /// A table of the submission.
    case table(TableID)
    /// A column that some suppliers bring along, or that the register has.
    case identifierColumn(String)

    /// Why the rule was not tested, and what to supply.
    public var reason: Text {
        switch self {
        case .register:
            Text(
                nl: "Geen contractregister meegegeven (--register).", en: "No contract register was given (--register)."
            )
        case .previous:
            Text(
                nl: "Geen resultaten van eerdere perioden meegegeven (--previous).",
                en: "No results of earlier periods were given (--previous).")
        case .otherSuppliers:
            Text(
                nl: "Geen resultaten van andere leveranciers meegegeven (--previous met de map van alle resultaten).",
                en: "No results of other suppliers were given (--previous with the folder of all results).")
        case .column(let column):
            Text(
                nl: "Geen kolom '\(column.name)' in \(AllTables.facts(column.table).fileName) van het register.",
                en: "No column '\(column.name)' in \(AllTables.facts(column.table).fileName) of the register.")
        case .cpvList:
            Text(
                nl: "Geen kopie van de officiële CPV-lijst in het register (cpv.csv).",
                en: "No copy of the official CPV list in the register (cpv.csv).")
        case .table(let id):
            Text(
                nl: "Geen \(AllTables.facts(id).fileName) in de inzending.",
                en: "No \(AllTables.facts(id).fileName) in the submission.")
        case .identifierColumn(let name):
            Text(
                nl: "Geen kolom '\(name)' in de inzending of het register.",
                en: "No column '\(name)' in the submission or the register.")
        }
    }
}
