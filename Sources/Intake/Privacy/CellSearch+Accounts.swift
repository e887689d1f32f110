import SocialReturnModel

/// Numbers with letters in them: bank accounts and VAT numbers.
extension CellSearch {
    /// The bank account number whose check digits begin at `position`.
    func account(at position: Int) -> Match? {
        guard isDigit(position + 1) else { return nil }
        let country = (isJoint(position - 1) ? position - 1 : position) - 2
        guard country >= 0, signs[country] &- 0x61 < 26, signs[country + 1] &- 0x61 < 26,
            let length = IBAN.length(signs[country], signs[country + 1])
        else { return nil }
        var end = position
        var found = 2
        while found < length {
            if isJoint(end), isLetterOrDigit(end + 1) { end += 1 }
            guard isLetterOrDigit(end) else { return nil }
            end += 1
            found += 1
        }
        let isDutch = signs[country] == UInt8(ascii: "n") && signs[country + 1] == UInt8(ascii: "l")
        // The form of a Dutch number is narrow enough to be seen when a word is glued to it.
        guard isDutch ? !isDigit(end) : !isLetterOrDigit(end) && !isLetterOrDigit(country - 1) else { return nil }
        let characters = signs[country..<end].filter { $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
        guard IBAN.check(characters) == .valid else { return nil }
        return Match(range: country..<end, kind: .iban, certainty: .certain)
    }

    /// The VAT number whose nine digits begin at `position`, with or without NL before it.
    func oldVATNumber(at position: Int) -> Match? {
        guard let digits = digits(at: position), digits.count == 9, ElevenTest.passesBSN(digits.value) else {
            return nil
        }
        var end = digits.range.upperBound
        if isJoint(end) { end += 1 }
        guard end < signs.count, signs[end] == UInt8(ascii: "b") else { return nil }
        end += 1
        if isJoint(end) { end += 1 }
        guard isDigit(end), isDigit(end + 1), !isLetterOrDigit(end + 2) else { return nil }
        let suffix = (signs[end], signs[end + 1])
        end += 2
        var start = position
        let country = (isJoint(position - 1) ? position - 1 : position) - 2
        if country >= 0, signs[country] == UInt8(ascii: "n"), signs[country + 1] == UInt8(ascii: "l") {
            start = country
        }
        var modulo = Modulo97()
        for byte in "NL".utf8 { modulo.add(byte) }
        for position in digits.range { modulo.add(signs[position]) }
        for byte in [UInt8(ascii: "B"), suffix.0, suffix.1] { modulo.add(byte) }
        return Match(
            range: start..<end, kind: .oldVATNumber, certainty: modulo.remainder == 1 ? .possible : .certain)
    }
}
