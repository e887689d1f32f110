/// Dates and years of birth in a text.
extension TextSearch {
    /// The dates that the text calls one of birth (`geboren op 3 juli 1979`, `geb.jaar 1988`), and the year that someone is `van`.
    func birthDates() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in tokens.all.indices {
            let word = tokens.all[index]
            if word.kinds.contains(.birth) {
                if let date = date(after: index) ?? date(before: index) { found.append(date) }
            } else if word.hash == Self.van, place.isAboutParticipants, isBehindSubject(index),
                let year = year(at: index + 1),
                tokens.isJoined(index, by: " ")
            {
                found.append(year)
            }
        }
        return found
    }

    private static let van = WordHash.of("van")
    private static let `is` = WordHash.of("is")

    /// Words that may stand between `geboren` and the date: `is geboren te Voorbeeldstad op`.
    private static let links: Set<UInt64> = Set(
        ["op", "in", "te", "is", "dat", "datum", "jaar", "dag", "de", "d", "on"].map { WordHash.of($0) })

    /// The date behind the word at `index`, with at most four others between them.
    private func date(after index: Int) -> Range<Int>? {
        let isShort = tokens.all[index].hash == Self.geb
        var next = index + 1
        while next < tokens.all.count, next - index <= 5 {
            let gap = tokens.gap(after: next - 1)
            guard gap.count <= 4, !gap.contains(where: { "!?;\n".utf8.contains($0) }) else { return nil }
            if let date = writtenDate(at: next) { return date }
            let token = tokens.all[next]
            guard !token.isNumber, Self.links.contains(token.hash) || token.isCapital && !isShort && token.count > 2
            else { return nil }
            next += 1
        }
        return nil
    }

    private static let geb = WordHash.of("geb")

    /// The date directly before the word at `index`: `in 1971 geboren`.
    private func date(before index: Int) -> Range<Int>? {
        guard index > 0, tokens.isJoined(index - 1, by: " ") else { return nil }
        return (max(0, index - 3)..<index).lazy.compactMap { first -> Range<Int>? in
            guard let date = writtenDate(at: first), date.upperBound == tokens.all[index - 1].end else { return nil }
            return date
        }.first
    }

    /// The year alone, the date of three numbers, of a day, a month and a year, or of eight digits that begins at `index`, when it is one in
    /// which a participant can be born.
    private func writtenDate(at index: Int) -> Range<Int>? {
        let words = tokens.all
        let first = words[index]
        guard first.isNumber else { return nil }
        if first.count == 4 {
            if index + 2 < words.count, BirthDateCheck.years.contains(first.value), isDatePart(index),
                words[index + 1].isNumber,
                words[index + 1].count <= 2, isDatePart(index + 1), words[index + 2].isNumber,
                words[index + 2].count <= 2
            {
                return first.start..<words[index + 2].end
            }
            return year(at: index)
        }
        if first.count == 8 {
            return CalendarForm.dayInEightDigits(first.value).map(BirthDateCheck.years.contains) == true
                ? first.start..<first.end : nil
        }
        guard first.count <= 2, index + 2 < words.count, (1...31).contains(first.value),
            tokens.gap(after: index).count <= 2
        else { return nil }
        let month = words[index + 1]
        let year = words[index + 2]
        guard year.isNumber,
            month.isNumber
                ? month.count <= 2 && isDatePart(index) && isDatePart(index + 1) : month.kinds.contains(.month),
            tokens.gap(after: index + 1).count <= 2
        else { return nil }
        let isBirthYear =
            year.count == 4
            ? BirthDateCheck.years.contains(year.value)
            : year.count == 2 && BirthDateCheck.years.contains(CalendarForm.fullYear(year.value))
        return isBirthYear ? first.start..<year.end : nil
    }

    private func isDatePart(_ index: Int) -> Bool { tokens.isJoined(index, by: "-./_ ", fewest: 1) }

    private func year(at index: Int) -> Range<Int>? {
        guard index < tokens.all.count else { return nil }
        let token = tokens.all[index]
        return token.isNumber && token.count == 4 && BirthDateCheck.years.contains(token.value)
            ? token.start..<token.end : nil
    }

    /// Whether the sentence says `deelnemer is` right before the word at `index`.
    private func isBehindSubject(_ index: Int) -> Bool {
        guard index > 1, tokens.all[index - 1].hash == Self.is else { return false }
        return tokens.all[index - 2].isAny(of: [.subject, .firstName])
    }
}
