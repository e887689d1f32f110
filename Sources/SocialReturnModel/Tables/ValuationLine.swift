/// One line of a valuation table: the table itself, a building block or a bonus.
///
/// All kinds of line share the columns, so that one file holds a whole table and opens in a spreadsheet. The format is
/// described beside the built-in tables.
public struct ValuationLine: TableRow {
    /// Column `soort_regel`.
    public var kind: ValuationLineKind?
    /// Column `tabel_id`.
    public var tableID = TextCell.empty
    /// Column `eerder_id`: a name that the table had before.
    public var formerID = TextCell.empty
    /// Column `naam`.
    public var name = TextCell.empty
    /// Column `bron`.
    public var sourceKey = TextCell.empty
    /// Column `bron_url`.
    public var sourceURL = TextCell.empty
    /// Column `zekerheid`.
    public var certainty: TableCertainty?
    /// Column `ingelezen_op`.
    public var readOn: Day?
    /// Column `geldig_vanaf`.
    public var validFrom: Day?
    /// Column `geldig_tot`, the last day.
    public var validThrough: Day?
    /// Column `volledigheid`.
    public var completeness: Completeness?
    /// Column `volledigheid_reden`.
    public var completenessReason = TextCell.empty
    /// Column `voltijd_uren`, in hours a week.
    public var fullTimeHours: Quantity?
    /// Column `jaaruren`, in hours a year.
    public var yearHours: Quantity?
    /// Column `terugkijkmaanden`, in months.
    public var lookBackMonths: Quantity?
    /// Column `blok_code`.
    public var blockCode = TextCell.empty
    /// Column `bonus_code`.
    public var bonusCode = TextCell.empty
    /// Column `omschrijving`.
    public var description = TextCell.empty
    /// Column `invoertabel`.
    public var valuedTable: ValuedTable?
    /// Column `doelgroep`.
    public var targetGroups = CodeSet<TargetGroup>()
    /// Column `duurklasse`.
    public var durationClass: DurationClass?
    /// Column `niveau`.
    public var levels = CodeSet<BlockLevel>()
    /// Column `soort_inzet`.
    public var kinds = CodeSet<PlacementKind>()
    /// Column `voorwaarde`.
    public var condition = TextCell.empty
    /// Column `waarde`, in euros per `eenheid`.
    public var value: Cents?
    /// Column `bonus_waarde`, in euros.
    public var bonusValue: Cents?
    /// Column `eenheid`.
    public var unit: ValueUnit?
    /// Column `meetelduur`, in months.
    public var countingMonths: Quantity?
    /// Column `min_uren`, in hours a week.
    public var minimumHours: Quantity?
    /// Column `max_per_periode`.
    public var maximum = TextCell.empty
    /// Column `stapelbaar`.
    public var stacks: YesNo?
    /// Column `naar_rato`.
    public var spread: BonusSpread?
    /// Column `opmerking`.
    public var remark = TextCell.empty

