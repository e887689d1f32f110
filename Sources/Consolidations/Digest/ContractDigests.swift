import Intake
import Parameters
import Rules
import SocialReturnModel
import Valuations

/// Gathers what a submission says of each contract.
struct ContractDigests {
    private let submission: Submission
    private let findings: ResultFindings
    private let register: ContractRegister?
    private let supplier: String
    private let regions: RegionList
    private var contracts: [Symbol: Gathered] = [:]

    init(_ submission: Submission, _ findings: ResultFindings, _ register: ContractRegister?) {
        self.register = register
        regions = RegionList.builtIn.adding(register?.regions)
        self.submission = submission
        self.findings = findings
        supplier = submission.coverRow.supplierKvK?.description ?? ""
    }

    /// The digests, in the order of the contracts' numbers.
    var digests: [ContractDigest] { contracts.map { $1.digest(submission.symbols[$0]) }.sorted { $0.id < $1.id } }

    /// Adds whether the PSO discounts hold that contracts name, at the end of `period`.
    mutating func addDiscounts(_ period: ReportingPeriod, _ tables: ValuationTables) {
        guard let register else { return }
        let parameters = RuleParameters(register: register, on: period.end)
        for id in contracts.keys {
            guard let terms = ContractTerms(of: id, in: register, tables: tables),
                terms.obligations.contains(where: { $0.discount != nil })
            else { continue }
            let certificate = DiscountCertificate(
                of: terms.contract, in: register, evidence: submission.evidence, symbols: submission.symbols,
                months: parameters.monthsOfCertificate(for: id))
            contracts[id]?.discountHolds = certificate.holds(for: terms.contract, atEndOf: period.end)
        }
    }

    /// Adds placements, purchases and activities with what they are worth.
    mutating func addRows(_ valuer: inout Valuer, _ accepted: AcceptedByClient) {
        let period = valuer.period
        if let table = submission.placements {
            let values = valuer.values(of: table, hours: submission.hours, isAccepted: accepted.contains)
            let presences = Presences(of: table, values, period)
            let counts = CountedScope.marks(of: table, values)
            let marks = PermanentWork.marks(in: table, period, counts: counts)
            for index in table.rows.indices {
                add(table.rows[index], values[index], presences[index], period, becamePermanent: marks[index])
            }
        }
        if let table = submission.purchases {
            let values = valuer.values(of: table, isAccepted: accepted.contains)
            let counts = CountedScope.marks(of: table, values, period)
            for (index, value) in values.enumerated() {
                add(table.rows[index], table, value, counts: counts[index])
            }
        }
        if let table = submission.activities {
            let values = valuer.values(of: table)
            let counts = CountedScope.marks(of: table, values, period)
            for (index, value) in values.enumerated() where counts[index] {
                guard let contract = table.rows[index].contract else { continue }
                contracts[contract, default: Gathered()].activities += 1
                contracts[contract, default: Gathered()].activityValue += value?.value ?? .zero
                contracts[contract, default: Gathered()].inConsultation += value?.inConsultation ?? .zero
            }
        }
    }

    /// Adds what rows would count for under each of `tables.besideEachOther`.
    mutating func addElsewhere(_ period: ReportingPeriod, _ tables: ValuationTables) {
        guard let register else { return }
        for table in tables.besideEachOther {
            var sums: [ElsewhereKey: ElsewhereSum] = [:]
            ElsewhereRow.forEach(of: submission, under: table, register, tables, period) { row in
                sums[ElsewhereKey(contract: row.contract, part: row.part), default: ElsewhereSum()].add(row.value)
            }
            for (key, sum) in sums.sorted(by: { $0.key.part < $1.key.part })
            where register.contract(key.contract) != nil {
                contracts[key.contract, default: Gathered()].elsewhere.append(
                    ElsewhereDigest(table.id, key.part, sum))
            }
        }
    }

    private struct ElsewhereKey: Hashable {
        let contract: Symbol
        let part: ElsewherePart
    }

    private mutating func add(
        _ row: Placement, _ value: PlacementValuation?, _ presence: Presence?, _ period: ReportingPeriod,
        becamePermanent: Bool
    ) {
        guard let contract = row.contract else { return }
        let participant = row.participant.map { submission.symbols[$0] } ?? ""
        let person = StableHash.of("persoon", supplier, participant)
        contracts[contract, default: Gathered()].add(
            row, value, presence, period, becamePermanent: becamePermanent, person: person,
            place: StableHash.of("plek", supplier, row.id.map { submission.symbols[$0] } ?? ""),
            claim: Self.claim(row, participant), region: region(row))
    }

    /// The region in which somebody works: by the digits of the postcode, or by the place that stands there instead.
    private func region(_ row: Placement) -> String {
        guard !row.workPostcode.isEmpty, let source = submission.placements?.source else { return "" }
        let text = source.text(row.workPostcode)
        let digits = text.prefix { !$0.isLetter }.filter(\.isNumber)
        if digits.count == 4, let number = Int(digits) {
            return regions.region(ofPostcode: number) ?? RegionLine.notListed
        }
        return regions.place(text) ?? RegionLine.notListed
    }

