import SocialReturnModel

extension SkippedResult {
    /// Where it is damaged, what is wrong, and what to do about it.
    public var text: Text {
        let place = [file.map { Text(verbatim: $0) }, line.map { Text(nl: "regel \($0)", en: "line \($0)") }]
            .compactMap(\.self)
        guard !place.isEmpty else { return reason.text }
        return Text(
            nl: "\(place.map(\.nl).joined(separator: ", ")): \(reason.text.nl)",
            en: "\(place.map(\.en).joined(separator: ", ")): \(reason.text.en)")
    }
}

extension SkippedResult.Reason {
    /// What is wrong, and what to do about it.
    public var text: Text {
        switch self {
        case .dataMissing:
            Text(
                nl:
                    "de map gegevens met voorblad.csv ontbreekt of is niet te lezen. Maak het resultaat opnieuw met convert.",
                en:
                    "the folder gegevens with voorblad.csv is missing or cannot be read. Make the result again with convert."
            )
        case .coverMissing:
            Text(
                nl: "telt nog niet mee: er is geen voorblad. De leverancier leest dat in terugkoppeling.xlsx.",
                en: "does not count yet: there is no cover. The supplier reads so in terugkoppeling.xlsx.")
        case .findingsMissing:
            Text(
                nl: "bevindingen.json ontbreekt. Maak het resultaat opnieuw met convert, zonder --only.",
                en: "bevindingen.json is missing. Make the result again with convert, without --only.")
        case .findingsDamaged:
            Text(
                nl: "bevindingen.json is beschadigd. Maak het resultaat opnieuw met convert.",
                en: "bevindingen.json is damaged. Make the result again with convert.")
        case .changed:
            Text(
                nl: "is veranderd nadat convert het maakte. Maak het resultaat opnieuw met convert --rebuild.",
                en: "was changed after convert made it. Make the result again with convert --rebuild.")
        case .fileMissing:
            Text(
                nl: "is weg, en convert had het gemaakt. Maak het resultaat opnieuw met convert.",
                en: "is gone, and convert had made it. Make the result again with convert.")
        case .dataDamaged:
            Text(
                nl: "deze regel is niet zoals convert hem schrijft. Maak het resultaat opnieuw met convert.",
                en: "this line is not as convert writes it. Make the result again with convert.")
        case .figureOutOfBounds:
            Text(
                nl: "hier staat een getal of datum waar geen rapportage op uit kan komen. Maak het bestand opnieuw.",
                en: "there is a number or date here that no report can come to. Make the file again.")
        case .figuresUncountable:
            Text(
                nl:
                    "de getallen zijn samen met die van de andere resultaten te groot om op te tellen. Controleer de bedragen en uren in dit resultaat.",
                en:
                    "the figures are too large to add up with those of the other results. Check the amounts and hours in this result."
            )
        case .unreadable:
            Text(
                nl: "een bestand kan niet worden geopend. Controleer de rechten.",
                en: "a file cannot be opened. Check the permissions.")
        case .noResult:
            Text(
                nl: "hier staat geen resultaat. Geef een map die convert heeft gemaakt, of een deeloverzicht (.jsonl).",
                en: "there is no result here. Give a folder that convert made, or a summary (.jsonl).")
        case .deeper:
            Text(
                nl: "in deze map staan ook resultaten; die zijn niet gelezen. Geef ook deze map zelf aan consolidate.",
                en:
                    "this folder holds results too, which were not read. Give this folder itself to consolidate as well."
            )
        case .summaryDamaged:
            Text(
                nl: "het deeloverzicht is beschadigd. Maak het opnieuw met consolidate.",
                en: "the summary is damaged. Make it again with consolidate.")
        case .otherFormat:
            Text(
                nl:
                    "het deeloverzicht heeft een ander formaat dan \(SummaryFile.format). Maak het opnieuw met consolidate.",
                en: "the summary has another format than \(SummaryFile.format). Make it again with consolidate.")
        case .otherRegister:
            Text(
                nl: "het deeloverzicht is gemaakt met een ander contractregister. Maak het opnieuw met dit register.",
                en: "the summary was made with another contract register. Make it again with this register.")
        }
    }
}
