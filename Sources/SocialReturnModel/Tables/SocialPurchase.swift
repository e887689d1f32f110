/// One invoice of a social enterprise or sheltered-employment (SW) company: a row of `sociale_inkoop.csv`.
public struct SocialPurchase: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `partner_kvk`.
    public var partner: KvKNumber?
    /// Column `partner_naam`.
    public var partnerName = TextCell.empty
    /// Column `keten`.
    public var chainRole: ChainRole?
    /// Column `omschrijving`.
    public var description = TextCell.empty
    /// Column `factuurnummer`.
    public var invoiceNumber: Symbol?
    /// Column `factuurdatum`.
    public var invoiceDate: Day?
    /// Column `bedrag_excl_btw`, in euros, excluding VAT.
    public var amount: Cents?
    /// Column `waarvan_arbeid`, in euros, excluding VAT.
    public var labourAmount: Cents?
    /// Column `erkenning`.
    public var recognition = CodeSet<Recognition>()
    /// Column `erkenning_geldig_tot`.
    public var recognitionValidUntil: Day?
    /// Column `aandeel_doelgroep`, in per cent.
    public var targetGroupShare: Quantity?
    /// Column `aandeel_peildatum`.
    public var shareDate: Day?
    /// Column `telwijze`.
    public var shareCounting: ShareCounting?
    /// Column `hoofddoel_integratie`.
    public var mainAimIntegration: YesNo?
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<SocialPurchase>(
        .purchases, .submission, at: 40, file: "sociale_inkoop.csv",
        title: Text(nl: "Sociale inkoop", en: "Social purchases"),
        meaning: Text(
            nl: "Eén rij is één factuur van een sociale onderneming of SW-bedrijf.",
            en: "One row is one invoice of a social enterprise or SW company."),
        sheetMeaning: Text(
            nl: "Facturen van sociale ondernemingen en SW-bedrijven.",
            en: "Invoices of social enterprises and SW companies."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar de inkoop bij hoort.",
                en: "The number of the contract the purchase belongs to."),
            .kvk(
                "partner_kvk", \.partner, required: true,
                also: ["kvk partner", "kvk leverancier", "kvk onderaannemer"],
                example: "90000001",
                nl: "Het KvK-nummer van de partner: acht cijfers.", en: "The KvK number of the partner: eight digits."
            ).marked(.aside),
            .text(
                "partner_naam", \.partnerName, required: true, privacy: .plain,
                also: ["partner", "naam partner", "sociale onderneming"], example: "Voorbeeld Sociaal Werk B.V.",
                nl: "De naam van de partner.", en: "The name of the partner."),
            .code(
                "keten", \.chainRole, also: ["rol in keten", "ketenrol", "soort inkoop"], example: "levering",
                nl: "Wat de partner doet: onderaanneming, levering of inhuur.",
                en: "What the partner does: subcontracting, supply or hire."
            ).marked(.aside),
            .text(
                "omschrijving", \.description, also: ["dienst of product", "wat ingekocht", "beschrijving"],
                example: "bedrijfskleding",
                nl: "Wat u van de partner kocht.", en: "What you bought from the partner."
            ).marked(.simpleTemplate),
            .identifier(
                "factuurnummer", \.invoiceNumber, required: true, privacy: .reference, also: ["factuur", "factuurnr"],
                example: "F-2026-118",
                nl: "Het nummer op de factuur.", en: "The number on the invoice."),
            .day(
                "factuurdatum", \.invoiceDate, within: .event, required: true, also: ["datum factuur", "datum"],
                example: "15-02-2026",
                nl: "De datum op de factuur.", en: "The date on the invoice."),
            .money(
                "bedrag_excl_btw", \.amount, required: true,
                also: ["bedrag", "factuurbedrag", "bedrag ex btw", "bedrag exclusief btw"], example: "4250,00",
                nl: "Het bedrag in euro's zonder btw.", en: "The amount in euros without VAT."),
            .money(
                "waarvan_arbeid", \.labourAmount, also: ["arbeid", "arbeidsdeel", "loondeel", "arbeidskosten"],
                example: "3100,00",
                nl: "Welk deel van het bedrag arbeid is, in euro's zonder btw.",
                en: "What part of the amount is labour, in euros without VAT."
            ).marked(.aside),
            .codes(
                "erkenning", \.recognition, also: ["erkenningen", "keurmerk", "certificaat"], example: "pso30",
                nl: "Waaruit blijkt dat de partner een sociale onderneming of SW-bedrijf is.",
                en: "What shows that the partner is a social enterprise or SW company."
            ).marked(.simpleTemplate),
            .day(
                "erkenning_geldig_tot", \.recognitionValidUntil, within: .deadline,
                also: ["geldig tot", "certificaat geldig tot", "keurmerk geldig tot"], example: "30-06-2027",
                nl: "De laatste dag waarop de erkenning geldt.", en: "The last day on which the recognition is valid."
            ).marked([.simpleTemplate, .aside]),
            .number(
                "aandeel_doelgroep", \.targetGroupShare, within: .share,
                also: ["percentage doelgroep", "aandeel", "% doelgroep"],
                example: "41,5",
                nl: "Hoeveel procent van het personeel bij de doelgroep hoort.",
                en: "What percentage of the staff belongs to the target group."),
            .day(
                "aandeel_peildatum", \.shareDate, within: .event, also: ["peildatum", "peildatum aandeel"],
                example: "01-01-2026",
                nl: "De dag waarop het aandeel is geteld.", en: "The day on which the share was counted."
            ).marked(.aside),
            .code(
                "telwijze", \.shareCounting, also: ["wijze van tellen", "telmethode"], example: "fte",
                nl: "Hoe het aandeel is geteld: in personen, in fte, of met detachering erbij.",
                en: "How the share was counted: in persons, in FTE, or with secondment included."
            ).marked(.aside),
            .code(
                "hoofddoel_integratie", \.mainAimIntegration, also: ["hoofddoel", "integratie hoofddoel"],
                example: "ja",
                nl: "Is het hoofddoel van de partner om mensen uit de doelgroep aan werk te helpen?",
                en: "Is it the partner's main aim to help people of the target group into work?"
            ).marked(.aside),
            .text(
                "toelichting", \.explanation, also: ["opmerking", "opmerkingen", "bijzonderheden"], example: "",
                nl: "Wat u verder wilt vertellen, zonder namen of gezondheid.",
                en: "What else you want to tell, without names or health."
            ).marked([.simpleTemplate, .aside]),
        ])
}
