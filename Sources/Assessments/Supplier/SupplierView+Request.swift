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

    /// How many points there are, in a sentence or two. What there is to talk about may wait.
    public var counts: Text {
        let toCorrect = causes.count { $0.group.severity == .error }
        let toDiscuss = causes.count - toCorrect
        func points(_ count: Int) -> Text {
            count == 1 ? Text(nl: "1 punt", en: "1 point") : Text(nl: "\(count) punten", en: "\(count) points")
        }
        var sentences: [Text] = []
        if toCorrect > 0 {
            let points = points(toCorrect)
            sentences.append(Text(nl: "Te herstellen: \(points.nl).", en: "To correct: \(points.en)."))
        }
        if toDiscuss > 0 {
            let points = points(toDiscuss)
            sentences.append(
                toDiscuss == 1
                    ? Text(
                        nl: "Te bespreken: \(points.nl); dat mag wachten tot het volgende gesprek.",
                        en: "To discuss: \(points.en); it may wait for the next conversation.")
                    : Text(
                        nl: "Te bespreken: \(points.nl); die mogen wachten tot het volgende gesprek.",
                        en: "To discuss: \(points.en); they may wait for the next conversation."))
        }
        if causes.contains(where: { $0.group.count > 1 }) {
            sentences.append(
                Text(
                    nl: "Eén punt is één oorzaak; met één aanpassing lost u vaak veel rijen tegelijk op.",
                    en: "One point is one cause; one change often solves many rows at once."))
        }
        return Text(
            nl: sentences.map(\.nl).joined(separator: " "), en: sentences.map(\.en).joined(separator: " "))
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
