import CZlib

/// Small parts of a ZIP file, packed and unpacked in memory: streams of zlib without a heading, as they stand in the file.
enum RawDeflate {
    /// `content` packed; nil where that fails.
    static func packed(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        // Random bytes grow by some bytes for each block.
        return run(&stream, content, room: content.count + content.count / 1_000 + 128) { deflate($0, Z_FINISH) }
    }

    /// What `packed` was, of `size` bytes; nil where it is damaged.
    static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        return run(&stream, packed, room: size) { inflate($0, Z_FINISH) }.flatMap { $0.count == size ? $0 : nil }
    }

    private static func run(
        _ stream: inout z_stream, _ input: [UInt8], room: Int, _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> [UInt8]? {
        var input = input
        guard let count = uInt(exactly: input.count), let space = uInt(exactly: max(1, room)) else { return nil }
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: Int(space)) { output, written in
            input.withUnsafeMutableBufferPointer { input in
                (stream.next_in, stream.avail_in) = (input.baseAddress, count)
                (stream.next_out, stream.avail_out) = (output.baseAddress, space)
                isWhole = step(&stream) == Z_STREAM_END
            }
            written = Int(space - stream.avail_out)
        }
        return isWhole ? output : nil
    }
}
