import Plumbing
import Spreadsheets

/// How many lines wrapped text takes in a cell. ``RowHeight`` knows too, by characters; this one goes by bytes, at a fiftieth of the
/// cost, which counts on a sheet of a hundred thousand rows.
package enum WrappedText {
    /// About how many lines `text` takes in a column `width` characters wide, blanks inside its edges included.
    package static func lines(_ text: String, width: Double) -> Int {
        let room = max(1, Int(width) - 2)
        guard text.utf8.count > room || text.utf8.contains(UInt8(ascii: "\n")) else { return 1 }
        var text = text
        return text.withUTF8 { lines($0, room: room) }
    }

    /// Words stay whole, as they do in a cell; one that is longer than a line is broken.
    package static func lines(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) -> Int {
        var lines = 1
        var used = 0
        var word = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                place(word, room, &lines, &used)
                word = 0
                if byte == UInt8(ascii: "\n") {
                    lines += 1
                    used = 0
                }
            case 0x80..<0xC0: continue  // continues a character
            default: word += 1
            }
        }
        place(word, room, &lines, &used)
        return lines
    }

    /// The text, cut between words where it is longer than `longest` characters.
    package static func cut(_ text: String, _ longest: Int) -> String {
        guard text.count > longest else { return text }
        let beginning = text.prefix(longest - 1)
        let whole = beginning.lastIndex(where: \.isWhitespace).map { beginning[..<$0] } ?? beginning
        return (whole.count * 2 >= longest ? whole : beginning) + "…"
    }

    /// Parts of a title with a dot between them, those left out that are empty. Where they do not fit `longest` characters, the longest are cut: what
    /// stands last is as much a part of it as the name before it.
    package static func title(_ parts: [String], longest: Int) -> String {
        var parts = parts.filter { !$0.isEmpty }
        let dot = " · "
        func excess() -> Int { parts.reduce((parts.count - 1) * dot.count) { $0 + $1.count } - longest }
        while excess() > 0, let index = parts.indices.max(by: { parts[$0].count < parts[$1].count }) {
            let count = parts[index].count
            let second = parts.indices.filter { $0 != index }.map { parts[$0].count }.max() ?? 0
            let shorter = cut(parts[index], max(12, count - excess(), min(second, count - 1)))
            guard shorter.count < count else { break }
            parts[index] = shorter
        }
        return parts.joined(separator: dot)
    }

    /// The text in at most `most` pieces of about `width` characters, cut between words; the last ends in `…` where more follows.
    package static func pieces(_ text: String, width: Int, most: Int) -> [String] {
        var pieces: [String] = [""]
        for word in text.words {
            let last = pieces.count - 1
            if pieces[last].isEmpty {
                pieces[last] = String(word)
            } else if pieces[last].count + 1 + word.count <= width {
                pieces[last] += " " + word
            } else {
                guard pieces.count < most else {
                    pieces[last] = cut(pieces[last] + " " + word, width)
                    if pieces[last].last != "…" { pieces[last] += " …" }
                    break
                }
                pieces.append(String(word))
            }
        }
        return pieces.map { cut($0, width + 2) }
    }

    /// The text on two lines of about `width` characters at most. Where it can be, the second is a sentence of its own, so that it reads well
    /// beside something else.
    static func sentences(_ text: String, width: Int) -> [String] {
        let pieces = pieces(text, width: width, most: 2)
        guard pieces.count > 1 else { return pieces }
        var first = pieces[0][...]
        while let end = first.lastIndex(where: { ".?!".contains($0) }) {
            let line = text[
                ...text.index(text.startIndex, offsetBy: pieces[0].distance(from: pieces[0].startIndex, to: end))]
            let rest = text[line.endIndex...]
            guard rest.count <= width else { break }
            if rest.first == " " { return [String(line), String(rest.dropFirst())] }
            first = first[..<end]
        }
        return pieces
    }

    private static func place(_ word: Int, _ room: Int, _ lines: inout Int, _ used: inout Int) {
        guard word > 0 else { return }
        let needed = used == 0 ? word : used + 1 + word
        if needed <= room {
            used = needed
        } else {
            if used > 0 { lines += 1 }
            lines += (word - 1) / room
            used = (word - 1) % room + 1
        }
    }
}
