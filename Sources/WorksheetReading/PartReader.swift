import Archives
import CLibXML2

/// Reads one XML part of a workbook, event by event. With ``XMLEventQueue`` the only type that speaks to libxml2.
///
/// No document type, no entities but the five of XML itself, no network; and what would take libxml2 time by the square is refused before
/// it comes there. Names are compared by address: libxml2 keeps each name once for a reader.
final class PartReader {
    /// What comes next in the part.
    enum Event {
        /// An element begins; ``name`` tells which.
        case start
        /// An element ends; also for one without contents.
        case end
        /// Text, which may come in pieces; see ``text``.
        case text
    }

    /// The address of a name, without its prefix.
    typealias Name = XMLEventQueue.Name

    /// The name of the part, for messages.
    let part: String
    private let parser: xmlParserCtxtPtr
    private let events: UnsafeMutablePointer<XMLEventQueue>
    private let source: PartSource
    private let limits: WorkbookLimits
    private var markup: MarkupGuard
    private var isAtEnd = false
    private var knowsPage = false

    /// Initialised once, before any parser is made in any thread.
    private static let library: Void = xmlInitParser()

    /// Extensions of LibreOffice repeat attributes under a namespace of their own, with other values.
    private static let extensions = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    /// Begins to read `entry` of `archive`.
    init(_ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        _ = Self.library
        part = entry.name
        self.limits = limits
        source = try PartSource(entry, of: archive)
        markup = MarkupGuard(limits)
        let events = UnsafeMutablePointer<XMLEventQueue>.allocate(capacity: 1)
        var handler = XMLEventQueue.handler
        guard let parser = xmlCreatePushParserCtxt(&handler, events, nil, 0, nil) else {
            events.deallocate()
            throw .outOfMemory
        }
        guard let none = xmlDictLookup(parser.pointee.dict, "", 0),
            let extensions = xmlDictLookup(parser.pointee.dict, Self.extensions, -1)
        else {
            xmlFreeParserCtxt(parser)
            events.deallocate()
            throw .outOfMemory
        }
        events.initialize(
            to: XMLEventQueue(
                parser, none: none, ignoring: extensions, part: entry.name, limits, archive.budget))
        (self.parser, self.events) = (parser, events)
        setOptions()
    }

    deinit {
        xmlFreeParserCtxt(parser)
        events.pointee.deallocate()
        events.deinitialize(count: 1)
        events.deallocate()
    }

    /// The address of `name`, to compare with the names of elements and to look for in attributes.
    func name(_ name: String) throws(WorkbookError) -> Name {
        guard let address = xmlDictLookup(parser.pointee.dict, name, -1) else { throw .outOfMemory }
        return address
    }

    /// The next event; nil at the end.
    func next() throws(WorkbookError) -> Event? {
        while true {
            if let event = events.pointee.next() { return event }
            guard !isAtEnd else { return nil }
            try feed()
        }
    }

    /// Lets libxml2 read the next piece.
    private func feed() throws(WorkbookError) {
        events.pointee.clear()
        let piece = try source.next()
        if !knowsPage {
            knowsPage = true
            if let page = source.page { try translate(page) }
        }
        if let piece {
            switch markup.check(piece) {
            case .documentType: throw .documentType(part: part)
            case .attributes: throw .tooLarge(part: part, limit: .attributes(limits.attributes))
            case .length: throw .tooLarge(part: part, limit: .markupBytes(limits.markupBytes))
            case nil: break
            }
            let start = UnsafeRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(parser, start, Int32(truncatingIfNeeded: piece.count), 0)
        } else {
            isAtEnd = true
            _ = xmlParseChunk(parser, nil, 0, 1)
        }
        if let failure = events.pointee.failure { throw failure }
        guard parser.pointee.wellFormed == 1 else { throw .damaged(part: part) }
    }

    /// Lets libxml2 translate from `page`.
    private func translate(_ page: String) throws(WorkbookError) {
        guard xmlCtxtResetPush(parser, nil, 0, nil, page) == 0 else { throw .damaged(part: part) }
        setOptions()
    }

    /// The declaration of a page is not believed: the source has looked at it.
    private func setOptions() {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        _ = xmlCtxtUseOptions(parser, Int32(bitPattern: options))
    }

    /// The name of the element that began or ended last.
    var name: Name { events.pointee.name }

    /// The text of the present event, until the next one.
    var text: UnsafeBufferPointer<UInt8> { events.pointee.text }

    /// The value of the attribute `name` of the element that has just begun, until the next event; nil without it.
    func attribute(_ name: Name) -> UnsafeBufferPointer<UInt8>? { events.pointee.attribute(name) }

    /// The value of the attribute `name` as a text; nil without it.
    func attributeText(_ name: Name) -> String? {
        attribute(name).map { String(decoding: $0, as: UTF8.self) }
    }
}
