import DelimitedText
import Plumbing
import SocialReturnModel

/// Masks what may not be delivered in the cells of a file, before anything else reads them.
///
/// A refused value exists nowhere behind this step: no row, message, sheet or file can leak it. Every cell of the file passes, whatever the
/// table is: those in a ``Region`` as their column asks, and all others (titles above the headings, the headings themselves, fields behind
/// the last heading, damaged records, files that are no table of ours) as free text.
struct PrivacyGate: Sendable {
    /// A part of a cell that is masked.
    private struct Mask: Sendable {
        let record: Int
        let field: Int
        let range: Range<Int>
    }

    private let table: TableID
    private let known: KnownOrganisations
    private let scanner: PrivacyScanner
    /// For names of organisations: numbers and addresses, no persons.
    private let scannerWithoutPersons: PrivacyScanner
    /// For functions and departments: persons too, whatever the table is.
    private let scannerOfPositions: PrivacyScanner
    /// For numbers, days and codes: contact details too, whatever the table is.
    private let scannerOfBareCells: PrivacyScanner
    /// For invoices and what else has a number that can look like that of a telephone.
    private let scannerOfReferences: PrivacyScanner
    private var observations: [Observation] = []
    /// Where the observations of the present cell begin.
    private var firstOfCell = 0
    private var masks: [Mask] = []
    private var hits: [PrivacyHit] = []
    private var codeNames = PseudonymCheck.NameMemory()
    /// What is refused if its column is.
    private var pending: [(observation: Observation, mask: Mask)] = []
    /// What is refused unless its column holds a series of such numbers.
    private var doubtful: [(observation: Observation, mask: Mask)] = []

    /// Masks the cells of `cells` and tells what was seen, in the order of the records; once more it would find nothing.
    ///
    /// - Parameters:
    ///   - cells: the cells as they were split.
    ///   - regions: the records whose columns are known, ascending and without overlap.
    ///   - table: where findings outside of the regions are placed.
    ///   - holdsParticipants: whether rows may be about participants, so that contact details are refused: where the table was not recognised,
    ///     they may.
    ///   - known: what the register knows.
    static func mask(
        _ cells: inout DelimitedTable, _ regions: [Region], table: TableID, holdsParticipants: Bool,
        _ known: KnownOrganisations
    ) -> [Observation] {
        var gate = PrivacyGate(table, holdsParticipants: holdsParticipants, known)
        gate.search(cells, regions)
        for mask in gate.masks { cells.overwrite(mask.record, mask.field, bytes: mask.range, with: Masking.mask) }
        return gate.observations
    }

    private init(_ table: TableID, holdsParticipants: Bool, _ known: KnownOrganisations) {
        self.table = table
        self.known = known
        let isOfRegister = !table.isSubmission
        func scanner(
            searchesPersons: Bool, searchesContacts: Bool, searchesPhones: Bool = true
        ) -> PrivacyScanner {
            PrivacyScanner(
                searchesContacts: searchesContacts, searchesPhones: searchesPhones, searchesPersons: searchesPersons,
                knownKvKNumbers: known.kvkNumbers,
                knownContractNumbers: known.contractNumbers)
        }
        // Numbers that a register gives out can look like those of telephones.
        let searchesContacts = holdsParticipants && !isOfRegister
        self.scanner = scanner(searchesPersons: !isOfRegister, searchesContacts: searchesContacts)
        scannerWithoutPersons = scanner(searchesPersons: false, searchesContacts: searchesContacts)
        scannerOfPositions = scanner(searchesPersons: true, searchesContacts: holdsParticipants)
        scannerOfBareCells = scanner(searchesPersons: false, searchesContacts: true)
        scannerOfReferences = scanner(
            searchesPersons: false, searchesContacts: true, searchesPhones: searchesContacts)
    }

    private mutating func search(_ cells: DelimitedTable, _ regions: [Region]) {
        cells.withAllBytes { bytes in
            var record = 0
            for region in regions {
                while record < min(region.records.lowerBound, cells.recordCount) {
                    searchOutside(cells, record, bytes, from: 0, isHeading: record == region.records.lowerBound - 1)
                    record += 1
                }
                search(cells, region, bytes)
                record = max(record, region.records.upperBound)
            }
            while record < cells.recordCount {
                searchOutside(cells, record, bytes, from: 0, isHeading: false)
                record += 1
            }
        }
    }

