import Consolidations
import SocialReturnModel
import Workbooks

/// What *Dashboard* says behind the figures of an approach: where contracts lag, and what the figures leave out.
struct RegimeRemark: Bilingual {
    private let line: RegimeLine
    private let ministry: Ministry
    private let contracts: [ContractLine]
    /// How many contracts begin later.
    private let later: Int

    var language: Language { ministry.language }

    init(_ line: RegimeLine, _ ministry: Ministry) {
        self.line = line
        self.ministry = ministry
        contracts = line.contracts.map { ministry.overview.contracts[$0] }
        later = contracts.count { $0.standing == .notBegun }
    }

    /// The contracts that lag, or why none is named.
    var lagging: String {
        let behind = line.contracts.filter { ministry.overview.contracts[$0].isBehind }
        guard behind.isEmpty else {
            return "\(ministry.number(behind.count)): \(ministry.shown(behind.map { ministry.name(ofContract: $0) }))"
        }
        if later == contracts.count { return words("geen", "none") }
        if ministry.mark(of: contracts).text == Mark.unclear.text[language] {
            return contracts.count == 1
                ? words(
                    "van het enige contract is nog niet te zeggen hoe het staat",
                    "of the only contract nobody can tell yet")
                : words("van te weinig contracten is bekend hoe het staat", "too few contracts tell how they stand")
        }
        let untold = contracts.count { !$0.isBehind && !$0.tellsStanding } - later
        return untold == 0
            ? words("geen", "none")
            : words(
                "geen; van \(ministry.number(untold)) is nog niet te zeggen hoe het staat",
                "none; of \(ministry.number(untold)) nobody can tell yet")
    }

    /// What the figures leave out, each part behind a semicolon; empty for nothing.
    var leftOut: String { beginsLater + inConsultation + unknown }

    private var beginsLater: String {
        guard later > 0 else { return "" }
        guard later < contracts.count else { return words("; begint later", "; begins later") }
        return words(
            "; \(ministry.number(later)) \(later == 1 ? "begint" : "beginnen") later",
            "; \(ministry.number(later)) \(later == 1 ? "begins" : "begin") later")
    }

    /// What waits for the client is no part of what was reached.
    private var inConsultation: String {
        guard line.inConsultation != .zero else { return "" }
        let amount = line.inConsultation.wholeEuros(language)
        return words(
            "; telt nog niet, in overleg: \(amount)", "; does not count yet, in consultation: \(amount)")
    }

    /// What is not known is no nought in the sum.
    private var unknown: String {
        guard line.realised != nil, line.known != line.contracts.count else { return "" }
        let (known, all) = (ministry.number(line.known), ministry.number(line.contracts.count))
        return words("; bereikt is bekend van \(known) van \(all)", "; what was reached is known of \(known) of \(all)")
    }
}
