/// What a number format makes of a number, as far as it changes what the number means.
enum NumberFormat: Hashable, Sendable {
    /// A number as it is.
    case number
    /// A percentage.
    case percentage
    /// A date, perhaps with a time of day.
    case date
    /// A month of a year, without a day. The cell holds a whole date all the same.
    case month
    /// A time of day, or a number of hours.
    case time(TimeFormat)
    /// An amount in euros. It is a number as it is, whatever its look.
    case euro
    /// An amount of other money than euros, with this sign before it.
    case currency([UInt8])
    /// A number with words or signs around it that change what it says: `24 uur per maand`, `ca. 24`, `24?`.
    case worded(before: [UInt8], behind: [UInt8])
    /// A number that is no amount: with zeros in front, or letters around it.
    case identifier(DigitPattern)

    /// Longer codes than this are none: Excel takes 255 characters, a few of which may be written as `&quot;`.
    fileprivate static let longestCode = 2_048

    /// The format that every program has built in under `id`; nil for one that a workbook describes itself.
    init?(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percentage
        case 14...16, 22, 27...31, 36, 50...58: self = .date
        case 17: self = .month
        case 18, 20, 32, 34: self = .time(TimeFormat(showsSeconds: false))
        case 19, 21, 33, 35, 45, 47: self = .time(TimeFormat(showsSeconds: true))
        case 46: self = .time(TimeFormat(showsSeconds: true, isElapsed: true))
        case 0..<164: self = .number
        default: return nil
        }
    }

    /// The format that `code` describes: `dd\-mm\-yyyy`, `[$-413]d mmmm yyyy;@`, `0.0%`, `[h]:mm`, `"P-"000`.
    ///
    /// Of the sections between semicolons the first is for numbers above zero. Where it holds for some of those only and is no time, a later
    /// one that is a time decides: a time must never arrive as a fraction of a day.
    init(code: String) {
        self = .number
        guard code.utf8.count <= Self.longestCode else { return }
        var scanner = FormatScanner(code)
        let first = scanner.section()
        self = first.format
        guard first.hasCondition || self == .number && first.isEmpty else { return }
        // What is shown depends on the number, so the number is what can be told.
        if case .identifier = self { self = .number }
        guard self == .number || self == .euro else { return }
        while scanner.hasMore {
            let section = scanner.section()
            if case .time = section.format { self = section.format }
        }
    }
}

/// What a number format leaves unseen.
struct HidingFormat: Hashable, Sendable {
    /// Whether numbers above zero are not shown.
    private let hidesNumbers: Bool
    /// Whether numbers below zero are not shown.
    private let hidesNegatives: Bool
    /// Whether texts are not shown.
    let hidesTexts: Bool

    /// What `code` leaves unseen, such as `;;;`; nil for nothing. A zero that is not shown is a way to write none.
    init?(code: String) {
        guard code.utf8.count <= NumberFormat.longestCode, !code.isEmpty else { return nil }
        var scanner = FormatScanner(code)
        var sections: [FormatScanner.Section] = []
        while scanner.hasMore, sections.count < 5 { sections.append(scanner.section()) }
        // What is shown depends on the number.
        guard !sections.contains(where: \.hasCondition) else { return nil }
        hidesNumbers = sections[0].hidesValue
        hidesNegatives = sections.count > 1 ? sections[1].hidesValue : hidesNumbers
        hidesTexts = sections.count > 3 && sections[3].hidesValue
        guard hidesNumbers || hidesNegatives || hidesTexts else { return nil }
    }

    /// What shows no `numbers` and no `texts`.
    init(numbers: Bool, texts: Bool) {
        (hidesNumbers, hidesNegatives, hidesTexts) = (numbers, numbers, texts)
    }

    /// Whether a text, or a number below zero or above it, is not shown.
    func hides(isText: Bool, isNegative: Bool) -> Bool {
        isText ? hidesTexts : isNegative ? hidesNegatives : hidesNumbers
    }

    /// Whether the number in `value`, as XML has it, is not shown.
    func hides(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.first == UInt8(ascii: "-") ? hidesNegatives : hidesNumbers && !value.equals("0")
    }
}

/// How a time is shown.
struct TimeFormat: Hashable, Sendable {
    /// Whether seconds are shown.
    var showsSeconds = false
    /// Whether hours, minutes or seconds count on beyond a day.
    var isElapsed = false
}

/// The digits of a number with signs around and between them.
struct DigitPattern: Hashable, Sendable {
    enum Element: Hashable, Sendable {
        /// A digit, 0 where the number has none.
        case digit
        /// A digit, nothing where the number has none.
        case optionalDigit
        /// A sign of its own.
        case literal(UInt8)
    }

    private let elements: [Element]

    /// The most digits and signs: more is no number of anything, and would be written out in each cell.
    private static let longest = 64

    /// The pattern of `elements`; nil when it is not that of an identifier: an amount of money, a number with its unit behind it, or one
    /// digit without signs that belong to a name.
    init?(_ elements: [Element]) {
        guard elements.count <= Self.longest else { return nil }
        guard elements.count(where: { $0 == .digit }) >= 2 || Self.isNamed(elements) else { return nil }
        guard let last = elements.lastIndex(where: { !$0.isLiteral }) else { return nil }
        let all = Self.text(elements[...])
        guard !["€", "$", "£", "eur", "%"].contains(where: all.contains) else { return nil }
        guard !Self.units.contains(Self.text(elements[(last + 1)...])) else { return nil }
        guard !Self.looksLikeAmount(elements) else { return nil }
        self.elements = elements
    }

