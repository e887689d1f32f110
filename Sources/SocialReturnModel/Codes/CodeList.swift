import Synchronization

/// A closed list of codes that a column may hold: both the code (`PW`) and its plain Dutch name (`Participatiewet`) are read.
public protocol CodeList: BitwiseCopyable, CaseIterable, Hashable, Sendable, RawRepresentable
where RawValue == UInt8, AllCases == [Self] {
    /// What the list is called, in messages and in the field guide.
    static var listName: Text { get }

    /// Whether a word outside the list may stand: it is then a warning and the row still counts. True for the lists that this
    /// toolkit proposes itself, false where a figure depends on the code.
    static var isOpen: Bool { get }

    /// The code, its names and the other spellings that are read.
    var entry: CodeEntry { get }
}

extension CodeList {
    /// Lists are closed unless they say otherwise.
    public static var isOpen: Bool { false }

    /// The code as files hold it.
    public var code: String { entry.code }

    /// The name as people read it.
    public var name: Text { entry.name }
}

/// One code of a list.
public struct CodeEntry: Sendable, Hashable {
    /// The code as files hold it.
    public let code: String
    /// The name as people read it.
    public let name: Text
    /// Other spellings that are read, compared without case, accents, blanks, underscores and hyphens.
    public let aliases: [String]

    /// A code with its names; `also` are other spellings that are read.
    public init(_ code: String, nl: String, en: String, also aliases: [String] = []) {
        self.code = code
        name = Text(nl: nl, en: en)
        self.aliases = aliases
    }
}

/// Several codes of one list in one cell.
public struct CodeSet<List: CodeList>: BitwiseCopyable, Hashable, Sendable {
    /// One bit a code, by its raw value.
    public var bits: UInt32

    /// The codes in `codes`.
    public init(_ codes: [List] = []) {
        bits = codes.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }

    /// Whether no code was given.
    public var isEmpty: Bool { bits == 0 }

    /// Whether `code` is one of them.
    public func contains(_ code: List) -> Bool { bits & (1 << UInt32(code.rawValue)) != 0 }

    /// The codes, in the order of the list.
    public var codes: [List] { List.allCases.filter(contains) }
}

/// A code list without its type: what readers, sheets and the field guide need of it.
///
/// A class, so that handing it from cell to cell costs one reference count and not one for each of its parts.
public final class CodeListDescription: Sendable {
    /// What the list is called.
    public let name: Text
    /// Whether a word outside the list may stand.
    public let isOpen: Bool
    /// The codes; the index is the raw value.
    public let entries: [CodeEntry]
    /// Position of an entry by the folded spelling of its code, names and aliases; nil as long as nobody asked. Most lists of a run are of
    /// tables that nobody handed in.
    private let known = Mutex<[String: UInt8]?>(nil)

    /// The description of `list`.
    public init<List: CodeList>(_ list: List.Type) {
        name = List.listName
        isOpen = List.isOpen
        entries = List.allCases.map(\.entry)
    }

    private var positions: [String: UInt8] {
        known.withLock { known in
            if let known { return known }
            var positions: [String: UInt8] = [:]
            for (position, entry) in entries.enumerated() {
                for spelling in ([entry.code, entry.name.nl, entry.name.en] + entry.aliases).map(FoldedName.fold)
                where positions[spelling] == nil {
                    positions[spelling] = UInt8(position)
                }
            }
            known = positions
            return positions
        }
    }

    /// Every spelling that is read, folded, with the raw value of its code; in no order.
    public var spellings: some Sequence<(spelling: String, rawValue: UInt8)> {
        positions.lazy.map { (spelling: $0.key, rawValue: $0.value) }
    }

    /// The raw value of the code that `spelling` names, or nil.
    public func rawValue(for spelling: String) -> UInt8? { positions[FoldedName.fold(spelling)] }

    /// The codes a supplier may choose from, for a message.
    public var choices: String { entries.map(\.code).joined(separator: ", ") }

    /// What a supplier may choose from, by the names that people read; these are read as well as the codes.
    public func names(_ language: Language) -> String { entries.map { $0.name[language] }.joined(separator: ", ") }
}
