import Archives
import FoundationEssentials
import Glibc
import Plumbing
import SocialReturnModel

/// Tables as an OpenDocument spreadsheet (ODS 1.3): for whoever works without Excel, and as an open form to keep.
///
/// It holds values and no formulas: one sheet a table, with its headings in the first row, a filter, and the first row in sight. In front
/// stands a sheet that says what each of them is about. Style, charts and links are the workbook's.
public struct OpenDocumentSpreadsheet {
    private let title, meaning, language: String
    private let created: Day
    private let tables: [TidyTable]
    private let contents: Contents

    /// The words of the first sheet.
    public struct Contents: Sendable {
        /// The name of the sheet, and the headings of its three columns.
        public let name, sheet, shows, rows: String

        /// Words for the first sheet.
        public init(name: String, sheet: String, shows: String, rows: String) {
            (self.name, self.sheet, self.shows, self.rows) = (name, sheet, shows, rows)
        }
    }

    /// How many rows a sheet has in the programs that people use.
    static let mostRows = 1_048_576

    /// The spreadsheet of `tables`. `language` is a code of ISO 639.
    public init(
        title: String, meaning: String, language: String, created: Day, contents: Contents, tables: [TidyTable]
    ) {
        (self.title, self.meaning, self.language, self.created) = (title, meaning, language, created)
        (self.contents, self.tables) = (contents, tables)
    }

    /// Writes the file to `path`, whole or not at all.
    public func write(to path: String) throws(OutputError) {
        let bytes: [UInt8]
        do {
            bytes = try PackedArchive.bytes(parts)
        } catch {
            throw .cannotWrite(path: path, errorNumber: ENOMEM)
        }
        let file = try OutputFile(at: path)
        try file.write { $0 += bytes }
        try file.finish()
    }

    /// The parts: the type first and as it is, so that programs know the file before they unpack it.
    private var parts: [PackedArchive.Part] {
        let sheets = sheets
        return [
            .init("mimetype", Array(Self.type.utf8), isPacked: false),
            .init("META-INF/manifest.xml", Array(Self.manifest.utf8)),
            .init("meta.xml", meta),
            .init("settings.xml", settings(sheets.map(\.name))),
            .init("styles.xml", Array(styles.utf8)),
            .init("content.xml", content(sheets)),
        ]
    }

    // MARK: - Sheets

    /// A table, or what of it a sheet has room for.
    private struct Sheet {
        let name: String
        let fields: [TidyTable.Field]
        let rows: ArraySlice<[TidyTable.Value]>
    }

    private var sheets: [Sheet] {
        func field(_ title: String, _ kind: TidyTable.Field.Kind = .string) -> TidyTable.Field {
            TidyTable.Field(name: title, title: title, kind: kind)
        }
        let lines: [[TidyTable.Value]] =
            [[.text(title), .text(meaning), .empty]]
            + tables.map { [.text($0.sheet), .text($0.meaning), .number(String($0.rows.count))] }
        let first = Sheet(
            name: contents.name, fields: [field(contents.sheet), field(contents.shows), field(contents.rows, .number)],
            rows: lines[...])
        return [first]
            + tables.flatMap { table in
                let most = Self.mostRows - 1
                return stride(from: 0, to: max(1, table.rows.count), by: most).map { start in
                    Sheet(
                        name: start == 0 ? table.sheet : "\(table.sheet) (\(start / most + 1))", fields: table.fields,
                        rows: table.rows[start..<min(start + most, table.rows.count)])
                }
            }
    }

    private func content(_ sheets: [Sheet]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(Self.declaration)
        bytes.append(
            "<office:document-content \(Self.namespaces)>\(Self.automaticStyles)<office:body><office:spreadsheet>")
        for sheet in sheets { append(sheet, to: &bytes) }
        bytes.append("<table:database-ranges>")
        for (number, sheet) in sheets.enumerated() {
            bytes.append(
                "<table:database-range table:name=\"filter\(number + 1)\" table:display-filter-buttons=\"true\"")
            bytes.append(" table:target-range-address=\"")
            let name = SheetReference.quoted(sheet.name)
            let last = SheetReference.letters(of: sheet.fields.count - 1)
            bytes.appendXML("\(name).A1:\(name).\(last)\(sheet.rows.count + 1)")
            bytes.append("\"/>")
        }
        bytes.append("</table:database-ranges></office:spreadsheet></office:body></office:document-content>")
        return bytes
    }

