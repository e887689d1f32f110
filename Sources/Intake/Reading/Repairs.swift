import SocialReturnModel

/// What was changed to read a value. Counted per column, never silent.
public struct Repairs: OptionSet, Hashable, Sendable {
    /// One bit for each kind of repair.
    public let rawValue: UInt32

    /// The repairs whose bits `rawValue` holds.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Blanks, tabs or line breaks around the value were left out.
    public static let trimmed = Repairs(rawValue: 1 << 0)
    /// A no-break or other typographic space was read as a blank or left out.
    public static let noBreakSpace = Repairs(rawValue: 1 << 1)
    /// Invisible characters without width were left out.
    public static let zeroWidth = Repairs(rawValue: 1 << 2)
    /// A comma was read as the decimal sign.
    public static let decimalComma = Repairs(rawValue: 1 << 3)
    /// Thousands marks (point, comma, blank, apostrophe) were left out.
    public static let thousandsSeparator = Repairs(rawValue: 1 << 4)
    /// `€` or `EUR` was left out.
    public static let currencySign = Repairs(rawValue: 1 << 5)
    /// `%` was left out; the number stays what it was.
    public static let percentSign = Repairs(rawValue: 1 << 6)
    /// Decimals beyond those of the type (cents, ten-thousandths) were rounded, half away from zero.
    public static let rounded = Repairs(rawValue: 1 << 7)
    /// The accounting notation `€ -` was read as zero.
    public static let accountingZero = Repairs(rawValue: 1 << 8)
    /// A minus behind the number, or parentheses, were read as negative.
    public static let negativeNotation = Repairs(rawValue: 1 << 9)
    /// A time of day was left out.
    public static let timeDropped = Repairs(rawValue: 1 << 10)
    /// The name of a month was read as its number.
    public static let monthName = Repairs(rawValue: 1 << 11)
    /// A date or period in another notation than those of the template was read.
    public static let dateNotation = Repairs(rawValue: 1 << 12)
    /// A spreadsheet's day number was read as a date.
    public static let serialDay = Repairs(rawValue: 1 << 13)
    /// A year of two digits was completed.
    public static let twoDigitYear = Repairs(rawValue: 1 << 14)
    /// Blanks, points, hyphens or empty decimals were left out of an identifying number.
    public static let digitsGrouped = Repairs(rawValue: 1 << 15)

    /// A word for nothing (`n.v.t.`, `-`, `heden`, 31-12-9999) was read as an empty cell.
    public static let nullMarker = Repairs(rawValue: 1 << 16)
    /// A typographic dash in an identifier was read as the hyphen of a keyboard.
    public static let dashFolded = Repairs(rawValue: 1 << 17)
    /// An apostrophe in front, or `="…"` around a value, was left out.
    public static let textMark = Repairs(rawValue: 1 << 18)
    /// Zeros in front of a number that is known without them were left out.
    public static let leadingZeros = Repairs(rawValue: 1 << 19)
    /// The name of a day in front of a date was left out.
    public static let weekday = Repairs(rawValue: 1 << 20)
    /// The month was taken from a whole date, where a sheet shows the month.
    public static let monthOfDate = Repairs(rawValue: 1 << 21)

    /// An identifier was read as the one that it is written after but for capitals, blanks or hyphens.
    public static let identifierFolded = Repairs(rawValue: 1 << 22)

    /// A cell that is merged with the one above it got the value of that one.
    public static let mergedCell = Repairs(rawValue: 1 << 23)

    /// A word for the unit of the column (`uur`) was left out.
    public static let unitWord = Repairs(rawValue: 1 << 24)

    /// Every repair by itself, in the order of its bit.
    public static let all: [Repairs] = (0..<25).map { Repairs(rawValue: 1 << $0) }

    /// The repairs of this set one by one.
    public var kinds: some Sequence<Repairs> {
        sequence(state: rawValue) { (rest: inout UInt32) -> Repairs? in
            guard rest != 0 else { return nil }
            let lowest = rest & (~rest &+ 1)
            rest &= ~lowest
            return Repairs(rawValue: lowest)
        }
    }
}

extension Repairs {
    /// What the repair `kind` changed, as a phrase for a list; several kinds together have no name of their own.
    public static func name(_ kind: Repairs) -> Text {
        switch kind {
        case .trimmed: Text(nl: "spaties rondom weggelaten", en: "surrounding blanks left out")
        case .noBreakSpace: Text(nl: "bijzondere spatie als gewone gelezen", en: "special space read as a blank")
        case .zeroWidth: Text(nl: "onzichtbare tekens weggelaten", en: "invisible characters left out")
        case .decimalComma: Text(nl: "decimale komma", en: "decimal comma")
        case .thousandsSeparator: Text(nl: "duizendtalteken weggelaten", en: "thousands mark left out")
        case .currencySign: Text(nl: "euroteken weggelaten", en: "euro sign left out")
        case .percentSign: Text(nl: "procentteken weggelaten", en: "per cent sign left out")
        case .rounded: Text(nl: "overtollige decimalen afgerond", en: "surplus decimals rounded")
        case .accountingZero: Text(nl: "streepje gelezen als nul euro", en: "dash read as zero euros")
        case .negativeNotation:
            Text(
                nl: "haakjes of min achteraan gelezen als negatief",
                en: "parentheses or trailing minus read as negative")
        case .timeDropped: Text(nl: "tijdstip weggelaten", en: "time of day left out")
        case .monthName: Text(nl: "naam van de maand gelezen", en: "name of the month read")
        case .dateNotation: Text(nl: "andere datumnotatie gelezen", en: "other date notation read")
        case .serialDay: Text(nl: "dagnummer van Excel gelezen als datum", en: "Excel day number read as a date")
        case .twoDigitYear: Text(nl: "jaartal van twee cijfers aangevuld", en: "two-digit year completed")
        case .digitsGrouped: Text(nl: "tekens tussen cijfers weggelaten", en: "characters between digits left out")
        case .nullMarker: Text(nl: "woord voor niets gelezen als leeg", en: "word for nothing read as empty")
        case .dashFolded: Text(nl: "gedachtestreepje gelezen als koppelteken", en: "dash read as a hyphen")
        case .textMark: Text(nl: "teken voor tekst weggelaten", en: "mark for text left out")
        case .leadingZeros: Text(nl: "nullen vooraan weggelaten", en: "zeros in front left out")
        case .weekday: Text(nl: "naam van de dag weggelaten", en: "name of the day left out")
        case .monthOfDate: Text(nl: "maand van een hele datum gelezen", en: "month of a whole date read")
        case .unitWord: Text(nl: "woord voor de eenheid weggelaten", en: "word for the unit left out")
        case .mergedCell:
            Text(nl: "waarde van een samengevoegde cel overgenomen", en: "value of a merged cell taken over")
        case .identifierFolded:
            Text(
                nl: "kenmerk anders geschreven, als hetzelfde gelezen",
                en: "reference written otherwise, read as the same")
        default: Text(nl: "verschillende aanpassingen", en: "several repairs")
        }
    }
}
