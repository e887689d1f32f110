import Glibc

extension String {
    /// Where `part` first stands, byte by byte as the C library searches; nil for nowhere.
    ///
    /// The standard library goes by characters, which takes some hundred times as long: every message of a workbook is asked for every phrase.
    public func firstRange(ofText part: String) -> Range<Index>? {
        var (text, part) = (self, part)
        let offset: Int? = text.withUTF8 { bytes in
            part.withUTF8 { wanted in
                guard let start = bytes.baseAddress, let sign = wanted.first else { return nil }
                var from = 0
                while let found = memchr(start + from, Int32(sign), bytes.count - from) {
                    from = UnsafeRawPointer(found) - UnsafeRawPointer(start)
                    guard bytes.count - from >= wanted.count else { return nil }
                    if memcmp(found, wanted.baseAddress!, wanted.count) == 0 { return from }
                    from += 1
                }
                return nil
            }
        }
        guard let offset else { return nil }
        let first = utf8.index(startIndex, offsetBy: offset)
        return first..<utf8.index(first, offsetBy: part.utf8.count)
    }

    /// The text with `replacement` wherever `part` stands; what was put in is not looked at again.
    public func replacingText(_ part: String, with replacement: String) -> String {
        guard var range = firstRange(ofText: part) else { return self }
        var (replaced, rest) = ("", self)
        while true {
            replaced += rest[..<range.lowerBound]
            replaced += replacement
            rest = String(rest[range.upperBound...])
            guard let next = rest.firstRange(ofText: part) else { return replaced + rest }
            range = next
        }
    }
}
