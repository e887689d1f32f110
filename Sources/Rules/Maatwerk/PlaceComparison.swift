import Intake
import Parameters
import SocialReturnModel

/// By what notices of learning places are compared: the regions, the trades, and how long two must overlap.
public struct PlaceComparison: Sendable {
    /// The regions, with those of the register.
    public let regions: RegionList
    /// The trades, with those of the register.
    public let trades: TradeList
    /// For how many days two notices must hold together; a notice that is shorter itself must hold all along.
    public let leastDays: Int

    /// Compares by the lists of the toolkit and of `register`.
    public init(register: ContractRegister?, leastDays: Int) {
        regions = RegionList.builtIn.adding(register?.regions)
        trades = TradeList.builtIn.adding(register?.trades)
        self.leastDays = leastDays
    }

    private init(_ regions: RegionList, _ trades: TradeList, _ leastDays: Int) {
        (self.regions, self.trades, self.leastDays) = (regions, trades, leastDays)
    }

    /// The same with another number of days.
    func with(leastDays: Int) -> PlaceComparison { PlaceComparison(regions, trades, leastDays) }
}

/// A notice with its region and trade looked up.
struct PlacedNotice: Sendable {
    let notice: LearningPlaceNotice
    let region: RegionList.Named
    let trade: TradeList.Named
    let foldedRegion: String

    init(_ notice: LearningPlaceNotice, _ comparison: PlaceComparison) {
        self.notice = notice
        region = comparison.regions.regions(named: notice.region)
        trade = comparison.trades.named(notice.occupation)
        foldedRegion = FoldedName.fold(notice.region)
    }
}
