import Intake
import SocialReturnModel

/// What the suppliers of a run reported, as far as a rule lays suppliers side by side: who named an invoice or a placement, which
/// obstacles they met, and which learning places they offer or look for.
///
/// It holds no rows and no participant codes, which mean something to their own supplier only. Of several versions of a report
/// the last one counts. It is made once for a run; a rule leaves out the supplier whose submission it judges.
public struct OtherSuppliers: Sendable {
    private var names: [KvKNumber: String] = [:]
    private var invoices: [Invoice: Claimants] = [:]
    private var placements: [Claim: Claimants] = [:]
    /// By supplier the last day of its last report with the obstacle.
    private var obstacles: [ObstacleInCategory: [KvKNumber: Day]] = [:]
    /// Nil without suppliers: the lists that notices are compared by need not be read then.
    private var places: PlaceIndex?

    /// No suppliers.
    public init() {}

    /// The reports of `bySupplier`; categories are those that `register` gives contracts. Reports without a KvK number cannot be
    /// told from those of the supplier itself and are left out.
    init(_ bySupplier: [KvKNumber?: [EarlierReport]], _ register: ContractRegister?) {
        guard !bySupplier.isEmpty else { return }
        var places = PlaceIndex(PlaceComparison(register: register, leastDays: 1))
        for case let (supplier?, reports) in bySupplier.sorted(by: Self.isBefore) {
            let versions = reports.lastVersions
            for report in versions { add(report.submission, of: supplier, register) }
            names[supplier] = versions.last.map {
                $0.submission.cover?.source.text($0.submission.coverRow.supplierName) ?? ""
            }
            // Who sends no table of places takes none back; who sends it empty does.
            guard let last = versions.last(where: { $0.submission.learningPlaces != nil })?.submission else { continue }
            for notice in LearningPlaceNotice.all(in: last) { places.add(notice) }
        }
        self.places = places
    }

    /// Whether a supplier besides `own` reported.
    func hasSupplier(besides own: KvKNumber) -> Bool { names.count > (names[own] == nil ? 0 : 1) }

    /// The supplier with its name, as it may be shown to a contract manager.
    func name(of supplier: KvKNumber) -> String {
        let name = names[supplier] ?? ""
        return name.isEmpty ? "KvK \(supplier)" : "\(name) (KvK \(supplier))"
    }

    /// A supplier besides `own` that reported the invoice `number` of `partner`, however it spells the number.
    func claimant(ofInvoice number: String, of partner: KvKNumber, besides own: KvKNumber) -> KvKNumber? {
        invoices[Invoice(partner: partner, number: FoldedName.fold(number))]?.other(than: own)
    }

    /// A supplier besides `own` that reported a placement with the same employer, contract, first day and hours a week.
    func claimant(of placement: Placement, contract: String, besides own: KvKNumber) -> KvKNumber? {
        Claim(placement, contract: contract).flatMap { placements[$0]?.other(than: own) }
    }

    /// The number of suppliers besides `own` that met obstacles of `kind` under contracts of `category`, a symbol of the register, in
    /// a period that ended on `day` or later.
    func countOfSuppliers(meeting kind: ObstacleKind, in category: Symbol, since day: Day, besides own: KvKNumber)
        -> Int
    {
        obstacles[ObstacleInCategory(category: category, kind: kind)]?.count { $0.key != own && $0.value >= day } ?? 0
    }

    /// The matches of `notice` with those of suppliers besides `own` that hold together for `leastDays` and still do on `day`, the best first.
    func matches(
        of notice: LearningPlaceNotice, besides own: KvKNumber, leastDays: Int, on day: Day
    ) -> [LearningPlaceMatch] {
        guard let places else { return [] }
        let comparison = places.comparison.with(leastDays: leastDays)
        var found: [LearningPlaceMatch] = []
        let placed = PlacedNotice(notice, comparison)
        for position in places.candidates(near: placed) {
            let other = places.notices[position]
            guard other.notice.supplier != own, other.notice.direction != notice.direction else { continue }
            let (offer, demand) = notice.direction == .offer ? (placed, other) : (other, placed)
            guard let match = LearningPlaceMatch(offer, demand, comparison), match.until.map({ $0 >= day }) ?? true
            else { continue }
            found.append(match)
        }
        return found.enumerated().sorted {
            $0.element.rank == $1.element.rank ? $0.offset < $1.offset : $0.element.rank < $1.element.rank
        }.map(\.element)
    }

