import Intake
import SocialReturnModel

/// What became of the blue cells of a workbook.
public struct DecisionCollection: Sendable {
    /// What the workbook holds.
    public let filled: FilledDecisions
    /// The decisions that were added, each under its own contract.
    public internal(set) var added: [Decision] = []
    /// How many stood in the register already.
    public internal(set) var knownCount = 0
    /// The added ones about which the register says something else for the same contract, topic and period; both are kept.
    public internal(set) var conflicts: [(decision: Decision, others: [Decision])] = []
    /// The contracts that the register does not have.
    public internal(set) var unknownContracts: Set<String> = []
    /// What the register holds now.
    public internal(set) var decisions: Decisions

    init(_ filled: FilledDecisions, _ decisions: Decisions) {
        self.filled = filled
        self.decisions = decisions
    }

    /// What there is to say besides the numbers, each a sentence or more.
    public var remarks: [Text] {
        conflicts.map(Self.words) + filled.remarks + filled.emptied(decisions)
            + unknownContracts.sorted().map {
                Text(
                    nl:
                        "Contract '\($0)' staat niet in contracten.csv. De afspraak is wel bewaard; verbeter het nummer.",
                    en: "Contract '\($0)' is not in contracten.csv. What was agreed is kept; correct the number.")
            }
    }

    private static func words(_ conflict: (decision: Decision, others: [Decision])) -> Text {
        let (new, others) = conflict
        func words(_ language: Language) -> String {
            let place = new.contract.isEmpty ? "" : "\(new.contract), "
            let older = others.map { "'\($0.oneLine(language))' (\($0.origin))" }.joined(
                separator: language.words(" en ", " and "))
            return language.words(
                "Verschil over \(place)\(new.topic.name.nl) (\(new.topic)): '\(new.oneLine(.dutch))' (\(new.origin)) naast "
                    + "\(older). Beide zijn bewaard; haal in besluiten.csv weg wat niet geldt.",
                "Difference about \(place)\(new.topic.name.en) (\(new.topic)): '\(new.oneLine(.english))' (\(new.origin)) beside "
                    + "\(older). Both are kept; take out of besluiten.csv what does not hold.")
        }
        return Text(nl: words(.dutch), en: words(.english))
    }
}

extension Decision {
    /// What was agreed, on one line.
    func oneLine(_ language: Language) -> String {
        line(language).split(whereSeparator: \.isNewline).joined(separator: " / ")
    }
}
