import Intake
import SocialReturnModel

/// A partner that works as subcontractor stands in the client's list of subcontractors, where the law or the contract asks for it.
///
/// The law asks it for works. It also asks it for services on site under direct supervision, and lets a contract extend it: the
/// register says so in `onderaannemers_melden`.
enum SubcontractorsListed: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-15", since: .v2026_2, .warning, level: .acrossTables, basis: .law, sources: ["AW-TXT"],
        column: .of(\SocialPurchase.partner),
        needs: [.register, .table(.purchases)],
        name: Text(nl: "Is deze onderaannemer gemeld?", en: "Has this subcontractor been reported?"),
        message: Text(
            nl:
                "Partner {value} is hier onderaannemer, maar staat voor dit contract niet in de lijst van onderaannemers.",
            en: "Partner {value} is a subcontractor here, but is not in the list of subcontractors of this contract."),
        remedy: Text(
            nl:
                "Meld de onderaannemer bij de contractmanager: naam, contactgegevens en wettelijke vertegenwoordigers. Zet "
                + "die gegevens niet in dit bestand.",
            en:
                "Report the subcontractor to the contract manager: name, contact data and legal representatives. Do not "
                + "put those data in this file."),
        why: Text(
            nl:
                "Bij een werk, en als het contract het vraagt, moet de opdrachtgever weten wie er als onderaannemer werkt.",
            en: "For works, and where the contract asks for it, the client must know who works as a subcontractor."),
        examples: [
            .triggers("contracten: soort_opdracht=werk", "sociale_inkoop: keten=onderaanneming"),
            .triggers("contracten: onderaannemers_melden=ja", "sociale_inkoop: keten=onderaanneming"),
            .triggers(
                "contracten: soort_opdracht=levering; onderaannemers_melden=ja", "sociale_inkoop: keten=onderaanneming"),
            // For works the law leaves no choice.
            .triggers(
                "contracten: soort_opdracht=werk; onderaannemers_melden=nee", "sociale_inkoop: keten=onderaanneming"),
            // Listed under another contract.
            .triggers(
                "contracten: soort_opdracht=werk", "sociale_inkoop: keten=onderaanneming",
                "onderaannemers:", "onderaannemers: contractnummer=BZK-2020-0001; kvk=90000001"),
            .passes("contracten: soort_opdracht=werk", "sociale_inkoop: keten=levering"),
            .passes("contracten: soort_opdracht=werk", "sociale_inkoop: keten=onderaanneming; partner_kvk=90000002"),
            .passes("contracten: soort_opdracht=levering", "sociale_inkoop: keten=onderaanneming"),
            .passes("contracten: onderaannemers_melden=nee", "sociale_inkoop: keten=onderaanneming"),
            // Not tested: nobody says whether the service is on site, or there is no list.
            .passes("sociale_inkoop: keten=onderaanneming"),
            .passes("contracten: soort_opdracht=werk", "-onderaannemers", "sociale_inkoop: keten=onderaanneming"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let listed = context.register?.subcontractors.map { list in
            Set(list.rows.compactMap { Listing($0.contract, $0.kvk) })
        }
        let column = ColumnReference(\SocialPurchase.partner)
        for index in table.acceptedIndices where table.rows[index].chainRole == .subcontracting {
            let row = table.rows[index]
            guard let listing = Listing(row.contract, row.partner), let contract = context.contract(row.contract),
                !(listed?.contains(listing) ?? false)
            else { continue }
            switch duty(of: contract) {
            case .none: continue
            case .unknown:
                report.notEvaluated(
                    Self.dutyUnknown, supply: Self.supplyOfDuty, by: .contractManager, isRegisterGap: true)
            case .listed where listed == nil:
                report.notEvaluated(Self.noList, supply: Self.supplyOfList, by: .contractManager, isRegisterGap: true)
            case .listed: report.found(at: table.place(index, column))
            }
        }
    }

    private struct Listing: Hashable {
        let contract: Symbol
        let organisation: KvKNumber

        init?(_ contract: Symbol?, _ organisation: KvKNumber?) {
            guard let contract, let organisation else { return nil }
            self.contract = contract
            self.organisation = organisation
        }
    }

    private enum Duty {
        case listed, none, unknown
    }

    private static func duty(of contract: Contract) -> Duty {
        if contract.orderKind == .works || contract.listsSubcontractors == .yes { return .listed }
        // Of a service only the contract tells whether it is done on site under direct supervision.
        return contract.orderKind == .service && contract.listsSubcontractors != .no ? .unknown : .none
    }

    private static let dutyUnknown = Text(
        nl:
            "Het register zegt niet of de leverancier bij deze dienst onderaannemers moet opgeven. Vul in contracten.csv de "
            + "kolom onderaannemers_melden in.",
        en:
            "The register does not say whether the supplier must name subcontractors for this service. Fill in the column "
            + "onderaannemers_melden in contracten.csv.")
    private static let supplyOfDuty = Text(
        nl: "Kijk in het contract of de aanbesteding, en vul ja of nee in.",
        en: "Look in the contract or the tender, and fill in ja or nee.")
    private static let supplyOfList = Text(
        nl: "Zet de onderaannemers die de leverancier opgaf in onderaannemers.csv van het register.",
        en: "Put the subcontractors that the supplier named into onderaannemers.csv of the register.")
    private static let noList = Text(
        nl: "Het register heeft geen lijst van onderaannemers (onderaannemers.csv).",
        en: "The register has no list of subcontractors (onderaannemers.csv).")
}