    private func append(_ sheet: Sheet, to bytes: inout [UInt8]) {
        bytes.append("<table:table table:name=\"")
        bytes.appendXML(sheet.name)
        bytes.append("\" table:style-name=\"sheet\">")
        for (index, field) in sheet.fields.enumerated() {
            let longest = sheet.rows.prefix(200).reduce(field.title.count) { max($0, $1[index].width) }
            let style = longest > 40 ? "wide" : longest > 16 ? "middle" : "narrow"
            bytes.append("<table:table-column table:style-name=\"\(style)\" table:default-cell-style-name=\"text\"/>")
        }
        bytes.append("<table:table-header-rows><table:table-row>")
        for field in sheet.fields { Self.append(.text(field.title), style: "heading", to: &bytes) }
        bytes.append("</table:table-row></table:table-header-rows>")
        for row in sheet.rows {
            bytes.append("<table:table-row>")
            for value in row { Self.append(value, style: nil, to: &bytes) }
            bytes.append("</table:table-row>")
        }
        bytes.append("</table:table>")
    }

    private static func append(_ value: TidyTable.Value, style: String?, to bytes: inout [UInt8]) {
        switch value {
        case .empty: bytes.append("<table:table-cell/>")
        case .text(let text):
            bytes.append("<table:table-cell table:style-name=\"\(style ?? "text")\" office:value-type=\"string\">")
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                bytes.append("<text:p>")
                bytes.appendXML(line)
                bytes.append("</text:p>")
            }
            bytes.append("</table:table-cell>")
        case .number(let number):
            bytes.append("<table:table-cell table:style-name=\"number\" office:value-type=\"float\" office:value=\"")
            bytes.append("\(number)\"><text:p>\(number)</text:p></table:table-cell>")
        case .day(let day):
            bytes.append("<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"")
            bytes.append("\(day)\"><text:p>\(day.formatted(.dutch))</text:p></table:table-cell>")
        }
    }

    // MARK: - The other parts