    /// The number with what stands around the digits of `elements`, when that says more than euros: what a reader of the sheet sees is
    /// `ca. 24`, `24 uur` or `1001 incl. btw`, and what that means depends on the column, as it does where it was typed. Nil without.
    static func words(around elements: [Element]) -> NumberFormat? {
        guard let first = elements.firstIndex(where: { !$0.isLiteral }),
            let last = elements.lastIndex(where: { !$0.isLiteral })
        else { return nil }
        let (before, behind) = (elements[..<first], elements[(last + 1)...])
        guard before.count <= longest, behind.count <= longest else { return nil }
        guard saysMore(before) || saysMore(behind) else { return nil }
        return .worded(before: before.compactMap(\.literal), behind: behind.compactMap(\.literal))
    }

    /// Whether a word stands in `elements`, or a sign that makes a number less than exact.
    private static func saysMore(_ elements: ArraySlice<Element>) -> Bool {
        name(elements).contains { $0.isLetter || "?±~≈<>≤≥%‰*".contains($0) }
    }

    /// What `elements` say besides euros.
    private static func name(_ elements: ArraySlice<Element>) -> String {
        let all = text(elements)
        for euros in ["euros", "euro", "eur", "€"] where all.contains(euros) {
            return all.replacing(euros, with: "", maxReplacements: 1)
        }
        return all
    }

    /// What `elements` make of a number that is an amount of money, or has words around it; nil for a number as it is.
    ///
    /// What is `isScaled` is the number itself all the same, whatever is shown behind a part of it.
    static func amount(_ elements: [Element], isScaled: Bool) -> NumberFormat? {
        if let sign = currency(of: elements) { return .currency(sign) }
        return (isScaled ? nil : words(around: elements)) ?? (isEuro(elements) ? .euro : nil)
    }

    /// Whether `elements` show euros.
    static func isEuro(_ elements: [Element]) -> Bool {
        let name = text(elements[...])
        return name.contains("€") || name.contains("eur")
    }

    /// The sign or code of other money than euros that `elements` show; nil without one.
    static func currency(of elements: [Element]) -> [UInt8]? {
        let name = text(elements[...])
        return ["$", "£", "¥", "usd", "gbp", "chf"].first { name.contains($0) }.map { Array($0.uppercased().utf8) }
    }

    /// Whether signs make a name of one digit: a digit among them (`"F-2026-"0`, `0"/2026"`), or letters right before it (`"P-"0`); but not
    /// words apart from it, as in `"circa "0`.
    private static func isNamed(_ elements: [Element]) -> Bool {
        let prefix = elements.prefix { $0.isLiteral }.compactMap(\.literal)
        let suffix = elements.reversed().prefix { $0.isLiteral }.compactMap(\.literal)
        if prefix.last == UInt8(ascii: " ") || suffix.last == UInt8(ascii: " ") { return false }
        let hasDigit = elements.contains { $0.literal.map { $0 &- 0x30 <= 9 } ?? false }
        return hasDigit || prefix.contains { ($0 | 0x20) &- 0x61 < 26 }
    }

    /// Whether the only sign is one point or comma between digits: `0\.000` is a way to write thousands.
    private static func looksLikeAmount(_ elements: [Element]) -> Bool {
        let signs = elements.filter(\.isLiteral)
        return (signs == [.literal(UInt8(ascii: "."))] || signs == [.literal(UInt8(ascii: ","))])
            && elements.first?.isLiteral == false && elements.last?.isLiteral == false
    }

    private static func text(_ elements: ArraySlice<Element>) -> String {
        var bytes: [UInt8] = []
        for case .literal(let byte) in elements { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self).lowercased().filter { !$0.isWhitespace && $0 != "." }
    }

    /// What stands behind an amount: `8 uur` is no name of anything.
    private static let units: Set<String> = [
        "u", "uur", "uren", "h", "hr", "hrs", "hour", "hours", "min", "minuten", "d", "dag", "dagen", "dgn", "days",
        "wk",
        "week", "weken", "weeks", "mnd", "maand", "maanden", "months", "jr", "jaar", "jaren", "years", "fte", "pers",
        "persoon", "personen", "p", "st", "stuk", "stuks", "x", "km", "m", "m2", "m²", "kg",
    ]

    /// Writes the whole number with `digits` behind `bytes`.
    func write(_ digits: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        let slots = elements.count { !$0.isLiteral }
        var missing = slots - significant.count
        var rest = significant
        var isFirst = true
        for element in elements {
            if case .literal(let byte) = element {
                bytes.append(byte)
                continue
            }
            if missing > 0 {
                missing -= 1
                if element == .digit { bytes.append(UInt8(ascii: "0")) }
            } else if isFirst, missing < 0 {
                // More digits than places: all that are too many stand at the first one.
                bytes.append(contentsOf: rest.prefix(1 - missing))
                rest = rest.dropFirst(1 - missing)
            } else {
                bytes.append(contentsOf: rest.prefix(1))
                rest = rest.dropFirst()
            }
            isFirst = false
        }
    }
}

extension DigitPattern.Element {
    fileprivate var isLiteral: Bool { literal != nil }

    /// The byte of a sign of its own; nil for a digit.
    var literal: UInt8? {
        if case .literal(let byte) = self { byte } else { nil }
    }
}
