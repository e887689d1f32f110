import Archives
import CLibXML2

/// Reads one XML part of a workbook, event by event. The only type that speaks to libxml2.
///
/// No document type, no entities but the five of XML itself, no network, and libxml2's own limits on depth and length stay in force.
/// Names are compared by address: libxml2 keeps each name once for a reader.
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
    typealias Name = UnsafePointer<UInt8>

    /// The name of the element that began or ended last.
    private(set) var name: Name
    /// The name of the part, for messages.
    let part: String
    private let reader: OpaquePointer
    private let source: PartSource
    private var isAtEmptyElement = false

    /// Initialised once, before any reader is made in any thread.
    private static let library: Void = xmlInitParser()

    /// Begins to read `entry` of `archive`.
    init(_ entry: ArchiveEntry, of archive: Archive) throws(WorkbookError) {
        _ = Self.library
        part = entry.name
        do { source = PartSource(try archive.open(entry)) } catch { throw WorkbookError(error) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let made = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer, count >= 0 else { return -1 }
                let source = Unmanaged<PartSource>.fromOpaque(context).takeUnretainedValue()
                return source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
            }, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Int32(bitPattern: options))
        guard let made else { throw .outOfMemory }
        reader = made
        // libxml2 would write its remarks to standard error.
        xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
        guard let none = xmlTextReaderConstString(reader, "") else {
            xmlFreeTextReader(reader)
            throw .outOfMemory
        }
        name = none
    }

    deinit { xmlFreeTextReader(reader) }

    /// The address of `name`, to compare with ``name`` and to look for in attributes.
    func name(_ name: String) throws(WorkbookError) -> Name {
        guard let address = xmlTextReaderConstString(reader, name) else { throw .outOfMemory }
        return address
    }

    /// The next event; nil at the end.
    func next() throws(WorkbookError) -> Event? {
        if isAtEmptyElement {
            isAtEmptyElement = false
            return .end
        }
        while true {
            let result = xmlTextReaderRead(reader)
            if result == 0 {
                // A truncated entry may look like an end to libxml2.
                if let failure = source.failure { throw WorkbookError(failure) }
                return nil
            }
            guard result == 1 else { throw source.failure.map(WorkbookError.init) ?? .damaged(part: part) }
            switch xmlTextReaderNodeType(reader) {
            case NodeType.element:
                name = xmlTextReaderConstLocalName(reader) ?? name
                isAtEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
                return .start
            case NodeType.endElement:
                name = xmlTextReaderConstLocalName(reader) ?? name
                return .end
            case NodeType.text, NodeType.cdata, NodeType.whitespace, NodeType.significantWhitespace:
                return .text
            case NodeType.documentType: throw .documentType(part: part)
            case NodeType.entityReference: throw .damaged(part: part)
            default: continue
            }
        }
    }

    /// The text of the present event, until the next one.
    var text: UnsafeBufferPointer<UInt8> {
        Self.bytes(xmlTextReaderConstValue(reader))
    }

    /// The value of the attribute `name` of the element that has just begun, until the next event; nil without it.
    func attribute(_ name: Name) -> UnsafeBufferPointer<UInt8>? {
        var attribute = xmlTextReaderCurrentNode(reader)?.pointee.properties
        while let present = attribute {
            if present.pointee.name == name { return Self.bytes(present.pointee.children?.pointee.content) }
            attribute = present.pointee.next
        }
        return nil
    }

    /// The value of the attribute `name` as a text; nil without it.
    func attributeText(_ name: Name) -> String? {
        attribute(name).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func bytes(_ text: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    private enum NodeType {
        static let element = Int32(XML_READER_TYPE_ELEMENT.rawValue)
        static let endElement = Int32(XML_READER_TYPE_END_ELEMENT.rawValue)
        static let text = Int32(XML_READER_TYPE_TEXT.rawValue)
        static let cdata = Int32(XML_READER_TYPE_CDATA.rawValue)
        static let whitespace = Int32(XML_READER_TYPE_WHITESPACE.rawValue)
        static let significantWhitespace = Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue)
        static let documentType = Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue)
        static let entityReference = Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue)
    }
}

extension WorkbookError {
    /// The error of an archive.
    init(_ error: ArchiveError) {
        switch error {
        case .encrypted: self = .encrypted
        case .outOfMemory: self = .outOfMemory
        default: self = .archive(error)
        }
    }
}
