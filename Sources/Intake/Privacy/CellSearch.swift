import SocialReturnModel

/// The search of one cell, sign by sign from the left.
struct CellSearch {
    let signs: UnsafeMutableBufferPointer<UInt8>
    let offsets: UnsafeMutableBufferPointer<Int32>
    let column: PrivacyClass
    let scanner: PrivacyScanner

    /// What a form gives back: where it stands, and whether it is reported or only kept from being read as something else.
    struct Match {
        let range: Range<Int>
        let kind: PrivacyHit.Kind
        let certainty: PrivacyHit.Certainty
        var isReported = true
    }

    init(cell: PlainCell, column: PrivacyClass, scanner: PrivacyScanner) {
        signs = cell.signs
        offsets = cell.offsets
        self.column = column
        self.scanner = scanner
    }

    /// Searches until nothing new is found: a masked hit can lay bare its neighbour, which then no longer is a part of a
    /// longer number.
    mutating func run(into hits: inout [PrivacyHit], numbers: inout ReferenceColumnScan) {
        var before: Int
        repeat {
            before = hits.count
            pass(into: &hits, numbers: &numbers)
        } while hits.count > before
    }

    private func pass(into hits: inout [PrivacyHit], numbers: inout ReferenceColumnScan) {
        var position = 0
        while position < signs.count {
            let match: Match?
            if isDigit(position) {
                match = form(at: position, numbers: &numbers)
            } else if signs[position] == UInt8(ascii: "@"), scanner.searchesContacts {
                match = email(at: position)
            } else {
                position += 1
                continue
            }
            if let match {
                if match.isReported { take(match, into: &hits) }
                position = match.range.upperBound
            } else {
                position = max(endOfRun(at: position), position + 1)
            }
        }
    }

    /// The form that the run of digits at `position` begins or belongs to; the longest first.
    private func form(at position: Int, numbers: inout ReferenceColumnScan) -> Match? {
        if let match = account(at: position) ?? oldVATNumber(at: position) { return match }
        let phone = phone(at: position)
        // Ten digits at a stretch that are not reported as a telephone number can be a BSN with a zero before it.
        if let phone, phone.isReported || !isFilledUp(position) { return phone }
        return citizenServiceNumber(at: position, numbers: &numbers) ?? phone
    }

    private func take(_ match: Match, into hits: inout [PrivacyHit]) {
        hits.append(
            PrivacyHit(
                start: Int(offsets[match.range.lowerBound]), end: Int(offsets[match.range.upperBound]),
                kind: match.kind, certainty: match.certainty))
        for position in match.range { signs[position] = Masking.mask }
    }
}

/// Signs and runs of digits.
extension CellSearch {
    @inline(__always)
    func isDigit(_ position: Int) -> Bool {
        position >= 0 && position < signs.count && signs[position] &- 0x30 < 10
    }

    @inline(__always)
    func isLetter(_ position: Int) -> Bool {
        guard position >= 0, position < signs.count else { return false }
        return signs[position] &- 0x61 < 26 || signs[position] == PlainCell.foreignLetter
    }

    @inline(__always)
    func isLetterOrDigit(_ position: Int) -> Bool { isDigit(position) || isLetter(position) }

    /// A blank or one of the signs that people write between groups of digits.
    @inline(__always)
    func isJoint(_ position: Int) -> Bool {
        position >= 0 && position < signs.count && Self.joints[Int(signs[position])] != 0
    }

    /// What a joint counts as: brackets are all alike; 0 for a sign that parts two things.
    private static let joints: [UInt8] = (0...255).map { sign in
        switch Unicode.Scalar(UInt8(sign)) {
        case "(", ")", "[", "]", "{", "}": UInt8(ascii: "(")
        case " ", "-", ".", "/", "_", ",", ":", "|", "=", "'", "~", "\\": UInt8(sign)
        default: 0
        }
    }

    /// The joint at `position` between the groups of one number, which people may part by any sign; 0 where there is none. A single
    /// asterisk is such a sign, several are a mask.
    @inline(__always)
    private func numberJoint(_ position: Int) -> UInt8 {
        let sign = signs[position]
        guard sign == Masking.mask else { return Self.numberJoints[Int(sign)] }
        let isAlone =
            (position == 0 || signs[position - 1] != Masking.mask)
            && (position + 1 >= signs.count || signs[position + 1] != Masking.mask)
        return isAlone ? sign : 0
    }

    private static let numberJoints: [UInt8] = joints.enumerated().map { sign, joint in
        switch Unicode.Scalar(UInt8(sign)) {
        case "<", ">": UInt8(ascii: "(")
        case "+", "#", "&", "^", "!", "?", "%", "$", "\"", "`", Unicode.Scalar(PlainCell.foreignSymbol): UInt8(sign)
        default: joint
        }
    }

    /// What stands between two letters or digits: joints of one kind, with or without blanks.
    struct Gap {
        /// Where the next letter or digit stands.
        let end: Int
        /// The joint, or a blank where there is none but blanks.
        let joint: UInt8
    }

    /// The gap that begins at `position`, of at most five signs; nil where none does. A comma with a blank parts the items of a list.
    func gap(at position: Int) -> Gap? {
        var end = position
        var joint: UInt8 = 0x20
        var hasBlank = false
        while end < signs.count, end - position < 6, !isLetterOrDigit(end) {
            let sign = numberJoint(end)
            guard sign != 0 else { return nil }
            if sign == 0x20 {
                hasBlank = true
            } else {
                guard joint == 0x20 || joint == sign else { return nil }
                joint = sign
            }
            end += 1
        }
        guard end > position, isLetterOrDigit(end), !(hasBlank && joint == 0x2C) else { return nil }
        return Gap(end: end, joint: joint)
    }

    /// The letter or digit before `position`, with a gap of at most three signs in between; nil where there is none.
    func alphanumeric(before position: Int) -> Int? {
        var before = position - 1
        while before >= 0, position - before <= 3, numberJoint(before) != 0 { before -= 1 }
        return isLetterOrDigit(before) ? before : nil
    }

    /// The letter or digit after the one at `position`, with or without a gap in between.
    func alphanumeric(after position: Int) -> Int? {
        isLetterOrDigit(position + 1) ? position + 1 : gap(at: position + 1)?.end
    }

    func endOfRun(at position: Int) -> Int {
        var end = position
        while isDigit(end) { end += 1 }
        return end
    }

    /// Whether the word around `range` has no digits but those in it: letters may be glued to a number (`BSN123456782`), and a whole word
    /// between two numbers parts them (`P1BSN123456782`), but a number inside a longer code (`a1b2…`) is a part of that code.
    func isOwnWord(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while isLetter(start - 1) { start -= 1 }
        var end = range.upperBound
        while isLetter(end) { end += 1 }
        let fewestLetters = 3
        return (!isDigit(start - 1) || range.lowerBound - start >= fewestLetters)
            && (!isDigit(end) || end - range.upperBound >= fewestLetters)
    }
}
