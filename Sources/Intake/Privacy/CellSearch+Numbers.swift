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
        let isCalled = isCalledBSN(position)
        let found =
            scientificDigits(at: position) ?? (isCalled ? calledDigits(at: position) : nil) ?? digits(at: position)
        guard let digits = found ?? digitsBehindZero(at: position), isOwnWord(digits.range)
        else { return nil }
        if digits.count == 9 {
            guard column != .plain || !isPartOfDecimalNumber(digits.range), !isKnown(digits) else { return nil }
            let passes = ElevenTest.passesBSN(digits.value)
            // In texts ten digits can be a telephone number, and in references a series.
            let isDoubtful = found == nil && (column == .reference || column == .freeText)
            if column == .reference { numbers.add(digits.value, passes: passes, isFilledUp: isDoubtful) }
            let certainty: PrivacyHit.Certainty = isCalled ? .named : isDoubtful ? .possible : .certain
            return passes ? Match(range: digits.range, kind: .bsn, certainty: certainty) : nil
        }
        guard column == .freeText, ElevenTest.passesBSN(digits.value), !isPartOfDecimalNumber(digits.range),
            !isRecentDay(digits.value), !isCalledBirthDate(digits), !isCalledKvK(digits.range.lowerBound),
            !isKnownKvK(digits.range)
        else { return nil }
        return Match(range: digits.range, kind: .bsn, certainty: .possible)
    }

    /// Whether nine digits are a contract of the register, or the KvK number of an organisation there with a zero before it.
    private func isKnown(_ digits: Digits) -> Bool {
        switch column {
        case .reference: scanner.knownContractNumbers.contains(digits.value)
        case .organisation: digits.value < 100_000_000 && isKnownKvK(digits.range)
        case .freeText, .pseudonym, .plain: false
        }
    }

    /// The eight or nine digits that begin at `position`, whatever stands around them.
    ///
    /// Groups have one and the same joint between them, with or without blanks, and there are three or more: `2026-00123` is an invoice and
    /// `12345-6789` anything. Groups in which people write the number may stand in a row of other numbers; others must stand alone, and
    /// be no date and no network address.
    func digits(at position: Int) -> Digits? {
        var end = endOfRun(at: position)
        var count = end - position
        guard count <= 9, !isDigit(position - 1) else { return nil }
        var value = value(of: position..<end, after: 0)
        if count >= 8 { return eightOrNine(Digits(range: position..<end, value: value, count: count)) }
        guard let first = gap(at: end), isDigit(first.end) else { return nil }
        let joint = first.joint
        // A chain with signs in it is one thing (an address, a date and time); blanks part words.
        let mustBeWhole = joint != 0x20
        let isPreceded = isPreceded(position, by: joint)
        if mustBeWhole, isPreceded { return nil }
        // One group length a hexadecimal digit.
        var shape = count
        var looksLikeYear = isYear(value, length: count)
        while count < 9, let gap = gap(at: end), gap.joint == joint, isDigit(gap.end) {
            let next = endOfRun(at: gap.end)
            let length = next - gap.end
            guard count + length <= 9 else { break }
            let group = self.value(of: gap.end..<next, after: 0)
            value = self.value(of: gap.end..<next, after: value)
            looksLikeYear = looksLikeYear || isYear(group, length: length)
            count += length
            shape = shape << 4 | length
            end = next
            let continues = self.gap(at: end).map { $0.joint == joint && isDigit($0.end) } ?? false
            switch (count, shape) {
            case (9, 0x333), (9, 0x423), (9, 0x324), (9, 0x2223):
                guard !continues || !mustBeWhole else { return nil }
                if shape == 0x423, mustBeWhole, looksLikeYear { return nil }
                return Digits(range: position..<end, value: value, count: 9)
            case (9, _):
                guard shape > 0xFF, !continues, !isPreceded, !looksLikeYear, !isNetworkAddress(position..<end, joint)
                else { return nil }
                return Digits(range: position..<end, value: value, count: 9)
            // Two groups of three after the first are an amount of millions when full stops or commas part them.
            case (8, 0x323) where !continues, (8, 0x233) where !continues && joint != 0x2E && joint != 0x2C:
                return eightOrNine(Digits(range: position..<end, value: value, count: 8))
            default: break
            }
        }
        return nil
    }

    /// Nine digits with a zero more in front, as a form of ten places fills it up.
    private func digitsBehindZero(at position: Int) -> Digits? {
        guard isFilledUp(position) else { return nil }
        let range = position..<position + 10
        let value = value(of: range.dropFirst(), after: 0)
        return value < 100_000_000 ? nil : Digits(range: range, value: value, count: 9)
    }

    /// Whether ten digits at a stretch begin at `position`, of which the first is a zero.
    func isFilledUp(_ position: Int) -> Bool {
        signs[position] == 0x30 && !isDigit(position - 1) && endOfRun(at: position) == position + 10
    }

    /// The eight or nine digits of a number that a spreadsheet shows as `1,23456782E+08`.
    ///
    /// All digits are written, or all but a last zero: a rounded number could be any of many.
    private func scientificDigits(at position: Int) -> Digits? {
        guard !isLetterOrDigit(position - 1) else { return nil }
        var end = endOfRun(at: position)
        var (written, decimals) = (end - position, 0)
        guard written <= 9 else { return nil }
        var value = UInt64(value(of: position..<end, after: 0))
        if isDecimalMark(end), isDigit(end + 1) {
            let last = endOfRun(at: end + 1)
            decimals = last - end - 1
            written += decimals
            guard written <= 10 else { return nil }
            for place in end + 1..<last { value = value * 10 + UInt64(signs[place] - 0x30) }
            end = last
        }
        guard written >= 8, end < signs.count, signs[end] == UInt8(ascii: "e") else { return nil }
        end += 1
        let hasSign = end < signs.count && signs[end] == UInt8(ascii: "+")
        if hasSign { end += 1 }
        let last = endOfRun(at: end)
        guard (1...3).contains(last - end), !isLetterOrDigit(last) else { return nil }
        let zeros = Int(self.value(of: end..<last, after: 0)) - decimals
        // `12345678E1` can be a code.
        guard (0...1).contains(zeros), hasSign || decimals > 0 || zeros == 0 else { return nil }
        if zeros == 1 { value *= 10 }
        switch value {
        case 100_000_000...999_999_999: return Digits(range: position..<last, value: UInt32(value), count: 9)
        case 10_000_000...99_999_999: return Digits(range: position..<last, value: UInt32(value), count: 8)
        default: return nil
        }
    }

    private func isYear(_ value: UInt32, length: Int) -> Bool { length == 4 && (1900...2100).contains(value) }

    /// Whether a digit with `joint` behind it stands before `position`.
    private func isPreceded(_ position: Int, by joint: UInt8) -> Bool {
        guard let before = alphanumeric(before: position), before < position - 1, isDigit(before) else { return false }
        return gap(at: before + 1)?.joint == joint
    }

    /// Whether the digits are four numbers of one byte each with full stops between them.
    private func isNetworkAddress(_ range: Range<Int>, _ joint: UInt8) -> Bool {
        guard joint == 0x2E else { return false }
        let parts = range.split { signs[$0] == joint }
        return parts.count == 4 && parts.allSatisfy { value(of: $0, after: 0) <= 255 }
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
        return KvKNumber(digits: range.filter(isDigit).suffix(8).map { signs[$0] }).map(
            scanner.knownKvKNumbers.contains) ?? false
    }
}
