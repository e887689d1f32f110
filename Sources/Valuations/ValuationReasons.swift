import SocialReturnModel

/// Why something has no value, or not more value, and what a reader must check. A set, so that a row costs eight bytes.
public struct ValuationReasons: OptionSet, BitwiseCopyable, Sendable, Hashable {
    /// One bit for each reason.
    public let rawValue: UInt64

    /// The reasons whose bits `rawValue` holds.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    private init(_ bit: Int) { rawValue = 1 << UInt64(bit) }

    /// There is no register.
    public static let registerMissing = ValuationReasons(0)
    /// The register does not know the contract.
    public static let contractUnknown = ValuationReasons(1)
    /// No obligation names a table.
    public static let tableNotNamed = ValuationReasons(2)
    /// Every obligation is exempt.
    public static let obligationExempt = ValuationReasons(3)
    /// Nobody knows the table that is named.
    public static let tableUnknown = ValuationReasons(4)
    /// The department's own table has errors.
    public static let tableRefused = ValuationReasons(5)
    /// The obligations name different tables.
    public static let severalTables = ValuationReasons(6)
    /// The table is not valid on the reference date.
    public static let tableNotValid = ValuationReasons(7)
    /// The reference date is missing; the table counts all the same.
    public static let tableValidityUnknown = ValuationReasons(8)
    /// A cell is missing that every row needs.
    public static let rowIncomplete = ValuationReasons(9)
    /// No block fits.
    public static let noBlock = ValuationReasons(10)
    /// More blocks fit, and the table does not choose.
    public static let severalBlocks = ValuationReasons(11)
    /// Nobody names the hours of a full-time week.
    public static let fullTimeHoursUnknown = ValuationReasons(12)
    /// Nobody names the hours of a full-time year.
    public static let yearHoursUnknown = ValuationReasons(13)
    /// The hours worked, or those of the activity, are missing.
    public static let hoursMissing = ValuationReasons(14)
    /// The row does not count the block's unit.
    public static let unitNotCounted = ValuationReasons(15)
    /// The block counts by an invoice.
    public static let countsByInvoice = ValuationReasons(16)
    /// The labour in the invoice is missing.
    public static let labourMissing = ValuationReasons(17)
    /// A number is too large to calculate with.
    public static let tooLarge = ValuationReasons(18)
    /// No day counts.
    public static let noCountedDay = ValuationReasons(19)
    /// The hours a week are below the minimum.
    public static let belowMinimumHours = ValuationReasons(20)
    /// What counts once did so in an earlier period.
    public static let countedOnceBefore = ValuationReasons(21)
    /// The hours a week are above full time.
    public static let aboveFullTime = ValuationReasons(22)
    /// The maximum of the table applies.
    public static let maximumReached = ValuationReasons(23)
    /// The date is outside the reporting period.
    public static let outsidePeriod = ValuationReasons(24)
    /// The date is outside the term of the contract.
    public static let outsideContract = ValuationReasons(25)
    /// The block or a bonus rests on something that the file keeps out.
    public static let declarationNeeded = ValuationReasons(26)
    /// A claimed bonus does not count.
    public static let bonusNotCounted = ValuationReasons(27)
    /// The hours worked are also those of days that do not count.
    public static let hoursNotSplit = ValuationReasons(28)
    /// The placement began longer before the contract than the look-back allows.
    public static let beganTooEarly = ValuationReasons(31)
    /// Hours of months that do not count, or count in part, were left out.
    public static let hoursLeftOut = ValuationReasons(32)
    /// More hours than the obligation's most full-time equivalents.
    public static let aboveMaximumFTE = ValuationReasons(33)

    /// The block or bonus counts only what the client accepted, and the client has not yet.
    public static let inConsultation = ValuationReasons(29)
    /// The client did not approve the activity.
    public static let notApproved = ValuationReasons(30)

    /// Every reason by itself, in the order in which explanations give them.
    public static let all: [ValuationReasons] = (0..<34).map(ValuationReasons.init)

    /// The reasons of this set one by one.
    public var kinds: [ValuationReasons] { Self.all.filter(contains) }

