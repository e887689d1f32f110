/// A large value behind one reference, so that what holds it is cheap to hand on: copying a struct of many tables copies and counts
/// each of them.
///
/// The value keeps the meaning of a value: it is copied when a copy of its holder changes.
public struct Boxed<Value: Sendable>: Sendable {
    // Changed only while one holder refers to it, so never seen by two threads at once.
    @usableFromInline
    final class Box: @unchecked Sendable {
        @usableFromInline var value: Value

        @usableFromInline
        init(_ value: Value) { self.value = value }
    }

    @usableFromInline var box: Box

    /// Puts `value` behind a reference.
    @inlinable
    public init(_ value: Value) { box = Box(value) }

    /// The value. It is lent to who reads it, and not copied.
    @inlinable public var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}
