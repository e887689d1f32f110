import Intake
import SocialReturnModel

/// A total that a supplier brings along on the cover is what its rows add up to. The template asks for none.
enum CoverTotalMatches: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-10", since: .v2026_2, .warning, level: .acrossTables, basis: .technical, limits: [tolerance],
        name: Text(nl: "Klopt het totaal?", en: "Is the total right?"),
        message: Text(
            nl: "Op het voorblad staat bij {column}: {value}. De rijen zijn samen {detail}.",
            en: "The cover says at {column}: {value}. The rows together are {detail}."),
        remedy: Text(
            nl: "Controleer het totaal op het voorblad. U kunt het ook weglaten; wij tellen zelf.",
            en: "Check the total on the cover. You can leave it out too; we count ourselves."),
        why: Text(
            nl: "Een verschil kan betekenen dat er rijen ontbreken of dubbel zijn.",
            en: "A difference can mean that rows are missing or double."),
        examples: [
            .triggers("voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6700,00"),
            .triggers("voorblad +totaal_uren: totaal_uren=300"),
            .triggers("voorblad +totaal_sociale_inkoop: totaal_sociale_inkoop=4252,00"),
            .triggers("voorblad +aantal-deelnemers: aantal-deelnemers=2"),
            .triggers(
                "voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6655,00",
                "instellingen: sleutel=totaalverschil; waarde=5"),
            .passes("voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=€ 6.648,40"),
            .passes("voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6648"),
            .passes("voorblad +totale_waarde: totale_waarde=6.648"),
            // With the invoices and the costs.
            .passes("voorblad +totale_waarde: totale_waarde=10898,40"),
            .triggers("voorblad +totaal_uren: totaal_uren=312%"),
            .triggers("voorblad +totaal_uren: totaal_uren=€ 312"),
            .triggers("voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6648,40%"),
            .triggers("voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6648,40 uur"),
            .triggers("voorblad +aantal_deelnemers: aantal_deelnemers=1 uur"),
            .passes("voorblad +totaal_uren: totaal_uren=312"),
            .passes("voorblad +totaal_uren: totaal_uren=312 uur"),
            .passes("voorblad +aantal_deelnemers: aantal_deelnemers=1 deelnemer"),
            .passes("voorblad +aantal_deelnemers: aantal_deelnemers=1"),
            .passes("voorblad +totaal_sociale_inkoop: totaal_sociale_inkoop="),
            .passes("voorblad +totaal_sociale_inkoop: totaal_sociale_inkoop=zie bijlage"),
            .passes(
                "voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=6655,00",
                "instellingen: sleutel=totaalverschil; waarde=10"),
            // A row that was set aside is in the supplier's own total.
            .passes(
                "voorblad +totaal_opgegeven_waarde: totaal_opgegeven_waarde=13296,80", "inzet:",
                "inzet: inzet_id=P-002; begindatum=01-06-2026; einddatum=31-05-2026"),
            .passes(),
        ])

    static let tolerance = Limit(
        "totaalverschil", .euros, .since(.v2026_2, 1), within: 0...1_000_000,
        name: Text(
            nl: "Totaal op het voorblad: toegestaan verschil", en: "Total on the cover: tolerated difference"))

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let cover = context.submission.cover, let row = context.submission.coverIndex else { return }
        var hasTotal = false
        for (index, extra) in cover.source.extraColumns.enumerated() where !extra.isRefused {
            guard let kind = CoverTotal.of(heading: extra.heading) else { continue }
            hasTotal = true
            let place = cover.place(row, .extra(index))
            let sums = kind.sums(of: context.submission)
            guard let first = sums.first else { continue }
            let tolerance = kind.isMoney ? context.limit(Self.tolerance) : kind == .hours ? 1 : .zero
            guard let written = Self.readings(cover.source.text(at: place) ?? "", of: kind.unit) else { continue }
            let fits = written.contains { total in
                sums.contains { (total - $0).tenThousandths.magnitude <= tolerance.tenThousandths.magnitude }
            }
            guard !fits else { continue }
            report.found(at: place, kind.isMoney ? .money(Cents(first.tenThousandths / 100)) : .number(first))
        }
        if !hasTotal {
            report.notEvaluated(
                Text(
                    nl: "Op het voorblad staat geen totaal. Dat hoeft ook niet.",
                    en: "There is no total on the cover. There need not be one."))
        }
    }

    /// What `cell` can mean as a number of `unit`; `1.234` can mean two. A number larger than any total and one of another unit (`24%` beside hours)
    /// fit none. nil where there is no number.
    private static func readings(_ cell: String, of unit: NumberUnit) -> [Quantity]? {
        let most = NumberBounds.columnTotal
        var cell = cell
        return cell.withUTF8 { bytes in
            let trimmed = UnsafeBufferPointer(rebasing: bytes[CellReader.trim(bytes).range])
            let found: [Quantity?]
            if unit == .euros {
                let reading = CellReader.money(trimmed, within: -most...most)
                found = [reading.value?.quantity, reading.alternative?.quantity]
            } else {
                let reading = CellReader.number(trimmed, within: -most...most, of: unit)
                found = [reading.value, reading.alternative]
            }
            let numbers = found.compactMap(\.self)
            // Words are an explanation; what begins as a number counts something.
            return numbers.isEmpty && !beginsAsNumber(trimmed) ? nil : numbers
        }
    }
}