    /// Searches a region, a large one in parts on all processors: only the numbers in a column of references are weighed together.
    private mutating func search(_ cells: DelimitedTable, _ region: Region, _ bytes: UnsafeBufferPointer<UInt8>) {
        let fields = region.fields.sorted { $0.index < $1.index }
        var references = Array(repeating: ReferenceColumnScan(), count: fields.count)
        // From the first observation on the observations are those of this region.
        let first = observations.count
        let records = region.records.clamped(to: 0..<cells.recordCount)
        let parts = (records.count + Self.recordsOfPart - 1) / Self.recordsOfPart
        if parts > 1 {
            let gate = emptied
            let found = Parallel.map(parts) { part in
                let start = records.lowerBound + part * Self.recordsOfPart
                return gate.searched(cells, start..<min(start + Self.recordsOfPart, records.upperBound), fields)
            }
            for (gate, scans) in found { take(gate, scans, &references) }
        } else {
            search(cells, records, fields, bytes, &references)
        }
        for (field, reference) in zip(fields, references) {
            let held = (reference.isRefused ? pending : []) + (reference.isSeriesFilledUp ? [] : doubtful)
            for (observation, mask) in held where mask.field == field.index {
                if observations.last != observation { observations.append(observation) }
                masks.append(mask)
            }
            if reference.isRefused { refuseReferences(in: field, from: first) }
        }
        pending.removeAll()
        doubtful.removeAll()
    }

    /// Fewer records are searched before another thread has begun.
    private static let recordsOfPart = 16_384

    /// Whether `cells` are searched in parts.
    static func searchesInParts(_ cells: DelimitedTable) -> Bool { cells.recordCount > recordsOfPart }

    /// This gate as if it had seen nothing.
    private var emptied: PrivacyGate {
        var gate = self
        (gate.observations, gate.firstOfCell) = ([], 0)
        (gate.masks, gate.pending, gate.doubtful) = ([], [], [])
        return gate
    }

    /// What a gate like this one finds in `records`, and the numbers in their columns of references.
    private func searched(
        _ cells: DelimitedTable, _ records: Range<Int>, _ fields: [Field]
    ) -> (PrivacyGate, [ReferenceColumnScan]) {
        var gate = self
        var references = Array(repeating: ReferenceColumnScan(), count: fields.count)
        cells.withAllBytes { gate.search(cells, records, fields, $0, &references) }
        return (gate, references)
    }

    /// Adds what `gate` found in the records that follow.
    private mutating func take(
        _ gate: PrivacyGate, _ scans: [ReferenceColumnScan], _ references: inout [ReferenceColumnScan]
    ) {
        observations += gate.observations
        masks += gate.masks
        pending += gate.pending
        doubtful += gate.doubtful
        for index in references.indices { references[index].merge(scans[index]) }
    }

    private mutating func search(
        _ cells: DelimitedTable, _ records: Range<Int>, _ fields: [Field], _ bytes: UnsafeBufferPointer<UInt8>,
        _ references: inout [ReferenceColumnScan]
    ) {
        let width = fields.last.map { $0.index + 1 } ?? 0
        let gaps = Set(0..<width).subtracting(fields.map(\.index)).sorted()
        let legalForms = LegalForms(fields, known)
        // Lent, as an array counts a reference for each cell whose scanner it hands out.
        fields.map(scanner(of:)).withUnsafeBufferPointer { scanners in
            for record in records {
                let count = cells.fieldCount(of: record)
                for position in fields.indices {
                    let field = fields[position]
                    guard field.index < count else { break }
                    let cell = UnsafeBufferPointer(rebasing: bytes[cells.range(record, field.index)])
                    guard !cell.isEmpty else { continue }
                    if searchWhole(cell, record, field) { continue }
                    if case .reference = field.privacy {
                        scanners[position].scanReference(cell, into: &hits, numbers: &references[position])
                    } else {
                        scanners[position].scan(cell, in: field.searchedAs, into: &hits)
                    }
                    if case .contact = field.content { hits.removeAll { $0.isLandline(in: cell) } }
                    if !field.content.isBare, field.privacy != .freeText { findStrays(cell) }
                    if !hits.isEmpty { takeHits(cell, record, field) { legalForms.standing(cells, record) } }
                }
                for field in gaps where field < count { searchText(cells, record, field, bytes, isHeading: false) }
                let isDamaged = cells.isDamaged(record)
                if isDamaged || count > width {
                    searchOutside(cells, record, bytes, from: isDamaged ? 0 : width, isHeading: false)
                }
            }
        }
    }

    /// Whether the whole of a cell is refused: then it is masked. Else its parts are to be searched, with nothing found in it yet.
    private mutating func searchWhole(_ cell: UnsafeBufferPointer<UInt8>, _ record: Int, _ field: Field) -> Bool {
        if case .refused = field.content {
            // The heading was the reason, which is told once.
            masks.append(Mask(record: record, field: field.index, range: 0..<cell.count))
            return true
        }
        if let kind = wholeCell(cell, field) {
            masks.append(Mask(record: record, field: field.index, range: 0..<cell.count))
            observations.append(Observation(kind, field.place(record)))
            return true
        }
        if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
        firstOfCell = observations.count
        return false
    }

