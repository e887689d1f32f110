import Synchronization

/// What was found of headings before. Each is asked of in several passes and for each of the tables, and a row can have thousands of them, of which an
/// open document writes a thousand in a few bytes.
final class HeadingMemo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])

    /// What `find` found of `key`, now or before.
    func value(of key: Key, _ find: () -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = find()
        known.withLock { known in
            // More headings are those of other deliveries, which need not be kept.
            if known.count >= Self.most { known.removeAll() }
            known[key] = value
        }
        return value
    }

    /// Twice what a sheet has at most.
    private static var most: Int { 32_768 }
}
