import Intake
import Parameters
import Rules
import SocialReturnModel
import Valuations

extension SubmissionAggregate {
    /// The digest of a converted submission.
    ///
    /// - Parameters:
    ///   - submission: the normalised tables, read with `register`; every row of them counts.
    ///   - findings: what judging it found.
    ///   - register: the contract register, when there is one; it values the rows.
    ///   - tables: the valuation tables.
    public init(
        of submission: Submission, findings: ResultFindings, register: ContractRegister?, tables: ValuationTables
    ) {
        let cover = submission.coverRow
        name = submission.name
        supplier = cover.supplierKvK
        supplierName = submission.cover?.source.text(cover.supplierName) ?? ""
        period = cover.period
        preparedOn = cover.finishedOn
        receivedOn = cover.receivedOn
        correctionOf = submission.cover?.source.text(cover.correctionOf) ?? ""
        (delivery, corrects) = (findings.delivery, findings.corrects)
        ruleSet = findings.ruleSet
        rowsRead = findings.rowsRead
        rowsAccepted = findings.rowsAccepted
        self.findings = findings.counts
        notEvaluated = findings.notEvaluated
        var rows = DataRows()
        submission.forEachTable(&rows)
        status = DigestStatus(findings, cover, hasRows: rows.count > 0, hasRegister: register != nil)
        var builder = ContractDigests(submission, findings, register)
        if let period = cover.period {
            var valuer = Valuer(register: register, tables: tables, period: period)
            builder.addRows(&valuer, AcceptedByClient(submission.evidence, register: register))
        }
        builder.addTexts()
        if let period = cover.period {
            builder.addDiscounts(period, tables)
            builder.addElsewhere(period, tables)
        }
        contracts = builder.digests
        places = PlaceDigest.all(in: submission)
    }
}

extension DigestStatus {
    /// The status, by the same rule as that of a single report: see ``SubmissionStatus``.
    fileprivate init(_ findings: ResultFindings, _ cover: Cover, hasRows: Bool, hasRegister: Bool) {
        if findings.hasUnusableFile || cover.supplierKvK == nil || cover.period == nil {
            self = .rejected
        } else if !hasRows, findings.rowsRead > 1 {
            // The cover is one of the rows that were read.
            self = .rejected
        } else if !hasRegister {
            self = .received
        } else {
            self = findings.hasRemarks ? .approvedWithRemarks : .approved
        }
    }
}

/// Counts the rows below the cover.
private struct DataRows: TableVisitor {
    var count = 0

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if table.source.id != .cover { count += table.rows.count }
    }
}

extension PlaceDigest {
    /// The places that name direction, kind, region, first day and number.
    static func all(in submission: Submission) -> [PlaceDigest] {
        guard let table = submission.learningPlaces else { return [] }
        return LearningPlaceNotice.all(in: submission).map { notice in
            let row = table.index(ofRecord: notice.place.record).map { table.rows[$0] }
            return PlaceDigest(
                direction: notice.direction.code, kind: notice.kind.code, occupation: notice.occupation,
                region: notice.region, from: notice.from, until: notice.until, count: notice.count,
                mailbox: row.flatMap { GeneralMailbox.address(in: table.source.text($0.contact)) })
        }
    }
}
