import Assessments
import Plumbing
import FoundationEssentials
import Intake
import SocialReturnModel
import Valuations

/// `waardering.csv`: what each accepted placement counts for, and why not more. Without a valuation table: fte and days, and no value.
struct ValuationCSV {
    private let assessment: Assessment
    private let language: Language

    init(_ assessment: Assessment, _ language: Language) {
        self.assessment = assessment
        self.language = language
    }

    private static let fields: [DataField] = [
        DataField(
            name: "inzet_id", type: "string",
            meaning: Text(nl: "Het kenmerk van de inzet.", en: "The reference of the placement."), isRequired: true),
        DataField(
            name: "contractnummer", type: "string",
            meaning: Text(nl: "Het contract.", en: "The contract."), isRequired: true),
        DataField(
            name: "tabel_id", type: "string",
            meaning: Text(
                nl: "De waarderingstabel, als het contract er een noemt.",
                en: "The valuation table, when the contract names one.")),
        DataField(name: "blok_code", type: "string", meaning: Text(nl: "Het bouwblok.", en: "The building block.")),
        DataField(
            name: "blok_waarde", type: "number",
            meaning: Text(
                nl: "De waarde van het bouwblok in euro per eenheid.", en: "The value of the block in euros per unit.")),
        DataField(
            name: "voltijd_uren", type: "number",
            meaning: Text(nl: "De uren per week van een volledige baan.", en: "The weekly hours of a full-time job.")),
        DataField(
            name: "fte", type: "number",
            meaning: Text(
                nl: "Het deel van een volledige baan, ten hoogste 1.", en: "The part of a full-time job, at most 1.")),
        DataField(
            name: "dagen", type: "integer",
            meaning: Text(nl: "De dagen die in de periode meetellen.", en: "The days that count in the period.")),
        DataField(
            name: "waarde_berekend", type: "number",
            meaning: Text(nl: "De berekende waarde in euro.", en: "The computed value in euros.")),
        DataField(
            name: "opgegeven_waarde", type: "number",
            meaning: Text(
                nl: "De waarde die de leverancier opgaf, in euro.",
                en: "The value that the supplier reported, in euros.")),
        DataField(
            name: "verschil", type: "number",
            meaning: Text(nl: "Opgegeven min berekend, in euro.", en: "Reported minus computed, in euros.")),
        DataField(
            name: "uitleg", type: "string",
            meaning: Text(nl: "De berekening in woorden.", en: "The computation in words.")),
    ]

    /// Writes the file into the folder at `path`.
    func write(to path: String) throws(OutputError) -> DataResource {
        let name = "waardering.csv"
        let file = try OutputFile(at: PathName(path).appending(name))
        try file.write { $0.append(Self.fields.map(\.name).joined(separator: ",") + "\n") }
        var rows = 0
        if let table = assessment.submission.placements {
            let valuations = assessment.context.valuations
            for index in table.rows.indices where !table.isSetAside[index] {
                let valuation = index < valuations.count ? valuations[index] : nil
                try file.write { append(table.rows[index], valuation, to: &$0) }
                rows += 1
            }
        }
        try file.finish()
        return DataResource(
            fileName: name, title: Text(nl: "Waardering", en: "Valuation"),
            meaning: Text(
                nl: "Wat elke inzet in deze periode meetelt.", en: "What each placement counts for in this period."),
            fields: Self.fields, rows: rows)
    }

    private func append(_ row: Placement, _ valuation: PlacementValuation?, to bytes: inout [UInt8]) {
        let symbols = assessment.submission.symbols
        bytes.appendCSV(row.id.map { symbols[$0] } ?? "")
        bytes.append(0x2c)
        bytes.appendCSV(row.contract.map { symbols[$0] } ?? "")
        let isValued = valuation?.value != nil
        let values: [String?] = [
            valuation?.terms?.tableInUse?.id, valuation?.block?.code, valuation?.blockValue?.description,
            valuation?.fullTimeHours?.description, valuation?.fte?.description,
            valuation?.counted.map { String($0.count) }, valuation?.value?.description,
            row.reportedValue?.description,
            isValued ? valuation?.difference(from: row.reportedValue)?.description : nil,
        ]
        for value in values {
            bytes.append(0x2c)
            bytes.append(value ?? "")
        }
        bytes.append(0x2c)
        bytes.appendCSV(valuation?.explanation(language) ?? "")
        bytes.append(0x0a)
    }
}
