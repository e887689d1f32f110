import SocialReturnModel

/// What a report asks of its supplier.
public enum SupplierRequest: Sendable, Hashable {
    /// Nothing at all.
    case nothing
    /// Nothing to send back: there is something to talk about.
    case conversation
    /// A correction or an answer where the supplier has one; the report can be used as it is.
    case explanation
    /// A correction.
    case correction
}

extension SupplierView {
    /// What is asked of the supplier.
    public var request: SupplierRequest {
        switch causes.map(\.group.severity).max() {
        case nil: .nothing
        case .signal: .conversation
        case .warning: .explanation
        case .error: .correction
        }
    }

    /// How many points there are, in a sentence or two.
    public var counts: Text {
        let toCorrect = causes.count { $0.group.severity == .error }
        let toDiscuss = causes.count - toCorrect
        func points(_ count: Int) -> Text {
            count == 1 ? Text(nl: "1 punt", en: "1 point") : Text(nl: "\(count) punten", en: "\(count) points")
        }
        let (first, second) = (points(toCorrect), points(toDiscuss))
        let hint = causes.contains { $0.group.count > 1 }
        return Text(
            nl: "Te herstellen: \(first.nl). Te bespreken: \(second.nl)."
                + (hint ? " Eén punt is één oorzaak; met één aanpassing lost u vaak veel rijen tegelijk op." : ""),
            en: "To correct: \(first.en). To discuss: \(second.en)."
                + (hint ? " One point is one cause; one change often solves many rows at once." : ""))
    }

    /// What `status` means for the supplier, given what is asked.
    public func meaning(of status: SubmissionStatus) -> Text {
        guard status == .approvedWithRemarks else { return status.supplierMeaning }
        switch request {
        case .nothing, .conversation:
            return Text(
                nl:
                    "Wij kunnen uw rapportage gebruiken. Uw contractmanager kijkt nog naar een paar punten; u hoeft niets te doen.",
                en: "We can use your report. Your contract manager still looks at a few points; no action is needed.")
        case .explanation:
            return Text(
                nl: "Wij kunnen uw rapportage gebruiken. Er is nog iets om samen te bespreken.",
                en: "We can use your report. There is something left to discuss.")
        case .correction: return status.supplierMeaning
        }
    }
}