    /// What makes two placements of different suppliers the same: employer, participant code, group and first day.
    ///
    /// Codes such as `D-0001` are common, and so are first days; only together with the employer they say something.
    private static func claim(_ row: Placement, _ participant: String) -> UInt64? {
        guard let employer = row.employer, let start = row.start, let group = row.targetGroup, !participant.isEmpty
        else { return nil }
        var hash = StableHash()
        for part in ["inzet", employer.description, participant, group.code] { hash.add(part) }
        hash.add(start.daysSince1970)
        return hash.value
    }

    private mutating func add(
        _ row: SocialPurchase, _ table: TableData<SocialPurchase>, _ value: PurchaseValuation?, counts: Bool
    ) {
        guard let contract = row.contract else { return }
        var invoice: InvoiceDigest?
        if let partner = row.partner, let number = row.invoiceNumber {
            let folded = FoldedName.fold(submission.symbols[number])
            invoice = InvoiceDigest(
                key: StableHash.of("factuur", partner.description, folded), partner: partner, date: row.invoiceDate,
                amount: row.amount)
        }
        contracts[contract, default: Gathered()].add(
            row, name: table.source.text(row.partnerName), value, invoice, counts: counts)
    }

    // MARK: - Texts

    /// Adds conversations, commitments, obstacles and good examples.
    mutating func addTexts() {
        submission.conversations?.forEachRow { row, _ in
            guard let contract = row.contract else { return }
            contracts[contract, default: Gathered()].conversations += 1
            guard let date = row.date else { return }
            let last = contracts[contract]?.lastConversation ?? date
            contracts[contract]?.lastConversation = max(last, date)
        }
        submission.commitments?.forEachRow { row, index in add(row, index) }
        submission.obstacles?.forEachRow { row, index in
            guard let contract = row.contract else { return }
            let kind = row.kind?.code ?? submission.obstacles?.written(index, \.kind) ?? ""
            contracts[contract, default: Gathered()].obstacles[kind, default: (0, 0, [])].count += 1
            if row.helpRequested == .yes { contracts[contract]?.obstacles[kind]?.help += 1 }
            guard mayBeShown(Obstacle.self), let text = submission.obstacles?.source.text(row.description),
                !text.isEmpty
            else { return }
            let first = row.helpRequested == .yes ? 0 : contracts[contract]?.obstacles[kind]?.words.count ?? 0
            contracts[contract]?.obstacles[kind]?.words.insert(text, at: first)
        }
        if mayBeShown(Lesson.self), let source = submission.lessons?.source {
            submission.lessons?.forEachRow { row, _ in
                guard let contract = row.contract else { return }
                contracts[contract, default: Gathered()].lessons.append(
                    LessonDigest(
                        tried: source.text(row.tried), happened: source.text(row.happened),
                        learned: source.text(row.learned), next: source.text(row.nextStep)))
            }
        }
        submission.examples?.forEachRow { row, _ in add(row) }
    }

    private mutating func add(_ row: Commitment, _ index: Int) {
        guard let contract = row.contract, let table = submission.commitments else { return }
        contracts[contract, default: Gathered()].commitments.append(
            CommitmentDigest(
                id: row.id.map { submission.symbols[$0] } ?? "",
                goal: mayBeShown(Commitment.self) ? table.source.text(row.goal) : "",
                owner: row.owner?.code ?? table.written(index, \.owner), count: row.count,
                unit: row.unit?.code ?? table.written(index, \.unit), due: row.targetDate,
                status: row.status?.code ?? table.written(index, \.status), progress: row.progress))
    }

    /// An example may be shared when the supplier says so, those concerned agreed on a day, and no privacy rule found anything.
    private mutating func add(_ row: GoodExample) {
        guard let contract = row.contract, let shareable = row.shareable, shareable != .no,
            let consent = row.consentDate, let source = submission.examples?.source, mayBeShown(GoodExample.self)
        else { return }
        contracts[contract, default: Gathered()].examples.append(
            ExampleDigest(
                title: source.text(row.title), story: source.text(row.story), shareable: shareable.code,
                consentDate: consent,
                waitsForReader: shareable == .inPublic
                    && register?.isRead(contract, title: source.text(row.title)) != true))
    }

    private func mayBeShown<Row: TableRow>(_ row: Row.Type) -> Bool {
        !findings.hasPersonalData(in: Row.table.facts.id)
    }
}

extension TableData {
    /// Calls `body` for every accepted row, with its position.
    fileprivate func forEachRow(_ body: (Row, Int) -> Void) {
        for index in acceptedIndices { body(rows[index], index) }
    }

    /// What stands in the column of the property at `keyPath`, in the row at `index`.
    fileprivate func written(_ index: Int, _ keyPath: PartialKeyPath<Row>) -> String {
        written(index, column: Row.table.index(of: keyPath))
    }
}
