import Intake
import SocialReturnModel

/// A document is named for one participant. The same number of a document, or the same place where it is found, for two participants
/// is a slip of the pen or a list with more names on it.
///
/// A place that holds many documents (`kast C`) is no such reference: only one that names a file or a number is compared.
enum EvidenceOfOneParticipant: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-08", since: .v2026_2, .warning, level: .table, basis: .own, column: .of(\Evidence.id),
        needs: [.table(.placements), .table(.evidence)],
        name: Text(nl: "Eén bewijs voor meer mensen?", en: "One document for several people?"),
        message: Text(
            nl: "Bewijs {value} staat ook bij een andere deelnemer, in uw rij {detail}.",
            en: "Evidence {value} is also named for another participant, in your row {detail}."),
        remedy: Text(
            nl: "Gebruik per deelnemer een eigen verwijzing.", en: "Use a reference of its own for each participant."),
        why: Text(
            nl: "Een bewijs gaat over één persoon. Staan er meer mensen op één stuk, dan ziet wie het bekijkt ook de "
                + "gegevens van de anderen.",
            en: "Evidence is about one person. If there are more people on one document, who looks at it sees the "
                + "data of the others too."),
        examples: [
            .triggers(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs:",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002"),
            // The reference of the document itself is a matter for the rule about references that stand twice.
            .passes(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs:",
                "bewijs: hoort_bij=P-002; verwijzing=map 12, nr. 5"),
            .triggers(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs: verwijzing=Verklaringen 2026.pdf",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002; verwijzing=verklaringen-2026.PDF"),
            .passes(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs:",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002; verwijzing=map 12, nr. 30"),
            // A place and no document.
            .passes(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs: verwijzing=kast C",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002; verwijzing=kast C"),
            .passes(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs: verwijzing=personeelsdossier 2026",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002; verwijzing=personeelsdossier 2026"),
            .passes(
                "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002", "bewijs: verwijzing=",
                "bewijs: bewijs_id=B-003; hoort_bij=P-002; verwijzing="),
            // Two placements of one participant.
            .passes(
                "inzet:", "inzet: inzet_id=P-002; begindatum=01-04-2027; einddatum=", "bewijs:",
                "bewijs: bewijs_id=B-001; hoort_bij=P-002"),
            // Invoices are no participants.
            .passes("bewijs:", "bewijs: hoort_bij=F-2026-118"),
        ])

    static let variants = [
        Text(
            nl: "De verwijzing '{value}' staat ook bij een andere deelnemer, in uw rij {detail}.",
            en: "The reference '{value}' is also given for another participant, in your row {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        // Since then IDN-12 reports every reference that stands twice.
        let comparesIDs = !KeysUnique.facts.isPart(of: context.ruleSet)
        let ofID = ColumnReference(\Evidence.id)
        let ofReference = ColumnReference(\Evidence.reference)
        var firstByID: [Symbol: Use] = [:]
        var firstByReference: [String: Use] = [:]
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let participant = placements[row.belongsTo]?.participant else { continue }
            let use = Use(participant: participant, record: table.records[index])
            if comparesIDs, let id = row.id, let first = firstByID.first(use, for: id) {
                report.found(at: table.place(index, ofID), .row(first.record))
                continue
            }
            let reference = table.source.text(row.reference)
            if namesOneDocument(reference), let first = firstByReference.first(use, for: FoldedName.fold(reference)) {
                report.found(at: table.place(index, ofReference), .row(first.record), variant: 1)
            }
        }
    }

    /// For whom a reference was used first, and in which record.
    fileprivate struct Use {
        let participant: Symbol
        let record: Int32
    }

    /// Whether the text names a file, or a number after `nr` or `nummer`.
    private static func namesOneDocument(_ reference: String) -> Bool {
        let text = reference.lowercased()
        if let stop = text.lastIndex(of: ".") {
            let ending = text[text.index(after: stop)...]
            if (3...4).contains(ending.count), ending.allSatisfy(\.isLetter) { return true }
        }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return zip(words, words.dropFirst()).contains { word, next in
            (word == "nr" || word == "nummer" || word == "no") && next.first?.isNumber == true
        }
    }
}

extension Dictionary where Value == EvidenceOfOneParticipant.Use {
    /// The first use of `key` when that was for another participant; keeps `use` when it is the first.
    fileprivate mutating func first(_ use: Value, for key: Key) -> Value? {
        guard let first = self[key] else {
            self[key] = use
            return nil
        }
        return first.participant == use.participant ? nil : first
    }
}
