import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

/// A figure on placements: what it is called, and how it is shown.
struct FigureKind: Sendable {
    /// What formulas know its column by.
    let key: String
    /// The heading.
    let heading: Text
    /// The decimals of ``raw``.
    let decimals: Int
    /// How it looks.
    let look: CellStyle
    /// The figure, in units of ``decimals`` decimals.
    let raw: @Sendable (Figures) -> Int64?

    static let persons = FigureKind(
        key: "personen", heading: Text(nl: "Personen", en: "Persons"), decimals: 0, look: .integer,
        raw: { Int64($0.persons) })
    static let placements = FigureKind(
        key: "plekken", heading: Text(nl: "Plekken", en: "Places"), decimals: 0, look: .integer,
        raw: { Int64($0.placements) })
    static let fte = FigureKind(
        key: "fte", heading: Text(nl: "Fte gemiddeld", en: "Average FTE"), decimals: 4, look: .fullTime,
        raw: { $0.fullTimeEquivalents?.tenThousandths })
    static let hours = FigureKind(
        key: "uren", heading: Text(nl: "Gewerkte uren", en: "Hours worked"), decimals: 4, look: .hours,
        raw: { $0.hours?.tenThousandths })
    static let permanentJobs = FigureKind(
        key: "vast_werk", heading: Text(nl: "Vast werk", en: "Permanent job"), decimals: 0, look: .integer,
        raw: { Int64($0.permanentJobs) })
    static let permanentContracts = FigureKind(
        key: "onbepaald", heading: Text(nl: "Onbepaalde tijd", en: "Permanent contract"), decimals: 0, look: .integer,
        raw: { Int64($0.permanentContracts) })
    static let value = FigureKind(
        key: "waarde", heading: Text(nl: "Waarde inzet", en: "Value of placements"), decimals: 2, look: .wholeEuros,
        raw: { $0.value?.rawValue })

    /// The figures that most sheets show.
    static let standard = [persons, placements, fte, hours, permanentJobs, permanentContracts]

    /// The cell of a figure that is not calculated from others.
    func cell(_ figures: Figures, _ ministry: Ministry) -> Cell { plain(raw(figures), ministry) }

    /// The cell of a figure that `lines` add up to: a formula where they do, a number where persons count once that stand in more, or where
    /// rounded figures do not add up.
    func cell(_ figures: Figures, _ ministry: Ministry, sumOf lines: SummedLines) -> Cell {
        guard let value = raw(figures) else { return plain(nil, ministry) }
        guard let formula = formula(value, ministry, lines) else { return plain(value, ministry) }
        return .formula(formula, .scaled(value, decimals: decimals))
    }

    /// The formula; nil where the lines do not add up to `value`.
    func formula(_ value: Int64, _ ministry: Ministry, _ lines: SummedLines) -> String? {
        let sum = lines.lines.reduce(Int64(0)) { $0.addingWithinRange(raw(lines.figures($1)) ?? 0) }
        guard !lines.lines.isEmpty, sum == value, let formula = ministry.extents[lines.sheet]?.sum(key, of: lines)
        else { return nil }
        return decimals == 0 ? formula : "ROUND(\(formula),\(decimals))"
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
}

extension SheetColumn<MinistryLine> {
    /// A column of figures.
    static func figure(_ kind: FigureKind, _ cell: @escaping @Sendable (MinistryLine, FigureKind) -> Cell)
        -> SheetColumn
    {
        SheetColumn(kind.heading, key: kind.key, width: 12...16, kind.look) { line, _ in cell(line, kind) }
    }
}
