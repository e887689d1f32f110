import Glibc

extension String {
    /// Where `part` first stands, byte by byte as the C library searches; nil for nowhere.
    ///
    /// The standard library goes by characters, which takes some hundred times as long: every message of a workbook is asked for every phrase.
    public func firstRange(ofText part: String) -> Range<Index>? {
        var (text, part) = (self, part)
        let offset = text.withUTF8 { bytes in part.withUTF8 { Self.offset(of: $0, in: bytes, from: 0) } }
        guard let offset else { return nil }
        let first = utf8.index(startIndex, offsetBy: offset)
        return first..<utf8.index(first, offsetBy: part.utf8.count)
    }

    /// The text with `replacement` wherever `part` stands; what was put in is not looked at again.
    public func replacingText(_ part: String, with replacement: String) -> String {
        var (text, part) = (self, part)
        let replaced: [UInt8]? = text.withUTF8 { bytes in
            part.withUTF8 { wanted in
                guard var next = Self.offset(of: wanted, in: bytes, from: 0) else { return nil }
                var (replaced, from) = ([UInt8](), 0)
                while true {
                    replaced += bytes[from..<next]
                    replaced += replacement.utf8
                    from = next + wanted.count
                    guard let found = Self.offset(of: wanted, in: bytes, from: from) else { break }
                    next = found
                }
                replaced += bytes[from...]
                return replaced
            }
        }
        return replaced.map { String(decoding: $0, as: UTF8.self) } ?? self
    }

    /// Where `wanted` first stands in `bytes`, not before `from`.
    private static func offset(
        of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from: Int
    ) -> Int? {
        guard let start = bytes.baseAddress, let first = wanted.baseAddress, let sign = wanted.first else { return nil }
        var from = from
        while let found = memchr(start + from, Int32(sign), bytes.count - from) {
            from = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            guard bytes.count - from >= wanted.count else { return nil }
            if memcmp(found, first, wanted.count) == 0 { return from }
            from += 1
        }
        return nil
    }
}
