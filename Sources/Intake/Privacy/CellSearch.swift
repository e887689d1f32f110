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
        account(at: position) ?? oldVATNumber(at: position) ?? phone(at: position)
            ?? citizenServiceNumber(at: position, numbers: &numbers)
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

    /// A blank, a hyphen or a full stop: what people write between groups of digits.
    @inline(__always)
    func isJoint(_ position: Int) -> Bool {
        position >= 0 && position < signs.count
            && (signs[position] == 0x20 || signs[position] == 0x2D || signs[position] == 0x2E)
    }

    func endOfRun(at position: Int) -> Int {
        var end = position
        while isDigit(end) { end += 1 }
        return end
    }

    /// Whether the word around `range` has no digits but those in it: letters may be glued to a number (`BSN123456782`), but
    /// a number inside a longer code (`NL91ABNA…`, `a1b2…`) is a part of that code.
    func isOwnWord(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while isLetter(start - 1) { start -= 1 }
        var end = range.upperBound
        while isLetter(end) { end += 1 }
        return !isDigit(start - 1) && !isDigit(end)
    }
}
