import Consolidations
import SocialReturnModel
import Spreadsheets
import Valuations
import Workbooks

extension MinistrySheet {
    static let tables = MinistrySheet(
        "Elders", at: 110,
        meaning: Text(
            nl: "Wat dezelfde inzet waard is volgens andere gemeenten, en wat zij anders belonen.",
            en: "What the same efforts are worth by other municipalities, and what they reward differently."),
        count: { $0.tableLines.count }
    ) { .tables($0).beginning(with: ["indeling", "wat"] + $0.comparedTables.map(\.id)) }
}

extension SheetDefinition<MinistryLine> {
    /// *Elders*: the same efforts under the table of each municipality or region. The columns are those of the overview's tables.
    static func tables(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.tables.name, title: Text(nl: "Elders", en: "Elsewhere"),
            explanation: Text(
                nl:
                    "Wat dezelfde inzet waard is volgens de tabellen van gemeenten en regio's. Om van te leren: het telt nergens in mee. Een cel zonder bouwblok is geen 0.",
                en:
                    "What the same efforts are worth by the tables of municipalities and regions. To learn from: it counts in nothing. A cell without a building block is not 0."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Indeling", en: "Division"), key: "indeling", width: 12...14) { line, language in
                    line.tablesKind(language)
                },
                SheetColumn(Text(nl: "Wat", en: "What"), key: "wat", width: 26...36, .wrapped) { line, language in
                    line.tablesName(language)
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 18...28, .wrapped) {
                    line, _ in
                    .text(line.tablesContract?.supplierName)
                },
                SheetColumn(
                    Text(nl: "Tabel van het contract", en: "Table of the contract"), key: "tabel", width: 16...24
                ) { line, language in
                    guard let contract = line.tablesContract else { return .empty }
                    return .text(
                        contract.facts.terms?.tableInUse?.shownID[language] ?? Text(nl: "geen", en: "none")[language])
                },
            ]
                + overview.comparedTables.enumerated().map { index, table in
                    SheetColumn(table.comparedHeading, key: table.id, width: 18.5...18.5, .wholeEuros) {
                        line, language in
                        switch line.tables.cells[index] {
                        case .amount(.zero) where line.tables.kind == .waiting: return .empty
                        case .amount(let amount):
                            return .euros(amount, line.tables.kind == .total ? .totalWholeEuros : nil)
                        case .waiting(let amount):
                            return .text(
                                Text(nl: "in overleg: ", en: "in consultation: ")[language]
                                    + amount.wholeEuros(language), .muted)
                        case .noBlock:
                            return .text(Text(nl: "geen bouwblok", en: "no building block")[language], .muted)
                        case .unknown: return .text(Text(nl: "niet te zeggen", en: "cannot be told")[language], .muted)
                        case .difference(let difference): return .text(difference.text(language), .muted)
                        }
                    }
                })
    }
}

extension MinistryLine {
    fileprivate var tables: TablesLine { overview.tableLines[index] }

    fileprivate var tablesContract: ContractLine? {
        guard case .contract(let position) = tables.kind else { return nil }
        return overview.contracts[position]
    }

    fileprivate func tablesKind(_ language: Language) -> Cell {
        switch tables.kind {
        case .total: .text(Text(nl: "Totaal", en: "Total")[language], .strong)
        case .waiting: .text(Text(nl: "In overleg", en: "Waiting")[language])
        case .difference: .text(Text(nl: "Verschil", en: "Difference")[language])
        case .part: .text(Text(nl: "Onderdeel", en: "Part")[language])
        case .contract: .text(Text(nl: "Contract", en: "Contract")[language])
        }
    }

    fileprivate func tablesName(_ language: Language) -> Cell {
        switch tables.kind {
        case .total: .text(Text(nl: "Alle contracten samen", en: "All contracts together")[language], .strong)
        case .waiting:
            .text(
                Text(
                    nl: "Telt pas als de opdrachtgever het accepteert", en: "Counts when the client accepts it")[
                        language])
        case .difference:
            .text(Text(nl: "Wat deze tabel anders beloont", en: "What this table rewards differently")[language])
        case .part(let part): .text(part.name[language].uppercasedFirst)
        case .contract(let position): .text(ministry.name(ofContract: position))
        }
    }
}
