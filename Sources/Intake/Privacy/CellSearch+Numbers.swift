import SocialReturnModel

/// Citizen service numbers: nine digits, or in free text eight where a spreadsheet has dropped the leading zero.
extension CellSearch {
    /// Eight or nine digits, at a stretch or in groups.
    struct Digits {
        let range: Range<Int>
        let value: UInt32
        let count: Int
    }

    func citizenServiceNumber(at position: Int, numbers: inout ReferenceColumnScan) -> Match? {
        guard column != .organisation, let digits = digits(at: position) ?? calledDigits(at: position),
            isOwnWord(digits.range)
        else { return nil }
        if digits.count == 9 {
            guard column != .plain || !isPartOfDecimalNumber(digits.range) else { return nil }
            let passes = ElevenTest.passesBSN(digits.value)
            if column == .reference { numbers.add(digits.value, passes: passes) }
            return passes ? Match(range: digits.range, kind: .bsn, certainty: .certain) : nil
        }
        guard column == .freeText, ElevenTest.passesBSN(digits.value), !isPartOfDecimalNumber(digits.range),
            !isRecentDay(digits.value), !isCalledKvK(digits.range.lowerBound), !isKnownKvK(digits.range)
        else { return nil }
        return Match(range: digits.range, kind: .bsn, certainty: .possible)
    }

    /// The eight or nine digits that begin at `position`, whatever stands around them.
    ///
    /// Groups must be those in which people write the number, with one and the same joint between them. Two groups do not
    /// count: `2026-00123` is an invoice and `12345-6789` anything.
    func digits(at position: Int) -> Digits? {
        var end = endOfRun(at: position)
        var count = end - position
        guard count <= 9, !isDigit(position - 1) else { return nil }
        var value = value(of: position..<end, after: 0)
        if count >= 8 { return eightOrNine(Digits(range: position..<end, value: value, count: count)) }
        guard isJoint(end), isDigit(end + 1) else { return nil }
        let joint = signs[end]
        // A chain of full stops or hyphens is one thing (an address, a date and time); blanks part words.
        let mustBeWhole = joint != 0x20
        if mustBeWhole, position >= 2, signs[position - 1] == joint, isDigit(position - 2) { return nil }
        // One group length a hexadecimal digit.
        var shape = count
        while count < 9, end < signs.count, signs[end] == joint, isDigit(end + 1) {
            let next = endOfRun(at: end + 1)
            let length = next - end - 1
            guard count + length <= 9 else { break }
            value = self.value(of: end + 1..<next, after: value)
            count += length
            shape = shape << 4 | length
            end = next
            let continues = end < signs.count && signs[end] == joint && isDigit(end + 1)
            switch shape {
            case 0x333, 0x423, 0x324, 0x2223:
                guard !continues || !mustBeWhole else { return nil }
                return Digits(range: position..<end, value: value, count: 9)
            // Two groups of three after the first are an amount of millions when full stops part them.
            case 0x323 where !continues, 0x233 where !continues && joint != 0x2E:
                return eightOrNine(Digits(range: position..<end, value: value, count: 8))
            default: break
            }
        }
        return nil
    }

    /// Eight digits that begin with a zero are no BSN that has lost one.
    private func eightOrNine(_ digits: Digits) -> Digits? {
        digits.count == 8 && digits.value < 10_000_000 ? nil : digits
    }

    private func value(of range: Range<Int>, after value: UInt32) -> UInt32 {
        range.reduce(value) { $0 * 10 + UInt32(signs[$1] - 0x30) }
    }

    /// Whether a decimal mark with other digits than zeros follows, or the digits are the decimals of a number of at most
    /// seven digits; `123456782,00` still is a number that a spreadsheet has dressed up.
    private func isPartOfDecimalNumber(_ range: Range<Int>) -> Bool {
        if isDecimalMark(range.upperBound) {
            let decimals = range.upperBound + 1..<endOfRun(at: range.upperBound + 1)
            if (1...6).contains(decimals.count), !decimals.allSatisfy({ signs[$0] == 0x30 }) { return true }
        }
        guard isDecimalMark(range.lowerBound - 1), isDigit(range.lowerBound - 2) else { return false }
        var start = range.lowerBound - 2
        while isDigit(start - 1) { start -= 1 }
        return range.lowerBound - 1 - start <= 7
    }

    private func isDecimalMark(_ position: Int) -> Bool {
        position >= 0 && position < signs.count
            && (signs[position] == UInt8(ascii: ",") || signs[position] == UInt8(ascii: "."))
    }

    /// Whether eight digits spell a day of this century, which they mean far more often than a BSN without its zero.
    private func isRecentDay(_ value: UInt32) -> Bool {
        let yearFirst = (year: value / 10_000, month: value / 100 % 100, day: value % 100)
        let dayFirst = (year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
        return [yearFirst, dayFirst].contains {
            (2000...2099).contains($0.year) && (1...12).contains($0.month) && (1...31).contains($0.day)
        }
    }

    private func isKnownKvK(_ range: Range<Int>) -> Bool {
        guard !scanner.knownKvKNumbers.isEmpty else { return false }
        return KvKNumber(digits: range.filter(isDigit).map { signs[$0] }).map(scanner.knownKvKNumbers.contains) ?? false
    }
}
