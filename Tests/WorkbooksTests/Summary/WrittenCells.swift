import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The cells of a workbook as a file has them: what stands there, and the formula behind it.
struct WrittenCells {
    /// A cell.
    struct Cell: Equatable {
        var text = ""
        var formula: String?
        var isText = false

        /// The number that stands there; nil for text.
        var number: Double? { isText ? nil : Double(text) }
    }

    /// The names of the sheets, in order.
    private(set) var sheets: [String] = []
    private var cells: [String: [String: Cell]] = [:]
    private var links: [String: [String]] = [:]

    /// Reads the workbook at `path`.
    init(_ path: String) throws {
        let shared = SharedStrings.read(try Self.part("xl/sharedStrings.xml", of: path))
        sheets = SheetNames.read(try Self.part("xl/workbook.xml", of: path))
        for (index, sheet) in sheets.enumerated() {
            let reader = SheetReader(shared)
            reader.read(try Self.part("xl/worksheets/sheet\(index + 1).xml", of: path))
            cells[sheet] = reader.cells
            links[sheet] = reader.links
        }
    }

    /// The cell at an address such as `C5`.
    subscript(sheet: String, address: String) -> Cell? { cells[sheet]?[address] }

    /// The addresses of the formulas of a sheet.
    func formulas(on sheet: String) -> [String] {
        (cells[sheet] ?? [:]).filter { $0.value.formula != nil }.map(\.key).sorted()
    }

    /// The addresses of the cells of a sheet that are links, of either kind.
    func links(on sheet: String) -> [String] {
        (links[sheet] ?? [])
            + (cells[sheet] ?? [:]).filter { $0.value.formula?.hasPrefix("HYPERLINK(") == true }.map(\.key)
    }

    /// Every text of a sheet.
    func texts(on sheet: String) -> [String] { (cells[sheet] ?? [:]).values.filter(\.isText).map(\.text) }

    /// The address of the first cell with this text, from the top.
    func address(of text: String, on sheet: String) -> String? {
        (cells[sheet] ?? [:]).filter { $0.value.text == text }.map(\.key)
            .min { Self.row($0) != Self.row($1) ? Self.row($0) < Self.row($1) : $0 < $1 }
    }

    /// The cell `columns` to the right of the first cell with this text.
    func cell(right columns: Int, of text: String, on sheet: String) -> Cell? {
        guard let address = address(of: text, on: sheet), let letter = address.unicodeScalars.first,
            let moved = Unicode.Scalar(letter.value + UInt32(columns))
        else { return nil }
        return self[sheet, "\(Character(moved))\(address.dropFirst())"]
    }

    private static func row(_ address: String) -> Int { Int(address.drop { $0.isLetter }) ?? 0 }

    static func part(_ name: String, of path: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        process.arguments = ["-p", path, name]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}

/// The names of the sheets in `workbook.xml`.
private final class SheetNames: NSObject, XMLParserDelegate {
    private var names: [String] = []

    static func read(_ data: Data) -> [String] {
        let reader = SheetNames()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        _ = parser.parse()
        return reader.names
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if element == "sheet", let name = attributes["name"] { names.append(name) }
    }
}

/// The texts that cells refer to by number.
private final class SharedStrings: NSObject, XMLParserDelegate {
    private var texts: [String] = []
    private var isText = false

    static func read(_ data: Data) -> [String] {
        let reader = SharedStrings()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        _ = parser.parse()
        return reader.texts
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if element == "si" { texts.append("") }
        isText = element == "t"
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        isText = false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isText { texts[texts.count - 1] += string }
    }
}

/// The cells of one sheet.
private final class SheetReader: NSObject, XMLParserDelegate {
    var cells: [String: WrittenCells.Cell] = [:]
    var links: [String] = []
    private let shared: [String]
    private var address = ""
    private var type = ""
    private var element = ""

    init(_ shared: [String]) { self.shared = shared }

    func read(_ data: Data) {
        let parser = XMLParser(data: data)
        parser.delegate = self
        _ = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        self.element = element
        if element == "c" {
            address = attributes["r"] ?? ""
            type = attributes["t"] ?? ""
            cells[address] = WrittenCells.Cell(isText: type == "s" || type == "str" || type == "inlineStr")
        } else if element == "f" {
            cells[address]?.formula = ""
        } else if element == "hyperlink", let place = attributes["ref"] {
            links.append(place)
        }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        if element == "c", type == "s", let index = cells[address].flatMap({ Int($0.text) }),
            shared.indices.contains(index)
        {
            cells[address]?.text = shared[index]
        }
        self.element = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        switch element {
        case "f": cells[address]?.formula? += string
        case "v", "t": cells[address]?.text += string
        default: break
        }
    }
}
