/// What the document says of itself. Texts are cleaned and cut at 255 UTF-16 units, and that is recorded.
public struct DocumentProperties: Sendable {
    /// The title, which accessibility asks for.
    public var title: String
    /// What it is about.
    public var subject = ""
    /// Who wrote it.
    public var author = ""
    /// The organisation.
    public var company = ""
    /// The kind of document.
    public var category = ""
    /// Words to find it by.
    public var keywords = ""
    /// Anything else.
    public var comments = ""
    /// The language as a code: `nl-NL`. Empty for none.
    public var language = ""
    /// When it was made and last changed, in seconds since 1970; the only clock in the file.
    public var created: Int64
    /// Properties of one's own, in this order; each name once.
    public var custom: [(name: String, value: String)] = []

    /// Properties with a title and a date.
    public init(title: String, created: Int64) {
        self.title = title
        self.created = created
    }

    /// The same with all texts fit for the file.
    func cleaned(_ kinds: inout ReplacementKinds) -> DocumentProperties {
        var properties = self
        let texts: [WritableKeyPath<DocumentProperties, String>] = [
            \.title, \.subject, \.author, \.company, \.category, \.keywords, \.comments, \.language,
        ]
        for text in texts {
            properties[keyPath: text] = TextBuffer.cleaned(self[keyPath: text], limit: 255, escapesHex: false, &kinds)
        }
        properties.custom = []
        for (name, value) in custom {
            properties.custom.append(
                (name, TextBuffer.cleaned(value, limit: 255, escapesHex: false, &kinds)))
        }
        return properties
    }

    /// The part `docProps/core.xml`.
    ///
    /// The library's own has no language, and takes the date by way of a buffer that all threads share.
    var coreXML: String {
        var xml = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties \
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            """
        let elements = [
            ("dc:title", title), ("dc:subject", subject), ("dc:creator", author), ("cp:keywords", keywords),
            ("dc:description", comments), ("cp:lastModifiedBy", author), ("dc:language", language),
        ]
        for (name, text) in elements where !text.isEmpty { xml += "<\(name)>\(xmlEscaped(text))</\(name)>" }
        for name in ["dcterms:created", "dcterms:modified"] {
            xml += "<\(name) xsi:type=\"dcterms:W3CDTF\">\(Self.timestamp(created))</\(name)>"
        }
        if !category.isEmpty { xml += "<cp:category>\(xmlEscaped(category))</cp:category>" }
        return xml + "</cp:coreProperties>"
    }

    /// Seconds since 1970 as `2026-03-31T12:00:00Z`; years outside 1 to 9999 are taken to these limits.
    static func timestamp(_ seconds: Int64) -> String {
        let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let (day, second) = seconds.quotientAndRemainderFloored(by: 86_400)
        let civil = CivilDate(daysSince1970: day)
        let date = [(civil.year, 4), (civil.month, 2), (civil.day, 2)]
        let time = [(second / 3_600, 2), (second / 60 % 60, 2), (second % 60, 2)]
        return "\(padded(date, "-"))T\(padded(time, ":"))Z"
    }

    private static func padded(_ numbers: [(value: Int64, width: Int)], _ separator: String) -> String {
        numbers.map { number in
            let digits = String(number.value)
            return String(repeating: "0", count: max(0, number.width - digits.count)) + digits
        }.joined(separator: separator)
    }
}

/// A date of the Gregorian calendar, for any year.
struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// Counted in eras of 400 years that begin on 1 March.
    init(daysSince1970 days: Int64) {
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainderFloored(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }
}

extension Int64 {
    fileprivate func quotientAndRemainderFloored(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
