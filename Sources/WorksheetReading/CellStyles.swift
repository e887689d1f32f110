import Archives

/// The number format of each style that the cells of an Office workbook can have, and whether its letters are struck through.
struct CellStyles {
    private var formats: [NumberFormat] = []
    /// The styles whose letters are struck through; empty in nearly every workbook.
    private var struck: Set<Int> = []
    /// The styles that do not show every value; empty in nearly every workbook.
    private var hiding: [Int: HidingFormat] = [:]

    /// A workbook without styles: every number is a number.
    init() {}

    /// Reads the part with the styles.
    init(_ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let (format, id, code) = (try xml.name("numFmt"), try xml.name("numFmtId"), try xml.name("formatCode"))
        let (cellFormats, cellFormat) = (try xml.name("cellXfs"), try xml.name("xf"))
        var described: [Int: NumberFormat] = [:]
        var unseen: [Int: HidingFormat] = [:]
        var paint = CellPaint(try CellPaint.Names(xml))
        let (fonts, font, strike, isOn) = (
            try xml.name("fonts"), try xml.name("font"), try xml.name("strike"), try xml.name("val")
        )
        let fontOfFormat = try xml.name("fontId")
        var (isInFonts, fontCount, struckFonts) = (false, 0, Set<Int>())
        var isInCellFormats = false
        while let event = try xml.next() {
            paint.take(event, xml, most: limits.styles)
            switch event {
            case .start where xml.name == format:
                guard let id = xml.attribute(id)?.number, let code = xml.attributeText(code) else { continue }
                guard described.count < limits.styles else {
                    throw .tooLarge(part: xml.part, limit: .styles(limits.styles))
                }
                described[id] = NumberFormat(code: code)
                unseen[id] = HidingFormat(code: code)
            case .start where xml.name == fonts: isInFonts = true
            case .end where xml.name == fonts: isInFonts = false
            case .start where xml.name == font && isInFonts: fontCount += 1
            case .start where xml.name == strike && isInFonts:
                guard xml.attribute(isOn)?.isFalse != true, struckFonts.count < limits.styles else { continue }
                struckFonts.insert(fontCount - 1)
            case .start where xml.name == cellFormats: isInCellFormats = true
            case .end where xml.name == cellFormats: isInCellFormats = false
            case .start where xml.name == cellFormat && isInCellFormats:
                guard formats.count < limits.styles else {
                    throw .tooLarge(part: xml.part, limit: .styles(limits.styles))
                }
                if !struckFonts.isEmpty, let font = xml.attribute(fontOfFormat)?.number, struckFonts.contains(font) {
                    struck.insert(formats.count)
                }
                let id = xml.attribute(id)?.number ?? 0
                if let hidden = paint.hidesAll(xml) ? HidingFormat(numbers: true, texts: true) : unseen[id] {
                    hiding[formats.count] = hidden
                }
                formats.append(described[id] ?? NumberFormat(builtIn: id) ?? .number)
            default: continue
            }
        }
    }

    /// Whether the style at `index` shows numbers as amounts in euros.
    @inline(__always)
    func showsEuro(_ index: Int) -> Bool { formats.indices.contains(index) && formats[index] == .euro }

    /// Whether the letters of the style at `index` are struck through.
    @inline(__always)
    func isStruck(_ index: Int) -> Bool { !struck.isEmpty && struck.contains(index) }

    /// Whether a cell of the style at `index` does not show `value`.
    @inline(__always)
    func hides(_ index: Int, _ value: [UInt8], isText: Bool) -> Bool {
        guard !hiding.isEmpty, let hidden = hiding[index] else { return false }
        return isText ? hidden.hidesTexts : value.withUnsafeBufferPointer(hidden.hides)
    }

    /// The format of the style at `index`.
    func format(_ index: Int) -> NumberFormat { formats.indices.contains(index) ? formats[index] : .number }
}

extension UnsafeBufferPointer<UInt8> {
    /// The digits as a number; nil when there are none, too many, or something else. Blanks around them do not count.
    var number: Int? {
        var text = self[...]
        while let first = text.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        guard !text.isEmpty, text.count <= 12 else { return nil }
        var number = 0
        for byte in text {
            guard byte &- 0x30 <= 9 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }

    /// Whether the text is `word`.
    @inline(__always)
    func equals(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && zip(self, 0..<count).allSatisfy { $0 == word.utf8Start[$1] }
    }

    /// Whether the text says yes, as XML Schema has it.
    var isTrue: Bool { equals("1") || equals("true") }

    /// Whether the text says no, as XML Schema has it.
    var isFalse: Bool { equals("0") || equals("false") }
}
