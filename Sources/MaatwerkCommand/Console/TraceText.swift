import Exchange
import Inspection
import Maatwerk

/// What `trace` says on a terminal: the figure, then what it is made of, each step further in.
struct TraceText: TerminalText {
    let terminal: Terminal

    /// More rows of one figure than this are counted only; JSON has them all.
    private static let mostRows = 40
    /// More cells of a row than this are left to JSON.
    private static let mostFields = 5

    /// The lines. Quiet leaves out settings and files.
    func lines(_ trace: FigureTrace) -> [String] {
        var lines = figure(trace.figure, indent: "")
        guard !isQuiet else { return lines }
        if !trace.settings.isEmpty {
            lines += [""] + heading(words("Instellingen en tabellen", "Settings and tables"))
            lines += trace.settings.flatMap { wrapped($0.joined(separator: " · "), first: "  ") }
        }
        if !trace.origins.isEmpty {
            lines += [""] + heading(words("Herkomst", "Origin"))
            lines += trace.origins.flatMap { wrapped($0.joined(separator: " · "), first: "  ") }
            if trace.origins.contains(where: { $0.first?.hasPrefix("✓") == true }) {
                lines += wrapped(
                    words(
                        "Verder terug: maatwerk trace met de map van zo'n resultaat en een cel van zijn rapport.xlsx.",
                        "Further back: maatwerk trace with the folder of such a result and a cell of its rapport.xlsx."),
                    first: "  ")
            }
        }
        return lines
    }

    private func figure(_ figure: TracedFigure, indent: String) -> [String] {
        let place = figure.sheet.contains(" ") ? "'\(figure.sheet)'!\(figure.cells)" : "\(figure.sheet)!\(figure.cells)"
        let name = figure.label.isEmpty ? place : "\(place) (\(figure.label))"
        guard let value = figure.value else { return rows(of: figure, name, indent: indent) }
        var lines = wrapped("\(name): \(value)", first: indent)
        if indent.isEmpty { lines = lines.map { palette.paint($0, .bold) } }
        if figure.isShownAbove { return lines + wrapped(words("zie boven", "see above"), first: indent + "  ") }
        if let formula = figure.formula {
            lines += wrapped("= \(formula)", first: indent + "  ")
        } else if indent.isEmpty {
            lines += wrapped(
                words(
                    "Dit is geen formule: de waarde staat hier zoals zij is aangeleverd of afgerond.",
                    "This is no formula: the value stands here as it was delivered or rounded."), first: "  ")
        }
        return lines + figure.inputs.flatMap { self.figure($0, indent: indent + "  ") }
    }

    private func rows(of figure: TracedFigure, _ name: String, indent: String) -> [String] {
        let (counted, all) = (figure.rowsCounted, figure.rowsLookedAt)
        let of = words("\(number(counted)) van \(number(all))", "\(number(counted)) of \(number(all))")
        let noun = words(all == 1 ? "rij" : "rijen", all == 1 ? "row" : "rows")
        let verb =
            figure.choosesRows
            ? words("gekozen", "chosen")
            : words(counted == 1 ? "telt mee" : "tellen mee", counted == 1 ? "counts" : "count")
        var lines = wrapped("\(name): \(of) \(noun) \(verb)", first: indent)
        guard !figure.rows.isEmpty else { return lines }
        let left = counted - min(counted, Self.mostRows)
        if left > 0 {
            lines += wrapped(
                words(
                    "… en nog \(number(left)); alle met --format json",
                    "… and \(number(left)) more; all with --format json"),
                first: indent + "  ")
        }
        return lines
    }

    private func row(_ row: TracedRow, indent: String) -> [String] {
        var place = words("rij \(row.row) van dit blad", "row \(row.row) of this sheet")
        if let file = row.file, let number = row.deliveredRow {
            place = words("\(file) rij \(number)", "\(file) row \(number)")
        }
        let fields = row.fields.prefix(Self.mostFields).dropFirst(row.deliveredRow == nil ? 0 : 1).map(\.value)
        var text =
            "\(place): \(fields.joined(separator: " · ")) → \(row.value.isEmpty ? words("leeg", "empty") : row.value)"
        if !row.rules.isEmpty { text += " [\(row.rules.joined(separator: ", "))]" }
        var lines = wrapped(text, first: indent)
        if let formula = row.formula { lines += wrapped("= \(formula)", first: indent + "  ") }
        return lines + row.inputs.flatMap { figure($0, indent: indent + "  ") }
    }
}
