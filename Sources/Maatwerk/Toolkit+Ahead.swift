import Plumbing
import Rules
import Valuations
import Parameters

extension Toolkit {
    /// Lays out what no submission changes, on another thread: the rules, and with `comparesTables` the built-in valuation tables that
    /// stand beside each other on *Elders*.
    ///
    /// It takes five milliseconds, as long as reading the register and a small submission; whoever needs a part of it in the meantime waits
    /// for that part. Call it once, before the first submission, where a processor is free.
    public static func layOutAhead(comparesTables: Bool) {
        Parallel.ahead {
            _ = Catalogue.limits
            if comparesTables { _ = ValuationTables(register: nil).all }
        }
    }
}
