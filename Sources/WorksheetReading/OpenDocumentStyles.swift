import Archives

/// The styles of an OpenDocument workbook, as far as they change what a number means or whether a sheet is shown.
struct OpenDocumentStyles {
    /// The styles of sheets that are hidden.
    private(set) var hiddenTables: Set<String> = []

    /// The format of each style for numbers, dates and times.
    private var formats: [String: NumberFormat] = [:]
    /// The style that one of a pair leaves numbers above zero to.
    private var positives: [String: String] = [:]
    /// What each style of cells names for its numbers, or the style that it goes by.
    private var cells: [String: (format: String?, parent: String?)] = [:]

    /// The styles of cells and of parts of a text whose letters are struck through; empty in nearly every workbook.
    private(set) var struck: Set<String> = []
    /// The styles of parts of a text that stand above or below the line; empty in nearly every workbook.
    private(set) var raised: [String: RaisedText] = [:]

    /// The data styles that show nothing of a number, or of a text.
    private var numbersUnseen: Set<String> = [], textsUnseen: Set<String> = []
    /// The styles whose letters are white, and what each style of cells gives as the colour behind them, where it gives one.
    private var whiteLetters: [String: Bool] = [:], whitePaper: [String: Bool] = [:]
    /// The page that each style of sheets is printed on, and what stands above and below each page.
    private var pageOfTable: [String: String] = [:]
    private(set) var pageTexts: [String: [String]] = [:]
    /// Whether any style hides anything.
    private(set) var hidesAny = false

    private let most: Int
    private let part: String
    private let names: Names
    private var present: DataStyle?
    private var table: String?
    private var isInText = false

