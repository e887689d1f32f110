/// Reads the code of a number format, section by section.
struct FormatScanner {
    /// What one section says.
    struct Section {
        var format = NumberFormat.number
        /// Whether it holds only for some numbers, as `[>1]` says.
        var hasCondition = false
        /// Whether nothing stands in it.
        var isEmpty = true
        /// Whether nothing of a value is seen in it, at most words that are the same whatever the value.
        var hidesValue = true
    }

    private var rest: Substring.UnicodeScalarView
    /// Whether a section is left.
    private(set) var hasMore = true

    init(_ code: String) { rest = code[...].unicodeScalars }

    /// What was seen in a section so far.
    private struct Marks {
        var hasYear = false, hasMonth = false, hasDay = false, hasHour = false, hasSecond = false
        var isElapsed = false, isPercentage = false, isGeneral = false
        /// Whether digits show parts of a second now, as in `mm:ss.0`.
        var isInFraction = false
        /// Whether a sign stands in it with which no whole number is written: decimals, thousands, an exponent, a fraction.
        var isAmount = false
        /// Whether a digit of a number stands in it.
        var hasDigit = false
        /// Whether the value itself stands in it as a text.
        var hasText = false
        /// Whether commas behind the digits leave thousands out of what is shown.
        var isScaled = false
        /// The sign or code of money between brackets.
        var currency: [DigitPattern.Element] = []
        var elements: [DigitPattern.Element] = []

        /// Whether something of a value is seen.
        var showsValue: Bool {
            hasDigit || isGeneral || hasText || isPercentage || isElapsed || hasYear || hasMonth || hasDay || hasHour
                || hasSecond
        }

        mutating func add(_ literal: Unicode.Scalar) {
            elements += String(literal).utf8.map { .literal($0) }
        }
    }

    /// The next section.
    mutating func section() -> Section {
        var section = Section()
        var marks = Marks()
        hasMore = false
        scan: while let scalar = rest.popFirst() {
            section.isEmpty = false
            switch scalar {
            case ";":
                section.isEmpty = marks.elements.isEmpty && !marks.isGeneral && !marks.hasDigit
                hasMore = true
                break scan
            case "\"":
                while let inner = rest.popFirst(), inner != "\"" { marks.add(inner) }
            case "[": bracket(&section, &marks)
            case "\\", "!":
                if let next = rest.popFirst() { marks.add(next) }
            case "_", "*":
                // A blank as wide as a sign, or a sign as often as it fits: only amounts are laid out so.
                _ = rest.popFirst()
                marks.isAmount = true
            case "%": marks.isPercentage = true
            case "0" where marks.isInFraction: break
            case "0":
                (marks.hasDigit, marks.isScaled) = (true, false)
                marks.elements.append(.digit)
            case "#":
                (marks.hasDigit, marks.isScaled) = (true, false)
                marks.elements.append(.optionalDigit)
            case "?":
                marks.hasDigit = true
                marks.isAmount = true
            case ".", ",":
                marks.isInFraction = marks.hasSecond && !marks.hasDigit
                marks.isAmount = marks.isAmount || !marks.isInFraction
                marks.isScaled = scalar == ","
            case "@": (marks.isAmount, marks.hasText) = (true, true)
            case "/" where marks.hasDigit: marks.isAmount = true
            default:
                if !word(scalar, &marks) { marks.add(scalar) }
            }
        }
        section.format = Self.format(marks)
        section.hidesValue = !marks.showsValue
        return section
    }

    /// What stands between brackets: a colour, a condition, a language, or hours that count on.
    private mutating func bracket(_ section: inout Section, _ marks: inout Marks) {
        var inner: [Unicode.Scalar] = []
        while let scalar = rest.popFirst(), scalar != "]" { inner.append(scalar) }
        guard let first = inner.first else { return }
        switch first {
        case "<", ">", "=": section.hasCondition = true
        case "$":
            let symbol = inner.dropFirst().prefix { $0 != "-" }
            guard !symbol.isEmpty else { return }
            marks.isAmount = true
            marks.currency = symbol.flatMap { String($0).utf8.map { .literal($0) } }
        case "h", "H", "u", "U", "m", "M", "s", "S":
            let letter = Self.folded(first)
            guard inner.allSatisfy({ Self.folded($0) == letter }) else { return }
            marks.isElapsed = true
            if letter == "s" { marks.hasSecond = true }
            if letter == "h" || letter == "u" { marks.hasHour = true }
        default: break
        }
    }

    /// Takes a letter that says something; false for one that is only shown.
    private mutating func word(_ scalar: Unicode.Scalar, _ marks: inout Marks) -> Bool {
        switch Self.folded(scalar) {
        case "g" where takes("eneral"), "s" where takes("tandaard") || takes("tandard"):
            marks.isGeneral = true
            marks.elements.append(.digit)
        case "a" where takes("m/pm") || takes("/p"): marks.hasHour = true
        case "e" where rest.first == "+" || rest.first == "-": marks.isAmount = true
        case "y", "j": marks.hasYear = true
        case "m": marks.hasMonth = true
        case "d": marks.hasDay = true
        case "h", "u": marks.hasHour = true
        case "s": marks.hasSecond = true
        default: return false
        }
        return true
    }

    /// Takes `text`, without regard to case, when it comes next.
    private mutating func takes(_ text: String) -> Bool {
        let next = rest.prefix(text.unicodeScalars.count)
        guard next.elementsEqual(text.unicodeScalars, by: { Self.folded($0) == $1 }) else { return false }
        rest = rest.dropFirst(next.count)
        return true
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }

    private static func format(_ marks: Marks) -> NumberFormat {
        if marks.isPercentage { return .percentage }
        if marks.hasDigit || marks.isGeneral {
            if !marks.currency.isEmpty {
                guard DigitPattern.isEuro(marks.currency) else {
                    return .currency(marks.currency.compactMap(\.literal))
                }
                return amount(marks) ?? .euro
            }
            if DigitPattern.currency(of: marks.elements) != nil || DigitPattern.isEuro(marks.elements) {
                return amount(marks) ?? .number
            }
        }
        if marks.isGeneral {
            // `"F-2026-"General` shows the number as it is behind a text.
            let isPlain = marks.isAmount || marks.elements.count == 1
            if isPlain { return .number }
            return DigitPattern(marks.elements).map { .identifier($0) } ?? amount(marks) ?? .number
        }
        let (hasDate, hasTime) = (
            marks.hasYear || marks.hasMonth || marks.hasDay, marks.hasHour || marks.hasSecond
        )
        if marks.hasDigit {
            // Letters of dates without quotes around them, as in `0 uur`, are a slip of a program: what is shown is anybody's guess.
            guard !marks.isAmount, !hasDate, !hasTime, let pattern = DigitPattern(marks.elements) else {
                return hasDate || hasTime ? .number : amount(marks) ?? .number
            }
            return .identifier(pattern)
        }
        if marks.isElapsed { return .time(TimeFormat(showsSeconds: marks.hasSecond, isElapsed: true)) }
        if marks.hasDay || marks.hasYear && !marks.hasMonth { return .date }
        // Next to hours or seconds an `m` stands for minutes.
        if marks.hasYear || marks.hasMonth && !hasTime { return .month }
        return hasTime ? .time(TimeFormat(showsSeconds: marks.hasSecond)) : .number
    }
    private static func amount(_ marks: Marks) -> NumberFormat? {
        DigitPattern.amount(marks.elements, isScaled: marks.isScaled)
    }
}
