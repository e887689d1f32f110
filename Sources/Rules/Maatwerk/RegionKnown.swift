import Intake
import Parameters
import SocialReturnModel

/// The region of a learning place is one that others know it by. It asks which one is meant, and keeps nothing from counting.
enum RegionKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-19", since: .v2026_3, .signal, level: .cell, basis: .own, sources: ["AMR-2015"],
        column: .of(\LearningPlace.region),
        name: Text(nl: "Welke regio is bedoeld?", en: "Which region is meant?"),
        message: Text(
            nl: "'{value}' staat niet in de lijst van regio's.", en: "'{value}' is not in the list of regions."),
        remedy: Text(
            nl:
                "Vul de arbeidsmarktregio in, een provincie, of 'heel Nederland'. Klopt de naam, dan kan inkoop haar toevoegen "
                + "in regios.csv van het register.",
            en:
                "Fill in the labour market region, a province, or 'heel Nederland'. If the name is right, procurement can add it "
                + "to regios.csv of the register."),
        why: Text(
            nl: "Vraag en aanbod vinden elkaar als zij de regio hetzelfde noemen.",
            en: "Demand and offer find each other when they call the region the same."),
        examples: [
            .triggers("leerplekken: regio=Middelaarde"),
            .triggers("leerplekken: regio=Haagladen"),
            .triggers("leerplekken: regio=Rotterdam"),
            .triggers("leerplekken: regio=Haaglanden en Middelaarde"),
            .triggers("leerplekken: regio=in overleg"),
            .passes(),
            .passes("leerplekken: regio=HAAGLANDEN"),
            .passes("leerplekken: regio=arbeidsmarktregio Haaglanden"),
            .passes("leerplekken: regio=FoodValley"),
            .passes("leerplekken: regio=regio Zwolle"),
            .passes("leerplekken: regio=Zuid-Kennemerland en IJmond"),
            .passes("leerplekken: regio=Haaglanden, Rijnmond en Drechtsteden"),
            .passes("leerplekken: regio=provincie Utrecht"),
            .passes("leerplekken: regio=landelijk"),
            // An empty cell is a matter for the rule about what a place lacks.
            .passes("leerplekken: regio="),
            .passes("leerplekken: regio=Middelaarde", "regios: naam=Middelaarde"),
            .passes("leerplekken: regio=Rotterdam", "regios: naam=Rijnmond; alias=Rotterdam|Schiedam"),
        ])

    static let wordings = [
        Wording(
            Text(
                nl: "'{value}' staat niet in de lijst van regio's. Bedoelt u {detail}?",
                en: "'{value}' is not in the list of regions. Do you mean {detail}?"))
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.learningPlaces else { return }
        let regions = RegionList.builtIn.adding(context.register?.regions)
        let column = ColumnReference(\LearningPlace.region)
        for index in table.acceptedIndices {
            guard let region = table.rows[index].region else { continue }
            let text = context.submission.symbols[region]
            guard !regions.knows(text) else { continue }
            if let proposal = regions.proposal(for: text) {
                report.found(at: table.place(index, column), report.text(proposal, from: .tool), variant: 1)
            } else {
                report.found(at: table.place(index, column))
            }
        }
    }
}
