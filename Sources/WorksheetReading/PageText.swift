/// What somebody wrote above or below the pages that are printed, in pieces. Fields that a program fills in (the page, the date, the name of the
/// sheet) are none of it, nor are the words around them.
struct PageText {
    private(set) var pieces: [String] = []
    private var present: [UInt8] = []

    /// Longer texts are none: Excel takes 255 characters.
    private static let longest = 4_096

    init() {}

    /// The pieces of the text `code` of an Office workbook: `&L`, `&C` and `&R` begin its three parts, and other signs behind `&` are fields or
    /// the look of letters.
    init(code: UnsafeBufferPointer<UInt8>) {
        var rest = code.prefix(Self.longest)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&"), let sign = rest.popFirst() else {
                present.append(byte)
                continue
            }
            switch sign {
            case UInt8(ascii: "&"): present.append(sign)
            case UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "R"): end()
            case UInt8(ascii: "\""):
                while let inner = rest.popFirst(), inner != UInt8(ascii: "\"") {}
            case 0x30...0x39:
                while let digit = rest.first, digit &- 0x30 <= 9 { rest.removeFirst() }
            // A colour: six signs, of which some are `+` or `-`.
            case UInt8(ascii: "K"): rest = rest.dropFirst(6)
            default: continue
            }
        }
        end()
    }

    /// Adds a part of the present piece.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        present.append(contentsOf: text.prefix(max(0, Self.longest - present.count)))
    }

    /// Ends the present piece, which counts when it says something of its own.
    mutating func end() {
        let text = String(decoding: present, as: UTF8.self)
        present.removeAll(keepingCapacity: true)
        let words = text.lowercased().split { !$0.isLetter }
        guard words.contains(where: { !Self.aroundFields.contains($0) }) else { return }
        pieces.append(text)
    }

    /// The words that programs, and people, write around the number of a page or a date.
    private static let aroundFields: Set<Substring> = [
        "pagina", "page", "pag", "p", "bladzijde", "blz", "blad", "sheet", "tab", "van", "of", "de", "the", "bestand",
        "file", "datum", "date",
        "afgedrukt", "geprint", "printed", "op", "on", "versie", "version",
    ]
}

/// What stands above and below the pages of an OpenDocument workbook, by the name of the page.
struct PagesOfOpenDocument {
    private struct Names {
        let page, pageName, header, headerLeft, headerFirst, footer, footerLeft, footerFirst, display, paragraph, span,
            space: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            page = try xml.name("master-page")
            pageName = try xml.name("name")
            header = try xml.name("header")
            headerLeft = try xml.name("header-left")
            headerFirst = try xml.name("header-first")
            footer = try xml.name("footer")
            footerLeft = try xml.name("footer-left")
            footerFirst = try xml.name("footer-first")
            display = try xml.name("display")
            paragraph = try xml.name("p")
            span = try xml.name("span")
            space = try xml.name("s")
        }
    }

    private(set) var texts: [String: [String]] = [:]
    private let names: Names
    private var page: String?
    private var present = PageText()
    /// How many elements of a header or footer have begun and not ended, and how many of those are fields.
    private var (depth, fields) = (0, 0)
    private var isShown = false

    init(_ xml: PartReader) throws(WorkbookError) { names = try Names(xml) }

    /// Takes the next event of the part with the styles, up to `most` pages.
    mutating func take(_ event: PartReader.Event, _ xml: PartReader, most: Int) {
        let name = xml.name
        switch event {
        case .start where name == names.page:
            page = texts.count < most ? xml.attributeText(names.pageName) : nil
            (present, depth) = (PageText(), 0)
        case .start where depth > 0:
            depth += 1
            // Whatever is no paragraph, span or blank is filled in by a program.
            let isField = name != names.paragraph && name != names.span && name != names.space && !isRegion(depth)
            if fields > 0 || isField { fields += 1 }
        case .start where page != nil && isHeaderOrFooter(name):
            isShown = xml.attribute(names.display)?.equals("false") != true
            (depth, fields) = (1, 0)
        case .text where depth > 0 && fields == 0 && isShown: present.add(xml.text)
        case .end where name == names.page:
            if let page, !present.pieces.isEmpty { texts[page] = present.pieces }
            page = nil
        case .end where depth > 0:
            if name == names.paragraph { present.end() }
            if fields > 0 { fields -= 1 }
            depth -= 1
        default: return
        }
    }

    /// The three parts of a header lie within it: `style:region-left`.
    private func isRegion(_ depth: Int) -> Bool { depth == 2 }

    private func isHeaderOrFooter(_ name: PartReader.Name) -> Bool {
        [names.header, names.headerLeft, names.headerFirst, names.footer, names.footerLeft, names.footerFirst].contains(
            name)
    }
}
