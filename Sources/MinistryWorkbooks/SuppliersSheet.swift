import Consolidations
import SocialReturnModel
import Workbooks

extension MinistrySheet {
    static let suppliers = MinistrySheet(
        "Leveranciers", at: 140,
        meaning: Text(
            nl: "De contracten per leverancier, met de stand van de laatste rapportage.",
            en: "The contracts by supplier, with the state of the last report."),
        count: { $0.suppliers.count }
    ) { .suppliers($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Leveranciers*: the contracts by supplier, and how the supplier reports.
    static func suppliers(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.suppliers.name, title: Text(nl: "Leveranciers", en: "Suppliers"),
            explanation: overview.withWhatTotalsLack(
                Text(
                    nl: "De contracten per leverancier, met de laatste rapportage. De rijen komen van Contracten.",
                    en: "The contracts by supplier, with the last report. The rows come from Contracten.")),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "KvK-nummer", en: "KvK number"), key: "leverancier", width: 13...15) { line, _ in
                    .text(Ministry.key(line.overview.suppliers[line.index].key))
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "naam", width: 22...40) { line, _ in
                    .text(line.overview.suppliers[line.index].name)
                },
                SheetColumn(Text(nl: "Laatste periode", en: "Last period"), key: "periode", width: 12...24) { line, _ in
                    .text(line.lastReport?.period?.description)
                },
                SheetColumn(Text(nl: "Status", en: "Status"), key: "status", width: 18...30, .wrapped) {
                    line, language in
                    .text(line.lastReport?.status.name[language])
                },
                SheetColumn(Text(nl: "Fouten", en: "Errors"), key: "fouten", width: 9...12, .integer) { line, _ in
                    .integer(line.lastReport.map { $0.count("fout") })
                },
                SheetColumn(Text(nl: "Waarschuwingen", en: "Warnings"), key: "waarschuwingen", width: 9...18, .integer)
                {
                    line, _ in .integer(line.lastReport.map { $0.count("waarschuwing") })
                },
            ]
                + AggregateColumns(sheet: .suppliers, match: "leverancier") { $0.overview.suppliers[$0.index] }
                .columns)
    }
}

extension MinistryLine {
    /// The last report that counts of the supplier on this line.
    fileprivate var lastReport: SubmissionAggregate? {
        ministry.lastReports[overview.suppliers[index].key].map { overview.digests[$0] }
    }
}

extension SubmissionAggregate {
    /// How many findings have this severity.
    fileprivate func count(_ severity: String) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }
}

extension DigestStatus {
    /// The status as people read it.
    var name: Text {
        switch self {
        case .received: Text(nl: "ontvangen", en: "received")
        case .rejected: Text(nl: "afgekeurd", en: "rejected")
        case .approvedWithRemarks: Text(nl: "goedgekeurd met opmerkingen", en: "approved with remarks")
        case .approved: Text(nl: "goedgekeurd", en: "approved")
        }
    }
}
