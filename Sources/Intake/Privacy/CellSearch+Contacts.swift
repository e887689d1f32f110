import SocialReturnModel

/// E-mail addresses and telephone numbers.
extension CellSearch {
    /// The address around the at sign at `position`, also with blanks around its signs.
    func email(at position: Int) -> Match? {
        var nameEnd = position
        while nameEnd > 0, position - nameEnd < 2, signs[nameEnd - 1] == 0x20 { nameEnd -= 1 }
        guard let host = host(from: position + 1) else { return nil }
        return email(nameEnd: nameEnd, host: host)
    }

    /// The address whose first part ends at `nameEnd` and whose host is `host`; nil where it is that of an office.
    func email(nameEnd: Int, host: Range<Int>) -> Match? {
        var start = nameEnd
        while start > 0, isLetterOrDigit(start - 1) || "._%+-'".utf8.contains(signs[start - 1]) { start -= 1 }
        guard start < nameEnd, !isMailboxOfOffice(start..<nameEnd) else { return nil }
        return Match(range: start..<host.upperBound, kind: .email, certainty: .certain)
    }

    /// The name of a host that begins at `position`, at most two blanks further on.
    private func host(from position: Int) -> Range<Int>? {
        var start = position
        while start < signs.count, start - position < 2, signs[start] == 0x20 { start += 1 }
        var end = start
        var lastDot: Int?
        while end < signs.count {
            if isLetterOrDigit(end) || signs[end] == 0x2D {
                end += 1
            } else if let dot = dot(at: end) {
                (lastDot, end) = (end, dot)
            } else {
                break
            }
        }
        guard let lastDot, lastDot > start, end - lastDot > 2 else { return nil }
        return start..<end
    }

    /// Where a full stop between the words of a host ends, also when it has blanks around it.
    private func dot(at position: Int) -> Int? {
        var end = position
        if end < signs.count, signs[end] == 0x20 { end += 1 }
        guard end < signs.count, signs[end] == 0x2E else { return nil }
        end += 1
        if end > position + 1, end < signs.count, signs[end] == 0x20 { end += 1 }
        return isLetterOrDigit(end) ? end : nil
    }

    /// Whether the part before the at sign names an office (`info@`) and so no person.
    private func isMailboxOfOffice(_ name: Range<Int>) -> Bool {
        Self.offices.contains { office in
            office.utf8CodeUnitCount == name.count
                && name.allSatisfy { signs[$0] == office.utf8Start[$0 - name.lowerBound] }
        }
    }

    private static let offices: [StaticString] = [
        "info", "contact", "algemeen", "administratie", "secretariaat", "receptie", "planning", "hr", "personeelszaken",
        "socialreturn", "social.return", "leerplekken", "stage", "stages", "werkgeversservicepunt", "contractbeheer",
        "contractmanagement", "inkoop", "facturen", "factuur", "helpdesk", "servicedesk", "klantenservice", "noreply",
    ]

    /// The telephone number that begins at `position`. It is also looked for where it is not reported, because the part
    /// after `+31` or `06-` looks like a BSN.
    func phone(at position: Int) -> Match? {
        guard !isLetterOrDigit(position - 1) else { return nil }
        if position > 0, signs[position - 1] == UInt8(ascii: "+") {
            return abroad(from: position - 1, digits: position)
        }
        if digit(position) == 0, digit(position + 1) == 0, digit(position + 2) == 3, digit(position + 3) == 1 {
            return abroad(from: position, digits: position + 2)
        }
        return national(at: position)
    }

    /// A number with its country: `+31 6 1234 5678`, `0031 (0)70 123 45 67`, `+32 2 123 45 67`.
    private func abroad(from start: Int, digits position: Int) -> Match? {
        guard let first = digit(position), first != 0 else { return nil }
        let isDutch = first == 3 && digit(position + 1) == 1
        if isDutch {
            // Nine digits after the country, or ten with a zero that is often put in brackets.
            for count in [11, 12] {
                guard let walk = walk(from: position, digits: count), (walk.third == 0) == (count == 12) else {
                    continue
                }
                let mobile = count == 11 ? walk.third == 6 : isMobile(walk.end)
                return contact(start..<walk.end, isMarked: true, isNoIdentifier: mobile || hasPlus(start))
            }
            return nil
        }
        // Countries with a code of one digit have ten digits behind it: `+1 123456782` is no number that can be called.
        let counts = first == 1 || first == 7 ? 11...11 : 10...14
        for count in counts.reversed() {
            if let walk = walk(from: position, digits: count) {
                return contact(start..<walk.end, isMarked: true, isNoIdentifier: hasPlus(start))
            }
        }
        return nil
    }

