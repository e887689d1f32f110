import Intake
import SocialReturnModel

/// A CPV code stands in the official list, with the check digit that the list gives.
///
/// The check digit is never computed: the documented method does not give the published digits.
enum CPVCodeKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-07", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["CPV-589"],
        name: Text(nl: "CPV-code onbekend", en: "CPV code unknown"),
        message: Text(
            nl: "'{value}' is geen CPV-code: 8 cijfers, eventueel met een streepje en een controlecijfer.",
            en: "'{value}' is not a CPV code: 8 digits, possibly with a hyphen and a check digit."),
        remedy: Text(nl: "Kies een code uit de CPV-lijst.", en: "Choose a code from the CPV list."),
        why: Text(
            nl: "Aan de CPV-code is te zien wat er wordt ingekocht.", en: "The CPV code shows what is bought."),
        examples: [
            .triggers("contracten: cpv=schoonmaak"),
            .triggers("contracten: cpv=337000"),
            .triggers("contracten: cpv=33700001-7"),
            .triggers("contracten: cpv=33700000-4"),
            .triggers("inzet +cpv-code: cpv-code=33700001-7"),
            .passes("contracten: cpv=33700000-7"),
            .passes("contracten: cpv=33700000"),
            .passes("contracten: cpv=33700000-4", "bestand cpv.csv: code;naam\n33700000;Voorbeeld"),
            .passes("contracten: cpv="),
        ])

    static let variants = [
        Text(
            nl: "'{value}' staat niet in de CPV-lijst van het contractregister.",
            en: "'{value}' is not in the CPV list of the contract register."),
        Text(
            nl: "Het controlecijfer van '{value}' is anders dan in de CPV-lijst.",
            en: "The check digit of '{value}' differs from the CPV list."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let list = context.register?.cpvCodes
        let hasColumn = report.checkIdentifiers(.cpv, "cpv", in: context) { cell in
            let form = CPVCode.check(cell)
            guard form != .wrongFormat else { return 0 }
            guard let list else { return nil }
            guard let listed = list[String(decoding: cell.prefix(8), as: UTF8.self)] else { return 1 }
            let isOther = form == .withCheckDigit && listed.utf8.count == 10 && !listed.utf8.elementsEqual(cell)
            return isOther ? 2 : nil
        }
        if hasColumn, list == nil { report.notEvaluated(.cpvList) }
    }
}
