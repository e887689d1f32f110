import DelimitedText
import SocialReturnModel

/// Masks what may not be delivered in the cells of a file, before anything else reads them.
///
/// A refused value exists nowhere behind this step: no row, message, sheet or file can leak it.
struct PrivacyMasking {
    private let facts: TableFacts
    private let known: KnownOrganisations
    private let scanner: PrivacyScanner
    private var observations: [Observation] = []
    private var masks: [Mask] = []

    /// A part of a cell that may not be shown.
    private struct Mask {
        let record: Int
        let field: Int
        let range: Range<Int>
    }

    private init(_ facts: TableFacts, _ known: KnownOrganisations) {
        self.facts = facts
        self.known = known
        scanner = PrivacyScanner(
            searchesContacts: RefusedHeading.participantTables.contains(facts.id), knownKvKNumbers: known.kvkNumbers)
    }

    /// Masks the cells of `sources`, which all lie in `cells`: the tables of one file or sheet. All of them are searched before any is
    /// masked, and each has the cells of all when this is done.
    ///
    /// - Returns: what was seen, for each of the tables.
    static func mask(
        _ sources: inout [SourceTable], in cells: consuming DelimitedTable, _ known: KnownOrganisations
    ) -> [[Observation]] {
        var observations: [[Observation]] = []
        var masks: [Mask] = []
        for source in sources {
            var masking = PrivacyMasking(source.facts, known)
            masking.search(source)
            masks += masking.masks
            observations.append(masking.observations)
        }
        // The cells are given up by all tables, so that they are not copied for the first mask.
        for index in sources.indices { sources[index].cells = .empty }
        for mask in masks { cells.overwrite(mask.record, mask.field, bytes: mask.range, with: Masking.mask) }
        for index in sources.indices { sources[index].cells = cells }
        return observations
    }

    /// Masks the cells of `source`, the only table of its file or sheet, and gives back what was seen.
    static func mask(_ source: inout SourceTable, _ known: KnownOrganisations) -> [Observation] {
        var sources = [source]
        let cells = source.cells
        source.cells = .empty
        let observations = mask(&sources, in: cells, known)
        source = sources[0]
        return observations[0]
    }

    /// A field of the file, with how it is searched.
    private struct SearchedField {
        let field: Int
        let column: ColumnReference
        let privacy: PrivacyClass
        var holdsAgeClass = false
        var holdsReference = false
        var isRefused = false
    }

    private mutating func search(_ source: SourceTable) {
        searchAboveHeadings(source)
        let fields = searchedFields(source)
        let legalForms = LegalForms(source, known)
        var references = Array(repeating: ReferenceColumnScan(), count: fields.count)
        var hits: [PrivacyHit] = []
        source.cells.withAllBytes { bytes in
            source.region.forEachRow { record in
                for (position, field) in fields.enumerated() {
                    let cell = UnsafeBufferPointer(rebasing: bytes[source.cells.range(record, field.field)])
                    guard !cell.isEmpty else { continue }
                    let place = Place(facts.id, record: Int32(record), column: field.column)
                    if field.isRefused {
                        masks.append(Mask(record: record, field: field.field, range: 0..<cell.count))
                        continue
                    }
                    if field.holdsAgeClass, BirthDateCheck.holdsBirthDate(cell) {
                        observations.append(Observation(.birthDate, place))
                        masks.append(Mask(record: record, field: field.field, range: 0..<cell.count))
                        continue
                    }
                    if field.holdsReference, PersonNameCheck.holdsName(cell) {
                        observations.append(Observation(.personName, place))
                        masks.append(Mask(record: record, field: field.field, range: 0..<cell.count))
                        continue
                    }
                    hits.removeAll(keepingCapacity: true)
                    if case .reference = field.privacy {
                        scanner.scanReference(cell, into: &hits, numbers: &references[position])
                    } else {
                        scanner.scan(cell, in: field.privacy, into: &hits)
                    }
                    for hit in hits { take(hit, in: field, place) { legalForms.standing(source, record) } }
                }
                searchBeyondHeadings(source, record, bytes, &hits)
            }
        }
        for (field, reference) in zip(fields, references) where reference.isRefused {
            refuseReferences(in: field.column)
        }
    }

