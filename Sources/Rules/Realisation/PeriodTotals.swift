import SocialReturnModel
import Valuations

/// What accepted rows add up to: of one contract, or of a whole submission.
public struct PeriodTotals: Sendable, Hashable {
    /// Different participants.
    public internal(set) var persons = 0
    /// Placements.
    public internal(set) var placements = 0
    /// The full-time equivalents of the placements for which they are known.
    public internal(set) var fullTimeEquivalents = Quantity.zero
    /// Placements whose full-time equivalent is not known, as nobody names the full-time hours.
    public internal(set) var placementsWithoutFTE = 0
    /// The hours worked in the period, of the placements for which they are known.
    public internal(set) var hours = Quantity.zero
    /// Placements without hours worked, in *inzet.csv* as well as in *uren.csv*.
    public internal(set) var placementsWithoutHours = 0
    /// Invoices of social purchases.
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
    /// Rows with a value, nothing included.
    public internal(set) var valuedRows = 0
    /// Why rows have no value, or not more.
    public internal(set) var reasons = ValuationReasons()

    /// Whether there is a placement, purchase or activity.
    public var isEmpty: Bool { placements + invoices + activities == 0 }

    /// The figure in `measure`; nil for one that rows do not tell.
    func amount(_ measure: Measure) -> Amount? {
        switch measure {
        case .euros: Amount(value)
        case .persons: Amount(.persons, count: persons)
        case .fullTimeEquivalents:
            placements > 0 && placementsWithoutFTE == placements
                ? nil : Amount(.fullTimeEquivalents, fullTimeEquivalents)
        case .hours:
            placements > 0 && placementsWithoutHours == placements ? nil : Amount(.hours, hours)
        case .places: Amount(.places, count: placements)
        case .commitments: nil
        }
    }

    /// How a contract without any row that counts stands.
    public var standingOfNothing: Standing { setAside > 0 ? .setAside : .nothingReported }
}
