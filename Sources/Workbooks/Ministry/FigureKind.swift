import Consolidations
import SocialReturnModel
import Spreadsheets

/// A figure on placements: what it is called, and how it is shown.
struct FigureKind: Sendable {
    /// What formulas know its column by.
    let key: String
    /// The heading.
    let heading: Text
    /// The decimals of ``raw``.
    let decimals: Int
    /// How it looks.
    let look: Look
    /// The figure, in units of ``decimals`` decimals.
    let raw: @Sendable (Figures) -> Int64?
    /// Whether it may be shown.
    let visibility: @Sendable (ShownFigures) -> ShieldedTable.Visibility

    static let persons = FigureKind(
        key: "personen", heading: Text(nl: "Personen", en: "Persons"), decimals: 0, look: .integer,
        raw: { Int64($0.persons) }, visibility: \.persons)
    static let placements = FigureKind(
        key: "plekken", heading: Text(nl: "Plekken", en: "Places"), decimals: 0, look: .integer,
        raw: { Int64($0.placements) }, visibility: \.persons)
    static let fte = FigureKind(
        key: "fte", heading: Text(nl: "Fte", en: "FTE"), decimals: 4, look: .fullTime,
        raw: { $0.fullTimeEquivalents?.tenThousandths }, visibility: \.persons)
    static let hours = FigureKind(
        key: "uren", heading: Text(nl: "Gewerkte uren", en: "Hours worked"), decimals: 4, look: .hours,
        raw: { $0.hours?.tenThousandths }, visibility: \.persons)
    static let permanentJobs = FigureKind(
        key: "vast_werk", heading: Text(nl: "Vast werk", en: "Permanent job"), decimals: 0, look: .integer,
        raw: { Int64($0.permanentJobs) }, visibility: \.permanentJobs)
    static let permanentContracts = FigureKind(
        key: "onbepaald", heading: Text(nl: "Onbepaalde tijd", en: "Permanent contract"), decimals: 0, look: .integer,
        raw: { Int64($0.permanentContracts) }, visibility: \.permanentContracts)
    static let value = FigureKind(
        key: "waarde", heading: Text(nl: "Waarde inzet", en: "Value of placements"), decimals: 2, look: .euros,
        raw: { $0.value?.rawValue }, visibility: \.euros)

    /// The figures that most sheets show.
    static let standard = [persons, placements, fte, hours, permanentJobs, permanentContracts]

    /// The cell of a figure that is not calculated from others.
    func cell(_ shown: ShownFigures, _ ministry: Ministry) -> Cell {
        if let hidden = hidden(shown, ministry) { return hidden }
        return plain(raw(shown.figures), ministry)
    }

    /// The cell of a figure that `lines` add up to: a formula where they do, a number where persons count once that stand in more.
    func cell(_ shown: ShownFigures, _ ministry: Ministry, sumOf lines: SummedLines) -> Cell {
        if let hidden = hidden(shown, ministry) { return hidden }
        guard let value = raw(shown.figures) else { return plain(nil, ministry) }
        guard let formula = formula(value, ministry, lines) else { return plain(value, ministry) }
        return .formula(formula, .scaled(value, decimals: decimals))
    }

    /// What stands in place of the figure; nil when it is shown.
    func hidden(_ shown: ShownFigures, _ ministry: Ministry) -> Cell? {
        switch visibility(shown) {
        case .shown: nil
        case .small where decimals == 0 && key != Self.placements.key:
            .text("<\(ministry.overview.smallestGroup)", .shielded)
        case .small, .shielded: ministry.shielded
        }
    }

    /// The formula; nil where the lines do not add up to `value`, or none of them is shown.
    func formula(_ value: Int64, _ ministry: Ministry, _ lines: SummedLines) -> String? {
        var (shownSum, hiddenSum, shownCount) = (Int64(0), Int64(0), 0)
        for line in lines.lines {
            let shown = lines.shown(line)
            let raw = raw(shown.figures) ?? 0
            if visibility(shown) == .shown {
                shownSum = shownSum.addingWithinRange(raw)
                shownCount += 1
            } else {
                hiddenSum = hiddenSum.addingWithinRange(raw)
            }
        }
        guard shownCount > 0, shownSum.addingWithinRange(hiddenSum) == value,
            let extent = ministry.extents[lines.sheet],
            let sum = extent.sum(key, of: lines)
        else { return nil }
        let whole = hiddenSum == 0 ? sum : "\(sum)+\(text(hiddenSum))"
        return decimals == 0 ? whole : "ROUND(\(whole),\(decimals))"
    }

    /// A number that nothing is calculated from; a word where it is not known.
    func plain(_ value: Int64?, _ ministry: Ministry) -> Cell {
        guard let value else { return .text(ministry.language == .dutch ? "onbekend" : "unknown", .muted) }
        return switch decimals {
        case 0: .integer(Int(value))
        case 2: .euros(Cents(value))
        default: .quantity(Quantity(tenThousandths: value))
        }
    }

    private func text(_ value: Int64) -> String {
        switch decimals {
        case 0: "\(value)"
        case 2: Cents(value).description
        default: Quantity(tenThousandths: value).description
        }
    }
}

extension Ministry {
    /// What stands in place of a figure that would give a small group away.
    var shielded: Cell { .text(shieldedText, .shielded) }

    /// The word for it.
    var shieldedText: String { language == .dutch ? "afgeschermd" : "shielded" }
}

extension SheetColumn<MinistryLine> {
    /// A column of figures.
    static func figure(_ kind: FigureKind, _ cell: @escaping @Sendable (MinistryLine, FigureKind) -> Cell)
        -> SheetColumn
    {
        SheetColumn(kind.heading, key: kind.key, width: 12...16, kind.look) { line, _ in cell(line, kind) }
    }
}
