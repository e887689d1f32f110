import Glibc

/// Copies of strings for structures of C that hold pointers, freed together.
///
/// libxlsxwriter copies most of what it is given, and then they need to live no longer than the call.
final class CStrings {
    private var copies: [UnsafeMutablePointer<CChar>] = []

    deinit { for copy in copies { free(copy) } }

    /// A copy of `text`, or `nil` for `nil`.
    func copy(_ text: String?) -> UnsafeMutablePointer<CChar>? {
        guard let text, let copy = strdup(text) else { return nil }
        copies.append(copy)
        return copy
    }
}
