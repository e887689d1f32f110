import SocialReturnModel
import Valuations

/// What accepted rows add up to: of one contract, or of a whole submission.
public struct PeriodTotals: Sendable, Hashable {
    /// Different participants.
    public internal(set) var persons = 0
    /// Placements with a day that counts.
    public internal(set) var placements = 0
    /// Accepted placements of which no day counts: they realise nothing in this period.
    public internal(set) var placementsNotCounting = 0
    /// Full-time equivalents of the placements for which they are known; of one contract.
    public internal(set) var fte = FTETotal()
    /// The average full-time equivalents; nil where nobody names the full-time hours of any placement. Those of a whole submission are the
    /// sum of those of its contracts.
    public internal(set) var averageFTE: Quantity?
    /// The full-time equivalents on the last day of the period; nil like ``averageFTE``.
    public internal(set) var lastDayFTE: Quantity?
    /// Which of the two is held against what was agreed.
    public internal(set) var fteMeasure = FTEMeasure.average
    /// Placements that count whose full-time equivalent is not known, as nobody names the full-time hours.
    public internal(set) var placementsWithoutFTE = 0
    /// The hours worked on days that count, of the placements for which they are known.
    public internal(set) var hours = Quantity.zero
    /// Placements that count without hours worked, in *inzet.csv* as well as in *uren.csv*.
    public internal(set) var placementsWithoutHours = 0
    /// Placements that run under an employment contract without an end.
    public internal(set) var openEndedPlacements = 0
    /// Who came into permanent work, and whether they stayed.
    public internal(set) var permanentWork = PermanentWork()
    /// Accepted invoices and activities dated outside the period or the contract: they realise nothing in this period.
    public internal(set) var datedOutside = 0
    /// Invoices of social purchases that count.
    public internal(set) var invoices = 0
    /// What those invoices come to, in euros without VAT.
    public internal(set) var purchases = Cents.zero
    /// Activities.
    public internal(set) var activities = 0
    /// Placements, invoices and activities that were set aside.
    public internal(set) var setAside = 0
    /// What the valuation table makes of placements, purchases and activities, rounded as the obligation says.
    public internal(set) var value = Cents.zero
    /// The part of ``value`` that purchases bring.
    public internal(set) var purchaseValue = Cents.zero
    /// The part of ``value`` that activities bring.
    public internal(set) var activityValue = Cents.zero
    /// What counts as soon as the client accepts it (`verklaring=in_overleg`): no part of ``value``.
    public internal(set) var inConsultation = Cents.zero
    /// The part of ``inConsultation`` that placements bring.
    public internal(set) var placementsInConsultation = Cents.zero
    /// Rows with a value, nothing included.
    public internal(set) var valuedRows = 0
    /// Why rows have no value, or not more.
    public internal(set) var reasons = ValuationReasons()

    /// The full-time equivalents that are held against what was agreed; nil where they are not known.
    public var fullTimeEquivalents: Quantity? { fteMeasure == .average ? averageFTE : lastDayFTE }

    /// Whether no placement, purchase or activity counts.
    public var isEmpty: Bool { placements + invoices + activities == 0 }

    /// Accepted rows that count for nothing in this period.
    public var notCounting: Int { placementsNotCounting + datedOutside }

    /// The figure in `measure`; nil for one that rows do not tell.
    func amount(_ measure: Measure) -> Amount? {
        switch measure {
        case .euros: valuedRows == 0 && !isEmpty ? nil : Amount(value)
        case .persons: Amount(.persons, count: persons)
        case .fullTimeEquivalents:
            placements == 0
                ? Amount(.fullTimeEquivalents, count: 0)
                : fullTimeEquivalents.map { Amount(.fullTimeEquivalents, $0) }
        case .hours:
            placements > 0 && placementsWithoutHours == placements ? nil : Amount(.hours, hours)
        case .places: Amount(.places, count: placements)
        case .commitments: nil
        }
    }

    /// How a contract without any row that counts stands.
    public var standingOfNothing: Standing {
        notCounting > 0 ? .nothingCounts : setAside > 0 ? .setAside : .nothingReported
    }
}
