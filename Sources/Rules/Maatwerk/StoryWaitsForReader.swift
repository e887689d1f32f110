import Intake
import SocialReturnModel

/// A story that is to be shared in public waits until somebody has read it: no search finds every name and every trait that tells who
/// somebody is.
enum StoryWaitsForReader: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-17", since: .v2026_3, .signal, level: .acrossTables, basis: .policy, sources: ["AVG", "MVM-LEV"],
        column: .of(\GoodExample.shareable), needs: [.table(.examples), .register], audience: .contractManager,
        name: Text(nl: "Verhaal wacht op een lezer", en: "Story waits for a reader"),
        message: Text(
            nl: "Dit verhaal mag openbaar worden gedeeld. Het wacht op iemand die het eerst leest.",
            en: "This story may be shared in public. It waits for somebody who reads it first."),
        remedy: Text(
            nl:
                "Lees het verhaal: is niemand te herkennen? Zet het contractnummer, de titel en gedeeld_door dan in verhalen.csv van "
                + "het register.",
            en:
                "Read the story: can nobody be recognised? Then put the contract number, the title and gedeeld_door in verhalen.csv "
                + "of the register."),
        why: Text(
            nl: "Een programma vindt niet elke naam. Wat iedereen kan lezen, heeft daarom eerst een mens gelezen.",
            en: "A program does not find every name. What all can read was therefore read by a person first."),
        examples: [
            .triggers("voorbeelden: deelbaar=openbaar"),
            .triggers(
                "verhalen: contractnummer=BZK-2026-0147; titel=Een ander verhaal; gedeeld_door=communicatie",
                "voorbeelden: deelbaar=openbaar"),
            .triggers(
                "verhalen: contractnummer=BZK-2026-0147; titel=Van leerplek naar werk; gedeeld_door=",
                "voorbeelden: deelbaar=openbaar"),
            .passes(),
            .passes("voorbeelden: deelbaar=nee"),
            .passes("voorbeelden: deelbaar=openbaar; toestemming_datum="),
            .passes(
                "verhalen: contractnummer=BZK-2026-0147; titel=van leerplek  naar werk.; gedeeld_door=communicatie",
                "voorbeelden: deelbaar=openbaar"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.examples, let register = context.register else { return }
        let column = ColumnReference(\GoodExample.shareable)
        for index in table.acceptedIndices {
            let example = table.rows[index]
            // Without consent nothing is shared, and MVM-11 asks for it.
            guard example.shareable == .inPublic, example.consentDate != nil,
                !register.isRead(example.contract, title: table.source.text(example.title))
            else { continue }
            report.found(at: table.place(index, column))
        }
    }
}
