import Synchronization

/// A value that one thread leaves for another one, which has it alone: a copy-on-write value is then changed in place.
public final class Handover<Value: Sendable>: Sendable {
    private let value: Mutex<Value?>

    /// Leaves `value`.
    public init(_ value: consuming Value) { self.value = Mutex(value) }

    /// The value, once; nil from then on.
    public func take() -> Value? {
        value.withLock { held in
            defer { held = nil }
            return held
        }
    }
}
