import Parameters
import Rules
import SocialReturnModel

/// A labour market region: who works there, and what is offered and looked for.
public struct RegionLine: Sendable {
    /// Its name; empty for placements that name no postcode, ``RegionLine/notListed`` for those whose postcode the list does not have.
    public let name: String
    /// Its number in the source of the list; nil for none.
    public let number: Int?
    /// The regions that border on it.
    public let neighbours: [String]
    /// Different participants who worked or learned there.
    public internal(set) var persons: Int
    /// Those of them whose temporary work ends within three months: chances of permanent work.
    public internal(set) var chances: Int
    /// How many learning places are offered.
    public let offered: Int
    /// How many are looked for.
    public let wanted: Int

    /// What stands for a region that the list does not have.
    public static let notListed = "?"
}

extension Overview {
    /// Makes the lines of regions: those of the list with something to tell, in its order, then what lies in none.
    mutating func addRegions(_ reported: [ReportedContract]) {
        var (persons, chances) = ([String: [UInt64]](), [String: [UInt64]]())
        for contract in reported {
            for (number, period) in contract.periods.enumerated() {
                for digest in period.contents {
                    for region in digest.regions ?? [] {
                        persons[region.name, default: []] += region.persons.keys
                        guard number == contract.periods.count - 1, let ending = digest.careers?.ending.keys else {
                            continue
                        }
                        let ends = Set(ending)
                        chances[region.name, default: []] += region.persons.keys.filter(ends.contains)
                    }
                }
            }
        }
        var (offered, wanted) = ([String: Int](), [String: Int]())
        for notice in notices {
            let named = places.regions.regions(named: notice.region).names
            for name in named.isEmpty ? [RegionLine.notListed] : named {
                if notice.direction == .offer {
                    offered[name, default: 0] += notice.count
                } else {
                    wanted[name, default: 0] += notice.count
                }
            }
        }
        let known = Set(persons.keys).union(offered.keys).union(wanted.keys)
        regions = (places.regions.names + [RegionLine.notListed, ""]).filter(known.contains).map { name in
            RegionLine(
                name: name, number: places.regions.number(of: name), neighbours: places.regions.neighbours(of: name),
                persons: KeySet(persons[name] ?? []).count, chances: KeySet(chances[name] ?? []).count,
                offered: offered[name] ?? 0, wanted: wanted[name] ?? 0)
        }
    }
}
