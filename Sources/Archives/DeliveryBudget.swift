/// What the files of one delivery have cost so far, beside how many bytes were delivered.
///
/// Limits grow with the bytes that were handed in, so that a few of them cannot stand for hours of work. Archives within an archive share
/// the budget of the outermost one: packed twice, a kilobyte could still become a gigabyte.
public final class DeliveryBudget {
    /// How many bytes were handed in, as they are packed.
    public let delivered: Int
    /// How many bytes came out of archives so far.
    public package(set) var unpackedBytes = 0
    /// Elements, attributes and references to characters that were read from XML so far.
    package var nodes = 0
    /// Rows of sheets with a value so far.
    package var rows = 0
    /// Cells of sheets so far, with the gaps between them.
    package var cells = 0
    /// Bytes of text in those cells so far; a text that many cells share counts in each of them.
    package var textBytes = 0

    /// The budget of a delivery of `delivered` bytes, of which nothing was read yet.
    public init(delivered: Int) { self.delivered = max(0, delivered) }
}

/// A limit that grows with the bytes that were delivered, up to a most.
public struct GrowingLimit: Sendable, Hashable {
    /// What the smallest delivery may have.
    public var base: Int
    /// What each delivered byte adds.
    public var factor: Int
    /// What no delivery may pass.
    public var most: Int

    /// A limit of `base` and `factor` times the bytes delivered, at most `most`.
    public init(base: Int, factor: Int, most: Int) {
        self.base = base
        self.factor = factor
        self.most = most
    }

    /// The limit for a delivery of `delivered` bytes.
    public func value(forDelivered delivered: Int) -> Int {
        let (product, productOverflows) = factor.multipliedReportingOverflow(by: max(0, delivered))
        let (sum, sumOverflows) = base.addingReportingOverflow(product)
        return productOverflows || sumOverflows ? most : min(sum, most)
    }
}
