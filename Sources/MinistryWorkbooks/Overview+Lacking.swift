import Consolidations
import SocialReturnModel

extension Overview {
    /// `explanation` with what the totals of fte and hours of a sheet lack: of a contract of which one is not known, it counts in no total,
    /// and a total does not show that by itself.
    func withWhatTotalsLack(_ explanation: Text) -> Text {
        let working = contracts.filter { $0.isReported && $0.figures.persons > 0 }
        let withoutFTE = working.count { $0.figures.fullTimeEquivalents == nil }
        let withoutHours = working.count { $0.figures.hours == nil }
        var text = explanation
        if withoutFTE > 0 {
            text = Text(
                nl: "\(text.nl) Fte: zonder \(withoutFTE) van \(working.count) contracten, waarvan de fte onbekend is.",
                en: "\(text.en) Fte: without \(withoutFTE) of \(working.count) contracts, of which the fte is unknown.")
        }
        if withoutHours > 0 {
            text = Text(
                nl:
                    "\(text.nl) Gewerkte uren: zonder \(withoutHours) van \(working.count) contracten, waarvan de uren onbekend zijn.",
                en:
                    "\(text.en) Hours worked: without \(withoutHours) of \(working.count) contracts, of which the hours are unknown."
            )
        }
        return text
    }
}
