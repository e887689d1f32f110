import Archives
import CLibXML2

/// What libxml2 found in a piece of a part, in order, until the reader has taken it.
///
/// It lives at an address of its own, which libxml2 keeps: as an object it would be checked for exclusive access at each of millions of events.
/// What libxml2 lends ends with each call, so texts and values are copied, into one run of bytes.
struct XMLEventQueue {
    /// The address of a name, without its prefix.
    typealias Name = UnsafePointer<UInt8>

    private struct Entry {
        let kind: PartReader.Event
        /// The name of the element; for text of no meaning.
        let name: Name
        /// For a start the range in ``attributes``, for text that in the bytes.
        let start: Int
        var end: Int
    }

    private struct Attribute {
        let name: Name
        let start: Int
        let end: Int
    }

    /// The name of the element that began or ended last.
    private(set) var name: Name
    /// Why reading stopped; nil as long as it goes on.
    private(set) var failure: WorkbookError?

    private let parser: xmlParserCtxtPtr
    /// Attributes of this namespace are left out.
    private let ignoredNamespace: Name
    private let part: String
    private let limits: WorkbookLimits
    private let budget: DeliveryBudget
    private let mostNodes: Int
    /// Elements, attributes and pieces of text since the budget was told.
    private var nodes = 0
    private var nodesLeft = 0

    private var entries: [Entry] = []
    private var attributes: [Attribute] = []
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 17
    private var count = 0
    /// The present event, and the one that comes next.
    private var current = 0
    private var position = 0
    /// How many namespaces each open element declares.
    private var declared: [Int] = []
    private var namespaces = 0

    init(
        _ parser: xmlParserCtxtPtr, none: Name, ignoring ignoredNamespace: Name, part: String, _ limits: WorkbookLimits,
        _ budget: DeliveryBudget
    ) {
        (self.parser, name, self.ignoredNamespace, self.part) = (parser, none, ignoredNamespace, part)
        (self.limits, self.budget) = (limits, budget)
        mostNodes = limits.nodes.value(forDelivered: budget.delivered)
        bytes = .allocate(capacity: capacity)
    }

    /// Gives the bytes back.
    mutating func deallocate() { bytes.deallocate() }

    /// Makes room for the events of the next piece.
    mutating func clear() {
        entries.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        (count, position) = (0, 0)
        budget.nodes += nodes
        (nodes, nodesLeft) = (0, mostNodes - budget.nodes)
    }

    /// Steps to the next event; nil when the next piece has to be read first.
    @inline(__always)
    mutating func next() -> PartReader.Event? {
        guard position < entries.count else { return nil }
        current = position
        position += 1
        if entries[current].kind != .text { name = entries[current].name }
        return entries[current].kind
    }

    /// The text of the present event.
    var text: UnsafeBufferPointer<UInt8> { text(entries[current].start, entries[current].end) }

    /// The value of the attribute `name` of the present element; nil without it.
    func attribute(_ name: Name) -> UnsafeBufferPointer<UInt8>? {
        for index in entries[current].start..<entries[current].end where attributes[index].name == name {
            return text(attributes[index].start, attributes[index].end)
        }
        return nil
    }

    private func text(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + start, count: end - start)
    }

    private mutating func stop(_ error: WorkbookError) {
        if failure == nil { failure = error }
        xmlStopParser(parser)
    }

    private mutating func stop(at limit: PassedLimit) { stop(.tooLarge(part: part, limit: limit)) }

    private mutating func copy(_ text: UnsafePointer<UInt8>, _ length: Int) {
        if capacity - count < length {
            let wanted = max(2 * capacity, count + length)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
            larger.update(from: bytes, count: count)
            bytes.deallocate()
            (bytes, capacity) = (larger, wanted)
        }
        (bytes + count).update(from: text, count: length)
        count += length
    }

    private mutating func take(_ count: Int) -> Bool {
        nodes += count
        guard nodes > nodesLeft else { return true }
        stop(at: .nodes(mostNodes))
        return false
    }

    fileprivate mutating func begin(
        _ name: Name, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ valueCount: Int, namespaces added: Int
    ) {
        guard take(1 + valueCount + added) else { return }
        declared.append(added)
        namespaces += added
        guard declared.count <= limits.depth else { return stop(at: .depth(limits.depth)) }
        guard namespaces <= limits.namespaces else { return stop(at: .namespaces(limits.namespaces)) }
        let first = attributes.count
        // Five for each: its name, prefix and namespace, and where its value begins and ends.
        for index in 0..<valueCount {
            guard let values, let name = values[5 * index], let start = values[5 * index + 3],
                let end = values[5 * index + 4], values[5 * index + 2] != ignoredNamespace
            else { continue }
            let from = count
            copy(start, end - start)
            attributes.append(Attribute(name: name, start: from, end: count))
        }
        entries.append(Entry(kind: .start, name: name, start: first, end: attributes.count))
    }

    fileprivate mutating func end(_ name: Name) {
        namespaces -= declared.popLast() ?? 0
        entries.append(Entry(kind: .end, name: name, start: 0, end: 0))
    }

    fileprivate mutating func add(_ text: UnsafePointer<UInt8>, _ length: Int) {
        guard length > 0, take(1) else { return }
        let start = count
        copy(text, length)
        if let last = entries.last, last.kind == .text, last.end == start {
            entries[entries.count - 1].end = count
        } else {
            entries.append(Entry(kind: .text, name: name, start: start, end: count))
        }
    }

    fileprivate mutating func refuseDocumentType() { stop(.documentType(part: part)) }
}

extension XMLEventQueue {
    /// The functions that libxml2 calls with the address of a queue. Comments and instructions say nothing of cells.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, _, namespaceCount, _, count, _, values in
            guard let name else { return }
            XMLEventQueue.at(context)?.pointee.begin(name, values, Int(count), namespaces: Int(namespaceCount))
        }
        handler.endElementNs = { context, name, _, _ in
            guard let name else { return }
            XMLEventQueue.at(context)?.pointee.end(name)
        }
        handler.characters = { context, text, count in
            guard let text else { return }
            XMLEventQueue.at(context)?.pointee.add(text, Int(count))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { context, _, _, _ in XMLEventQueue.at(context)?.pointee.refuseDocumentType() }
        // libxml2 would write its remarks to standard error.
        handler.serror = { _, _ in }
        return handler
    }

    @inline(__always)
    private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLEventQueue>? {
        context?.assumingMemoryBound(to: XMLEventQueue.self)
    }
}
