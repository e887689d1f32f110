import Archives
import TestSupport
import Testing

@testable import WorksheetReading

@Suite struct WorkbookLimitTests {
    private static let part = "xl/bladen/een.xml"
    private static let value = "<c><v>1</v></c>"

    private static func limits(_ change: (inout WorkbookLimits) -> Void) -> WorkbookLimits {
        var limits = WorkbookLimits()
        change(&limits)
        return limits
    }

    private static func fixed(_ value: Int) -> GrowingLimit { GrowingLimit(base: value, factor: 0, most: value) }

    /// Each limit holds what is just within it, and refuses one more by its own name.
    @Test(arguments: [
        (limits { $0.rows = 4 }, "<row r=\"4\">\(value)</row>", "<row r=\"5\">\(value)</row>", PassedLimit.rows(4)),
        (limits { $0.columns = 3 }, "<row><c r=\"C1\"><v>1</v></c></row>", "<row><c r=\"D1\"/></row>", .columns(3)),
        (
            limits { $0.rowsInAll = fixed(2) }, "<row>\(value)</row><row/><row>\(value)</row>",
            String(repeating: "<row>\(value)</row>", count: 3), .rowsInAll(2)
        ),
        (
            limits { $0.cells = fixed(100) }, "<row r=\"1\"><c r=\"CV1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"CW1\"><v>1</v></c></row>", .cells(100)
        ),
        (
            limits { $0.textBytes = fixed(120) }, String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 2),
            String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 3), .textBytes(120)
        ),
        (
            limits { $0.attributes = 5 }, "<row a=\"\" b=\"\" c=\"\" d=\"\" e=\"\"/>",
            "<row a=\"\" b=\"=\" c=\"\" d=\"\" e=\"\" f=\"\"/>", .attributes(5)
        ),
        (
            limits { $0.namespaces = 3 }, "<row xmlns:a=\"1\" xmlns:b=\"2\"/><row xmlns:a=\"1\" xmlns:b=\"2\"/>",
            "<row xmlns:a=\"1\" xmlns:b=\"2\"><c xmlns:d=\"4\" xmlns:e=\"5\"/></row>", .namespaces(3)
        ),
        (limits { $0.depth = 5 }, "<row><c><v/></c></row>", "<row><c><v><x/></v></c></row>", .depth(5)),
    ])
    func holdsWhatIsWithinAndNamesWhatIsNot(
        _ limits: WorkbookLimits, _ within: String, _ beyond: String, _ limit: PassedLimit
    ) throws {
        let texts = "<si><t>\(String(repeating: "x", count: 60))</t></si>"
        _ = try TestWorkbook.read(TestWorkbook.office(rows: within, texts: texts), limits: limits)
        #expect(throws: WorkbookError.tooLarge(part: Self.part, limit: limit)) {
            try TestWorkbook.read(TestWorkbook.office(rows: beyond, texts: texts), limits: limits)
        }
    }

    @Test func boundsTheOtherParts() throws {
        let parts = TestWorkbook.office(rows: "", texts: "<si><t>\(String(repeating: "x", count: 60))</t></si>")
        for (limits, part, limit) in [
            (Self.limits { $0.sharedTextBytes = Self.fixed(59) }, "xl/teksten.xml", PassedLimit.sharedTextBytes(59)),
            (Self.limits { $0.sheets = 0 }, "xl/boek.xml", .sheets(0)),
            (Self.limits { $0.styles = 5 }, "xl/stijlen.xml", .styles(5)),
            (Self.limits { $0.nodes = Self.fixed(3) }, "_rels/.rels", .nodes(3)),
        ] {
            #expect(throws: WorkbookError.tooLarge(part: part, limit: limit)) {
                try TestWorkbook.read(parts, limits: limits)
            }
        }
    }

    /// All sheets of all workbooks of a delivery share what it may cost.
    @Test func countsWorkbooksOfOneDeliveryTogether() throws {
        let limits = Self.limits { $0.rowsInAll = Self.fixed(3) }
        let bytes = TestZip(
            TestWorkbook.office(rows: "<row>\(Self.value)</row><row>\(Self.value)</row>").map { TestZip.Entry($0, $1) }
        ).bytes
        let budget = DeliveryBudget(delivered: bytes.count)
        let first = try WorkbookFile(Archive(bytes, limits: .workbook, budget: budget), limits: limits)
        _ = try first.read([0])
        let second = try WorkbookFile(Archive(bytes, limits: .workbook, budget: budget), limits: limits)
        #expect(throws: WorkbookError.tooLarge(part: Self.part, limit: .rowsInAll(3))) { try second.read([0]) }
    }

    /// A column at the far end of each row, merges that lie over each other, repeats: each a few bytes that stand for very many.
    @Test(arguments: [
        (1...200).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined(),
        "<row>" + String(repeating: value, count: 16_000) + "</row>"
            + String(repeating: "<row>\(value)</row>", count: 300),
    ])
    func boundsGapsAndMerges(_ rows: String) throws {
        let columns = ["A", "B", "C", "Z", "AA"].flatMap { first in (65...90).map { first + String(UnicodeScalar($0)) }
        }
        let merges = columns.map { "<mergeCell ref=\"\($0)1:\($0)1048576\"/>" }.joined()
        let parts = TestWorkbook.office(rows: rows, tail: "<mergeCells>\(merges)</mergeCells>")
        let limits = Self.limits { $0.cells = Self.fixed(50_000) }
        #expect(throws: WorkbookError.tooLarge(part: Self.part, limit: .cells(50_000))) {
            try TestWorkbook.read(parts, limits: limits)
        }
    }

    @Test(arguments: [
        (
            #"<table:table-row table:number-rows-repeated="999"><table:table-cell table:number-columns-repeated="99" office:value-type="float" office:value="1"/></table:table-row>"#,
            PassedLimit.cells(50_000)
        ),
        (
            "<table:table-row table:number-rows-repeated=\"999\"><table:table-cell office:value-type=\"string\"><text:p>\(String(repeating: "x", count: 2_000))</text:p></table:table-cell></table:table-row>",
            .textBytes(1_000_000)
        ),
        (
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>\(String(repeating: #"<text:s text:c="32767"/>"#, count: 31))</text:p></table:table-cell></table:table-row>",
            .textBytes(1_000_000)
        ),
        (
            #"<table:table-row><table:table-cell table:number-columns-repeated="16385" office:value-type="float" office:value="1"/></table:table-row>"#,
            .columns(16_384)
        ),
        (
            #"<table:table-row><table:table-cell table:number-columns-repeated="999999999999"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
            .columns(16_384)
        ),
    ])
    func boundsRepeats(_ row: String, _ limit: PassedLimit) {
        let limits = Self.limits {
            $0.cells = Self.fixed(50_000)
            $0.textBytes = Self.fixed(1_000_000)
        }
        #expect(throws: WorkbookError.tooLarge(part: "content.xml", limit: limit)) {
            try TestWorkbook.read(
                TestWorkbook.openDocument("<table:table table:name=\"Inzet\">\(row)</table:table>"), limits: limits)
        }
    }

    @Test func repeatsOfNothingCostNothing() throws {
        let row = """
            <table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>\
            <table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
            """
        let limits = Self.limits {
            ($0.cells, $0.rowsInAll, $0.textBytes) = (Self.fixed(1), Self.fixed(1), Self.fixed(1))
        }
        let sheet = try TestWorkbook.read(
            TestWorkbook.openDocument("<table:table table:name=\"Inzet\">\(row)</table:table>"), limits: limits)
        #expect(sheet.cells.lines == ["1048576: 1"])
    }

    /// The time of libxml2 would grow by the square of these.
    @Test func refusesAttributesWithoutNumber() {
        let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(throws: WorkbookError.tooLarge(part: Self.part, limit: .attributes(256))) {
                try TestWorkbook.read(TestWorkbook.office(rows: "<row\(attributes)/>"))
            }
        }
        // Without the limit it takes minutes.
        #expect(time < .seconds(10))
    }

    @Test(arguments: ["<row a=\"#\"/>", "<!--#-->", "<![CDATA[#]]>", "<?a #?>", "<row #"])
    func refusesMarkupWithoutEnd(_ markup: String) throws {
        let limits = Self.limits { $0.markupBytes = 100_000 }
        func read(_ count: Int) throws {
            let filled = markup.replacing("#", with: String(repeating: "x", count: count))
            _ = try TestWorkbook.read(TestWorkbook.office(rows: "<row>\(filled)</row>"), limits: limits)
        }
        if !markup.hasSuffix("#") { try read(90_000) }
        #expect(throws: WorkbookError.tooLarge(part: Self.part, limit: .markupBytes(100_000))) { try read(300_000) }
    }

    /// Honest workbooks of a made-up supplier: 3,000 rows of twenty columns shrink far less than the limits allow.
    @Test func leavesRoomForRealTables() throws {
        let limits = WorkbookLimits()
        let delivered = 100_000
        #expect(limits.cells.value(forDelivered: delivered) >= 20 * 3_000 * 10)
        #expect(limits.rowsInAll.value(forDelivered: delivered) >= 3_000 * 10)
        #expect(ArchiveLimits.officeWorkbook.bytes.value(forDelivered: delivered) >= 40 * delivered)
    }
}

