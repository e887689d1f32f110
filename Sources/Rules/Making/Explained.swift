import Intake
import SocialReturnModel

/// What a supplier explained in the row is no question to the supplier any more, but something for the contract manager to read.
///
/// Rules whose remedy asks for an explanation say so with ``RuleTrait/settledByExplanation``, or with ``RuleTrait/settledByAnswer``. Their findings in rows with an explanation are
/// marked in the number of their wording, so that they are a cause of their own wherever causes are counted.
enum Explained {
    /// The bit of ``Finding/variant`` that marks such a finding.
    static let mark: UInt8 = 0x80
    private static let column = Placement.table.name(of: \.explanation)

    /// What the contract manager can do about it.
    static let remedy = Text(
        nl:
            "De leverancier heeft dit toegelicht. Lees de toelichting of het antwoord bij deze rij, en bespreek wat onduidelijk blijft.",
        en:
            "The supplier has explained this. Read the explanation or the answer beside this row, and discuss what remains unclear."
    )

    private enum Settling {
        case never, byAnswer, byExplanation
    }

    /// What settles the findings of a rule: asked of every finding, and so looked up only once.
    private static let settling = PerRule<Settling> { entry in
        entry.facts.has(.settledByExplanation)
            ? .byExplanation : entry.facts.has(.settledByAnswer) ? .byAnswer : .never
    }

    /// Marks the findings in rows with an explanation, or with an answer in feedback that came back, except errors: their row does not count until it is changed.
    static func mark(_ findings: inout Findings, _ context: RuleContext) {
        for index in findings.all.indices {
            let finding = findings.all[index]
            let settling = Self.settling[finding.rule]
            guard settling != .never, finding.place.isInRow, finding.severity < .error,
                let source = context.source(of: finding.place.table),
                settling == .byExplanation && isExplained(finding.place, source)
                    || !source.remarks.answers(at: finding.place).isEmpty
            else { continue }
            findings.all[index] = Finding(
                rule: finding.rule, severity: finding.severity, variant: finding.variant | mark, place: finding.place,
                detail: finding.detail)
        }
    }

    /// Whether the column with explanations holds one in the row at `place`.
    private static func isExplained(_ place: Place, _ source: SourceTable) -> Bool {
        guard let position = source.facts.index(of: column) else { return false }
        var place = place
        place.column = .known(position)
        return source.text(at: place).map { !NothingWord.fills($0) } ?? false
    }
}

extension Finding {
    /// Whether the supplier explained in the row what was found.
    public var isExplained: Bool { variant & Explained.mark != 0 }

    /// Who can do something about it.
    public var audience: Audience { Catalogue.audience(ofRule: rule, variant: variant) }
}

extension Catalogue {
    /// Who can do something about findings of the rule at `rule` in the wording `variant`.
    public static func audience(ofRule rule: Int16, variant: UInt8) -> Audience {
        if variant & Explained.mark != 0 { return .contractManager }
        let audiences = audienceOfWording[rule]
        return audiences[Int(variant) < audiences.count ? Int(variant) : 0]
    }

    /// Whether the rule at `rule` has a wording about which a supplier can do something.
    static func concernsSupplier(_ rule: Int16) -> Bool { audienceOfWording[rule].contains(.supplier) }

    /// For each rule whose its wordings are: asked of every finding.
    private static let audienceOfWording = PerRule<[Audience]> { entry in
        (0...(entry.audiences.keys.max() ?? 0)).map { entry.audiences[$0] ?? entry.facts.audience }
    }
}
