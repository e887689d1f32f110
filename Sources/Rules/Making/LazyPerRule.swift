import Synchronization

/// A value for each rule of the catalogue that is made when it is first asked for, as a submission breaks few of the rules; for each rule of
/// a department it is made anew, as with ``PerRule``.
final class LazyPerRule<Value: Sendable>: Sendable {
    private let known: Mutex<[Value?]>
    private let value: @Sendable (CatalogueEntry) -> Value

    /// What `value` gives for each rule. It may not ask for another value of this.
    init(_ value: @escaping @Sendable (CatalogueEntry) -> Value) {
        known = Mutex(Array(repeating: nil, count: Catalogue.all.count))
        self.value = value
    }

    /// The value for the rule at `position`.
    subscript(position: Int16) -> Value {
        known.withLock { known in
            guard Int(position) < known.count else { return value(Catalogue.entry(at: position)) }
            if let value = known[Int(position)] { return value }
            let made = value(Catalogue.entry(at: position))
            known[Int(position)] = made
            return made
        }
    }
}
