import FoundationEssentials
import Glibc
import Maatwerk

/// How many files this process may have open at a time.
enum FileLimit {
    /// What a workbook of many sheets needs, with room for what goes on beside it.
    private static let needed: rlim_t = 64, wanted: rlim_t = 4_096

    /// Takes as many as may be had, and refuses to begin with too few: halfway a lack of them shows in all kinds of ways.
    ///
    /// - Throws: ``Outcome/unreadableOrUnwritable`` after saying so.
    static func require() throws {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        if limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = min(limit.rlim_max, wanted)
            setrlimit(resource, &limit)
            getrlimit(resource, &limit)
        }
        guard limit.rlim_cur < needed else { return }
        Console.message(
            Say.text(
                nl:
                    "Er mogen hier maar \(limit.rlim_cur) bestanden tegelijk open zijn; maatwerk heeft er \(needed) nodig. Verhoog de "
                    + "grens met: ulimit -n 1024",
                en:
                    "Only \(limit.rlim_cur) files may be open at a time here; maatwerk needs \(needed). Raise the limit with: ulimit -n "
                    + "1024"))
        throw Outcome.unreadableOrUnwritable
    }
}
