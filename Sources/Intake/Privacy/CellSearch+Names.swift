/// What the words before a number call it.
extension CellSearch {
    /// Nine digits behind a word for the citizen service number, however they are grouped: `bsn 12345 6782`.
    ///
    /// Without the word such groups are an invoice or anything; see ``digits(at:)``.
    func calledDigits(at position: Int) -> Digits? {
        var end = position
        var value: UInt32 = 0
        for count in 0..<9 {
            if count > 0, !isDigit(end), let gap = gap(at: end) { end = gap.end }
            guard isDigit(end) else { return nil }
            value = value * 10 + UInt32(signs[end] - 0x30)
            end += 1
        }
        return isDigit(end) ? nil : Digits(range: position..<end, value: value, count: 9)
    }

    /// Whether the text calls the number at `position` a citizen service number.
    func isCalledBSN(_ position: Int) -> Bool {
        nameEnd(before: position, within: 16, of: ["bsn", "b.s.n", "burgerservice", "burger service", "sofi"]) != nil
    }

    /// Whether eight digits are a date of birth that the text calls so, and that the search for words reports.
    func isCalledBirthDate(_ digits: Digits) -> Bool {
        scanner.searchesPersons && CalendarForm.dayInEightDigits(Int(digits.value)) != nil
            && nameEnd(before: digits.range.lowerBound, within: 12, of: ["geb", "geboren", "birth"]) != nil
    }

    /// Whether the number of the trade register is named shortly before `position`, or somewhat further before it with
    /// `nummer` or `onder` in between.
    func isCalledKvK(_ position: Int) -> Bool {
        let names: [StaticString] = ["kvk", "k.v.k", "kamer van koophandel", "handelsregister"]
        guard let end = nameEnd(before: position, within: 30, of: names) else { return false }
        if position - end <= 12 { return true }
        return nameEnd(before: position, within: position - end, of: ["nummer", "onder"]) != nil
    }

    /// Where the last of `names` ends before `position`, with at most `distance` signs in between and no digit or mask among
    /// them.
    private func nameEnd(before position: Int, within distance: Int, of names: [StaticString]) -> Int? {
        var end = position
        while end > 0, position - end <= distance {
            if names.contains(where: { stands($0, before: end) }) { return end }
            end -= 1
            if isDigit(end) || signs[end] == Masking.mask { return nil }
        }
        return nil
    }

    /// Whether `name` ends at `end` as the beginning of a word.
    private func stands(_ name: StaticString, before end: Int) -> Bool {
        !isLetter(end - name.utf8CodeUnitCount - 1) && ends(at: end, with: name)
    }

    /// Whether the signs before `end` are those of `name`.
    func ends(at end: Int, with name: StaticString) -> Bool {
        let start = end - name.utf8CodeUnitCount
        return start >= 0 && (0..<name.utf8CodeUnitCount).allSatisfy { signs[start + $0] == name.utf8Start[$0] }
    }
}
