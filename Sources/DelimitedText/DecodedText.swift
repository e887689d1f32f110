/// The text of a file as UTF-8 without NUL bytes, and how it was found.
struct DecodedText {
    /// Valid UTF-8.
    private(set) var bytes: [UInt8]
    /// Where the text begins in ``bytes``, after a byte-order mark.
    private(set) var start = 0
    let encoding: TextEncoding
    /// NUL bytes and bytes that are not what the encoding promises.
    private(set) var damages: [Damage] = []

    init(decoding fileBytes: [UInt8]) {
        // UTF-16 has such bytes in other characters; its sign is left out once it is text.
        let isWide = fileBytes.starts(with: [0xFF, 0xFE]) || fileBytes.starts(with: [0xFE, 0xFF])
        let fileBytes = isWide ? fileBytes : Self.withoutEndMarks(fileBytes)
        // A UTF-8 file, the usual case, is not copied.
        self = fileBytes.withUnsafeBufferPointer { Self.decode($0, of: fileBytes) }
        skipMarks()
    }

    /// `bytes` without the sign (0x1A) with which DOS ended a file, and with which older systems filled it up to a whole block: alone, in a
    /// row, with line ends or NULs behind it.
    private static func withoutEndMarks(_ bytes: [UInt8]) -> [UInt8] {
        var (end, first) = (bytes.count, bytes.count)
        while end > 0, [0x1A, 0, Byte.carriageReturn, Byte.lineFeed, Byte.space].contains(bytes[end - 1]) {
            end -= 1
            if bytes[end] == 0x1A { first = end }
        }
        return first < bytes.count ? Array(bytes[..<first]) : bytes
    }

    /// Steps over further byte-order marks, which programs put before one that was there.
    private mutating func skipMarks() {
        while bytes.count >= start + 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
            start += 3
        }
    }

    private init(_ bytes: [UInt8], start: Int = 0, _ encoding: TextEncoding) {
        (self.bytes, self.start, self.encoding) = (bytes, start, encoding)
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, of file: [UInt8]) -> DecodedText {
        if let reason = foreignFormat(bytes) { return unreadable(reason) }
        if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes, .littleEndian, byteOrderMark: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes, .bigEndian, byteOrderMark: true) }
        if let order = UTF16Text.byteOrder(guessedFrom: bytes) {
            return decodeUTF16(bytes, order, byteOrderMark: false)
        }
        return decodeBytewise(bytes, of: file)
    }

    /// What the first bytes say when they belong to no text at all.
    private static func foreignFormat(_ bytes: UnsafeBufferPointer<UInt8>) -> UnreadableReason? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .zipArchive
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldExcelWorkbook }
        if bytes.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) { return .pdf }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32 }
        return nil
    }

    private static func unreadable(_ reason: UnreadableReason) -> DecodedText {
        DecodedText([], .unreadable(reason))
    }

    private static func decodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>, _ order: ByteOrder, byteOrderMark: Bool
    ) -> DecodedText {
        let source = UTF16Text(bytes: bytes, byteOrder: order, start: byteOrderMark ? 2 : 0)
        let (decodedText, invalid) = source.decoded()
        let text = withoutEndMarks(decodedText)
        let census = text.withUnsafeBufferPointer { ByteCensus($0) }
        if let reason = census.reasonUnreadable { return unreadable(reason) }
        var decoded = DecodedText(text, .utf16(order, byteOrderMark: byteOrderMark))
        if let invalid {
            let line = text.withUnsafeBufferPointer { text in
                var lines = LineCounter()
                return lines.line(of: invalid.firstAt, in: text)
            }
            decoded.damages.append(.invalidBytes(count: invalid.count, line: line))
        }
        if census.nul > 0 { decoded.dropNULs(census.nul) }
        return decoded
    }

    /// Decodes UTF-8, or a code page with one byte a character.
    private static func decodeBytewise(_ bytes: UnsafeBufferPointer<UInt8>, of file: [UInt8]) -> DecodedText {
        let census = ByteCensus(bytes)
        if let reason = census.reasonUnreadable { return unreadable(reason) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let utf8: TextEncoding = hasMark ? .utf8WithByteOrderMark : .utf8
        let check = census.high > 0 ? UTF8Check(bytes, from: 0) : nil

        var decoded: DecodedText
        if let foreign = check?.foreign {
            // UTF-8 into which other text was pasted has more good sequences than bad bytes; Windows-1252 text has
            // a good sequence only by chance. The byte-order mark is such a sequence, and a promise besides.
            let isUTF8 = hasMark || (check?.wellFormedSequences ?? 0) > foreign.countOfAll
            let page = isUTF8 ? .windows1252 : CodePage.guess(bytes)
            let undefined = isUTF8 ? nil : page.undefinedBytes(in: bytes)
            // A few bytes that stand for nothing are a few words to look at; where they are many it is no text.
            if let undefined, undefined.count > max(8, bytes.count / 50) {
                return unreadable(
                    .undefinedByte(value: undefined.value, line: undefined.line, count: undefined.count))
            }
            let text = page.decode(bytes, highBytes: census.high, keepingUTF8: isUTF8)
            decoded = DecodedText(text, start: hasMark ? 3 : 0, isUTF8 ? utf8 : .codePage(page, because: foreign))
            if isUTF8 {
                decoded.damages.append(.invalidBytes(count: foreign.countOfAll, line: foreign.lines[0]))
            } else if let undefined {
                decoded.damages.append(.invalidBytes(count: undefined.count, line: undefined.line))
            }
        } else {
            decoded = DecodedText(file, start: hasMark ? 3 : 0, utf8)
        }
        if census.nul > 0 { decoded.dropNULs(census.nul) }
        return decoded
    }

    private mutating func dropNULs(_ count: Int) {
        let line = bytes.withUnsafeBufferPointer { text in
            var lines = LineCounter()
            return lines.line(of: text.firstIndex(of: 0) ?? 0, in: text)
        }
        damages.append(.nulBytes(count: count, line: line))
        bytes.removeAll { $0 == 0 }
    }
}