    private struct Names {
        let textProperties, lineThrough, lineThroughType, textPosition: PartReader.Name
        let cellProperties, color, background, masterPage, texts, textContent: PartReader.Name
        let style, tableProperties, map, name, display, parent, dataStyle, condition, applied: PartReader.Name
        let numbers, currencies, percentages, dates, times: PartReader.Name
        let number, text, embedded, scientific, fraction, currencySymbol: PartReader.Name
        let day, weekday, month, year, hours, minutes, seconds, amPM: PartReader.Name
        let integerDigits, decimals, grouping, position, truncates, factor: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            style = try xml.name("style")
            tableProperties = try xml.name("table-properties")
            textProperties = try xml.name("text-properties")
            lineThrough = try xml.name("text-line-through-style")
            textPosition = try xml.name("text-position")
            lineThroughType = try xml.name("text-line-through-type")
            cellProperties = try xml.name("table-cell-properties")
            color = try xml.name("color")
            background = try xml.name("background-color")
            masterPage = try xml.name("master-page-name")
            texts = try xml.name("text-style")
            textContent = try xml.name("text-content")
            map = try xml.name("map")
            name = try xml.name("name")
            display = try xml.name("display")
            parent = try xml.name("parent-style-name")
            dataStyle = try xml.name("data-style-name")
            condition = try xml.name("condition")
            applied = try xml.name("apply-style-name")
            numbers = try xml.name("number-style")
            currencies = try xml.name("currency-style")
            percentages = try xml.name("percentage-style")
            dates = try xml.name("date-style")
            times = try xml.name("time-style")
            number = try xml.name("number")
            text = try xml.name("text")
            embedded = try xml.name("embedded-text")
            scientific = try xml.name("scientific-number")
            fraction = try xml.name("fraction")
            currencySymbol = try xml.name("currency-symbol")
            day = try xml.name("day")
            weekday = try xml.name("day-of-week")
            month = try xml.name("month")
            year = try xml.name("year")
            hours = try xml.name("hours")
            minutes = try xml.name("minutes")
            seconds = try xml.name("seconds")
            amPM = try xml.name("am-pm")
            integerDigits = try xml.name("min-integer-digits")
            decimals = try xml.name("decimal-places")
            grouping = try xml.name("grouping")
            position = try xml.name("position")
            truncates = try xml.name("truncate-on-overflow")
            factor = try xml.name("display-factor")
        }
    }

    /// A style for numbers that is being read.
    private struct DataStyle {
        let name: String
        let element: PartReader.Name
        var isElapsed = false
        /// Whether something of the value is seen.
        var showsValue = false
        var isAmount = false
        /// Whether thousands are left out of what is shown.
        var isScaled = false
        var hasDay = false, hasMonth = false, hasYear = false, hasTime = false, hasSeconds = false
        var elements: [DigitPattern.Element] = []
        /// How many digits are always there; nil before the number itself.
        var digits: Int?
        /// Signs between the digits, by how many digits stand behind them.
        var embedded: [Int: [UInt8]] = [:]
        /// Where the text between the digits goes that comes next.
        var position: Int?
    }

    /// No styles yet, to be read from `xml`.
    init(_ xml: PartReader, _ limits: WorkbookLimits, after other: OpenDocumentStyles? = nil) throws(WorkbookError) {
        names = try Names(xml)
        part = xml.part
        most = limits.styles
        guard let other else { return }
        (hiddenTables, formats, positives) = (other.hiddenTables, other.formats, other.positives)
        (cells, struck, raised) = (other.cells, other.struck, other.raised)
        (numbersUnseen, textsUnseen, hidesAny) = (other.numbersUnseen, other.textsUnseen, other.hidesAny)
        (whiteLetters, whitePaper, pageTexts) = (other.whiteLetters, other.whitePaper, other.pageTexts)
    }

    /// The styles in the part called `styles.xml`. Those in it that are for pages have names of their own and are left out.
    static func common(of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) -> OpenDocumentStyles? {
        guard let entry = archive.entry(named: "styles.xml") else { return nil }
        let xml = try PartReader(entry, of: archive, limits)
        let common = try xml.name("styles")
        var styles = try OpenDocumentStyles(xml, limits)
        var isCommon = false
        var pages = try PagesOfOpenDocument(xml)
        while let event = try xml.next() {
            if event != .text, xml.name == common {
                isCommon = event == .start
            } else if isCommon {
                try styles.take(event, xml)
            } else {
                pages.take(event, xml, most: limits.styles)
            }
        }
        styles.pageTexts = pages.texts
        return styles
    }

    /// Whether the letters of a style, or of one that it goes by, are struck through.
    func isStruck(_ style: UnsafeBufferPointer<UInt8>?) -> Bool {
        guard !struck.isEmpty, let style else { return false }
        var name = String(decoding: style, as: UTF8.self)
        for _ in 0..<16 {
            if struck.contains(name) { return true }
            guard let parent = cells[name]?.parent else { return false }
            name = parent
        }
        return false
    }

    /// What stands above and below the pages of a sheet of `style`.
    func pageTexts(of style: String) -> [String] {
        pageTexts[pageOfTable[style] ?? "Default"] ?? []
    }

    /// What a style of cells leaves unseen; nil for nothing.
    func hidden(_ style: UnsafeBufferPointer<UInt8>?) -> HidingFormat? {
        guard hidesAny, let style else { return nil }
        var name = String(decoding: style, as: UTF8.self)
        var (format, letters, paper): (String?, Bool?, Bool?) = (nil, nil, nil)
        for _ in 0..<16 {
            letters = letters ?? whiteLetters[name]
            paper = paper ?? whitePaper[name]
            guard let cell = cells[name] else { break }
            format = format ?? cell.format
            guard let parent = cell.parent else { break }
            name = parent
        }
        if letters == true, paper ?? true { return HidingFormat(numbers: true, texts: true) }
        guard let format else { return nil }
        let (numbers, texts) = (numbersUnseen.contains(positives[format] ?? format), textsUnseen.contains(format))
        return numbers || texts ? HidingFormat(numbers: numbers, texts: texts) : nil
    }

    /// What the style of a cell makes of a number; a number as it is without one.
    func format(_ style: UnsafeBufferPointer<UInt8>?) -> NumberFormat {
        guard let style else { return .number }
        var name = String(decoding: style, as: UTF8.self)
        // No program lets styles go by each other deeper than this; a file may let them go round.
        for _ in 0..<16 {
            guard let cell = cells[name] else { return .number }
            if let format = cell.format { return formats[positives[format] ?? format] ?? .number }
            guard let parent = cell.parent else { return .number }
            name = parent
        }
        return .number
    }

    /// Takes the next event of a part.
    mutating func take(_ event: PartReader.Event, _ xml: PartReader) throws(WorkbookError) {
        switch event {
        case .text: takeText(xml.text)
        case .start: try begin(xml)
        case .end: end(xml.name)
        }
    }

    private mutating func begin(_ xml: PartReader) throws(WorkbookError) {
        let name = xml.name
        if present != nil { return beginPiece(xml) }
        switch name {
        case names.style:
            table = xml.attributeText(names.name)
            guard let table else { return }
            guard cells.count < most else { throw .tooLarge(part: part, limit: .styles(most)) }
            let (format, parent) = (xml.attributeText(names.dataStyle), xml.attributeText(names.parent))
            if format != nil || parent != nil { cells[table] = (format, parent) }
            if let page = xml.attributeText(names.masterPage) { pageOfTable[table] = page }
        case names.cellProperties:
            guard let table, let paper = xml.attribute(names.background) else { return }
            whitePaper[table] = paper.equals("transparent") || paper.equals("#ffffff")
        case names.tableProperties:
            if xml.attribute(names.display)?.equals("false") == true, let table { hiddenTables.insert(table) }
        case names.textProperties:
            // Of a part of a text LibreOffice writes the type alone.
            if let table, let color = xml.attribute(names.color) {
                whiteLetters[table] = color.equals("#ffffff")
                if color.equals("#ffffff") { hidesAny = true }
            }
            let line = xml.attribute(names.lineThrough) ?? xml.attribute(names.lineThroughType)
            if let line, !line.equals("none"), let table { struck.insert(table) }
            if let table, let position = xml.attribute(names.textPosition).flatMap(RaisedText.init(position:)) {
                raised[table] = position
            }
        case names.numbers, names.currencies, names.percentages, names.dates, names.times, names.texts:
            guard let style = xml.attributeText(names.name) else { return }
            guard formats.count < most else { throw .tooLarge(part: part, limit: .styles(most)) }
            present = DataStyle(
                name: style, element: name, isElapsed: xml.attribute(names.truncates)?.equals("false") == true)
        default: return
        }
    }

    /// Takes an element of a style for numbers.
    private mutating func beginPiece(_ xml: PartReader) {
        if xml.name != names.text, xml.name != names.map, xml.name != names.textProperties {
            present?.showsValue = true
        }
        switch xml.name {
        case names.number:
            // A pattern of more digits than a number has is none.
            let digits = xml.attribute(names.integerDigits)?.number ?? 0
            if let factor = xml.attribute(names.factor), !factor.equals("1") { present?.isScaled = true }
            present?.digits = min(digits, 32)
            if digits > 32 || xml.attribute(names.decimals)?.number ?? 0 > 0
                || xml.attribute(names.grouping)?.isTrue == true
            {
                present?.isAmount = true
            }
        case names.embedded: present?.position = xml.attribute(names.position)?.number ?? 0
        case names.text: isInText = true
        case names.scientific, names.fraction, names.currencySymbol: present?.isAmount = true
        case names.day, names.weekday: present?.hasDay = true
        case names.month: present?.hasMonth = true
        case names.year: present?.hasYear = true
        case names.hours, names.minutes, names.amPM: present?.hasTime = true
        case names.seconds:
            present?.hasTime = true
            present?.hasSeconds = true
        case names.map:
            guard let condition = xml.attributeText(names.condition), ["value()>=0", "value()>0"].contains(condition),
                let applied = xml.attributeText(names.applied), let present
            else { return }
            if positives[present.name] == nil { positives[present.name] = applied }
        default: return
        }
    }

    private mutating func takeText(_ text: UnsafeBufferPointer<UInt8>) {
        if let position = present?.position {
            present?.embedded[position, default: []] += text
        } else if isInText {
            present?.elements += text.map { .literal($0) }
        }
    }

    private mutating func end(_ name: PartReader.Name) {
        guard let style = present else { return }
        switch name {
        case names.text: isInText = false
        case names.embedded: present?.position = nil
        case names.number: present?.elements += Self.digits(of: style)
        case style.element:
            formats[style.name] = format(style)
            if !style.showsValue {
                if style.element == names.texts {
                    textsUnseen.insert(style.name)
                } else {
                    numbersUnseen.insert(style.name)
                }
                hidesAny = true
            }
            present = nil
        default: return
        }
    }

    private static func digits(of style: DataStyle) -> [DigitPattern.Element] {
        guard let digits = style.digits else { return [] }
        let places = max(digits, min(style.embedded.keys.max() ?? 0, 32))
        return (0..<places).reversed().flatMap { place -> [DigitPattern.Element] in
            [place < digits ? .digit : .optionalDigit] + (style.embedded[place] ?? []).map { .literal($0) }
        }
    }

    private func format(_ style: DataStyle) -> NumberFormat {
        switch style.element {
        case names.percentages: return .percentage
        case names.times: return .time(TimeFormat(showsSeconds: style.hasSeconds, isElapsed: style.isElapsed))
        case names.dates:
            if style.hasDay || style.hasYear && !style.hasMonth { return .date }
            if style.hasMonth { return .month }
            return style.hasTime ? .time(TimeFormat(showsSeconds: style.hasSeconds)) : .date
        case names.numbers:
            if !style.isAmount, let pattern = DigitPattern(style.elements) { return .identifier(pattern) }
            return DigitPattern.amount(style.elements, isScaled: style.isScaled) ?? .number
        case names.currencies: return DigitPattern.amount(style.elements, isScaled: style.isScaled) ?? .number
        default: return .number
        }
    }
}
