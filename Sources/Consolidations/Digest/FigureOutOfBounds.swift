import SocialReturnModel

/// A figure in a result or a summary is one that no report can come to: it was damaged, or made up.
struct FigureOutOfBounds: Error {
    /// What a figure of one report can come to at most: every column adds up to ``NumberBounds/columnTotal`` at most, and all values
    /// together do, give or take half a cent a row.
    static let most = 2 * NumberBounds.columnTotal

    /// What a number of rows, findings, invoices or the like can be at most: files have no more lines.
    static let mostCounted = 5_000_000_000

    /// `figure`, in cents or ten-thousandths.
    ///
    /// - Throws: ``FigureOutOfBounds`` when it is beyond ``most``.
    static func checked(_ figure: Int64) throws(FigureOutOfBounds) -> Int64 {
        guard (-most...most).contains(figure) else { throw FigureOutOfBounds() }
        return figure
    }

    /// Whether every one of `counts` can be a number of things.
    static func areCounts(_ counts: Int...) -> Bool { counts.allSatisfy { (0...mostCounted).contains($0) } }
}

extension SubmissionAggregate {
    /// Whether the numbers of rows, findings, invoices and the like can be such; amounts, hours and days are checked as they are read.
    var hasSoundCounts: Bool {
        FigureOutOfBounds.areCounts(rowsRead, rowsAccepted)
            && findings.allSatisfy { FigureOutOfBounds.areCounts($0.count) }
            && places.allSatisfy { FigureOutOfBounds.areCounts($0.count) }
            && contracts.allSatisfy { contract in
                FigureOutOfBounds.areCounts(contract.activities, contract.conversations)
                    && (contract.groups + contract.kinds).allSatisfy {
                        FigureOutOfBounds.areCounts($0.withHours, $0.valued, $0.fte.placements)
                            && $0.fte.isSound
                    }
                    && contract.partners.allSatisfy { FigureOutOfBounds.areCounts($0.invoices) }
                    && (contract.elsewhere ?? []).allSatisfy {
                        FigureOutOfBounds.areCounts($0.valued, $0.withoutBlock, $0.unknown)
                    }
                    && contract.obstacles.allSatisfy { FigureOutOfBounds.areCounts($0.count, $0.helpRequests) }
            }
    }

    /// What all amounts come to without their signs, in cents, and all other figures, in ten-thousandths; the greater of the two.
    ///
    /// Any sum of an overview is a sum of some of these figures, so that as long as they fit together, every sum fits.
    var weight: Int64 {
        var (amounts, numbers) = (Int64(0), Int64(0))
        func add(_ amount: Cents) { amounts = SafeInteger.sum(amounts, amount.magnitude.rawValue) }
        func add(_ number: Quantity) {
            numbers = SafeInteger.sum(numbers, SafeInteger.magnitude(number.tenThousandths))
        }
        for contract in contracts {
            for amount in [contract.placementValue, contract.purchaseValue, contract.activityValue] { add(amount) }
            add(contract.inConsultation ?? .zero)
            for elsewhere in contract.elsewhere ?? [] {
                add(elsewhere.value)
                add(elsewhere.waiting)
            }
            for slice in contract.groups + contract.kinds {
                add(slice.value)
                add(slice.hours)
                add(slice.fte.average ?? .zero)
            }
            for partner in contract.partners {
                add(partner.amount)
                add(partner.value)
            }
        }
        return max(amounts, numbers)
    }
}

extension Consolidation {
    /// What the figures of all results together can come to: half of what 64 bits hold.
    static let mostWeight: Int64 = .max / 2

    /// Leaves out the results with which the figures of all together become larger than can be counted. Which those are depends on nothing
    /// but the set: in the order of ``sorted``, those that no longer fit.
    ///
    /// Four thousand results of ten trillion euros each fit, and four million of ten billion. Call it when everything was merged.
    public mutating func leaveOutUncountable() {
        let total = digests.reduce(Int64(0)) { SafeInteger.sum($0, $1.weight) }
        guard total > Self.mostWeight else { return }
        var sum: Int64 = 0
        for digest in sorted {
            let next = SafeInteger.sum(sum, digest.weight)
            if next <= Self.mostWeight { sum = next } else { leaveOut(digest) }
        }
    }
}
