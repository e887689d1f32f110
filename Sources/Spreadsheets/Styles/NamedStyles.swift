/// The named styles of a file: `Heading 1` for titles and so on, which programs show by name and read out.
///
/// libxlsxwriter writes which named style a format belongs to, and knows no named styles but one. So they are put into its part when the file
/// is closed.
enum NamedStyles {
    /// The number of a role's style among the named ones; 0 is the plain one.
    static func number(of role: CellRole) -> Int { 1 + (CellRole.allCases.firstIndex(of: role) ?? -1) }

    /// The part `xl/styles.xml` with the named styles that its formats belong to; nil where it has another form than is known.
    static func added(to part: [UInt8]) -> [UInt8]? {
        let xml = String(decoding: part, as: UTF8.self)
        guard let plainStyles = xml.between("<cellStyleXfs count=\"1\">", "</cellStyleXfs>"),
            let plainNames = xml.between("<cellStyles count=\"1\">", "</cellStyles>"),
            let formats = xml.between("<cellXfs", "</cellXfs>"), formats.lowerBound > plainStyles.upperBound,
            plainNames.lowerBound > formats.upperBound
        else { return nil }
        var (styles, names) = (String(xml[plainStyles]), String(xml[plainNames]))
        for role in CellRole.allCases {
            // The style looks as the first of its cells.
            styles += format(of: number(of: role), in: xml[formats]) ?? String(xml[plainStyles])
            let (name, id) = role.builtIn
            names += "<cellStyle name=\"\(name)\" xfId=\"\(number(of: role))\" builtinId=\"\(id)\"/>"
        }
        let count = 1 + CellRole.allCases.count
        var result = String(xml[..<plainStyles.lowerBound]).replacingLast("count=\"1\">", with: "count=\"\(count)\">")
        result += styles + xml[plainStyles.upperBound..<plainNames.lowerBound]
        result = result.replacingLast("count=\"1\">", with: "count=\"\(count)\">") + names
        return Array((result + xml[plainNames.upperBound...]).utf8)
    }

    /// The first format of the named style `number`, as a named style is written: without saying of which it is.
    private static func format(of number: Int, in formats: Substring) -> String? {
        let mark = " xfId=\"\(number)\""
        var rest = formats
        while let start = rest.range(of: "<xf ")?.lowerBound {
            let element = rest[start...]
            guard let head = element.range(of: ">")?.upperBound else { return nil }
            let isWhole = element[..<head].hasSuffix("/>")
            guard let end = isWhole ? head : element.range(of: "</xf>")?.upperBound else { return nil }
            if let place = element[..<head].range(of: mark) {
                return String(element[..<place.lowerBound] + element[place.upperBound..<end])
            }
            rest = rest[end...]
        }
        return nil
    }
}

extension StringProtocol where SubSequence == Substring {
    /// What stands between the first `start` and the next `end`.
    fileprivate func between(_ start: String, _ end: String) -> Range<Index>? {
        guard let head = range(of: start), let tail = self[head.upperBound...].range(of: end) else { return nil }
        return head.upperBound..<tail.lowerBound
    }

    /// Where `text` stands first.
    fileprivate func range(of text: String) -> Range<Index>? {
        guard let first = text.first else { return nil }
        var rest = self[...]
        while let place = rest.firstIndex(of: first) {
            if rest[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
            rest = rest[index(after: place)...]
        }
        return nil
    }
}

extension String {
    /// The text with the ending `old` in another form.
    fileprivate func replacingLast(_ old: String, with new: String) -> String {
        hasSuffix(old) ? dropLast(old.count) + new : self
    }
}