    /// A line in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<ValuationLine>(
        .valuationLines, .valuation, at: 10, file: "waarderingstabel.csv",
        title: Text(nl: "Waarderingstabel", en: "Valuation table"),
        meaning: Text(
            nl: "Eén rij is de tabel zelf, één bouwblok of één bonus. Er is één bestand per tabel.",
            en: "One row is the table itself, one building block or one bonus. There is one file a table."),
        columns: tableColumns + blockColumns + valueColumns)

    private static var tableColumns: [Column<ValuationLine>] {
        [
            .code(
                "soort_regel", \.kind, required: true, example: "blok",
                nl: "Wat de rij is: tabel, blok of bonus.", en: "What the row is: table, block or bonus."),
            .text(
                "tabel_id", \.tableID, required: true, privacy: .plain, example: "HAAGLANDEN-2023-07",
                nl: "De naam van de tabel, hetzelfde in elke rij.", en: "The name of the table, the same in every row."),
            .text(
                "eerder_id", \.formerID, privacy: .plain, example: "VOORBEELDSTAD",
                nl: "Een naam die de tabel eerder had; contracten die hem noemen, houden deze tabel.",
                en: "A name that the table had before; contracts that name it keep this table."),
            .text(
                "naam", \.name, privacy: .plain, example: "Bouwblokken Voorbeeldstad",
                nl: "Hoe de tabel heet.", en: "What the table is called."),
            .text(
                "bron", \.sourceKey, privacy: .plain, example: "DH",
                nl: "De sleutel van de bron in bronnen.csv.", en: "The key of the source in bronnen.csv."),
            .text(
                "bron_url", \.sourceURL, privacy: .reference, example: "https://www.example.nl/bouwblokken",
                nl: "Het adres van de bron.", en: "The address of the source."),
            .code(
                "zekerheid", \.certainty, example: "A",
                nl: "Hoe de tabel is gelezen: A bij de bron zelf, B uit tweede hand; leeg is niet vermeld.",
                en: "How the table was read: A at the source itself, B second hand; empty is not stated."),
            .day(
                "ingelezen_op", \.readOn, within: nil, example: "01-02-2026",
                nl: "De dag waarop iemand de bron las.", en: "The day on which someone read the source."),
            .day(
                "geldig_vanaf", \.validFrom, within: nil, example: "01-07-2023",
                nl: "De eerste dag waarop de tabel geldt.", en: "The first day on which the table is valid."),
            .day(
                "geldig_tot", \.validThrough, within: nil, example: "30-06-2027",
                nl: "De laatste dag waarop de tabel geldt.", en: "The last day on which the table is valid."),
            .code(
                "volledigheid", \.completeness, example: "volledig",
                nl: "Staat alles van de bron in de tabel?", en: "Does the table hold all of its source?"),
            .text(
                "volledigheid_reden", \.completenessReason, example: "De bron noemt geen eerste dag.",
                nl: "Wat er ontbreekt als de tabel onvolledig is.", en: "What is missing when the table is incomplete."),
            .number(
                "voltijd_uren", \.fullTimeHours, within: .tableLine, example: "36",
                nl: "Hoeveel uur per week een volledige baan is.", en: "How many hours a week a full-time job is."),
            .number(
                "jaaruren", \.yearHours, within: .tableLine, example: "1872",
                nl: "Hoeveel uur per jaar een volledige baan is.", en: "How many hours a year a full-time job is."),
            .number(
                "terugkijkmaanden", \.lookBackMonths, within: .tableLine, example: "12",
                nl: "Hoeveel maanden voor het contract een inzet al mag beginnen.",
                en: "How many months before the contract a placement may already start."),
        ]
    }

    private static var blockColumns: [Column<ValuationLine>] {
        [
            .text(
                "blok_code", \.blockCode, privacy: .plain, example: "PW",
                nl: "De korte code van het bouwblok.", en: "The short code of the building block."),
            .text(
                "bonus_code", \.bonusCode, privacy: .plain, example: "VAST",
                nl: "De korte code van de bonus.", en: "The short code of the bonus."),
            .text(
                "omschrijving", \.description, example: "Participatiewet",
                nl: "De woorden van de bron.", en: "The words of the source."),
            .code(
                "invoertabel", \.valuedTable, example: "inzet",
                nl: "Bij welk bestand van een inzending het bouwblok hoort.",
                en: "Which file of a submission the block belongs to."),
            .codes(
                "doelgroep", \.targetGroups, example: "BAN",
                nl: "De doelgroepen waarvoor het bouwblok geldt.", en: "The target groups the block is for."),
            .code(
                "duurklasse", \.durationClass, example: "<2j",
                nl: "Hoe lang iemand een uitkering heeft, als dat uitmaakt.",
                en: "How long someone has had a benefit, where that matters."),
            .codes(
                "niveau", \.levels, example: "2",
                nl: "De opleidingsniveaus waarvoor het bouwblok geldt.", en: "The levels of education the block is for."
            ),
            .codes(
                "soort_inzet", \.kinds, example: "stage",
                nl: "De soorten inzet waarvoor het bouwblok geldt.", en: "The kinds of placement the block is for."),
            .text(
                "voorwaarde", \.condition, privacy: .plain, example: "contractvorm=onbepaald",
                nl: "Wat er ook moet gelden.", en: "What else must hold."),
        ]
    }

    private static var valueColumns: [Column<ValuationLine>] {
        [
            .money(
                "waarde", \.value, example: "40000",
                nl: "De waarde in euro's per eenheid.", en: "The value in euros a unit."),
            .money(
                "bonus_waarde", \.bonusValue, example: "10000",
                nl: "De waarde van de bonus in euro's.", en: "The value of the bonus in euros."),
            .code(
                "eenheid", \.unit, example: "jaar", nl: "Waar de waarde voor geldt.", en: "What the value is for."),
            .number(
                "meetelduur", \.countingMonths, within: .tableLine, example: "24",
                nl: "Hoeveel maanden een inzet meetelt; leeg is zonder grens.",
                en: "For how many months a placement counts; empty means without limit."),
            .number(
                "min_uren", \.minimumHours, within: .tableLine, example: "12",
                nl: "Het aantal uren per week vanaf waar een inzet meetelt.",
                en: "The number of hours a week from which a placement counts."),
            .text(
                "max_per_periode", \.maximum, privacy: .plain, example: "1000 per dag",
                nl: "Het hoogste bedrag per dag, week, maand of jaar.",
                en: "The highest amount a day, week, month or year."),
            .code(
                "stapelbaar", \.stacks, example: "ja",
                nl: "Mag de bonus samen met een andere bonus?", en: "May the bonus go with another bonus?"),
            .code(
                "naar_rato", \.spread, example: "ja",
                nl: "Telt de bonus naar rato, of in één keer?", en: "Does the bonus count pro rata, or at once?"),
            .text(
                "opmerking", \.remark, example: "per leerwerkjaar",
                nl: "Wat een lezer moet weten.", en: "What a reader must know."),
        ]
    }
}