    /// Tells what was found in a cell, and masks it.
    private mutating func takeHits(
        _ cell: UnsafeBufferPointer<UInt8>, _ record: Int, _ field: Field, standing: () -> LegalForms.Standing
    ) {
        // The number of a contract is what the register says, whatever it looks like.
        if case .reference = field.privacy, known.isContract(cell) { return }
        for hit in hits { take(hit, in: field, field.place(record), standing: standing) }
    }

    /// What in a cell makes the whole of it refused; nil when nothing does.
    private mutating func wholeCell(_ cell: UnsafeBufferPointer<UInt8>, _ field: Field) -> Observation.Kind? {
        switch field.content {
        case .ageClass:
            BirthDateCheck.holdsBirthDate(cell)
                ? .birthDate
                : holdsName(cell, atLeast: .full) || callsSomebody(cell, fewest: 1)
                    ? .personNameAstray : strayKind(cell, field)
        case .reference: PersonNameCheck.holdsName(cell) ? .personName : nil
        case .participantCode, .rowCode:
            strayKind(cell, field)
                ?? (holdsName(cell, atLeast: .surname) || callsSomebody(cell, fewest: 2) ? .personName : nil)
        case .participant:
            strayKind(cell, field)
                ?? (holdsName(cell, atLeast: .surname) || !PseudonymCheck.isCode(cell) ? .personName : nil)
        // The number of an invoice can have the name of the firm in it.
        case .rowReference:
            strayKind(cell, field)
                ?? (holdsName(cell, atLeast: PseudonymCheck.hasYear(cell) ? .full : .surname)
                    || callsSomebody(cell, fewest: 2) ? .personName : nil)
        case .nameless, .workPlace:
            strayKind(cell, field)
                ?? (holdsName(cell, atLeast: .full) || callsSomebody(cell, fewest: 1) ? .personNameAstray : nil)
        // The name of a sole trader's firm has no title.
        case .invoice:
            codeNames.found(in: cell).isTitled && !CalledPerson.isOrganisation(cell) || callsSomebody(cell, fewest: 2)
                ? .personNameAstray : nil
        case .properName: strayKind(cell, field)
        case .ordinary, .refused, .organisation, .contact, .position, .givenOut: nil
        }
    }

    /// What stands in a cell that asks for a number, a day or a code and tells when somebody was born, where somebody lives or how to reach
    /// somebody; nil for none.
    private func strayKind(_ cell: UnsafeBufferPointer<UInt8>, _ field: Field) -> Observation.Kind? {
        // One word, as nearly every code is, tells nothing of the kind.
        guard PseudonymCheck.hasWord(cell), cell.contains(where: { $0 <= 0x20 || $0 >= 0x80 || $0 &- 0x30 < 10 })
        else { return nil }
        var found: [PrivacyHit] = []
        TextSearch.search(
            cell, TextSearch.Place(isAboutParticipants: true, searchesNames: false), into: &found, from: 0)
        if case .workPlace = field.content {
            // An address is one of work there, unless the cell says that somebody lives there.
            found.removeAll { $0.kind == .homeAddress }
            TextSearch.search(cell, .withoutNames, into: &found, from: 0)
        }
        return found.first.map { hit in
            switch hit.kind {
            case .birthDate: .birthDateAstray
            case .homeAddress: .homeAddressAstray
            case .bsn, .iban, .oldVATNumber, .email, .phone, .name: Self.kind(of: hit)
            }
        }
    }

    /// Adds to the hits of a cell that is no free text the dates of birth and homes that it calls so: the name of an organisation, a
    /// reference.
    private mutating func findStrays(_ cell: UnsafeBufferPointer<UInt8>) {
        guard PseudonymCheck.hasWord(cell) else { return }
        TextSearch.search(cell, .withoutNames, into: &hits, from: 0)
        hits.sort { $0.start < $1.start }
    }

    /// What searches the cells of a field.
    private func scanner(of field: Field) -> PrivacyScanner {
        switch field.content {
        case .givenOut: scanner
        case _ where field.content.isBare || field.privacy == .organisation: scannerOfBareCells
        case _ where field.privacy == .reference: scannerOfReferences
        case .organisation: scannerWithoutPersons
        case .position: scannerOfPositions
        default: scanner
        }
    }

