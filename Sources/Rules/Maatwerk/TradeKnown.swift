import Intake
import Parameters
import SocialReturnModel

/// The trade of a learning place is one that others know it by. It asks which one is meant, and keeps nothing from counting.
enum TradeKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-20", since: .v2026_3, .signal, level: .cell, basis: .own, column: .of(\LearningPlace.occupation),
        name: Text(nl: "Welk vak is bedoeld?", en: "Which trade is meant?"),
        message: Text(
            nl: "Het vak '{value}' herkennen wij niet.", en: "We do not recognise the trade '{value}'."),
        remedy: Text(
            nl:
                "Noem het vak met een gewoon woord, zoals schoonmaker, hovenier of ict-medewerker. Klopt het, dan kan inkoop het toevoegen "
                + "in vakken.csv van het register.",
            en:
                "Name the trade by an ordinary word, such as schoonmaker, hovenier or ict-medewerker. If it is right, procurement can add it "
                + "to vakken.csv of the register."),
        why: Text(
            nl: "Vraag en aanbod vinden elkaar ook als het vak verwant is. Daarvoor moeten wij het kennen.",
            en: "Demand and offer also find each other when the trades are related. For that we must know them."),
        examples: [
            .triggers("leerplekken: vak=zweefmolenaar"),
            .triggers("leerplekken: vak=in overleg"),
            .passes(),
            .passes("leerplekken: vak="),
            .passes("leerplekken: vak=Medewerker groenvoorziening"),
            .passes("leerplekken: vak=helpdesk"),
            .passes("leerplekken: vak=zweefmolenaar", "vakken: vak=zweefmolenaar; vakveld=Handel"),
            .passes("leerplekken: vak=Zweefmolens draaien", "vakken: vak=kermismedewerker; woorden=zweefmolen"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.learningPlaces else { return }
        let trades = TradeList.builtIn.adding(context.register?.trades)
        let column = ColumnReference(\LearningPlace.occupation)
        for index in table.acceptedIndices {
            let text = table.source.text(table.rows[index].occupation)
            guard !text.isEmpty, trades.trade(text) == nil else { continue }
            report.found(at: table.place(index, column))
        }
    }
}
