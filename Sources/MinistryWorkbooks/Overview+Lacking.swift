import Consolidations
import SocialReturnModel

extension Overview {
    /// `explanation` with what the totals of fte and hours of a sheet lack: of a contract of which one is not known, or of which it is known of
    /// some placements only, a total does not show that by itself.
    func withWhatTotalsLack(_ explanation: Text) -> Text {
        let working = contracts.filter { $0.isReported && $0.figures.persons > 0 }
        let withoutFTE = working.count { $0.figures.fullTimeEquivalents == nil }
        let withoutHours = working.count { $0.figures.hours == nil }
        var text = explanation
        if withoutFTE > 0 {
            let lacking = Self.contracts(withoutFTE, of: working.count)
            text = Text(
                nl: "\(text.nl) Fte: zonder \(lacking.nl), waarvan de fte onbekend is.",
                en: "\(text.en) FTE: without \(lacking.en), of which the FTE is unknown.")
        }
        if withoutHours > 0 {
            let lacking = Self.contracts(withoutHours, of: working.count)
            text = Text(
                nl: "\(text.nl) Gewerkte uren: zonder \(lacking.nl), waarvan de uren onbekend zijn.",
                en: "\(text.en) Hours worked: without \(lacking.en), of which the hours are unknown.")
        }
        return withWhatFiguresLack(text)
    }

    /// `explanation` with of how many contracts fte, hours or euros are of a part of the placements: a row of such a contract shows a figure
    /// like any other.
    func withWhatFiguresLack(_ explanation: Text) -> Text {
        let working = contracts.filter { $0.isReported && $0.figures.persons > 0 }
        let valued = working.filter { $0.realised != nil }
        var text = explanation
        func add(_ contracts: [ContractLine], _ part: Figures.Parts, nl: String, en: String) {
            let count = contracts.count { $0.figures.partly.contains(part) && $0.figures.isKnown(part) }
            guard count > 0 else { return }
            let lacking = Self.contracts(count, of: contracts.count)
            text = Text(
                nl: "\(text.nl) Bij \(lacking.nl) \(nl).", en: "\(text.en) In \(lacking.en) \(en).")
        }
        add(working, .fullTimeEquivalents, nl: "is een deel van de fte onbekend", en: "a part of the FTE is unknown")
        add(working, .hours, nl: "is een deel van de uren onbekend", en: "a part of the hours is unknown")
        add(
            valued, .value, nl: "met een bedrag is een deel van de inzet niet gewaardeerd",
            en: "with an amount a part of the placements is not valued")
        return text
    }

    /// So many contracts of all, in words.
    private static func contracts(_ count: Int, of all: Int) -> Text {
        if all == 1 { return Text(nl: "het enige contract", en: "the only contract") }
        if count == all { return Text(nl: "alle \(all) contracten", en: "all \(all) contracts") }
        return Text(nl: "\(count) van \(all) contracten", en: "\(count) of \(all) contracts")
    }
}

extension Figures {
    /// Whether anything is known of what `part` is of.
    fileprivate func isKnown(_ part: Parts) -> Bool {
        switch part {
        case .fullTimeEquivalents: fullTimeEquivalents != nil
        case .hours: hours != nil
        default: value != nil
        }
    }
}
