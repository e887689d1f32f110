import SocialReturnModel

/// Numbers with letters in them: bank accounts and VAT numbers.
extension CellSearch {
    /// The bank account number whose check digits begin at `position`, however it is grouped.
    func account(at position: Int) -> Match? {
        guard let second = alphanumeric(before: position), signs[second] &- 0x61 < 26,
            let first = alphanumeric(before: second), signs[first] &- 0x61 < 26,
            let length = IBAN.length(signs[first], signs[second])
        else { return nil }
        var characters = [signs[first], signs[second]]
        var last = second
        var hasGap = second > first + 1
        var letters = (all: 0, inRow: 0, mostInRow: 0)
        while characters.count < length {
            guard let next = alphanumeric(after: last), signs[next] < 0x80 else { return nil }
            hasGap = hasGap || next > last + 1
            characters.append(signs[next])
            if characters.count > 4 {
                letters.inRow = isDigit(next) ? 0 : letters.inRow + 1
                letters.all += isDigit(next) ? 0 : 1
                letters.mostInRow = max(letters.mostInRow, letters.inRow)
            }
            last = next
        }
        let end = last + 1
        // The form of a Dutch number is narrow enough to be seen when a word is glued to it.
        if signs[first] == UInt8(ascii: "n"), signs[second] == UInt8(ascii: "l") {
            guard !isDigit(end) else { return nil }
        } else {
            guard !isLetterOrDigit(end), !isLetterOrDigit(first - 1) || isCalledAccount(first) else { return nil }
            // A sentence with numbers in it has more letters.
            if hasGap, letters.mostInRow > 4 || letters.all * 2 > length - 4 { return nil }
        }
        guard IBAN.check(characters) == .valid else { return nil }
        return Match(range: first..<end, kind: .iban, certainty: .certain)
    }

    /// Whether a word for an account is glued to what begins at `position`.
    private func isCalledAccount(_ position: Int) -> Bool {
        ["iban", "rekening", "rek", "account", "nummer", "nr"].contains { ends(at: position, with: $0) }
    }

    /// The VAT number whose nine digits begin at `position`, with or without NL before it.
    func oldVATNumber(at position: Int) -> Match? {
        guard let digits = digits(at: position), digits.count == 9, ElevenTest.passesBSN(digits.value) else {
            return nil
        }
        guard let letter = alphanumeric(after: digits.range.upperBound - 1), signs[letter] == UInt8(ascii: "b"),
            var end = alphanumeric(after: letter)
        else { return nil }
        guard isDigit(end), isDigit(end + 1), !isLetterOrDigit(end + 2) else { return nil }
        let suffix = (signs[end], signs[end + 1])
        end += 2
        var start = position
        if let second = alphanumeric(before: position), ends(at: second + 1, with: "nl") { start = second - 1 }
        var modulo = Modulo97()
        for byte in "NL".utf8 { modulo.add(byte) }
        for position in digits.range { modulo.add(signs[position]) }
        for byte in [UInt8(ascii: "B"), suffix.0, suffix.1] { modulo.add(byte) }
        return Match(
            range: start..<end, kind: .oldVATNumber, certainty: modulo.remainder == 1 ? .possible : .certain)
    }
}
