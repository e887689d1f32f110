/// Home addresses, and e-mail addresses that are spelled out.
extension TextSearch {
    /// Where somebody lives: an address behind a word that says so, and in a table of participants one with a postcode in a text that does
    /// not speak of work.
    func homeAddresses() -> [Range<Int>] {
        var found: [Range<Int>] = []
        let speaksOfWork = tokens.all.contains { $0.kinds.contains(.work) || $0.isAny(of: .organisation) }
        var cue: Int?
        var index = 0
        while index < tokens.all.count {
            let token = tokens.all[index]
            if token.kinds.contains(.home) || isAddressOfPerson(index) { cue = index }
            let isSaid = cue.map { index - $0 <= 6 && !isSentenceBetween($0, index) } ?? false
            if let address = address(at: index, isSaid: isSaid, speaksOfWork: speaksOfWork) {
                found.append(tokens.all[address.lowerBound].start..<end(of: address))
                index = address.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The address that begins with the word at `index`: a street with its number and perhaps a postcode, or a postcode and a number.
    private func address(at index: Int, isSaid: Bool, speaksOfWork: Bool) -> Range<Int>? {
        let words = tokens.all
        if let code = postcode(at: index) {
            guard place.isAboutParticipants, !speaksOfWork || isSaid, code.upperBound < words.count,
                words[code.upperBound].isNumber, words[code.upperBound].count <= 4,
                tokens.isJoined(code.upperBound - 1, by: " ,-")
            else { return nil }
            return code.lowerBound..<code.upperBound + 1
        }
        guard words[index].isCapital, !words[index].isNumber, !words[index].kinds.contains(.home),
            let number = houseNumber(after: index)
        else { return nil }
        var end = number + 1
        // An addition: `144-b`, `77-2`, `12a`.
        if end < words.count, words[end].count <= 2, tokens.isJoined(number, by: "-/ "),
            tokens.gap(after: number).count <= 1,
            words[end].isNumber ? tokens.gap(after: number).first == 0x2D : words[end].count == 1
        {
            end += 1
        }
        let hasPostcode = end < words.count && tokens.isJoined(end - 1, by: " ,") && postcode(at: end) != nil
        if isSaid || hasPostcode && place.isAboutParticipants && !speaksOfWork {
            return index..<(hasPostcode ? postcode(at: end)?.upperBound ?? end : end)
        }
        return nil
    }

    /// The number behind the name of a street that begins at `index`, at most four words further on.
    private func houseNumber(after index: Int) -> Int? {
        let words = tokens.all
        var next = index + 1
        while next < words.count, next - index <= 4, tokens.isJoined(next - 1, by: " .-", fewest: 1) {
            if words[next].isNumber {
                guard words[next].count <= 4, words[next].value > 0, !isUnit(next + 1) else { return nil }
                return next
            }
            guard words[next].isCapital || words[next].kinds.contains(.particle) else { return nil }
            next += 1
        }
        return nil
    }

    /// Whether a word follows that makes the number a count: `12 dagen`.
    private func isUnit(_ index: Int) -> Bool {
        guard index < tokens.all.count, tokens.isJoined(index - 1, by: " ") else { return false }
        return Self.units.contains(tokens.all[index].hash) || tokens.all[index].kinds.contains(.month)
    }

    private static let units: Set<UInt64> = Set(
        "dagen dag uur uren weken week maanden maand jaar procent euro keer personen mensen medewerkers plekken t"
            .split(separator: " ")
            .map { WordHash.of($0) })

    /// Four digits and two capitals, with at most one blank between them.
    private func postcode(at index: Int) -> Range<Int>? {
        let words = tokens.all
        guard index + 1 < words.count, words[index].isNumber, words[index].count == 4, words[index].value >= 1000,
            words[index + 1].count == 2, words[index + 1].isAllCapitals, tokens.isJoined(index, by: " "),
            tokens.gap(after: index).count <= 1
        else { return nil }
        return index..<index + 2
    }

    /// Whether the words at `index` are `adres deelnemer` or the like.
    private func isAddressOfPerson(_ index: Int) -> Bool {
        guard tokens.all[index].hash == Self.adres else { return false }
        let neighbours = [index - 1, index + 1, index + 2].filter(tokens.all.indices.contains)
        return neighbours.contains { tokens.all[$0].kinds.contains(.subject) }
    }

    private static let adres = WordHash.of("adres")

    private func isSentenceBetween(_ first: Int, _ last: Int) -> Bool {
        (first..<last).contains { index in
            // A full stop behind an abbreviation ends nothing.
            let gap = tokens.gap(after: index)
            return gap.contains { "!?;".utf8.contains($0) }
                || gap.count > 1 && gap.first == 0x2E && tokens.all[index].count > 4
        }
    }

    private func end(of range: Range<Int>) -> Int { tokens.all[range.upperBound - 1].end }

    /// E-mail addresses in which the sign is a word: `naam (at) voorbeeld.nl`, `naam[at]voorbeeld[dot]nl`.
    func spelledEmails() -> [Range<Int>] {
        tokens.all.indices.compactMap { index in
            guard tokens.all[index].kinds.contains(.atSign), index > 0, index + 2 < tokens.all.count else { return nil }
            let (before, after) = (tokens.gap(after: index - 1), tokens.gap(after: index))
            let isBracketed =
                before.contains { "([{<".utf8.contains($0) } && after.contains { ")]}>".utf8.contains($0) }
            guard before.count <= 3, after.count <= 3, isBracketed || before.allSatisfy({ $0 == 0x20 }),
                after.allSatisfy({ " )]}>".utf8.contains($0) })
            else { return nil }
            guard let end = hostEnd(from: index + 1, isBracketed: isBracketed) else { return nil }
            var start = tokens.all[index - 1].start
            let farthest = max(0, start - 64)
            while start > farthest, tokens.text[start - 1] > 0x20,
                !"(<[:;,".utf8.contains(tokens.text[start - 1])
            { start -= 1 }
            // The farthest byte may lie inside a character, which has three more bytes at most.
            let first = max(0, start - 3)
            while start > first, tokens.text[start] & 0xC0 == 0x80 { start -= 1 }
            return start..<end
        }
    }

    /// Where the host ends that begins with the word at `index`. Without brackets around the sign its last part must be a usual one.
    private func hostEnd(from index: Int, isBracketed: Bool) -> Int? {
        var last = index
        var dots = 0
        while last + 1 < tokens.all.count, last - index < 16 {
            if tokens.isJoined(last, by: ".-", fewest: 1), tokens.gap(after: last).count == 1 {
                dots += tokens.gap(after: last).first == 0x2E ? 1 : 0
                last += 1
            } else if last + 2 < tokens.all.count, Self.dots.contains(tokens.all[last + 1].hash),
                tokens.gap(after: last).count <= 2,
                tokens.gap(after: last + 1).count <= 2
            {
                dots += 1
                last += 2
            } else {
                break
            }
        }
        let token = tokens.all[last]
        guard dots > 0, token.count >= 2, !token.isNumber, isBracketed || Self.topLevels.contains(token.hash) else {
            return nil
        }
        return token.end
    }

    private static let dots: Set<UInt64> = [WordHash.of("dot"), WordHash.of("punt")]
    private static let topLevels: Set<UInt64> = Set(
        "nl com net org eu be de info example".split(separator: " ").map { WordHash.of($0) })
}
