import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let response = MinistrySheet(
        "Respons", at: 30,
        meaning: Text(
            nl: "Per contract en periode: verwacht, ontvangen, afgekeurd, ontbreekt.",
            en: "For each contract and period: expected, received, rejected, missing."),
        count: { $0.picture.response?.lines.count ?? 0 }
    ) { .response($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Respons*: what was expected of each contract and period, and what came in. The denominator of every trend. A column a period says of
    /// each row how its contract stands then: filtered on one period, the sheet is a matrix of contracts and periods.
    static func response(_ overview: Overview) -> SheetDefinition {
        let periods = ResponseByPeriod(overview)
        return SheetDefinition(
            name: MinistrySheet.response.name, title: Text(nl: "Respons", en: "Response"),
            explanation: Text(
                nl:
                    "Per contract en periode wat het register verwacht en wat er kwam; wat niet in orde is, staat boven. Filter op één periode: dan staat elk contract er één keer, met rechts al zijn perioden.",
                en:
                    "For each contract and period what the register expects and what came in; what is not in order comes first. Filter on one period: then each contract is there once, with all its periods at the right."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 14...22) { line, _ in
                    .text(line.answer?.contract)
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "titel", width: 16...20, .wrapped) { line, _ in
                    .text(line.answer?.title)
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "naam", width: 18...24, .wrapped) { line, _ in
                    .text(line.answer?.supplierName)
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...24) { line, _ in
                    .text(line.answer?.period.period.description)
                },
                SheetColumn(Text(nl: "Stand", en: "Status"), key: "stand", width: 15...18) { line, language in
                    line.answer?.state.cell(language) ?? .empty
                },
                SheetColumn(Text(nl: "Uiterlijk", en: "Due"), key: "uiterlijk", width: 13...13, .day) { line, _ in
                    .day(line.answer?.due)
                },
                SheetColumn(Text(nl: "Ontvangen", en: "Received"), key: "ontvangen", width: 13...13, .day) { line, _ in
                    .day(line.answer?.receivedOn)
                },
                SheetColumn(Text(nl: "Dagen te laat", en: "Days late"), key: "dagen", width: 10...12, .integer) {
                    line, _ in
                    .integer(line.answer?.daysLate)
                },
            ]
                + periods.shown.map { period in
                    SheetColumn(Text(verbatim: period.description), key: period.description, width: 15...18) {
                        line, language in
                        line.answer.flatMap { periods.state(of: $0.contract, period) }?.cell(language) ?? .empty
                    }
                } + [
                    SheetColumn(Text(nl: "Rapportage", en: "Report"), key: "rapportage", width: 20...36) { line, _ in
                        .text(line.answer?.report)
                    },
                    SheetColumn(Text(nl: "Opmerking", en: "Remark"), key: "opmerking", width: 40...60, .wrapped) {
                        line, language in
                        // Of what came in nobody needs the last day any more.
                        .text(
                            line.answer.map { answer in
                                answer.notes.filter { $0 != .dueUnknown || answer.report == nil }
                                    .map { $0.text[language] }.joined(separator: " ")
                            })
                    },
                ])
    }
}

/// How each contract stands in each period, as far as a report was expected.
private struct ResponseByPeriod: Sendable {
    private struct Key: Hashable {
        let contract: String
        let period: ReportingPeriod
    }

    /// More columns than this nobody reads beside each other.
    private static let most = 8

    /// The last periods of which something was expected, the earliest first.
    let shown: [ReportingPeriod]
    private let states: [Key: ResponseState]

    init(_ overview: Overview) {
        let expected = (overview.picture.response?.lines ?? []).filter(\.isExpected)
        states = Dictionary(expected.map { (Key(contract: $0.contract, period: $0.period.period), $0.state) }) {
            first, _ in first
        }
        let all = Set(expected.map(\.period.period)).sorted { ($0.end, $0.start) < ($1.end, $1.start) }
        shown = Array(all.suffix(Self.most))
    }

    /// How `contract` stands in `period`; nil where nothing was expected.
    func state(of contract: String, _ period: ReportingPeriod) -> ResponseState? {
        states[Key(contract: contract, period: period)]
    }
}

extension ResponseState {
    /// The state as a cell: symbol, word and tint.
    fileprivate func cell(_ language: Language) -> Cell {
        let (symbol, look): (String, CellStyle) =
            switch self {
            case .late, .missing: ("▲", .warning)
            case .rejected: ("●", .error)
            case .notYet, .received: ("○", .information)
            case .approved: ("✓", .good)
            case .replaced: ("◆", .signal)
            }
        return .text("\(symbol) \(name[language])", look)
    }
}

extension MinistryLine {
    fileprivate var answer: ResponseLine? {
        ministry.responseLines.indices.contains(index) ? ministry.responseLines[index] : nil
    }
}
