import Archives

/// Whether a note at a cell says nothing new, by its author and what it says.
public typealias KnownNote = @Sendable (_ author: String, _ text: String) -> Bool

/// The notes (comments) at the cells of a sheet of an Office workbook. What they say goes no further than here, only where they stand.
struct CellNotes {
    /// A note at a cell.
    struct Note {
        /// The number of the row, from 1.
        let row: Int
        /// The column, from 0.
        let column: Int
    }

    private(set) var all: [Note] = []

    /// Reads the part with the notes. Those that are known are left out.
    init(
        _ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits, passingOver isKnown: KnownNote
    ) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let (author, note, text) = (try xml.name("author"), try xml.name("comment"), try xml.name("t"))
        // Of answers at a cell the element that holds one, and its text, have other names; they name nobody whom we know.
        let (thread, threadText) = (try xml.name("threadedComment"), try xml.name("text"))
        var isInThread = false
        let (reference, by) = (try xml.name("ref"), try xml.name("authorId"))
        var authors: [String] = []
        var present = NoteText()
        var place: Note?
        while let event = try xml.next() {
            switch event {
            case .start where xml.name == author: present = NoteText(isInAuthor: true)
            case .end where xml.name == author: authors.append(present.authorName)
            case .start where xml.name == note || xml.name == thread:
                isInThread = xml.name == thread
                present = NoteText()
                let index = xml.attribute(by)?.number ?? -1
                if authors.indices.contains(index) { present.author = Array(authors[index].utf8) }
                place = xml.attribute(reference).flatMap { reference in
                    guard let row = OfficeSheetReader.row(of: reference),
                        let column = OfficeSheetReader.column(of: reference)
                    else { return nil }
                    return Note(row: row, column: column)
                }
            case .start where xml.name == text || isInThread && xml.name == threadText: present.isInText = true
            case .end where xml.name == text || isInThread && xml.name == threadText: present.isInText = false
            case .text: present.append(xml.text)
            case .end where xml.name == note || xml.name == thread:
                guard let place, all.count < limits.rows, !isKnown(present.authorName, present.words) else { continue }
                all.append(place)
            default: continue
            }
        }
    }
}

/// A note as it is read.
struct NoteText {
    fileprivate(set) var author: [UInt8] = []
    private var text: [UInt8] = []
    /// Whether what comes is of the author's name.
    var isInAuthor = false
    /// Whether what comes is of the text.
    var isInText = false

    init(isInAuthor: Bool = false) { self.isInAuthor = isInAuthor }

    /// A note of a spreadsheet program is no longer than a cell.
    private static let longest = 131_068

    /// Takes a piece of what stands in the present element.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if isInAuthor {
            author.append(contentsOf: piece.prefix(max(0, 256 - author.count)))
        } else if isInText {
            text.append(contentsOf: piece.prefix(max(0, Self.longest - text.count)))
        }
    }

    /// Ends a paragraph of the text.
    mutating func endParagraph() {
        isInText = false
        if text.count < Self.longest { text.append(UInt8(ascii: "\n")) }
    }

    /// Who wrote it.
    var authorName: String { String(decoding: author, as: UTF8.self) }
    /// What it says.
    var words: String { String(decoding: text, as: UTF8.self) }
}
