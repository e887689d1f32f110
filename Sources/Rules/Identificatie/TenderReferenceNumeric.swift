import Intake
import SocialReturnModel

/// A reference to TenderNed consists of digits. No official description of its form was found, so this is no more than
/// a signal.
enum TenderReferenceNumeric: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-09", since: .v2026_1, .signal, level: .cell, basis: .technical, column: .of(\Contract.tenderReference),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "TenderNed-kenmerk afwijkend", en: "TenderNed reference unusual"),
        message: Text(
            nl: "'{value}' bestaat niet alleen uit cijfers.", en: "'{value}' does not consist of digits only."),
        remedy: Text(nl: "Controleer het kenmerk.", en: "Check the reference."),
        why: Text(
            nl: "Met een onjuist kenmerk is de aanbesteding niet terug te vinden.",
            en: "With a wrong reference the tender cannot be found again."),
        examples: [
            .triggers("contracten: tenderned_kenmerk=TN 345678"),
            .passes("contracten: tenderned_kenmerk=345678"),
            .passes("contracten: tenderned_kenmerk="),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for contract in context.concernedContracts where !contract.row.tenderReference.isEmpty {
            let isNumeric = context.register?.contracts?.source.cells.withAllBytes { bytes in
                bytes[contract.row.tenderReference.range].allSatisfy { (0x30...0x39).contains($0) }
            }
            guard isNumeric == false else { continue }
            var place = contract.place
            place.column = ColumnReference(\Contract.tenderReference)
            report.found(at: place)
        }
    }
}
