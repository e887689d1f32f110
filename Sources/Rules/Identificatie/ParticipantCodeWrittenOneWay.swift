import Intake
import Plumbing
import SocialReturnModel

/// One participant has one code, written in one way: `D 0001` beside `D-0001` would count as two persons, and a double row of the same
/// placement would go unseen. Two codes in one cell (`D-0001 / D-0002`) would count as one person.
enum ParticipantCodeWrittenOneWay: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-14", since: .v2026_3, .warning, level: .table, basis: .technical, column: .of(\Placement.participant),
        needs: [.table(.placements)], traits: [.settledByAnswer],
        name: Text(nl: "Zelfde deelnemer, twee schrijfwijzen?", en: "Same participant, two spellings?"),
        message: Text(
            nl: "De deelnemercode '{value}' lijkt veel op '{detail}'. Wij tellen nu twee mensen.",
            en: "The participant code '{value}' is much like '{detail}'. Now we count two persons."),
        remedy: Text(
            nl: "Is het dezelfde persoon? Schrijf de code dan overal hetzelfde. Zo niet, zeg dat dan in 'Uw antwoord'.",
            en: "Is it the same person? Then write the code in one way. If not, say so in 'Your answer'."),
        why: Text(
            nl: "Aan de code zien wij hoeveel mensen er zijn, en of een rij dubbel is.",
            en: "By the code we see how many persons there are, and whether a row is double."),
        examples: [
            .triggers("inzet:", "inzet: inzet_id=P-002; deelnemercode=D 0001"),
            .triggers("inzet:", "inzet: inzet_id=P-002; deelnemercode=D.0001; begindatum=01-05-2026"),
            // Capitals make no other code.
            .passes("inzet:", "inzet: inzet_id=P-002; deelnemercode=d-0001; begindatum=01-05-2026"),
            .triggers("inzet: deelnemercode=0007", "inzet: inzet_id=P-002; deelnemercode=7"),
            .passes("inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .passes("inzet:", "inzet: inzet_id=P-002; begindatum=01-05-2026"),
            .passes("inzet: deelnemercode=D-01", "inzet: inzet_id=P-002; deelnemercode=D-001"),
            .triggers("inzet: deelnemercode=D-é1", "inzet: inzet_id=P-002; deelnemercode=D-e1"),
            .triggers("inzet: deelnemercode=D-0001 / D-0002"),
            .triggers("inzet: deelnemercode=D-0001 en D-0012"),
            .passes("inzet: deelnemercode=PW/2026/014"),
            .passes("inzet: deelnemercode=D-0001/1"),
        ])

    static let variants = [
        Text(
            nl:
                "In '{value}' lijken meer deelnemers te staan. Wij tellen er één. Zijn het er meer? Geef elk een eigen rij.",
            en: "'{value}' seems to hold more participants. We count one. Are there more? Give each a row of its own.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        var seen = SymbolSet()
        let codes = table.acceptedIndices.compactMap { table.rows[$0].participant }.filter { seen.insert($0) }
        let symbols = context.submission.symbols
        let rewritten = rewritten(codes, symbols)
        let several = Set(codes.filter { holdsSeveral(symbols[$0]) })
        guard !rewritten.isEmpty || !several.isEmpty else { return }
        let column = ColumnReference(\Placement.participant)
        for index in table.acceptedIndices {
            guard let code = table.rows[index].participant else { continue }
            if several.contains(code) {
                report.found(at: table.place(index, column), variant: 1)
            } else if let first = rewritten[code] {
                report.found(at: table.place(index, column), report.text(symbols[first], from: .supplier))
            }
        }
    }

    /// Whether `code` is made of codes of one form, with a comma, a slash, `en` or the like between them: letters are the same, numbers differ.
    private static func holdsSeveral(_ code: String) -> Bool {
        guard code.utf8.contains(where: { ",;/&+|".utf8.contains($0) || $0 <= 0x20 }) else { return false }
        let parts = code.listed(joinedBy: ["en", "and"])
        let forms = Set(parts.map { part in String(part.lowercased().filter { !$0.isNumber }) })
        return parts.count > 1 && Set(parts).count == parts.count && forms.count == 1
            && parts[0].contains(where: \.isLetter) && parts.allSatisfy { $0.contains(where: \.isNumber) }
    }

    /// The codes that are another writing of one before them, each with that one.
    private static func rewritten(_ codes: [Symbol], _ symbols: SymbolTable) -> [Symbol: Symbol] {
        var forms: [UInt64: Int] = [:]
        for code in codes {
            if let form = ReferenceWriting.form(symbols[code]) { forms[form, default: 0] += 1 }
        }
        let usual = forms.max { $0.value < $1.value }
        // As nearly always: of one form no two are alike.
        if usual?.value == codes.count { return [:] }
        let others = codes.lazy.map { symbols[$0] }.filter { ReferenceWriting.form($0) != usual?.key }
        let keys = Set(others.map(ReferenceWriting.key))
        var firsts: [String: Symbol] = [:]
        var rewritten: [Symbol: Symbol] = [:]
        for code in codes {
            let key = ReferenceWriting.key(symbols[code])
            guard keys.contains(key) else { continue }
            if let first = firsts[key] { rewritten[code] = first } else { firsts[key] = code }
        }
        return rewritten
    }
}