    /// Ten digits that begin with a zero: `06-12345678`, `(070) 123 45 67`, `0612345678`.
    private func national(at position: Int) -> Match? {
        guard digit(position) == 0, let walk = walk(from: position, digits: 10),
            let second = alphanumeric(after: position).flatMap(digit), second != 0
        else { return nil }
        if isJoint(position - 1), signs[position - 1] != 0x20, isDigit(position - 2) { return nil }
        let firstGroup = endOfRun(at: position) - position
        switch firstGroup {
        case 2: guard second == 6, !isDate(at: position), !isShortDate(at: position) else { return nil }
        case 3, 4, 10: break
        // One digit a word: `0 6 1 2 …`.
        case 1: guard (position..<walk.end).allSatisfy({ !isDigit($0) || !isDigit($0 + 1) }) else { return nil }
        default: return nil
        }
        // 088 is given out to organisations only.
        if firstGroup < 10, second == 8, digit(position + 2) == 8 {
            return Match(range: position..<walk.end, kind: .phone, certainty: .possible, isReported: false)
        }
        let start = position > 0 && signs[position - 1] == UInt8(ascii: "(") ? position - 1 : position
        // The number of a Belgian firm has groups of four and three.
        return contact(
            start..<walk.end, isMarked: firstGroup < 10 || second == 6, isNoIdentifier: second == 6 || firstGroup == 3)
    }

    private func hasPlus(_ position: Int) -> Bool { signs[position] == UInt8(ascii: "+") }

    /// Whether the nine digits that end at `end` are those of a mobile telephone.
    private func isMobile(_ end: Int) -> Bool {
        var (position, left) = (end, 9)
        while left > 0, position > 0 {
            position -= 1
            if isDigit(position) { left -= 1 }
        }
        return digit(position) == 6
    }

    /// Outside free text a row of ten digits is a number of another kind more often than a telephone number. In a column of organisations
    /// only what no identifier looks like is one: a mobile number, an area code of three digits, a plus sign.
    private func contact(_ range: Range<Int>, isMarked: Bool, isNoIdentifier: Bool) -> Match {
        Match(
            range: range, kind: .phone, certainty: isMarked ? .certain : .possible,
            isReported: scanner.searchesContacts && scanner.searchesPhones
                && (column != .organisation || isNoIdentifier)
                && (isMarked || column == .freeText))
    }

    /// Where `count` digits from `position` on end, with at most three joints, brackets or slashes at a time between them,
    /// and the third of them; nil when there are fewer or another digit follows.
    private func walk(from position: Int, digits count: Int) -> (end: Int, third: Int)? {
        var end = position
        var found = 0
        var gap = 0
        var third = 0
        while found < count {
            if let digit = digit(end) {
                found += 1
                gap = 0
                if found == 3 { third = digit }
            } else {
                guard gap < 3, isJoint(end), signs[end] != 0x2C else { return nil }
                gap += 1
            }
            end += 1
        }
        return isLetterOrDigit(end) ? nil : (end, third)
    }

    private func digit(_ position: Int) -> Int? {
        isDigit(position) ? Int(signs[position] - 0x30) : nil
    }

    /// Whether `06-03-2026` or the like begins at `position`.
    private func isDate(at position: Int) -> Bool {
        isJoint(position + 2) && endOfRun(at: position + 3) == position + 5 && isJoint(position + 5)
            && endOfRun(at: position + 6) == position + 10
            && (digit(position + 6) == 2 && digit(position + 7) == 0
                || digit(position + 6) == 1 && digit(position + 7) == 9)
    }

    /// Whether `06-03-26` or the like begins at `position` with something else behind it, as in a period or before a time: the same sign
    /// parts day, month and year, and another follows.
    private func isShortDate(at position: Int) -> Bool {
        let joint = position + 2
        guard isJoint(joint), signs[joint] != 0x20, isJoint(joint + 3), signs[joint + 3] == signs[joint],
            endOfRun(at: joint + 1) == joint + 3, endOfRun(at: joint + 4) == joint + 6, isJoint(joint + 6),
            signs[joint + 6] != signs[joint]
        else { return false }
        func pair(_ position: Int) -> Int { (digit(position) ?? 9) * 10 + (digit(position + 1) ?? 9) }
        return (1...12).contains(pair(joint + 1)) && (20...39).contains(pair(joint + 4))
    }
}