    private mutating func take(
        _ hit: PrivacyHit, in field: SearchedField, _ place: Place, standing: () -> LegalForms.Standing
    ) {
        switch (hit.kind, hit.treatment(in: field.privacy)) {
        case (.bsn, .refused): observations.append(Observation(.citizenNumber, place))
        case (.bsn, _): observations.append(Observation(.citizenNumberPossible, place))
        case (.iban, _): observations.append(Observation(.accountNumber, place))
        case (.email, _), (.phone, _): observations.append(Observation(.contactDetail, place))
        case (.oldVATNumber, _):
            let standing = standing()
            // In a column of its own the number belongs to the organisation of the row; elsewhere nobody knows whose it
            // is. One that also has the form of after 2020 is taken for such a one.
            if case .organisation = field.privacy, standing == .legalEntity || hit.certainty == .possible { return }
            let isCertain = standing == .soleTrader && hit.certainty == .certain
            observations.append(Observation(isCertain ? .soleTraderVATNumber : .soleTraderVATNumberPossible, place))
            masks.append(Mask(record: Int(place.record), field: field.field, range: hit.range))
            return
        }
        if hit.isMasked(in: field.privacy) {
            masks.append(Mask(record: Int(place.record), field: field.field, range: hit.range))
        }
    }

    /// What a hit in a place without a column of its own is reported as.
    private static func kind(of hit: PrivacyHit) -> Observation.Kind {
        switch hit.kind {
        case .bsn: hit.certainty == .certain ? .citizenNumber : .citizenNumberPossible
        case .iban: .accountNumber
        case .email, .phone: .contactDetail
        case .oldVATNumber: .soleTraderVATNumberPossible
        }
    }

    /// Single hits in a column of references were warnings; a pattern of hits makes each an error.
    private mutating func refuseReferences(in column: ColumnReference) {
        for index in observations.indices
        where observations[index].kind == .citizenNumberPossible && observations[index].place.column == column {
            observations[index] = Observation(.citizenNumber, observations[index].place)
        }
    }

    private func searchedFields(_ source: SourceTable) -> [SearchedField] {
        var fields: [SearchedField] = []
        for (index, column) in facts.columns.enumerated() where source.fieldOfColumn[index] >= 0 {
            fields.append(
                SearchedField(
                    field: source.fieldOfColumn[index], column: .known(index), privacy: column.privacy,
                    holdsAgeClass: column.name == "leeftijdsklasse",
                    holdsReference: facts.id == .evidence && column.name == "verwijzing"))
        }
        for (index, extra) in source.extraColumns.enumerated() {
            fields.append(
                SearchedField(
                    field: extra.field, column: .extra(index),
                    privacy: extra.identifier == nil ? .freeText : .organisation, isRefused: extra.isRefused))
        }
        let others = source.extraColumns.count
        for (index, column) in source.coverColumns.enumerated() {
            fields.append(
                SearchedField(
                    field: column.field, column: .extra(others + index),
                    privacy: Cover.table.facts.columns[column.index].privacy, isRefused: column.refusal != nil))
        }
        return fields.sorted { $0.field < $1.field }
    }

    /// Titles above the headings are carried along too; a number there has no row of its own to be reported on.
    private mutating func searchAboveHeadings(_ source: SourceTable) {
        for record in source.region.titles {
            for field in 0..<source.cells.fieldCount(of: record) { maskText(source, record, field) }
        }
    }

    private mutating func maskText(_ source: SourceTable, _ record: Int, _ field: Int) {
        var hits: [PrivacyHit] = []
        source.cells.withCell(record, field) { scanner.scan($0, in: .freeText, into: &hits) }
        for hit in hits where hit.isMasked(in: .freeText) {
            masks.append(Mask(record: record, field: field, range: hit.range))
            observations.append(Observation(Self.kind(of: hit), Place(facts.id, record: Int32(record))))
        }
    }

    /// Fields behind the last heading belong to no column, but they are shown with a row that was set aside.
    private mutating func searchBeyondHeadings(
        _ source: SourceTable, _ record: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ hits: inout [PrivacyHit]
    ) {
        let width = source.headerRecord < 0 ? 0 : source.cells.fieldCount(of: source.headerRecord)
        let count = source.cells.fieldCount(of: record)
        guard count > width || source.cells.isDamaged(record) else { return }
        let first = source.cells.isDamaged(record) ? 0 : width
        for field in first..<count {
            hits.removeAll(keepingCapacity: true)
            scanner.scan(
                UnsafeBufferPointer(rebasing: bytes[source.cells.range(record, field)]), in: .freeText, into: &hits)
            for hit in hits {
                masks.append(Mask(record: record, field: field, range: hit.range))
                observations.append(Observation(Self.kind(of: hit), Place(facts.id, record: Int32(record))))
            }
        }
    }
}
