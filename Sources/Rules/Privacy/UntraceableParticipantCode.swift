import Intake
import SocialReturnModel

/// A participant code does not lead back to a person: it holds no date, no initials with a year, no long number and no name.
///
/// A code that surely is a name is masked while it is read, and is the matter of AVG-03.
enum UntraceableParticipantCode: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-10", since: .v2026_1, .warning, level: .cell, basis: .own, column: .of(\Placement.participant),
        needs: [.table(.placements)],
        traits: [.aboutPrivacy],
        name: Text(nl: "Deelnemercode herleidbaar", en: "Participant code traceable"),
        message: Text(
            nl: "In de deelnemercode lijkt een datum te zitten.", en: "The participant code seems to hold a date."),
        remedy: Text(
            nl: "Maak een code zonder betekenis, bijvoorbeeld D-0001.",
            en: "Make a code without meaning, such as D-0001."),
        why: Text(
            nl: "Met een code die iets over iemand zegt, is die persoon toch te herkennen.",
            en: "A code that says something of a person makes that person recognisable after all."),
        examples: [
            .triggers("inzet: deelnemercode=12-03-1985"),
            .triggers("inzet: deelnemercode=JJ1985"),
            .triggers("inzet: deelnemercode=87654321"),
            .triggers("inzet: deelnemercode=Fatima03"),
            .passes("inzet: deelnemercode=D-0001"),
            .passes("inzet: deelnemercode=PW-2026-014"),
        ])

    static let variants = [
        Text(
            nl: "In de deelnemercode lijken voorletters met een geboortejaar te zitten.",
            en: "The participant code seems to hold initials with a year of birth."),
        Text(
            nl: "De deelnemercode heeft een getal van acht of negen cijfers, net zo lang als een BSN.",
            en: "The participant code has a number of eight or nine digits, as long as a BSN."),
        Text(
            nl: "In de deelnemercode lijkt een naam te zitten.", en: "The participant code seems to hold a name."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.participant)
        var names = PseudonymCheck.NameMemory()
        var verdicts = [Verdict](repeating: .open, count: context.submission.symbols.count)
        for index in table.rows.indices {
            guard let code = table.rows[index].participant else { continue }
            if case .open = verdicts[Int(code.rawValue)] {
                var text = context.submission.symbols[code]
                let trace = text.withUTF8 { PseudonymCheck.trace(in: $0, &names) }
                verdicts[Int(code.rawValue)] = trace.map(Verdict.traceable) ?? .meaningless
            }
            guard case .traceable(let trace) = verdicts[Int(code.rawValue)] else { continue }
            report.found(at: table.place(index, column), variant: trace.variant)
        }
    }

    /// What is known of a code; each is looked at once.
    private enum Verdict {
        case open, meaningless
        case traceable(PseudonymCheck.Trace)
    }
}

extension PseudonymCheck.Trace {
    fileprivate var variant: UInt8 {
        switch self {
        case .date: 0
        case .initialsAndYear: 1
        case .longNumber: 2
        case .name: 3
        }
    }
}
