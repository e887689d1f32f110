import CDeflate
import CZlib
import Glibc
import Plumbing
import Testing

/// What this program compresses in zlib's place is read back by zlib itself.
@Suite struct DeflateTests {
    /// Texts like the parts of a workbook, bytes without a pattern, one byte over and over, and nothing; in pieces of all sizes.
    @Test(arguments: 0..<108)
    func everyStreamComesBack(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let size = [0, 1, 300, 32_768, 65_537, 1 << 20, 1 << 20 + 1, 2_500_000, 5_300_001][seed % 9]
        let bytes = Self.bytes(seed / 36 % 3, size, &generator)
        let piece = max(1, Int.random(in: 1...70_000, using: &generator))
        let room = [1, 7, 4_096, 65_536][seed / 9 % 4]
        let flush = [Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH][seed % 3]
        // A byte at a time is for small texts, and for the turns from one compressor to the other.
        let isSmall = size < 70_000 || room > 1
        let compressed = try Self.compress(bytes, piece: piece, room: isSmall ? room : 65_536, flush: flush)
        #expect(try Self.inflate(compressed, count: bytes.count) == bytes)
    }

    /// A sheet with columns of formulas that ISA-L makes a third larger: the two take turns, and the whole is
    /// at most 15% larger than zlib's. It is the same on a machine with one processor and with many.
    @Test func aLongPartIsLittleLarger() throws {
        let text = try Self.sheet(rows: 12_000)
        let own = try Self.compress(text, piece: 65_536, room: 65_536, flush: Z_NO_FLUSH)
        let zlib = try Self.compress(text, piece: 65_536, room: 65_536, flush: Z_NO_FLUSH, level: 6)
        #expect(own.count <= zlib.count * 115 / 100)
        #expect(try Self.inflate(own, count: text.count) == text)
        #expect(
            try Self.onOneProcessor { try Self.compress(text, piece: 65_536, room: 65_536, flush: Z_NO_FLUSH) } == own)
        guard maatwerk_compressor_in_use() == MAATWERK_COMPRESSOR_ISAL else { return }
        // A block ends with an empty one, also where the other goes on.
        let blocks = own.indices.dropLast(3).count {
            own[$0] == 0 && own[$0 + 1] == 0 && own[$0 + 2] == 0xFF && own[$0 + 3] == 0xFF
        }
        #expect(blocks >= 12)
        // ISA-L took its share of them: zlib alone would be smaller still.
        let blocksOfZlib = try Self.compress(text, piece: 65_536, room: 65_536, flush: Z_NO_FLUSH, level: 5)
        #expect(own.count > blocksOfZlib.count * 103 / 100)
    }

    /// Gives what `body` makes in a thread that may use one processor.
    private static func onOneProcessor<Value>(_ body: () throws -> Value) throws -> Value {
        // Swift's Glibc leaves these two out.
        typealias Call = @convention(c) (pid_t, Int, UnsafeMutableRawPointer) -> Int32
        let get = unsafeBitCast(try #require(dlsym(nil, "sched_getaffinity")), to: Call.self)
        let set = unsafeBitCast(try #require(dlsym(nil, "sched_setaffinity")), to: Call.self)
        var all = [UInt64](repeating: 0, count: 16)
        try #require(get(0, 128, &all) > -1)
        let word = try #require(all.firstIndex { $0 != 0 })
        var one = [UInt64](repeating: 0, count: 16)
        one[word] = all[word] & ~(all[word] - 1)
        try #require(set(0, 128, &one) == 0)
        defer { #expect(set(0, 128, &all) == 0) }
        return try body()
    }

    /// The rows of a sheet with values and formulas.
    private static func sheet(rows: Int) throws -> [UInt8] {
        var generator = SeededGenerator(seed: 9)
        var text: [UInt8] = []
        for row in 1...rows {
            let group = try #require(["NUG", "WIA", "Participatiewet", "BBL"].randomElement(using: &generator))
            let (value, hours) = (
                Int.random(in: 1...9, using: &generator) * 5_000, Int.random(in: 8...40, using: &generator)
            )
            let (first, days) = (Int.random(in: 0...180, using: &generator), Int.random(in: 1...91, using: &generator))
            text += Array(
                """
                <row r="\(row)" ht="40" customHeight="1"><c r="A\(row)" s="7"><v>\(row)</v></c><c r="B\(row)" s="7" t="inlineStr"><is>\
                <t>P-\(row)</t></is></c><c r="C\(row)" s="7" t="inlineStr"><is><t>VBD-2026-000001</t></is></c><c r="E\(row)" s="7" \
                t="inlineStr"><is><t>\(group)</t></is></c><c r="F\(row)" s="12"><v>\(value)</v></c><c r="G\(row)" s="10"><v>\(hours)\
                </v></c><c r="H\(row)" s="10"><v>36</v></c><c r="I\(row)" s="11"><f>ROUND(MIN(G\(row),H\(row))/H\(row),4)</f><v>\
                \(hours * 10_000 / 36)</v></c><c r="J\(row)" s="13"><v>\(46_000 + first)</v></c><c r="K\(row)" s="13"><v>\
                \(46_000 + first + days)</v></c><c r="L\(row)" s="9"><f>K\(row)-J\(row)+1</f><v>\(days)</v></c><c r="N\(row)" s="12"><f>\
                ROUND(F\(row)*MIN(G\(row),H\(row))*L\(row)/(H\(row)*365),2)</f><v>\(value * hours * days / 13_140)</v></c><c \
                r="Q\(row)" s="8" t="inlineStr"><is><t>€ \(value) x \(hours)/36 x \(days)/365; telt mee van dag \(first) t/m dag \
                \(first + days)</t></is></c></row>
                """.utf8)
        }
        return text
    }

    /// A stream with a zlib header, and one of the lowest level, are for zlib itself.
    @Test(arguments: [MAX_WBITS, -MAX_WBITS], [0, 6] as [Int32])
    func otherStreamsGoOnToZlib(_ bits: Int32, _ level: Int32) throws {
        let bytes = [UInt8](repeating: 65, count: 5_000)
        let compressed = try Self.compress(bytes, piece: 999, room: 100, flush: Z_NO_FLUSH, bits: bits, level: level)
        #expect(try Self.inflate(compressed, count: bytes.count, bits: bits) == bytes)
    }

    @Test func sumsAreZlibs() {
        var generator = SeededGenerator(seed: 5)
        #expect(crc32(0, nil, 0) == 0)
        #expect(crc32(0, Array("123456789".utf8), 9) == 0xCBF4_3926)  // the check value of CRC-32/ISO-HDLC
        for size in [0, 1, 15, 16, 17, 255, 4_097] {
            let bytes = Self.bytes(1, size, &generator)
            let half = size / 2
            let first = crc32(0, Array(bytes[..<half]), UInt32(half))
            #expect(crc32(first, Array(bytes[half...]), UInt32(size - half)) == crc32_z(0, bytes, size))
        }
    }

    /// A stream that is given up before its end says so, and gives its memory back.
    @Test func aStreamGivenUpSaysSo() throws {
        var stream = z_stream()
        try #require(deflateInit2_(&stream, -1, Z_DEFLATED, -MAX_WBITS, 8, 0, ZLIB_VERSION, Self.streamSize) == Z_OK)
        var bytes = [UInt8](repeating: 1, count: 100)
        var room = [UInt8](repeating: 0, count: 100)
        let result = bytes.withUnsafeMutableBufferPointer { input in
            room.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, 100)
                (stream.next_out, stream.avail_out) = (output.baseAddress, 100)
                return deflate(&stream, Z_NO_FLUSH)
            }
        }
        #expect(result == Z_OK)
        #expect(deflateEnd(&stream) == Z_DATA_ERROR)
        #expect(deflateEnd(&stream) == Z_STREAM_ERROR)
    }

    private static let streamSize = Int32(MemoryLayout<z_stream>.size)

    private static func bytes(_ kind: Int, _ size: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        switch kind {
        case 0:
            var text: [UInt8] = []
            while text.count < min(size, 400_000) {
                let number = Int.random(in: 0..<100_000, using: &generator)
                text += Array("<c r=\"B\(number)\" s=\"\(number % 9)\"><v>\(number * 7)</v></c>".utf8)
            }
            // More of it comes from further on in what is there: the window that a compressor looks back in holds a tenth of it.
            while text.count < size { text += text.dropFirst(Int.random(in: 0..<200_000, using: &generator)) }
            return Array(text.prefix(size))
        case 1:
            var noise: [UInt8] = []
            while noise.count < size { withUnsafeBytes(of: generator.next()) { noise += $0 } }
            return Array(noise.prefix(size))
        default: return [UInt8](repeating: 0x20, count: size)
        }
    }

    private static func compress(
        _ bytes: [UInt8], piece: Int, room: Int, flush: Int32, bits: Int32 = -MAX_WBITS, level: Int32 = -1
    ) throws -> [UInt8] {
        var stream = z_stream()
        try #require(deflateInit2_(&stream, level, Z_DEFLATED, bits, 8, 0, ZLIB_VERSION, streamSize) == Z_OK)
        defer { #expect(deflateEnd(&stream) == Z_OK) }
        var compressed: [UInt8] = []
        var output = [UInt8](repeating: 0, count: room)
        var start = 0
        var result = Z_OK
        while result != Z_STREAM_END {
            let end = min(bytes.count, start + piece)
            var input = Array(bytes[start..<end])
            start = end
            let mode = end == bytes.count ? Z_FINISH : flush
            try input.withUnsafeMutableBufferPointer { input in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                repeat {
                    try output.withUnsafeMutableBufferPointer { output in
                        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(room))
                        result = deflate(&stream, mode)
                        // Nothing left to do is no error of a flush that was done already.
                        let isDone = result == Z_BUF_ERROR && mode != Z_FINISH
                        try #require(result == Z_OK || result == Z_STREAM_END || isDone)
                        compressed += output.prefix(room - Int(stream.avail_out))
                    }
                } while result == Z_OK && (stream.avail_out == 0 || mode == Z_FINISH)
                #expect(stream.avail_in == 0)
            }
        }
        #expect(Int(stream.total_in) == bytes.count)
        #expect(Int(stream.total_out) == compressed.count)
        return compressed
    }

    private static func inflate(_ bytes: [UInt8], count: Int, bits: Int32 = -MAX_WBITS) throws -> [UInt8] {
        var stream = z_stream()
        try #require(inflateInit2_(&stream, bits, ZLIB_VERSION, streamSize) == Z_OK)
        defer { inflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8](repeating: 0, count: count + 1))
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                return CZlib.inflate(&stream, Z_FINISH)
            }
        }
        try #require(result == Z_STREAM_END)
        return Array(output.prefix(Int(stream.total_out)))
    }
}