/// Whether `cell` begins with a digit, before which a minus or a sign of money may stand.
private func beginsAsNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let signs: Set<UInt8> = Set("-+€$£ ".utf8)
    return cell.first { !signs.contains($0) }.map { (0x30...0x39).contains($0) } ?? false
}

/// A total that a cover may bring along.
private enum CoverTotal {
    case reportedValue, hours, purchases, participants

    /// Whether it is an amount in euros.
    var isMoney: Bool { self == .reportedValue || self == .purchases }

    /// What it counts.
    var unit: NumberUnit {
        switch self {
        case .reportedValue, .purchases: .euros
        case .hours: .hours
        case .participants: .persons
        }
    }

    /// The total that `heading` announces.
    static func of(heading: String) -> CoverTotal? {
        switch FoldedName.fold(heading) {
        case "totaalopgegevenwaarde", "totaleopgegevenwaarde", "totaalwaarde", "totalewaarde", "waardetotaal":
            .reportedValue
        case "totaaluren", "totaalgewerkteuren", "totaalaantaluren", "urentotaal": .hours
        case "totaalsocialeinkoop", "totaalinkoop", "totaalfacturen", "totaalbedragexclbtw": .purchases
        case "aantaldeelnemers", "totaaldeelnemers", "totaalaantaldeelnemers", "aantalpersonen", "totaalpersonen":
            .participants
        default: nil
        }
    }

    /// What the rows add up to, in each way that a supplier may have counted; the rows that count come first.
    func sums(of submission: Submission) -> [Quantity] {
        switch self {
        case .reportedValue:
            let values = submission.placements.bothSums { $0.reportedValue?.quantity }
            let invoices = submission.purchases.bothSums { $0.amount?.quantity }
            let costs = submission.activities.bothSums { $0.costs?.quantity }
            return values.indices.flatMap { index in
                [
                    values[index], values[index] + invoices[index],
                    values[index] + invoices[index] + costs[index],
                ]
            }
        case .hours:
            return submission.placements.bothSums(\.workedHours) + submission.hours.bothSums(\.workedHours)
        case .purchases: return submission.purchases.bothSums { $0.amount?.quantity }
        case .participants:
            guard let table = submission.placements else { return [.zero] }
            let accepted = Set(table.acceptedIndices.compactMap { table.rows[$0].participant })
            return [accepted.count, Set(table.rows.compactMap(\.participant)).count].map { Quantity($0) }
        }
    }
}

extension Optional {
    /// The sum of `value` over the rows that count, and over all rows.
    fileprivate func bothSums<Row>(_ value: (Row) -> Quantity?) -> [Quantity] where Wrapped == TableData<Row> {
        guard let self else { return [.zero, .zero] }
        let accepted = self.acceptedIndices.reduce(Quantity.zero) { $0 + (value(self.rows[$1]) ?? .zero) }
        return [accepted, self.rows.reduce(.zero) { $0 + (value($1) ?? .zero) }]
    }
}

extension Cents {
    fileprivate var quantity: Quantity { Quantity(tenThousandths: SafeInteger.product(rawValue, 100)) }
}