    private static let type = "application/vnd.oasis.opendocument.spreadsheet"
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let namespaces =
        [
            ("office", "office:1.0"), ("style", "style:1.0"), ("text", "text:1.0"), ("table", "table:1.0"),
            ("number", "datastyle:1.0"), ("fo", "xsl-fo-compatible:1.0"), ("meta", "meta:1.0"),
            ("config", "config:1.0"),
        ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1)\"" }.joined(separator: " ")
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""

    private static let manifest =
        declaration
        + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
        + ([("/", type)] + ["content", "styles", "meta", "settings"].map { ($0 + ".xml", "text/xml") }).map {
            "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"\($1)\"/>"
        }.joined() + "</manifest:manifest>"

    private var meta: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("\(Self.declaration)<office:document-meta \(Self.namespaces)><office:meta><dc:title>")
        bytes.appendXML(title)
        bytes.append("</dc:title><dc:description>")
        bytes.appendXML(meaning)
        bytes.append("</dc:description><meta:creation-date>\(created)T00:00:00</meta:creation-date>")
        bytes.append("<dc:language>\(language)</dc:language></office:meta></office:document-meta>")
        return bytes
    }

    /// The first row stays in sight on every sheet.
    private func settings(_ names: [String]) -> [UInt8] {
        func item(_ name: String, _ type: String, _ value: String) -> String {
            "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>"
        }
        var bytes: [UInt8] = []
        bytes.append("\(Self.declaration)<office:document-settings \(Self.namespaces)><office:settings>")
        bytes.append("<config:config-item-set config:name=\"ooo:view-settings\">")
        bytes.append("<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>")
        bytes.append("<config:config-item-map-named config:name=\"Tables\">")
        for name in names {
            bytes.append("<config:config-item-map-entry config:name=\"")
            bytes.appendXML(name)
            bytes.append("\">")
            bytes.append(item("VerticalSplitMode", "short", "2") + item("VerticalSplitPosition", "int", "1"))
            bytes.append(item("ActiveSplitRange", "short", "2") + item("PositionBottom", "int", "1"))
            bytes.append("</config:config-item-map-entry>")
        }
        bytes.append("</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>")
        bytes.append("</config:config-item-set></office:settings></office:document-settings>")
        return bytes
    }

    private var styles: String {
        let country = language == "en" ? "GB" : "NL"
        return Self.declaration + "<office:document-styles \(Self.namespaces)><office:styles>"
            + "<style:default-style style:family=\"table-cell\"><style:text-properties fo:font-size=\"10pt\""
            + " fo:language=\"\(language)\" fo:country=\"\(country)\"/></style:default-style>"
            + "<style:style style:name=\"Default\" style:family=\"table-cell\"/></office:styles>"
            + "<office:automatic-styles><style:page-layout style:name=\"page\"><style:page-layout-properties"
            + " fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\" fo:margin=\"1.5cm\"/>"
            + "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page"
            + " style:name=\"Default\" style:page-layout-name=\"page\"/></office:master-styles></office:document-styles>"
    }

    private static let automaticStyles: String = {
        func column(_ name: String, _ width: String) -> String {
            "<style:style style:name=\"\(name)\" style:family=\"table-column\"><style:table-column-properties"
                + " style:column-width=\"\(width)\"/></style:style>"
        }
        func cell(_ name: String, _ data: String = "", _ properties: String) -> String {
            "<style:style style:name=\"\(name)\" style:family=\"table-cell\" style:parent-style-name=\"Default\"\(data)>"
                + properties + "</style:style>"
        }
        let top = "style:vertical-align=\"top\""
        return "<office:automatic-styles>"
            + "<number:number-style style:name=\"N1\"><number:number number:decimal-places=\"2\""
            + " number:min-decimal-places=\"0\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
            + "<number:date-style style:name=\"N2\"><number:day number:style=\"long\"/><number:text>-</number:text>"
            + "<number:month number:style=\"long\"/><number:text>-</number:text><number:year number:style=\"long\"/>"
            + "</number:date-style><style:style style:name=\"sheet\" style:family=\"table\""
            + " style:master-page-name=\"Default\"><style:table-properties table:display=\"true\"/></style:style>"
            + column("narrow", "3cm") + column("middle", "5.5cm") + column("wide", "10cm")
            + cell("text", "", "<style:table-cell-properties fo:wrap-option=\"wrap\" \(top)/>")
            + cell(
                "heading", "",
                "<style:table-cell-properties fo:background-color=\"#154273\" fo:wrap-option=\"wrap\" \(top)/>"
                    + "<style:text-properties fo:color=\"#ffffff\" fo:font-weight=\"bold\"/>")
            + cell("number", " style:data-style-name=\"N1\"", "<style:table-cell-properties \(top)/>")
            + cell("day", " style:data-style-name=\"N2\"", "<style:table-cell-properties \(top)/>")
            + "</office:automatic-styles>"
    }()
}

extension TidyTable.Value {
    /// About how many characters wide it is.
    fileprivate var width: Int {
        switch self {
        case .empty: 0
        case .text(let text): text.count
        case .number(let number): number.count
        case .day: 10
        }
    }
}

extension [UInt8] {
    /// Adds `text` as it stands in XML: characters that no XML file may have are left out, and blanks that follow each other are kept.
    fileprivate mutating func appendXML(_ text: some StringProtocol) {
        var blanks = 0
        for scalar in text.unicodeScalars {
            if scalar != " " { blanks = 0 }
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case " ":
                append(blanks == 0 ? " " : "\u{A0}")
                blanks += 1
            case "\t": append(" ")
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": break
            default: append(contentsOf: Array(String(scalar).utf8))
            }
        }
    }
}
