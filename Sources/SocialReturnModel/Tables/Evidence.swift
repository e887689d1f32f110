/// A document that shows what was reported, named and never included: a row of `bewijs.csv`.
public struct Evidence: TableRow {
    // In the order in which they take the least room: a large delivery has as many rows of these as of placements.

    /// Column `bewijs_id`.
    public var id: Symbol?
    /// Column `soort`.
    public var kind: EvidenceKind?
    /// Column `ingezien_door_inkoop`.
    public var reviewedByClient: EvidenceReview?
    /// Column `hoort_bij`.
    public var belongsTo: Symbol?
    /// Column `datum_document`.
    public var documentDate: Day?
    /// Column `gezien_op`.
    public var seenOn: Day?
    /// Column `afgever`.
    public var issuer = TextCell.empty
    /// Column `bewaard_bij`.
    public var keptBy = TextCell.empty
    /// Column `verwijzing`.
    public var reference = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Evidence>(
        .evidence, .submission, at: 60, file: "bewijs.csv",
        title: Text(nl: "Bewijs", en: "Evidence"),
        meaning: Text(
            nl: "Eén rij noemt één bewijsstuk. Het stuk zelf blijft bij u; stuur het niet mee.",
            en: "One row names one document. The document itself stays with you; do not send it."),
        sheetMeaning: Text(
            nl: "Welk bewijs er is. De stukken zelf blijven bij de leverancier.",
            en: "Which evidence there is. The documents stay with the supplier."),
        columns: [
            .identifier(
                "bewijs_id", \.id, required: true, privacy: .reference, also: ["bewijsnummer", "id", "bewijs nr"],
                example: "B-001",
                nl: "Uw eigen, unieke kenmerk van dit bewijsstuk.", en: "Your own unique reference of this document."),
            .identifier(
                "hoort_bij", \.belongsTo, required: true, privacy: .reference,
                also: ["behoort bij", "inzet_id", "factuurnummer", "betreft"], example: "P-001",
                nl: "Het inzet_id of factuurnummer waar het bewijs bij hoort.",
                en: "The inzet_id or invoice number the document belongs to."),
            .code(
                "soort", \.kind, required: true, also: ["soort bewijs", "bewijsstuk", "type"],
                example: "registercontrole",
                nl: "Wat voor bewijsstuk het is.", en: "What kind of document it is."),
            .text(
                "afgever", \.issuer, also: ["afgegeven door", "instantie", "uitgever"], example: "UWV",
                nl: "Welke instantie het stuk afgaf.", en: "Which body issued the document."),
            .day(
                "datum_document", \.documentDate, within: .document, also: ["documentdatum", "datum", "datum afgifte"],
                example: "20-02-2026",
                nl: "De datum op het stuk.", en: "The date on the document."
            ).marked(.simpleTemplate),
            .day(
                "gezien_op", \.seenOn, within: .event, also: ["datum gezien", "gecontroleerd op", "controledatum"],
                example: "01-03-2026",
                nl: "De dag waarop u het stuk zag of het register raadpleegde.",
                en: "The day on which you saw the document or consulted the register."
            ).marked(.simpleTemplate),
            .text(
                "bewaard_bij", \.keptBy, also: ["bewaarplaats", "opgeslagen bij", "archief"], example: "leverancier",
                nl: "Wie het stuk bewaart. Noem een functie of afdeling, geen naam.",
                en: "Who keeps the document. Name a function or department, no person."
            ).marked(.aside),
            .code(
                "ingezien_door_inkoop", \.reviewedByClient,
                also: ["ingezien", "gecontroleerd door inkoop", "ingezien door opdrachtgever"], example: "steekproef",
                nl: "Heeft inkoop het stuk gezien: nee, in een steekproef, of ja.",
                en: "Whether procurement saw the document: no, in a sample, or yes."),
            .text(
                "verwijzing", \.reference, privacy: .reference, also: ["referentie", "kenmerk", "vindplaats"],
                example: "map 12, nr. 3",
                nl: "Waar u het stuk terugvindt.", en: "Where you can find the document."
            ).marked(.aside),
        ])
}
