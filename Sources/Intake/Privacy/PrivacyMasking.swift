import DelimitedText
import SocialReturnModel

/// Masks what may not be delivered in a file whose headings are known; see ``PrivacyGate``.
enum PrivacyMasking {
    /// Masks the cells of `source` and appends what was seen to `observations`.
    static func mask(_ source: inout SourceTable, _ known: KnownOrganisations, _ observations: inout [Observation]) {
        let facts = source.facts
        var fields = facts.columns.indices.compactMap { column -> PrivacyGate.Field? in
            let index = source.fieldOfColumn[column]
            return index >= 0 ? .known(column, of: facts, at: index) : nil
        }
        for (position, extra) in source.extraColumns.enumerated() {
            fields.append(
                .extra(
                    position, heading: extra.heading, identifier: extra.identifier, isRefused: extra.isRefused,
                    table: facts.id, at: extra.field))
        }
        let first = source.headerRecord + 1
        let region = PrivacyGate.Region(records: first..<max(source.cells.recordCount, first), fields: fields)
        observations += PrivacyGate.mask(
            &source.cells, [region], table: facts.id,
            holdsParticipants: RefusedHeading.participantTables.contains(facts.id), known)
    }
}
