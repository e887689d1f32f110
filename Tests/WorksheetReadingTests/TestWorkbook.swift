import Archives
import DelimitedText
import TestSupport

@testable import WorksheetReading

/// A workbook for tests, from the XML of its parts.
enum TestWorkbook {
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The parts of a workbook with one sheet, `Inzet`, around `rows`.
    static func office(
        rows: String, columns: String = "", texts: String = "", properties: String = "", namespace: String = "",
        kinds: String = relationships, extra: String = "", format: String = "0.00", tail: String = ""
    ) -> [String: String] {
        [
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": """
            <Relationships><Relationship Id="r1" Type="\(kinds)/officeDocument" Target="/xl/boek.xml"/></Relationships>
            """,
            "xl/boek.xml": """
            <workbook \(namespace) xmlns:r="\(kinds)"><workbookPr \(properties)/><sheets>\
            <sheet name="Inzet" sheetId="1" r:id="rId9"/></sheets></workbook>
            """,
            "xl/_rels/boek.xml.rels": """
            <Relationships><Relationship Id="rId9" Type="\(kinds)/worksheet" Target="bladen/een.xml"/>\
            <Relationship Id="rId2" Type="\(kinds)/sharedStrings" Target="../xl/teksten.xml"/>\
            <Relationship Id="rId3" Type="\(kinds)/styles" Target="/xl/stijlen.xml"/>\(extra)</Relationships>
            """,
            "xl/bladen/een.xml": "<worksheet \(namespace)>\(columns)<sheetData>\(rows)</sheetData>\(tail)</worksheet>",
            "xl/teksten.xml": "<sst>\(texts)</sst>",
            "xl/stijlen.xml": """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>\
            <numFmt numFmtId="165" formatCode="\(escaped(format))"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="17"/><xf numFmtId="20"/>\
            <xf numFmtId="165"/></cellXfs></styleSheet>
            """,
        ]
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    /// The parts of an OpenDocument workbook with `tables`.
    static func openDocument(
        _ tables: String, manifest: String = "<manifest/>", styles: String = "", common: String = ""
    ) -> [String: String] {
        let names = """
            xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d" xmlns:number="n" xmlns:xlink="l" \
            xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
            """
        return [
            "META-INF/manifest.xml": manifest,
            "styles.xml": """
            <office:document-styles \(names)><office:styles>\(common)</office:styles><office:automatic-styles>\
            <style:style style:name="ce1" style:data-style-name="geen"/></office:automatic-styles></office:document-styles>
            """,
            "content.xml": """
            <office:document-content \(names)><office:automatic-styles>\(styles)<style:style style:name="ta2"><style:table-properties \
            table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\(tables)\
            </office:spreadsheet></office:body></office:document-content>
            """,
        ]
    }

    /// - Parameter bytes: Parts that are no UTF-8, in place of those in `parts`.
    static func archive(_ parts: [String: String], bytes: [String: [UInt8]] = [:]) throws -> Archive {
        let all = parts.mapValues { Array($0.utf8) }.merging(bytes) { $1 }
        let entries = all.sorted { $0.key < $1.key }.map { TestZip.Entry($0.key, bytes: $0.value) }
        return try Archive(TestZip(entries).bytes, limits: .workbook)
    }

    static func read(
        _ parts: [String: String], bytes: [String: [UInt8]] = [:], limits: WorkbookLimits = WorkbookLimits()
    ) throws -> Worksheet {
        let workbook = try WorkbookFile(archive(parts, bytes: bytes), limits: limits)
        guard let sheet = try workbook.read([0])[0] else { throw WorkbookError.notAWorkbook }
        return sheet
    }
}

extension DelimitedTable {
    /// The records as `row: cell|cell`.
    var lines: [String] {
        (0..<recordCount).map { record in
            "\(row(of: record)): " + (0..<fieldCount(of: record)).map { text(record, $0) }.joined(separator: "|")
        }
    }
}
