/// One contract, as the procurement department knows it: a row of `contracten.csv` in the register.
public struct Contract: TableRow {
    /// Column `contractnummer`.
    public var id: Symbol?
    /// Column `titel`.
    public var title = TextCell.empty
    /// Column `opdrachtgever_oin`.
    public var clientOIN = TextCell.empty
    /// Column `categorie`.
    public var category: Symbol?
    /// Column `leverancier_kvk`.
    public var supplier: KvKNumber?
    /// Column `soort_opdracht`.
    public var orderKind: OrderKind?
    /// Column `cpv`.
    public var cpv = TextCell.empty
    /// Column `tenderned_kenmerk`.
    public var tenderReference = TextCell.empty
    /// Column `publicatiedatum`.
    public var publicationDate: Day?
    /// Column `gunningsdatum`.
    public var awardDate: Day?
    /// Column `ingangsdatum`.
    public var start: Day?
    /// Column `einddatum`.
    public var end: Day?
    /// Column `contractwaarde`, in euros, excluding VAT.
    public var value: Cents?
    /// Column `regime`.
    public var regime: Regime?
    /// Column `voorbehoud`.
    public var reservation: Reservation?
    /// Column `contractmanager`.
    public var manager = TextCell.empty
    /// Column `rapportagefrequentie`.
    public var reportingFrequency: ReportingFrequency?
    /// Column `bewaren_tot`.
    public var keepUntil: Day?
    /// Column `voorbehoud_aankondiging`.
    public var noticeReservation: NoticeReservation?
    /// Column `voorbehoud_uitvoering`.
    public var executionReserved: YesNo?
    /// Column `onderaannemers_melden`.
    public var listsSubcontractors: YesNo?
    /// Column `aanvaard_bewijs`.
    public var acceptedEvidence = CodeSet<EvidenceKind>()
    /// Column `plan_uiterlijk_op`.
    public var planDue: Day?
    /// Column `plan_ontvangen_op`.
    public var planReceived: Day?
    /// Column `rapportage_binnen_dagen`, in days after the period's end.
    public var reportWithinDays: Quantity?
    /// Column `verlengd_op`.
    public var extendedOn: Day?
    /// Column `raamovereenkomst`.
    public var framework: Symbol?
    /// Column `percelen`.
    public var lots = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Contract>(
        .contracts, .register, at: 10, file: "contracten.csv",
        title: Text(nl: "Contracten", en: "Contracts"),
        meaning: Text(
            nl: "Eén rij is één overeenkomst, zoals inkoop die kent.",
            en: "One row is one contract, as the procurement department knows it."),
        columns: [
            .contract(
                \.id,
                nl: "Het unieke nummer van de overeenkomst.", en: "The unique number of the contract."),
            .text(
                "titel", \.title, required: true, also: ["contractnaam", "omschrijving", "naam contract", "onderwerp"],
                example: "Sanitaire supplies",
                nl: "De naam van de overeenkomst.", en: "The name of the contract."),
            .text(
                "opdrachtgever_oin", \.clientOIN, privacy: .organisation,
                also: ["oin", "oin opdrachtgever", "opdrachtgever"], example: "00000001001234567000",
                nl: "Het organisatie-identificatienummer van de opdrachtgever.",
                en: "The organisation identification number of the client."),
            .identifier(
                "categorie", \.category, required: true, privacy: .plain, also: ["inkoopcategorie", "categoriecode"],
                example: "SCHOONMAAK",
                nl: "De inkoopcategorie van het Rijk.", en: "The procurement category of the State."),
            .kvk(
                "leverancier_kvk", \.supplier, required: true,
                also: ["kvk", "kvknummer", "kvk leverancier", "leverancier"], example: "12345678",
                nl: "Het KvK-nummer van de leverancier.", en: "The KvK number of the supplier."),
            .code(
                "soort_opdracht", \.orderKind, required: true, also: ["soort", "type opdracht", "opdrachtsoort"],
                example: "levering",
                nl: "Levering, dienst of werk.", en: "Supply, service or works."),
            .text(
                "cpv", \.cpv, privacy: .organisation, also: ["cpv-code"], example: "33700000-7",
                nl: "De CPV-code van de aanbesteding.", en: "The CPV code of the tender."),
            .text(
                "tenderned_kenmerk", \.tenderReference, privacy: .organisation,
                also: ["tenderned", "tendernednummer", "kenmerk tenderned"], example: "345678",
                nl: "Het kenmerk op TenderNed.", en: "The reference on TenderNed."),
            .day(
                "publicatiedatum", \.publicationDate, within: .contractStart,
                also: ["datum publicatie", "gepubliceerd op"],
                example: "01-09-2025",
                nl: "De dag waarop de aanbesteding is gepubliceerd.", en: "The day on which the tender was published."),
            .day(
                "gunningsdatum", \.awardDate, within: .contractStart, also: ["datum gunning", "gegund op"],
                example: "15-01-2026",
                nl: "De dag waarop de opdracht is gegund.", en: "The day on which the contract was awarded."),
            .day(
                "ingangsdatum", \.start, within: .contractStart, required: true,
                also: ["begindatum", "startdatum", "begin"],
                example: "01-03-2026",
                nl: "De eerste dag van de overeenkomst.", en: "The first day of the contract."),
            .day(
                "einddatum", \.end, within: .contractEnd, required: true,
                also: ["eind", "looptijd tot", "expiratiedatum"],
                example: "28-02-2030",
                nl: "De laatste dag van de overeenkomst.", en: "The last day of the contract."),
            .money(
                "contractwaarde", \.value, within: .eurosAgreed, also: ["waarde", "opdrachtwaarde", "geraamde waarde"],
                example: "1850000,00",
                nl: "De waarde van de overeenkomst in euro's zonder btw.",
                en: "The value of the contract in euros without VAT."),
            .code(
                "regime", \.regime, required: true, also: ["variant", "uitvoeringsvariant", "werkwijze"],
                example: "maatwerk",
                nl: "Volgens welke werkwijze social return in het contract staat.",
                en: "By which approach social return is part of the contract."),
            .code(
                "voorbehoud", \.reservation, required: true, also: ["voorbehouden", "voorbehouden opdracht"],
                example: "geen",
                nl: "Of de opdracht is voorbehouden: geen, deels of geheel.",
                en: "Whether the contract is reserved: not, in part or wholly."),
            .text(
                "contractmanager", \.manager, required: true, privacy: .plain,
                also: ["contractbeheer", "mailbox contractmanager", "contractbeheerder"],
                example: "contractmanagement@bzk.example",
                nl: "De functionele mailbox van het contractmanagement, geen naam.",
                en: "The functional mailbox of contract management, no name."),
            .code(
                "rapportagefrequentie", \.reportingFrequency, required: true, also: ["frequentie", "rapportage"],
                example: "kwartaal",
                nl: "Hoe vaak de leverancier rapporteert.", en: "How often the supplier reports."),
            .day(
                "bewaren_tot", \.keepUntil, within: .archive, also: ["bewaartermijn", "bewaardatum", "vernietigen na"],
                example: "31-12-2037",
                nl: "Tot wanneer de gegevens worden bewaard.", en: "Until when the data are kept."),
            .code(
                "voorbehoud_aankondiging", \.noticeReservation,
                also: [
                    "code voorbehoud", "voorbehoud in aankondiging", "reserved procurement", "reserved participation",
                    "BT-71",
                ], example: "res-ws",
                nl:
                    "Welke code voor voorbehouden deelname (BT-71) in de aankondiging staat: none, res-ws of res-pub-ser.",
                en: "Which code of reserved participation (BT-71) the notice gives: none, res-ws or res-pub-ser."),
            .code(
                "voorbehoud_uitvoering", \.executionReserved,
                also: ["uitvoering voorbehouden", "voorbehouden uitvoering", "reserved execution", "BT-736"],
                example: "nee",
                nl:
                    "Is volgens de aankondiging (BT-736) de uitvoering voorbehouden aan een programma voor beschermde arbeid?",
                en: "Whether by the notice (BT-736) the execution is reserved for a programme of sheltered employment."),
            .code(
                "onderaannemers_melden", \.listsSubcontractors,
                also: ["meldplicht onderaannemers", "opgave onderaannemers"], example: "ja",
                nl: "Moet de leverancier zijn onderaannemers opgeven? Bij een werk is dat altijd zo.",
                en: "Whether the supplier must name its subcontractors; for works it always must."),
            .codes(
                "aanvaard_bewijs", \.acceptedEvidence, also: ["geaccepteerd bewijs", "bewijssoorten"],
                example: "arbeidsovereenkomst_gezien",
                nl: "Soorten bewijs van de doelgroep die dit contract ook goed vindt.",
                en: "Kinds of evidence of the target group that this contract accepts too."),
            .day(
                "plan_uiterlijk_op", \.planDue, within: .event, also: ["plan van aanpak voor", "plan uiterlijk"],
                example: "31-05-2026",
                nl: "De dag waarop het plan van aanpak er volgens het contract moet zijn.",
                en: "The day by which the contract wants the plan of action."),
            .day(
                "plan_ontvangen_op", \.planReceived, within: .event,
                also: ["plan van aanpak ontvangen", "plan ontvangen"],
                example: "18-05-2026",
                nl: "De dag waarop het plan van aanpak is ontvangen.",
                en: "The day on which the plan of action was received."),
            .number(
                "rapportage_binnen_dagen", \.reportWithinDays, within: .days,
                also: ["rapportagetermijn", "termijn rapportage"],
                example: "30",
                nl: "Binnen hoeveel dagen na de periode de rapportage er volgens het contract moet zijn.",
                en: "Within how many days after the period the contract wants the report."),
            .day(
                "verlengd_op", \.extendedOn, within: .event, also: ["datum verlenging", "verlengd"],
                example: "01-12-2027",
                nl: "De dag waarop het contract voor het laatst is verlengd.",
                en: "The day on which the contract was last extended."),
            .identifier(
                "raamovereenkomst", \.framework, also: ["raamcontract", "nummer raamovereenkomst"],
                example: "BZK-2025-0010",
                nl: "Het nummer van de raamovereenkomst waar deze overeenkomst onder valt.",
                en: "The number of the framework agreement that this contract is under."),
            .text(
                "percelen", \.lots, privacy: .plain, also: ["perceelnummers"], example: "1, 2",
                nl: "De percelen van de overeenkomst, met een komma ertussen.",
                en: "The lots of the contract, with a comma between them."),
        ])
}
