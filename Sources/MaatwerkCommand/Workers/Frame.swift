import FoundationEssentials
import Glibc

/// What two processes of this program say to each other: a kind and some bytes.
struct Frame {
    /// The kinds.
    enum Kind: UInt8 {
        /// To a child: a piece of work.
        case work = 1
        /// From a child: it can take work.
        case ready
        /// From a child: it cannot take any work; a status, and what to say.
        case cannot
        /// From a child: a part of the output of the piece of work.
        case output
        /// From a child: something to say meanwhile.
        case remark
        /// From a child: the piece of work is done, and what came of it.
        case done
        /// From a child: it begins with the piece of work of this number, and has ended with it.
        case begins, ends
    }

    let kind: Kind
    let bytes: [UInt8]

    /// The bytes on the wire: kind, length in four bytes, contents.
    static func encoded(_ kind: Kind, _ bytes: [UInt8]) -> [UInt8] {
        let length = UInt32(clamping: bytes.count)
        return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + bytes
    }

    /// Writes a frame; false when nobody reads any more.
    static func write(_ kind: Kind, _ bytes: [UInt8] = [], to descriptor: Int32) -> Bool {
        encoded(kind, bytes).withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}

/// Bytes that come in, of which frames are taken as soon as they are whole.
struct FrameReader {
    private var bytes: [UInt8] = []
    private var position = 0

    /// Reads what there is; false at the end.
    mutating func read(from descriptor: Int32) -> Bool {
        if position > 0 {
            bytes.removeFirst(position)
            position = 0
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { room in
            var count = 0
            repeat {
                count = Glibc.read(descriptor, room.baseAddress, room.count)
            } while count < 0 && errno == EINTR
            guard count > 0 else { return false }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
            return true
        }
    }

    /// The next whole frame; nil when more bytes are needed.
    mutating func next() -> Frame? {
        guard bytes.count - position >= 5 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[position + 1 + $1]) << (8 * $1) }
        guard bytes.count - position >= 5 + length, let kind = Frame.Kind(rawValue: bytes[position]) else { return nil }
        let frame = Frame(kind: kind, bytes: Array(bytes[position + 5..<position + 5 + length]))
        position += 5 + length
        return frame
    }
}
