/// One digest for all files of a delivery.
enum DeliveryDigest {
    /// The digest of `files`, which are SHA-256 in hexadecimal; files that were not opened have none, and count for nothing.
    static func of(_ files: [String]) -> String? {
        let known = Set(files.map { $0.lowercased() }.filter { $0.utf8.count == 64 }).sorted()
        return known.isEmpty ? nil : SHA256Digest.hexadecimal(of: Array(known.joined(separator: "\n").utf8))
    }
}