    /// Whether at least `fewest` words stand behind a word for a person that can be nothing but a name: one may be what a supplier calls a
    /// code (`Kandidaat Alfa`).
    private mutating func callsSomebody(_ cell: UnsafeBufferPointer<UInt8>, fewest: Int) -> Bool {
        codeNames.found(in: cell).calledWords >= fewest
    }

    private mutating func holdsName(
        _ code: UnsafeBufferPointer<UInt8>, atLeast certainty: PseudonymCheck.NameCertainty
    ) -> Bool {
        codeNames.name(in: code).map { $0 >= certainty } ?? false
    }

    private mutating func take(
        _ hit: PrivacyHit, in field: Field, _ place: Place, standing: () -> LegalForms.Standing
    ) {
        var kind = Self.kind(of: hit)
        switch (hit.kind, hit.treatment(in: field.privacy)) {
        case (.bsn, .refused):
            switch field.identifier {
            // The RSIN of a legal entity has the form of a BSN, and so has its VAT number without letters.
            case .rsin, .vat: guard standing() == .soleTrader || hit.certainty == .named else { return }
            default: break
            }
            kind = .citizenNumber
        case (.bsn, .dependsOnColumn):
            kind = .citizenNumberPossible
            // What the register gives out stays, as deliveries are compared with it; so does what may be a number of another kind.
            let isGivenOut = if case .givenOut = field.content { true } else { false }
            if isGivenOut || !place.table.isSubmission && hit.certainty == .possible {
                pending.append(
                    (Observation(kind, place), Mask(record: Int(place.record), field: field.index, range: hit.range)))
                return
            }
            if hit.certainty == .possible {
                doubtful.append(
                    (Observation(kind, place), Mask(record: Int(place.record), field: field.index, range: hit.range)))
                return
            }
        case (.oldVATNumber, _):
            let standing = standing()
            // In a column of its own the number belongs to the organisation of the row; elsewhere nobody knows whose it
            // is. One that also has the form of after 2020 is taken for such a one.
            if case .organisation = field.privacy, standing == .legalEntity || hit.certainty == .possible { return }
            kind =
                standing == .soleTrader && hit.certainty == .certain
                ? .soleTraderVATNumber : .soleTraderVATNumberPossible
        default: break
        }
        note(Observation(kind, place))
        if hit.kind == .oldVATNumber || hit.isMasked(in: field.privacy) {
            masks.append(Mask(record: Int(place.record), field: field.index, range: hit.range))
        }
    }

    /// What a hit is reported as where its column does not say more.
    private static func kind(of hit: PrivacyHit) -> Observation.Kind {
        switch hit.kind {
        case .bsn: hit.certainty == .possible ? .citizenNumberPossible : .citizenNumber
        case .iban: .accountNumber
        case .email, .phone: .contactDetail
        case .oldVATNumber: .soleTraderVATNumberPossible
        case .name: .personName
        case .birthDate: .birthDateInText
        case .homeAddress: .homeAddress
        }
    }

    /// Single hits in a column of references were warnings; a pattern of hits makes each an error.
    private mutating func refuseReferences(in field: Field, from first: Int) {
        for index in first..<observations.count
        where observations[index].kind == .citizenNumberPossible && observations[index].place.column == field.column
            && observations[index].place.table == field.table
        {
            observations[index] = Observation(.citizenNumber, observations[index].place)
        }
    }

    /// Searches the fields of `record` from `first` on as free text, with findings that belong to no column.
    private mutating func searchOutside(
        _ cells: DelimitedTable, _ record: Int, _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, isHeading: Bool
    ) {
        for field in first..<max(cells.fieldCount(of: record), first) {
            searchText(cells, record, field, bytes, isHeading: isHeading)
        }
    }

    private mutating func searchText(
        _ cells: DelimitedTable, _ record: Int, _ field: Int, _ bytes: UnsafeBufferPointer<UInt8>, isHeading: Bool
    ) {
        let cell = UnsafeBufferPointer(rebasing: bytes[cells.range(record, field)])
        guard !cell.isEmpty else { return }
        hits.removeAll(keepingCapacity: true)
        firstOfCell = observations.count
        scanner.scan(cell, in: .freeText, isHeading: isHeading, into: &hits)
        for hit in hits where hit.isMasked(in: .freeText) {
            masks.append(Mask(record: record, field: field, range: hit.range))
            note(Observation(Self.kind(of: hit), Place(table, record: Int32(record))))
        }
    }

    /// Tells what was seen in a cell once, however often it stands there: a finding quotes its cell, so that a text with ten thousand names
    /// would be written ten thousand times.
    private mutating func note(_ observation: Observation) {
        if !observations[firstOfCell...].contains(observation) { observations.append(observation) }
    }
}
