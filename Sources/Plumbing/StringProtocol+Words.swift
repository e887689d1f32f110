extension StringProtocol where SubSequence == Substring {
    /// The words: what stands between blanks of any kind, ends of lines included.
    ///
    /// Goes by bytes as long as no letter is met of which Unicode must be asked whether it is a blank, or part of one.
    public var words: [Substring] {
        var words: [Substring] = []
        var start: Index?
        var index = startIndex
        let bytes = utf8
        while index < endIndex {
            let next = bytes.index(after: index)
            switch bytes[index] {
            case 0x09...0x0D, 0x20:
                if let begin = start { words.append(self[begin..<index]) }
                start = nil
            // Letters of ASCII, and those of Western Europe with their second byte.
            case 0x00..<0x80, 0xC3, 0x80..<0xC0: start = start ?? index
            // Dashes, quotation marks and the ellipsis, the sign of the euro.
            case 0xE2 where bytes[next...].starts(with: [0x82, 0xAC]) || isPunctuation(bytes[next...].prefix(2)):
                start = start ?? index
            default: return split(whereSeparator: \.isWhitespace)
            }
            index = next
        }
        if let begin = start { words.append(self[begin...]) }
        return words
    }

    /// What is listed: what stands between commas, semicolons, slashes, bars, plus signs, ampersands and the words of `joints`, with one space
    /// between words.
    public func listed(joinedBy joints: Set<String>) -> [String] {
        split { ",;/|+&".contains($0) }.flatMap { part in
            part.words.split { joints.contains($0.lowercased()) }.map { $0.joined(separator: " ") }
        }
    }

    private func isPunctuation(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.first == 0x80 && bytes.dropFirst().first.map { (0x90...0xA6).contains($0) } == true
    }
}