@Suite struct MarkupGuardTests {
    /// The same, however the text is cut into pieces.
    @Test(arguments: [
        ("<a b='1' c=\"=\"/><d e=''/>", MarkupGuard.Refusal?.none), ("<a b='1' c='2' d='3'/>", .attributes),
        ("<a b='>' c='2' d='3'/>", .attributes), ("<!-- <a b='' c='' d=''> --><a b=''/>", nil),
        ("<!--><a b='' c='' d=''>--><a b=''/>", nil), ("<!-- -- > --><a b='' c='' d=''/>", .attributes),
        ("<![CDATA[<a b='' c='' d=''>]] >]]><a b=''/>", nil), ("<![CDATA[]]><a b='' c='' d=''/>", .attributes),
        ("<![CDATA[]]]]><a b='' c='' d=''/>", .attributes), ("<?a b='' c='' d='' ?><a b=''/>", nil),
        ("<?a ??><a b='' c='' d=''/>", .attributes), ("<!DOCTYPE a>", .documentType),
        ("<a/><!DOCTYPE a>", .documentType),
        ("a = b = c = d <e f='' g=''/> h = i = j", nil), ("<a b='\"' c='\"'/><d e=\"'\" f=\"'\"/>", nil),
        ("<!-- \(String(repeating: "x", count: 100)) -->", .length),
        ("<a b='\(String(repeating: "x", count: 100))'/>", .length),
    ])
    func looksAtPieces(_ text: String, _ refusal: MarkupGuard.Refusal?) {
        var limits = WorkbookLimits()
        (limits.attributes, limits.markupBytes) = (2, 80)
        let bytes = Array(text.utf8)
        for size in 1...7 {
            var markup = MarkupGuard(limits)
            var found: MarkupGuard.Refusal?
            for start in stride(from: 0, to: bytes.count, by: size) where found == nil {
                found = Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBufferPointer {
                    markup.check($0)
                }
            }
            #expect(found == refusal, "pieces of \(size)")
        }
    }
}
