import Exchange
import Maatwerk

/// What `status` says on a terminal: a table with what is late first, why cells are empty, what is not expected, and one sentence.
struct StatusText: TerminalText {
    private let response: ReportingResponse
    let terminal: Terminal

    init(_ response: ReportingResponse, _ terminal: Terminal) { (self.response, self.terminal) = (response, terminal) }

    /// The lines. Quiet leaves out the reasons of empty cells and the contracts of which nothing is expected.
    func lines() -> [String] {
        let lines = response.linesByUrgency
        let blocks = [
            lines.isEmpty ? [] : table(lines), isQuiet ? [] : notes, unexpected, isQuiet ? [] : silent,
            heading(response.summary[language]),
        ]
        return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    /// What is told beside a table for programs: what is not expected, and of which contracts nothing is.
    var apart: [String] { Array([unexpected, silent].filter { !$0.isEmpty }.joined(separator: [""])) }

    // MARK: - The table

    /// A row of the table: contract, supplier, period, last day, state, days late.
    private typealias Row = (cells: [String], ink: TerminalPalette.Ink?)

    private static let supplierColumn = 1
    private static let gap = 2
    private static let widestContract = 18
    private static let widestPeriod = 14
    private static let narrowestSupplier = 6
    private static let dueColumn = 3

    private func table(_ lines: [ResponseLine]) -> [String] {
        let heading = [
            words("Contract", "Contract"), words("Leverancier", "Supplier"), words("Periode", "Period"),
            words("Uiterlijk", "Due"), words("Stand", "State"), words("Te laat", "Late"),
        ]
        var rows: [Row] = lines.map { (cells($0), ink($0.state)) }
        var headings: Row = (heading, .bold)
        var widths = heading.indices.map { column in
            ([heading] + rows.map(\.cells)).map { $0[column].count }.max() ?? 0
        }
        widths[0] = min(widths[0], Self.widestContract)
        widths[2] = min(widths[2], Self.widestPeriod)
        func room() -> Int {
            let others = widths.enumerated().reduce(0) { $0 + ($1.offset == Self.supplierColumn ? 0 : $1.element) }
            return width - others - Self.gap * (widths.count - 1)
        }
        // What is late says so by itself: on a narrow terminal the last day goes.
        if room() < Self.narrowestSupplier {
            widths.remove(at: Self.dueColumn)
            headings.cells.remove(at: Self.dueColumn)
            for index in rows.indices { rows[index].cells.remove(at: Self.dueColumn) }
        }
        widths[Self.supplierColumn] = min(widths[Self.supplierColumn], max(Self.narrowestSupplier, room()))
        return laidOut(headings, widths) + rows.flatMap { laidOut($0, widths) }
    }

    private func cells(_ line: ResponseLine) -> [String] {
        let supplier =
            line.supplierName.isEmpty ? line.supplier?.description ?? words("onbekend", "unknown") : line.supplierName
        let late = line.daysLate.flatMap { days in
            days > 0 ? "\(days) " + (days == 1 ? words("dag", "day") : words("dagen", "days")) : nil
        }
        return [
            line.contract, supplier, period(line.period.period), line.due?.formatted(language) ?? "",
            "\(symbol(line.state)) \(line.state.name[language])", late ?? "",
        ].map { VisibleText.escaped($0) }
    }

    /// The period, and of a whole term its last day.
    private func period(_ period: ReportingPeriod) -> String {
        let text = period.description
        return text.count <= Self.widestPeriod ? text : words("t/m ", "to ") + period.end.formatted(language)
    }

    /// A row in as many lines as its contract and period need. A supplier's name that does not fit is cut off, and says so.
    private func laidOut(_ row: Row, _ widths: [Int]) -> [String] {
        let parts = zip(row.cells, widths).enumerated().map { column, cell -> [String] in
            let (text, width) = cell
            guard text.count > width else { return [text] }
            if column == Self.supplierColumn { return [text.prefix(width - 1) + "…"] }
            var (rest, parts) = (Substring(text), [String]())
            while !rest.isEmpty {
                parts.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            return parts
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { line in
            let cells = zip(parts, widths).map { part, width in
                let text = line < part.count ? part[line] : ""
                return text + String(repeating: " ", count: max(0, width - text.count))
            }
            var text = cells.joined(separator: String(repeating: " ", count: Self.gap))
            while text.last == " " { text.removeLast() }
            return row.ink.map { palette.paint(text, $0) } ?? text
        }
    }

    private func symbol(_ state: ResponseState) -> String {
        switch state {
        case .late: "!"
        case .missing: "?"
        case .rejected: "✗"
        case .notYet: "·"
        case .received: "○"
        case .approved: "✓"
        case .replaced: "↻"
        }
    }

    private func ink(_ state: ResponseState) -> TerminalPalette.Ink? {
        switch state {
        case .late, .rejected: .red
        case .missing: .yellow
        case .notYet, .replaced: .dim
        case .received: nil
        case .approved: .green
        }
    }

    // MARK: - Below the table

    /// How many contracts are named beside a note.
    private static let mostContracts = 8

    /// Each note once, with what it is about.
    private var notes: [String] {
        var order: [ResponseNote] = []
        var places: [ResponseNote: [(contract: String, periods: [String])]] = [:]
        for line in response.lines {
            let period = period(line.period.period)
            for note in line.notes {
                if places[note] == nil { order.append(note) }
                // The lines of a contract follow each other.
                if let last = places[note]?.indices.last, places[note]?[last].contract == line.contract {
                    places[note]?[last].periods.append(period)
                } else {
                    places[note, default: []].append((line.contract, [period]))
                }
            }
        }
        return order.flatMap { note in
            let places = places[note] ?? []
            let list = places.prefix(Self.mostContracts).map {
                "\($0.contract) \($0.periods.joined(separator: ", "))"
            }
            let rest = places.count - list.count
            let more =
                rest > 0
                ? words("; en nog \(rest) \(rest == 1 ? "contract" : "contracten")", "; and \(rest) more") : ""
            return wrapped(
                note.text[language] + words(" Dit geldt voor ", " This is about ") + list.joined(separator: "; ") + more
                    + ".", first: "- ")
        }
    }

    private var unexpected: [String] {
        guard !response.unexpected.isEmpty else { return [] }
        let heading = words("Niet verwacht", "Not expected") + " (\(response.unexpected.count))"
        return [palette.paint(heading, .bold)]
            + response.unexpected.flatMap { report in
                let supplier =
                    report.supplierName.isEmpty ? report.supplier?.description : report.supplierName
                let facts = [supplier, report.contract, report.period?.description].compactMap(\.self)
                let about = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
                return wrapped("\(report.report)\(about): \(report.reason.text[language])", first: "- ")
            }
    }

    private var silent: [String] {
        guard !response.silentContracts.isEmpty else { return [] }
        let heading =
            words("Hiervan wordt nu niets verwacht", "Nothing is expected of these now")
            + " (\(response.silentContracts.count))"
        return [palette.paint(heading, .bold)]
            + response.silentContracts.flatMap { contract in
                wrapped("\(contract.contract): \(contract.reason.text[language])", first: "- ")
            }
    }
}
