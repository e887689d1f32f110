import Archives

/// What libxml2 reads from: an entry of the archive, as it is unpacked.
///
/// An object, since libxml2 keeps its address; it also remembers why reading stopped, which a C function cannot tell.
final class PartSource {
    private let stream: ArchiveStream
    private(set) var failure: ArchiveError?

    init(_ stream: ArchiveStream) { self.stream = stream }

    /// Unpacks the next bytes into `buffer`; -1 when that fails.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        do {
            return Int32(truncatingIfNeeded: try stream.read(into: buffer))
        } catch {
            failure = error
            return -1
        }
    }
}
