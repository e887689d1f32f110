import SocialReturnModel

/// Every row has a value in every required column.
enum RequiredValuesPresent: ReadingRule {
    static let facts = RuleMetadata(
        "BST-15", since: .v2026_1, .error, level: .cell, basis: .technical,
        traits: [.ofEveryColumn(.required)],
        name: Text(nl: "Verplichte waarde ontbreekt", en: "Required value missing"),
        message: Text(
            nl: "In de kolom '{column}' is niets ingevuld.", en: "Nothing is filled in in the column '{column}'."),
        remedy: Text(nl: "Vul in deze rij de kolom '{column}' in.", en: "Fill in the column '{column}' in this row."),
        why: Text(
            nl: "Zonder deze waarde kunnen wij de rij niet meetellen.",
            en: "Without this value we cannot count the row."),
        examples: [
            .triggers("inzet: doelgroep="),
            .triggers("inzet: begindatum=  "),
            .triggers("inzet: uren_per_week=-"),
            .triggers("inzet: deelnemercode=onbekend"),
            .triggers("knelpunten: contractnummer=idem"),
            .triggers("afspraken: doel=n.v.t."),
            .triggers("leerpunten: wat_geleerd=-"),
            .passes("afspraken: doel=Geen uitval"),
            // A contract without a number in the register may be this supplier's.
            .triggers("contracten:", "contracten: contractnummer="),
            .triggers("contracten:", "contracten: contractnummer=; leverancier_kvk="),
            .passes("contracten:", "contracten: contractnummer=; leverancier_kvk=90000001"),
            .passes("inzet: einddatum="),
        ])

    static let observationTriggers = [ObservationTrigger(.valueMissing)]
}
