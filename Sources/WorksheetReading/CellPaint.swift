/// Which styles of cells of an Office workbook write in white on white.
struct CellPaint {
    struct Names {
        let fonts, font, fills, fill, pattern, gradient, foreground, color: PartReader.Name
        let rgb, theme, tint, indexed, kind, fontOfCell, fillOfCell: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            fonts = try xml.name("fonts")
            font = try xml.name("font")
            fills = try xml.name("fills")
            fill = try xml.name("fill")
            pattern = try xml.name("patternFill")
            gradient = try xml.name("gradientFill")
            foreground = try xml.name("fgColor")
            color = try xml.name("color")
            rgb = try xml.name("rgb")
            theme = try xml.name("theme")
            tint = try xml.name("tint")
            indexed = try xml.name("indexed")
            kind = try xml.name("patternType")
            fontOfCell = try xml.name("fontId")
            fillOfCell = try xml.name("fillId")
        }
    }

    private let names: Names
    private var (isInFonts, isInFills, fontCount, fillCount) = (false, false, 0, 0)
    private var whiteFonts: Set<Int> = []
    /// The fills that give a colour other than white.
    private var painted: Set<Int> = []

    init(_ names: Names) { self.names = names }

    /// Takes an event of the part with the styles, up to `most` fonts and fills.
    mutating func take(_ event: PartReader.Event, _ xml: PartReader, most: Int) {
        let name = xml.name
        guard event == .start else {
            if event == .end, name == names.fonts { isInFonts = false }
            if event == .end, name == names.fills { isInFills = false }
            return
        }
        if name == names.fonts { isInFonts = true }
        if name == names.fills { isInFills = true }
        if isInFonts, name == names.font { fontCount += 1 }
        if isInFonts, name == names.color, isWhite(xml), whiteFonts.count < most { whiteFonts.insert(fontCount - 1) }
        guard isInFills else { return }
        if name == names.fill { fillCount += 1 }
        if name == names.pattern, let kind = xml.attribute(names.kind), !kind.equals("none"), painted.count < most {
            painted.insert(fillCount - 1)
        }
        if name == names.gradient, painted.count < most { painted.insert(fillCount - 1) }
        if name == names.foreground, isWhite(xml) { painted.remove(fillCount - 1) }
    }

    /// Whether the style whose element has just begun writes in white on white.
    func hidesAll(_ xml: PartReader) -> Bool {
        guard !whiteFonts.isEmpty, let font = xml.attribute(names.fontOfCell)?.number, whiteFonts.contains(font) else {
            return false
        }
        return !painted.contains(xml.attribute(names.fillOfCell)?.number ?? 0)
    }

    /// White by its number, or as the first colour of the theme, which is that of the paper; one that is tinted is grey.
    private func isWhite(_ xml: PartReader) -> Bool {
        if let rgb = xml.attribute(names.rgb) {
            return rgb.equals("FFFFFFFF") || rgb.equals("00FFFFFF") || rgb.equals("FFFFFF")
        }
        if let theme = xml.attribute(names.theme) { return theme.equals("0") && xml.attribute(names.tint) == nil }
        return xml.attribute(names.indexed).map { $0.equals("1") || $0.equals("9") } ?? false
    }
}
