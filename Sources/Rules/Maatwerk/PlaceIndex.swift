import Intake
import Parameters
import SocialReturnModel

/// Notices by the regions in which others may look for them, so that not every pair is compared.
struct PlaceIndex: Sendable {
    let comparison: PlaceComparison
    private var byRegion: [String: [Int]] = [:]
    private(set) var notices: [PlacedNotice] = []

    init(_ comparison: PlaceComparison) { self.comparison = comparison }

    mutating func add(_ notice: LearningPlaceNotice) {
        let placed = PlacedNotice(notice, comparison)
        for key in Self.keys(placed) { byRegion[key, default: []].append(notices.count) }
        notices.append(placed)
    }

    /// The positions of notices that may lie near `notice`, in the order in which they were added. The same text lies near itself.
    func candidates(near notice: PlacedNotice) -> [Int] {
        var keys = Self.keys(notice)
        for region in comparison.regions.each where comparison.regions.nearness(notice.region, region) != nil {
            keys.formUnion(region.names)
        }
        return Set(keys.flatMap { byRegion[$0] ?? [] }).sorted()
    }

    private static func keys(_ notice: PlacedNotice) -> Set<String> {
        Set(notice.region.names + ["= " + notice.foldedRegion])
    }
}
