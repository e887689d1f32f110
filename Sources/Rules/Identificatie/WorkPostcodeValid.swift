import Intake
import SocialReturnModel

/// The postcode of a place of work has four digits, or four digits and two letters.
enum WorkPostcodeValid: RowRule {
    static let facts = RuleMetadata(
        "IDN-10", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["STDNUM-PC"],
        column: .of(\Placement.workPostcode),
        needs: [.table(.placements)],
        name: Text(nl: "Postcode ongeldig", en: "Postcode invalid"),
        message: Text(
            nl: "'{value}' is geen Nederlandse postcode. Vier cijfers zijn genoeg.",
            en: "'{value}' is not a Dutch postcode. Four digits are enough."),
        remedy: Text(
            nl: "Vul alleen de postcode van de werkplek in.", en: "Fill in the postcode of the place of work only."),
        why: Text(
            nl: "Aan de postcode is te zien in welke regio mensen werken.",
            en: "The postcode shows in which region people work."),
        examples: [
            .triggers("inzet: werkpostcode=251"),
            .triggers("inzet: werkpostcode=0511 AB"),
            .triggers("inzet: werkpostcode=2511 SS"),
            .triggers("inzet: werkpostcode=Den Haag"),
            .passes("inzet: werkpostcode=2511"),
            .passes("inzet: werkpostcode=2511 ab"),
            .passes("inzet: werkpostcode=2511.0"),
            .passes("inzet: werkpostcode="),
            .passes("inzet: werkpostcode=n.v.t."),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard !row.workPostcode.isEmpty else { return .pass }
        let isValid = context.table.source.cells.withAllBytes { bytes in
            let cell = UnsafeBufferPointer(rebasing: bytes[row.workPostcode.range])
            // Four digits, as nearly every cell has, need no closer look.
            if cell.count == 4, cell[0] &- 0x31 < 9, cell.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
            return switch WorkPostcode.check(cell) {
            case .fourDigits, .withLetters: true
            case .wrongFormat: NothingWord.fills(cell)
            case .lettersNotIssued: false
            }
        }
        return isValid ? .pass : .fail
    }
}
