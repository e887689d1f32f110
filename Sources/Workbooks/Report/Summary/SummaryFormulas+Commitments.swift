import Assessments
import Intake
import Rules
import SocialReturnModel

/// How the commitments of the whole submission stand, by whose they are.
extension SummaryFormulas {
    /// What is counted of commitments.
    enum CommitmentFigure { case total, met, open, overdue }

    /// The owners of commitments, in the order of the sheets; the State first, as the page is read at its desk.
    static let owners: [Owner] = [.state, .supplier, .together]

    /// The commitments of `owner`, or of all; of all includes those that name nobody on the list.
    func commitments(_ owner: Owner?, _ figure: CommitmentFigure) -> Figure {
        let counts = summary.commitments
        func value(_ own: CommitmentCounts.OfOwner) -> Int {
            switch figure {
            case .total: own.total
            case .met: own.met
            case .open: own.open
            case .overdue: own.overdue
            }
        }
        let number =
            owner.map { value(counts.of($0)) }
            ?? ([.supplier, .state, .together, nil] as [Owner?]).reduce(0) { $0 + value(counts.of($1)) }
        guard let extent = index.extents[.commitments] else { return Figure(Double(number), "0") }
        let own = owner.map { [("eigenaar", "\"\($0.name[language])\"")] } ?? []
        func count(_ more: [(String, String)]) -> String {
            extent.count(where: (own + more).map { (key: $0.0, criterion: $0.1) })
        }
        func status(_ status: CommitmentStatus) -> (String, String) { ("status", "\"\(status.name[language])\"") }
        let all = own.isEmpty ? rows(of: .commitments) ?? "0" : count([])
        let formula: String
        switch figure {
        case .total: formula = "\(all)-(\(count([status(.dropped)])))"
        case .met: formula = count([status(.met)])
        case .open, .overdue:
            let late = figure == .overdue ? [("streefdatum", "\"<\(today.spreadsheetSerial)\"")] : []
            let closed = CommitmentStatus.allCases.filter(\.isClosed)
            formula =
                (figure == .overdue ? count(late) : all) + "-("
                + closed.map { count([status($0)] + late) }.joined(separator: "+")
                + ")"
        }
        return Figure(Double(number), formula)
    }

    /// How they stand in one sentence: `gehaald 1; nog open: Rijk 2 (1 te laat), Leverancier 1, Samen 1`.
    var commitmentWords: (formula: String?, text: String) {
        guard summary.commitments.total > 0 else {
            return (nil, language.words("geen afspraken gemeld", "no commitments reported"))
        }
        let (met, lead) = (commitments(nil, .met), language.words("gehaald ", "achieved "))
        let (open, late) = (language.words("; nog open: ", "; still open: "), language.words(" te laat)", " late)"))
        var formula = "\"\(lead)\"&(\(met.formula ?? "0"))&\"\(open)\""
        var text = "\(lead)\(Int(met.value))\(open)"
        for (position, owner) in Self.owners.enumerated() {
            let (own, overdue) = (commitments(owner, .open), commitments(owner, .overdue))
            let name = (position > 0 ? ", " : "") + owner.name[language] + " "
            let (ownFormula, lateFormula) = (own.formula ?? "0", overdue.formula ?? "0")
            formula += "&\"\(name)\"&(\(ownFormula))&IF((\(lateFormula))>0,\" (\"&(\(lateFormula))&\"\(late)\",\"\")"
            text += "\(name)\(Int(own.value))" + (overdue.value > 0 ? " (\(Int(overdue.value))\(late)" : "")
        }
        return (formula, text)
    }
}
