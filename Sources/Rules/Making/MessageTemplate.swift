import SocialReturnModel

/// A message with holes in it, taken apart once so that filling it costs no search.
struct MessageTemplate: Sendable {
    /// What a hole is filled with.
    enum Slot: String, CaseIterable {
        /// The cell as written, shortened, with what may not be shown masked.
        case value
        /// The column's name.
        case column
        /// What the check found.
        case detail
        /// The file's name.
        case file
        /// The row as a spreadsheet program shows it.
        case row
        /// The codes that the column's list has.
        case choices
        /// What a value of the column can be at most.
        case bounds
        /// The value that was read from the cell.
        case read
        /// What fits in the column, in words.
        case fitting
        /// What to fill in the column, in a sentence.
        case meaning
        /// A value that can stand in the column: of a period one that fits the cell and the report.
        case example
        /// The code that may be meant.
        case code
    }

    private enum Part {
        case words(String)
        case slot(Slot)
    }

    private let parts: [Part]

    /// Takes `text` apart. Braces around anything but a slot's name are words.
    init(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        // By bytes: this is done for every rule that a submission breaks.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: open)..<close]
            guard let slot = Slot(rawValue: String(name)) else {
                parts.append(.words(String(rest[...close])))
                rest = rest[rest.utf8.index(after: close)...]
                continue
            }
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.slot(slot))
            rest = rest[rest.utf8.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    /// The parts of the message, with every hole as `part` has it.
    func parts(_ part: (Slot) -> FindingWords.Part) -> [FindingWords.Part] {
        parts.map { item in
            switch item {
            case .words(let words): .words(words)
            case .slot(let slot): part(slot)
            }
        }
    }

    /// The message with every hole filled by `fill`.
    func filled(_ fill: (Slot) -> String) -> String {
        if parts.count == 1, case .words(let words) = parts[0] { return words }
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .slot(let slot): text += fill(slot)
            }
        }
        return text
    }
}

extension MessageTemplate {
    /// The messages and remedies of a rule in one language, by variant.
    struct Wording: Sendable {
        fileprivate let messages: [MessageTemplate]
        fileprivate let remedies: [MessageTemplate]

        fileprivate let explained: MessageTemplate

        /// The message of `variant`.
        func message(_ variant: UInt8) -> MessageTemplate { Self.pick(messages, variant & ~Explained.mark) }

        /// The remedy of `variant`.
        func remedy(_ variant: UInt8) -> MessageTemplate {
            variant & Explained.mark == 0 ? Self.pick(remedies, variant) : explained
        }

        /// The first wording is the rule's own.
        private static func pick(_ wordings: [MessageTemplate], _ variant: UInt8) -> MessageTemplate {
            wordings[Int(variant) < wordings.count ? Int(variant) : 0]
        }
    }

    /// The wording of every rule; `onSheets` names tables by their sheets.
    static func wordings(
        _ language: Language, onSheets: Bool, for reader: FindingReader = .supplier
    ) -> LazyPerRule<Wording> {
        switch (language, onSheets, reader) {
        case (.dutch, false, .supplier): dutch
        case (.english, false, .supplier): english
        case (.dutch, true, .supplier): dutchOnSheets
        case (.english, true, .supplier): englishOnSheets
        case (.dutch, false, .client): dutchForClient
        case (.english, false, .client): englishForClient
        case (.dutch, true, .client): dutchOnSheetsForClient
        case (.english, true, .client): englishOnSheetsForClient
        }
    }

    private static let dutch = made { $0.nl }
    private static let english = made { $0.en }
    private static let dutchOnSheets = made { SheetWords.replacing($0.nl, .dutch) }
    private static let englishOnSheets = made { SheetWords.replacing($0.en, .english) }
    private static let dutchForClient = made { ClientWords.replacing($0.nl, .dutch) }
    private static let englishForClient = made { ClientWords.replacing($0.en, .english) }
    private static let dutchOnSheetsForClient = made {
        ClientWords.replacing(SheetWords.replacing($0.nl, .dutch), .dutch)
    }
    private static let englishOnSheetsForClient = made {
        ClientWords.replacing(SheetWords.replacing($0.en, .english), .english)
    }

    private static func made(_ words: @escaping @Sendable (Text) -> String) -> LazyPerRule<Wording> {
        LazyPerRule { entry in
            Wording(
                messages: entry.messages.map { MessageTemplate(words($0)) },
                remedies: entry.remedies.map { MessageTemplate(words($0)) },
                explained: MessageTemplate(words(Explained.remedy)))
        }
    }
}
