import SocialReturnModel

/// Searches cells for numbers and addresses that must not be delivered.
///
/// A cell without eight digits and without an at sign, which is nearly every cell, is passed over in one loop without
/// allocation. Other cells are rewritten into a plain alphabet and searched for one form after the other.
public struct PrivacyScanner: Sendable {
    /// Whether e-mail addresses and telephone numbers are reported, as in tables of participants.
    public let searchesContacts: Bool
    /// Whether telephone numbers are among them: what has a number of its own, such as an invoice, can look like one.
    public let searchesPhones: Bool
    /// Whether free text is searched for names, dates of birth and home addresses.
    public let searchesPersons: Bool
    /// Numbers of organisations that are known, which are no warning in free text.
    public let knownKvKNumbers: Set<KvKNumber>
    /// Contract numbers of nine digits that are known, which are no BSN in a column of references.
    public let knownContractNumbers: Set<UInt32>

    /// A scanner for one table.
    public init(
        searchesContacts: Bool, searchesPhones: Bool = true, searchesPersons: Bool = false,
        knownKvKNumbers: Set<KvKNumber> = [],
        knownContractNumbers: Set<UInt32> = []
    ) {
        self.searchesContacts = searchesContacts
        self.searchesPhones = searchesPhones
        self.searchesPersons = searchesPersons
        self.knownKvKNumbers = knownKvKNumbers
        self.knownContractNumbers = knownContractNumbers
    }

    /// Appends what was found in `cell` (UTF-8), in order and without overlap; see ``PrivacyHit/treatment(in:)``.
    ///
    /// Once the hits are masked, a second search finds nothing.
    public func scan(
        _ cell: UnsafeBufferPointer<UInt8>, in column: PrivacyClass, into hits: inout [PrivacyHit]
    ) {
        scan(cell, in: column, isHeading: false, into: &hits)
    }

    /// Searches a cell as free text; a word alone in a heading names no person.
    func scan(
        _ cell: UnsafeBufferPointer<UInt8>, in column: PrivacyClass, isHeading: Bool, into hits: inout [PrivacyHit]
    ) {
        let first = hits.count
        if needsSearch(cell, in: column) {
            var numbers = ReferenceColumnScan()
            search(cell, in: column, hits: &hits, numbers: &numbers)
        }
        guard searchesPersons, column == .freeText, cell.count > 2 else { return }
        let count = hits.count
        let place = TextSearch.Place(isAboutParticipants: searchesContacts, isHeading: isHeading)
        TextSearch.search(cell, place, into: &hits, from: first)
        guard hits.count > count else { return }
        searchAgain(cell, in: column, place, into: &hits, from: first)
        hits[first...].sort { $0.start < $1.start }
        Self.part(&hits, from: first)
    }

    /// Takes from each hit what those before it have: a search of what was masked can take in a part of that.
    private static func part(_ hits: inout [PrivacyHit], from first: Int) {
        var (end, kept) = (0, first)
        for hit in hits[first...] where hit.end > end {
            hits[kept] = PrivacyHit(
                start: max(hit.start, end), end: hit.end, kind: hit.kind, certainty: hit.certainty)
            (end, kept) = (hit.end, kept + 1)
        }
        hits.removeSubrange(kept...)
    }

    /// Searches `cell` without what was found in it: a masked name can lay bare the number or the name that it was glued to.
    private func searchAgain(
        _ cell: UnsafeBufferPointer<UInt8>, in column: PrivacyClass, _ place: TextSearch.Place,
        into hits: inout [PrivacyHit], from first: Int
    ) {
        var masked = Array(cell)
        masked.withUnsafeMutableBufferPointer { masked in
            var done = first
            // Nothing that people write needs more.
            for _ in 0..<4 where done < hits.count {
                for hit in hits[done...] { Masking.apply(to: masked, hit.range) }
                done = hits.count
                let text = UnsafeBufferPointer(masked)
                if needsSearch(text, in: column) {
                    var numbers = ReferenceColumnScan()
                    search(text, in: column, hits: &hits, numbers: &numbers)
                }
                TextSearch.search(text, place, into: &hits, from: done)
            }
        }
    }

    /// Searches a cell of a column of references, and adds its nine-digit numbers to `numbers`.
    public func scanReference(
        _ cell: UnsafeBufferPointer<UInt8>, into hits: inout [PrivacyHit], numbers: inout ReferenceColumnScan
    ) {
        guard needsSearch(cell, in: .reference) else { return }
        search(cell, in: .reference, hits: &hits, numbers: &numbers)
    }

    /// The hits in `text`, for names, messages and other single texts.
    public func hits(in text: String, column: PrivacyClass) -> [PrivacyHit] {
        var hits: [PrivacyHit] = []
        var text = text
        text.withUTF8 { scan($0, in: column, into: &hits) }
        return hits
    }

    /// Whether the cell has enough digits for any form, or an at sign. Digits of other scripts take two to four bytes and
    /// are counted by their first.
    @inline(__always)
    private func needsSearch(_ cell: UnsafeBufferPointer<UInt8>, in column: PrivacyClass) -> Bool {
        let enough = Self.fewestDigits(in: column)
        // No address is shorter than a@b.nl.
        guard cell.count >= (searchesContacts ? 6 : enough), let bytes = cell.baseAddress else { return false }
        var digits = 0
        var hasAtSign = false
        var position = 0
        // Eight bytes at a time: 0.3 ns a byte in long texts instead of 1.4 with bytes alone.
        while position + 8 <= cell.count {
            let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
            // A byte is a digit when it is below ten after its upper half 3 is taken off; others get their high bit set.
            let low = word ^ 0x3030_3030_3030_3030
            let others = (((low & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | low) & Self.highBits
            let digitBits = (~others & Self.highBits) >> 7
            digits += Int((digitBits &* 0x0101_0101_0101_0101) >> 56)
            let at = word ^ 0x4040_4040_4040_4040
            hasAtSign = hasAtSign || (at &- 0x0101_0101_0101_0101) & ~at & Self.highBits != 0
            if word & Self.highBits != 0 {
                for byte in cell[position..<position + 8] where Self.mayBeginDigit(byte) { digits += 1 }
            }
            position += 8
        }
        while position < cell.count {
            let byte = bytes[position]
            digits += byte &- 0x30 < 10 || Self.mayBeginDigit(byte) ? 1 : 0
            hasAtSign = hasAtSign || byte == 0x40
            position += 1
        }
        return digits >= enough || hasAtSign && searchesContacts
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether the byte begins a sign outside ASCII that can be a digit. The letters of Latin and most Greek and Cyrillic are none.
    @inline(__always)
    private static func mayBeginDigit(_ byte: UInt8) -> Bool { byte >= 0xD9 || byte == 0xC2 }

    /// The fewest digits that a form has which is searched for in a column of this class.
    private static func fewestDigits(in column: PrivacyClass) -> Int {
        switch column {
        case .freeText: 8
        case .reference, .pseudonym, .plain, .organisation: 9
        }
    }

    @inline(never)
    private func search(
        _ cell: UnsafeBufferPointer<UInt8>, in column: PrivacyClass, hits: inout [PrivacyHit],
        numbers: inout ReferenceColumnScan
    ) {
        let first = hits.count
        PlainCell.withPlainCell(cell, isText: column == .freeText) { plain in
            var search = CellSearch(cell: plain, column: column, scanner: self)
            search.run(into: &hits, numbers: &numbers)
        }
        if hits.count > first + 1 { hits[first...].sort { $0.start < $1.start } }
    }
}
