import Consolidations
import SocialReturnModel
import Workbooks

extension MinistrySheet {
    static let clients = MinistrySheet(
        "Opdrachtgevers", at: 120,
        meaning: Text(nl: "De contracten per opdrachtgever.", en: "The contracts by client."),
        count: { $0.clients.count }
    ) { .clients($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Opdrachtgevers*: the contracts by client.
    static func clients(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.clients.name, title: Text(nl: "Opdrachtgevers", en: "Clients"),
            explanation: overview.withWhatTotalsLack(
                Text(
                    nl:
                        "De contracten per opdrachtgever, over alle gerapporteerde perioden. De rijen komen van Contracten.",
                    en: "The contracts by client, over all reported periods. The rows come from Contracten.")),
            columns: [
                SheetColumn(Text(nl: "Opdrachtgever (OIN)", en: "Client (OIN)"), key: "opdrachtgever", width: 24...28) {
                    line, _ in .text(Ministry.key(line.overview.clients[line.index].key))
                }
            ]
                + AggregateColumns(sheet: .clients, match: "opdrachtgever") { $0.overview.clients[$0.index] }
                .columns)
    }
}
