/// A first line `sep=;`: an instruction to spreadsheet programs, not data.
struct SeparatorDirective {
    /// The separator it names.
    let separator: UInt8

    /// Reads the directive from `line`, or gives nil when the line is none.
    ///
    /// Any case, with or without quotes (`"sep=;"`), with blanks or more separators behind it: programs that do not
    /// know the directive save it as a row, padded to the width of the table.
    init?(_ line: PhysicalLine, in bytes: UnsafeBufferPointer<UInt8>) {
        var content = bytes[line.start..<line.end]
        let isQuoted = content.first == Byte.quote
        if isQuoted { content.removeFirst() }
        for (small, capital) in zip("sep=".utf8, "SEP=".utf8) {
            guard let byte = content.popFirst(), byte == small || byte == capital else { return nil }
        }
        guard let separator = content.popFirst(), Self.canSeparate(separator) else { return nil }
        if isQuoted {
            guard content.popFirst() == Byte.quote else { return nil }
        }
        guard content.allSatisfy({ $0 == separator || $0 == Byte.space || $0 == Byte.tab }) else { return nil }
        self.separator = separator
    }

    /// Can `byte` stand between fields? Tab, or an ASCII sign that is no letter, digit, quote or blank.
    static func canSeparate(_ byte: UInt8) -> Bool {
        guard byte != Byte.tab else { return true }
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        return (0x21...0x7E).contains(byte) && byte != Byte.quote && !isLetter && !byte.isDigit
    }
}
