import Glibc

/// How far the stack of the process may grow.
///
/// Where it may not grow enough (`ulimit -s 64`) the process would end by a signal, before a word could be said: the libraries under it take
/// some hundred kilobytes at the start. With still less the system does not even start it.
enum StackLimit {
    /// What commands need, twice over.
    private static let needed: rlim_t = 512 << 10

    /// Lets the stack grow as far as it has to, and tells whether it may.
    static func isEnough() -> Bool {
        var limit = rlimit()
        // What the system does not tell is not in the way.
        guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0, limit.rlim_cur < needed else {
            return true
        }
        guard limit.rlim_max >= needed else { return false }
        limit.rlim_cur = needed
        return setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
    }
}
