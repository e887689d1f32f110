import Archives
import FoundationEssentials
import Glibc

/// How the cells of a workbook look, as far as that decides whether they can be read.
package struct StoredStyles: Sendable {
    /// The look of a cell.
    package struct Look: Sendable, Hashable {
        /// The colour of its letters, as red, green and blue from 0 to 255; nil for one that depends on the program.
        package var ink: RGB?
        /// The colour behind them.
        package var paper: RGB?
        /// The height of the letters in points.
        package var size = 11.0
        /// Whether they are bold.
        package var isBold = false
        /// Whether a long text goes on at the next line.
        package var wraps = false
        /// Whether the value is hidden by its format.
        package var isInvisible = false
    }

    /// A colour.
    package struct RGB: Sendable, Hashable {
        /// Red, green and blue, from 0 to 255.
        package let red, green, blue: UInt8

        /// The colour that `hex` writes as `AARRGGBB` or `RRGGBB`; nil for anything else.
        init?(_ hex: String) {
            guard hex.utf8.count == 6 || hex.utf8.count == 8, let value = UInt32(hex, radix: 16) else { return nil }
            (red, green, blue) = (
                UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
                UInt8(truncatingIfNeeded: value)
            )
        }

        private init(_ level: UInt8) { (red, green, blue) = (level, level, level) }

        static let black = RGB(0)
        static let white = RGB(255)

        /// The contrast with `other`, from 1 to 21, as WCAG 2.1 computes it.
        package func contrast(with other: RGB) -> Double {
            let (one, two) = (luminance, other.luminance)
            return (max(one, two) + 0.05) / (min(one, two) + 0.05)
        }

        private var luminance: Double {
            func linear(_ part: UInt8) -> Double {
                let part = Double(part) / 255
                return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        }
    }

    private var looks: [Look] = []

    init() {}

    init(_ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits, theme: [RGB?]) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let (fonts, font, size, bold, color) = (
            try xml.name("fonts"), try xml.name("font"), try xml.name("sz"), try xml.name("b"), try xml.name("color")
        )
        let (fills, fill, pattern, front) = (
            try xml.name("fills"), try xml.name("fill"), try xml.name("patternFill"), try xml.name("fgColor")
        )
        let (cellFormats, format, alignment) = (
            try xml.name("cellXfs"), try xml.name("xf"), try xml.name("alignment")
        )
        let (value, rgb, themeName, tint, indexed, kind) = (
            try xml.name("val"), try xml.name("rgb"), try xml.name("theme"), try xml.name("tint"),
            try xml.name("indexed"), try xml.name("patternType")
        )
        let (fontID, fillID, wrap) = (try xml.name("fontId"), try xml.name("fillId"), try xml.name("wrapText"))
        var (allFonts, allFills): ([Look], [RGB?]) = ([], [])
        var section: PartReader.Name?
        func colour() -> RGB? {
            if let hex = xml.attributeText(rgb) { return RGB(hex) }
            if xml.attribute(tint) != nil { return nil }
            if let index = xml.attribute(themeName)?.number, theme.indices.contains(index) { return theme[index] }
            return xml.attribute(indexed)?.number == 64 ? .black : nil
        }
        while let event = try xml.next() {
            switch event {
            case .text: continue
            case .end:
                if xml.name == section { section = nil }
            case .start:
                let name = xml.name
                guard looks.count < limits.styles, allFonts.count < limits.styles, allFills.count < limits.styles else {
                    throw .tooLarge(part: xml.part, limit: .styles(limits.styles))
                }
                if name == fonts || name == fills || name == cellFormats {
                    section = name
                } else if section == fonts, name == font {
                    allFonts.append(Look(ink: .black, paper: .white))
                } else if section == fonts, !allFonts.isEmpty {
                    let last = allFonts.count - 1
                    if name == size, let points = xml.attributeText(value).flatMap(Double.init) {
                        allFonts[last].size = points
                    }
                    if name == bold { allFonts[last].isBold = xml.attribute(value)?.equals("0") != true }
                    if name == color { allFonts[last].ink = colour() }
                } else if section == fills, name == fill {
                    allFills.append(.white)
                } else if section == fills, name == pattern, !allFills.isEmpty {
                    if xml.attribute(kind)?.equals("solid") == true { allFills[allFills.count - 1] = nil }
                } else if section == fills, name == front, !allFills.isEmpty, allFills[allFills.count - 1] == nil {
                    allFills[allFills.count - 1] = colour()
                } else if section == cellFormats, name == format {
                    let (font, fill) = (xml.attribute(fontID)?.number ?? 0, xml.attribute(fillID)?.number ?? 0)
                    var look = allFonts.indices.contains(font) ? allFonts[font] : Look(ink: .black, paper: .white)
                    if allFills.indices.contains(fill) { look.paper = allFills[fill] }
                    looks.append(look)
                } else if section == cellFormats, name == alignment, !looks.isEmpty {
                    looks[looks.count - 1].wraps = xml.attribute(wrap)?.isTrue == true
                }
            }
        }
    }

    /// The look of the style at `index`.
    package func look(_ index: Int) -> Look {
        looks.indices.contains(index) ? looks[index] : Look(ink: .black, paper: .white)
    }

    /// The colours of a theme, in the order in which styles number them.
    static func theme(_ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError)
        -> [RGB?]
    {
        let xml = try PartReader(entry, of: archive, limits)
        let (scheme, hex, system) = (try xml.name("clrScheme"), try xml.name("srgbClr"), try xml.name("sysClr"))
        let (value, last) = (try xml.name("val"), try xml.name("lastClr"))
        var colours: [RGB?] = []
        var isInScheme = false
        while let event = try xml.next() {
            switch event {
            case .start where xml.name == scheme: isInScheme = true
            case .end where xml.name == scheme: isInScheme = false
            case .start where isInScheme && xml.name == hex: colours.append(xml.attributeText(value).flatMap(RGB.init))
            case .start where isInScheme && xml.name == system:
                colours.append(xml.attributeText(last).flatMap(RGB.init))
            default: continue
            }
            if colours.count >= 12 { break }
        }
        // A theme names dark before light, and styles light before dark.
        if colours.count >= 4 {
            colours.swapAt(0, 1)
            colours.swapAt(2, 3)
        }
        return colours
    }
}
