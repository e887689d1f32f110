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
    ) { _ in .response }
}

extension SheetDefinition<MinistryLine> {
    /// *Respons*: what was expected of each contract and period, and what came in. The denominator of every trend.
    static var response: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.response.name, title: Text(nl: "Respons", en: "Response"),
            explanation: Text(
                nl:
                    "Per contract en periode wat het register verwacht en wat er kwam. Wat niet in orde is staat boven.",
                en:
                    "For each contract and period what the register expects and what came in. What is not in order comes first."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...22) { line, _ in
                    .text(line.answer?.contract)
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "titel", width: 22...34, .wrapped) { line, _ in
                    .text(line.answer?.title)
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "naam", width: 22...34, .wrapped) { line, _ in
                    .text(line.answer?.supplierName)
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...24) { line, _ in
                    .text(line.answer?.period.period.description)
                },
                SheetColumn(Text(nl: "Stand", en: "Status"), key: "stand", width: 16...18) { line, language in
                    guard let state = line.answer?.state else { return .empty }
                    let (symbol, look): (String, CellStyle) =
                        switch state {
                        case .late: ("▲", .warning)
                        case .missing: ("▲", .warning)
                        case .rejected: ("●", .error)
                        case .notYet, .received: ("○", .information)
                        case .approved: ("✓", .good)
                        case .replaced: ("◆", .signal)
                        }
                    return .text("\(symbol) \(state.name[language])", look)
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

extension MinistryLine {
    fileprivate var answer: ResponseLine? {
        ministry.responseLines.indices.contains(index) ? ministry.responseLines[index] : nil
    }
}
