import Glibc

/// The named styles of a file: `Heading 1` for titles and so on, which programs show by name and read out.
///
/// libxlsxwriter writes which named style a format belongs to, and knows no named styles but one. So they are put into its part when the file
/// is closed.
enum NamedStyles {
    /// The number of a role's style among the named ones; 0 is the plain one.
    static func number(of role: CellRole) -> Int { 1 + (CellRole.allCases.firstIndex(of: role) ?? -1) }

    /// The part `xl/styles.xml` with the named styles that its formats belong to; nil where it has another form than is known.
    static func added(to part: [UInt8]) -> [UInt8]? {
        let xml = part[...]
        guard let plainStyles = xml.between("<cellStyleXfs count=\"1\">", "</cellStyleXfs>"),
            let plainNames = xml.between("<cellStyles count=\"1\">", "</cellStyles>"),
            let formats = xml.between("<cellXfs", "</cellXfs>"), formats.lowerBound > plainStyles.upperBound,
            plainNames.lowerBound > formats.upperBound
        else { return nil }
        var (styles, names) = (Array(xml[plainStyles]), Array(xml[plainNames]))
        for role in CellRole.allCases {
            // The style looks as the first of its cells.
            styles += format(of: number(of: role), in: xml[formats]) ?? Array(xml[plainStyles])
            let (name, id) = role.builtIn
            names += Array("<cellStyle name=\"\(name)\" xfId=\"\(number(of: role))\" builtinId=\"\(id)\"/>".utf8)
        }
        // The count stands right before what it counts.
        let (one, all) = (Array("1\">".utf8), Array("\(1 + CellRole.allCases.count)\">".utf8))
        var result = Array(xml[..<plainStyles.lowerBound].dropLast(one.count)) + all + styles
        result += xml[plainStyles.upperBound..<plainNames.lowerBound].dropLast(one.count) + all + names
        return result + xml[plainNames.upperBound...]
    }

    /// The first format of the named style `number`, as a named style is written: without saying of which it is.
    private static func format(of number: Int, in formats: ArraySlice<UInt8>) -> [UInt8]? {
        let mark = " xfId=\"\(number)\""
        var rest = formats
        while let start = rest.range(of: "<xf ")?.lowerBound {
            let element = rest[start...]
            guard let head = element.range(of: ">")?.upperBound else { return nil }
            let isWhole = element[..<head].dropLast().last == UInt8(ascii: "/")
            guard let end = isWhole ? head : element.range(of: "</xf>")?.upperBound else { return nil }
            if let place = element[..<head].range(of: mark) {
                return Array(element[..<place.lowerBound] + element[place.upperBound..<end])
            }
            rest = rest[end...]
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// What stands between the first `start` and the next `end`.
    fileprivate func between(_ start: String, _ end: String) -> Range<Int>? {
        guard let head = range(of: start), let tail = self[head.upperBound...].range(of: end) else { return nil }
        return head.upperBound..<tail.lowerBound
    }

    /// Where `text` stands first. Bytes, as a part is some tens of thousands of characters, and is looked through for every file.
    func range(of text: String) -> Range<Int>? {
        let text = Array(text.utf8)
        return withUnsafeBytes { bytes -> Range<Int>? in
            var start = 0
            while bytes.count - start >= text.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(text[0]), bytes.count - start - text.count + 1)
            {
                start = base.distance(to: UnsafeRawPointer(found))
                if memcmp(found, text, text.count) == 0 { return startIndex + start..<startIndex + start + text.count }
                start += 1
            }
            return nil
        }
    }
}
