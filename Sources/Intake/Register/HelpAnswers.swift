import SocialReturnModel

/// The answers to requests for help: what `hulpantwoorden.csv` of the register says.
public struct HelpAnswers: Sendable {
    /// An answer.
    public struct Answer: Sendable, Hashable {
        /// The number of the contract in lower case; nil for all contracts.
        public let contract: String?
        /// The kind of the obstacle.
        public let kind: ObstacleKind
        /// The answer.
        public var text: String
        /// The day on which it was given.
        public let day: Day
        /// Who gave it; empty where nobody says so.
        public let by: String

        /// The answer with its day and who gave it.
        public func line(_ language: Language) -> String {
            let who =
                by.isEmpty ? Text(nl: "Antwoord", en: "Answer")[language] : by.prefix(1).uppercased() + by.dropFirst()
            return "\(who), \(day.formatted(language)): \(text)"
        }
    }

    /// All of them, the last one first.
    public private(set) var all: [Answer] = []

    /// Nothing was answered.
    public init() {}

    init(_ table: TableData<RegisterHelpAnswer>?, _ symbols: SymbolTable) {
        guard let table else { return }
        for index in table.acceptedIndices {
            let row = table.rows[index]
            let text = table.source.text(row.answer)
            guard let kind = row.kind, let day = row.answeredOn, !text.isEmpty else { continue }
            all.append(
                Answer(
                    contract: row.contract.map { symbols[$0].lowercased() }, kind: kind, text: text, day: day,
                    by: table.source.text(row.answeredBy)))
        }
        all = all.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
    }

    /// The answers to obstacles of `kind` under the contract with this number, the last one first.
    public func answers(to kind: ObstacleKind, of contract: String) -> [Answer] {
        all.filter { $0.kind == kind && ($0.contract == nil || $0.contract == contract.lowercased()) }
    }
}

extension ContractRegister {
    /// The answers to requests for help.
    public var answersToHelp: HelpAnswers { HelpAnswers(helpAnswers, symbols) }
}