    private mutating func add(_ submission: Submission, of supplier: KvKNumber, _ register: ContractRegister?) {
        if let table = submission.purchases {
            for index in table.acceptedIndices {
                guard let partner = table.rows[index].partner, let number = table.rows[index].invoiceNumber else {
                    continue
                }
                let invoice = Invoice(partner: partner, number: FoldedName.fold(submission.symbols[number]))
                invoices[invoice, default: Claimants()].insert(supplier)
            }
        }
        var contracts = ContractTexts(submission.symbols)
        if let table = submission.placements {
            for index in table.acceptedIndices {
                guard let contract = contracts.text(of: table.rows[index].contract),
                    let claim = Claim(table.rows[index], contract: contract)
                else { continue }
                placements[claim, default: Claimants()].insert(supplier)
            }
        }
        guard let table = submission.obstacles, let day = submission.coverRow.period?.end else { return }
        for index in table.acceptedIndices {
            guard let kind = table.rows[index].kind, let contract = table.rows[index].contract,
                let known = register?.symbols.symbol(for: submission.symbols[contract]),
                let category = register?.contract(known)?.row.category
            else { continue }
            let key = ObstacleInCategory(category: category, kind: kind)
            obstacles[key, default: [:]][supplier] = max(obstacles[key]?[supplier] ?? day, day)
        }
    }

    /// By number, so that the same results give the same findings.
    private static func isBefore(
        _ left: (key: KvKNumber?, value: [EarlierReport]), _ right: (key: KvKNumber?, value: [EarlierReport])
    ) -> Bool {
        (left.key?.description ?? "") < (right.key?.description ?? "")
    }

    private struct Invoice: Hashable {
        let partner: KvKNumber
        let number: String
    }

    private struct Claim: Hashable {
        let employer: KvKNumber
        let contract: String
        let start: Day
        let hours: Quantity

        init?(_ row: Placement, contract: String) {
            guard let employer = row.employer, let start = row.start, let hours = row.hoursPerWeek else { return nil }
            self.employer = employer
            self.contract = contract
            self.start = start
            self.hours = hours
        }
    }

    private struct ObstacleInCategory: Hashable {
        let category: Symbol
        let kind: ObstacleKind
    }
}

/// The first two suppliers that reported something: enough to name one besides any supplier.
private struct Claimants {
    private var first: KvKNumber?
    private var second: KvKNumber?

    mutating func insert(_ supplier: KvKNumber) {
        if first == nil { first = supplier } else if first != supplier, second == nil { second = supplier }
    }

    func other(than own: KvKNumber) -> KvKNumber? { first == own ? second : first }
}

/// The contract numbers of a submission in the form in which they are compared, each made once.
struct ContractTexts {
    private let symbols: SymbolTable
    private var texts: [Symbol: String] = [:]

    init(_ symbols: SymbolTable) { self.symbols = symbols }

    /// The number that `contract` stands for, in lower case.
    mutating func text(of contract: Symbol?) -> String? {
        guard let contract else { return nil }
        if let known = texts[contract] { return known }
        let text = symbols[contract].lowercased()
        texts[contract] = text
        return text
    }
}

extension RuleContext {
    /// Whether results of a supplier besides the submission's own were given. Without a KvK number on the cover nobody can tell.
    var hasOtherSuppliers: Bool { submission.coverRow.supplierKvK.map(others.hasSupplier) ?? false }
}