    /// One reason in a short sentence without a full stop; several reasons together have no sentence of their own.
    public var text: Text {
        switch self {
        case .registerMissing: Text(nl: "er is geen contractregister", en: "there is no contract register")
        case .contractUnknown:
            Text(nl: "het contract staat niet in het register", en: "the contract is not in the register")
        case .tableNotNamed:
            Text(nl: "het contract noemt geen waarderingstabel", en: "the contract names no valuation table")
        case .obligationExempt: Text(nl: "de verplichting is vrijgesteld", en: "the obligation is exempt")
        case .tableUnknown:
            Text(nl: "de genoemde waarderingstabel is niet bekend", en: "the valuation table named is not known")
        case .tableRefused:
            Text(
                nl: "de genoemde waarderingstabel heeft fouten en telt niet",
                en: "the valuation table named has errors and does not count")
        case .severalTables:
            Text(
                nl: "de verplichtingen van het contract noemen verschillende tabellen",
                en: "the obligations of the contract name different tables")
        case .tableNotValid:
            Text(
                nl: "de waarderingstabel geldt niet op de peildatum",
                en: "the valuation table is not valid on the reference date")
        case .tableValidityUnknown:
            Text(
                nl: "of de tabel geldt is niet te toetsen: de peildatum ontbreekt",
                en: "whether the table is valid cannot be checked: the reference date is missing")
        case .rowIncomplete: Text(nl: "de rij is niet compleet", en: "the row is incomplete")
        case .noBlock:
            Text(nl: "de tabel heeft geen bouwblok dat past", en: "the table has no building block that fits")
        case .severalBlocks:
            Text(
                nl: "meer dan één bouwblok past, en de tabel kiest niet",
                en: "more than one building block fits, and the table does not choose")
        case .fullTimeHoursUnknown:
            Text(
                nl: "de tabel en de verplichting noemen geen voltijd_uren",
                en: "the table and the obligation name no full-time hours")
        case .yearHoursUnknown:
            Text(
                nl: "de tabel en de verplichting noemen geen jaaruren",
                en: "the table and the obligation name no hours of a full-time year")
        case .hoursMissing: Text(nl: "de uren ontbreken", en: "the hours are missing")
        case .unitNotCounted:
            Text(nl: "deze eenheid staat niet in het bestand", en: "the file does not count this unit")
        case .countsByInvoice:
            Text(
                nl: "dit telt via de factuur in sociale_inkoop.csv",
                en: "this counts by its invoice in sociale_inkoop.csv")
        case .labourMissing: Text(nl: "waarvan_arbeid ontbreekt", en: "the labour in the invoice is missing")
        case .tooLarge: Text(nl: "een getal is te groot om te rekenen", en: "a number is too large to calculate with")
        case .noCountedDay:
            Text(
                nl: "geen dag telt mee: inzet, periode, looptijd en meetelduur overlappen niet",
                en: "no day counts: placement, period, contract and counting duration do not overlap")
        case .beganTooEarly:
            Text(
                nl: "de inzet begon eerder voor het contract dan de terugkijkmaanden toelaten",
                en: "the placement began longer before the contract than the look-back allows")
        case .hoursLeftOut:
            Text(
                nl: "uren uit een periode die niet of maar deels meetelt, tellen niet",
                en: "hours of a period that does not count, or only in part, do not count")
        case .aboveMaximumFTE:
            Text(
                nl: "meer gewerkte uren dan het hoogste aantal fte (max_fte) tellen niet",
                en: "hours worked above the most full-time equivalents (max_fte) do not count")
        case .belowMinimumHours:
            Text(nl: "minder uren per week dan het minimum", en: "fewer hours a week than the minimum")
        case .countedOnceBefore:
            Text(
                nl: "wat eenmalig telt, telde al in een eerdere periode",
                en: "what counts once counted in an earlier period")
        case .aboveFullTime:
            Text(nl: "meer dan voltijd telt als voltijd", en: "more than full time counts as full time")
        case .maximumReached: Text(nl: "het maximum van de tabel geldt", en: "the maximum of the table applies")
        case .outsidePeriod: Text(nl: "de datum valt buiten de periode", en: "the date is outside the period")
        case .outsideContract:
            Text(nl: "de datum valt buiten de looptijd", en: "the date is outside the term of the contract")
        case .declarationNeeded:
            Text(
                nl: "inkoop gaat na wat niet in het bestand staat",
                en: "procurement checks what is kept out of the file")
        case .bonusNotCounted: Text(nl: "niet elke bonus telt", en: "not every bonus counts")
        case .hoursNotSplit:
            Text(
                nl: "de gewerkte uren gelden voor de hele periode, ook voor dagen die niet meetellen",
                en: "the hours worked are those of the whole period, also of days that do not count")
        case .inConsultation:
            Text(
                nl: "in overleg: telt mee zodra de opdrachtgever het accepteert",
                en: "in consultation: counts as soon as the client accepts it")
        case .notApproved:
            Text(
                nl: "niet goedgekeurd door de opdrachtgever: telt niet mee",
                en: "not approved by the client: does not count")
        default: Text(nl: "", en: "")
        }
    }
}
